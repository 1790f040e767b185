import { handOverSections, handOversReport } from '../../walks/hand-overs.ts';
import { dayOf, oneOf, periodOf, readCall } from '../call.ts';
import { type ExitCode, print } from '../console.ts';
import { soundRulebook } from '../sound.ts';
import { staffOf } from '../staff.ts';
import { walkedFiles, writeWalk } from '../walked.ts';
import { complainOfNone } from './ring.ts';

export const help = `shouze handovers PATH…  岗位交接：谁交给谁、何时、等了多久；无人之岗与不相容岗位 / who handed what to whom, when, and how long it waited

  --by post|officer|branch|file  等待按什么汇总，默认 post / what waits are put together by
  --from DAY  --until DAY     接手日的期间，含首尾 / the period of taking over, inclusive
  --staff FILE                员工名册：无人担任的岗位、同时任不相容岗位的人 / a staff register: vacancies, people in two posts
  --today DAY                 岗位有无人担任看这一天，默认名册的截止日 / the day of vacancies; the register's own by default
  --format pretty|json|html|csv  输出格式，默认 pretty；csv 为等待汇总表 / csv is the table of waits
  --out FILE                  写入文件 / write to a file
  --subject NAME  --unmask  --rulebook DIR  --lang LANG

  退出码 / exit code：0 没有问题 / nothing wrong，1 有不相容、无人之岗或无法判定 / clashes, vacancies or cannot tell，2 输入有误 / wrong input

  shouze handovers examples/customer-book --staff examples/staff/staff.yaml
  shouze handovers examples/customer-book --by officer --format csv --out 等待.csv
`;

const formats = ['pretty', 'json', 'html', 'csv'] as const;

export async function handovers(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    by: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    staff: { type: 'string', multiple: true },
    today: { type: 'string' },
    subject: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', formats);
  const by = oneOf('by', call.text('by') ?? 'post', ['post', 'officer', 'branch', 'file'] as const);
  const [from, until] = periodOf(call);
  const today = dayOf(call, 'today');
  complainOfNone(call, 'handovers');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, digest, language } = loaded;
  const staff = staffOf(call, loaded);
  if (staff === 'wrong') return 2;
  const { files, unread, isWrong } = await walkedFiles(loaded, call);
  const report = handOversReport(program, files, {
    by,
    from,
    until,
    digest,
    unread,
    unmasked: call.flag('unmask'),
    staff: staff && { people: staff.read.people, day: today ?? staff.read.upTo },
  });
  const sections = () => handOverSections(report, program, language);
  await writeWalk({ json: report, sections }, format, loaded, call);
  const { duties, clashes, summary } = report;
  const found =
    clashes.length +
    summary.untold +
    (duties ? duties.vacancies.filter(({ state }) => state !== 'elsewhere').length : 0) +
    (duties?.doubled.length ?? 0);
  return isWrong ? 2 : found > 0 ? 1 : 0;
}

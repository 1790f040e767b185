import { ringReport, ringSections } from '../../walks/ring.ts';
import { type Call, dayOf, oneOf, readCall, UsageError } from '../call.ts';
import { type ExitCode, print } from '../console.ts';
import { soundRulebook } from '../sound.ts';
import { today as dayNow } from '../today.ts';
import { walkedFiles, writeWalk } from '../walked.ts';

export const help = `shouze ring PATH…  再开发任务、客户轮次、卷宗在环形流程中的位置 / the next contacts, rounds by customer, where files stand

  --today DAY                 按这一天，默认当日 / as of this day, today by default
  --customer NUMBER           只看一名客户 / one customer alone
  --format pretty|json|html|xlsx  输出格式，默认 pretty
  --out FILE                  写入文件 / write to a file
  --subject NAME  --unmask  --rulebook DIR  --lang LANG

  事由写在规则库的 occasions/ 中；同一客户的全部卷宗一并给出，才看得到各份的同意和投诉
  Occasions are in the rulebook's occasions/; give all files of a customer, since consent and complaints may lie in any

  退出码 / exit code：0 没有逾期的任务 / no late task，1 有逾期或无法判定 / late or cannot tell，2 输入有误 / wrong input

  shouze ring examples/customer-book --today 2026-11-30
  shouze ring examples/customer-book --today 2026-11-30 --format html --out 环形.html
`;

export async function ring(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    today: { type: 'string' },
    customer: { type: 'string' },
    subject: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', formats);
  const given = dayOf(call, 'today');
  complainOfNone(call, 'ring');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, digest, language } = loaded;
  const { files, unread, isWrong } = await walkedFiles(loaded, call);
  const customer = call.text('customer');
  const report = ringReport(program, files, {
    today: given ?? dayNow(program),
    digest,
    unread,
    unmasked: call.flag('unmask'),
    customer,
  });
  if (customer !== undefined && report.customers.length === 0)
    throw new UsageError(
      `--customer ${customer}：所给文件中没有这名客户 / is in none of the files`,
    );
  const sections = () => ringSections(report, program, language);
  await writeWalk({ json: report, sections }, format, loaded, call);
  const { tasks } = report.summary;
  return isWrong ? 2 : tasks.late + tasks['cannot-tell'] > 0 ? 1 : 0;
}

const formats = ['pretty', 'json', 'html', 'xlsx'] as const;

export function complainOfNone(call: Call, command: string): void {
  if (call.positionals.length === 0)
    throw new UsageError(`没有给出卷宗 / no dossier was given：shouze ${command} PATH…`);
}

import { sayIn } from '../../base/language.ts';
import { limitsBack } from '../../drafting/limits-back.ts';
import { limitsIn, type Limit } from '../../drafting/limits.ts';
import { digestOfBytes } from '../../io/digest.ts';
import { writeFile } from '../../io/write.ts';
import { limitsWorkbook } from '../../report/limits-sheet.ts';
import { short } from '../../trace/trace.ts';
import { limitWords } from '../../words/limits.ts';
import { measureSaid } from '../../words/units.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';
import { readAnswers } from '../answer-files.ts';
import { type Call, near, readCall, UsageError } from '../call.ts';
import { complain, complainOf, type ExitCode, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { type Sound, soundRulebook } from '../sound.ts';
import { today } from '../today.ts';
import { writeDrafted } from '../drafted.ts';

export const help = `shouze limits out|in  限额和判定表写成 XLSX，改过再读回成 YAML / limits and tables to XLSX, and back as YAML

  shouze limits out [NAME…] --out FILE   写出：一行一版，判定表每张一页 / a row an edition, a sheet a table
  shouze limits in FILE… [--check]       读回：新的起日加一版，改动写进 YAML，其余一字不动
                                         / a new first day makes an edition; all else stays as it was written

  --correct   已经生效的版本原来写错，照表更正 / editions in force were written wrong: put them right
  --check     只说会改什么，不写 / say what would change, and write nothing
  --rulebook DIR  --lang LANG

  shouze limits out --out 限额.xlsx
  shouze limits out maximumHousingExpenseRatio --out 限额.xlsx
  shouze limits in 限额.xlsx && git diff

  退出码 / exit code：0 写好，或没有改动 / written, or nothing changed，1 表中有不能采用的，什么也没有写 / something cannot be taken, nothing written，2 输入或命令有误 / wrong input or call
`;

export async function limits(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, { correct: { type: 'boolean' }, check: { type: 'boolean' } });
  const [act, ...given] = call.positionals;
  if (call.flag('help') || act === undefined) {
    print(help);
    return call.flag('help') ? 0 : 2;
  }
  if (act !== 'out' && act !== 'in')
    throw new UsageError(`limits 没有 / has no \`${act}\`${near(act, ['out', 'in'])}`);
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const all = new Map(limitsIn(loaded.program.rulebook).map((one) => [one.id, one]));
  return act === 'out' ? goOut(given, all, loaded, call) : comeBack(given, all, loaded, call);
}

async function goOut(
  names: readonly string[],
  all: ReadonlyMap<string, Limit>,
  loaded: Sound,
  call: Call,
): Promise<ExitCode> {
  const out = call.text('out');
  if (out === undefined) throw new UsageError('请写 --out / needs --out: --out limits.xlsx');
  const asked = [...new Set(names)].map((name) => {
    const one = all.get(name);
    if (one) return one;
    throw new UsageError(
      `没有限额或判定表 / no limit or table \`${name}\`${near(name, [...all.keys()])}`,
    );
  });
  const limitsOut = names.length > 0 ? asked : [...all.values()];
  if (limitsOut.length === 0)
    throw new UsageError('规则库没有限额和判定表 / the rulebook has no limits and tables');
  const { program, language } = loaded;
  const workbook = limitsWorkbook(program.rulebook, limitsOut, { language, digest });
  writeFile(out, await workbookBytes(workbook), inputsOf(loaded));
  const tables = limitsOut.filter(({ what }) => what === 'table').length;
  print(`${sayIn(limitWords, language).out(limitsOut.length - tables, tables, out)}\n`);
  return 0;
}

async function comeBack(
  files: readonly string[],
  all: ReadonlyMap<string, Limit>,
  { program, folder, language }: Sound,
  call: Call,
): Promise<ExitCode> {
  if (files.length === 0) throw new UsageError('请写明文件 / which file: shouze limits in FILE');
  const { sheets, problems } = await readAnswers(files);
  if (problems.length > 0) {
    complainOf(problems, language);
    return 2;
  }
  const clauses = program.rulebook.sources.flatMap((source) =>
    [...source.clauses.values()].map(({ ref }) => ref),
  );
  const { changes, drafted, diagnostics } = limitsBack(sheets, {
    limits: all,
    clauses: new Set(clauses),
    digest,
    today: today(program),
    corrects: call.flag('correct'),
    unitSaid: (unit) => [unit, ...['zh', 'en'].map((one) => measureSaid(unit, one))],
  });
  const words = sayIn(limitWords, language);
  if (diagnostics.length > 0) {
    complainOf(diagnostics, language);
    complain(words.refused(diagnostics.length));
    return 1;
  }
  print(changes.length === 0 ? words.nothing : changes.map(words.changed).join('\n'));
  return drafted.length === 0 || call.flag('check') ? 0 : writeDrafted(folder, drafted, language);
}

function digest(written: string): string {
  return short(digestOfBytes(written));
}

import { statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { hasErrors } from '../../base/diagnostic.ts';
import { indentedJson } from '../../base/json.ts';
import { lastingMemory, type Memory } from '../../base/memory.ts';
import { languagesOf } from '../../rulebook/ast.ts';
import { diffOf, idOf, type Read, type RulebookDiff } from '../../diff/diff.ts';
import { provedFurther } from '../../diff/proved.ts';
import { solver } from '../solver.ts';
import { diffReport } from '../../diff/report.ts';
import { casesAfter, casesJson } from '../../diff/cases.ts';
import { diffFindings } from '../../diff/findings.ts';
import type { DiffReport } from '../../diff/format.ts';
import { changelogDraft } from '../../diff/changelog.ts';
import { comparisonDocument } from '../../diff/comparison.ts';
import { diffTold, markdownDiff, prettyDiff, tellerIn } from '../../diff/told.ts';
import type { Language } from '../../base/language.ts';
import { rulebookIn } from '../../io/package.ts';
import { rulebookPaths } from '../../io/rulebook-paths.ts';
import type { Inputs } from '../../io/target.ts';
import { writeFile, writeText } from '../../io/write.ts';
import { printYaml } from '../../yaml/print.ts';
import { plainOf } from '../../yaml/tree.ts';
import { documentWriter } from '../document-files.ts';
import { inputsOf } from '../inputs.ts';
import { plain } from '../../report/paint.ts';
import { toldFormats, toldText } from '../../report/told-formats.ts';
import { type Call, dayOf, oneOf, readCall, UsageError } from '../call.ts';
import { complain, complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { comparedAt } from '../compared.ts';
import { bookRoles, bookUnder } from '../impact.ts';
import { rulebookAt } from '../rulebook-at.ts';
import { engineVersion } from '../sound.ts';
import { today } from '../today.ts';

export const help = `shouze diff OLD [NEW]  规则库改了什么：对谁、从哪天起、更严还是更松 / what a change does: to whom, from when, which way

  OLD、NEW 为 git 版本、规则库文件夹，或装有规则库的软件包（.tgz 或已安装的文件夹）；不写 NEW 则为现在的规则库
  revisions of git, folders of rulebooks, or packages that hold one (.tgz, or a folder as it is installed);
  without NEW the rulebook as it is now

  --as-of DAY         版本按这一天算现行，默认今天 / the day on which editions are in force; today without it
  --on PATH           存量卷宗，可重复：哪些结论会变、为什么 / a book of dossiers: which verdicts change, and why; repeatable
  --staff FILE  --waivers FILE  --answers PATH
                      判定存量卷宗所依据的员工名册、例外审批台账、填好的核查表
                      / staff register, register of exceptions and filled check-lists that a book is judged by
  --jobs N            判定存量卷宗的线程数，默认按处理器数，份数多时才用
                      / threads that judge a book; one a processor where there is work enough
  --prove             搜索没有定论的，再求证（须装可选的软件包 z3-solver）
                      / what searching left open is asked of a solver (needs the optional package z3-solver)
  --witness DIR       把各规则的例证写成卷宗 / writes the witness of each rule as a dossier
  --draft-changelog   变更记录草稿 / an entry for CHANGELOG.md
  --format pretty|json|md|docx   默认 pretty；md 为合并请求的评论，docx 为新旧对照表，须有 --out
                                 md is a comment of a merge request, docx the table of old and new, with --out
  --format sarif|github|gitlab|junit  各处变动、不通过的示例，供工具读 / each change where it stands, and cases that fail, for tools
  --out FILE  --subject NAME  --unmask  --rulebook DIR  --lang LANG

  shouze diff main
  shouze diff main --prove
  shouze diff v1.2.0 HEAD --format md
  shouze diff main --on 存量.ndjson --format json --out 影响.json
  shouze diff main --format docx --out 新旧对照表.docx

  退出码 / exit code：0 没有变化、只改文字，或版本已相应变动 / nothing, words alone, or the version says so，1 判定可能变化而版本没有相应变动 / a verdict may change and the version does not say so，2 输入或命令有误 / wrong input or call
`;

export async function diff(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    'as-of': { type: 'string' },
    on: { type: 'string', multiple: true },
    prove: { type: 'boolean' },
    witness: { type: 'string' },
    'draft-changelog': { type: 'boolean' },
    subject: { type: 'string' },
    staff: { type: 'string', multiple: true },
    waivers: { type: 'string', multiple: true },
    answers: { type: 'string', multiple: true },
    jobs: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const [given, other, third] = call.positionals;
  if (given === undefined || third !== undefined)
    throw new UsageError(
      '应给出修改之前的规则库，也可再给出修改之后的 / give the rulebook before the change, and after it where that is not the working tree：shouze diff OLD [NEW]',
    );
  const format = oneOf('format', call.text('format') ?? 'pretty', [
    'pretty',
    'json',
    'md',
    'docx',
    ...toldFormats,
  ]);
  const memory = lastingMemory();
  const name = (other !== undefined && nameOf(other)) || rulebookAt(call.text('rulebook'));
  const before = readSide(given, name, call, memory);
  const after = before && readSide(other, name, call, memory);
  if (!before || !after) return 2;
  const [was, is] = [idOf(before.program), idOf(after.program)];
  if (was !== is)
    throw new UsageError(`两个规则库不是同一个 / these are two different rulebooks：${was}，${is}`);
  const languages = languagesOf(after.program.rulebook.manifest.data);
  const language = call.languageOf(languages);
  const compared = diffOf(before, after, {
    languages: [...new Set([...languages, language])],
    asOf: dayOf(call, 'as-of') ?? today(after.program),
  });
  const made = call.flag('prove') ? await proved(compared) : compared;
  const books = call.texts('on');
  const impact = books.length > 0 ? await bookUnder(made, books, call) : undefined;
  if (impact === 'wrong') return 2;
  const cases = casesAfter(made);
  const report = {
    ...diffReport(made),
    ...(impact && { impact }),
    cases: casesJson(cases, made.languages),
  };
  const out = call.text('out');
  const read = inputsOf({ folder: rulebookAt(call.text('rulebook')) }, [
    ...books,
    ...bookRoles.flatMap(call.texts),
  ]);
  const inputs = () => [...read(), ...call.positionals.flatMap(filesOf)];
  const shown = call.text('witness');
  if (shown !== undefined) writeWitnesses(made, shown, inputs);
  const { calls, isEnough } = report.version;
  // words may wait for the next version
  const isShort = !isEnough && calls !== 'patch';
  if (call.flag('draft-changelog')) deliver(changelogDraft(report, languages), out, inputs);
  else if (format === 'docx') {
    if (out === undefined)
      throw new UsageError('--format docx 须写 --out / --format docx needs --out');
    const write = await documentWriter('docx');
    writeFile(out, await write(comparisonDocument(report, language)), inputs);
  } else if (format === 'pretty' || format === 'json' || format === 'md')
    deliver(textOf(report, format, language, out !== undefined), out, inputs);
  else {
    const told = diffFindings(made, report, cases, language);
    const teller = { command: 'diff', engine: engineVersion(), language };
    deliver(toldText(told, format, teller), out, inputs);
  }
  if (isShort && !isSaid(format)) complain(`${tellerIn(language).version(report)}\n`);
  return isShort ? 1 : 0;
}

/** Whether a format says itself that the version is short, where a person looks for it. */
function isSaid(format: string): boolean {
  return format === 'pretty' || toldFormats.some((one) => one === format);
}

async function proved(diff: RulebookDiff): Promise<RulebookDiff> {
  const z3 = solver();
  try {
    return await provedFurther(diff, z3);
  } finally {
    await z3.close();
  }
}

function textOf(
  report: DiffReport,
  format: 'pretty' | 'json' | 'md',
  language: Language,
  isWritten: boolean,
): string {
  if (format === 'json') return indentedJson(report);
  const told = diffTold(report, language);
  if (format === 'md') return markdownDiff(told);
  return prettyDiff(told, isWritten ? plain : paintFor(process.stdout));
}

/** Each witness as a file that `shouze check` judges: `RSK-007-stricter.yaml`. */
function writeWitnesses({ rules }: RulebookDiff, folder: string, inputs: Inputs): void {
  for (const { id, evidence } of rules)
    for (const [name, told] of [
      ['stricter', evidence.tightens],
      ['looser', evidence.loosens],
    ] as const) {
      if (told.kind !== 'witness') continue;
      const { yamls } = told.witness.files;
      for (const [index, yaml] of yamls.entries()) {
        const number = yamls.length > 1 ? `-${index + 1}` : '';
        const file = `${id.replaceAll('/', '-')}-${name}${number}.yaml`;
        writeText(join(folder, file), printYaml(plainOf(yaml)), inputs);
      }
    }
}

/** What the files of a rulebook are called by that is a folder, or a package; undefined for a revision. */
function nameOf(given: string): string | undefined {
  const stats = statSync(given, { throwIfNoEntry: false });
  return stats?.isDirectory() === true ? rulebookIn(given) : stats && given;
}

/** Of a folder or a package that is compared, what no output may replace. */
function filesOf(given: string): readonly string[] {
  const name = nameOf(given);
  if (name === undefined) return [];
  return statSync(name).isFile() ? [name] : rulebookPaths(name);
}

/** Undefined after complaining. */
function readSide(
  given: string | undefined,
  name: string,
  call: Call,
  memory: Memory,
): Read | undefined {
  const here = rulebookAt(call.text('rulebook'));
  const { program, digest, errors } = comparedAt(given, here, memory, name);
  if (program && !hasErrors(errors)) return { program, digest };
  complain(`${given ?? here}：规则库有误 / the rulebook has errors\n`);
  complainOf(errors, call.language);
  return undefined;
}

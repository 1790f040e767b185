import { join } from 'node:path';
import process from 'node:process';

import { indentedJson } from '../../base/json.ts';
import { digestOfBytes } from '../../io/digest.ts';
import { writeFile } from '../../io/write.ts';
import { bankSetJson, bankSetMarkdown, bankSetPretty } from '../../report/bank-set.ts';
import { plain } from '../../report/paint.ts';
import { traceMarkdown, tracePretty } from '../../report/trace.ts';
import { sayIn } from '../../base/language.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';
import type { Program } from '../../program/ast.ts';
import { toldOfDiagnostic } from '../../report/told.ts';
import { toldFormats, toldText } from '../../report/told-formats.ts';
import { reviewSheet } from '../../report/trace-sheet.ts';
import { ownNumbers } from '../../trace/bank-set.ts';
import type { TracedClause } from '../../trace/format.ts';
import { restatedIn, reviewsFrom } from '../../trace/sheet.ts';
import { accepted, digestsOf, drift, trace as traced, traceReport } from '../../trace/trace.ts';
import { opinionWords, reviewWords } from '../../words/reviews.ts';
import { readAnswers } from '../answer-files.ts';
import { near, oneOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { writeReviews } from '../reviewed-file.ts';
import { engineVersion, type Sound, soundRulebook } from '../sound.ts';
import { today } from '../today.ts';

export const help = `shouze trace [SOURCE…]  逐条追溯：条款、状态、规则、复核 / clause by clause: status, rules, review

  --format pretty|json|md|xlsx  默认 pretty；xlsx 为条款核对表，须有 --out / xlsx is the verification sheet, with --out
  --format sarif|github|gitlab|junit  变动，供工具读 / drift, for tools
  --out FILE                写入文件而不是标准输出 / write to a file
  --accept                  规则已对照现行条文复核：写入规则库的 reviewed.yaml / the rules were compared with the clauses as they read
  --reviews FILE            读回填好的核对表，逐行记入 reviewed.yaml，可重复 / takes a verification sheet back, line by line; may be repeated
  --bank-set                今日有效的本机构自定数值一览：数值、起日、条款、读它的规则、在哪里改
                            / the institution's own numbers in force today, in one table
  --rulebook DIR  --lang LANG

  shouze trace
  shouze trace P-2024-0924 M-PHL-2026
  shouze trace --format md --out trace.md
  shouze trace --format xlsx --out 核对表.xlsx
  shouze trace --reviews 核对表.xlsx
  shouze trace --bank-set

  退出码 / exit code：0 无变动 / no drift，1 条款或规则在复核后改过，核对不一致，或核对表有误 / clause or rules changed since the review, found to differ, or a wrong line in a sheet，2 输入或命令有误 / wrong input or call
`;

export async function trace(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    accept: { type: 'boolean' },
    'bank-set': { type: 'boolean' },
    reviews: { type: 'string', multiple: true },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', [
    'pretty',
    'json',
    'md',
    'xlsx',
    ...toldFormats,
  ]);
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, folder, language } = loaded;
  const known = program.rulebook.sources.map(({ id }) => id);
  for (const id of call.positionals) {
    if (!known.includes(id))
      throw new UsageError(`没有制度依据 / no source \`${id}\`${near(id, known)}`);
  }
  if (call.flag('accept')) {
    if (call.positionals.length > 0)
      throw new UsageError('--accept 针对全部依据，不带编号 / --accept is for all sources');
    const { reviewed } = accepted(program, digestOfBytes, today(program));
    writeReviews(folder, reviewed);
    print(`${join(folder, 'reviewed.yaml')}：${Object.keys(reviewed).length}\n`);
    return 0;
  }
  if (call.flag('bank-set')) {
    const numbers = ownNumbers(program, today(program));
    const out = call.text('out');
    if (!['pretty', 'json', 'md'].includes(format) || call.positionals.length > 0)
      throw new UsageError(
        '--bank-set 列出全部，格式为 pretty、json 或 md / --bank-set is of all, in pretty, json or md',
      );
    const text =
      format === 'json'
        ? bankSetJson(numbers, program)
        : format === 'md'
          ? bankSetMarkdown(numbers, program, language)
          : bankSetPretty(
              numbers,
              program,
              language,
              out === undefined ? paintFor(process.stdout) : plain,
            );
    deliver(text, out, inputsOf(loaded));
    return 0;
  }
  const sheets = call.texts('reviews');
  if (sheets.length > 0) return takeReviews(sheets, loaded);
  const wanted = traced(program, digestOfBytes).filter(
    ({ source }) => call.positionals.length === 0 || call.positionals.includes(source),
  );
  const out = call.text('out');
  if (format === 'xlsx') {
    if (out === undefined)
      throw new UsageError('--format xlsx 须写 --out / --format xlsx needs --out');
    const digests = digestsOf(program, digestOfBytes);
    const asked = wanted.filter(
      (one) =>
        digests.has(one.clause) && (call.positionals.length > 0 || isRegulation(one, program)),
    );
    const sheet = reviewSheet(program, asked, digests, { language, asOf: today(program) });
    writeFile(out, await workbookBytes(sheet), inputsOf(loaded));
    return 0;
  }
  const changed = drift(program, wanted);
  const report = traceReport(program, wanted);
  const isTold = format !== 'pretty' && format !== 'json' && format !== 'md';
  const text = isTold
    ? toldText(
        changed.map((one) => toldOfDiagnostic(one, language)),
        format,
        { command: 'trace', engine: engineVersion(), language },
      )
    : format === 'json'
      ? indentedJson(report)
      : format === 'md'
        ? traceMarkdown(report, language)
        : tracePretty(report, language, out === undefined ? paintFor(process.stdout) : plain);
  deliver(text, out, inputsOf(loaded));
  if (!isTold) complainOf(changed, language);
  return changed.length > 0 ? 1 : 0;
}

/** What the institution wrote itself has no other original. */
function isRegulation({ source }: TracedClause, { rulebook }: Program): boolean {
  return rulebook.sources.some(({ id, kind }) => id === source && kind === 'regulation');
}

async function takeReviews(given: readonly string[], loaded: Sound): Promise<ExitCode> {
  const { program, folder, language } = loaded;
  const { sheets, problems } = await readAnswers(given);
  if (problems.length > 0) {
    complainOf(problems, language);
    return 2;
  }
  const { reviews, diagnostics } = reviewsFrom(sheets, {
    digests: digestsOf(program, digestOfBytes),
    restated: (clause) =>
      program.rulebook.manifest.data.languages.map((one) => restatedIn(program, clause, one)),
    words: opinionWords(),
    today: today(program),
    digest: digestOfBytes,
  });
  const before = program.rulebook.reviewed?.data.reviewed ?? {};
  if (reviews.size > 0) writeReviews(folder, { ...before, ...Object.fromEntries(reviews) });
  const says = sayIn(reviewWords, language);
  print(`${says.taken(reviews.size, diagnostics.length, join(folder, 'reviewed.yaml'))}\n`);
  complainOf(diagnostics, language);
  return diagnostics.length > 0 ? 1 : 0;
}

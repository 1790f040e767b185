import { join } from 'node:path';
import process from 'node:process';

import { indentedJson } from '../../base/json.ts';
import { sayIn } from '../../base/language.ts';
import { reviewsOf } from '../../drift/accept.ts';
import { hasDrift, sourcesReport } from '../../drift/report.ts';
import { digestOfBytes } from '../../io/digest.ts';
import { filesBelow } from '../../io/folder.ts';
import { driftMarkdown, driftPretty } from '../../report/drift.ts';
import { plain } from '../../report/paint.ts';
import { digestsOf, trace } from '../../trace/trace.ts';
import { driftWords } from '../../words/drift.ts';
import { near, oneOf, readCall, UsageError } from '../call.ts';
import {
  complain,
  complainOf,
  deliver,
  type ExitCode,
  exitOf,
  paintFor,
  print,
} from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { writeReviews } from '../reviewed-file.ts';
import { soundRulebook } from '../sound.ts';
import { readSourceTexts } from '../source-texts.ts';
import { today } from '../today.ts';

export const help = `shouze sources check FOLDER [SOURCE…]  把制度原文与条款逐条对照 / the texts of sources beside their clauses

  FOLDER 放制度原文：.txt、.md、.docx，按依据编号、文号或标题认出
  FOLDER has the texts of sources: .txt, .md, .docx, known by id, document number or title

  --before OLD              上一份文本的文件夹：另列逐条的新增、修改、移动、删除
                            / the texts as they were: what is new, changed, moved, gone, article by article
  --accept                  各条款已与这些文本核对：写入规则库的 reviewed.yaml，不另出对照 / clauses were compared with these texts; no report
  --all                     列出每个条款，不只是要看的 / every clause, and not only those to look at
  --format pretty|json|md   默认 pretty；JSON 的结构见 schemas/sources-report.schema.json
  --out FILE  --rulebook DIR  --lang LANG

  shouze sources check 制度原文
  shouze sources check 制度原文 M-PLM-2024 --before 制度原文-2026-06
  shouze sources check 制度原文 --format md --out 原文对照.md

  退出码 / exit code：0 无出入 / no drift，1 文字、数值或条号与原文有出入，或比上一份文本有变化 / words, amounts or numbers of articles differ, or the text changed，2 输入或命令有误，或没有可对照的文本 / wrong input or call, or no text to compare
`;

export async function sources(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    before: { type: 'string' },
    accept: { type: 'boolean' },
    all: { type: 'boolean' },
  });
  const [act, path, ...asked] = call.positionals;
  if (call.flag('help') || act === undefined) {
    print(help);
    return call.flag('help') ? 0 : 2;
  }
  if (act !== 'check')
    throw new UsageError(`sources 没有 / has no \`${act}\`${near(act, ['check'])}`);
  if (path === undefined)
    throw new UsageError('请写明文件夹 / which folder: shouze sources check FOLDER');
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json', 'md']);
  const idle = [
    ...['format', 'out'].filter((one) => call.text(one) !== undefined),
    ...['all'].filter((one) => call.flag(one)),
  ].map((one) => `--${one}`);
  if (call.flag('accept') && idle.length > 0)
    throw new UsageError(
      `--accept 只写 reviewed.yaml，不与 ${idle.join('、')} 同用：先看对照，再接受 / writes reviewed.yaml alone and goes without ${idle.join(', ')}: read the report first, then accept`,
    );
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, folder, language } = loaded;
  const { rulebook } = program;
  const known = rulebook.sources.map(({ id }) => id);
  for (const id of asked) {
    if (!known.includes(id))
      throw new UsageError(`没有制度依据 / no source \`${id}\`${near(id, known)}`);
  }
  const old = call.text('before');
  const read = await readSourceTexts(path);
  const before = old === undefined ? undefined : await readSourceTexts(old);
  const problems = [...read.problems, ...(before?.problems ?? [])];
  const report = sourcesReport(
    program,
    { ...read, before: before?.texts },
    {
      traced: new Map(trace(program, digestOfBytes).map((one) => [one.clause, one])),
      reviewed: new Map(Object.entries(rulebook.reviewed?.data.reviewed ?? {})),
      digest: digestOfBytes,
    },
    asked,
  );
  const words = sayIn(driftWords, language);
  complainOf(problems, language);
  if (report.sources.length === 0) complain(words.none);
  const isWrong =
    problems.some(({ severity }) => severity === 'error') ||
    report.sources.length === 0 ||
    report.files.some(({ why }) => why === 'damaged' || why === 'old');
  if (call.flag('accept')) {
    const reviews = reviewsOf(report, read.texts, {
      digests: digestsOf(program, digestOfBytes),
      reviewed: rulebook.reviewed?.data.reviewed ?? {},
      digest: digestOfBytes,
      today: today(program),
    });
    writeReviews(folder, { ...rulebook.reviewed?.data.reviewed, ...reviews });
    print(`${words.accepted(Object.keys(reviews).length, join(folder, 'reviewed.yaml'))}\n`);
    return exitOf(isWrong, false);
  }
  const out = call.text('out');
  const paint = out === undefined ? paintFor(process.stdout) : plain;
  const text =
    format === 'json'
      ? indentedJson(report)
      : format === 'md'
        ? driftMarkdown(report, language)
        : driftPretty(report, { language, paint, all: call.flag('all') });
  const inputs = inputsOf(loaded);
  const texts = [path, ...(old === undefined ? [] : [old])];
  deliver(text, out, () => [...inputs(), ...texts.flatMap((one) => filesBelow(one, ['']))]);
  return exitOf(isWrong, hasDrift(report));
}

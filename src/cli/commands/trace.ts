import { join } from 'node:path';
import process from 'node:process';

import { digestOfText } from '../../io/rulebook.ts';
import { writeText } from '../../io/write.ts';
import { plain } from '../../report/paint.ts';
import { traceMarkdown, tracePretty } from '../../report/trace.ts';
import { accepted, drift, trace as traced, traceReport } from '../../trace/trace.ts';
import { near, oneOf, readCall, UsageError } from '../call.ts';
import { complainOf, deliver, type ExitCode, paintFor, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { soundRulebook } from '../sound.ts';
import { today } from '../today.ts';

export const help = `shouze trace [SOURCE…]  逐条追溯：条款、状态、规则、复核 / clause by clause: status, rules, review

  --format pretty|json|md   默认 pretty
  --out FILE                写入文件而不是标准输出 / write to a file
  --accept                  规则已对照现行条文复核：写入规则库的 reviewed.yaml / the rules were compared with the clauses as they read
  --rulebook DIR  --lang LANG

  shouze trace
  shouze trace P-2024-0924 M-PHL-2026
  shouze trace --format md --out trace.md

  退出码 / exit code：0 无变动 / no drift，1 条文在复核后改过 / a text changed since its review，2 输入或命令有误 / wrong input or call
`;

export async function trace(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, { accept: { type: 'boolean' } });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json', 'md']);
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
    const { reviewed } = accepted(program, digestOfText, today(program));
    const lines = Object.entries(reviewed)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([clause, { digest, on }]) =>
          `  ${JSON.stringify(clause)}: { digest: "${digest}", on: ${on} }\n`,
      );
    const body = lines.length === 0 ? 'reviewed: {}\n' : `reviewed:\n${lines.join('')}`;
    writeText(join(folder, 'reviewed.yaml'), `${heading}${body}`);
    print(`${join(folder, 'reviewed.yaml')}：${lines.length}\n`);
    return 0;
  }
  const wanted = traced(program, digestOfText).filter(
    ({ source }) => call.positionals.length === 0 || call.positionals.includes(source),
  );
  const report = traceReport(program, wanted);
  const out = call.text('out');
  const text =
    format === 'json'
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : format === 'md'
        ? traceMarkdown(report, language)
        : tracePretty(report, language, out === undefined ? paintFor(process.stdout) : plain);
  deliver(text, out, inputsOf(loaded));
  const changed = drift(program, wanted);
  complainOf(changed, language);
  return changed.length > 0 ? 1 : 0;
}

const heading = `# 由 shouze trace --accept 生成：各条款最近一次与规则对照复核时的文字摘要和日期
# made by shouze trace --accept: as which text each clause was last compared with its rules, and when
`;

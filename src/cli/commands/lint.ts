import { sayIn } from '../../base/language.ts';
import { join, relative } from 'node:path';
import process from 'node:process';

import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { unplannedOf } from '../../plan/from-program.ts';
import type { Unplanned } from '../../plan/plan.ts';
import { releaseProblems } from '../../rulebook/release.ts';
import { writeText } from '../../io/write.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { diagnosticJson } from '../../report/diagnostic-json.ts';
import { type Problems, wordbooks } from '../../words/messages/messages.ts';
import type { Terms } from '../../words/terms.ts';
import { beyondReading } from '../../verify/lint.ts';
import { oneOf, readCall, UsageError } from '../call.ts';
import { type ExitCode, paintFor, print } from '../console.ts';
import { keepMemory, keptMemory } from '../kept-memory.ts';
import { loadRulebook } from '../load.ts';
import { rulebookAt } from '../rulebook-at.ts';
import { languageIn } from '../sound.ts';

export const help = `shouze lint  检查规则库 / is the rulebook well formed, typed, cited, dated, tested

  --fix                  改正有把握的写法（全角符号、半角标点） / mend what is certain
  --release              还要查能不能签发：已签署，不引用征求意见的规则，依据已核实或具名接受
                         / fit to issue: signed, leaning on no draft, every basis verified or accepted by name
  --unplanned            列出没有数值形式的规则及原因 / name rules that have no plan, and why
  --format pretty|json
  --rulebook DIR  --lang LANG

  退出码 / exit code：0 无问题 / all well，1 只有警告 / warnings only，2 有错误 / errors
`;

export function lint(args: readonly string[]): ExitCode {
  const call = readCall(args, {
    fix: { type: 'boolean' },
    release: { type: 'boolean' },
    unplanned: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length > 0)
    throw new UsageError(
      'lint 不带路径，规则库用 --rulebook 指定 / lint takes no path: use --rulebook DIR',
    );
  const format = oneOf('format', call.text('format') ?? 'pretty', ['pretty', 'json']);
  const path = rulebookAt(call.text('rulebook'));
  const memory = keptMemory(path);
  let loaded = loadRulebook(path, memory);
  const mended = call.flag('fix') ? fix(loaded.diagnostics, loaded.folder) : 0;
  if (mended > 0) loaded = loadRulebook(path, memory);
  const { program } = loaded;
  const beyond = beyondReading(program, loaded.diagnostics, memory);
  memory.turn();
  keepMemory(path, memory);
  const unfit = program && call.flag('release') ? releaseProblems(program.rulebook) : [];
  const diagnostics = [...loaded.diagnostics, ...beyond, ...unfit].toSorted(byPlace);
  const unplanned = program && call.flag('unplanned') ? unplannedOf(program) : undefined;
  const language = languageIn(program, call);
  const { terms } = sayIn(wordbooks, language);
  const languages = program?.rulebook.manifest.data.languages ?? ['zh', 'en'];
  if (format === 'json')
    print(
      `${JSON.stringify(
        {
          mended,
          diagnostics: diagnostics.map((one) => diagnosticJson(one, languages)),
          ...(unplanned && {
            unplanned: unplanned.map(({ id: rule, parts }) => ({ rule, parts })),
          }),
        },
        undefined,
        2,
      )}\n`,
    );
  else {
    if (unplanned) print(unplannedText(unplanned, terms));
    if (diagnostics.length > 0)
      print(diagnosticsText(diagnostics, sayIn(wordbooks, language), paintFor(process.stdout)));
    const counts = {
      rules: program?.rules.length ?? 0,
      cases:
        program?.rules.reduce((sum, rule) => sum + (rule.rule.cases?.data.cases.length ?? 0), 0) ??
        0,
      errors: diagnostics.filter(({ severity }) => severity === 'error').length,
      warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
      mended,
    };
    print(terms.lint(counts));
  }
  return hasErrors(diagnostics) ? 2 : diagnostics.length > 0 ? 1 : 0;
}

function unplannedText(
  rules: readonly Unplanned[],
  { unplanned, unplannedPart, unplannedBecause }: Terms,
): string {
  const lines = rules.flatMap(({ id, parts }) => [
    `  ${id}`,
    ...parts.map(({ written, why, reference }) => {
      const text = written.replaceAll(/\s+/gu, ' ').trim();
      return `    ${unplannedPart(text, unplannedBecause[why], reference)}`;
    }),
  ]);
  return `${[unplanned(rules.length), ...lines].join('\n')}\n`;
}

/** Makes every fix that a diagnostic is sure of; the number made. */
function fix(diagnostics: readonly Diagnostic<Problems>[], folder: string): number {
  const bySource = Map.groupBy(
    diagnostics.filter((one) => one.fix),
    ({ span }) => span.source,
  );
  let made = 0;
  for (const [source, list] of bySource) {
    // what an extended rulebook says is not ours to mend
    if (!source.name.startsWith(`${folder.replace(/\/+$/u, '')}/`)) continue;
    const fixes = [...new Map(list.map((one) => [one.fix?.start ?? 0, one.fix])).values()];
    let { text } = source;
    for (const one of fixes.toSorted((a, b) => (b?.start ?? 0) - (a?.start ?? 0))) {
      if (!one) continue;
      text = text.slice(0, one.start) + one.text + text.slice(one.end);
      made += 1;
    }
    const name = folder.replace(/\/+$/u, '');
    writeText(join(folder, relative(name, source.name)), text);
  }
  return made;
}

function byPlace(a: Diagnostic<Problems>, b: Diagnostic<Problems>): number {
  if (a.span.source.name !== b.span.source.name)
    return a.span.source.name < b.span.source.name ? -1 : 1;
  return a.span.start - b.span.start;
}

import { indentedJson } from '../../base/json.ts';
import { sayIn } from '../../base/language.ts';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { unplannedOf } from '../../plan/from-program.ts';
import type { Unplanned } from '../../plan/plan.ts';
import { mendedIn } from '../../drafting/mended.ts';
import { writeText } from '../../io/write.ts';
import { releaseProblems } from '../../rulebook/release.ts';
import { diagnosticsText } from '../../report/diagnostics.ts';
import { lintReport } from '../../report/lint-json.ts';
import { type Problems, wordbooks } from '../../words/messages/messages.ts';
import type { Terms } from '../../words/terms.ts';
import { toldOfDiagnostic } from '../../report/told.ts';
import { toldFormats, toldText } from '../../report/told-formats.ts';
import { beyondReading } from '../../verify/lint.ts';
import { oneOf, readCall, UsageError } from '../call.ts';
import { type ExitCode, paintFor, print } from '../console.ts';
import { keepMemory, keptMemory } from '../kept-memory.ts';
import { type Loaded, loadRulebook } from '../load.ts';
import { rulebookAt } from '../rulebook-at.ts';
import { engineVersion, languageIn } from '../sound.ts';

export const help = `shouze lint [FILE…]  检查规则库，或者只说这几个文件 / is the rulebook, or are these files of it, well formed, typed, cited, dated, tested

  --fix                  改正有把握的写法（全角符号、半角标点） / mend what is certain
  --release              还要查能不能签发：已签署，不引用征求意见的规则，依据已核实或具名接受
                         / fit to issue: signed, leaning on no draft, every basis verified or accepted by name
  --unplanned            列出没有数值形式的规则及原因 / name rules that have no plan, and why
  --format pretty|json|sarif|github|gitlab|junit
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
  const format = oneOf('format', call.text('format') ?? 'pretty', [
    'pretty',
    'json',
    ...toldFormats,
  ]);
  const path = rulebookAt(call.text('rulebook'));
  const memory = keptMemory(path);
  let loaded = loadRulebook(path, memory);
  const mended = call.flag('fix') ? mend(loaded) : 0;
  if (mended > 0) loaded = loadRulebook(path, memory);
  const { program } = loaded;
  const beyond = beyondReading(program, loaded.diagnostics, memory);
  memory.turn();
  keepMemory(path, memory);
  const unfit = program && call.flag('release') ? releaseProblems(program.rulebook) : [];
  const own = filesAsked(call.positionals, loaded);
  const diagnostics = [...loaded.diagnostics, ...beyond, ...unfit]
    .filter(({ span }) => !own || own.has(span.source.name))
    .toSorted(byPlace);
  const unplanned = program && call.flag('unplanned') ? unplannedOf(program) : undefined;
  const language = languageIn(program, call);
  const { terms } = sayIn(wordbooks, language);
  const languages = program?.rulebook.manifest.data.languages ?? ['zh', 'en'];
  if (format !== 'pretty' && format !== 'json') {
    const told = diagnostics.map((one) => toldOfDiagnostic(one, language));
    print(toldText(told, format, { command: 'lint', engine: engineVersion(), language }));
  } else if (format === 'json')
    print(indentedJson(lintReport({ mended, diagnostics, unplanned }, languages)));
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

/** The names of the files that were given; undefined where none was, and all are meant. */
function filesAsked(
  given: readonly string[],
  { folder, program, diagnostics }: Loaded,
): ReadonlySet<string> | undefined {
  if (given.length === 0) return undefined;
  const names = new Set([
    ...[...(program?.rulebook.files.values() ?? [])].map(({ name }) => name),
    ...diagnostics.map(({ span }) => span.source.name),
  ]);
  const byPath = new Map([...names].map((name) => [resolve(name), name]));
  return new Set(
    given.map((path) => {
      const name = byPath.get(resolve(path));
      if (name === undefined)
        throw new UsageError(
          `${path}：规则库 ${folder} 没有这个文件，别的规则库用 --rulebook 指定 / is no file of the rulebook ${folder}; of another with --rulebook DIR`,
        );
      return name;
    }),
  );
}

/** Makes every fix that a diagnostic is sure of; the number made. */
function mend({ diagnostics, folder }: Pick<Loaded, 'diagnostics' | 'folder'>): number {
  const mended = mendedIn(diagnostics, folder);
  for (const { path, text } of mended) writeText(join(folder, path), text);
  return mended.reduce((sum, { fixes }) => sum + fixes, 0);
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

function byPlace(a: Diagnostic<Problems>, b: Diagnostic<Problems>): number {
  if (a.span.source.name !== b.span.source.name)
    return a.span.source.name < b.span.source.name ? -1 : 1;
  return a.span.start - b.span.start;
}

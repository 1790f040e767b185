import { inLanguage, type Language } from '../base/language.ts';
import { findingsIn } from './findings.ts';
import type { CheckReport, DossierJson, PlaceJson } from './json-format.ts';
import { diagnosticLevel, type ToolLevel, toolLevel } from './levels.ts';

/**
 * A check as annotations of GitHub, a line each: findings, what was waived, what cannot be told from the data, what is
 * wrong with files. What only waits for a person is not told, and a gate that was passed because of a finding only with
 * that.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function* githubText(report: CheckReport, language: Language): Generator<string> {
  for (const dossier of report.dossiers) yield* ofDossier(dossier, report, language);
}

function* ofDossier(
  dossier: DossierJson,
  report: CheckReport,
  language: Language,
): Generator<string> {
  const { file, diagnostics, outcomes } = dossier;
  for (const one of diagnostics) {
    const message = inLanguage(one.message, language);
    yield annotation(diagnosticLevel(one), one.file, one, one.code, message);
  }
  const others = outcomes.filter(
    ({ status, missing }) =>
      status === 'waived' || (status === 'cannot-tell' && missing.length > 0),
  );
  for (const one of [...findingsIn(dossier).map(({ outcome }) => outcome), ...others]) {
    const title = inLanguage(one.title ?? report.rules[one.rule]?.title, language);
    yield annotation(
      toolLevel(one, report),
      one.at.file ?? file,
      one.at,
      `${one.rule} ${title}`.trim(),
      [inLanguage(one.message, language), one.finding].join('\n'),
    );
  }
}

const commands: Readonly<Record<ToolLevel, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'notice',
};

/** One annotation, a line. */
export function annotation(
  level: ToolLevel,
  file: string,
  { line, column }: Pick<PlaceJson, 'line' | 'column'>,
  title: string,
  message: string,
): string {
  const properties = `file=${property(file)},line=${line},col=${column},title=${property(title)}`;
  return `::${commands[level]} ${properties}::${data(message)}\n`;
}

/** Nothing in a text ends the line, and so begins a command of its own. */
function data(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '\ufffd');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

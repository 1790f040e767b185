import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Program } from '../program/ast.ts';
import type { RuleKind } from '../rulebook/files.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { wordbookOf } from '../words/own.ts';
import type { CheckRun } from './checked.ts';

/** What of a rule says how much it weighs. */
type Weighed = Pick<Outcome, 'kind' | 'level' | 'severity'>;

/** How grave a fail is: the rulebook's own word for it, else the word for its level. */
export function levelTitle(
  { rulebook }: Program,
  { level, severity }: Weighed,
  language: Language,
): string {
  const own = rulebook.manifest.data.severities?.[severity ?? '']?.title;
  return own ? inLanguage(own, language) : sayIn(wordbooks, language).terms.level[level];
}

/** What it is, where it says so, and how grave. */
export function kindAndLevel(
  program: Program,
  weighed: Weighed,
  language: Language,
): readonly string[] {
  const kind = kindTitle(weighed.kind, program, language);
  const level = levelTitle(program, weighed, language);
  return kind === undefined ? [level] : [kind, level];
}

function kindTitle(
  kind: RuleKind | undefined,
  { rulebook }: Program,
  language: Language,
): string | undefined {
  return kind && wordbookOf(rulebook.manifest.data, language).terms.kind[kind];
}

/** Fails by severity, in the rulebook's order; undefined for a rulebook that names none. */
export function failsBySeverity({
  program,
  files,
}: CheckRun): Readonly<Record<string, number>> | undefined {
  const { severities } = program.rulebook.manifest.data;
  if (!severities) return undefined;
  const fails = files
    .flatMap(({ judged }) => judged?.judgement.findings ?? [])
    .filter(({ status }) => status === 'fail');
  const byName = Map.groupBy(fails, ({ severity }) => severity);
  return Object.fromEntries(
    Object.keys(severities).map((name) => [name, byName.get(name)?.length ?? 0]),
  );
}

/** `Error 3, Warning 1`; undefined for a rulebook that names no severities. */
export function severitiesLine(run: CheckRun, language: Language): string | undefined {
  const counts = failsBySeverity(run);
  const { severities = {} } = run.program.rulebook.manifest.data;
  if (!counts) return undefined;
  const { terms } = sayIn(wordbooks, language);
  const parts = Object.entries(counts).map(
    ([name, count]) => `${inLanguage(severities[name]?.title, language) || name} ${count}`,
  );
  return `${terms.status.fail}${terms.colon}${parts.join(terms.comma)}`;
}

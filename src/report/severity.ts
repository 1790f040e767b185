import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Program } from '../program/ast.ts';
import type { RuleKind } from '../rulebook/files.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { wordbookOf } from '../words/own.ts';

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

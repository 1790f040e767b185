import type { Language } from '../base/language.ts';
import { clauseOf, type Confidence, isVerified, type Rulebook, sourceOf } from '../rulebook/ast.ts';
import type { ClauseRef, Words } from '../rulebook/files.ts';
import { clauseName } from '../words/clauses.ts';
import type { Wordbook } from '../words/messages/messages.ts';

/** How far a cited clause can be relied on; one that is not there not at all. */
export function standingOf(
  ref: ClauseRef,
  rulebook: Rulebook,
): { readonly confidence: Confidence; readonly verified: boolean } {
  const confidence = clauseOf(rulebook, ref)?.confidence ?? 'GK';
  return { confidence, verified: isVerified(confidence) };
}

/**
 * A cited clause by its source, number and heading: `《…》（文号）第十七条“面谈”`.
 *
 * @param words - a text of the rulebook in the language
 */
export function clauseTitle(
  ref: ClauseRef,
  rulebook: Rulebook,
  { terms }: Pick<Wordbook, 'terms'>,
  words: (text: Words | undefined) => string,
  language: Language,
): string {
  const clause = clauseOf(rulebook, ref);
  const source = sourceOf(rulebook, ref);
  const name = terms.sourceTitle(words(source?.title));
  const number = source?.number === undefined ? '' : terms.brackets(words(source.number));
  const part =
    clause && source
      ? terms.beforeClause + clauseName(clause.id, source, words(clause.title), language)
      : '';
  return `${name}${number}${part}`.trim();
}

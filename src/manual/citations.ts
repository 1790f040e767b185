import { sayIn, spokenTo } from '../base/language.ts';
import { labelsIn } from '../words/manual.ts';
import { type Clause, isVerified, type Rulebook } from '../rulebook/ast.ts';
import type { Citation } from './model.ts';
import type { Speaker } from './speaker.ts';

/** How clauses are cited: by title, document number and clause, with how far each can be relied on. */
export function citationsOf(
  { sources }: Rulebook,
  { words, language }: Speaker,
): (refs: readonly string[]) => readonly Citation[] {
  const known = new Map<string, Citation>();
  for (const source of sources) {
    const title = words(source.title);
    for (const clause of source.clauses.values()) {
      known.set(clause.ref, {
        ref: clause.ref,
        source: sayIn(labelsIn, language).sourceTitle(title),
        number: words(source.number),
        clause: clauseName(clause, words(clause.title), language),
        confidence: clause.confidence,
        verified: isVerified(clause.confidence),
        text: words(clause.text),
      });
    }
  }
  return (refs) => refs.flatMap((ref) => known.get(ref) ?? []);
}

/** An article by its number; a clause that has none goes by its heading. */
function clauseName({ id }: Clause, title: string, language: Speaker['language']): string {
  const heading = title.replace(/（条号未核实）$| \(article number unverified\)$/u, '');
  const number = /^[\d.-]+$/u.test(id)
    ? `${spokenTo(language) === 'zh' ? '条款' : 'clause'} ${id}`
    : '';
  return [number, heading && `“${heading}”`]
    .filter((part) => part !== '')
    .join(spokenTo(language) === 'zh' ? '' : ' ');
}

import type { Language } from '../../base/language.ts';
import type { Clause, Rulebook, SourceDocument } from '../ast.ts';
import type { Words } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';

/** What a source says of itself when its number, or that of an article, was not seen. */
const notSeen = /未核实|待核|(?:not |un)verified/u;

/** A clause is marked as read only where its source names the text that was read, and what was not read is not restated.
 *
 * People are held to account by a clause that is marked so. */
export function* marks({ sources }: Rulebook): ProblemsFound {
  for (const source of sources) {
    for (const clause of source.clauses.values()) {
      if (clause.confidence === 'V1') yield* asRead(source, clause);
      if (isRestated(clause, source.languages))
        yield {
          code: 'rulebook/pending-restated',
          severity: 'error',
          span: clause.span,
          params: { clause: clause.ref },
        };
    }
  }
}

function* asRead({ id, read, number, span: head }: SourceDocument, clause: Clause): ProblemsFound {
  const { ref, title, span } = clause;
  const place = { severity: 'error', span, related: [head] } as const;
  if (!read || read.text === 'translation' || read.text === 'report') {
    const params = { clause: ref, source: id, text: read?.text };
    yield { ...place, code: 'rulebook/not-read', params };
  }
  if (has(number, notSeen) || has(title, notSeen)) {
    const params = { clause: ref, source: id };
    yield { ...place, code: 'rulebook/number-not-seen', params };
  }
}

/** It waits for its text, nobody verified it, and yet it says what is in it. */
function isRestated({ status, confidence, text }: Clause, languages: readonly Language[]): boolean {
  const says = languages.some((language) => (text[language] ?? '').trim() !== '');
  return status?.kind === 'pending' && confidence === 'GK' && says;
}

function has(words: Words | undefined, pattern: RegExp): boolean {
  return Object.values(words ?? {}).some((text) => pattern.test(text));
}

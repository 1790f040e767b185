import type { Span } from '../../base/source.ts';
import { type Clause, type Rulebook, rulesOf, type SourceDocument, spanOf } from '../ast.ts';
import type { Words } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';

/** What a source says of itself when its number, or that of an article, was not seen. */
const notSeen = /未核实|待核|(?:not |un)verified/u;

/** A clause is marked as read only where its source names the text that was read, and nothing rests on what was not read.
 *
 * People are held to account by a clause that is marked so. */
export function* marks(rulebook: Rulebook): ProblemsFound {
  const cited = citedIn(rulebook);
  for (const source of rulebook.sources) {
    yield* notRead(source);
    for (const clause of source.clauses.values()) {
      if (clause.confidence === 'V1') yield* notSeenIn(source, clause);
      if (!isUnread(clause)) continue;
      const { ref, figures, span } = clause;
      const related = cited.get(ref) ?? [];
      const what = figures.length > 0 ? 'figures' : 'basis';
      if (figures.length > 0 || related.length > 0) {
        const params = { clause: ref, what } as const;
        yield { code: 'rulebook/pending-relied-on', severity: 'error', span, params, related };
      }
    }
  }
}

/** Where rules, parameters and tables cite each clause; a draft waits for its clause and judges nothing. */
function citedIn(rulebook: Rulebook): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>();
  const entries = [
    ...rulesOf(rulebook)
      .map(({ entry }) => entry)
      .filter(({ data }) => data.status !== 'draft'),
    ...rulebook.parameters,
    ...rulebook.tables,
  ];
  for (const entry of entries) {
    const { basis = [], editions } = entry.data;
    const places = [
      ...basis.map((ref, at) => [ref, spanOf(entry, 'basis', at)] as const),
      ...editions.flatMap((edition, index) =>
        (edition.basis ?? []).map(
          (ref, at) => [ref, spanOf(entry, 'editions', index, 'basis', at)] as const,
        ),
      ),
    ];
    for (const [ref, span] of places) found.set(ref, [...(found.get(ref) ?? []), span]);
  }
  return found;
}

/** Told once, where the source has to name what was read. */
function* notRead({ id, read, span, clauses }: SourceDocument): ProblemsFound {
  const marked = [...clauses.values()].filter(({ confidence }) => confidence === 'V1');
  if (marked.length === 0) return;
  if (read && read.text !== 'translation' && read.text !== 'report') return;
  const params = { clauses: marked.map(({ ref }) => ref), source: id, text: read?.text };
  yield { code: 'rulebook/not-read', severity: 'error', span, params };
}

function* notSeenIn({ id, number, span: head }: SourceDocument, clause: Clause): ProblemsFound {
  const { ref, title, span } = clause;
  if (!has(number, notSeen) && !has(title, notSeen)) return;
  const params = { clause: ref, source: id };
  const place = { severity: 'error', span, related: [head] } as const;
  yield { ...place, code: 'rulebook/number-not-seen', params };
}

/** It waits for its text, which nobody verified: what it says is at most what is missing. */
function isUnread({ status, confidence }: Clause): boolean {
  return status?.kind === 'pending' && confidence === 'GK';
}

function has(words: Words | undefined, pattern: RegExp): boolean {
  return Object.values(words ?? {}).some((text) => pattern.test(text));
}

import type { Diagnostic } from '../../base/diagnostic.ts';
import { dayAfter, dayBefore } from '../../values/neighbouring-days.ts';
import { parseDate } from '../../values/temporal-text.ts';
import { type Entry, type Rulebook, rulesOf, spanOf, stepsOf } from '../ast.ts';
import type { Period } from '../files.ts';
import type { ProblemsFound, RulebookProblems } from '../problems.ts';

/** The editions of one thing follow each other without a gap or an overlap, the oldest first.
 *
 * A file is judged by the edition in force on its day: in a gap there would be none, in an overlap two. */
export function* editions(rulebook: Rulebook): ProblemsFound {
  const { definitions, parameters, tables, codes } = rulebook;
  for (const { entry } of rulesOf(rulebook)) yield* chain(entry, entry.data.editions, []);
  for (const entry of [...parameters, ...tables, ...codes])
    yield* chain(entry, entry.data.editions, []);
  for (const { entry } of stepsOf(rulebook)) yield* chain(entry, entry.data.editions ?? [], []);
  for (const [index, definition] of (definitions?.data.definitions ?? []).entries()) {
    if (definitions) yield* chain(definitions, definition.editions, ['definitions', index]);
  }
}

function* chain(
  entry: Entry<unknown>,
  periods: readonly Period[],
  keys: readonly (string | number)[],
): ProblemsFound {
  const place = (index: number, key: string) => spanOf(entry, ...keys, 'editions', index, key);
  for (const [index, { from, until }] of periods.entries()) {
    const impossible = [from, until].filter((day) => day !== undefined && !parseDate(day));
    for (const text of impossible) {
      const span = place(index, text === from ? 'from' : 'until');
      const params = { text: String(text) };
      yield { code: 'rulebook/impossible-date', severity: 'error', span, params };
    }
    if (impossible.length > 0) return;
    if (until === undefined || until >= from) continue;
    const params = { from, until };
    const span = place(index, 'until');
    yield { code: 'rulebook/edition-backwards', severity: 'error', span, params };
  }
  const numbered = periods.map((period, index) => ({ ...period, index }));
  const astray = numbered.find(({ from, index }) => from < (periods[index - 1]?.from ?? from));
  if (astray) {
    const later = numbered.find(({ from }) => from > astray.from);
    const params = { from: astray.from, before: later?.from ?? '' };
    const span = place(astray.index, 'from');
    yield { code: 'rulebook/edition-order', severity: 'error', span, params };
  }
  const inOrder = numbered.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const [index, period] of inOrder.entries()) {
    const previous = inOrder[index - 1];
    if (previous) yield* between(previous, period, place(period.index, 'from'));
  }
}

function* between(
  { from: began, until }: Period,
  { from }: Period,
  span: Diagnostic<RulebookProblems>['span'],
): ProblemsFound {
  const expected = until === undefined ? undefined : dayAfter(until);
  // of an edition that ends before it begins, that is told
  if (expected === from || (until !== undefined && until < began)) return;
  if (until !== undefined && expected !== undefined && from > expected) {
    const params = { after: until, before: from };
    yield { code: 'rulebook/edition-gap', severity: 'error', span, params };
    return;
  }
  const wanted = dayBefore(from);
  yield {
    code: 'rulebook/edition-overlap',
    severity: 'error',
    span,
    params: { from, until, wanted },
  };
}

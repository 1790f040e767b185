import type { Diagnostic } from '../../base/diagnostic.ts';
import { parseDate, printDate } from '../../values/temporal-text.ts';
import { addDays } from '../../values/temporal.ts';
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
  let previous: Period | undefined;
  for (const [index, period] of periods.entries()) {
    const { from, until } = period;
    const place = (key: string) => spanOf(entry, ...keys, 'editions', index, key);
    const impossible = [from, until].filter((day) => day !== undefined && !parseDate(day));
    for (const text of impossible) {
      const span = place(text === from ? 'from' : 'until');
      yield {
        code: 'rulebook/impossible-date',
        severity: 'error',
        span,
        params: { text: String(text) },
      };
    }
    if (impossible.length > 0) return;
    if (until !== undefined && until < from) {
      yield {
        code: 'rulebook/edition-backwards',
        severity: 'error',
        span: place('until'),
        params: { from, until },
      };
    }
    if (previous) yield* between(previous, period, place('from'));
    previous = period;
  }
}

function* between(previous: Period, { from }: Period, span: Diagnostic<RulebookProblems>['span']) {
  const end = previous.until === undefined ? undefined : parseDate(previous.until);
  const next = end && addDays(end, 1);
  const expected = next && printDate(next);
  if (expected === from) return;
  const found: Diagnostic<RulebookProblems> =
    previous.until === undefined || (expected !== undefined && from < expected)
      ? {
          code: 'rulebook/edition-overlap',
          severity: 'error',
          span,
          params: { from, until: previous.until ?? '…' },
        }
      : {
          code: 'rulebook/edition-gap',
          severity: 'error',
          span,
          params: { after: previous.until, before: from },
        };
  yield found;
}

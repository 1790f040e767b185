import { type Entry, type Rulebook, rulesOf, sourceIdOf, spanOf, stepsOf } from '../ast.ts';
import type { ClauseRef, EndedFile, Period } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';
import { beginning } from '../whole.ts';

/** What a rule or a step says of its time. */
interface Timed {
  readonly since?: 'new';
  readonly ended?: EndedFile;
  readonly basis?: readonly ClauseRef[];
  readonly editions?: readonly (Period & {
    readonly basis?: readonly ClauseRef[];
  })[];
}

/** What says that it began with its source did so, and what says why it ended has a last day.
 *
 * By these words alone a file outside the editions is not applicable, so that wrong ones would hide it. */
export function* sinceEnded(rulebook: Rulebook): ProblemsFound {
  for (const { entry } of [...rulesOf(rulebook), ...stepsOf(rulebook)]) {
    yield* begun(rulebook, entry);
    yield* ended(entry);
  }
}

function* begun(rulebook: Rulebook, entry: Entry<Timed>): ProblemsFound {
  const { since, basis = [], editions: [first] = [] } = entry.data;
  if (since === undefined) return;
  const from = first?.from ?? beginning;
  const { earliest, latest } = sourceDays(rulebook, first?.basis ?? basis);
  const isEarly = from <= beginning || (earliest !== undefined && from < earliest);
  const isLate = latest !== undefined && from > latest;
  if (!isEarly && !isLate) return;
  const params = { from, source: isEarly ? earliest : latest };
  yield { code: 'rulebook/since', severity: 'error', span: spanOf(entry, 'since'), params };
}

/**
 * Between which days the sources of some clauses began, as far as that is known: of a text issued after its source
 * began, nobody knows which of its clauses are new.
 */
function sourceDays({ sources }: Rulebook, basis: readonly ClauseRef[]) {
  const ids = new Set(basis.map(sourceIdOf));
  const cited = sources.filter(({ id }) => ids.has(id));
  const days = cited.flatMap(({ from }) => from ?? []).toSorted();
  const isKnown = cited.length === days.length;
  const isFirstText = cited.every(
    ({ from = '', issued }) => issued === undefined || issued <= from,
  );
  return {
    earliest: isKnown ? days[0] : undefined,
    latest: isKnown && isFirstText ? days.at(-1) : undefined,
  };
}

function* ended(entry: Entry<Timed>): ProblemsFound {
  const { ended: end, editions = [] } = entry.data;
  const { until } = editions.at(-1) ?? {};
  if (end !== undefined && until === undefined) {
    const span = spanOf(entry, 'ended');
    yield { code: 'rulebook/ended-open', severity: 'error', span, params: {} };
  }
  if (end === undefined && until !== undefined) {
    const span = spanOf(entry, 'editions', editions.length - 1, 'until');
    yield { code: 'rulebook/until-unexplained', severity: 'error', span, params: { until } };
  }
}

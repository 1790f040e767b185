import type { ServicePromise } from '../program/ast.ts';
import { nearestRank } from '../values/rank.ts';
import { compare, divide, type Rational, whole } from '../values/rational.ts';
import { binomialInterval, type Interval } from '../values/proportion.ts';
import type { CaseState, ServiceCase } from './case.ts';

export type ServiceGrouping = 'promise' | 'branch' | 'customer' | 'officer';

/** What a promise comes to over the cases of a group. */
export interface ServiceFigure {
  readonly promise: ServicePromise;
  readonly counts: Readonly<Record<CaseState, number>>;
  /** Kept, of those kept, broken and late; undefined where there is none of them. */
  readonly share: Rational | undefined;
  /** Between which the share would lie with 95 % confidence if these cases were drawn of many alike. */
  readonly interval: Interval | undefined;
  /** Between which the share lies, whatever the untold cases are. */
  readonly range: readonly [Rational, Rational] | undefined;
  /** Of the cases done, what half of them took at most; undefined where there is none. */
  readonly median: Rational | undefined;
  /** What nine in ten of them took at most; undefined below ten cases. */
  readonly ninetieth: Rational | undefined;
}

export interface ServiceGroup {
  /** undefined where nobody can tell whose the cases are, and for `promise`. */
  readonly key: string | undefined;
  /** In the order of the rulebook; only those of which there is a case. */
  readonly figures: readonly ServiceFigure[];
}

/** Cases in all, from `from` to `until` (ISO, inclusive) by the day they began, group by group. */
export interface ServiceReport {
  readonly by: ServiceGrouping;
  readonly today: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly files: number;
  /** Files that could not be read: they have no case. */
  readonly unread: number;
  /** Cases that began outside of the period. */
  readonly outside: number;
  readonly groups: readonly ServiceGroup[];
  /** Open beyond the time promised, the longest first. */
  readonly late: readonly ServiceCase[];
  /** Of which the files do not say enough. */
  readonly untold: readonly ServiceCase[];
}

/** Fewer cases than this have no ninetieth percentile: it would be the longest of them. */
const leastForNinetieth = 10;

/** Gathers cases into groups; the same cases in any order come to the same, but for ties in lists. */
export function serviceReport(
  cases: readonly ServiceCase[],
  promises: readonly ServicePromise[],
  setting: Pick<ServiceReport, 'by' | 'today' | 'from' | 'until' | 'files' | 'unread'>,
): ServiceReport {
  const { by, from, until } = setting;
  const within = cases.filter(
    ({ began }) =>
      began === undefined ||
      ((from === undefined || from <= began) && (until === undefined || began <= until)),
  );
  const groups = Map.groupBy(within, (one) => (by === 'promise' ? undefined : one[by]));
  return {
    ...setting,
    outside: cases.length - within.length,
    groups: [...groups]
      .toSorted(([a], [b]) => inOrder(a, b))
      .map(([key, own]) => ({ key, figures: figuresOf(own, promises) })),
    late: within
      .filter(({ state }) => state === 'late')
      .toSorted((a, b) => (a.over && b.over ? compare(b.over, a.over) : 0)),
    untold: within.filter(({ state }) => state === 'untold'),
  };
}

function figuresOf(
  cases: readonly ServiceCase[],
  promises: readonly ServicePromise[],
): readonly ServiceFigure[] {
  return promises.flatMap((promise) => {
    const own = cases.filter((one) => one.promise === promise);
    return own.length > 0 ? [figureOf(promise, own)] : [];
  });
}

function figureOf(promise: ServicePromise, cases: readonly ServiceCase[]): ServiceFigure {
  const count = (state: CaseState) => cases.filter((one) => one.state === state).length;
  const counts = {
    kept: count('kept'),
    broken: count('broken'),
    open: count('open'),
    late: count('late'),
    untold: count('untold'),
  };
  const judged = counts.kept + counts.broken + counts.late;
  const all = whole(judged + counts.untold);
  const low = divide(whole(counts.kept), all);
  const high = divide(whole(counts.kept + counts.untold), all);
  const taken = cases
    .flatMap(({ state, taken: time }) =>
      (state === 'kept' || state === 'broken') && time ? [time] : [],
    )
    .toSorted(compare);
  return {
    promise,
    counts,
    share: divide(whole(counts.kept), whole(judged)),
    interval: judged > 0 ? binomialInterval(counts.kept, judged) : undefined,
    range: counts.untold > 0 && low && high ? [low, high] : undefined,
    median: nearestRank(taken, 50),
    ninetieth: taken.length < leastForNinetieth ? undefined : nearestRank(taken, 90),
  };
}

function inOrder(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Measure, Program } from '../program/ast.ts';
import type { Figure } from '../scorecard/card.ts';
import type { Judged } from '../scorecard/file-value.ts';
import { figureOf } from '../scorecard/figure.ts';
import { toNumber } from '../values/rational.ts';
import {
  type Difference,
  differenceOfMeans,
  differenceOfShares,
  evened,
  type Strata,
  type Term,
} from './differences.ts';
import { byGroup, type Group, type Grouped, grouped, groups } from './groups.ts';
import type { PilotPlan } from './plan.ts';

/** Files that are alike in all parts of the mix. */
export interface Stratum {
  readonly texts: readonly string[];
  /** Files with a known value. */
  readonly counts: Readonly<Record<Group, number>>;
  /** Some group has none: it is left out. */
  readonly isLeftOut: boolean;
}

/** Why a measure is not compared. */
export type NotCompared =
  | 'sum'
  | 'definitions'
  | 'no-pilot'
  | 'no-others'
  | 'no-before'
  | 'no-stratum'
  | 'few'
  | 'no-spread';

/** One measure of a pilot: what it was in each group, and how the groups differ like for like. */
export interface Comparison {
  readonly measure: Measure;
  /** As the files are; none for a group without a file. */
  readonly figures: Readonly<Partial<Record<Group, Figure>>>;
  readonly strata: readonly Stratum[];
  /** Files of the pilot's time with a known value, those among them that are compared, and those not. */
  readonly during: number;
  readonly used: number;
  /** Files with a known value whose stratum cannot be told. */
  readonly unsorted: number;
  /** Files whose value is not known, of all four groups. */
  readonly unknown: number;
  readonly result: Compared | { readonly kind: 'not'; readonly why: NotCompared };
}

export interface Compared {
  readonly kind: 'compared';
  /** In the mix of the pilot's own files. */
  readonly evened: Readonly<Record<Group, number>>;
  /** The pilot's branches during it, less the others. */
  readonly across: Difference;
  /** The pilot's branches during it, less before. */
  readonly over: Difference;
  /** Their change less the change of the others: difference in differences. */
  readonly change: Difference;
}

/** A pilot, compared. */
export interface PilotReport {
  readonly plan: PilotPlan;
  readonly grouped: Grouped;
  /** Files in each group. */
  readonly counts: Readonly<Record<Group, number>>;
  /** Files that could not be judged. */
  readonly unread: number;
  /** It goes on after the last day that the files tell of. */
  readonly isInterim: boolean;
  readonly comparisons: readonly Comparison[];
}

/** Compares the branches of a pilot with the others and with themselves before, by every measure of the rulebook. */
export function pilotReport(
  program: Program,
  judged: readonly Judged[],
  plan: PilotPlan,
  unread: number,
): PilotReport {
  const sorted = grouped(program, judged, plan);
  const counts = countsOf(sorted.files.map(({ group }) => group));
  const comparisons = program.measures
    .filter((measure) => sorted.files.some(({ file }) => file.session.subject === measure.subject))
    .map((measure) => comparison(measure, sorted, plan));
  const { known } = sorted;
  const isInterim = known !== undefined && known < plan.until;
  return { plan, grouped: sorted, counts, unread, isInterim, comparisons };
}

function comparison(measure: Measure, { files }: Grouped, plan: PilotPlan): Comparison {
  const own = files.flatMap(({ file, values, group, stratum }) => {
    const value = values.get(measure);
    return value ? [{ id: file.id, group, stratum, value }] : [];
  });
  const figures = Object.fromEntries(
    groups.flatMap((group) => {
      const among = own.filter((one) => one.group === group);
      return among.length > 0 ? [[group, figureOf(measure, among, false)]] : [];
    }),
  );
  const known = own.flatMap(({ group, stratum, value }) =>
    value.kind === 'known' ? [{ group, stratum, value: toNumber(value.value) }] : [],
  );
  const told = known.flatMap(({ stratum, ...one }) => (stratum ? [{ ...one, stratum }] : []));
  const strata = [...Map.groupBy(told, ({ stratum }) => JSON.stringify(stratum))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, among]) => {
      const number = countsOf(among.map(({ group }) => group));
      return {
        texts: among[0]?.stratum ?? [],
        counts: number,
        isLeftOut: groups.some((group) => number[group] === 0),
        among,
      };
    });
  const common = strata.filter(({ isLeftOut }) => !isLeftOut);
  const used = common.reduce((sum, one) => sum + one.counts['pilot-during'], 0);
  return {
    measure,
    figures,
    strata: strata.map(({ texts, counts, isLeftOut }) => ({ texts, counts, isLeftOut })),
    during: known.filter(({ group }) => group === 'pilot-during').length,
    used,
    unsorted: known.length - told.length,
    unknown: own.filter(({ value }) => value.kind === 'unknown').length,
    result: result(),
  };

  function result(): Comparison['result'] {
    const why = notCompared();
    if (why !== undefined) return { kind: 'not', why };
    const weights = common.map(({ counts }) => counts['pilot-during'] / used);
    const valuesOf = (group: Group): Strata =>
      common.map(({ among }) => among.flatMap((one) => (one.group === group ? [one.value] : [])));
    const term = (sign: 1 | -1, group: Group): Term => ({ sign, strata: valuesOf(group) });
    const [now, then] = [term(1, 'pilot-during'), term(-1, 'pilot-before')];
    const across = [now, term(-1, 'others-during')];
    const change = [now, then, term(-1, 'others-during'), term(1, 'others-before')];
    const difference =
      measure.entry.data.gather === 'share' ? differenceOfShares : differenceOfMeans;
    const found = [across, [now, then], change].map((terms) => difference(terms, weights));
    const [a, o, c] = found;
    if (!a || !o || !c) return { kind: 'not', why: 'no-spread' };
    return {
      kind: 'compared',
      evened: byGroup((group) => evened(valuesOf(group), weights)),
      across: a,
      over: o,
      change: c,
    };
  }

  function notCompared(): NotCompared | undefined {
    const count = countsOf(known.map(({ group }) => group));
    if (measure.entry.data.gather === 'sum') return 'sum';
    if (plan.sameMeasures !== true) return 'definitions';
    if (count['pilot-during'] === 0) return 'no-pilot';
    if (count['others-during'] + count['others-before'] === 0) return 'no-others';
    if (count['pilot-before'] === 0 || count['others-before'] === 0) return 'no-before';
    if (common.length === 0) return 'no-stratum';
    const compared = countsOf(common.flatMap(({ among }) => among.map(({ group }) => group)));
    return groups.some((group) => compared[group] < plan.least) ? 'few' : undefined;
  }
}

function countsOf(all: readonly Group[]): Readonly<Record<Group, number>> {
  return byGroup((group) => all.filter((one) => one === group).length);
}

/** Whether a difference may be none. */
export function holdsZero({ low, high }: Difference): boolean {
  return low <= 0 && high >= 0;
}

import type { Standing } from '../ledger/standing.ts';
import type { Measure, Points } from '../program/ast.ts';
import {
  add,
  compare,
  divide,
  multiply,
  one,
  type Rational,
  round,
  subtract,
  whole,
  zero,
} from '../values/rational.ts';
import type { Figure } from './card.ts';
import type { FileValue } from './file-value.ts';

/**
 * What a measure comes to over the files of a group.
 *
 * @param isByLedger - whether a ledger tells what is confirmed: without one, what fails is a doubt and costs nothing
 */
export function figureOf(
  measure: Measure,
  files: readonly { readonly id: string; readonly value: FileValue }[],
  isByLedger: boolean,
): Figure {
  const values = files.map(({ value }) => value);
  const known = values.flatMap((value) => (value.kind === 'known' ? [value.value] : []));
  const unknown = files.flatMap(({ id, value }) =>
    value.kind === 'unknown' ? [{ id, missing: value.missing }] : [],
  );
  const { gather, outcomes } = measure.entry.data;
  const total = known.reduce(add, zero);
  const value = gather === 'sum' ? someOf(total, known) : divide(total, whole(known.length));
  const bounds = values.flatMap((one) => {
    const pair = boundsOf(one, gather);
    return pair ? [pair] : [];
  });
  const isBounded = bounds.length === known.length + unknown.length && bounds.length > 0;
  const end = (of: (pair: readonly [Rational, Rational]) => Rational) => {
    const sum = bounds.map((pair) => of(pair)).reduce(add, zero);
    return gather === 'sum' ? sum : divide(sum, whole(bounds.length));
  };
  const [low, high] = [end(([least]) => least), end(([, most]) => most)];
  const ends = isBounded && low && high ? ([low, high] as const) : undefined;
  const range = gather === 'share' || unknown.length > 0 ? ends : undefined;
  const isDoubt = outcomes?.status === 'fail' && !isByLedger;
  const told = againstTarget(measure, ends);
  const isWithheld = isDoubt && told.points !== undefined && compare(told.points, zero) < 0;
  return {
    measure,
    known: known.length,
    unknown: unknown.length,
    outOfScope: files.length - known.length - unknown.length,
    pending: values.reduce((sum, { pending }) => sum + pending, 0),
    value,
    range,
    ends,
    isMet: told.isMet,
    points: isWithheld ? zero : told.points,
    withheld: isWithheld ? told.points : undefined,
    standings: outcomes?.status === 'fail' && isByLedger ? added(values) : undefined,
    missing: unknown,
  };
}

/** Between which the value of a file lies; undefined where nothing tells, or the measure does not speak of it. */
function boundsOf(
  value: FileValue,
  gather: 'share' | 'mean' | 'sum',
): readonly [Rational, Rational] | undefined {
  if (value.kind === 'known') return [value.value, value.value];
  if (value.kind === 'out-of-scope') return undefined;
  return value.bounds ?? (gather === 'share' ? [zero, one] : undefined);
}

function added(values: readonly FileValue[]): ReadonlyMap<Standing, number> {
  const counts = new Map<Standing, number>();
  for (const { standings } of values)
    for (const [standing, count] of standings)
      counts.set(standing, (counts.get(standing) ?? 0) + count);
  return counts;
}

function someOf(total: Rational, known: readonly Rational[]): Rational | undefined {
  return known.length > 0 ? total : undefined;
}

/** How both ends of a range stand to the target, where they agree. */
function againstTarget(
  measure: Measure,
  ends: readonly [Rational, Rational] | undefined,
): Pick<Figure, 'isMet' | 'points'> {
  const { target } = measure;
  if (!ends || !target) return { isMet: undefined, points: undefined };
  const [low, high] = [
    aboveTarget(measure, target, ends[0]),
    aboveTarget(measure, target, ends[1]),
  ];
  const [isLowMet, isHighMet] = [compare(low, zero) >= 0, compare(high, zero) >= 0];
  const [least, most] = [pointsOf(measure, low), pointsOf(measure, high)];
  return {
    isMet: isLowMet === isHighMet ? isLowMet : undefined,
    points: compare(least, most) === 0 ? least : undefined,
  };
}

/** How much better than the target; below 0 for worse. */
function aboveTarget({ entry }: Measure, target: Rational, value: Rational): Rational {
  return entry.data.direction === 'higher' ? subtract(value, target) : subtract(target, value);
}

/** What of a figure's points is a reward, at one end of its range. */
export function rewardAt(measure: Measure, value: Rational): Rational {
  const { target } = measure;
  const points = target ? pointsOf(measure, aboveTarget(measure, target, value)) : zero;
  return compare(points, zero) > 0 ? points : zero;
}

/** Points of a figure: a reward for each full step, a deduction for each step that is begun. */
function pointsOf({ reward, deduction }: Measure, better: Rational): Rational {
  if (compare(better, zero) >= 0) return reward ? inSteps(better, reward, 'floor') : zero;
  const worse = subtract(zero, better);
  return deduction ? subtract(zero, inSteps(worse, deduction, 'ceiling')) : zero;
}

function inSteps(
  distance: Rational,
  { step, points, most }: Points,
  mode: 'floor' | 'ceiling',
): Rational {
  const steps = round(divide(distance, step) ?? zero, 0, mode);
  const earned = multiply(steps, points);
  return compare(earned, most) > 0 ? most : earned;
}

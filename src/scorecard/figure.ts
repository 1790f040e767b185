import type { Measure, Points } from '../program/ast.ts';
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  round,
  subtract,
  whole,
  zero,
} from '../values/rational.ts';
import type { Figure } from './card.ts';
import type { FileValue } from './file-value.ts';

/** What a measure comes to over the files of a group. */
export function figureOf(
  measure: Measure,
  files: readonly { readonly id: string; readonly value: FileValue }[],
): Figure {
  const values = files.map(({ value }) => value);
  const known = values.flatMap((value) => (value.kind === 'known' ? [value.value] : []));
  const unknown = files.flatMap(({ id, value }) =>
    value.kind === 'unknown' ? [{ id, missing: value.missing }] : [],
  );
  const { gather } = measure.entry.data;
  const total = known.reduce(add, zero);
  const value = gather === 'sum' ? someOf(total, known) : divide(total, whole(known.length));
  const all = whole(known.length + unknown.length);
  const low = divide(total, all);
  const high = divide(add(total, whole(unknown.length)), all);
  const range = gather === 'share' && low && high ? ([low, high] as const) : undefined;
  const ends = range ?? (value && unknown.length === 0 ? ([value, value] as const) : undefined);
  return {
    measure,
    known: known.length,
    unknown: unknown.length,
    outOfScope: files.length - known.length - unknown.length,
    pending: values.reduce((sum, { pending }) => sum + pending, 0),
    value,
    range,
    ...againstTarget(measure, ends),
    missing: unknown,
  };
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

import type { NumberType, Type } from '../feel/types.ts';
import type { Value } from '../feel/value.ts';
import { isKind } from '../feel/value.ts';
import { add, placesOf, type Rational, rational, subtract } from '../values/rational.ts';
import { addDays, nanosPerDay } from '../values/temporal.ts';

/** One step of what a number counts: a fen, a hundredth of a ratio, one day; never coarser than it is written. */
export function stepOf(value: Rational, type: Type): Rational {
  const places = Math.max(placesOf(value) ?? 0, type.kind === 'number' ? placesOfUnit(type) : 0);
  return rational(1n, 10n ** BigInt(places));
}

function placesOfUnit({ unit, decimals }: NumberType): number {
  switch (unit) {
    case 'money':
      return decimals ?? 2;
    case 'ratio':
    case 'area':
      return 2;
    case 'rate':
    case 'rate-per-month':
      return 4;
    default:
      return 0;
  }
}

/** The values a step below and above; none of what is not counted. */
export function besides(value: Value, type: Type): readonly Value[] {
  if (isKind(value, 'number')) {
    const step = stepOf(value, type);
    return [subtract(value, step), add(value, step)];
  }
  if (isKind(value, 'date'))
    return [addDays(value, -1), addDays(value, 1)].filter((day) => day !== undefined);
  if (isKind(value, 'days-duration'))
    return [value.nanos - nanosPerDay, value.nanos + nanosPerDay].map((nanos) => ({
      ...value,
      nanos,
    }));
  if (isKind(value, 'months-duration'))
    return [value.months - 1, value.months + 1].map((months) => ({ ...value, months }));
  return [];
}

import { add, compare, type Rational, subtract, zero } from '../values/rational.ts';

/** A number, or between which two it lies as long as something is open. */
export interface Band {
  readonly low: Rational;
  readonly high: Rational;
}

export const nothing: Band = { low: zero, high: zero };

/** Of two values in any order. */
export function between(a: Rational, b: Rational): Band {
  return compare(a, b) <= 0 ? { low: a, high: b } : { low: b, high: a };
}

/** What holds both: of something that may be the one or the other. */
export function either(a: Band, b: Band): Band {
  return { low: least(a.low, b.low), high: most(a.high, b.high) };
}

export function plus(a: Band, b: Band): Band {
  return { low: add(a.low, b.low), high: add(a.high, b.high) };
}

export function minus(a: Band, b: Band): Band {
  return { low: subtract(a.low, b.high), high: subtract(a.high, b.low) };
}

export function mapped(band: Band, by: (value: Rational) => Rational): Band {
  return between(by(band.low), by(band.high));
}

export function capped(band: Band, at: Rational): Band {
  return mapped(band, (value) => least(value, at));
}

export function isExact({ low, high }: Band): boolean {
  return compare(low, high) === 0;
}

export function sumOf(bands: readonly Band[]): Band {
  return bands.reduce(plus, nothing);
}

export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function most(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

import { invariant, unreachable } from '../base/invariant.ts';

/** An exact number: `n / d`, always in lowest terms and with `d` above 0. */
export interface Rational {
  readonly kind: 'number';
  readonly n: bigint;
  readonly d: bigint;
  /** Of a number that was read: digits after the point as written, where they are more than it needs. */
  readonly written?: number;
}

export type RoundingMode =
  | 'up'
  | 'down'
  | 'half up'
  | 'half down'
  | 'half even'
  | 'floor'
  | 'ceiling';

/** Longest text `parseRational` reads, in digits. */
const longestNumeral = 400;

/** Largest decimal exponent, as in IEEE 754 decimal128. */
const largestExponent = 6144;

/** Significant digits in which a number without an end is written, as in IEEE 754 decimal128. */
export const significantDigits = 34;

/** Digits beyond which `power` refuses to compute. */
const longestPower = 20_000;

export const zero: Rational = whole(0n);
export const one: Rational = whole(1n);

export function whole(n: bigint | number): Rational {
  return { kind: 'number', n: BigInt(n), d: 1n };
}

/** `n / d` in lowest terms; `d` is not 0. */
export function rational(n: bigint, d: bigint): Rational {
  invariant(d !== 0n, 'a denominator is not 0');
  if (d === 1n) return { kind: 'number', n, d };
  const sign = d < 0n ? -1n : 1n;
  const by = greatestCommonDivisor(n < 0n ? -n : n, d * sign) * sign;
  return { kind: 'number', n: n / by, d: d / by };
}

const numeral = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/u;

/** Reads `-12.50`, `.5` or `1.2e-3`; undefined for any other text, and for one too long or too large. */
export function parseRational(text: string): Rational | undefined {
  if (text.length > longestNumeral + 10) return undefined;
  const match = numeral.exec(text);
  if (!match) return undefined;
  const [, sign = '', before = '', after = '', exponentText = '0'] = match;
  const digits = before + after;
  const exponent = Number(exponentText);
  if (digits === '' || digits.length > longestNumeral) return undefined;
  if (Math.abs(exponent) > largestExponent) return undefined;
  return scaled(BigInt(sign + digits), exponent - after.length);
}

/** `n * 10 ** exponent` */
function scaled(n: bigint, exponent: number): Rational {
  const by = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? rational(n, by) : whole(n * by);
}

/** The decimal that is exactly `x` where it has an end, else 34 significant digits, halves to even. */
export function printRational(x: Rational): string {
  const places = decimalPlaces(x.d);
  const [{ n, d }, scale] =
    places === undefined ? printable(toSignificant(x, significantDigits)) : ([x, places] as const);
  return printScaled((n * 10n ** BigInt(scale)) / d, scale);
}

/** With the places to print; what lies below those of decimal128 is cut off. */
function printable(x: Rational): readonly [Rational, number] {
  return [x, decimalPlaces(x.d) ?? largestExponent];
}

/** Only what the denominators share is looked for in the result, which is no longer than needed on the way. */
export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return rational(a.n + b.n, a.d);
  const shared = greatestCommonDivisor(a.d, b.d);
  const [own, others] = shared === 1n ? [a.d, b.d] : [a.d / shared, b.d / shared];
  const n = a.n * others + b.n * own;
  const by = shared === 1n ? 1n : greatestCommonDivisor(n < 0n ? -n : n, shared);
  return { kind: 'number', n: n / by, d: (a.d / by) * others };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { kind: 'number', n: a.n * b.n, d: 1n };
  // each of the two is in lowest terms, so that only across them there is something to take out
  const [left, right] = [rational(a.n, b.d), rational(b.n, a.d)];
  return { kind: 'number', n: left.n * right.n, d: left.d * right.d };
}

/** Undefined where `b` is 0. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.n === 0n) return undefined;
  return multiply(
    a,
    b.n < 0n ? { kind: 'number', n: -b.d, d: -b.n } : { kind: 'number', n: b.d, d: b.n },
  );
}

export function negate(a: Rational): Rational {
  return { kind: 'number', n: -a.n, d: a.d };
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

/** A number that was written with so many digits after the point, zeros at the end counted. */
export function asWritten({ kind, n, d }: Rational, places: number): Rational {
  const needed = decimalPlaces(d) ?? places;
  return places > needed ? { kind, n, d, written: places } : { kind, n, d };
}

/** Digits after the point: as written where the number was read, else what it needs; undefined where it has no end. */
export function placesOf({ d, written }: Rational): number | undefined {
  return written ?? decimalPlaces(d);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

export function isWhole(a: Rational): boolean {
  return a.d === 1n;
}

/** `a ** exponent`; undefined for 0 to a negative power and where the result has over 20,000 digits. */
export function power(a: Rational, exponent: bigint): Rational | undefined {
  if (exponent < 0n) return a.n === 0n ? undefined : power(rational(a.d, a.n), -exponent);
  if (exponent === 0n) return one;
  const digits = Math.max(digitsOf(a.n), digitsOf(a.d));
  if (a.d === 1n && a.n >= -1n && a.n <= 1n) return exponent % 2n === 0n ? multiply(a, a) : a;
  if (exponent * BigInt(digits) > BigInt(longestPower)) return undefined;
  return { kind: 'number', n: a.n ** exponent, d: a.d ** exponent };
}

/**
 * Rounds to `places` digits after the point (before it where negative).
 *
 * @returns a multiple of `10 ** -places`; off by less than that, by at most half of it in the `half` modes
 */
export function round(a: Rational, places: number, mode: RoundingMode): Rational {
  const unit = 10n ** BigInt(Math.abs(places));
  const n = places < 0 ? a.n : a.n * unit;
  const d = places < 0 ? a.d * unit : a.d;
  return scaled(roundQuotient(n, d, mode), -places);
}

export function floor(a: Rational): bigint {
  return roundQuotient(a.n, a.d, 'floor');
}

/** Rounds to so many significant digits, halves to even. */
export function toSignificant(a: Rational, digits: number): Rational {
  if (a.n === 0n) return a;
  let places = digits - (digitsOf(a.n) - digitsOf(a.d)) - 1;
  let rounded = round(a, places, 'half even');
  // The estimate of the first digit's place is exact or one too low.
  const unit = 10n ** BigInt(Math.abs(places));
  const kept = places < 0 ? rounded.n / unit : (rounded.n * unit) / rounded.d;
  if (digitsOf(kept) < digits) {
    places += 1;
    rounded = round(a, places, 'half even');
  }
  return rounded;
}

/** The nearest double; infinite where `a` is too large for one. */
export function toNumber(a: Rational): number {
  const direct = Number(a.n) / Number(a.d);
  if (a.d === 1n || (isExact(a.n) && isExact(a.d))) return direct;
  return Number(printRational(toSignificant(a, significantDigits)));
}

/** A whole number that a `number` holds exactly; undefined otherwise. */
export function toWhole(a: Rational): number | undefined {
  return a.d === 1n && isExact(a.n) ? Number(a.n) : undefined;
}

/** Decimal digits of a whole number, without its sign. */
function digitsOf(n: bigint): number {
  return (n < 0n ? -n : n).toString().length;
}

function isExact(n: bigint): boolean {
  return n <= BigInt(Number.MAX_SAFE_INTEGER) && n >= BigInt(Number.MIN_SAFE_INTEGER);
}

function roundQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const quotient = n / d;
  const rest = n % d;
  if (rest === 0n) return quotient;
  const away = n < 0n ? quotient - 1n : quotient + 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  switch (mode) {
    case 'up':
      return away;
    case 'down':
      return quotient;
    case 'floor':
      return n < 0n ? away : quotient;
    case 'ceiling':
      return n < 0n ? quotient : away;
    case 'half up':
      return twice >= d ? away : quotient;
    case 'half down':
      return twice > d ? away : quotient;
    case 'half even':
      if (twice !== d) return twice > d ? away : quotient;
      return quotient % 2n === 0n ? quotient : away;
    default:
      return unreachable(mode);
  }
}

/** Digits after the point of `1 / d`; undefined where they have no end, or over 6,144. */
function decimalPlaces(d: bigint): number | undefined {
  if (d === 1n) return 0;
  const twos = takenOut(d, 2n);
  const fives = takenOut(twos.rest, 5n);
  const places = Math.max(twos.times, fives.times);
  return fives.rest === 1n && places <= largestExponent ? places : undefined;
}

/** How many times `n` can be divided by `by`, and what is left then. */
function takenOut(n: bigint, by: bigint): { readonly times: number; readonly rest: bigint } {
  if (n % by !== 0n) return { times: 0, rest: n };
  // first as often as its square, so that few divisions do
  const { times, rest } = takenOut(n, by * by);
  return rest % by === 0n ? { times: times * 2 + 1, rest: rest / by } : { times: times * 2, rest };
}

function printScaled(n: bigint, places: number): string {
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
  const before = digits.slice(0, digits.length - places);
  let end = digits.length;
  while (end > before.length && digits[end - 1] === '0') end -= 1;
  const after = digits.slice(before.length, end);
  return (n < 0n ? '-' : '') + before + (after === '' ? '' : `.${after}`);
}

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** Of two numbers that are not negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = a < b ? [b, a] : [a, b];
  if (y > largestSafe) [x, y] = reducedByLeadingBits(x, y);
  if (y === 0n) return x;
  let [p, q] = [Number(y), Number(x % y)];
  while (q !== 0) [p, q] = [q, p % q];
  return BigInt(p);
}

/** Bits of the leading part; so few that quotients of such numbers are exact in a double. */
const leadingBits = 50;

/**
 * Two numbers with the same common divisors, the lower small enough for a double.
 *
 * Most of Euclid's quotients are told by the leading bits of both numbers, so that the long numbers are touched
 * once for some 25 bits instead of once for each quotient (Lehmer; Knuth, TAOCP 2, 4.5.2, algorithm L).
 */
function reducedByLeadingBits(a: bigint, b: bigint): readonly [bigint, bigint] {
  let [x, y] = [a, b];
  let shift = bitsOf(x) - leadingBits;
  while (y > largestSafe) {
    let [u, v] = [Number(x >> BigInt(shift)), Number(y >> BigInt(shift))];
    // the rows of the matrix that leads from x and y to where the quotients have come
    let [a0, b0, a1, b1] = [1, 0, 0, 1];
    while (v + a1 !== 0 && v + b1 !== 0) {
      const quotient = Math.floor((u + a0) / (v + a1));
      if (quotient !== Math.floor((u + b0) / (v + b1))) break;
      [a0, a1] = [a1, a0 - quotient * a1];
      [b0, b1] = [b1, b0 - quotient * b1];
      [u, v] = [v, u - quotient * v];
    }
    if (b0 === 0) {
      [x, y] = [y, x % y];
      shift = bitsOf(x) - leadingBits;
    } else {
      [x, y] = [BigInt(a0) * x + BigInt(b0) * y, BigInt(a1) * x + BigInt(b1) * y];
      shift -= leadingBits - 1 - Math.floor(Math.log2(u));
    }
    shift = Math.max(shift, 0);
  }
  return [x, y];
}

/** Binary digits of a positive number, rounded up to a multiple of 4. */
function bitsOf(n: bigint): number {
  return n.toString(16).length * 4;
}

/** Whether each side of the fraction line takes one 64-bit word at most. */
export function isShort({ n, d }: Rational): boolean {
  return n < word && n > -word && d < word;
}

/** 64-bit words that the number takes, both sides of its fraction line together. */
export function wordsOf({ n, d }: Rational): number {
  return wordsIn(n) + wordsIn(d);
}

const word = 1n << 64n;

function wordsIn(n: bigint): number {
  if (n < word && n > -word) return 1;
  return Math.ceil(n.toString(16).length / 16);
}

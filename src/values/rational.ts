import { invariant, unreachable } from '../base/invariant.ts';

/** An exact number: `n / d`, always in lowest terms and with `d` above 0. */
export interface Rational {
  readonly kind: 'number';
  readonly n: bigint;
  readonly d: bigint;
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
  if (places !== undefined) return printScaled((x.n * 10n ** BigInt(places)) / x.d, places);
  const rounded = toSignificant(x, significantDigits);
  return printScaled((rounded.n * 10n ** BigInt(largestExponent)) / rounded.d, largestExponent);
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === b.d) return rational(a.n + b.n, a.d);
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** Undefined where `b` is 0. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  return b.n === 0n ? undefined : rational(a.n * b.d, a.d * b.n);
}

export function negate(a: Rational): Rational {
  return { kind: 'number', n: -a.n, d: a.d };
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
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
  if (digitsOf((rounded.n * 10n ** BigInt(Math.max(places, 0))) / rounded.d) < digits) {
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
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n && twos <= largestExponent; twos += 1) rest /= 2n;
  for (; rest % 5n === 0n && fives <= largestExponent; fives += 1) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function printScaled(n: bigint, places: number): string {
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0');
  const before = digits.slice(0, digits.length - places);
  const after = digits.slice(digits.length - places).replace(/0+$/u, '');
  return (n < 0n ? '-' : '') + before + (after === '' ? '' : `.${after}`);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

import {
  type Rational,
  compare,
  isWhole,
  multiply,
  negate,
  one,
  power,
  rational,
  significantDigits,
  toSignificant,
  whole,
  zero,
} from './rational.ts';

/**
 * Functions whose results have no end: square roots, e to a power, logarithms, powers that are not whole.
 *
 * They are computed with fixed-point whole numbers of 80 decimal places and rounded to 34 significant digits
 * (DMN's decimal128). A root that is exact is given exactly.
 */
const places = 80;
const unit = 10n ** BigInt(places);

/** e to a higher power has more digits than decimal128 can hold. */
const largestPower = whole(14_150n);

/** The root that is not negative; undefined for a negative number. */
export function squareRoot(x: Rational): Rational | undefined {
  if (x.n < 0n) return undefined;
  const [n, d] = [integerRoot(x.n), integerRoot(x.d)];
  if (n * n === x.n && d * d === x.d) return rational(n, d);
  // √(n/d) = √(n·d) / d, widened so that enough digits come before the point is cut off.
  const widened = integerRoot(x.n * x.d * unit * unit);
  return rounded(rational(widened, x.d * unit));
}

/** e to the power `x`; undefined where decimal128 has no such number. */
export function exponential(x: Rational): Rational | undefined {
  if (compare(x, largestPower) > 0) return undefined;
  if (compare(x, negate(largestPower)) < 0) return zero;
  return x.n === 0n ? one : rounded(exponentialOf(x));
}

/** The natural logarithm; undefined for 0 and below. */
export function naturalLogarithm(x: Rational): Rational | undefined {
  if (x.n <= 0n) return undefined;
  return rounded(rational(logarithmOf(x), unit));
}

/** `base ** exponent`: exact for a whole exponent, else to 34 significant digits; undefined where it has no value. */
export function powerOf(base: Rational, exponent: Rational): Rational | undefined {
  if (isWhole(exponent)) return power(base, exponent.n);
  if (base.n < 0n) return undefined;
  if (base.n === 0n) return exponent.n > 0n ? zero : undefined;
  if (exponent.d === 2n) {
    const root = squareRoot(base);
    if (root && compare(multiply(root, root), base) === 0) return power(root, exponent.n);
  }
  return exponential(multiply(exponent, rational(logarithmOf(base), unit)));
}

function exponentialOf(x: Rational): Rational {
  // e^x = 2^k · e^r with r between 0 and ln 2
  const k = (x.n * unit) / x.d / ln2;
  const scale = k < 0n ? k - 1n : k;
  const r = (x.n * unit) / x.d - scale * ln2;
  let term = unit;
  let sum = unit;
  for (let i = 1n; term !== 0n; i += 1n) {
    term = (term * r) / unit / i;
    sum += term;
  }
  const factor = power(whole(2n), scale) ?? one;
  return multiply(rational(sum, unit), factor);
}

/** ln x, times 10^80. */
function logarithmOf(x: Rational): bigint {
  // x = 2^k · m with m between 1/2 and 2
  const k = BigInt(x.n.toString(2).length - x.d.toString(2).length);
  const m = ((k < 0n ? x.n << -k : x.n) * unit) / (k < 0n ? x.d : x.d << k);
  // ln m = 2 · artanh((m − 1) / (m + 1))
  return 2n * artanh(((m - unit) * unit) / (m + unit)) + k * ln2;
}

function artanh(z: bigint): bigint {
  const square = (z * z) / unit;
  let powerOfZ = z;
  let sum = 0n;
  for (let i = 1n; powerOfZ !== 0n; i += 2n) {
    sum += powerOfZ / i;
    powerOfZ = (powerOfZ * square) / unit;
  }
  return sum;
}

/** ln 2 = 2 · artanh(1/3) */
const ln2 = 2n * artanh(unit / 3n);

/** The largest whole number whose square is not above `n`. */
function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

function rounded(x: Rational): Rational {
  return toSignificant(x, significantDigits);
}

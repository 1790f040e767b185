import {
  type Rational,
  add,
  divide,
  multiply,
  negate,
  rational,
  round,
  toWhole,
  whole,
} from '../../../values/rational.ts';
import { spendOnFraction } from '../costs.ts';
import { type Budget, atMost, spend } from '../limits.ts';

/** Terms longer than this are none: 100 years. */
const longestTerm = 1200;

/**
 * The payment of one month.
 *
 * `EQUAL_INSTALMENT` 等额本息: P · i / (1 − (1 + i)^−n), the same every month.
 * `EQUAL_PRINCIPAL` 等额本金: P / n + P · i, that of the first month, the largest.
 *
 * @param principal - P, in yuan
 * @param annualRate - a ratio, 0.0345 for 3.45%; i is a twelfth of it
 * @param months - n, a whole number from 1 to 1,200
 * @returns yuan, rounded half up to fen; undefined for other arguments
 */
export function monthlyPayment(
  principal: Rational,
  annualRate: Rational,
  months: Rational,
  method: string,
  budget: Budget,
): Rational | undefined {
  spendOnFraction(budget, principal, annualRate, months);
  const n = toWhole(months);
  const rate = divide(annualRate, whole(12n));
  const share = n === undefined || n < 1 || n > longestTerm ? undefined : divide(principal, months);
  if (n === undefined || !rate || !share || rate.n < 0n) return undefined;
  switch (method) {
    case 'EQUAL_PRINCIPAL':
      return toFen(add(share, multiply(principal, rate)));
    case 'EQUAL_INSTALMENT': {
      if (rate.n === 0n) return toFen(share);
      const [of, over] = [Number(principal.n), Number(principal.d)];
      const near = nearlyInFen(of, over, Number(rate.n), Number(rate.d), n);
      if (near !== undefined) return rational(BigInt(near), 100n);
      const bits = (rate.n + rate.d).toString(2).length * n;
      atMost('digits', bits * Math.log10(2));
      spend(budget, (bits / 64) ** 2 / 400);
      // with i = a / b: P · i · (a + b)^n / ((a + b)^n − b^n), in whole numbers that nobody has to reduce
      const [grown, still] = [(rate.n + rate.d) ** BigInt(n), rate.d ** BigInt(n)];
      const { n: top, d: bottom } = multiply(principal, rate);
      return toFen({ kind: 'number', n: top * grown, d: bottom * (grown - still) });
    }
    default:
      return undefined;
  }
}

/** Doubles count whole numbers one by one up to here. */
const mostExact = 2 ** 53;

/** How far P · i / (1 − (1 + i)^−n) in doubles may be off, as a part of itself: ten times what its steps add up to. */
const mostOff = 1e-12;

/**
 * The payment in fen, by way of doubles; undefined where they are too near to half a fen to tell which it rounds to.
 *
 * The principal is `top / bottom` yuan, the rate of a month `rateTop / rateBottom`, above 0.
 */
export function nearlyInFen(
  top: number,
  bottom: number,
  rateTop: number,
  rateBottom: number,
  months: number,
): number | undefined {
  const isExact = (part: number) => Math.abs(part) < mostExact;
  if (!isExact(top) || !isExact(bottom) || !isExact(rateTop) || !isExact(rateBottom))
    return undefined;
  if (months > longestTerm) return undefined;
  const i = rateTop / rateBottom;
  const fen = ((100 * top) / bottom) * (i / -Math.expm1(-months * Math.log1p(i)));
  const off = Math.abs(fen) * mostOff + 1e-9;
  const toHalf = Math.abs(Math.abs(fen) - Math.floor(Math.abs(fen)) - 0.5);
  if (!(off < 0.1) || toHalf <= off) return undefined;
  return Math.sign(fen) * Math.round(Math.abs(fen)) + 0;
}

function toFen(yuan: Rational): Rational {
  return yuan.n < 0n ? negate(round(negate(yuan), 2, 'half up')) : round(yuan, 2, 'half up');
}

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
 * @param principal - P, an amount
 * @param annualRate - a ratio, 0.0345 for 3.45%; i is a twelfth of it
 * @param months - n, a whole number from 1 to 1,200
 * @param within - the digits after the point of the smallest unit of money, and what the work is paid from
 * @returns an amount, rounded half up to that unit; undefined for other arguments
 */
export function monthlyPayment(
  principal: Rational,
  annualRate: Rational,
  months: Rational,
  method: string,
  { decimals, budget }: { readonly decimals: number; readonly budget: Budget },
): Rational | undefined {
  spendOnFraction(budget, principal, annualRate, months);
  const n = toWhole(months);
  const rate = divide(annualRate, whole(12n));
  const share = n === undefined || n < 1 || n > longestTerm ? undefined : divide(principal, months);
  if (n === undefined || !rate || !share || rate.n < 0n) return undefined;
  switch (method) {
    case 'EQUAL_PRINCIPAL':
      return toUnit(add(share, multiply(principal, rate)));
    case 'EQUAL_INSTALMENT': {
      if (rate.n === 0n) return toUnit(share);
      const [of, over] = [Number(principal.n), Number(principal.d)];
      const near = nearlyInUnits(of, over, Number(rate.n), Number(rate.d), n, decimals);
      if (near !== undefined) return rational(BigInt(near), 10n ** BigInt(decimals));
      const bits = (rate.n + rate.d).toString(2).length * n;
      atMost('digits', bits * Math.log10(2));
      spend(budget, (bits / 64) ** 2 / 400);
      // with i = a / b: P · i · (a + b)^n / ((a + b)^n − b^n), in whole numbers that nobody has to reduce
      const [grown, still] = [(rate.n + rate.d) ** BigInt(n), rate.d ** BigInt(n)];
      const { n: top, d: bottom } = multiply(principal, rate);
      return toUnit({ kind: 'number', n: top * grown, d: bottom * (grown - still) });
    }
    default:
      return undefined;
  }

  function toUnit(amount: Rational): Rational {
    return amount.n < 0n
      ? negate(round(negate(amount), decimals, 'half up'))
      : round(amount, decimals, 'half up');
  }
}

/** Doubles count whole numbers one by one up to here. */
const mostExact = 2 ** 53;

/** How far P · i / (1 − (1 + i)^−n) in doubles may be off, as a part of itself: ten times what its steps add up to. */
const mostOff = 1e-12;

/**
 * The payment in the smallest unit of money, by way of doubles; undefined where they are too near to half of it to tell
 * which it rounds to.
 *
 * The principal is the amount `top / bottom`, the rate of a month `rateTop / rateBottom`, above 0.
 */
export function nearlyInUnits(
  top: number,
  bottom: number,
  rateTop: number,
  rateBottom: number,
  months: number,
  decimals: number,
): number | undefined {
  const isExact = (part: number) => Math.abs(part) < mostExact;
  if (!isExact(top) || !isExact(bottom) || !isExact(rateTop) || !isExact(rateBottom))
    return undefined;
  if (months > longestTerm) return undefined;
  const i = rateTop / rateBottom;
  const units = ((10 ** decimals * top) / bottom) * (i / -Math.expm1(-months * Math.log1p(i)));
  const off = Math.abs(units) * mostOff + 1e-9;
  const toHalf = Math.abs(Math.abs(units) - Math.floor(Math.abs(units)) - 0.5);
  if (!(off < 0.1) || toHalf <= off) return undefined;
  return Math.sign(units) * Math.round(Math.abs(units)) + 0;
}

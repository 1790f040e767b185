import {
  compare,
  greatestCommonDivisor,
  type Rational,
  rational,
  whole,
  wordsOf,
  zero,
} from '../../../values/rational.ts';
import { spendOnFraction } from '../costs.ts';
import { type Budget, spend } from '../limits.ts';
import { bounded } from '../numbers.ts';

/** Payments longer than this are none: 100 years of months. */
const mostPayments = 1200;

/** Digits after the point of the result: it is so many millionths of one a year. */
const millionths = 1_000_000n;

/** The largest result: 1,000% a month. */
const largest = 120n * millionths;

/** Rates that are tried, at most: the halvings from `largest` down to one millionth. */
const mostRates = 28;

/**
 * What money costs a year that is paid back by the month: its internal rate of return (内部收益率法).
 *
 * The nominal rate 12 · i, where i solves `received = Σ payment_k / (1 + i)^k`, the k-th payment being made
 * k months after the money was received. Rates between two millionths are told apart by exact integers, so that
 * the rounding, half up to 6 digits after the point, is never off.
 *
 * @param received - the amount that was handed over, net of what was kept back; above 0
 * @param payments - amounts, one a month, principal and every charge, 0 in a month without; 1 to 1,200 of them
 * @returns a rate a year from 0 to 120, 0.0435 for 4.35%; undefined where less is paid than was received,
 * or for other arguments
 * @see 中国人民银行公告〔2021〕第3号 asks for an annual rate found by compounding (internal rate of return) or
 * simply; that the compound one is 12 · i and not (1 + i)^12 − 1 is our reading, not verified against its annex
 */
export function annualCost(
  received: Rational,
  payments: readonly Rational[],
  budget: Budget,
): Rational | undefined {
  const count = payments.length;
  if (received.n <= 0n || count < 1 || count > mostPayments) return undefined;
  if (payments.some((payment) => compare(payment, zero) < 0)) return undefined;
  spend(budget, count * 2);
  const isLess = comparison([received, ...payments], budget);
  if (isLess(rational(0n, 1n))) return undefined;
  // The least k for which the rate of k and a half millionths is above the true one: the true one rounds to k.
  let [low, high] = [0n, largest];
  if (!isLess(halfAbove(high))) return undefined;
  while (low < high) {
    const middle = (low + high) / 2n;
    if (isLess(halfAbove(middle))) high = middle;
    else low = middle + 1n;
  }
  return rational(low, millionths);
}

/** How far apart two sums of up to 1,200 discounted amounts must be in doubles to be told apart, as a part of the larger. */
const apart = 1e-10;

/** Whether the payments, discounted at a rate, are worth less than what was received: by doubles where those tell. */
function comparison(amounts: readonly Rational[], budget: Budget): (rate: Rational) => boolean {
  const [received = Number.NaN, ...payments] = amounts.map(({ n, d }) => Number(n) / Number(d));
  let exact: readonly bigint[] | undefined;
  return (rate) => {
    const growth = 1 + Number(rate.n) / Number(rate.d);
    const worth = payments.reduceRight((later, payment) => (later + payment) / growth, 0);
    if (Math.abs(worth - received) > apart * Math.max(worth, received)) return worth < received;
    if (!exact) {
      exact = inWholes(amounts, budget);
      payFor(exact, budget);
    }
    return isWorthLess(exact, rate);
  };
}

/** The monthly rate of `k` and a half millionths a year. */
function halfAbove(k: bigint): Rational {
  return rational(2n * k + 1n, 2n * millionths * 12n);
}

/** Whether the payments, discounted at a monthly rate, are worth less than what was received. */
function isWorthLess([received = 0n, ...payments]: readonly bigint[], { n, d }: Rational): boolean {
  const growth = n + d;
  // With 1 / (1 + rate) = d / growth, both sides are multiplied by growth^count, so that all is whole.
  let worth = 0n;
  let discount = 1n;
  let grown = received;
  for (const payment of payments) {
    discount *= d;
    grown *= growth;
    worth = worth * growth + payment * discount;
  }
  return worth < grown;
}

/** For each rate every amount is multiplied by a number that has some 25 bits more a month. */
function payFor(amounts: readonly bigint[], budget: Budget): void {
  const words = amounts.reduce((most, amount) => Math.max(most, wordsOf(whole(amount))), 0);
  const grown = (amounts.length * 25) / 64;
  spend(budget, amounts.length * mostRates * (1 + (grown * (7 + words)) / 1000));
}

/** The amounts over one common denominator. */
function inWholes(amounts: readonly Rational[], budget: Budget): readonly bigint[] {
  let common = whole(1);
  for (const { d } of amounts) {
    if (common.n % d === 0n) continue;
    spendOnFraction(budget, common);
    common = bounded(whole((common.n / greatestCommonDivisor(common.n, d)) * d));
  }
  return amounts.map(({ n, d }) => n * (common.n / d));
}

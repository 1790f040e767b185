import * as exact from '../../values/rational.ts';
import type { Rational } from '../../values/rational.ts';
import {
  exponential,
  naturalLogarithm,
  powerOf,
  squareRoot,
} from '../../values/roots-and-logarithms.ts';
import { spendOnFraction, spendOnProduct, spendOnRounding } from './costs.ts';
import { type Budget, atMost, limits, spend } from './limits.ts';

/** Exact arithmetic that is paid for by the length of its numbers, and in which no number gets too long. */

export function plus(a: Rational, b: Rational, budget: Budget): Rational {
  if (areShort(a, b)) return exact.add(a, b);
  payFor(a, b, budget);
  return bounded(exact.add(a, b));
}

export function minus(a: Rational, b: Rational, budget: Budget): Rational {
  if (areShort(a, b)) return exact.subtract(a, b);
  payFor(a, b, budget);
  return bounded(exact.subtract(a, b));
}

export function times(a: Rational, b: Rational, budget: Budget): Rational {
  if (areShort(a, b)) return exact.multiply(a, b);
  payFor(a, b, budget);
  return bounded(exact.multiply(a, b));
}

/** Undefined where `b` is 0. */
export function over(a: Rational, b: Rational, budget: Budget): Rational | undefined {
  if (areShort(a, b)) return exact.divide(a, b);
  spendOnFraction(budget, a, b);
  const quotient = exact.divide(a, b);
  return quotient && bounded(quotient);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function orderOfNumbers(a: Rational, b: Rational, budget: Budget): number {
  if (!areShort(a, b)) spendOnProduct(budget, a, b);
  return exact.compare(a, b);
}

/** `a ** b`; undefined where it has no value, or one that is too long. */
export function raised(a: Rational, b: Rational, budget: Budget): Rational | undefined {
  spendOnProduct(budget, a);
  if (!exact.isWhole(b)) spend(budget, workOfSeries);
  const power = powerOf(a, b);
  if (power) spendOnProduct(budget, power);
  return power;
}

/** Undefined for a negative number. */
export function rootOf(a: Rational, budget: Budget): Rational | undefined {
  spend(budget, workOfSeries);
  spendOnFraction(budget, a);
  return squareRoot(a);
}

export function exponentialOf(a: Rational, budget: Budget): Rational | undefined {
  spend(budget, workOfSeries);
  spendOnProduct(budget, a);
  return exponential(a);
}

/** Undefined for 0 and below. */
export function logarithmOf(a: Rational, budget: Budget): Rational | undefined {
  spend(budget, workOfSeries);
  spendOnProduct(budget, a);
  return naturalLogarithm(a);
}

/** To so many places after the point, before it where negative. */
export function rounded(
  a: Rational,
  places: number,
  mode: exact.RoundingMode,
  budget: Budget,
): Rational {
  spendOnRounding(budget, a, places);
  return exact.round(a, places, mode);
}

/** Units for a root or logarithm, to some 80 digits. */
const workOfSeries = 250;

/** The sum of numbers, 0 of none. */
export function totalOf(numbers: readonly Rational[], budget: Budget): Rational {
  return folded(numbers, plus, budget) ?? exact.zero;
}

/** The product of numbers, 1 of none. */
export function productOf(numbers: readonly Rational[], budget: Budget): Rational {
  return folded(numbers, times, budget) ?? exact.one;
}

/**
 * Neighbours two by two, then the results two by two, and so on.
 *
 * From left to right every one of many fractions would meet the long sum of all before it; so only a few do.
 */
function folded(
  numbers: readonly Rational[],
  operation: typeof plus,
  budget: Budget,
): Rational | undefined {
  let row = numbers;
  while (row.length > 1) {
    spend(budget, row.length / 2);
    const pairs: Rational[] = [];
    for (let at = 0; at < row.length; at += 2) {
      const [a, b] = [row[at], row[at + 1]];
      if (a) pairs.push(b ? operation(a, b, budget) : a);
    }
    row = pairs;
  }
  return row[0];
}

/** Nearly all numbers are: what they come to is paid for with the step that asks for it. */
function areShort(a: Rational, b: Rational): boolean {
  return exact.isShort(a) && exact.isShort(b);
}

function payFor(a: Rational, b: Rational, budget: Budget): void {
  if (a.d === 1n && b.d === 1n) spendOnProduct(budget, a, b);
  else spendOnFraction(budget, a, b);
}

const largest = 10n ** BigInt(limits.digits);

/** The number itself, where it is not too long. */
export function bounded(x: Rational): Rational {
  if (x.n >= largest || x.n <= -largest || x.d >= largest) atMost('digits', limits.digits + 1);
  return x;
}

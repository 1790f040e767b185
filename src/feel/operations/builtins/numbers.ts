import * as exact from '../../../values/rational.ts';
import type { Rational, RoundingMode } from '../../../values/rational.ts';
import { isKind, type List, type Value } from '../../value.ts';
import { isRules } from '../operating.ts';
import { type Builtins, type Form, form } from '../form.ts';
import { spendOnDigits, spendOnElements, spendOnList } from '../costs.ts';
import { type Budget, spend } from '../limits.ts';
import { list } from '../list.ts';
import {
  exponentialOf,
  logarithmOf,
  minus,
  orderOfNumbers,
  over,
  plus,
  productOf,
  rootOf,
  rounded,
  times,
  totalOf,
} from '../numbers.ts';

/** Digits after the point to which decimal128 can round. */
const leastScale = -6111;
const largestScale = 6176;

export const numberBuiltins = {
  decimal: [rounding('half even')],
  'round up': [rounding('up')],
  'round down': [rounding('down')],
  'round half up': [rounding('half up')],
  'round half down': [rounding('half down')],
  round: [rounding('half even')],
  floor: [toWholeNumber('floor'), rounding('floor')],
  ceiling: [toWholeNumber('ceiling'), rounding('ceiling')],
  abs: [
    form(['n'], ['number'], ([n]) => exact.absolute(n)),
    form(['n'], ['days-duration'], ([n]) => (n.nanos < 0n ? { ...n, nanos: -n.nanos } : n)),
    form(['n'], ['months-duration'], ([n]) => ({ ...n, months: Math.abs(n.months) })),
  ],
  modulo: [
    form(['dividend', 'divisor'], ['number', 'number'], ([a, b], { budget }) =>
      modulo(a, b, budget),
    ),
  ],
  sqrt: [form(['number'], ['number'], ([n], { budget }) => rootOf(n, budget))],
  exp: [form(['number'], ['number'], ([n], { budget }) => exponentialOf(n, budget))],
  log: [form(['number'], ['number'], ([n], { budget }) => logarithmOf(n, budget))],
  odd: [form(['number'], ['number'], ([n]) => isParity(n, 1n))],
  even: [form(['number'], ['number'], ([n]) => isParity(n, 0n))],

  sum: [
    form(
      ['list'],
      ['list'],
      ([of], within) => {
        if (of.items.length === 0) return isRules(within) ? exact.zero : undefined;
        const numbers = numbersIn(of, within.budget);
        return numbers && totalOf(numbers, within.budget);
      },
      { spread: 'list' },
    ),
  ],
  product: [ofNumbers(productOf)],
  mean: [ofNumbers(mean)],
  median: [ofNumbers(median)],
  stddev: [ofNumbers(deviation)],
  mode: [
    form(
      ['list'],
      ['list'],
      ([of], { budget }) => (of.items.length === 0 ? of : modes(numbersIn(of, budget), budget)),
      { spread: 'list' },
    ),
  ],
} satisfies Builtins;

function rounding(mode: RoundingMode): Form {
  return form(['n', 'scale'], ['number', 'number'], ([n, scale], { budget }) =>
    roundTo(n, scale, mode, budget),
  );
}

function toWholeNumber(mode: RoundingMode): Form {
  return form(['n'], ['number'], ([n], { budget }) => rounded(n, 0, mode, budget));
}

/** A part of a scale after the point is cut off. */
function roundTo(
  n: Rational,
  scale: Rational,
  mode: RoundingMode,
  budget: Budget,
): Rational | undefined {
  const places = Number(scale.n / scale.d);
  if (places < leastScale || places > largestScale) return undefined;
  return rounded(n, places, mode, budget);
}

/** The remainder that has the sign of the divisor. */
function modulo(a: Rational, b: Rational, budget: Budget): Rational | undefined {
  const quotient = over(a, b, budget);
  return quotient && minus(a, times(b, exact.whole(exact.floor(quotient)), budget), budget);
}

/** Undefined for a number with a fraction, which is neither odd nor even. */
function isParity({ n, d }: Rational, remainder: bigint): boolean | undefined {
  return d === 1n ? (n < 0n ? -n : n) % 2n === remainder : undefined;
}

/** A function of a list of numbers, one at least, that has no result when anything else is in it. */
function ofNumbers(
  gives: (numbers: readonly Rational[], budget: Budget) => Rational | undefined,
): Form {
  return form(
    ['list'],
    ['list'],
    ([of], { budget }) => {
      const numbers = numbersIn(of, budget);
      return numbers && numbers.length > 0 ? gives(numbers, budget) : undefined;
    },
    { spread: 'list' },
  );
}

function numbersIn(of: List, budget: Budget): readonly Rational[] | undefined {
  spendOnList(budget, of);
  return of.items.every((item) => isKind(item, 'number')) ? of.items : undefined;
}

function mean(numbers: readonly Rational[], budget: Budget): Rational | undefined {
  return over(totalOf(numbers, budget), exact.whole(numbers.length), budget);
}

function median(numbers: readonly Rational[], budget: Budget): Rational | undefined {
  const sorted = ascending(numbers, budget);
  const half = sorted.length >> 1;
  const middle = sorted[half];
  if (sorted.length % 2 === 1 || !middle) return middle;
  return over(plus(sorted[half - 1] ?? middle, middle, budget), exact.whole(2), budget);
}

/** The standard deviation of a sample: the root of (Σ x² − (Σ x)² / n) / (n − 1). */
function deviation(numbers: readonly Rational[], budget: Budget): Rational | undefined {
  if (numbers.length < 2) return undefined;
  const total = totalOf(numbers, budget);
  const squares = numbers.map((number) => times(number, number, budget));
  const centred = over(times(total, total, budget), exact.whole(numbers.length), budget);
  const spread = centred && minus(totalOf(squares, budget), centred, budget);
  const variance = spread && over(spread, exact.whole(numbers.length - 1), budget);
  return variance && rootOf(variance, budget);
}

/** The numbers that occur most often, in ascending order. */
function modes(numbers: readonly Rational[] | undefined, budget: Budget): Value | undefined {
  if (!numbers) return undefined;
  const counted = new Map<string, { readonly number: Rational; times: number }>();
  for (const number of numbers) {
    spendOnDigits(budget, number);
    const key = `${number.n}/${number.d}`;
    const known = counted.get(key);
    if (known) known.times += 1;
    else counted.set(key, { number, times: 1 });
  }
  spend(budget, numbers.length);
  let most = 0;
  for (const { times: count } of counted.values()) most = Math.max(most, count);
  const found = [...counted.values()].filter(({ times: count }) => count === most);
  return list(
    ascending(
      found.map(({ number }) => number),
      budget,
    ),
  );
}

function ascending(numbers: readonly Rational[], budget: Budget): readonly Rational[] {
  spendOnElements(budget, numbers.length * Math.log2(numbers.length + 1));
  return numbers.toSorted((a, b) => orderOfNumbers(a, b, budget));
}

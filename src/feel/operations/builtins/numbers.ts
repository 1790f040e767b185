import * as exact from '../../../values/rational.ts';
import type { Rational, RoundingMode } from '../../../values/rational.ts';
import { exponential, naturalLogarithm, squareRoot } from '../../../values/roots-and-logarithms.ts';
import type { List, Value } from '../../value.ts';
import { isRules } from '../operating.ts';
import { type Builtins, type Form, form } from '../form.ts';
import { list } from '../list.ts';

/** Digits after the point to which decimal128 can round. */
const leastScale = -6111;
const largestScale = 6176;

export const numberBuiltins: Builtins = {
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
  modulo: [form(['dividend', 'divisor'], ['number', 'number'], ([a, b]) => modulo(a, b))],
  sqrt: [form(['number'], ['number'], ([n]) => squareRoot(n))],
  exp: [form(['number'], ['number'], ([n]) => exponential(n))],
  log: [form(['number'], ['number'], ([n]) => naturalLogarithm(n))],
  odd: [form(['number'], ['number'], ([n]) => isParity(n, 1n))],
  even: [form(['number'], ['number'], ([n]) => isParity(n, 0n))],

  sum: [
    form(
      ['list'],
      ['list'],
      ([of], within) =>
        of.items.length === 0 && isRules(within) ? exact.zero : sum(numbersIn(of)),
      { spread: 'list' },
    ),
  ],
  product: [ofNumbers((numbers) => numbers.reduce(exact.multiply, exact.one))],
  mean: [ofNumbers(mean)],
  median: [ofNumbers(median)],
  stddev: [ofNumbers(deviation)],
  mode: [
    form(['list'], ['list'], ([of]) => (of.items.length === 0 ? of : modes(numbersIn(of))), {
      spread: 'list',
    }),
  ],
};

function rounding(mode: RoundingMode): Form {
  return form(['n', 'scale'], ['number', 'number'], ([n, scale]) => roundTo(n, scale, mode));
}

function toWholeNumber(mode: RoundingMode): Form {
  return form(['n'], ['number'], ([n]) => exact.round(n, 0, mode));
}

/** A part of a scale after the point is cut off. */
function roundTo(n: Rational, scale: Rational, mode: RoundingMode): Rational | undefined {
  const places = Number(scale.n / scale.d);
  if (places < leastScale || places > largestScale) return undefined;
  return exact.round(n, places, mode);
}

/** The remainder that has the sign of the divisor. */
function modulo(a: Rational, b: Rational): Rational | undefined {
  const quotient = exact.divide(a, b);
  return quotient && exact.subtract(a, exact.multiply(b, exact.whole(exact.floor(quotient))));
}

/** Undefined for a number with a fraction, which is neither odd nor even. */
function isParity({ n, d }: Rational, remainder: bigint): boolean | undefined {
  return d === 1n ? (n < 0n ? -n : n) % 2n === remainder : undefined;
}

/** A function of a list of numbers, one at least, that has no result when anything else is in it. */
function ofNumbers(gives: (numbers: readonly Rational[]) => Rational | undefined): Form {
  return form(
    ['list'],
    ['list'],
    ([of]) => {
      const numbers = numbersIn(of);
      return numbers && numbers.length > 0 ? gives(numbers) : undefined;
    },
    { spread: 'list' },
  );
}

function numbersIn({ items }: List): readonly Rational[] | undefined {
  return items.every(isNumber) ? items : undefined;
}

function isNumber(value: Value): value is Rational {
  return typeof value === 'object' && value?.kind === 'number';
}

function sum(numbers: readonly Rational[] | undefined): Rational | undefined {
  return numbers === undefined || numbers.length === 0 ? undefined : numbers.reduce(exact.add);
}

function mean(numbers: readonly Rational[]): Rational | undefined {
  return exact.divide(numbers.reduce(exact.add), exact.whole(numbers.length));
}

function median(numbers: readonly Rational[]): Rational | undefined {
  const sorted = numbers.toSorted(exact.compare);
  const half = sorted.length >> 1;
  const middle = sorted[half];
  if (sorted.length % 2 === 1 || !middle) return middle;
  return mean([sorted[half - 1] ?? middle, middle]);
}

/** The standard deviation of a sample. */
function deviation(numbers: readonly Rational[]): Rational | undefined {
  const centre = mean(numbers);
  if (!centre || numbers.length < 2) return undefined;
  const squares = numbers.map((n) => {
    const off = exact.subtract(n, centre);
    return exact.multiply(off, off);
  });
  const variance = exact.divide(squares.reduce(exact.add), exact.whole(numbers.length - 1));
  return variance && squareRoot(variance);
}

/** The numbers that occur most often, in ascending order. */
function modes(numbers: readonly Rational[] | undefined): Value | undefined {
  if (!numbers) return undefined;
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(keyOf(number), (counts.get(keyOf(number)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const found = new Map<string, Rational>();
  for (const number of numbers) {
    if (counts.get(keyOf(number)) === most) found.set(keyOf(number), number);
  }
  return list([...found.values()].toSorted(exact.compare));
}

function keyOf({ n, d }: Rational): string {
  return `${n}/${d}`;
}

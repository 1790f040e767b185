import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type Rational,
  type RoundingMode,
  add,
  compare,
  divide,
  equal,
  greatestCommonDivisor,
  multiply,
  negate,
  parseRational,
  power,
  printRational,
  rational,
  round,
  subtract,
  toNumber,
  whole,
} from '../../src/values/rational.ts';
import {
  exponential,
  naturalLogarithm,
  powerOf,
  squareRoot,
} from '../../src/values/roots-and-logarithms.ts';

function read(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
}

const whatever = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
  )
  .map(([n, d]) => rational(n, d));

test.each([
  ['12.50', '12.5'],
  ['-0.00', '0'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['1.2e-3', '0.0012'],
  ['1E3', '1000'],
])('reads %s as %s', (text, printed) => {
  expect(printRational(read(text))).toBe(printed);
});

test.each(['', '.', '+1', '1,000', '0x1', '1e', '1e7000', '1'.repeat(401), 'NaN', '１'])(
  'refuses %s',
  (text) => {
    expect(parseRational(text)).toBeUndefined();
  },
);

test('0.1 + 0.2 is 0.3', () => {
  expect(equal(add(read('0.1'), read('0.2')), read('0.3'))).toBe(true);
});

describe('arithmetic', () => {
  test('what is added can be taken away, what is multiplied divided', () => {
    fc.assert(
      fc.property(whatever, whatever, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(divide(multiply(a, b), b)).toEqual(b.n === 0n ? undefined : a);
      }),
    );
  });

  test('every result is in lowest terms', () => {
    fc.assert(
      fc.property(whatever, whatever, (a, b) => {
        for (const { n, d } of [add(a, b), multiply(a, b), negate(a)]) {
          expect(d > 0n).toBe(true);
          expect(rational(n * 6n, d * 6n)).toEqual({ kind: 'number', n, d });
        }
      }),
    );
  });

  test('nothing is divided by 0', () => {
    expect(divide(whole(1), whole(0))).toBeUndefined();
    expect(power(whole(0), -1n)).toBeUndefined();
  });

  test('a power with too many digits is refused', () => {
    expect(power(whole(10), 30_000n)).toBeUndefined();
    expect(power(whole(10), 10n ** 30n)).toBeUndefined();
    expect(power(whole(-1), 10n ** 30n + 1n)).toEqual(whole(-1));
  });
});

describe('printing', () => {
  test('a number that ends is read back as it was', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 40 }), (n, places) => {
        const value = rational(n, 10n ** BigInt(places));
        expect(parseRational(printRational(value))).toEqual(value);
      }),
    );
  });

  test.each([
    ['1', '3', '0.3333333333333333333333333333333333'],
    ['200', '3', '66.66666666666666666666666666666667'],
    ['-2', '70000', '-0.00002857142857142857142857142857142857'],
    ['1', '8', '0.125'],
  ])('%s / %s is %s', (n, d, printed) => {
    expect(printRational(divide(read(n), read(d)) ?? whole(0))).toBe(printed);
  });
});

describe('rounding', () => {
  const modes: readonly RoundingMode[] = [
    'up',
    'down',
    'half up',
    'half down',
    'half even',
    'floor',
    'ceiling',
  ];
  test.each([
    ['2.5', '3 2 3 2 2 2 3'],
    ['3.5', '4 3 4 3 4 3 4'],
    ['-2.5', '-3 -2 -3 -2 -2 -3 -2'],
    ['2.4', '3 2 2 2 2 2 3'],
    ['-0.6', '-1 0 -1 -1 -1 -1 0'],
    ['7', '7 7 7 7 7 7 7'],
  ])('%s', (text, rounded) => {
    expect(modes.map((mode) => printRational(round(read(text), 0, mode))).join(' ')).toBe(rounded);
  });

  test('a half stays within half a unit of the last place', () => {
    fc.assert(
      fc.property(
        whatever,
        fc.integer({ min: -5, max: 20 }),
        fc.constantFrom(...modes),
        (a, places, mode) => {
          const gap = subtract(round(a, places, mode), a);
          const size = gap.n < 0n ? negate(gap) : gap;
          const unit =
            places < 0 ? whole(10n ** BigInt(-places)) : rational(1n, 10n ** BigInt(places));
          const limit = mode.startsWith('half') ? multiply(unit, rational(1n, 2n)) : unit;
          expect(compare(size, limit)).toBeLessThanOrEqual(0);
        },
      ),
    );
  });
});

describe('roots, powers of e, logarithms', () => {
  test.each([
    ['2', '1.414213562373095048801688724209698'],
    ['0.0001', '0.01'],
    ['0.1', '0.3162277660168379331998893544432719'],
  ])('the root of %s is %s', (text, printed) => {
    expect(printRational(squareRoot(read(text)) ?? whole(0))).toBe(printed);
  });

  test.each([
    ['1', '2.718281828459045235360287471352662'],
    ['-1', '0.3678794411714423215955237701614609'],
    ['100', '26881171418161354484126255515800135873611118.77374192241519160861528028703491'],
  ])('e to the power %s', (text, printed) => {
    expect(printRational(exponential(read(text)) ?? whole(0)).slice(0, 30)).toBe(
      printed.slice(0, 30),
    );
  });

  test.each([
    ['10', '2.302585092994045684017991454684364'],
    ['0.001', '-6.907755278982137052053974364053093'],
    ['1', '0'],
  ])('the logarithm of %s', (text, printed) => {
    expect(printRational(naturalLogarithm(read(text)) ?? whole(7))).toBe(printed);
  });

  test('they agree with doubles', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
        const value = parseRational(x.toFixed(12)) ?? whole(1);
        if (value.n === 0n) return;
        const double = toNumber(value);
        expect(toNumber(naturalLogarithm(value) ?? whole(0))).toBeCloseTo(Math.log(double), 9);
        expect(toNumber(powerOf(value, read('0.37')) ?? whole(0)) / double ** 0.37).toBeCloseTo(
          1,
          9,
        );
      }),
    );
  });

  test('they have no value outside their domain', () => {
    expect(squareRoot(whole(-1))).toBeUndefined();
    expect(naturalLogarithm(whole(0))).toBeUndefined();
    expect(powerOf(whole(-1), read('0.5'))).toBeUndefined();
    expect(exponential(whole(15_000))).toBeUndefined();
  });
});

describe('long numbers', () => {
  const long = fc
    .tuple(
      fc.bigInt({ min: 0n, max: 2n ** 700n }),
      fc.bigInt({ min: 0n, max: 2n ** 700n }),
      fc.bigInt({ min: 1n, max: 2n ** 300n }),
      fc.integer({ min: 0, max: 650 }),
    )
    .map(([a, b, by, shift]) => [a * by, (b >> BigInt(shift)) * by] as const);

  /** By its definition. */
  function divisor(a: bigint, b: bigint): bigint {
    let [x, y] = [a, b];
    while (y !== 0n) [x, y] = [y, x % y];
    return x;
  }

  test('the greatest common divisor is that of Euclid', () => {
    fc.assert(
      fc.property(long, ([a, b]) => {
        expect(greatestCommonDivisor(a, b)).toBe(divisor(a, b));
      }),
      { numRuns: 3000, seed: 20241128 },
    );
  });

  test.each([
    ['neighbours of Fibonacci', 600, [0n, 1n]],
    ['Mersenne numbers', 0, [2n ** 601n - 1n, 2n ** 600n - 1n]],
    ['one a power of two', 0, [2n ** 600n, 2n ** 64n * 3n]],
    ['multiples', 0, [3n ** 400n, 3n ** 300n]],
    ['none of one', 0, [3n ** 400n, 0n]],
  ] as const)('so also for %s', (_, times, [a, b]) => {
    let [x, y]: [bigint, bigint] = [a, b];
    for (let time = 0; time < times; time += 1) [x, y] = [y, x + y];
    expect(greatestCommonDivisor(x, y)).toBe(divisor(x, y));
  });

  test('sums, products and quotients are in lowest terms', () => {
    const fraction = fc
      .tuple(fc.bigInt({ min: -(2n ** 150n), max: 2n ** 150n }), long)
      .map(([n, [, d]]) => rational(n, d + 1n));
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        for (const found of [add(a, b), subtract(a, b), multiply(a, b), divide(a, b)]) {
          if (!found) continue;
          expect(found.d > 0n).toBe(true);
          expect(divisor(found.n < 0n ? -found.n : found.n, found.d)).toBe(1n);
        }
        expect(add(a, b).n * a.d * b.d).toBe((a.n * b.d + b.n * a.d) * add(a, b).d);
        expect(multiply(a, b).n * a.d * b.d).toBe(a.n * b.n * multiply(a, b).d);
        const quotient = divide(a, b);
        if (quotient) expect(quotient.n * a.d * b.n).toBe(a.n * b.d * quotient.d);
      }),
      { numRuns: 500, seed: 20241129 },
    );
  });

  test.each([
    [rational(1n, 2n ** 3n * 5n ** 2n), '0.005'],
    [rational(-7n, 2n ** 10n), '-0.0068359375'],
    [rational(1n, 5n ** 70n), `0.${(2n ** 70n).toString().padStart(70, '0')}`],
    [whole(10n ** 40n), `1${'0'.repeat(40)}`],
    [rational(1n, 3n), `0.${'3'.repeat(34)}`],
    [rational(2n * 10n ** 40n, 3n), `${'6'.repeat(33)}7${'0'.repeat(6)}`],
    [rational(1n, 3n * 10n ** 10n), `0.${'0'.repeat(10)}${'3'.repeat(34)}`],
  ])('%# is written %s', (value, text) => {
    expect(printRational(value)).toBe(text);
  });
});

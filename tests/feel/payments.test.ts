import fc from 'fast-check';
import { expect, test } from 'vitest';

import { monthlyPayment } from '../../src/feel/operations/builtins/payments.ts';
import { newBudget } from '../../src/feel/operations/limits.ts';
import { printRational, rational, whole } from '../../src/values/rational.ts';

/** P · i / (1 − (1 + i)^−n) in whole units, halves away from zero, by whole numbers alone. */
function inUnits(units: bigint, rate: bigint, months: number): bigint {
  // the rate counts hundred-millionths of one a year
  const [a, b] = [rate, 1_200_000_000n];
  const [grown, still] = [(a + b) ** BigInt(months), b ** BigInt(months)];
  const [top, bottom] = [units * a * grown, b * (grown - still)];
  return (2n * top + bottom) / (2n * bottom);
}

test('equal instalments are exact to the smallest unit, however they are worked out', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 36_000_000n }),
      fc.integer({ min: 1, max: 420 }),
      fc.constantFrom(0, 2, 3),
      (units, rate, months, decimals) => {
        const perOne = 10n ** BigInt(decimals);
        const payment = monthlyPayment(
          rational(units, perOne),
          rational(rate, 100_000_000n),
          whole(months),
          'EQUAL_INSTALMENT',
          { decimals, budget: newBudget() },
        );
        const expected = rational(inUnits(units, rate, months), perOne);
        expect(payment && printRational(payment)).toBe(printRational(expected));
      },
    ),
    { numRuns: 1500 },
  );
});

test.each([
  // one payment of principal and a month's interest: 1.005 × 1.00 is half a fen over
  ['a half is rounded up', 100n, 6_000_000n, 1, 101n],
  ['a whole number of fen', 10_000_000_000_000n, 6n, 1, 10_000_000_050_000n],
])('%s', (_, fen, rate, months, expected) => {
  const payment = monthlyPayment(
    rational(fen, 100n),
    rational(rate, 100_000_000n),
    whole(months),
    'EQUAL_INSTALMENT',
    { decimals: 2, budget: newBudget() },
  );
  expect(inUnits(fen, rate, months)).toBe(expected);
  expect(payment).toEqual(rational(expected, 100n));
});

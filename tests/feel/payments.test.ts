import fc from 'fast-check';
import { expect, test } from 'vitest';

import { monthlyPayment } from '../../src/feel/operations/builtins/payments.ts';
import { newBudget } from '../../src/feel/operations/limits.ts';
import { printRational, rational, whole } from '../../src/values/rational.ts';

/** P · i / (1 − (1 + i)^−n) in whole fen, halves away from zero, by whole numbers alone. */
function inFen(fen: bigint, rate: bigint, months: number): bigint {
  // the rate counts hundred-millionths of one a year
  const [a, b] = [rate, 1_200_000_000n];
  const [grown, still] = [(a + b) ** BigInt(months), b ** BigInt(months)];
  const [top, bottom] = [fen * a * grown, b * (grown - still)];
  return (2n * top + bottom) / (2n * bottom);
}

test('equal instalments are exact to the fen, however they are worked out', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 36_000_000n }),
      fc.integer({ min: 1, max: 420 }),
      (fen, rate, months) => {
        const payment = monthlyPayment(
          rational(fen, 100n),
          rational(rate, 100_000_000n),
          whole(months),
          'EQUAL_INSTALMENT',
          newBudget(),
        );
        const expected = rational(inFen(fen, rate, months), 100n);
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
    newBudget(),
  );
  expect(inFen(fen, rate, months)).toBe(expected);
  expect(payment).toEqual(rational(expected, 100n));
});

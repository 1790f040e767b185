import fc from 'fast-check';
import { expect, test } from 'vitest';

import { discrimination } from '../../src/models/discrimination.ts';
import { stability } from '../../src/models/stability.ts';
import { compare, printRational, rational, whole } from '../../src/values/rational.ts';

const observed = (goods: readonly number[], bads: readonly number[]) => [
  ...goods.map((score) => ({ score: whole(score), bad: false })),
  ...bads.map((score) => ({ score: whole(score), bad: true })),
];

test('stability by hand: 20/50/30 against 30/50/20 of a hundred', () => {
  // (0.2 − 0.3) ln(0.2/0.3) + 0 + (0.3 − 0.2) ln(0.3/0.2) = 0.2 × 0.405465… = 0.081093…
  expect(stability([20, 50, 30], [30, 50, 20], 1)).toEqual({
    psi: expect.closeTo(0.0810930216, 9) as number,
  });
  // shares alone count
  expect(stability([40, 100, 60], [30, 50, 20], 1).psi).toBeCloseTo(0.0810930216, 9);
  expect(stability([10, 20, 0], [5, 10, 0], 1)).toEqual({ psi: 0 });
});

test('no stability from too few files, nor where a band has files in one population alone', () => {
  expect(stability([9], [1000], 10)).toEqual({ psi: undefined, why: 'few' });
  expect(stability([], [], 0)).toEqual({ psi: undefined, why: 'few' });
  expect(stability([10, 0], [9, 1], 1)).toEqual({ psi: undefined, why: 'empty', band: 1 });
});

test('area, interval and KS by hand: three goods and two bads with a tie', () => {
  // pairs: 3>1 3>2 | 2>1 2=2 | 5>1 5>2, so 5.5 of 6
  const found = discrimination(observed([3, 2, 5], [1, 2]));
  expect(found && printRational(found.auc)).toBe(printRational(rational(11n, 12n)));
  // up to 2: both bads, one of three goods
  expect(found && printRational(found.ks)).toBe(printRational(rational(2n, 3n)));
  // A = 11/12, Q1 = A/(2−A) = 11/13, Q2 = 2A²/(1+A) = 121/138
  // variance = (A(1−A) + 1·(Q1−A²) + 2·(Q2−A²)) / 6 = (0.0763889 + 0.0058761 + 0.0730354) / 6
  const error = Math.sqrt((11 / 144 + (11 / 13 - 121 / 144) + 2 * (121 / 138 - 121 / 144)) / 6);
  expect(found?.interval[0]).toBeCloseTo(11 / 12 - 1.96 * error, 12);
  expect(found?.interval[1]).toBe(1);
});

test('none without a good or a bad', () => {
  expect(discrimination(observed([1, 2], []))).toBeUndefined();
  expect(discrimination(observed([], [1]))).toBeUndefined();
  expect(discrimination([])).toBeUndefined();
});

test('the walk counts what pair by pair counts', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(scores, scores, (goods, bads) => {
      const pairs = goods.flatMap((good) =>
        bads.map((bad) => (good > bad ? 2 : good === bad ? 1 : 0)),
      );
      const halves = pairs.reduce<number>((sum, one) => sum + one, 0);
      const share = (of: readonly number[], at: number) =>
        of.filter((score) => score <= at).length / of.length;
      const apart = [0, 1, 2, 3, 4, 5, 6].map((at) => Math.abs(share(bads, at) - share(goods, at)));
      const found = discrimination(observed(goods, bads));
      if (!found) throw new Error('there are goods and bads');
      expect(compare(found.auc, rational(BigInt(halves), 2n * BigInt(pairs.length)))).toBe(0);
      expect(Number(found.ks.n) / Number(found.ks.d)).toBeCloseTo(Math.max(...apart), 12);
    }),
    { numRuns: 200 },
  );
});

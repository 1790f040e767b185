import { describe, expect, test } from 'vitest';

import { type Num, type SlotNum } from '../../src/plan/plan.ts';
import { fraction, productOf, sumOf, times, whole } from '../../src/plan/quantity.ts';
import * as quantity from '../../src/plan/quantity.ts';
import { printNum } from '../../src/plan/print.ts';
import { bitsOf, isPositive, mayCancel, trustOf } from '../../src/plan/trust.ts';

function slot(name: string, bits: number, positive = false): SlotNum {
  const type = { kind: 'number' } as const;
  const own = { row: 0, path: [name], as: 'number', field: undefined, type } as const;
  return { kind: 'slot', slot: own, positive, bits };
}

const [loan, price, rate] = [slot('loan', 44, true), slot('price', 44), slot('rate', 27, true)];

describe('how far doubles are trusted', () => {
  test.each<[string, Num, Num, string]>([
    ['numbers below 2^53', loan, price, 'always'],
    ['a product that may be beyond', productOf(loan, rate), price, 'below'],
    ['a sum of such', sumOf([productOf(loan, rate), productOf(price, rate)]), loan, 'parts'],
    [
      'a sum of such that has no minus',
      sumOf([productOf(loan, rate), productOf(loan, rate)]),
      loan,
      'below',
    ],
    [
      'a sum of such inside something',
      { kind: 'absolute', of: sumOf([productOf(loan, rate), productOf(price, rate)]) },
      loan,
      'never',
    ],
  ])('%s', (_, left, right, trust) => {
    expect(trustOf({ kind: 'compare', operator: '<=', left, right })).toBe(trust);
  });

  test('bits are those of the largest it can be', () => {
    expect(bitsOf(whole(8))).toBe(4);
    expect(bitsOf(productOf(loan, rate))).toBe(71);
    expect(bitsOf(sumOf([loan, price, price]))).toBe(46);
  });

  test('a part that may be negative makes a sum of it so', () => {
    expect(isPositive(sumOf([loan, rate]))).toBe(true);
    expect(isPositive(sumOf([loan, price]))).toBe(false);
    expect(mayCancel(sumOf([loan, price]))).toBe(false);
  });
});

describe('arithmetic of scales', () => {
  const amount = (num: Num) => fraction(num, 2);

  test.each<[string, quantity.Quantity, string, number]>([
    [
      'a sum is at the finer scale',
      quantity.plus(amount(loan), fraction(rate, 8)),
      '(loan * 1000000 + rate)',
      8,
    ],
    ['a product has the digits of both', times(amount(loan), fraction(rate, 8)), 'loan * rate', 10],
    [
      'constants are one',
      times(times(amount(loan), fraction(whole(3))), fraction(whole(5))),
      'loan * 15',
      2,
    ],
    [
      'rounding keeps so many digits',
      quantity.rounded(fraction(rate, 8), 2, 'half-up'),
      'half-up(rate / 1000000)',
      2,
    ],
    ['what has no more digits stays', quantity.rounded(amount(loan), 2, 'half-up'), 'loan', 2],
    ['before the point', quantity.rounded(amount(loan), -2, 'down'), 'down(loan / 10000) * 100', 0],
  ])('%s', (_, made, num, scale) => {
    expect(made.kind === 'fraction' && [printNum(made.num), made.scale]).toEqual([num, scale]);
  });

  test('a constant too large to be folded stays a product', () => {
    const huge = times(fraction(whole(2 ** 49)), fraction(whole(2 ** 49)));
    expect(huge.kind === 'fraction' && huge.num.kind).toBe('product');
  });

  test('numbers over constants have a common divisor, others none', () => {
    const [third, seventh] = [3, 7].map((by) => quantity.constantOver(loan, 2, by));
    const shared = third && seventh && quantity.together([third, seventh]);
    expect(shared?.over).toEqual(whole(21));
    expect(shared?.nums.map(printNum)).toEqual(['loan * 7', 'loan * 3']);
    const other = quantity.dividedBy(amount(loan), amount(price));
    expect(third && quantity.together([third, other])).toBeUndefined();
  });
});

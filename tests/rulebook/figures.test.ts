import { describe, expect, test } from 'vitest';

import { figuresOf, isAmong } from '../../src/rulebook/figures.ts';
import { parseRational } from '../../src/values/rational.ts';

function given(text: string) {
  return figuresOf(text)?.map((one) =>
    one.kind === 'number' ? [Number(one.number.n) / Number(one.number.d), one.unit] : one,
  );
}

describe('the figures of a clause', () => {
  test.each([
    ['数值：90 日', [[90, 'days']]],
    [
      '数值：20 万元；1.3 倍；-20 个基点',
      [
        [200_000, 'money'],
        [1.3, 'ratio'],
        [-20, 'basis-points'],
      ],
    ],
    [
      '数值：55%、5 年，3',
      [
        [55, 'percent'],
        [5, 'years'],
        [3, undefined],
      ],
    ],
    [
      'Figures: 30 days; 200000 money',
      [
        [30, 'days'],
        [200_000, 'money'],
      ],
    ],
    [
      '数值：2024-07-01；"STOCK"',
      [
        { kind: 'day', day: '2024-07-01' },
        { kind: 'code', code: 'STOCK' },
      ],
    ],
  ])('%s', (text, expected) => {
    expect(given(text)).toEqual(expected);
  });

  test.each(['数值：三十日', '数值：', '数值：30 日；不少于一年'])(
    '%s is not of the form',
    (text) => {
      expect(figuresOf(text)).toBeUndefined();
    },
  );
});

describe('a number among them', () => {
  test.each([
    ['数值：5 年', '60', 'months', true],
    ['数值：5 年', '59', 'months', false],
    ['数值：5 年', '60', undefined, true],
    ['数值：55%', '0.55', 'ratio', true],
    ['数值：55%', '0.055', 'rate', false],
    ['数值：60 个基点', '0.006', 'rate', true],
    ['数值：3 个月', '92', 'days', true],
    ['数值：3 个月', '91', 'days', false],
    ['数值：30 日', '30', 'working-days', false],
    ['数值：30', '30', 'working-days', true],
    ['数值："30"', '30', 'days', false],
  ])('%s has %s %s: %s', (text, number, unit, expected) => {
    const value = parseRational(number);
    expect(value && isAmong(figuresOf(text) ?? [], value, unit)).toBe(expected);
  });
});

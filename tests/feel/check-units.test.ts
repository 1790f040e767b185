import { describe, expect, test } from 'vitest';

import { type BuiltinUnit, isBuiltinUnit, type Unit, unitOf } from '../../src/feel/units.ts';
import type { ArithmeticOperator } from '../../src/feel/syntax.ts';

const units: readonly BuiltinUnit[] = [
  'money',
  'ratio',
  'rate',
  'rate-per-month',
  'basis-points',
  'count',
  'months',
  'days',
  'working-days',
  'years',
  'hours',
  'area',
  'percent',
];

/** Units that schemas declare, written in capitals; each time another object. */
const own = (name: string): Unit => ({ name, title: {} });

/** `12` is a number written out, `number` one that is not, any other word a unit. */
function result(written: string): string {
  const [left = '', operator = '', right = ''] = written.split(' ');
  const isLiteral = (side: string) => /^[\d.]+$/u.test(side);
  const unit = (side: string) =>
    isBuiltinUnit(side) ? side : /^[A-Z]/u.test(side) ? own(side) : undefined;
  const literals = {
    left: isLiteral(left) ? left : undefined,
    right: isLiteral(right) ? right : undefined,
  };
  const made = unitOf(operator as ArithmeticOperator, unit(left), unit(right), literals);
  return typeof made === 'object' ? made.name : (made ?? 'number');
}

describe('sums are of one unit, which a bare number takes', () => {
  test.each(units.flatMap((a) => units.map((b) => [a, b] as const)))('%s + %s', (a, b) => {
    const wanted = a === b ? a : 'wrong';
    expect([result(`${a} + ${b}`), result(`${a} - ${b}`)]).toEqual([wanted, wanted]);
  });

  test.each(units)('%s and a number', (unit) => {
    expect([result(`${unit} + 1`), result(`1 - ${unit}`), result(`number + ${unit}`)]).toEqual([
      unit,
      unit,
      unit,
    ]);
  });
});

describe('products, in either order', () => {
  const products: readonly (readonly [string, string])[] = [
    ['money * ratio', 'money'],
    ['money * rate', 'money'],
    ['money * rate-per-month', 'money'],
    ['money * months', 'money'],
    ['money * years', 'money'],
    ['money * days', 'money'],
    ['money * working-days', 'money'],
    ['money * area', 'money'],
    ['rate * years', 'ratio'],
    ['rate-per-month * months', 'ratio'],
    ...units.filter((unit) => unit !== 'ratio').map((unit) => [`count * ${unit}`, unit] as const),
    ...units.map((unit) => [`ratio * ${unit}`, unit] as const),
  ];

  test.each(products)('%s = %s', (written, unit) => {
    const [a, , b] = written.split(' ');
    expect([result(written), result(`${b} * ${a}`)]).toEqual([unit, unit]);
  });

  const known = new Set(
    products.flatMap(([written]) => [written, written.split(' * ').toReversed().join(' * ')]),
  );
  const others = units
    .flatMap((a) => units.map((b) => `${a} * ${b}`))
    .filter((written) => !known.has(written));

  test.each(others)('%s has no meaning', (written) => {
    expect(result(written)).toBe('wrong');
  });
});

describe('quotients', () => {
  const quotients: readonly (readonly [string, string])[] = [
    ...units.map((unit) => [`${unit} / ${unit}`, 'ratio'] as const),
    ...units.filter((unit) => unit !== 'count').map((unit) => [`${unit} / count`, unit] as const),
    ...(
      [
        'money',
        'count',
        'months',
        'days',
        'working-days',
        'years',
        'hours',
        'area',
        'rate',
        'rate-per-month',
        'percent',
      ] as const
    ).map((unit) => [`${unit} / ratio`, unit] as const),
    ['money / rate', 'money'],
    ['money / rate-per-month', 'money'],
    ['money / months', 'money'],
    ['money / years', 'money'],
    ['money / days', 'money'],
    ['money / working-days', 'money'],
    ['money / area', 'money'],
    ['ratio / years', 'rate'],
    ['ratio / months', 'rate-per-month'],
  ];

  test.each(quotients)('%s = %s', (written, unit) => {
    expect(result(written)).toBe(unit);
  });

  const known = new Set(quotients.map(([written]) => written));
  const others = units
    .flatMap((a) => units.map((b) => `${a} / ${b}`))
    .filter((written) => !known.has(written));

  test.each(others)('%s has no meaning', (written) => {
    expect(result(written)).toBe('wrong');
  });
});

describe('numbers', () => {
  test.each([
    ['rate / 12', 'rate-per-month'],
    ['rate-per-month * 12', 'rate'],
    ['12 * rate-per-month', 'rate'],
    ['months / 12', 'years'],
    ['years * 12', 'months'],
    ['12 * years', 'months'],
    ['days / 360', 'years'],
    ['days / 365', 'years'],
    ['days / 366', 'years'],
    ['basis-points / 10000', 'rate'],
    ['basis-points * 0.0001', 'rate'],
    ['rate / 2', 'rate'],
    ['rate * 1.5', 'rate'],
    ['rate / number', 'rate'],
    ['months / 2', 'months'],
    ['months * 12', 'months'],
    ['days / 30', 'days'],
    ['basis-points / 100', 'basis-points'],
    ['money / 12', 'money'],
    ['money * 1.5', 'money'],
    ['number * money', 'money'],
    ['number * number', 'number'],
    ['number / number', 'number'],
    ['1 / ratio', 'number'],
    ['1 / rate', 'number'],
    ['1 / count', 'number'],
    ['number / money', 'number'],
    ['ratio * 100', 'percent'],
    ['100 * ratio', 'percent'],
    ['ratio * 10', 'ratio'],
    ['percent / 100', 'ratio'],
    ['percent / 10', 'percent'],
    ['percent * 2', 'percent'],
    ['1 / percent', 'wrong'],
    ['percent ** 2', 'wrong'],
    ['1 / money', 'wrong'],
    ['1 / months', 'wrong'],
    ['ratio ** 2', 'ratio'],
    ['rate-per-month ** 12', 'rate-per-month'],
    ['number ** 2', 'number'],
    ['money ** 2', 'wrong'],
    ['months ** 2', 'wrong'],
  ])('%s = %s', (written, unit) => {
    expect(result(written)).toBe(unit);
  });
});

describe('units of one’s own', () => {
  test.each([
    ['KWH + KWH', 'KWH'],
    ['KWH - 1', 'KWH'],
    ['KWH + number', 'KWH'],
    ['KWH + PIECE', 'wrong'],
    ['KWH + count', 'wrong'],
    ['KWH * ratio', 'KWH'],
    ['ratio * KWH', 'KWH'],
    ['KWH * count', 'KWH'],
    ['count * KWH', 'KWH'],
    ['KWH * 2', 'KWH'],
    ['number * KWH', 'KWH'],
    ['KWH * PIECE', 'wrong'],
    ['KWH * KWH', 'wrong'],
    ['money * KWH', 'wrong'],
    ['KWH * percent', 'wrong'],
    ['KWH / KWH', 'ratio'],
    ['KWH / count', 'KWH'],
    ['KWH / ratio', 'KWH'],
    ['KWH / 2', 'KWH'],
    ['KWH / PIECE', 'wrong'],
    ['KWH / money', 'wrong'],
    ['money / KWH', 'wrong'],
    ['1 / KWH', 'wrong'],
    ['number / KWH', 'number'],
    ['KWH ** 2', 'wrong'],
  ])('%s = %s', (written, unit) => {
    expect(result(written)).toBe(unit);
  });
});

import { describe, expect, test } from 'vitest';

import { outcome } from './fixture.ts';

const day = 'day: 2024-05-01\n';

/** A file with three items; `?` in place of the fields of one leaves them out. */
const items = (...given: readonly string[]) =>
  `${day}items:\n${given.map((one) => `  - ${one}\n`).join('')}`;
const X5 = '{ itemId: A, kind: X, amount: 5, done: true }';
const Y7 = '{ itemId: B, kind: Y, amount: 7, done: false }';
const unkind = '{ itemId: C, amount: 9 }';
const unpriced = '{ itemId: D, kind: X }';

describe('Kleene', () => {
  test.each([
    ['amount = price', 'amount: 1', 'cannot-tell: price'],
    ['amount != price', 'amount: 1', 'cannot-tell: price'],
    ['amount != price', 'count: 1', 'cannot-tell: amount, price'],
    ['agreed and checked', 'agreed: false', 'fail'],
    ['agreed and checked', 'agreed: true', 'cannot-tell: checked'],
    ['agreed or checked', 'agreed: true', 'pass'],
    ['agreed or checked', 'agreed: false', 'cannot-tell: checked'],
    ['not(agreed)', 'count: 1', 'cannot-tell: agreed'],
    ['if agreed then amount > 1 else amount > 2', 'amount: 3', 'pass'],
    ['if agreed then amount > 1 else amount > 2', 'amount: 1', 'fail'],
    ['if agreed then amount > 1 else amount > 2', 'amount: 2', 'cannot-tell: agreed'],
    ['if agreed then amount > 1 else amount > 2', 'agreed: true', 'cannot-tell: amount'],
    ['(if agreed then 1 else 1) = 1', 'count: 1', 'pass'],
    ['kind in ("X", "Y")', 'count: 1', 'cannot-tell: kind'],
  ])('%s with %j is %s', (require, file, expected) => {
    expect(outcome({ require }, day + file)).toBe(expected);
  });
});

describe('numbers', () => {
  test.each([
    ['amount / price <= 1', 'amount: 1\nprice: 0', 'cannot-tell: price'],
    ['share <= 1', 'amount: 1\nprice: 0', 'cannot-tell: price'],
    ['amount / (price - amount) <= 1', 'amount: 1\nprice: 1', 'cannot-tell: amount, price'],
    ['amount + price = 0.3', 'amount: 0.1\nprice: 0.2', 'pass'],
    ['share >= 0.15', 'amount: 150000\nprice: 1000000', 'pass'],
    ['share >= 0.15', 'amount: 149999.99\nprice: 1000000', 'fail'],
    ['share * 3 = 1', 'amount: 1\nprice: 3', 'pass'],
  ])('%s with %j is %s', (require, file, expected) => {
    expect(outcome({ require }, day + file)).toBe(expected);
  });
});

describe('lists', () => {
  test.each([
    ['count(items[kind = "X"]) = 1', items(X5, Y7), 'pass'],
    ['count(items[kind = "X"]) = 1', items(X5, Y7, unkind), 'cannot-tell: items[C].kind'],
    ['sum(items[kind = "X"].amount) = 5', items(X5, unkind), 'cannot-tell: items[C].kind'],
    ['max(items[kind = "X"].amount) >= 5', items(X5, unkind), 'cannot-tell: items[C].kind'],
    ['items[kind = "Y"][1].amount = 7', items(unkind, Y7), 'cannot-tell: items[C].kind'],
    ['sum(items.amount) = 12', items(X5, Y7), 'pass'],
    ['sum(items.amount) > 1', items(X5, unpriced), 'cannot-tell: items[D].amount'],
    ['sum(items[kind = "Z"].amount) = 0', items(X5), 'pass'],
    ['min(items[kind = "Z"].amount) > 0', items(X5), 'cannot-tell: items'],
    ['max(items[kind = "Z"].amount) > 0', items(X5), 'cannot-tell: items'],
    ['count(items) = 0', `${day}items: []`, 'pass'],
    ['min(items.amount) > 0', `${day}items: []`, 'cannot-tell: items'],
    ['items[1].amount > 0', `${day}items: []`, 'cannot-tell: items'],
  ])('%s with %j is %s', (require, file, expected) => {
    expect(outcome({ require }, file)).toBe(expected);
  });

  test.each([
    [
      'some: one that is sure is enough',
      'some x in items satisfies x.amount > 6',
      items(unpriced, Y7),
      'pass',
    ],
    [
      'some: none is sure',
      'some x in items satisfies x.amount > 6',
      items(unpriced, X5),
      'cannot-tell: items[D].amount',
    ],
    [
      'every: one that fails is enough',
      'every x in items satisfies x.amount > 6',
      items(unpriced, X5),
      'fail',
    ],
    [
      'every: none fails',
      'every x in items satisfies x.amount > 6',
      items(unpriced, Y7),
      'cannot-tell: items[D].amount',
    ],
    [
      'every: of a filter, the unknown one would hold',
      'every x in items[kind = "X"] satisfies x.amount > 4',
      items(X5, unkind),
      'pass',
    ],
    [
      'every: of a filter, the unknown one would not',
      'every x in items[kind = "X"] satisfies x.amount < 6',
      items(X5, unkind),
      'cannot-tell: items[C].kind',
    ],
    [
      'some: of a filter, only the unknown one holds',
      'some x in items[kind = "X"] satisfies x.amount > 6',
      items(X5, unkind),
      'cannot-tell: items[C].kind',
    ],
    [
      'some: of a filter, a sure one holds',
      'some x in items[kind = "X"] satisfies x.amount > 4',
      items(X5, unkind),
      'pass',
    ],
    ['every: of nothing', 'every x in items satisfies x.amount > 6', `${day}items: []`, 'pass'],
    ['some: of nothing', 'some x in items satisfies x.amount > 6', `${day}items: []`, 'fail'],
  ])('%s', (_, require, file, expected) => {
    expect(outcome({ require }, file)).toBe(expected);
  });

  test('an element that is blank is unknown', () => {
    const file = `${day}remarks: [a, null]`;
    expect(outcome({ require: 'every x in remarks satisfies x = "a"' }, file)).toBe(
      'cannot-tell: remarks[2]',
    );
    expect(outcome({ require: 'some x in remarks satisfies x = "a"' }, file)).toBe('pass');
    expect(outcome({ require: 'list contains(remarks, "b")' }, file)).toBe(
      'cannot-tell: remarks[2]',
    );
    expect(outcome({ require: 'list contains(remarks, "a")' }, file)).toBe('pass');
  });
});

describe('tables', () => {
  test.each([
    ['one row matches', 'band = 2', 'kind: Y\namount: 100', 'pass'],
    ['the rows that might match disagree', 'band = 1', 'kind: Y', 'cannot-tell: amount'],
    ['the rows that might match agree, and one does', 'roughBand = 1', 'amount: 5', 'pass'],
    [
      'the rows that might match agree, but perhaps none does',
      'band = 1',
      'kind: X',
      'cannot-tell: amount',
    ],
    ['an input is unknown, other rows might match', 'band = 1', 'amount: 5', 'cannot-tell: kind'],
    ['both inputs are unknown', 'band = 1', 'count: 1', 'cannot-tell: amount, kind'],
    ['the source gives no value', 'band = 1', 'kind: Z\namount: 5', 'cannot-tell: band'],
    ['first: an earlier row is sure', 'firstBand = 1', 'amount: 5', 'pass'],
    [
      'first: an unknown input might match an earlier row',
      'firstBand = 3',
      'amount: 500',
      'cannot-tell: kind',
    ],
    ['first: a later row', 'firstBand = 3', 'amount: 500\nkind: Y', 'pass'],
  ])('%s', (_, require, file, expected) => {
    expect(outcome({ require }, day + file)).toBe(expected);
  });
});

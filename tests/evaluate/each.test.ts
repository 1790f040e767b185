import { expect, test } from 'vitest';

import { judgeWith, outcome, programWith } from './fixture.ts';

const each = { each: { item: 'items' }, asOf: 'item.day', require: 'item.amount <= limit' };
const A = '{ itemId: A, day: 2023-05-01, amount: 150 }';
const B = '{ itemId: B, day: 2024-05-01, amount: 150 }';

test.each([
  ['each by the edition of its own day', `[${A}, ${B}]`, 'A fail | B pass'],
  ['an absent list is one cannot-tell', 'null', 'cannot-tell: items'],
  ['an empty list is one not-applicable', '[]', 'not-applicable'],
  ['a list that is no list', 'nothing', 'cannot-tell: items'],
  ['an element that is no record', `[${A}, 5]`, 'A fail | #2 cannot-tell: items[2]'],
  ['an element that is blank', `[${A}, null]`, 'A fail | #2 cannot-tell: items[2]'],
  [
    'an element that lacks its key goes by its position',
    `[${A}, { day: 2024-05-01, amount: 1 }]`,
    'A fail | #2 pass',
  ],
  ['an element without its own day', '[{ itemId: C, amount: 1 }]', 'C cannot-tell: items[C].day'],
  [
    'an element with a malformed amount',
    '[{ itemId: C, day: 2024-05-01, amount: x }]',
    'C cannot-tell: items[C].amount',
  ],
])('%s', (_, items, expected) => {
  expect(outcome(each, `count: 1\nitems: ${items}`)).toBe(expected);
});

test('an element that might not belong to a filtered list is never passed', () => {
  const keys = { ...each, each: { item: 'items[kind = "X"]' } };
  const file =
    'items:\n  - { itemId: A, kind: X, day: 2024-05-01, amount: 5 }\n  - { itemId: B, day: 2024-05-01, amount: 5 }\n';
  expect(outcome(keys, file)).toBe('A pass | B cannot-tell: items[B].kind');
});

test('an outcome is located at its element', () => {
  const found = judgeWith(programWith(each), `items: [${B}, ${A}]`).outcomes.filter(
    ({ rule }) => rule === 'TST-001',
  );
  expect(found.map(({ element, status, at }) => [element, status, at])).toEqual([
    ['B', 'pass', '/items/0'],
    ['A', 'fail', '/items/1/amount'],
  ]);
});

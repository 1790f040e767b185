import { describe, expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { unplannedOf } from '../../src/plan/from-program.ts';
import type { Program } from '../../src/program/ast.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { judgeWith, type Keys, programWith } from './fixture.ts';
import { yamlOf } from './shipped.ts';

const editions = (...is: readonly string[]) => [{ from: '2000-01-01', is: is.join(' ') }];
const title = { en: 'Made for a test' };

/** Definitions that take arguments, and one that calls them. */
const definitions = [
  { definition: 'share', title, editions: editions('amount / price') },
  {
    definition: 'strict',
    title,
    editions: [
      { from: '2000-01-01', until: '2023-12-31', is: 'false' },
      { from: '2024-01-01', is: 'kind != "X"' },
    ],
  },
  {
    definition: 'over',
    title,
    takes: { one: 'items', by: 'money' },
    editions: [
      { from: '2000-01-01', until: '2023-12-31', is: 'one.amount > by' },
      { from: '2024-01-01', is: 'one.amount > by + by' },
    ],
  },
  {
    definition: 'those',
    title,
    takes: { by: 'money' },
    editions: editions('items[amount > by]'),
  },
  {
    definition: 'kindOf',
    title,
    takes: { one: 'items' },
    editions: editions('if one.done then one.kind else "Z"'),
  },
  { definition: 'total', title, takes: { a: 'money', b: 'money' }, editions: editions('a + b') },
  { definition: 'twice', title, takes: { x: 'money' }, editions: editions('total(b: x, a: x)') },
  {
    definition: 'late',
    title,
    takes: { at: 'day' },
    editions: editions('at > date("2024-01-01")'),
  },
  { definition: 'anyOver', title, editions: editions('some i in items satisfies over(i, 100)') },
];

const byKind = {
  table: 'byKind',
  title,
  takes: { one: 'items', base: 'money' },
  hit: 'unique',
  inputs: [{ is: 'one.kind' }, { is: 'one.amount > base' }],
  outputs: [{ output: 'most', title, unit: 'money' }],
  editions: [
    {
      from: '2000-01-01',
      basis: ['T-1#all'],
      rows: [
        row(['"X"', 'true'], 'base'),
        row(['"X"', 'false'], '2 * base'),
        row(['not("X")', '-'], '300'),
      ],
    },
  ],
};

function row(when: readonly string[], output: string): object {
  // oxlint-disable-next-line no-thenable -- the format's own word
  return { when, then: [output] };
}

function program(keys: Keys): Program {
  return programWith(keys, {
    'definitions.yaml': JSON.stringify({ definitions }),
    'tables/byKind.yaml': JSON.stringify(byKind),
  });
}

/** What the evaluator says, once both readings of the plan said the same. */
function said(keys: Keys, file: string): string {
  const one = program(keys);
  expect(unplannedOf(one).filter(({ id }) => id === 'TST-001')).toEqual([]);
  const expected = judgeWith(one, file);
  const subject = one.subjects.get('request');
  const dossier = subject && dossierFromYaml(yamlOf(file), subject.type).value;
  for (const run of [undefined, runGenerated]) {
    const [judged] = subject && dossier ? engineOf(one, run).judge([{ subject, dossier }], {}) : [];
    const statuses = (outcomes: typeof expected.outcomes) =>
      outcomes.map(({ rule, element, status }) => [rule, element, status].join(' '));
    expect(statuses(judged?.outcomes ?? [])).toEqual(statuses(expected.outcomes));
  }
  return expected.of('TST-001');
}

const day = 'day: 2024-05-01';
const A = '{ itemId: A, kind: X, day: 2024-05-01, amount: 150, done: true }';
const B = '{ itemId: B, kind: Y, day: 2023-05-01, amount: 250, done: false }';
const open = '{ itemId: C, day: 2024-05-01, amount: 50 }';

describe('values that a rule names', () => {
  const each = { each: { item: 'items' }, asOf: 'item.day' };

  test.each<readonly [string, Keys, string, string]>([
    [
      'a number',
      { let: { rest: 'price - amount' }, require: 'rest > 10' },
      `${day}\nprice: 30\namount: 5`,
      'pass',
    ],
    [
      'twice',
      { let: { rest: 'price - amount' }, require: 'rest > 10 and rest < 20' },
      `${day}\nprice: 30\namount: 5`,
      'fail',
    ],
    [
      'with a title, and one of another, in any order',
      {
        let: { most: { is: 'rest * 2', title }, rest: 'price - amount' },
        when: 'rest > 0',
        require: 'most = 50',
      },
      `${day}\nprice: 30\namount: 5`,
      'pass',
    ],
    [
      'absent',
      { let: { rest: 'price - amount' }, require: 'rest > 10' },
      `${day}\nprice: 30`,
      'cannot-tell: amount',
    ],
    [
      'a condition',
      { let: { dear: 'amount > 10' }, when: 'dear', require: 'not(dear)' },
      `${day}\namount: 30`,
      'fail',
    ],
    [
      'a condition that is false',
      { let: { dear: 'amount > 10' }, when: 'dear', require: 'not(dear)' },
      `${day}\namount: 3`,
      'not-applicable',
    ],
    [
      'a day',
      { let: { when2: 'date(seen)' }, asOf: 'when2', require: 'when2 = day' },
      `${day}\nseen: 2024-05-01T10:00:00+08:00`,
      'pass',
    ],
    [
      'of each element',
      { ...each, let: { rest: 'limit - item.amount' }, require: 'rest >= 0' },
      `items: [${A}, ${B}]`,
      'A pass | B fail',
    ],
    [
      'a list',
      {
        let: { dear: 'items[amount > 100]' },
        require: 'count(dear) = 2 and sum(dear.amount) = 400',
      },
      `${day}\nitems: [${A}, ${B}, ${open}]`,
      'pass',
    ],
    [
      'a list, in a loop over itself',
      {
        let: { dear: 'items[amount > 100]' },
        require: 'every d in dear satisfies d.amount < sum(dear.amount)',
      },
      `${day}\nitems: [${A}, ${B}, ${open}]`,
      'pass',
    ],
    [
      'an element',
      { let: { first: 'items[1]' }, require: 'first.amount = 150 and first.kind = "X"' },
      `${day}\nitems: [${A}]`,
      'pass',
    ],
    [
      'a word',
      { let: { own: 'if agreed then kind else "Z"' }, require: 'own = "Z"' },
      `${day}\nagreed: false\nkind: X`,
      'pass',
    ],
    [
      'that may be none',
      { let: { gone: 'withdrawn' }, require: 'gone = null or gone > day' },
      `${day}\nverifiedNone: [withdrawn]`,
      'pass',
    ],
    [
      'of an edition, before that of the rule',
      {
        let: { most: 'amount' },
        editions: [{ from: '2000-01-01', let: { most: 'price' } }],
        require: 'most = 30',
      },
      `${day}\nprice: 30\namount: 5`,
      'pass',
    ],
    [
      'that reads a limit of the day',
      { let: { rest: 'limit - amount' }, require: 'rest >= 0' },
      `${day}\namount: 5`,
      'pass',
    ],
  ])('%s', (_, keys, file, expected) => {
    expect(said(keys, file)).toBe(expected);
  });
});

describe('definitions and tables that take arguments', () => {
  const each = { each: { item: 'items' }, asOf: 'item.day' };

  test.each<readonly [string, Keys, string, string]>([
    [
      'an element of each, on its own day',
      { ...each, require: 'not(over(item, 100))' },
      `items: [${A}, ${B}]`,
      'A pass | B fail',
    ],
    [
      'an element, on another day',
      { ...each, require: 'not(over(item, 100, date("2020-01-01")))' },
      `items: [${A}, ${B}]`,
      'A fail | B fail',
    ],
    [
      'by name',
      { ...each, require: 'not(over(by: 100, one: item))' },
      `items: [${A}, ${B}]`,
      'A pass | B fail',
    ],
    [
      'an element of a loop',
      { require: 'every i in items satisfies over(i, 10)' },
      `${day}\nitems: [${A}, ${B}]`,
      'pass',
    ],
    [
      'an element of two loops',
      {
        require:
          'every i in items, j in items satisfies over(i, 10) and over(j, 20) and over(i, j.amount - 250)',
      },
      `${day}\nitems: [${A}, ${B}]`,
      'pass',
    ],
    [
      'an element of a filter',
      { require: 'count(items[over(item, 100)]) = 1' },
      `${day}\nitems: [${A}, ${B}]`,
      'pass',
    ],
    ['through another definition', { require: 'anyOver' }, `${day}\nitems: [${A}]`, 'fail'],
    [
      'a list by a limit',
      {
        require:
          'count(those(100)) = 2 and count(those(200)) = 1 and sum(those(price).amount) = 250',
      },
      `${day}\nprice: 200\nitems: [${A}, ${B}]`,
      'pass',
    ],
    ['an element picked', { require: 'over(items[1], 70)' }, `${day}\nitems: [${A}, ${B}]`, 'pass'],
    [
      'a word',
      { ...each, require: 'kindOf(item) in ("X", "Z")' },
      `items: [${A}, ${B}]`,
      'A pass | B pass',
    ],
    [
      'numbers, one inside the other',
      { require: 'total(twice(amount), twice(twice(price))) = 130' },
      `${day}\nprice: 30\namount: 5`,
      'pass',
    ],
    [
      'an absent one',
      { require: 'total(amount, price) > 10' },
      `${day}\namount: 5`,
      'cannot-tell: price',
    ],
    [
      'an absent one that does not matter',
      { require: 'total(amount, price) > 10 or agreed' },
      `${day}\namount: 5\nagreed: true`,
      'pass',
    ],
    [
      'a day, given by a moment’s day',
      { require: 'late(date(seen))' },
      `${day}\nseen: 2024-05-01T10:00:00+08:00`,
      'pass',
    ],
    [
      'a table',
      { ...each, require: 'item.amount <= byKind(item, 140)' },
      `items: [${A}, ${B}]`,
      'A fail | B pass',
    ],
    [
      'a table of an element that lacks a column',
      { ...each, require: 'item.amount <= byKind(item, 140)' },
      `items: [${open}]`,
      'C cannot-tell: items[C].kind',
    ],
    [
      'a named value given as an argument',
      { ...each, let: { own: 'item.amount - 50', dear: 'over(item, own)' }, require: 'not(dear)' },
      `items: [${A}, ${B}]`,
      'A pass | B fail',
    ],
  ])('%s', (_, keys, file, expected) => {
    expect(said(keys, file)).toBe(expected);
  });

  test('what is called with the same arguments is worked out once, however often it is called', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => ({
      definition: `d${index}`,
      title,
      takes: { x: 'money' },
      editions: editions(index === 0 ? 'x' : `d${index - 1}(x) + d${index - 1}(x)`),
    }));
    const one = programWith(
      { require: 'd59(amount) > 0' },
      { 'definitions.yaml': JSON.stringify({ definitions: [...definitions, ...doubling] }) },
    );
    expect(judgeWith(one, `${day}\namount: 1`).of('TST-001')).toBe('pass');
  });
});

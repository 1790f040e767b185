import { describe, expect, test } from 'vitest';

import { inForce } from '../../src/program/ast.ts';
import { partsOf, referencesBehind } from '../../src/program/walk.ts';
import { programWith } from '../evaluate/fixture.ts';

const program = programWith({
  when: 'strict',
  require: 'amount <= limit and band = 1',
  products: ['A'],
});
const rule = program.rules.find(({ id }) => id === 'TST-001');

test('steps and rules are in processing order, whatever the files are called', () => {
  expect(program.steps.map(({ id }) => id)).toEqual(['ask', 'review', 'decide', 'sign', 'pay']);
  expect(program.rules.map(({ id }) => id)).toEqual(['GAT-001', 'TST-001']);
});

test('a step follows the nearest earlier one with events, unless it says otherwise', () => {
  expect(program.steps.map(({ editions }) => editions.at(-1)?.after)).toEqual([
    [],
    ['ask'],
    ['review'],
    ['decide'],
    ['sign'],
  ]);
});

test('an edition’s own keys win over the rule’s', () => {
  const changed = programWith({
    require: 'agreed',
    editions: [
      { from: '2000-01-01', until: '2019-12-31', require: 'checked', basis: [] },
      { from: '2020-01-01', title: { en: 'Later' } },
    ],
  }).rules.find(({ id }) => id === 'TST-001');
  const found = changed?.editions.map(({ from, until, require, title, basis }) => [
    from,
    until,
    require?.yaml.text,
    title['en'],
    basis.length,
  ]);
  expect(found).toEqual([
    ['2000-01-01', '2019-12-31', 'checked', 'The rule under test', 0],
    ['2020-01-01', undefined, 'agreed', 'Later', 1],
  ]);
});

test('names are typed: units of limits, of definitions, of tables', () => {
  const types = ['limit', 'share', 'strict', 'band'].map(
    (name) => program.references.get(name)?.type,
  );
  expect(types).toMatchObject([
    { kind: 'number', unit: 'money' },
    { kind: 'number', unit: 'ratio' },
    { kind: 'boolean' },
    { kind: 'number', unit: 'count' },
  ]);
});

test('everything behind a rule is found through definitions and tables', () => {
  expect(rule && [...referencesBehind(rule, program)].map(({ name }) => name).toSorted()).toEqual([
    'band',
    'limit',
    'strict',
  ]);
});

test('every expression is walked to its leaves', () => {
  const core = rule?.editions[0]?.require?.core;
  const kinds = (one: NonNullable<typeof core>): readonly string[] => [
    one.kind,
    ...partsOf(one).flatMap(kinds),
  ];
  expect(core && kinds(core)).toEqual([
    'logic',
    'comparison',
    'field',
    'file',
    'reference',
    'comparison',
    'reference',
    'constant',
  ]);
});

describe('the edition in force', () => {
  const editions = [{ from: '2000-01-01', until: '2023-12-31' }, { from: '2024-01-01' }];
  test.each([
    ['1999-12-31', undefined],
    ['2000-01-01', editions[0]],
    ['2023-12-31', editions[0]],
    ['2024-01-01', editions[1]],
    ['9999-12-31', editions[1]],
  ])('on %s', (day, expected) => {
    expect(inForce(editions, day)).toBe(expected);
  });
});

test.each([
  ['money against a date', { require: 'amount < day' }, 'feel/compare'],
  ['money and a count', { require: 'amount + count > 1' }, 'feel/unit'],
  ['a list against a number', { require: 'items.amount > 1' }, 'feel/compare'],
  ['a word that is no code', { require: 'kind = "W"' }, 'feel/unknown-word'],
  ['no truth value', { require: 'amount + 1' }, 'feel/type'],
  ['a day that is none', { asOf: 'amount' }, 'feel/type'],
  ['each over something else', { each: { item: 'amount' }, asOf: 'day' }, 'feel/type'],
  [
    'a variable called like a field',
    { each: { kind: 'items' }, asOf: 'day' },
    'rulebook/name-taken',
  ],
  ['an unknown field', { require: 'items[1].amuont > 1' }, 'feel/unknown-field'],
  ['an unknown function', { require: 'summe(items.amount) > 1' }, 'feel/unknown-function'],
  ['words run together', { require: 'amount price > 1' }, 'feel/words'],
  ['a function definition', { require: '(function(x) x)(true)' }, 'feel/profile'],
])('a rule is refused: %s', (_, keys, code) => {
  expect(() => programWith(keys)).toThrow(code);
});

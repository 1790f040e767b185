import { describe, expect, test } from 'vitest';

import { runCases } from '../../src/cases/run.ts';
import { programWith } from '../evaluate/fixture.ts';

const file = 'stages/work/decide/TST-001-under-test.cases.yaml';
const base =
  'day: 2024-05-01\namount: 150\nitems:\n  - { itemId: A, amount: 5 }\n  - { itemId: B, amount: 500 }\n';

function run(
  one: object,
  keys: Readonly<Record<string, unknown>> = { require: 'amount <= limit' },
) {
  const cases = { base: 'plain', cases: [{ title: { en: 'A case' }, ...one }] };
  const program = programWith(keys, {
    [file]: JSON.stringify(cases),
    'dossiers/plain.yaml': base,
    'dossiers/bare.yaml': 'kind: X\n',
  });
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  const [result] = rule ? runCases(program, rule) : [];
  return {
    status: result?.outcome?.status,
    missing: result?.missing,
    passed: result?.passed,
    problems: result?.problems.map(({ code }) => code),
  };
}

test('the same file is asked on other days too, each with what it comes to', () => {
  const one = {
    title: { en: 'A case' },
    with: { amount: 120 },
    expect: 'pass',
    days: {
      '1999-12-31': { 'cannot-tell': ['TST-001'] },
      '2000-01-01': 'fail',
      '2023-12-31': 'pass',
      '2024-01-01': 'pass',
    },
  };
  const program = programWith(
    { require: 'amount <= limit' },
    {
      [file]: JSON.stringify({ base: 'plain', cases: [one] }),
      'dossiers/plain.yaml': base,
    },
  );
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  const results = rule ? runCases(program, rule) : [];
  expect(
    results.map(({ day, outcome, missing, passed }) => [day, outcome?.status, missing, passed]),
  ).toEqual([
    [undefined, 'pass', [], true],
    ['1999-12-31', 'cannot-tell', ['TST-001'], true],
    ['2000-01-01', 'fail', [], true],
    ['2023-12-31', 'fail', [], false],
    ['2024-01-01', 'pass', [], true],
  ]);
});

describe('a case', () => {
  test.each([
    ['as the base is', { expect: 'pass' }, 'pass'],
    ['with another value', { with: { amount: 201 }, expect: 'fail' }, 'fail'],
    ['with a value where there was none', { with: { price: 201 }, expect: 'pass' }, 'pass'],
    [
      'without a field',
      { without: ['amount'], expect: { 'cannot-tell': ['amount'] } },
      'cannot-tell',
    ],
    [
      'without two',
      { without: ['amount', 'day'], expect: { 'cannot-tell': ['day'] } },
      'cannot-tell',
    ],
    [
      'of another base',
      { base: 'bare', with: { day: '2024-05-01', amount: 1 }, expect: 'pass' },
      'pass',
    ],
  ])('%s', (_, one, status) => {
    expect(run(one)).toMatchObject({ status, passed: true, problems: [] });
  });

  test.each([
    ['another outcome', { expect: 'fail' }],
    ['other missing fields', { without: ['amount'], expect: { 'cannot-tell': ['price'] } }],
    [
      'one missing field too many',
      { without: ['amount'], expect: { 'cannot-tell': ['amount', 'day'] } },
    ],
    ['one missing field too few', { without: ['amount'], expect: { 'cannot-tell': [] } }],
  ])('fails by %s', (_, one) => {
    expect(run(one).passed).toBe(false);
  });

  test.each([
    ['a path that is none', { with: { 'amount.': 1 } }, 'cases/not-a-path'],
    ['a field that is not there', { with: { amuont: 1 } }, 'cases/unknown-path'],
    ['an element that is not there', { with: { 'items[Z].amount': 1 } }, 'cases/no-element'],
    ['a way through a scalar', { with: { 'amount.fen': 1 } }, 'cases/wrong-step'],
    ['a path to take out that leads nowhere', { without: ['items[Z]'] }, 'cases/no-element'],
    ['a value of another kind', { with: { amount: 'x' } }, 'dossier/wrong-type'],
  ])('is not run with %s', (_, one, problem) => {
    expect(run({ ...one, expect: 'pass' })).toMatchObject({
      status: undefined,
      passed: false,
      problems: [problem],
    });
  });

  test('runs with a value that is said to be malformed', () => {
    const one = { with: { amount: 'x' }, malformed: ['amount'] };
    expect(run({ ...one, expect: { 'cannot-tell': ['amount'] } })).toMatchObject({
      status: 'cannot-tell',
      passed: true,
      problems: [],
    });
  });
});

describe('of a rule with elements', () => {
  const each = { each: { item: 'items' }, require: 'item.amount <= limit' };
  test.each([
    ['the worst counts', {}, 'fail'],
    ['or the one named', { element: 'A' }, 'pass'],
    ['an element by its key', { with: { 'items[B].amount': 1 } }, 'pass'],
    ['an element taken out', { without: ['items[B]'] }, 'pass'],
    ['all taken out', { without: ['items'] }, 'cannot-tell'],
  ])('%s', (_, one, status) => {
    expect(run({ ...one, expect: 'pass' }, each).status).toBe(status);
  });

  test('one that is not there is no outcome, and fails', () => {
    expect(run({ element: 'Z', expect: 'pass' }, each)).toMatchObject({
      status: undefined,
      passed: false,
      problems: ['cases/no-element'],
    });
  });
});

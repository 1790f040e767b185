import { describe, expect, test } from 'vitest';

import { textOf } from '../../src/base/source.ts';
import { runCovered, shareSeen, totalsOf } from '../../src/cases/coverage.ts';
import { coverageJson, coverageText } from '../../src/report/coverage.ts';
import { wordbooks } from '../../src/words/messages/messages.ts';
import { type Keys, programWith } from '../evaluate/fixture.ts';

const file = 'stages/work/decide/TST-001-under-test.cases.yaml';
const base = `
day: 2024-05-01
amount: 150
kind: X
agreed: true
items:
  - { itemId: A, amount: 5, kind: X, done: true }
  - { itemId: B, amount: 500, kind: Y, done: false }
`;

function covered(keys: Keys, cases: readonly object[]) {
  const titled = cases.map((one, index) => ({
    title: { en: `Case ${index + 1}` },
    expect: 'pass',
    ...one,
  }));
  const program = programWith(keys, {
    [file]: JSON.stringify({ base: 'plain', cases: titled }),
    'dossiers/plain.yaml': base,
  });
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  if (!rule) throw new Error('the rule under test was read');
  return runCovered(program, rule).coverage;
}

/** Each condition with what it was seen as: `amount <= limit: true unknown`. */
function seen(keys: Keys, ...cases: readonly object[]): readonly string[] {
  return covered(keys, cases).conditions.map(({ span, seen: ways }) =>
    `${textOf(span)}: ${['true', 'false', 'unknown'].filter((one) => [...ways].includes(one as 'true')).join(' ')}`.trim(),
  );
}

describe('a condition is seen as the engine finds it', () => {
  test.each<[string, Keys, readonly object[], readonly string[]]>([
    [
      'nothing without cases that judge',
      { require: 'amount <= limit' },
      [{ without: ['day'] }],
      ['amount <= limit:'],
    ],
    [
      'one comparison',
      { require: 'amount <= limit' },
      [{}, { with: { amount: 900 } }],
      ['amount <= limit: true false'],
    ],
    [
      'a field that is missing',
      { require: 'amount <= limit' },
      [{ without: ['amount'] }],
      ['amount <= limit: unknown'],
    ],
    [
      'each part of and, or, not',
      { require: 'agreed and not(amount < 5 or amount > 900)' },
      [{}],
      ['agreed: true', 'amount < 5: false', 'amount > 900: false'],
    ],
    [
      'the branch that is taken',
      { require: 'if agreed then amount > 1 else count > 1' },
      [{}],
      ['agreed: true', 'amount > 1: true', 'count > 1:'],
    ],
    [
      'both branches while it cannot be told',
      { require: 'if agreed then amount > 1 else amount > 900' },
      [{ without: ['agreed'] }],
      ['agreed: unknown', 'amount > 1: true', 'amount > 900: false'],
    ],
    [
      'a loop, and what is asked of its elements',
      { require: 'every one in items satisfies one.amount > 100' },
      [{}],
      ['every one in items satisfies one.amount > 100: false', 'one.amount > 100: true false'],
    ],
    [
      'a filter inside a comparison',
      { require: 'count(items[done]) = 1' },
      [{}, { without: ['items[A].done'] }],
      ['count(items[done]) = 1: true unknown', 'done: true false unknown'],
    ],
    [
      'not what is required of a file the rule is not for',
      { when: 'agreed', require: 'amount > 1' },
      [{ with: { agreed: false } }],
      ['amount > 1:', 'agreed: false'],
    ],
    [
      'each element of a rule that goes element by element',
      { each: { one: 'items' }, require: 'one.done' },
      [{ element: 'A' }],
      ['one.done: true false'],
    ],
    [
      'once, where editions share it',
      {
        require: 'agreed',
        editions: [{ from: '2000-01-01', until: '2019-12-31' }, { from: '2020-01-01' }],
      },
      [{}, { with: { day: '2010-05-01', agreed: false } }],
      ['agreed: true false'],
    ],
  ])('%s', (_, keys, cases, expected) => {
    expect(seen(keys, ...cases)).toEqual(expected);
  });
});

test('what would pass is not taken for what was judged', () => {
  const [condition] = covered({ require: 'amount <= limit' }, [
    { with: { amount: 900 }, expect: 'fail' },
  ]).conditions;
  expect([...(condition?.seen ?? [])]).toEqual(['false']);
});

test('totals, and the text with places', () => {
  const all = [
    covered({ require: 'agreed' }, [{}, { with: { agreed: false } }, { without: ['agreed'] }]),
    covered({ require: 'agreed and amount <= limit' }, [{}]),
  ];
  const totals = totalsOf(all);
  expect(totals).toEqual({
    rules: 2,
    whole: 1,
    conditions: 3,
    seen: { true: 3, false: 1, unknown: 1 },
    all: 1,
  });
  expect(shareSeen(totals)).toBeCloseTo(5 / 9, 12);
  expect(shareSeen(totalsOf([]))).toBe(1);
  const text = coverageText(all, wordbooks.en);
  expect(text).toContain('conditions seen 55.5%: 3 conditions in 2 rules');
  expect(text).toMatch(
    /never false, unknown {2}amount <= limit {2}stages.*TST-001-under-test\.yaml:1:\d+/u,
  );
  expect(coverageText(all, wordbooks.zh)).toContain('未见假、未知');
  expect(coverageJson(all).short).toMatchObject([
    { rule: 'TST-001', part: 'require', text: 'agreed', line: 1, never: ['false', 'unknown'] },
    { text: 'amount <= limit' },
  ]);
});

import { describe, expect, test } from 'vitest';

import { unplannedOf } from '../../src/plan/from-program.ts';
import { bookOf, byEngines, judged, type Keys, lines } from './book.ts';

const head = { id: 'R-1', year: 2024, filedOn: '2025-03-01', limit: 500 };
const A = { uid: 'A', kind: 'LOAN', amount: 100, balance: 50, signedOn: '2024-02-01' };
const B = { uid: 'B', kind: 'LEASE', amount: 900, balance: 0, signedOn: '2024-03-01' };
const C = { uid: 'A', kind: 'LOAN', amount: 300, balance: 900, signedOn: '2023-01-01' };

/** What the evaluator says, which every engine has to say too. */
function said(rules: readonly Keys[], file: object, others = {}): readonly string[] {
  const book = bookOf(rules, others);
  expect(unplannedOf(book.program)).toEqual([]);
  const text = JSON.stringify(file);
  const { verdict, scope, ...whole } = judged(book, text);
  const expected = lines({ verdict, scope, ...whole });
  const engines = byEngines(book, text);
  expect(engines.length).toBeGreaterThanOrEqual(2);
  for (const [name, judgement] of engines) {
    expect([name, judgement.verdict, judgement.scope]).toEqual([name, verdict, scope]);
    expect([name, ...lines(judgement)]).toEqual([name, ...expected]);
  }
  return [verdict, ...expected];
}

/** Rows of a decision table, by the kind of the row of the register. */
const shares = String.raw`[{ "when": ["\"LOAN\""], "then": [0.2] }, { "when": ["\"LEASE\""], "then": [0.9] }]`;

describe('a rule on rows', () => {
  test.each<readonly [string, Keys, readonly object[], readonly string[]]>([
    [
      'names the fields of the row',
      { require: 'amount <= 500' },
      [A, B, C],
      ['fail', 'TST-001 pass ×2', 'TST-001 2 fail /rows/1/amount'],
    ],
    [
      'and those of the head',
      { require: 'amount <= head.limit' },
      [A, B],
      ['fail', 'TST-001 pass ×1', 'TST-001 2 fail /rows/1/amount /head/limit'],
    ],
    [
      'and the row itself',
      { require: 'entry.amount <= head.limit' },
      [A, C],
      ['pass', 'TST-001 pass ×2'],
    ],
    [
      'applies to some',
      { when: 'kind = "LOAN"', require: 'balance <= amount' },
      [A, B, C],
      [
        'fail',
        'TST-001 pass ×1',
        'TST-001 not-applicable ×1',
        'TST-001 3 fail /rows/2/balance /rows/2/amount',
      ],
    ],
    [
      'goes by the day of the row',
      { asOf: 'signedOn', since: 'new', editions: [{ from: '2024-01-01' }], require: 'false' },
      [C, A],
      ['fail', 'TST-001 not-applicable ×1', 'TST-001 2 fail /rows/1'],
    ],
    [
      'cannot be told of a row that lacks what decides it',
      { require: 'amount <= 500' },
      [A, { uid: 'B' }, {}],
      [
        'cannot-tell',
        'TST-001 pass ×1',
        'TST-001 2 cannot-tell absent /rows/1/amount',
        'TST-001 3 cannot-tell absent /rows/2/amount',
      ],
    ],
    [
      'reads all rows beside its own',
      { require: 'amount <= 0.5 * sum(rows.amount)' },
      [A, B, C],
      ['fail', 'TST-001 pass ×2', 'TST-001 2 fail /rows/1/amount /rows/0/amount /rows/2/amount'],
    ],
    [
      'has none to judge',
      { require: 'amount <= 500' },
      [],
      ['cannot-tell', 'TST-001 not-applicable'],
    ],
  ])('%s', (_, keys, rows, expected) => {
    expect(said([keys], { head, rows })).toEqual(expected);
  });

  test('a row that is no record', () => {
    expect(said([{ require: 'amount <= 500' }], { head, rows: [A, null] })).toEqual([
      'cannot-tell',
      'TST-001 pass ×1',
      'TST-001 2 cannot-tell absent /rows/1',
    ]);
  });

  test('definitions and tables read the row, and the file', () => {
    const definitions = {
      definitions: [
        {
          definition: 'share',
          subject: 'entry',
          title: { en: 'Share' },
          editions: [{ from: '2000-01-01', is: 'amount / total' }],
        },
        {
          definition: 'total',
          subject: 'register',
          title: { en: 'Total' },
          editions: [{ from: '2000-01-01', is: 'sum(rows.amount)' }],
        },
        {
          definition: 'isLarge',
          subject: 'entry',
          title: { en: 'Large' },
          editions: [{ from: '2000-01-01', is: 'share > most' }],
        },
      ],
    };
    const table = {
      table: 'most',
      subject: 'entry',
      title: { en: 'Most' },
      hit: 'unique',
      inputs: [{ is: 'kind' }],
      outputs: [{ output: 'share', title: { en: 'Share' }, unit: 'ratio' }],
      editions: [
        {
          from: '2000-01-01',
          basis: [],
          rows: JSON.parse(shares) as unknown,
        },
      ],
    };
    const rules = [{ require: 'not(isLarge)' }, { subject: 'register', require: 'total <= 1300' }];
    const others = { 'definitions.yaml': definitions, 'tables/most.yaml': table };
    expect(said(rules, { head, rows: [A, B, C] }, others)).toEqual([
      'fail',
      'TST-001 pass ×2',
      'TST-001 3 fail /rows/2/amount /rows/0/amount /rows/1/amount',
      'TST-002 pass',
    ]);
  });
});

describe('a rule on the whole file', () => {
  const whole = (require: string): readonly Keys[] => [{ subject: 'register', require }];

  test.each<readonly [string, readonly object[], readonly string[]]>([
    ['count(distinct values(rows.uid)) = count(rows)', [A, B], ['pass', 'TST-001 pass']],
    [
      'count(distinct values(rows.uid)) = count(rows)',
      [A, B, C],
      ['fail', 'TST-001 fail /rows/0/uid /rows/1/uid /rows/2/uid /rows'],
    ],
    ['sum(rows[kind = "LOAN"].amount) / sum(rows.amount) >= 0.1', [A, B], ['pass', 'TST-001 pass']],
    ['count(rows) = 2', [A, B], ['pass', 'TST-001 pass']],
  ])('%s', (require, rows, expected) => {
    expect(said(whole(require), { head, rows })).toEqual(expected);
  });
});

describe('a stage only after another', () => {
  const rules: readonly Keys[] = [
    { require: 'amount <= 500' },
    { stage: 'second', require: 'balance <= amount' },
    { stage: 'second', subject: 'register', require: 'count(rows) >= 1' },
  ];

  test('is judged where every row is in order', () => {
    expect(said(rules, { head, rows: [A] })).toEqual([
      'pass',
      'TST-001 pass ×1',
      'TST-002 pass ×1',
      'TST-003 pass',
    ]);
  });

  test.each([
    ['fails', B, '2 fail /rows/1/amount'],
    ['cannot be told', { uid: 'D' }, '2 cannot-tell absent /rows/1/amount'],
  ])('is held back where a row %s', (_, row, line) => {
    const [verdict, ...found] = said(rules, { head, rows: [A, row] });
    expect(verdict).toBe(line.includes('fail') ? 'fail' : 'cannot-tell');
    expect(found).toEqual([
      'TST-001 pass ×1',
      `TST-001 ${line}`,
      'TST-002 not-due held by first',
      'TST-003 not-due held by first',
    ]);
  });

  test('is not held back by advice', () => {
    const [first = {}, ...others] = rules;
    const found = said([{ ...first, level: 'advisory' }, ...others], { head, rows: [A, B] });
    expect(found).toEqual([
      'pass',
      'TST-001 pass ×1',
      'TST-001 2 fail /rows/1/amount',
      'TST-002 pass ×2',
      'TST-003 pass',
    ]);
  });
});

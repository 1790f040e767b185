import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { unplannedOf } from '../../src/plan/from-program.ts';
import { bookOf, byEngines, judged, lines } from './book.ts';

const head = { id: 'R-1', year: 2024, filedOn: '2025-03-01', limit: 500 };

const own = [
  'occurrences(rows.uid, uid) = 1',
  'occurrences(rows.amount, amount) = 1',
  'occurrences(rows.kind, kind) <= 2',
  'occurrences(rows.signedOn, signedOn) <= 1',
  'occurrences(rows[kind = "LOAN"].uid, uid) <= 1',
  'occurrences(rows.balance, amount * 2) = 0',
  'count(rows[uid = entry.uid and kind = "LOAN"]) <= 1',
];
const whole = [
  'is sorted(rows.signedOn)',
  'is sorted(rows.uid)',
  'is sorted(rows.amount)',
  'is sorted(rows[kind = "LOAN"].signedOn)',
  'count(distinct values(rows.uid)) = count(rows)',
  'occurrences(rows.uid, "A") <= 1',
];
const book = bookOf([
  ...own.map((require) => ({ require })),
  ...whole.map((require) => ({ subject: 'register', require })),
]);

function compared(rows: readonly unknown[]): readonly string[] {
  const text = JSON.stringify({ head, rows });
  const expected = lines(judged(book, text));
  for (const [name, judgement] of byEngines(book, text))
    expect([name, ...lines(judgement)]).toEqual([name, ...expected]);
  return expected;
}

test('all of them have plans', () => {
  expect(unplannedOf(book.program)).toEqual([]);
});

describe('values that repeat, and order', () => {
  const A = { uid: 'A', kind: 'LOAN', amount: 1, balance: 7, signedOn: '2024-01-01' };
  const B = { uid: 'B', kind: 'LEASE', amount: 2, balance: 8, signedOn: '2024-02-01' };

  test.each<readonly [string, readonly unknown[], readonly string[]]>([
    ['no two alike', [A, B], []],
    [
      'a value twice',
      [A, B, { ...A, amount: 3, signedOn: '2024-03-01' }],
      [
        '001 1 fail',
        '001 3 fail',
        '005 1 fail',
        '005 3 fail',
        '007 1 fail',
        '007 3 fail',
        '009 fail',
        '012 fail',
        '013 fail',
      ],
    ],
    ['the wrong way round', [B, A], ['008 fail', '009 fail', '010 fail']],
    [
      'one that is not known, between two that are the wrong way round',
      [B, { ...B, signedOn: null, uid: 'C', amount: 3 }, A],
      ['008 fail', '009 fail', '010 fail'],
    ],
  ])('%s', (_, rows, expected) => {
    const found = compared(rows)
      .filter((line) => / fail/u.test(line))
      .map((line) => line.replace('TST-', '').replace(/(fail).*/u, '$1'));
    expect(found).toEqual(expected);
  });

  test('what is not known decides nothing that is not decided without it', () => {
    const lacking = compared([A, { ...B, uid: null, signedOn: null }]);
    expect(lacking.filter((line) => /TST-(?:001|008)/u.test(line))).toEqual([
      'TST-001 1 cannot-tell absent /rows/1/uid',
      'TST-001 2 cannot-tell absent /rows/1/uid',
      'TST-008 cannot-tell absent /rows/1/signedOn',
    ]);
  });
});

/** A register with holes: few values, so that many are alike. */
const rows = fc.array(
  fc.record(
    {
      uid: fc.constantFrom('A', 'B', 'Ａ', '😀', '', null),
      kind: fc.constantFrom('LOAN', 'LEASE', null),
      amount: fc.constantFrom(0, 1, 0.1, 0.2, 14, 175_000_000_000, null),
      balance: fc.constantFrom(7, 0.05, 0, null),
      signedOn: fc.constantFrom('2024-01-01', '2024-01-02', '2023-12-31', null),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 6 },
);

test('engines say what the evaluator says of registers with holes', () => {
  let told = 0;
  fc.assert(
    fc.property(rows, (drawn) => {
      told += compared(drawn).length;
    }),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(1000);
});

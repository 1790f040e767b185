import { describe, expect, test } from 'vitest';

import { textOf } from '../../src/base/source.ts';
import { mutantsOfReference, mutantsOfRule } from '../../src/mutation/mutants.ts';
import { suggestionsAgainst } from '../../src/mutation/suggest.ts';
import { trierOf } from '../../src/mutation/tried.ts';
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

function under(keys: Keys, cases: readonly object[] = []) {
  const titled = cases.map((one, index) => ({ title: { en: `Case ${index + 1}` }, ...one }));
  const program = programWith(keys, {
    ...(cases.length > 0 && { [file]: JSON.stringify({ base: 'plain', cases: titled }) }),
    'dossiers/plain.yaml': base,
  });
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  if (!rule) throw new Error('the rule under test was read');
  return { program, rule };
}

/** Each mutant of a requirement as its kind, what it is written for, and what instead. */
function mutants(require: string): readonly string[] {
  const { rule } = under({ require });
  return [...mutantsOfRule(rule)]
    .filter(({ from }) => from !== '2000-01-01')
    .map(({ kind, span, from, to }) => `${kind} ${textOf(span)}: ${from} → ${to}`);
}

test.each<[string, readonly string[]]>([
  ['amount <= limit', ['operator <=: <= → <']],
  ['kind = "X"', ['operator =: = → !=']],
  ['amount > 5', ['operator >: > → >=', 'limit 5: 5 → 4.99', 'limit 5: 5 → 5.01']],
  ['agreed and amount < limit', ['operator and: and → or', 'operator <: < → <=']],
  ['some i in items satisfies i.done', ['operator some i in items satisfies i.done: some → every']],
  ['amount + price <= limit', ['operator <=: <= → <', 'operator +: + → -']],
  ['fee != null', ['presence fee != null: != null → = null']],
  ['fee = null', ['presence fee = null: = null → != null']],
  [
    'amount in [1..limit)',
    [
      'operator amount in [1..limit): [..) → (..)',
      'operator amount in [1..limit): [..) → [..]',
      'limit 1: 1 → 0.99',
      'limit 1: 1 → 1.01',
    ],
  ],
  [
    'days between(day, withdrawn) <= 3',
    [
      'operator <=: <= → <',
      'unit days between(day, withdrawn): days between → working days between',
      'limit 3: 3 → 2',
      'limit 3: 3 → 4',
    ],
  ],
])('%s may be written otherwise', (require, expected) => {
  expect(mutants(require)).toEqual(expected);
});

test('a parameter moves by a step of its unit, and its editions by a day', () => {
  const { program } = under({ require: 'amount <= limit' });
  const reference = program.references.get('limit');
  const found = reference ? [...mutantsOfReference(reference, program)] : [];
  expect(found.map(({ kind, from, to }) => `${kind} ${from} → ${to}`)).toEqual([
    'limit 100 → 99.99',
    'limit 100 → 100.01',
    'limit 200 → 199.99',
    'limit 200 → 200.01',
    'date 2000-01-01 → 1999-12-31',
    'date 2000-01-01 → 2000-01-02',
    'date 2024-01-01 → 2023-12-31',
    'date 2024-01-01 → 2024-01-02',
  ]);
});

describe('a mutant is noticed by a case that comes to something else', () => {
  const keys: Keys = { require: 'amount <= limit' };
  const fates = (cases: readonly object[], name: string) => {
    const { program } = under(keys, cases);
    return trierOf(program)
      .tried(name)
      .map(({ from, to, fate }) => `${from} → ${to} ${fate}`);
  };

  test.each<[string, readonly object[], string, readonly string[]]>([
    ['far from the limit', [{ expect: 'pass' }], 'TST-001', ['<= → < survived']],
    ['at the limit', [{ with: { amount: 200 }, expect: 'pass' }], 'TST-001', ['<= → < noticed']],
    [
      'what a case of the rule reads',
      [
        { with: { amount: 200 }, expect: 'pass' },
        { with: { amount: 200.01 }, expect: 'fail' },
      ],
      'limit',
      ['200 → 199.99 noticed', '200 → 200.01 noticed'],
    ],
    [
      'a case that does not come to what it says shows nothing',
      [{ with: { amount: 200 }, expect: 'fail' }],
      'TST-001',
      ['<= → < survived'],
    ],
  ])('%s', (_, cases, name, expected) => {
    expect(fates(cases, name)).toEqual(expect.arrayContaining([...expected]));
  });

  test('what no rule asks on its days is proved to change nothing', () => {
    const { program } = under({ require: 'amount <= limit', editions: [{ from: '2024-01-01' }] }, [
      { expect: 'pass' },
    ]);
    const found = trierOf(program)
      .tried('limit')
      .map(({ from, fate }) => `${from} ${fate}`);
    expect(found).toContain('100 equivalent');
    expect(found).toContain('200 survived');
  });

  test('suggestions notice what no case notices', () => {
    const { program, rule } = under(keys, [{ expect: 'pass' }]);
    const { tried, casesOf } = trierOf(program);
    const survivors = ['TST-001', 'limit']
      .flatMap(tried)
      .flatMap(({ fate, altered }) => (fate === 'survived' ? [altered] : []));
    const { cases } = suggestionsAgainst(program, rule, casesOf(rule), survivors);
    const texts = cases.map(({ text }) => text);
    expect(texts.join('')).toMatch(/amount: 200\n {4}expect: pass/u);
    expect(texts.join('')).toMatch(/amount: 200\.01\n {4}expect: fail/u);
  });
});

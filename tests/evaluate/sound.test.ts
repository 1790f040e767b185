import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { judgeWith, type Keys, programWith } from './fixture.ts';

const path = 'schemas/request.schema.json';
const fixture = JSON.parse(readFileSync(`tests/evaluate/fixture/${path}`, 'utf8'));

/** Records in records, names inside lists that are names outside too, and what may verifiedly be none. */
const more = {
  n: { type: 'number', 'x-unit': 'count' },
  vip: { type: 'boolean', 'x-absence': 'none' },
  spouse: {
    type: 'object',
    'x-absence': 'none',
    properties: { agreed: { type: 'boolean' }, kind: { type: 'string', enum: ['X', 'Y'] } },
  },
  groups: {
    type: 'array',
    'x-key': 'key',
    items: {
      type: 'object',
      properties: {
        key: { type: 'string' },
        n: { type: 'number', 'x-unit': 'count' },
        x: { type: 'number', 'x-unit': 'money' },
        parts: {
          type: 'array',
          items: { type: 'object', properties: { ok: { type: 'boolean' } } },
        },
      },
    },
  },
};
const schema = JSON.stringify({ ...fixture, properties: { ...fixture.properties, ...more } });

function said(keys: Keys, file: string): string {
  const program = programWith(keys, { [path]: schema });
  return judgeWith(program, `day: 2024-05-01\n${file}`).of('TST-001');
}

describe('a position that nobody can tell is none of an empty list', () => {
  test.each([
    'every p in groups[n].parts satisfies p.ok',
    'count(groups[n].parts) = 0',
    'not(some p in groups[n].parts satisfies p.ok)',
  ])('%s', (require) => {
    expect(said({ require }, 'groups: []')).toBe('cannot-tell: n');
    expect(said({ require }, 'groups: []\nn: x')).toBe('cannot-tell: n');
    expect(said({ require }, 'groups: []\nn: 1')).toBe('cannot-tell: groups');
  });

  test('and it is told by what lies outside of the list', () => {
    const groups = 'groups: [{ key: a, n: 9, parts: [{ ok: true }] }]';
    const require = 'every p in groups[n].parts satisfies p.ok';
    expect(said({ require }, `${groups}\nn: 1`)).toBe('pass');
    expect(said({ require }, groups)).toBe('cannot-tell: n');
  });
});

describe('a name inside a list means the field of its elements, whatever the element is', () => {
  const filled = (x: number) => `n: 1\ngroups: [{ key: a, n: 9, x: ${x}, parts: [] }]`;
  test.each([
    ['count(groups[n > 5]) = 0', 'fail', 'fail'],
    ['every g in groups[n > 5] satisfies g.x > 100', 'pass', 'fail'],
    ['sum(groups[n > 5].x) <= 100', 'fail', 'pass'],
  ])('%s', (require, ifDear, ifCheap) => {
    expect(said({ require }, filled(200))).toBe(ifDear);
    expect(said({ require }, filled(50))).toBe(ifCheap);
    expect(said({ require }, 'n: 1\ngroups: [null]')).toBe('cannot-tell: groups[1]');
    expect(said({ require }, 'n: 1\ngroups: [x]')).toBe('cannot-tell: groups[1]');
  });
});

describe('what was verified to be none is neither true nor false', () => {
  const require = 'amount > 100';
  test.each([
    ['vip', '', 'cannot-tell: vip'],
    ['vip', 'vip: false', 'not-applicable'],
    ['vip', 'vip: true', 'pass'],
    ['spouse.agreed', '', 'cannot-tell: spouse'],
    ['spouse.agreed', 'spouse: { agreed: false }', 'not-applicable'],
    ['if vip then true else false', '', 'cannot-tell: vip'],
    ['vip or amount > 1', '', 'pass'],
    ['vip and amount < 1', '', 'not-applicable'],
  ])('when %s with %j is %s', (when, file, expected) => {
    expect(said({ when, require }, `amount: 500\n${file}`)).toBe(expected);
  });

  test('but it is among no others', () => {
    const asked = { require: 'not(list contains(items.kind, spouse.kind))' };
    expect(said(asked, 'items: [{ itemId: A, kind: X }]')).toBe('pass');
  });
});

test('a divisor on the way is nought', () => {
  const keys = { require: 'price / (amount / price) >= -1' };
  expect(said(keys, 'price: 0\namount: 5')).toBe('cannot-tell: price');
  expect(said(keys, 'price: 5\namount: 0')).toBe('cannot-tell: amount, price');
  expect(said(keys, 'price: 5\namount: 1')).toBe('pass');
});

describe('a limit costs what reaches it, at its field, and nothing else', () => {
  const far = 'withdrawn: 1905-01-01\n';
  test.each([
    ['working days between(withdrawn, day) < 5', 'cannot-tell: day, withdrawn'],
    ['working days between(withdrawn, day) < 5 or amount = 5', 'pass'],
    ['working days between(withdrawn, day) < 5 and amount = 6', 'fail'],
  ])('%s is %s', (require, expected) => {
    const program = programWith({ require });
    const judged = judgeWith(program, `day: 2024-05-01\namount: 5\nchecked: false\n${far}`);
    expect(judged.of('TST-001')).toBe(expected);
    expect(judged.of('GAT-001')).toBe('fail');
  });

  test('work beyond all measure, in one rule of two', () => {
    const loops =
      'every a in items, b in items, c in items satisfies a.amount + b.amount >= c.amount';
    const items = Array.from({ length: 130 }, (_, index) => `{ itemId: I${index}, amount: 1 }`);
    const program = programWith({ require: loops });
    const file = `day: 2024-05-01\nchecked: false\nitems: [${items.join(', ')}]`;
    const judged = judgeWith(program, file);
    expect(judged.of('TST-001')).toMatch(/^cannot-tell: items\[I\d+\]\.amount$/u);
    expect(judged.of('GAT-001')).toBe('fail');
    expect(judged.verdict).toBe('fail');
  });
});

describe('a day on which no edition is in force', () => {
  const later = { editions: [{ from: '2025-01-01' }] };
  const earlier = { editions: [{ from: '2020-01-01', until: '2023-12-31' }] };
  const ended = { by: 'T-1#all', why: { en: 'No more' } };
  test.each([
    ['before the first', later, 'cannot-tell: TST-001'],
    ['before the first, of a new rule', { ...later, since: 'new' }, 'not-applicable'],
    ['after the last, of a rule that ended', { ...earlier, ended }, 'not-applicable'],
    ['whatever the day, for no such file', { ...later, when: 'false' }, 'not-applicable'],
  ])('%s', (_, keys, expected) => {
    expect(said(keys, '')).toBe(expected);
  });

  test('after the last, is refused when the rulebook is read, where nothing says why it ended', () => {
    expect(() => said(earlier, '')).toThrow('rulebook/until-unexplained');
    expect(() => said({ ...earlier, since: 'new' }, '')).toThrow('rulebook/until-unexplained');
  });

  test('says why', () => {
    const why = (keys: Keys, file = '') => {
      const program = programWith({ products: ['A'], ...keys }, { [path]: schema });
      const text = `day: 2024-05-01\n${file === '' ? 'product: A' : file}`;
      const [one] = judgeWith(program, text).outcomes.filter(({ rule }) => rule === 'TST-001');
      return one?.inapplicable;
    };
    expect(why({ ...later, since: 'new' })).toEqual({
      kind: 'before',
      day: '2024-05-01',
      from: '2025-01-01',
    });
    expect(why({ ...earlier, ended })).toEqual({
      kind: 'ended',
      day: '2024-05-01',
      until: '2023-12-31',
      ended,
    });
    expect(why({}, 'product: B')).toEqual({
      kind: 'product',
      pointer: '/product',
      products: ['A'],
      value: 'B',
    });
    expect(why({ when: 'false' })).toEqual({ kind: 'condition', because: [] });
    expect(why({ each: { a: 'items' }, require: 'a.done' }, 'product: A\nitems: []')).toEqual({
      kind: 'empty',
      pointer: '/items',
    });
    expect(why({})).toBeUndefined();
  });
});

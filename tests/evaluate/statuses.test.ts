import { describe, expect, test } from 'vitest';

import { judgeWith, outcome, programWith } from './fixture.ts';

const day = 'day: 2024-05-01\n';

test.each([
  ['product differs', { products: ['B'] }, 'product: A', 'not-applicable'],
  ['product is this one', { products: ['A', 'B'] }, 'product: A', 'pass'],
  ['product is not on file', { products: ['A'] }, 'count: 1', 'cannot-tell: product'],
  ['product is malformed', { products: ['A'] }, 'product: C', 'cannot-tell: product'],
  ['when is false', { when: 'agreed', require: 'false' }, 'agreed: false', 'not-applicable'],
  ['when is unknown, require is true', { when: 'agreed' }, 'count: 1', 'cannot-tell: agreed'],
  [
    'when is unknown, require is false',
    { when: 'agreed', require: 'false' },
    'count: 1',
    'cannot-tell: agreed',
  ],
  [
    'when is false, require is unknown',
    { when: 'agreed', require: 'amount > 1' },
    'agreed: false',
    'not-applicable',
  ],
  [
    'both are unknown',
    { when: 'agreed', require: 'amount > 1' },
    'count: 1',
    'cannot-tell: agreed, amount',
  ],
  [
    'when and require are true',
    { when: 'agreed', require: 'amount > 1' },
    'agreed: true\namount: 2',
    'pass',
  ],
  [
    'when is true, require is false',
    { when: 'agreed', require: 'amount > 1' },
    'agreed: true\namount: 1',
    'fail',
  ],
  [
    'the first of a filter that nothing passes is wanting in its list',
    { require: 'items[done][1].done' },
    'items: [{ done: false }]',
    'cannot-tell: items',
  ],
  [
    'the least of the fields of an empty list is wanting in that list',
    { require: 'min(items.amount) > 0' },
    'items: []',
    'cannot-tell: items',
  ],
  [
    'no edition was in force, and nothing says why',
    { editions: [{ from: '2025-01-01' }] },
    'count: 1',
    'cannot-tell: TST-001',
  ],
  [
    'no edition was in force, since the rule began with its source',
    { since: 'new', editions: [{ from: '2025-01-01' }] },
    'count: 1',
    'not-applicable',
  ],
])('%s', (_, keys, file, expected) => {
  expect(outcome(keys, day + file)).toBe(expected);
});

test('a draft never judges', () => {
  expect(outcome({ status: 'draft' }, day)).toBe('');
});

test.each([
  ['on its last day', '2024-04-30', 'fail'],
  ['the day after', '2024-05-01', 'not-applicable'],
  ['the day before', '2019-12-31', 'cannot-tell: TST-001'],
])('a repealed rule judges files of its time: %s', (_, on, expected) => {
  const editions = [{ from: '2020-01-01', until: '2024-04-30' }];
  const ended = { by: 'T-1#all', why: { en: 'Nobody asks it any more' } };
  const keys = { status: 'repealed', require: 'false', editions, ended };
  expect(outcome(keys, `day: ${on}\n`)).toBe(expected);
});

describe('absence', () => {
  test.each(['', 'amount:\n', 'amount: null\n', 'amount: ~\n', 'amount: ""\n', 'amount: "  "\n'])(
    '%j is unknown',
    (file) => {
      expect(outcome({ require: 'amount > 1' }, day + file)).toBe('cannot-tell: amount');
      expect(outcome({ require: 'amount = null' }, day + file)).toBe('cannot-tell: amount');
      expect(outcome({ require: 'amount != null' }, day + file)).toBe('cannot-tell: amount');
    },
  );

  test.each(['', 'remarks:\n', 'remarks: null\n', 'remarks: ""\n'])(
    'a list %j is unknown, not empty',
    (file) => {
      expect(outcome({ require: 'count(remarks) = 0' }, day + file)).toBe('cannot-tell: remarks');
      expect(outcome({ require: 'every x in remarks satisfies x = "a"' }, day + file)).toBe(
        'cannot-tell: remarks',
      );
      expect(outcome({ require: 'some x in remarks satisfies x = "a"' }, day + file)).toBe(
        'cannot-tell: remarks',
      );
    },
  );

  test.each([
    ['withdrawn = null', '', 'pass'],
    ['withdrawn = null', 'withdrawn: 2024-01-02', 'fail'],
    ['withdrawn = null', 'withdrawn: 2024-01-32', 'cannot-tell: withdrawn'],
    ['count(objections) = 0', '', 'pass'],
    ['count(objections) = 0', 'objections: [late]', 'fail'],
    ['count(objections) = 0', 'objections: late', 'cannot-tell: objections'],
  ])('x-absence: none: %s with %j is %s', (require, file, expected) => {
    expect(outcome({ require }, day + file)).toBe(expected);
  });

  test.each([
    ['amount = null', 'verifiedNone: [amount]', 'pass'],
    ['count(remarks) = 0', 'verifiedNone: [remarks]', 'pass'],
    ['items[1].day = null', 'items: [{ itemId: A }]\nverifiedNone: ["items[A].day"]', 'pass'],
    ['items[1].day = null', 'items: [{ itemId: A }]\nverifiedNone: ["items[1].day"]', 'pass'],
    [
      'items[2].day = null',
      'items: [{ itemId: A }, { itemId: B }]\nverifiedNone: ["items[A].day"]',
      'cannot-tell: items[B].day',
    ],
  ])('verified to be none: %s with %j is %s', (require, file, expected) => {
    expect(outcome({ require }, day + file)).toBe(expected);
  });

  test.each([
    ['something is there', 'amount: 5\nverifiedNone: [amount]'],
    ['no such field', 'count: 1\nverifiedNone: [amuont]'],
    ['malformed, not none', 'amount: five\nverifiedNone: [amount]'],
  ])('what is not none cannot be verified to be: %s', (_, file) => {
    const judged = judgeWith(programWith({ require: 'amount = null' }), day + file);
    expect(judged.codes).toContain('dossier/verified-none');
    expect(judged.of('TST-001')).not.toBe('pass');
    expect(judged.verdict).not.toBe('pass');
  });

  test.each([
    ['nothing on file counts as not done', 'count: 1', 'fail'],
    ['what is malformed is still unknown', 'amount: five', 'cannot-tell: amount'],
    ['what is never captured too', 'count: 1\nnotCaptured: [amount]', 'cannot-tell: amount'],
    ['what is on file is judged', 'amount: 5', 'pass'],
  ])('ifAbsent: fail: %s', (_, file, expected) => {
    expect(outcome({ require: 'amount > 1', ifAbsent: 'fail' }, day + file)).toBe(expected);
  });

  test('ifAbsent: fail does not decide whether the rule applies', () => {
    expect(outcome({ when: 'agreed', require: 'amount > 1', ifAbsent: 'fail' }, day)).toBe(
      'cannot-tell: agreed, amount',
    );
  });
});

test.each([
  ['ask', 'not-due'],
  ['review', 'not-due'],
  ['decide', 'pass'],
  ['pay', 'pass'],
])('with --step %s, a rule of the step decide is %s', (step, expected) => {
  expect(outcome({}, day, { step })).toBe(expected);
});

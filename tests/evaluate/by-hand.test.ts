import { describe, expect, test } from 'vitest';

import type { Answer } from '../../src/evaluate/outcome.ts';
import { judgeWith, programWith } from './fixture.ts';

const person = { how: { zh: '看', en: 'look' }, standard: { zh: '清', en: 'clear' } };
const manual = { ...person, check: 'manual', require: undefined };
const both = { ...person, check: 'both', require: 'amount > 1' };
const day = 'day: 2024-05-01\n';

function answered(answer: Answer['answer'] | undefined) {
  const given = { name: 'S1', date: '2024-06-01', page: '3', remark: undefined };
  return () => answer && { ...given, answer };
}

describe('a rule that only a person can tell', () => {
  test.each([
    ['nothing came back', manual, '', undefined, 'cannot-tell: '],
    ['in order', manual, '', 'pass', 'pass'],
    ['not in order', manual, '', 'fail', 'fail'],
    ['not for this file', manual, '', 'not-applicable', 'not-applicable'],
    [
      'whether it applies is unknown, whatever is answered',
      { ...manual, when: 'agreed' },
      '',
      'fail',
      'cannot-tell: agreed',
    ],
    [
      'it does not apply, whatever is answered',
      { ...manual, when: 'agreed' },
      'agreed: false\n',
      'fail',
      'not-applicable',
    ],
    [
      'its day is unknown',
      { ...manual, asOf: 'date(seen)', editions: [{ from: '2020-01-01' }] },
      '',
      'pass',
      'cannot-tell: seen',
    ],
  ] as const)('%s', (_, keys, file, answer, expected) => {
    const judged = judgeWith(programWith(keys), day + file, {}, answered(answer));
    expect(judged.of('TST-001')).toBe(expected);
  });
});

describe('a rule that data and a person tell: the worse counts', () => {
  test.each([
    ['amount: 2\n', undefined, 'cannot-tell: '],
    ['amount: 2\n', 'pass', 'pass'],
    ['amount: 2\n', 'fail', 'fail'],
    ['amount: 2\n', 'not-applicable', 'pass'],
    ['amount: 1\n', undefined, 'fail'],
    ['amount: 1\n', 'pass', 'fail'],
    ['amount: 1\n', 'fail', 'fail'],
    ['amount: 1\n', 'not-applicable', 'fail'],
    ['', undefined, 'cannot-tell: amount'],
    ['', 'pass', 'cannot-tell: amount'],
    ['', 'fail', 'fail'],
    ['', 'not-applicable', 'cannot-tell: amount'],
  ] as const)('%j and %s: %s', (file, answer, expected) => {
    const judged = judgeWith(programWith(both), day + file, {}, answered(answer));
    expect(judged.of('TST-001')).toBe(expected);
  });
});

test('only a rule that a person checks has an answer', () => {
  const judged = judgeWith(programWith({ require: 'true' }), day, {}, answered('fail'));
  expect(judged.of('TST-001')).toBe('pass');
  expect(judged.outcomes.every(({ by }) => by === undefined)).toBe(true);
});

test('the answer of one element is not that of another', () => {
  const keys = { ...manual, each: { item: 'items' }, asOf: 'day' };
  const file = `${day}items: [{ itemId: A }, { itemId: B }]\n`;
  const judged = judgeWith(programWith(keys), file, {}, (_, element) =>
    element === 'B' ? answered('fail')() : undefined,
  );
  expect(judged.of('TST-001')).toBe('A cannot-tell:  | B fail');
});

describe('the verdict', () => {
  const file = `${day}product: A\nchecked: true\namount: 5\nacts: []\n`;

  test('speaks of the data alone while no check-list was brought', () => {
    const { verdict, part, scope } = judgeWith(programWith(manual), file);
    expect({ verdict, part, manual: scope.manual, person: scope.person }).toEqual({
      verdict: 'pass',
      part: 'data',
      manual: 1,
      person: 0,
    });
  });

  test.each([
    [undefined, 'cannot-tell', 1, 0],
    ['pass', 'pass', 0, 1],
    ['fail', 'fail', 0, 1],
  ] as const)('with a check-list that says %s is %s', (answer, expected, waiting, told) => {
    const { verdict, part, scope } = judgeWith(programWith(manual), file, {}, answered(answer));
    expect({ verdict, part, manual: scope.manual, person: scope.person }).toEqual({
      verdict: expected,
      part: 'whole',
      manual: waiting,
      person: told,
    });
  });
});

import { expect, test } from 'vitest';

import { judgeWith, programWith } from './fixture.ts';

const day = 'day: 2024-05-01\nchecked: true\namount: 5\nacts: []\n';

test.each([
  ['all that was judged passes', {}, day, 'pass'],
  ['a mandatory rule fails', { require: 'false' }, day, 'fail'],
  ['a mandatory rule cannot be told', { require: 'price > 1' }, day, 'cannot-tell'],
  ['a fail weighs more than a cannot-tell', { require: 'false' }, 'day: 2024-05-01\n', 'fail'],
  ['an advisory rule fails', { require: 'false', level: 'advisory' }, day, 'pass'],
  ['a reference rule fails', { require: 'false', level: 'reference' }, day, 'pass'],
  ['an advisory rule cannot be told', { require: 'price > 1', level: 'advisory' }, day, 'pass'],
  ['something is malformed that no rule reads', {}, `${day}price: five\n`, 'cannot-tell'],
  ['a field is unknown that no rule reads', {}, `${day}amuont: 5\n`, 'cannot-tell'],
  ['something is malformed, and a rule fails', { require: 'false' }, `${day}price: five\n`, 'fail'],
])('%s', (_, keys, file, expected) => {
  expect(judgeWith(programWith(keys), file).verdict).toBe(expected);
});

test('nothing that was judged is no pass', () => {
  expect(judgeWith(programWith({}), day, { step: 'ask' }).verdict).toBe('cannot-tell');
  expect(judgeWith(programWith({}), day, { step: 'decide' }).verdict).toBe('pass');
});

test('a file is judged the same, byte for byte, each time', () => {
  const once = () =>
    JSON.stringify(
      judgeWith(programWith({ require: 'price > 1' }), day).outcomes.map(
        ({ rule, status, missing: paths }) => [rule, status, paths],
      ),
    );
  expect(once()).toBe(once());
});

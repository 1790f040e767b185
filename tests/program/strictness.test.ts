import { describe, expect, test } from 'vitest';

import { strictness } from '../../src/program/strictness.ts';
import { shipped } from '../evaluate/shipped.ts';
import { type Keys, programWith } from '../evaluate/fixture.ts';

const takes = { x: 'money', y: 'money' };
const definitions = [
  {
    definition: 'beyond',
    title: { en: 'Of the test' },
    takes,
    editions: [{ from: '2000-01-01', is: 'x - y' }],
  },
  {
    definition: 'twice',
    title: { en: 'Of the test' },
    takes: { z: 'money' },
    editions: [{ from: '2000-01-01', is: 'beyond(z, -z)' }],
  },
  {
    definition: 'share',
    title: { en: 'Of the test' },
    editions: [{ from: '2000-01-01', is: 'amount / price' }],
  },
  {
    definition: 'strict',
    title: { en: 'Of the test' },
    editions: [{ from: '2000-01-01', is: 'kind != "X"' }],
  },
];

function of(keys: Keys): string {
  const program = programWith(keys, { 'definitions.yaml': JSON.stringify({ definitions }) });
  const rule = program.rules.find(({ id }) => id === 'TST-001');
  return rule ? strictness(rule, 'limit', program) : 'no rule';
}

describe('a rule gets stricter when its limit', () => {
  test.each([
    ['amount <= limit', 'down'],
    ['amount < limit * 2', 'down'],
    ['amount < limit * -2', 'unknown'],
    ['limit >= amount', 'down'],
    ['amount >= limit', 'up'],
    ['not(amount <= limit)', 'up'],
    ['amount - limit <= 0', 'down'],
    ['amount / 2 > limit', 'up'],
    ['amount > 5 and amount <= limit', 'down'],
    ['amount <= limit or amount >= limit', 'unknown'],
    ['amount = limit', 'unknown'],
    ['amount <= min(limit, 100)', 'down'],
    ['amount <= (if checked then limit else 50)', 'down'],
    ['amount <= (if limit > 5 then 50 else 60)', 'unknown'],
    ['amount in [0..limit]', 'down'],
    ['amount in [limit..500]', 'up'],
    ['amount <= abs(limit)', 'unknown'],
    ['checked', 'still'],
  ])('%s: %s', (require, expected) => {
    expect(of({ require })).toBe(expected);
  });

  test.each([
    ['amount <= most', { most: 'limit * 2' }, 'down'],
    ['amount <= most', { most: 'limit * -2' }, 'unknown'],
    ['rest >= 0', { rest: 'limit - amount' }, 'down'],
    ['dear', { dear: 'amount > limit' }, 'up'],
    ['beyond(limit, amount) >= 0', {}, 'down'],
    ['beyond(amount, limit) >= 0', {}, 'up'],
    ['beyond(limit, limit) >= 0', {}, 'unknown'],
    ['amount <= twice(limit)', {}, 'down'],
    ['amount <= twice(most)', { most: '5 + limit' }, 'down'],
    ['amount <= twice(price)', {}, 'still'],
    ['checked or twice(-limit) > 5', {}, 'up'],
  ])('%s, where %o: %s', (require, named, expected) => {
    expect(of({ require, let: named })).toBe(expected);
  });

  test.each([
    ['amount > limit', 'checked', 'down'],
    ['amount < limit', 'checked', 'up'],
    ['amount > limit', 'amount <= limit', 'down'],
    ['amount > limit', 'amount >= limit', 'unknown'],
  ])('applies when %s and requires %s: %s', (when, require, expected) => {
    expect(of({ when, require })).toBe(expected);
  });
});

test('no shipped parameter is declared to be stricter against what a rule asks', () => {
  const { program } = shipped();
  const wrong = program.rulebook.parameters.flatMap(({ data: { parameter, stricter } }) =>
    program.rules.flatMap((rule) => {
      const moved = strictness(rule, parameter, program);
      const against = stricter === 'higher' ? 'down' : stricter === 'lower' ? 'up' : undefined;
      return moved === against ? [`${parameter} ${rule.id}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

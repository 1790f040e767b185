import { describe, expect, test } from 'vitest';

import { judgeWith, outcome, programWith } from './fixture.ts';

describe('the governing day', () => {
  test.each([
    ['last day of the old edition', '2023-12-31', 150, 'fail'],
    ['first day of the new one', '2024-01-01', 150, 'pass'],
    ['at the new limit', '2024-01-01', 200, 'pass'],
    ['a fen above it', '2024-01-01', 200.01, 'fail'],
  ])('%s: %s', (_, day, amount, expected) => {
    expect(outcome({ require: 'amount <= limit' }, `day: ${day}\namount: ${amount}`)).toBe(
      expected,
    );
  });

  test('one that is missing is cannot-tell, never today', () => {
    expect(outcome({ require: 'amount <= 1' }, 'amount: 5', { today: '2024-05-01' })).toBe(
      'cannot-tell: day',
    );
  });

  test('one that is malformed is cannot-tell', () => {
    expect(outcome({ require: 'amount <= 1' }, 'amount: 5\nday: 2024-02-30')).toBe(
      'cannot-tell: day',
    );
  });

  test('one that was verified to be none is told at its field', () => {
    expect(outcome({ require: 'amount <= 1' }, 'amount: 5\nverifiedNone: [day]')).toBe(
      'cannot-tell: day',
    );
  });

  test('a rule whose every edition is not for this file needs no day', () => {
    expect(outcome({ when: 'agreed', require: 'amount <= 1' }, 'agreed: false')).toBe(
      'not-applicable',
    );
  });

  test('--as-of overrides it', () => {
    const file = 'day: 2023-05-01\namount: 150';
    expect(outcome({ require: 'amount <= limit' }, file)).toBe('fail');
    expect(outcome({ require: 'amount <= limit' }, file, { asOf: '2024-05-01' })).toBe('pass');
    expect(outcome({ require: 'amount <= limit' }, 'amount: 150', { asOf: '2024-05-01' })).toBe(
      'pass',
    );
  });

  test('the edition in force, and its day, are in the outcome', () => {
    const program = programWith({
      editions: [{ from: '2000-01-01', until: '2023-12-31' }, { from: '2024-01-01' }],
    });
    const found = judgeWith(program, 'day: 2024-05-01').outcomes.find(
      ({ rule }) => rule === 'TST-001',
    );
    expect(found).toMatchObject({ edition: '2024-01-01', day: '2024-05-01' });
  });
});

describe('a date-time falls on its day at +08:00', () => {
  test.each([
    ['2023-12-31T23:59:59+08:00', 'fail'],
    ['2024-01-01T00:00:00+08:00', 'pass'],
    ['2023-12-31T15:59:59Z', 'fail'],
    ['2023-12-31T16:00:00Z', 'pass'],
    ['2024-01-01T04:00:00+14:00', 'fail'],
    ['2023-12-31T06:00:00-10:00', 'pass'],
  ])('%s', (seen, expected) => {
    expect(
      outcome({ asOf: 'seen', require: 'amount <= limit' }, `seen: ${seen}\namount: 150`),
    ).toBe(expected);
  });
});

describe('name(date) asks for another day', () => {
  test.each([
    ['limit(date("2023-05-01")) = 100', 'amount: 1', 'pass'],
    ['limit(date("2024-05-01")) = 200', 'amount: 1', 'pass'],
    ['lateLimit(date("2024-07-01")) = 300', 'amount: 1', 'pass'],
    ['lateLimit(date("2024-06-30")) = 300', 'amount: 1', 'cannot-tell: lateLimit'],
    ['limit(withdrawn) = 200', 'withdrawn: 2024-03-01', 'pass'],
    ['limit(seen) = 200', 'seen: 2023-12-31T16:00:00Z', 'pass'],
    ['limit(seen) = 200', 'amount: 1', 'cannot-tell: seen'],
  ])('%s with %j is %s', (require, file, expected) => {
    expect(outcome({ require }, `day: 2020-05-01\n${file}`)).toBe(expected);
  });

  test('definitions and what they read take the calling rule’s day', () => {
    expect(outcome({ require: 'strict' }, 'day: 2023-05-01\nkind: Y')).toBe('fail');
    expect(outcome({ require: 'strict' }, 'day: 2024-05-01\nkind: Y')).toBe('pass');
    expect(outcome({ require: 'strict' }, 'day: 2024-05-01')).toBe('cannot-tell: kind');
  });
});

describe('working days', () => {
  test.each([
    ['over the National Day holiday', '2024-09-30', '2024-10-08', 1],
    ['a Saturday that is worked', '2024-10-11', '2024-10-14', 2],
    ['a weekend', '2024-10-18', '2024-10-21', 1],
    ['the same day', '2024-10-08', '2024-10-08', 0],
  ])('%s', (_, from, to, days) => {
    const require = `working days between(date("${from}"), date("${to}")) = ${days}`;
    expect(outcome({ require }, 'day: 2024-05-01')).toBe('pass');
  });

  test('a year that no calendar covers is cannot-tell', () => {
    const require = 'working days between(date("2024-12-30"), date("2025-01-03")) < 100';
    expect(outcome({ require }, 'day: 2024-05-01')).toMatch(/^cannot-tell/u);
  });
});

import { describe, expect, test } from 'vitest';

import { computed } from '../clock.ts';
import { evaluateText } from '../../src/feel/calculator/dmn.ts';
import { bookOf } from '../run/harness.ts';
import { schema } from '../run/schema.ts';

const now = {
  kind: 'date-time',
  date: { kind: 'date', year: 2026, month: 1, day: 1 },
  time: { kind: 'time', hour: 0, minute: 0, second: 0, offset: 0 },
} as const;

/** More than any of these takes; a test of bounds, not of speed. */
const longest = 10_000;

describe('an expression made to choke on ends soon, with a code', () => {
  test.each([
    ['brackets, 10,000 deep', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`, 'feel/too-deep'],
    ['calls, 10,000 deep', `${'not('.repeat(10_000)}true${')'.repeat(10_000)}`, 'feel/too-deep'],
    ['lists, 10,000 deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'feel/too-deep'],
    ['signs, 10,000 of them', `${'-'.repeat(10_000)}1`, 'feel/too-deep'],
    ['a megabyte of sums', `${'1+'.repeat(500_000)}1`, 'feel/too-long'],
    ['a megabyte of text', `"${'字'.repeat(1_000_000)}"`, 'feel/too-long'],
    ['a list of half a million, written out', `[${'1,'.repeat(500_000)}1]`, 'feel/too-long'],
    ['a loop over a billion', 'count(for i in 1..1000000000 return i)', 'feel/limit'],
    ['loops in loops', 'count(for a in 1..5000, b in 1..5000 return a * b)', 'feel/limit'],
    ['a list of a million', 'count(for i in 1..1000000 return 1)', 'feel/limit'],
    [
      'a pattern that goes back for ever',
      `matches("${'a'.repeat(40)}!", "^(a+)+(b?)\\2$")`,
      'feel/limit',
    ],
    ['a function that calls itself', '{ f: function(n) f(n + 1), r: f(1) }.r', undefined],
    ['a power of powers', '10 ** 100000', undefined],
    [
      'a text that doubles',
      '{ a: "xxxxxxxxxx", r: count(for i in 1..200000 return a + a + a + a) }.r',
      undefined,
    ],
  ])('%s', (_, text, code) => {
    const start = computed();
    const answer = evaluateText([], text, now);
    expect(computed() - start).toBeLessThan(longest);
    if (code !== undefined) expect(answer).toEqual({ rejected: code });
  });
});

describe('a name of JavaScript is a name like any other', () => {
  test.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'prototype'])(
    '%s',
    (name) => {
      expect(evaluateText([], name, now)).toEqual({ result: 'null' });
      expect(evaluateText([], `{ a: 1 }.${name}`, now)).toEqual({ result: 'null' });
      expect(evaluateText([{ name, value: '7' }], `${name} + 1`, now)).toEqual({ result: '8' });
      // in a rule it is a name that nobody gave a meaning
      expect(bookOf([`${name} = 1`], schema)).toBeUndefined();
      expect(bookOf([`inner.${name} = 1`], schema)).toBeUndefined();
      expect(bookOf([`${name}(amount) = 1`], schema)).toBeUndefined();
    },
  );
});

describe('in a rule, what cannot be bounded is refused when it is read', () => {
  test.each([
    'count(for i in 1..homes return i) > 0',
    'amount ** homes > 0',
    '{ a: 1 }.a > 0',
    '(function(x) x)(1) > 0',
  ])('%s', (text) => {
    expect(bookOf([text], schema)).toBeUndefined();
  });
});

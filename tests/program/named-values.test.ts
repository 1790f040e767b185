import { describe, expect, test } from 'vitest';

import type { Source } from '../../src/base/source.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { message, wordbooks } from '../../src/words/messages/messages.ts';

const { files } = rulebookFolder('tests/evaluate/fixture').folder;

const head = `rule: TST-001
kind: bank
level: mandatory
check: data
status: issued
posts: [MANAGER]
title: { en: The rule under test }
asOf: day
basis: ['T-1#all']
finding: { en: Not so }
editions:
  - from: 2000-01-01
`;

const definitions = `definitions:
  - definition: over
    title: { en: Over }
    takes: { one: items, by: money }
    editions:
      - { from: 2000-01-01, is: one.amount > by }
  - definition: share
    title: { en: Share }
    editions:
      - { from: 2000-01-01, is: amount / price }
  - definition: strict
    title: { en: Strict }
    editions:
      - { from: 2000-01-01, is: kind != "X" }
`;

/** What is wrong with the rule, or with definitions, marked in its line. */
function wrong(rule: string, own = definitions): readonly string[] {
  const changed = new Map<string, Source>([
    ...files,
    ...Object.entries({
      'stages/work/decide/TST-001-under-test.yaml': head + rule,
      'definitions.yaml': own,
    }).map(([path, text]): [string, Source] => [path, { name: path, text }]),
  ]);
  const { diagnostics } = readRulebook({ name: 'fixture', files: changed });
  const ours = diagnostics.filter(({ code }) =>
    /^(?:feel|program|yaml|rulebook\/name)/u.test(code),
  );
  return ours.map((one) => {
    const { source, start, end } = one.span;
    const from = source.text.lastIndexOf('\n', start) + 1;
    const until = source.text.indexOf('\n', end);
    const line = `${source.text.slice(from, start)}«${source.text.slice(start, end)}»${source.text.slice(end, until)}`;
    return `${line.trim()} | ${message(wordbooks.en, one)}`;
  });
}

describe('a value that a rule names', () => {
  test.each([
    ['hides a field', 'let:\n  amount: price\nrequire: amount > 1\n', '«amount»: price', 'taken'],
    ['hides a definition', 'let:\n  share: price\nrequire: share > 1\n', '«share»: price', 'taken'],
    [
      'hides a limit',
      'let: { limit: price }\nrequire: limit > 1\n',
      'let: { «limit»: price }',
      'taken',
    ],
    [
      'hides a table',
      'let: { band: price }\nrequire: band > 1\n',
      'let: { «band»: price }',
      'taken',
    ],
    [
      'hides the variable of each',
      'each: { item: items }\nlet: { item: price }\nrequire: item > 1\n',
      'let: { «item»: price }',
      'choose another',
    ],
    [
      'has a name that a loop takes',
      'let: { i: price }\nrequire: some i in items satisfies i.amount > 1 or i > 1\n',
      'require: some i in «items» satisfies i.amount > 1 or i > 1',
      'already',
    ],
    [
      'is not read',
      'let: { rest: price }\nrequire: amount > 1\n',
      'let: { «rest»: price }',
      'nothing reads',
    ],
    [
      'is read by another that is not',
      'let: { rest: price, more: rest }\nrequire: amount > 1\n',
      'let: { «rest»: price, more: rest }',
      'nothing reads',
    ],
    [
      'goes in a circle',
      'let: { a: b + price, b: a }\nrequire: a > 1\n',
      'let: { «a»: b + price, b: a }',
      'a → b → a',
    ],
    [
      'mentions itself',
      'let: { a: a + price }\nrequire: a > 1\n',
      'let: { «a»: a + price }',
      'a → a',
    ],
    [
      'is misspelt',
      'let: { rest: price }\nrequire: reste > 1 and rest > 1\n',
      'require: «reste» > 1 and rest > 1',
      'rest',
    ],
    [
      'has something wrong in it',
      'let: { rest: price + day }\nrequire: rest > 1\n',
      'let: { rest: «price + day» }',
      'means nothing',
    ],
    [
      'has another unit than it is compared with',
      'let: { rest: { is: price - amount } }\nrequire: rest > day\n',
      'require: «rest > day»',
      'compared',
    ],
    [
      'has arguments',
      'let: { rest: price }\nrequire: rest(1) > 1\n',
      'require: «rest»(1) > 1',
      'no function',
    ],
  ])('that %s', (_, rule, marked, says) => {
    const [found = ''] = wrong(rule);
    expect(found).toContain(`${marked} | `);
    expect(found).toContain(says);
  });

  test('that every expression of the rule reads is right', () => {
    const rule = `    asOf: first.day
    finding: { en: 'The amount {own} is above {price}' }
let:
  first: items[1]
  own: { is: first.amount, title: { en: Own amount } }
when: own > 0
require: own < price
`;
    expect(wrong(rule)).toEqual([]);
  });

  test('of the rule and of an edition: an edition’s own comes first, and each is told once', () => {
    const rule = `require: own > rest
let:
  own: price
  rest: own - amounts
`;
    expect(wrong('    let: { own: amount }\n  - from: 2020-01-01\n' + rule)).toHaveLength(1);
  });
});

describe('a call of a definition that takes arguments', () => {
  const call = (text: string) => `require: 'every i in items satisfies ${text}'\n`;

  test.each([
    ['with too few', call('over(i)'), '«over(i)»', '`over` takes (one, by)'],
    ['with too many', call('over(i, 1, day, 2)'), '«over(i, 1, day, 2)»', '`over` takes (one, by)'],
    ['with none', call('over'), '«over»', '`over` takes (one, by)'],
    ['with a name that none has', call('over(one: i, but: 1)'), '«over(one: i, but: 1)»', 'takes'],
    ['with what is no day behind them', call('over(i, 1, 2)'), '«over(i, 1, 2)»', 'takes'],
    [
      'with an element of another list',
      'require: every i in acts satisfies over(i, 1)\n',
      'over(«i», 1)',
      'an element of `items`',
    ],
    ['with another unit', call('over(i, count)'), 'over(i, «count»)', '`over` wants for `by` '],
    ['with another kind', call('over(i, day)'), 'over(i, «day»)', 'not a date'],
    ['with a list', 'require: over(items, 1)\n', 'over(«items», 1)', 'an element of `items`'],
  ])('%s', (_, rule, marked, says) => {
    const [found = '', ...more] = wrong(rule);
    expect(found).toContain(marked);
    expect(found).toContain(says);
    expect(more).toEqual([]);
  });

  test('with its arguments by position or by name, and on another day', () => {
    const calls = [
      'over(i, 1)',
      'over(by: 1, one: i)',
      'over(i, 1, day)',
      'over(one: i, by: 1, date: day)',
    ];
    expect(wrong(call(calls.join(' and ')))).toEqual([]);
  });
});

describe('what a definition takes', () => {
  const takes = (text: string, is = 'amount > 1') =>
    definitions.replace('{ one: items, by: money }', text).replace('one.amount > by', is);

  test.each([
    ['is no field', takes('{ one: item }'), 'takes: { one: «item» }', 'did you mean `items`?'],
    ['is no unit', takes('{ one: moneys }'), 'takes: { one: «moneys» }', 'money'],
    ['hides a field', takes('{ amount: money }'), 'takes: { «amount»: money }', 'taken'],
    ['hides a definition', takes('{ share: money }'), 'takes: { «share»: money }', 'taken'],
  ])('%s', (_, own, marked, says) => {
    const [found = ''] = wrong('require: amount > 1\n', own);
    expect(found).toContain(marked);
    expect(found).toContain(says);
  });

  test('a field’s type, an element of a list, and a value by its kind', () => {
    const own = takes(
      '{ a: kind, b: items.amount, c: days, d: date-time, e: boolean, f: items }',
      'a = "X" and b > amount and e and d > seen and c > 1 and f.kind = a',
    );
    expect(wrong('require: amount > 1\n', own)).toEqual([]);
    const [found = ''] = wrong('require: over("W", 1, 1, seen, true, items[1])\n', own);
    expect(found).toContain('«"W"»');
  });

  test('definitions that call one another in a circle', () => {
    const own = takes('{ by: money }', 'strict2(by)')
      .replaceAll('definition: strict', 'definition: strict2\n    takes: { by: money }')
      .replace('kind != "X"', 'over(by)');
    expect(wrong('require: amount > 1\n', own)[0]).toContain('over → strict2 → over');
  });
});

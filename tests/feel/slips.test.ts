import { expect, test } from 'vitest';

import { parseExpression } from '../../src/feel/parse.ts';

/** Ways of other languages, and of paper; what is to be written instead. */
test.each([
  ['a > 0 && b > 0', 'a > 0 and b > 0'],
  ['a > 0 || b > 0', 'a > 0 or b > 0'],
  ['!(a = 0)', 'not(a = 0)'],
  ['a > 0 and !b.c', 'a > 0 and not(b.c)'],
  ['a <= b * 108%', 'a <= b * 1.08'],
  ['a <= b * 5‰', 'a <= b * 0.005'],
  ['a <= 500万', 'a <= 5000000'],
  ['a <= 1.25亿元', 'a <= 125000000'],
  ['a <= 0.05 万', 'a <= 500'],
  ['a <= 1000元', 'a <= 1000'],
  ['a <= 1,000,000', 'a <= 1000000'],
  ['a <= 1,000.50', 'a <= 1000.50'],
  ["a = 'CAR'", 'a = "CAR"'],
  ['a = "500万 && 3%" && b', 'a = "500万 && 3%" and b'],
  ['a > 0 & b > 0', 'a > 0 and b > 0'],
  ['a > 0 | b > 0', 'a > 0 or b > 0'],
  ['a > 0 AND b > 0', 'a > 0 and b > 0'],
  ['a !== 0', 'a != 0'],
  ['a := 0', 'a = 0'],
  ['a is null', 'a = null'],
  ['a is not null', 'a != null'],
  ['some p of a satisfies p.b', 'some p in a satisfies p.b'],
  ['every p in a satisfy p.b', 'every p in a satisfies p.b'],
  ['every p in a where p.b', 'every p in a satisfies p.b'],
  ['exists p in a satisfies p.b', 'some p in a satisfies p.b'],
  ['all p in a satisfies p.b', 'every p in a satisfies p.b'],
  ['for all p in a satisfies p.b', 'every p in a satisfies p.b'],
  ['a + 30 days > b', 'a + duration("P30D") > b'],
  ['a - 6个月 > b', 'a - duration("P6M") > b'],
  ['a <= 1_000_000', 'a <= 1000000'],
  ['a <= 3成', 'a <= 0.3'],
  ['a <= 2千万元', 'a <= 20000000'],
  ['if a > 0 b else c', 'if a > 0 then b else c'],
])('%s', (typed, meant) => {
  const { problems } = parseExpression(typed, { dialect: 'rule' });
  expect(problems.map(({ code }) => code)).toEqual(['feel/syntax']);
  const [fix] = problems.map((one) => one.fix);
  expect(fix && typed.slice(0, fix.start) + fix.text + typed.slice(fix.end)).toBe(meant);
});

test.each([
  ['(a > 0 and b > 0', 'feel/unclosed', '('],
  ['count(a[b = 1]', 'feel/unclosed', '('],
  ['a in [1..5', 'feel/unclosed', '['],
  ['a > 0) and b > 0', 'feel/unclosed', ')'],
  ['if a > 0 then b', 'feel/no-else', 'if'],
  ['if a then if b then c else d', 'feel/no-else', 'if'],
  ['day between(a, b) > 0', 'feel/unknown-function', 'day between'],
  ['x and working day between(a, b) > 0', 'feel/unknown-function', 'working day between'],
  ['a > 0 and', 'feel/syntax', ''],
  ['a ? b : c', 'feel/syntax', '?'],
])('%s: %s', (typed, code, at) => {
  const { problems } = parseExpression(typed, { dialect: 'rule' });
  expect(problems.map((one) => [one.code, typed.slice(one.start, one.end)])).toEqual([[code, at]]);
});

test('a text that reads well has none', () => {
  for (const text of [
    'a in [1..5)',
    'max(1,000)',
    'if a then b else c',
    'a != 0',
    'days between(a, b)',
  ])
    expect(parseExpression(text, { dialect: 'rule' }).problems).toEqual([]);
});

import { describe, expect, test } from 'vitest';

import { computed } from '../clock.ts';
import { parseExpression, parseUnaryTests } from '../../src/feel/parse.ts';
import type { Dialect } from '../../src/feel/problems.ts';

/** The code of each problem, with the text it points at, and with the text that would mend it. */
function problemsIn(
  text: string,
  dialect: Dialect = 'rule',
  names: readonly string[] = [],
): unknown {
  return parseExpression(text, { dialect, names }).problems.map(({ code, start, end, fix }) => {
    const at = text.slice(start, end);
    return fix ? [code, at, fix.text] : [code, at];
  });
}

/** A tree without its offsets, in brackets. */
function shape(text: string, dialect: Dialect = 'rule', names: readonly string[] = []): string {
  const { value, problems } = parseExpression(text, { dialect, names });
  return value ? shown(value) : JSON.stringify(problems);
}

function shown(part: unknown): string {
  if (Array.isArray(part)) return `[${part.map(shown).join(' ')}]`;
  if (typeof part !== 'object' || part === null) return String(part);
  const inner = Object.entries(part).filter(
    ([key, value]) => !/^(?:kind|start|end|nameStart)$/u.test(key) && value !== undefined,
  );
  const kind = 'kind' in part ? `${String(part.kind)} ` : '';
  return `(${kind}${inner.map(([, value]) => shown(value)).join(' ')})`;
}

describe('trees', () => {
  test.each([
    ['1 + 2 * 3', '(arithmetic + (number 1) (arithmetic * (number 2) (number 3)))'],
    ['150000.00', '(number 150000.00)'],
    ['-3', '(negation (number 3))'],
    ['1 -3', '(arithmetic - (number 1) (number 3))'],
    ['a.b.c', '(path (path (name a) b) c)'],
    ['a[1].b', '(path (filter (name a) (number 1)) b)'],
    [
      'a = 1 and b or c',
      '(logic or (logic and (comparison = (name a) (number 1)) (name b)) (name c))',
    ],
    ['"a\\n\\u4e2d\\d"', '(text a\n中\\d)'],
    ['@"2024-10-08"', '(temporal 2024-10-08)'],
    ['not(a)', '(call (name not) [((name a))])'],
    ['days between(a, b)', '(call (name days between) [((name a)) ((name b))])'],
    ['date and time(from: a)', '(call (name date and time) [(from (name a))])'],
    ['a between 1 and 2', '(between (name a) (number 1) (number 2))'],
    [
      'a in (< 1, [2..3))',
      '(membership (name a) [(compare < (number 1)) (value (range (number 2) (number 3) true false))])',
    ],
    ['a in ("x", "y")', '(membership (name a) [(value (text x)) (value (text y))])'],
    ['if a then 1 else 2', '(if (name a) (number 1) (number 2))'],
    ['for i in 1..3 return i', '(for [(i (number 1) (number 3))] (name i))'],
    [
      'some x in xs, y in x.ys satisfies y',
      '(quantifier some [(x (name xs)) (y (path (name x) ys))] (name y))',
    ],
    ['{a: 1, "b c": 2}', '(context [(a (number 1)) (b c (number 2))])'],
    ['(>= 3)', '(range true false (number 3))'],
    ['借款人.月收入 * 0.5', '(arithmetic * (path (name 借款人) 月收入) (number 0.5))'],
    ['二〇二四年', '(name 二〇二四年)'],
    [
      'x instance of range<list<number>>',
      '(instance-of (name x) (range [(list [(number [] [])] [])] []))',
    ],
    ['months > duration', '(comparison > (name months) (name duration))'],
    ['1 // one\n + 2 /* two */', '(arithmetic + (number 1) (number 2))'],
  ])('%s', (text, tree) => {
    expect(shape(text)).toBe(tree);
  });

  test.each([
    ['loan term > 3', ['loan term'], '(comparison > (name loan term) (number 3))'],
    ['a-b + 1', ['a-b'], '(arithmetic + (name a-b) (number 1))'],
    ['a - b + 1', ['a-b'], '(arithmetic + (name a-b) (number 1))'],
    ['a-b', [], '(arithmetic - (name a) (name b))'],
    ['{"a+b": 1}.a+b', [], '(path (context [(a+b (number 1))]) a+b)'],
    ['for a b in x return a b', [], '(for [(a b (name x))] (name a b))'],
    ["owner's name", ["owner's name"], "(name owner's name)"],
  ])('names of DMN: %s with %s', (text, names, tree) => {
    expect(shape(text, 'dmn', names)).toBe(tree);
  });
});

describe('problems', () => {
  test.each<[string, ...(readonly string[])[]]>([
    ['贷款金额＞0', ['feel/full-width', '＞', '>']],
    ['count（借款人）', ['feel/full-width', '（', '('], ['feel/full-width', '）', ')']],
    ['min(a，b)', ['feel/full-width', '，', ',']],
    ['min(a、b)', ['feel/full-width', '、', ',']],
    ['a = “首套”', ['feel/full-width', '“', '"'], ['feel/full-width', '”', '"']],
    ['a ≥ 3', ['feel/full-width', '≥', '>=']],
    ['a ≠ 3', ['feel/full-width', '≠', '!=']],
    ['a　> 3', ['feel/full-width', '　', ' ']],
    [
      'a ＞＝ ３',
      ['feel/full-width', '＞', '>'],
      ['feel/full-width', '＝', '='],
      ['feel/full-width', '３', '3'],
    ],
    ['a > 1 且 b > 1', ['feel/full-width', '且', 'and']],
    ['a > 1或b > 1', ['feel/full-width', '或', ' or ']],
    ['a 并且 b', ['feel/full-width', '并且', 'and']],
    ['a → b', ['feel/syntax', '→']],
    ['贷款 金额 > 0', ['feel/words', '贷款 金额']],
    ['a.b c > 0', ['feel/words', 'b c']],
    ['not a', ['feel/words', 'not a']],
    ["a'b = 1", ['feel/syntax', "'"]],
    ['a = "abc', ['feel/quote', '"abc']],
    ['a = "abc\nb', ['feel/quote', '"abc']],
    ['3个月内 > 1', ['feel/syntax', '个月内']],
    ['a and', ['feel/syntax', '']],
    ['', ['feel/syntax', '']],
    ['1 + ) 2', ['feel/unclosed', ')']],
    ['a == 1', ['feel/syntax', '==', '=']],
    ['a <> 1', ['feel/syntax', '<>', '!=']],
    ['a => 1', ['feel/syntax', '=>', '>=']],
    ['> 1', ['feel/syntax', '> 1']],
    ['+1', ['feel/syntax', '+']],
    ['function(a) external {}', ['feel/syntax', 'external']],
  ])('%j', (text, ...problems) => {
    expect(problemsIn(text)).toEqual(problems);
  });

  test('nothing inside a text or a comment is a mistake', () => {
    expect(problemsIn('a = "首套，且（二手）" // 且 ＞')).toEqual([]);
  });

  test('a county named 且末 is a name', () => {
    expect(problemsIn('region = 且末县 and 且末县 > 1')).toEqual([]);
  });

  test('DMN has names with spaces, and full-width characters where the scope has them', () => {
    expect(problemsIn('贷款 金额 > 0', 'dmn')).toEqual([]);
    expect(problemsIn('金额 > 0', 'dmn', ['金额'])).toEqual([]);
  });
});

describe('hostile texts', () => {
  test.each([
    ['brackets', `${'('.repeat(9_000)}1${')'.repeat(9_000)}`, 'feel/too-deep'],
    ['lists in lists', '['.repeat(9_000), 'feel/too-deep'],
    ['a chain of operators', Array(5_000).fill('1').join('+'), 'feel/too-deep'],
    ['signs', `${'-'.repeat(9_000)}1`, 'feel/too-deep'],
    ['ifs', `${'if a then '.repeat(1_500)}b`, 'feel/too-deep'],
    ['words', Array(5_000).fill('a').join(' '), 'feel/words'],
    ['an endless name', 'a'.repeat(30_000), 'feel/too-long'],
  ])('%s', (_, text, code) => {
    const start = computed();
    expect(parseExpression(text, { dialect: 'rule' }).problems[0]?.code).toBe(code);
    expect(computed() - start).toBeLessThan(500);
  });

  test('a list of 50,000 numbers is read', () => {
    const text = `[${Array(50_000).fill('1').join(',')}]`;
    expect(parseExpression(text, { dialect: 'dmn' }).problems).toEqual([]);
  });
});

test.each([
  ['-', '[(any )]'],
  ['"FIRST"', '[(value (text FIRST))]'],
  ['"A","B"', '[(value (text A)) (value (text B))]'],
  ['not("FIRST", < 3)', '[(not [(value (text FIRST)) (compare < (number 3))])]'],
  ['<= 90', '[(compare <= (number 90))]'],
  ['[1..5)', '[(value (range (number 1) (number 5) true false))]'],
  ['? > 5', '[(value (comparison > (name ?) (number 5)))]'],
  ['null', '[(value (null ))]'],
])('the cell %s', (text, tests) => {
  const { value, problems } = parseUnaryTests(text, { dialect: 'rule' });
  expect(problems).toEqual([]);
  expect(shown(value)).toBe(tests);
});

import { describe, expect, test } from 'vitest';

import { computed } from '../clock.ts';
import { evaluateText, valueOfText } from '../../src/feel/calculator/dmn.ts';
import { evaluateWithin } from '../../src/feel/calculator/evaluate.ts';
import { newBudget } from '../../src/feel/operations/limits.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import { rational } from '../../src/values/rational.ts';
import { parseDateTime } from '../../src/values/temporal-text.ts';

const now = parseDateTime('2024-10-08T09:00:00+08:00');

/** What is said within the limits, or which of them was reached. */
function said(expression: string): string {
  if (!now) throw new Error('no date-time');
  const found = valueOfText([], expression, now);
  if ('rejected' in found) return `${found.rejected} ${found.limit ?? ''}`.trim();
  const printed = evaluateText([], expression, now);
  return 'result' in printed ? printed.result : printed.rejected;
}

/** Milliseconds of computing, much more than any of these takes; before there was a price some took minutes. */
const longest = 20_000;

const digits390 = `0.${'37'.repeat(195)}`;
const many = 'a: for i in 1..300000 return i';
const long = 't: string join(for i in 1..100000 return "abcdefgh")';
const doubled = (times: number) =>
  Array.from({ length: times }, (_, index) => `l${index + 1}: [l${index}, l${index}]`).join(', ');
const shared = `l0: [1], ${doubled(30)}`;

describe('what is made to choke on ends soon, with a value or a limit', () => {
  test.each([
    ['sum(for i in 1..2000 return 1 / (10 ** 15 + i * i))', 'feel/limit digits'],
    ['stddev(for i in 1..2000 return 1 / (10 ** 15 + i * i))', 'feel/limit digits'],
    ['product(for i in 1..400000 return i)', 'feel/limit digits'],
    ['product(for i in 1..2000 return 1 / (10 ** 15 + i))', 'feel/limit digits'],
    [`monthly payment(1000000, ${digits390}, 1200)`, 'feel/limit digits'],
    ['annual cost(1000, for i in 1..1200 return 1 + 1 / (10 ** 15 + i))', '0.003762'],
    ['annual cost(1000, for i in 1..100000 return 1)', 'null'],
    ['{a: 9 ** 19000 / 7 ** 19000, r: count(for i in 1..400000 return a + a)}.r', /steps/u],
    ['{a: 9 ** 19000 / 7 ** 19000, r: count(for i in 1..9999 return sqrt(a))}.r', /steps/u],
    ['count(for i in 1..400000 return 7.3 ** 1.7)', /steps/u],
    ['{a: duration("P1D"), r: a * 9 ** 19000}.r', 'null'],
    [`{${many}, r: count(for i in 1..300000 return append(a, 1))}.r`, /steps/u],
    ['count(distinct values(for i in 1..200000 return string(i)))', '200000'],
    [`{${shared}, r: l30}.r`, 'feel/limit'],
    [`{${shared}, r: string(l30)}.r`, /limit/u],
    [`{${shared}, r: count(flatten(l30))}.r`, /limit/u],
    [`{${long}, r: for i in 1..1000 return t}.r`, 'feel/limit'],
    [`{${long}, r: count(for i in 1..9999 return string join([t, string(i)]))}.r`, /steps/u],
    [`{${long}, r: string length(string join(["a"], "", t, t))}.r`, 'feel/limit characters'],
    [`{${long}, r: contains(t, "z" + substring(t, 1, 400000))}.r`, /steps/u],
    [
      `{${long}, s: substring(t, 1, 90000), r: replace(s, "[a-h]+", "$0$0$0$0$0$0$0$0$0$0$0$0")}.r`,
      'feel/limit characters',
    ],
    [`matches("ab", "${'(|)'.repeat(60)}^c")`, 'false'],
    [`matches("ab", "${'(|)'.repeat(60)}(a)\\1^c")`, /steps/u],
    [
      `{${long}, s: substring(t, 1, 90000), r: count(for i in 1..1000 return matches(s, "z", "i"))}.r`,
      /steps/u,
    ],
    [
      'count(for i in 1..200000 return @"2000-01-01T00:00:00@Asia/Shanghai" < @"2001-01-01T00:00:00@Europe/Paris")',
      /steps/u,
    ],
    [
      '{c: context(for i in 1..20000 return {key: string(i), value: i}), r: count(for i in 1..9999 return context put(c, "a", i))}.r',
      /steps/u,
    ],
  ] as const)('%s', (expression, result) => {
    const start = computed();
    const found = said(expression);
    expect(computed() - start).toBeLessThan(longest);
    if (typeof result === 'string') expect(found).toBe(result);
    else expect(found).toMatch(result);
  });

  test('a list inside others for ever deeper is no reason to fall over', () => {
    const rounds = 'for i in 1..3000 return if i = 1 then [1] else [partial[-1]]';
    expect(said(`(${rounds})[-1]`)).toBe('feel/limit');
  });
});

describe('what a rule may want is computed', () => {
  test.each([
    ['sum(for i in 1..1000 return 1 / (i * (i + 1)))', '0.999000999000999000999000999000999'],
    ['sum(for i in 1..1000 return 1 / (10 ** 15 + i * i)) > 0', 'true'],
    ['sum(for i in 1..100000 return i / 100)', '50000500'],
    ['product([2, 1 / 2, -3])', '-3'],
    ['mean([1, 2, 4])', '2.333333333333333333333333333333333'],
    ['median([3, 1 / 3, 2, 5])', '2.5'],
    ['stddev([2, 4, 7, 5])', '2.081665999466132735282297706979931'],
    ['mode([1 / 3, 2, 2 / 6, 2, 5])', '[0.3333333333333333333333333333333333, 2]'],
    ['distinct values([1, 2 / 2, "1", null, true, "1", null, 1 / 3])', null],
    ['replace("a-b", "(.)-(.)", "$2$1\\\\$$0")', '"ba$a-b"'],
    ['string(1 / 5 ** 3)', '"0.008"'],
    ['annual cost(1000, for i in 1..12 return 1000 / 12)', '0'],
    ['annual cost(1000, [340 + 1 / 3, 340 + 1 / 6, 340])', '0.122605'],
    ['{a: @"2000-01-01T00:00:00@Asia/Shanghai"}.a.time offset', 'duration("PT8H")'],
  ] as const)('%s', (expression, result) => {
    expect(said(expression)).toBe(
      result ?? '[1, "1", null, true, 0.3333333333333333333333333333333333]',
    );
  });
});

describe('work is paid for by the length of what it is done on', () => {
  const list = {
    kind: 'list',
    items: Array.from({ length: 8000 }, () => rational(1n, 3n)),
  } as const;
  const lengthy = 'x'.repeat(16_000);
  const big = rational(9n ** 5000n, 7n ** 5000n);
  const names = new Map<string, typeof list | string | typeof big>([
    ['list', list],
    ['text', lengthy],
    ['big', big],
  ]);

  test.each([
    ['reverse(list)', 1000],
    ['remove(list, 1)', 1000],
    ['append(list, 1)', 1000],
    ['concatenate(list, list)', 2000],
    ['min(list)', 2000],
    ['sum(list)', 8000],
    ['list.a', 4000],
    ['list[1]', 1000],
    ['list contains(list, 0)', 8000],
    ['for i in 1..8000 return 1', 2000],
    ['text + text', 2000],
    ['text = text', 1000],
    ['text < text', 2000],
    ['upper case(text)', 1000],
    ['string length(text)', 1000],
    ['contains(text, "y")', 1000],
    ['is valid credit code(text)', 1000],
    ['string join([text, text])', 2000],
    ['split(text, "y")', 16_000],
    ['big + big', 10_000],
    ['big * big', 10_000],
    ['big > 1', 300],
    ['sqrt(big)', 7000],
    ['round half up(big, 2)', 5000],
    ['string(big)', 500],
  ])('%s costs at least %s', (text, least) => {
    const { value: node } = parseExpression(text, { dialect: 'dmn' });
    if (!node) throw new Error(text);
    const budget = newBudget();
    const scope = { get: (name: string) => names.get(name) };
    evaluateWithin(node, { scope, reading: { nulls: 'dmn' }, budget, evaluate: evaluateWithin });
    expect(budget.steps).toBeGreaterThanOrEqual(least);
    // and no more than a small part of it all
    expect(budget.steps).toBeLessThan(200_000);
  });

  test('what is short costs a step for each part of the expression', () => {
    const { value: node } = parseExpression('1.5 / 3 + 2 > 0.25 and "a" = "b"', { dialect: 'dmn' });
    if (!node) throw new Error('no expression');
    const budget = newBudget();
    const scope = { get: () => undefined };
    evaluateWithin(node, { scope, reading: { nulls: 'dmn' }, budget, evaluate: evaluateWithin });
    expect(budget.steps).toBeLessThan(15);
  });
});

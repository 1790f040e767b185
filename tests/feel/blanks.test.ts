import { describe, expect, test } from 'vitest';

import { conditionSentence } from '../../src/feel/sentence/sentence.ts';
import { lexiconOf } from '../../src/feel/sentence/lexicon.ts';
import { usual } from '../setting.ts';
import { formatValue } from '../../src/feel/sentence/format.ts';
import { coreOf, typeOf } from './check-harness.ts';

describe('a blank that is a value, and a code that is not listed', () => {
  test.each([
    ['memo', 'text blank'],
    ['fee', 'money | ""'],
    ['route', '"A" "B" lenient blank'],
    ['tier', 'count lenient'],
    ['three', 'date | count | ""'],
    ['if fee = "" then 0 else fee', 'money'],
    ['if fee != "" then fee else 0', 'money'],
    ['if is number(score) then score * 2 else "NA"', 'count | "NA"'],
    ['if is number(score) then score * 2 else score', 'count | "NA"'],
    ['if done then 1 else if share > 0.5 then "A" else ""', 'number | "A" ""'],
    ['if is date(three) then three else signed', 'date'],
    ['if is number(three) then three else if three = "" then 0 else 1', 'count'],
    ['[fee, score][1]', 'feel/mixed-list'],
    ['[sold, score, "NA"][1]', 'date | text | count'],
    ['some x in [sold, three] satisfies x = ""', 'boolean'],
    ['count([fee, fee][item = ""]) > 1', 'boolean'],
    ['sum(for x in [fee, fee] return if x = "" then 0 else x)', 'money'],
    ['is listed(route) or route = ""', 'boolean'],
    ['is listed(tier)', 'boolean'],
    ['if route != "A" and route != "B" then route else "C"', 'text'],
    ['memo = "" or string length(memo) > 3', 'boolean'],
    ['every x in [route, route] satisfies x in ("A", "B", "")', 'boolean'],
  ])('%s is %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });
});

describe('sentences', () => {
  test.each([
    ['memo = ""', 'memo为空白', 'memo is blank'],
    ['fee != ""', 'fee不为空白', 'fee is not blank'],
    ['fee in ("", 5)', 'fee为空白或者5人民币', 'fee is blank or 5 Chinese yuan'],
    [
      'income in ("NA", "", "Exempt")',
      'income为“NA”、空白或者“Exempt”',
      'income is “NA”, blank or “Exempt”',
    ],
    ['not(income in ("NA", ""))', 'income不为“NA”或者空白', 'income is neither “NA” nor blank'],
    ['is number(score)', 'score是数字', 'score is a number'],
    ['is date(three)', 'three是日期', 'three is a date'],
    ['is listed(route)', 'route为所列代码之一', 'route is one of the listed codes'],
    ['not(is listed(route))', 'route不属于所列代码', 'route is none of the listed codes'],
  ])('%s', (text, zh, en) => {
    const said = (['zh', 'en'] as const).map((language) =>
      conditionSentence(coreOf(text), { lexicon: lexiconOf(language, usual), titleOf: () => ({}) }),
    );
    expect(said).toEqual([zh, en]);
  });

  test('a blank that was found is seen', () => {
    const { type } = coreOf('memo');
    expect(formatValue('', type, lexiconOf('zh', usual))).toBe('（空白）');
    expect(formatValue('', type, lexiconOf('en', usual))).toBe('(blank)');
  });
});

import { describe, expect, test } from 'vitest';

import { lexicons } from '../../src/feel/sentence/lexicon.ts';
import { sentence } from '../../src/feel/sentence/sentence.ts';
import { coreOf, marked, problemsOf, say, typeOf } from './check-harness.ts';

describe('types of percent, of numbers without a unit, of units of one’s own', () => {
  test.each([
    ['cltv', 'percent'],
    ['figure', 'number'],
    ['used', 'kWh'],
    ['cltv >= 100 * loan / price', 'boolean'],
    ['cltv >= loan * 100 / price', 'boolean'],
    ['cltv >= loan / price * 100', 'boolean'],
    ['figure >= 100 * loan / price', 'boolean'],
    ['100 * loan / price', 'percent'],
    ['100 * loan', 'money'],
    ['cltv / 100 <= share', 'boolean'],
    ['cltv - 5', 'percent'],
    ['loan * cltv / 100', 'feel/unit'],
    ['loan * (cltv / 100)', 'money'],
    ['cltv <= share', 'feel/compare'],
    ['cltv + share', 'feel/unit'],
    ['figure = loan and figure < share and figure > term and figure <= used', 'boolean'],
    ['loan + figure', 'money'],
    ['loan * figure', 'money'],
    ['figure / loan', 'number'],
    ['if done then figure else loan', 'money'],
    ['used + built', 'kWh'],
    ['used - 1', 'kWh'],
    ['used * share', 'kWh'],
    ['number * used', 'kWh'],
    ['used / built', 'ratio'],
    ['used / number', 'kWh'],
    ['sum([used, built])', 'kWh'],
    ['round(used, 1)', 'kWh'],
    ['used <= pieces', 'feel/compare'],
    ['used * pieces', 'feel/unit'],
    ['used + loan', 'feel/unit'],
    ['min(used, loan)', 'feel/mixed-list'],
    ['monthly payment(used, rate, term)', 'feel/type'],
  ])('%s: %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  test.each([
    ['«cltv <= share»', 'a ratio * 100 is percent', '比例 * 100 是百分数'],
    ['«number >= 100 * loan / price»', 'mark it `x-unit: percent`', '标 `x-unit: percent`'],
    ['«loan * cltv»', 'percent / 100 is a ratio', '百分数 / 100 是比例'],
    ['«used * pieces»', 'kWh * piece means nothing; a unit of one’s own', '自定的单位'],
    ['«used + loan»', 'kWh + money means nothing', '千瓦时'],
    ['monthly payment(«used», rate, term)', 'should be money and is kWh', '千瓦时'],
  ])('%s says how to mend it', (text, en, zh) => {
    const plain = text.replaceAll(/[«»]/gu, '');
    const [problem, ...others] = problemsOf(plain);
    if (!problem) throw new Error('nothing is wrong');
    expect(others).toEqual([]);
    expect(marked(plain, problem)).toBe(text);
    expect(say(problem, 'en')).toContain(en);
    expect(say(problem, 'zh')).toContain(zh);
  });
});

describe('texts that write numbers and dates', () => {
  test.each([
    ['is number(name)', 'boolean'],
    ['if is number(name) then number(name) else 0', 'number'],
    ['number(name) <= loan', 'boolean'],
    ['is date(name)', 'boolean'],
    ['is date(name, "yyyymmdd")', 'boolean'],
    ['date(name, "yyyymmdd")', 'date'],
    ['date(name)', 'date'],
    ['date("20240229", "yyyymmdd") < signed', 'boolean'],
    ['date(received)', 'date'],
    ['scale of(name)', 'count'],
    ['scale of(share)', 'count'],
    ['people[scale of(owes) > 2].name', 'list of text'],
    ['score instance of number and scale of(score) < 3', 'boolean'],
    ['is number(loan)', 'feel/always'],
    ['is date(signed)', 'feel/always'],
    ['is number(income)', 'boolean'],
    ['if is number(score) then scale of(score) < 3 else true', 'boolean'],
    ['if is number(name) then number(name) else name', 'number | text'],
    ['is date(sold, "yyyymmdd")', 'feel/several-kinds'],
    ['date(signed, "yyyymmdd")', 'feel/type'],
    ['scale of(income)', 'feel/type'],
    ['scale of(loan + 1)', 'feel/not-written'],
    ['scale of(limit)', 'feel/not-written'],
    ['scale of(1.50)', 'feel/not-written'],
    ['date(name, name)', 'feel/date-form'],
    ['date("20240230", "yyyymmdd") < signed', 'feel/literal'],
    ['date("20240229", "yymmdd") < signed', 'feel/date-form'],
  ])('%s: %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  test.each([
    'yyyymmdd',
    'yyyy/m/d',
    'yyyy年m月d日',
    'mm/dd/yyyy',
    'd.m.yyyy',
    'ddmmyyyy',
    'yyyymmd',
  ])('%s is a form', (form) => {
    expect(problemsOf(`is date(name, "${form}")`)).toEqual([]);
  });

  test.each([
    '',
    'yyyy',
    'yyyymm',
    'yyyymmddd',
    'yymmdd',
    'YYYYMMDD',
    'yyyymdd',
    'yyyymd',
    'dmmyyyy',
    'yyyy mm dd',
    'yyyy-mm-dd-dd',
    'yyyy-mm-mm',
    'yyyymmddT',
  ])('%s is none, which is said with the forms to write', (form) => {
    const text = `is date(name, "${form}")`;
    const [problem] = problemsOf(text);
    if (!problem) throw new Error('nothing is wrong');
    expect(marked(text, problem)).toBe(`is date(name, «"${form}"»)`);
    expect(say(problem, 'en')).toContain('"yyyymmdd", "yyyy-mm-dd"');
    expect(say(problem, 'zh')).toContain('"yyyymmdd"、"yyyy-mm-dd"');
  });
});

test.each([
  ['cltv > 80', 'cltv超过80%', 'cltv is more than 80%'],
  ['used <= 1500', 'used不超过1,500千瓦时', 'used is at most 1,500 kWh'],
  ['pieces <= 3', 'pieces不超过3 piece', 'pieces are at most 3 piece'],
  ['figure <= 1500', 'figure不超过1,500', 'figure is at most 1,500'],
  ['is number(name)', 'name是一个数', 'name is a number'],
  ['is date(name)', 'name是日期', 'name is a date'],
  [
    'is date(name, "yyyymmdd")',
    'name是按“yyyymmdd”书写的日期',
    'name is a date written as “yyyymmdd”',
  ],
  [
    'date(name, "yyyymmdd") <= signed',
    'name按“yyyymmdd”所写的日期不晚于signed',
    'the day that name writes as “yyyymmdd” is no later than signed',
  ],
  [
    'scale of(share) <= 2',
    'share的小数位数不超过2',
    'the number of decimals of share is at most 2',
  ],
])('%s is said so', (text, zh, en) => {
  const saidIn = (language: 'zh' | 'en') =>
    sentence(coreOf(text), { lexicon: lexicons[language], titleOf: () => ({}) });
  expect([saidIn('zh'), saidIn('en')]).toEqual([zh, en]);
});

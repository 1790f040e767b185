import { describe, expect, test } from 'vitest';

import { type Binding, type Names, newVariables } from '../../src/feel/bindings.ts';
import { checkExpression } from '../../src/feel/check.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import { lexiconOf } from '../../src/feel/sentence/lexicon.ts';
import { usual } from '../setting.ts';
import { conditionSentence } from '../../src/feel/sentence/sentence.ts';
import {
  boolean,
  date,
  type Field,
  listOf,
  number,
  text,
  type Type,
} from '../../src/feel/types.ts';
import { marked, written } from './check-harness.ts';

function field(name: string, type: Type, zh = name): Field {
  return { name, title: { zh, en: name }, type, absenceIsNone: false, correctable: false };
}

const columns = [
  field('county', text, '县'),
  field('income', number('money'), '收入'),
  field('since', date, '起日'),
  field('poor', boolean, '困难'),
];
const fields = [
  field('tract', text, '普查区'),
  field('amount', number('money')),
  field('day', date, '日期'),
  field('tracts', listOf(text)),
  field('mixed', { kind: 'union', of: [text, number('count')] }),
  field('number', { kind: 'union', of: [date, number('count')] }),
];
const bindings = new Map<string, Binding>([
  ...fields.map((one): [string, Binding] => [
    one.name,
    { kind: 'field', owner: 'file', field: one },
  ]),
  ['areas', { kind: 'codes', columns: new Map(columns.map((one) => [one.name, one])) }],
  ['bare', { kind: 'codes', columns: new Map() }],
]);
const names: Names = { resolve: (name) => bindings.get(name), all: () => bindings.keys() };

function checked(expression: string) {
  const { value, problems } = parseExpression(expression, { dialect: 'rule' });
  if (!value) throw new Error(JSON.stringify(problems));
  return checkExpression(value, names, newVariables());
}

describe('a code set is asked', () => {
  test.each([
    ['tract in areas', 'boolean'],
    ['not(tract in areas)', 'boolean'],
    ['tract in (areas, "X")', 'boolean'],
    ['tract in areas(day)', 'boolean'],
    ['mixed in areas', 'boolean'],
    ['every t in tracts satisfies t in areas', 'boolean'],
    ['count(tracts[item in areas])', 'count'],
    ['areas(tract).county', 'text'],
    ['areas(tract).income', 'money'],
    ['areas(tract).since', 'date'],
    ['areas(tract, day).poor', 'boolean'],
    ['areas(areas(tract).county).income', 'money'],
    ['areas(tract).since.year', 'count'],
  ])('%s: %s', (expression, type) => {
    const { core, problems } = checked(expression);
    expect(problems).toEqual([]);
    expect(written(core.type).replace('number', 'count')).toBe(type);
  });
});

describe('a slip is told at the character', () => {
  test.each([
    ['feel/code-set', 'tract = «areas»'],
    ['feel/code-set', '«areas(tract)» = "X"'],
    ['feel/code-set', 'tract in «areas(day, day)»'],
    ['feel/code-set', '«areas(tract, day, day).income» > 1'],
    ['feel/code-set', 'count(«areas») > 1'],
    ['feel/type', '«amount» in areas'],
    ['feel/type', '«number» in areas'],
    ['feel/type', '«tracts» in areas'],
    ['feel/type', 'tract in areas(«tract»)'],
    ['feel/type', 'areas(«amount»).income > 1'],
    ['feel/type', 'areas(tract, «amount»).income > 1'],
    ['feel/unknown-field', 'areas(tract).«incomes» > 1'],
    ['feel/unknown-field', 'bare(tract).«county» = "X"'],
    ['feel/unknown-name', 'tract in «area»'],
    ['feel/compare', '«areas(tract).income > "1"»'],
    ['feel/name-taken', 'some areas in «tracts» satisfies areas = "X"'],
  ])('%s: %s', (code, text_) => {
    const { problems } = checked(text_.replaceAll(/[«»]/gu, ''));
    expect(
      problems.map((one) => `${one.code}: ${marked(text_.replaceAll(/[«»]/gu, ''), one)}`),
    ).toEqual([`${code}: ${text_}`]);
  });
});

describe('it reads as a sentence', () => {
  test.each([
    ['tract in areas', '普查区在代码表《地区》中', 'the tract is in the code set “Areas”'],
    [
      'not(tract in areas)',
      '普查区不在代码表《地区》中',
      'the tract is not in the code set “Areas”',
    ],
    [
      'tract in areas(day)',
      '普查区在代码表《地区》（按日期当日）中',
      'the tract is in the code set “Areas” as of the day',
    ],
    [
      'tract in (areas, "X")',
      '普查区在代码表《地区》中，或者普查区为“X”',
      'the tract is in the code set “Areas”, or the tract is “X”',
    ],
    [
      'areas(tract).income >= 100',
      '普查区在代码表《地区》中的收入不低于100人民币',
      'the income of the tract in the code set “Areas” is at least 100 Chinese yuan',
    ],
    [
      'areas(tract).poor',
      '普查区在代码表《地区》中的困难为“是”',
      'the poor of the tract in the code set “Areas” is “yes”',
    ],
    [
      'not(areas(tract).poor)',
      '普查区在代码表《地区》中的困难为“否”',
      'the poor of the tract in the code set “Areas” is “no”',
    ],
  ])('%s', (expression, zh, en) => {
    const { core } = checked(expression);
    const titleOf = () => ({ zh: '地区', en: 'Areas' });
    expect(conditionSentence(core, { lexicon: lexiconOf('zh', usual), titleOf })).toBe(zh);
    expect(conditionSentence(core, { lexicon: lexiconOf('en', usual), titleOf })).toBe(en);
  });
});

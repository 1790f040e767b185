import { describe, expect, test } from 'vitest';

import { documentsOf, type ManualRun, textFiles } from '../../src/cli/manual-files.ts';
import { type Type, listOf } from '../../src/feel/types.ts';
import { fieldKind } from '../../src/manual/field-kind.ts';
import { speakerOf } from '../../src/manual/speaker.ts';
import { runOf, shipped, small } from './harness.ts';

const word: Type = {
  kind: 'text',
  words: new Map([
    ['A', { zh: '甲', en: 'first' }],
    ['B', {}],
  ]),
};

describe('the kind of a field in words', () => {
  test.each<[string, Type, string, string, string]>([
    ['an amount', { kind: 'number', unit: 'money' }, '金额', '元', ''],
    ['a number of nothing', { kind: 'number' }, '数值', '', ''],
    ['a length of time', { kind: 'number', unit: 'working-days' }, '期限', '工作日', ''],
    [
      'a unit of its own',
      { kind: 'number', unit: { name: 'kwh', title: { zh: '千瓦时' } } },
      '数值',
      '千瓦时',
      '',
    ],
    [
      'some numbers',
      { kind: 'number', unit: 'months', values: ['12', '24'] },
      '期限',
      '个月',
      '12、24',
    ],
    ['a day', { kind: 'date' }, '日期', '', ''],
    ['words, by their titles', word, '选项', '', '甲、B'],
    ['several words', listOf(word), '选项（可多项）', '', '甲、B'],
    [
      'either',
      { kind: 'union', of: [{ kind: 'number', unit: 'money' }, word] },
      '金额或者选项',
      '元',
      '甲、B',
    ],
  ])('%s', (_, type, title, unit, words) => {
    const kind = fieldKind({ type }, speakerOf(shipped, 'zh', '2026-01-01'));
    expect([kind.title, kind.unit, kind.words.join('、')]).toEqual([title, unit, words]);
  });

  test('yes and no in the words of the field', () => {
    const facts = { yes: { en: 'seen' }, no: { en: 'not seen' } };
    const kind = fieldKind(
      { type: { kind: 'boolean' }, facts },
      speakerOf(shipped, 'en', '2026-01-01'),
    );
    expect(kind).toEqual({ title: 'yes or no', unit: '', words: ['seen', 'not seen'] });
  });
});

describe('the appendix', () => {
  test.each<[string, NonNullable<ManualRun['selection']>, boolean]>([
    ['an auditor', { audience: 'audit' }, true],
    ['who wants the technical parts', { isTechnical: true }, true],
    ['anybody else', {}, false],
    ['an inspector', { audience: 'inspection', isTechnical: true }, false],
    ['those who do the work', { audience: 'operation', isTechnical: true }, false],
  ])('for %s', (_, selection, is) => {
    expect(dictionary(selection) !== undefined).toBe(is);
  });

  test('each field once, with its kind, its choices and the rules that read it', () => {
    const rows = (dictionary({ audience: 'audit' }) ?? '')
      .split('\n')
      .filter((line) => /^\| (?!-|Field)/u.test(line));
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.find((row) => row.startsWith('| Price '))).toMatch(
      /^\| Price \| amount \| yuan \| — \| \[ABC-001\]\(lending\.md#ABC-001\)[^|]* \|$/u,
    );
    expect(dictionary({ audience: 'audit', isTechnical: true })).toContain('| Price `price` |');
  });
});

function dictionary(selection: NonNullable<ManualRun['selection']>): string | undefined {
  const run = { ...runOf(['md'], '2025-06-01'), selection };
  return textFiles(documentsOf(small, run), run).get('en/appendix-dictionary.md');
}

import { describe, expect, test } from 'vitest';

import { textOf } from '../../src/base/source.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { RuleKind } from '../../src/rulebook/files.ts';
import { penaltiesIn } from '../../src/rulebook/penalties.ts';
import { source } from './sources.ts';

const law = source('LAW', 'regulation', 'from: 2020-01-01\nuntil: 2023-12-31', [
  '## 1 a\n\nx',
  '## 2 b\n\nx',
  '## 9 c\n\n罚则：1；ORDER#7\n\n处罚。',
]);
const order = source('ORDER', 'regulation', '', ['## 7 d\n\nx', '## 8 e\n\n罚则：全部\n\n改正。']);
const own = source('OWN', 'bank', '', ['## 1 f\n\nPunishes: LAW#1\n\n扣分。']);
const penalties = penaltiesIn({ sources: [law, order, own] });

describe('what rests on a punished clause has its penalty', () => {
  test.each<[string, readonly string[], string | null, RuleKind | undefined, readonly string[]]>([
    ['listed', ['LAW#1'], '2021-01-01', 'regulation', ['LAW#9', 'OWN#1']],
    ['not listed', ['LAW#2'], '2021-01-01', 'regulation', []],
    [
      'by another source, and by all of its own',
      ['ORDER#7'],
      '2021-01-01',
      'regulation',
      ['LAW#9', 'ORDER#8'],
    ],
    ['one of several', ['LAW#2', 'LAW#1'], '2021-01-01', undefined, ['LAW#9', 'OWN#1']],
    ['no penalty of itself', ['ORDER#8'], '2021-01-01', 'regulation', []],
    ['before it holds', ['LAW#1'], '2019-12-31', 'regulation', ['OWN#1']],
    ['on its last day', ['LAW#1'], '2023-12-31', 'regulation', ['LAW#9', 'OWN#1']],
    ['after it ended', ['LAW#1'], '2024-01-01', 'regulation', ['OWN#1']],
    ['on no day', ['LAW#1'], null, 'regulation', ['LAW#9', 'OWN#1']],
    ['of the bank’s own rules by its own alone', ['LAW#1'], '2021-01-01', 'bank', ['OWN#1']],
  ])('%s', (_, basis, day, kind, expected) => {
    expect(penalties({ basis, kind }, day)).toEqual(expected);
  });
});

test('what it punishes is no part of its text', () => {
  expect(law.clauses.get('9')?.text['zh']).toBe('处罚。');
});

test('a clause that is not there is an unknown reference at its paragraph, with the nearest', () => {
  const { folder } = rulebookFolder('tests/manual/fixture');
  const path = 'sources/R-ONE.md';
  const written = folder.files.get(path);
  const text = (written?.text ?? '').replace('罚则：1；2', '罚则：1；22');
  const { diagnostics } = readRulebook({
    ...folder,
    files: new Map([...folder.files, [path, { name: path, text }]]),
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, span, params }) => [code, textOf(span), params])).toEqual([
    [
      'rulebook/unknown-reference',
      '罚则：1；22',
      { what: 'clause', name: 'R-ONE#22', near: 'R-ONE#2' },
    ],
  ]);
});

import { describe, expect, test } from 'vitest';

import type { Citation } from '../../src/manual/model.ts';
import { type OnClauses, replacementsIn } from '../../src/manual/replacements.ts';
import { source } from '../rulebook/sources.ts';
import { filesOf, shipped, small } from './harness.ts';

const clauses = ['## 1 a\n\nx', '## 2 b\n\nx'];
const sources = [
  source('OLD', 'regulation', 'from: 2000-01-01\nuntil: 2023-12-31', clauses),
  source('NEW', 'regulation', 'from: 2024-01-01\nreplaces: [OLD]', clauses),
  source('STANDING', 'regulation', 'from: 1990-01-01', clauses),
  source('OWN', 'bank', 'from: 2024-01-01', clauses),
];
const cite = (refs: readonly string[]) => refs.map((ref) => ({ ref }) as Citation);

/** `OLD#1 → NEW#1, NEW#2: R` */
function replaced(...dated: readonly OnClauses[]): readonly string[] {
  const found = replacementsIn({ sources }, dated, cite, (other) => ({
    ...other,
    title: other.id,
  }));
  return found.map(({ before, after, rules, others }) => {
    const [were, are] = [
      before.map(({ ref, until }) => `${ref} ${until}`),
      after.map(({ ref, from }) => `${ref} ${from}`),
    ];
    return `${were.join()} → ${are.join()}: ${[...rules, ...others.map(({ id }) => id)].join()}`;
  });
}

function rule(id: string, ...bases: readonly (readonly [string, ...string[]])[]): OnClauses {
  return { id, editions: bases.map(([from, ...basis]) => ({ from, basis })) };
}

describe('what rested on one clause and rests on another since', () => {
  test.each<[string, readonly OnClauses[], readonly string[]]>([
    [
      'a source that ended',
      [rule('R', ['2000-01-01', 'OLD#1'], ['2024-01-01', 'NEW#1'])],
      ['OLD#1 2023-12-31 → NEW#1 2024-01-01: R'],
    ],
    [
      'several rules and a limit, in one row',
      [
        rule('R', ['2000-01-01', 'OLD#1'], ['2024-01-01', 'NEW#2']),
        rule('S', ['2000-01-01', 'OLD#1'], ['2024-01-01', 'NEW#1']),
        { ...rule('limit', ['2000-01-01', 'OLD#1'], ['2024-01-01', 'NEW#1']), kind: 'parameter' },
      ],
      ['OLD#1 2023-12-31 → NEW#2 2024-01-01,NEW#1 2024-01-01: R,S,limit'],
    ],
    [
      'a clause amended within its source',
      [rule('R', ['2000-01-01', 'STANDING#1'], ['2010-06-01', 'STANDING#2'])],
      ['STANDING#1 2010-05-31 → STANDING#2 2010-06-01: R'],
    ],
    [
      'what stays on both sides, and what is another kind, on neither',
      [
        rule(
          'R',
          ['2000-01-01', 'OLD#1', 'STANDING#1'],
          ['2024-01-01', 'NEW#1', 'STANDING#1', 'OWN#1'],
        ),
      ],
      ['OLD#1 2023-12-31 → NEW#1 2024-01-01: R'],
    ],
    [
      'of several new clauses, those of the source that replaces the old one',
      [rule('R', ['2000-01-01', 'OLD#1'], ['2024-01-01', 'NEW#1', 'STANDING#1'])],
      ['OLD#1 2023-12-31 → NEW#1 2024-01-01: R'],
    ],
    [
      'a basis that was added',
      [rule('R', ['2000-01-01', 'OLD#1'], ['2010-01-01', 'OLD#1', 'STANDING#1'])],
      [],
    ],
    [
      'one left while it still holds',
      [rule('R', ['2000-01-01', 'STANDING#1'], ['2024-01-01', 'NEW#1'])],
      [],
    ],
    ['one edition', [rule('R', ['2000-01-01', 'OLD#1'])], []],
  ])('%s', (_, dated, expected) => {
    expect(replaced(...dated)).toEqual(expected);
  });
});

describe('the appendix', () => {
  const text = filesOf(shipped, ['md'], '2026-11-23').get('zh/appendix-then-and-now.md') ?? '';

  test('sets the old text, until its last day, beside the new one, from its first', () => {
    const row = text
      .split('\n')
      .find((line) => line.includes('INT-001') && line.includes('第十七条'));
    expect(row?.split(' | ')).toEqual([
      expect.stringMatching(/^\| \[第十七条“面谈”\].+（施行至 2024-06-30）：应当建立并严格执行/u),
      expect.stringMatching(/^\[《个人贷款管理办法》第十八条“面谈”\].+（自 2024-07-01 起）：/u),
      expect.stringContaining('[INT-001]'),
    ]);
  });

  test('sets the criterion before beside the one since', () => {
    expect(text).toMatch(
      /\[MKT-003\][^\n]+\| \*\*施行至 2024-06-30\*\*：[^|]+自有资金核实 \| \*\*自 2024-07-01 起\*\*：[^|]+评估机构准入 \|/u,
    );
  });

  test('speaks of revisions to come, and of the last one past', () => {
    const files = filesOf(small, ['md'], '2025-06-01');
    expect(files.get('en/appendix-then-and-now.md')).toContain('**from 2030-01-01**: ');
  });
});

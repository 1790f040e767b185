import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { problemsOf } from './codes/run.ts';

const pages: [string, string, string][] = [
  ['docs/rules.md', '## Written once', '## State of clauses'],
  ['docs/rules.zh.md', '## 写一遍', '## 条款的状态与追溯'],
];

test.each(pages)(
  'what %s shows of named values and arguments has nothing wrong',
  (page, from, to) => {
    const text = readFileSync(page, 'utf8');
    const section = text.slice(text.indexOf(from), text.indexOf(to));
    const blocks = [...section.matchAll(/^```yaml (\w+)\n([^]*?)^```$/gmu)].map(
      ([, kind = '', block = '']) => ({ language: 'yaml', kind, text: block }),
    );
    const [alone, definitions, calls] = blocks;
    expect(blocks.map(({ kind }) => kind)).toEqual(['rule', 'definitions', 'rule']);
    expect(problemsOf(alone ? [alone] : [])).toEqual([]);
    expect(problemsOf(definitions && calls ? [definitions, calls] : [])).toEqual([]);
  },
);

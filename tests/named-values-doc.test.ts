import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { problemsOf } from './codes/run.ts';

const text = readFileSync('docs/rules.md', 'utf8');
const section = text.slice(text.indexOf('## 写一遍'), text.indexOf('## 条款的状态与追溯'));
const blocks = [...section.matchAll(/^```yaml (\w+)\n([^]*?)^```$/gmu)].map(
  ([, kind = '', block = '']) => ({ language: 'yaml', kind, text: block }),
);

test('what docs/rules.md shows of named values and arguments has nothing wrong', () => {
  const [alone, definitions, calls] = blocks;
  expect(blocks.map(({ kind }) => kind)).toEqual(['rule', 'definitions', 'rule']);
  expect(problemsOf(alone ? [alone] : [])).toEqual([]);
  expect(problemsOf(definitions && calls ? [definitions, calls] : [])).toEqual([]);
});

import { expect, test } from 'vitest';

import { message, wordbooks } from '../../src/words/messages/messages.ts';
import { copied, edit, put, shouze, small } from '../cli/harness.ts';
import { problemsOf } from '../codes/run.ts';

type Blocks = Parameters<typeof problemsOf>[0];

const rule = (text: string) => ({ language: 'yaml', kind: 'rule', text });
const cases = (text: string) => ({ language: 'yaml', kind: 'cases', text });
const source = (head: string, clauses: string) => ({
  language: 'markdown',
  kind: 'sources/P-NEW.md',
  text: `# 新通知\n\n\`\`\`yaml\nsource: P-NEW\ntitle: { zh: 新通知 }\nkind: regulation\n${head}\n\`\`\`\n\n${clauses}`,
});

function said(blocks: Blocks, language: 'zh' | 'en' = 'zh'): readonly string[] {
  return problemsOf(blocks).map((one) => `${one.code} ${message(wordbooks[language], one)}`);
}

test('what is proved is told beside an error of another file', () => {
  const table = {
    language: 'yaml',
    kind: 'table',
    text: 'editions:\n  - from: 2024-01-01\n    basis: ["B-EXAMPLE#2"]\n    rows: [{ when: [\'"CAR"\'], then: [60] }]\n',
  };
  const [alone] = problemsOf([table]);
  const both = problemsOf([table, rule('require: loan.amuont <= 1\n')]).map(({ code }) => code);
  expect(alone?.code).toMatch(/^verify\//u);
  expect(both).toContain(alone?.code);
  expect(both).toContain('feel/unknown-field');
});

test('of a table with an error nothing is proved', () => {
  const table = {
    language: 'yaml',
    kind: 'table',
    text: 'editions:\n  - from: 2024-01-01\n    basis: ["NOPE#1"]\n    rows: [{ when: [\'"CAR"\'], then: [60] }]\n',
  };
  expect(problemsOf([table]).filter(({ code }) => code.startsWith('verify/'))).toEqual([]);
});

test('a word that is none of several, or of a map, is told once with all of them', () => {
  const text = (wanted: string) =>
    cases(`cases:\n  - title: { zh: 例, en: Case }\n    expect: ${wanted}\n`);
  const shape = (one: string) => one.startsWith('rulebook/') && !one.includes('-cases');
  expect(said([text('faill')]).filter(shape)).toEqual([
    'rulebook/unknown-word `faill` 不在允许的取值中：pass、fail、not-applicable、waived、{ cannot-tell: … }；您是否想写 `fail`',
  ]);
  const codes = (given: string) => problemsOf([text(given)]).map(({ code }) => code);
  expect(codes('{ cannot-tel: [loan.amount] }')).toEqual(['rulebook/unknown-key']);
});

test('a source that names no text that was read is told once for all of its clauses', () => {
  const clauses = '## 1 一 (V1)\n\n甲。\n\n## 2 二 (V1)\n\n乙。\n\n## 3 三\n\n丙。\n';
  const [first, ...others] = problemsOf([source('confidence: V2', clauses)]);
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    code: 'rulebook/not-read',
    params: { clauses: ['P-NEW#1', 'P-NEW#2'], source: 'P-NEW' },
  });
});

test('a fraction is told as the clause would give it', () => {
  const limit = {
    language: 'yaml',
    kind: 'parameter',
    text: 'editions:\n  - { from: 2024-01-01, value: 0.16, basis: ["P-NEW#1"] }\n',
  };
  const [text] = said([source('confidence: V2', '## 1 一\n\n数值：15%\n\n甲。\n'), limit]).filter(
    (one) => one.startsWith('verify/figure'),
  );
  expect(text).toContain('maximumLoanShare 的 16% 不在监管条款 P-NEW#1');
});

test('each language has its own titles and plurals', async () => {
  const folder = copied(small);
  edit(folder, 'rulebook.yaml', 'languages: [en]', 'languages: [zh, en]');
  const same = '{ zh: 甲, en: One }';
  put(
    folder,
    'stages/work/decide/TST-001-under-test.cases.yaml',
    `base: file\ncases:\n  - { title: ${same}, expect: pass }\n  - { title: ${same}, expect: fail }\n`,
  );
  const { out } = await shouze('lint', '--rulebook', folder, '--lang', 'en');
  expect(out).not.toMatch(/\b1 (?:errors|warnings|rules|cases)\b/u);
  expect(out).not.toMatch(/title “甲”/u);
});

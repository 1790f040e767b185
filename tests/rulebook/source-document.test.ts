import { describe, expect, test } from 'vitest';

import { noted } from '../../src/base/diagnostic.ts';
import { textOf } from '../../src/base/source.ts';
import type { Clause, SourceDocument } from '../../src/rulebook/ast.ts';
import { languages } from '../../src/rulebook/checks/languages.ts';
import type { RulebookProblems } from '../../src/rulebook/problems.ts';
import { sourceDocument } from '../../src/rulebook/source-document.ts';
import { shipped } from '../evaluate/shipped.ts';

describe('a heading is an id, a title in each language and a confidence', () => {
  test.each([
    ['1 用途 | Purpose (V1)', '1', '用途', 'Purpose', 'V1'],
    ['1 用途 | Purpose', '1', '用途', 'Purpose', 'OWN'],
    ['1 用途（V2）', '1', '用途', '', 'V2'],
    [
      'use 用途（条号未核实） | Purpose (number unverified) (GK)',
      'use',
      '用途（条号未核实）',
      'Purpose (number unverified)',
      'GK',
    ],
    [
      '10 下限（第十条） | Floor (articles 10 to 13)',
      '10',
      '下限（第十条）',
      'Floor (articles 10 to 13)',
      'OWN',
    ],
    ['1 用途|Purpose', '1', '用途', 'Purpose', 'OWN'],
    ['1 | Purpose', '1', '', 'Purpose', 'OWN'],
    ['1', '1', '', '', 'OWN'],
  ])('%s', (heading, id, zh, en, confidence) => {
    const { clauses, codes } = read(`## ${heading}\n`);
    expect(codes).toEqual([]);
    expect(clauses).toMatchObject([{ id, ref: `B-X#${id}`, title: { zh, en }, confidence }]);
  });

  test.each(['1 用途 | Purpose (V9)', '| Purpose', '1 用途 | Purpose | Objet'])(
    'not %s',
    (heading) => {
      const { clauses, codes } = read(`## ${heading}\n`);
      expect(codes).toEqual(['rulebook/source-heading']);
      expect(clauses).toEqual([]);
    },
  );
});

test('a clause says its Chinese in paragraphs and its English in quotes', () => {
  const { clauses } = read('## 1 用途 | Purpose\n\n不得炒股。\n\n> No shares.\n\n也不得炒币。\n');
  expect(clauses[0]?.text).toEqual({ zh: '不得炒股。\n\n也不得炒币。', en: 'No shares.' });
});

test.each([
  ['银发〔2024〕1号', { zh: '银发〔2024〕1号', en: '银发〔2024〕1号' }],
  ['7', { zh: '7', en: '7' }],
  ['{ zh: 文号未核实, en: number not verified }', { zh: '文号未核实', en: 'number not verified' }],
])('the number %s', (number, words) => {
  expect(read('', number).document?.number).toEqual(words);
});

test('a source without a number has none', () => {
  expect(read('').document).not.toHaveProperty('number');
});

describe('a source speaks every language of its rulebook', () => {
  test.each([
    ['## 1 用途 | Purpose\n\n不得炒股。\n\n> No shares.\n', undefined, []],
    ['«## 1 用途»\n\n不得炒股。\n\n> No shares.\n', undefined, ['en']],
    ['«## 1 | Purpose»\n\n不得炒股。\n\n> No shares.\n', undefined, ['zh']],
    ['## 1 用途 | Purpose«»\n\n不得炒股。\n', undefined, ['en']],
    ['## 1 用途 | Purpose«»\n\n> No shares.\n', undefined, ['zh']],
  ])('%j', (marked, number, lacking) => {
    const { document, text } = read(marked.replaceAll(/[«»]/gu, ''), number);
    const found = problemsOf(document);
    expect(found.map(({ params }) => params)).toEqual(lacking.map((language) => ({ language })));
    const [first] = found;
    if (!first) return;
    const { start, end } = first.span;
    expect(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`).toContain(
      marked,
    );
  });

  test('in its header too', () => {
    const [first, ...rest] = problemsOf(read('', '{ zh: 文号未核实 }').document);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ code: 'rulebook/language', params: { language: 'en' } });
    expect(first && textOf(first.span)).toContain('number: { zh: 文号未核实 }');
  });

  test('every clause shipped has an English title without Chinese in it', () => {
    const clauses = shipped().program.rulebook.sources.flatMap((source) => [
      ...source.clauses.values(),
    ]);
    expect(clauses.length).toBeGreaterThan(200);
    for (const { title, text } of clauses) {
      expect(title['en']).toMatch(/^(?:\d+\. )?[A-Z][^\p{Script=Han}（）“”]+$/u);
      // a clause that was not read has no words in any language
      expect(text['en']).not.toMatch(text['zh'] === '' ? /./u : /^$|\p{Script=Han}/u);
    }
  });
});

interface Found {
  readonly document: SourceDocument | undefined;
  readonly clauses: readonly Clause[];
  readonly codes: readonly string[];
  readonly text: string;
}

/** What is read of a source with such clauses and, if given, such a document number. */
function read(clauses: string, number?: string): Found {
  const line = number === undefined ? '' : `number: ${number}\n`;
  const header = `source: B-X\ntitle: { zh: 办法, en: Measures }\nkind: bank\n${line}confidence: OWN\n`;
  const text = `# 办法\n\n\`\`\`yaml\n${header}\`\`\`\n\n${clauses}`;
  const to = noted<RulebookProblems>();
  const document = sourceDocument('sources/B-X.md', { name: 'B-X.md', text }, ['zh', 'en'], to);
  const codes = to.diagnostics.map(({ code }) => code);
  return { document, clauses: [...(document?.clauses.values() ?? [])], codes, text };
}

/** What the check of languages says of the shipped rulebook with this source alone. */
function problemsOf(document: SourceDocument | undefined) {
  if (!document) throw new Error('the source is read');
  return [...languages({ ...shipped().program.rulebook, sources: [document] })];
}

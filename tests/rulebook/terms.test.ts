import { describe, expect, test } from 'vitest';

import { positionOf, type Source } from '../../src/base/source.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { RulebookFolder } from '../../src/rulebook/folder.ts';
import { message, wordbooks } from '../../src/words/messages/messages.ts';

/** A rulebook of which every text for people says `dossier` once, in each kind of file. */
const files: Readonly<Record<string, string>> = {
  'rulebook.yaml': `
format: 1
id: small
version: 1.0.0
title: { en: Dossiers }
languages: [en]
subjects:
  loan: { title: { en: Dossier }, schema: schemas/loan.schema.json, id: id }
stages:
  - { stage: work, title: { en: Dossier work }, steps: [review] }
`,
  'posts.yaml': `
posts:
  - { post: CLERK, title: { en: Dossier clerk }, duties: { en: Keeps dossiers } }
incompatible: []
`,
  'documents.yaml': `
documents:
  - { document: COVER, title: { en: Cover }, note: { en: In front of the dossier } }
`,
  'definitions.yaml': `
definitions:
  - { definition: thin, title: { en: The dossier is thin }, is: pages < 3 }
`,
  'parameters/most.yaml': `
parameter: most
title: { en: Pages of a dossier }
unit: none
editions:
  - { from: 2020-01-01, value: 9, basis: [] }
`,
  'schemas/loan.schema.json': `{
  "type": "object",
  "properties": {
    "id": { "type": "string", "x-title": { "en": "Dossier" } },
    "kind": { "type": "string", "enum": ["A"], "x-labels": { "A": { "en": "Thin dossier" } } },
    "pages": { "type": "number", "x-title": { "en": "Pages" }, "x-noun": { "en": "dossier page" } }
  }
}
`,
  'stages/work/review/step.yaml': `
step: review
title: { en: Review }
purpose: { en: The dossier is sound }
rules: [SML-001]
`,
  'stages/work/review/SML-001-thin.yaml': `
rule: SML-001
title: { en: The dossier is not too thick }
how:
  en: |
    1. Count the pages of the
       dossier.
    2. Compare them with {most}, not with {dossier}.
finding: { en: 'The dossier has {pages} pages' }
require: pages <= most
`,
  'stages/work/review/SML-001-thin.cases.yaml': `
cases:
  - { title: { en: A thin dossier }, with: { id: L-1, pages: 2 }, expect: pass }
`,
};
const glossary = `
terms:
  - { term: file, title: { en: file }, not: { en: [dossier, case file] }, except: { en: [dossier clerk] } }
`;

function folder(
  changes: Readonly<Record<string, string>>,
  parent?: RulebookFolder,
): RulebookFolder {
  const name = parent ? 'branch' : 'small';
  const all = { ...(parent ? {} : files), ...changes };
  const sources = Object.entries(all).map(([path, text]): [string, Source] => [
    path,
    { name: `${name}/${path}`, text },
  ]);
  return { name, files: new Map(sources), ...(parent && { parent }) };
}

/** What is said of the terms of a rulebook, each with its place. */
function said(read: RulebookFolder): readonly string[] {
  const { diagnostics } = readRulebook(read);
  return diagnostics
    .filter(({ code }) => /term|glossary|duplicate|language|unknown-word|redefined/u.test(code))
    .map((diagnostic) => {
      const { line, column } = positionOf(diagnostic.span);
      const { name } = diagnostic.span.source;
      return `${name}:${line}:${column} ${message(wordbooks.en, diagnostic)}`;
    });
}

const told = (place: string, word: string): string =>
  `small/${place} \`${word}\` should be \`file\`, the term in the glossary`;

test('without a glossary any word will do', () => {
  expect(said(folder({}))).toEqual([]);
});

test('a barred word is found in every text for people, and nowhere else', () => {
  expect(said(folder({ 'glossary.yaml': glossary }))).toEqual([
    told('rulebook.yaml:5:14', 'Dossiers'),
    told('rulebook.yaml:8:24', 'Dossier'),
    told('rulebook.yaml:10:33', 'Dossier'),
    told('posts.yaml:3:70', 'dossiers'),
    told('documents.yaml:3:74', 'dossier'),
    told('definitions.yaml:3:42', 'dossier'),
    told('parameters/most.yaml:3:25', 'dossier'),
    told('stages/work/review/step.yaml:4:20', 'dossier'),
    told('stages/work/review/SML-001-thin.yaml:3:18', 'dossier'),
    told('stages/work/review/SML-001-thin.yaml:7:8', 'dossier'),
    told('stages/work/review/SML-001-thin.yaml:9:21', 'dossier'),
    told('stages/work/review/SML-001-thin.cases.yaml:3:27', 'dossier'),
    told('schemas/loan.schema.json:4:51', 'Dossier'),
    told('schemas/loan.schema.json:5:81', 'dossier'),
    told('schemas/loan.schema.json:6:83', 'dossier'),
  ]);
});

test('it is a warning, and says the same in Chinese', () => {
  const { diagnostics } = readRulebook(folder({ 'glossary.yaml': glossary }));
  const [first] = diagnostics.filter(({ code }) => code === 'rulebook/not-the-term');
  expect(first?.severity).toBe('warning');
  expect(first && message(wordbooks.zh, first)).toBe('`Dossiers` 应写作 `file`（见术语表）');
});

describe('a glossary that cannot be kept', () => {
  test.each([
    [
      'a term without a language',
      'terms: [{ term: file, title: { zh: 卷宗 } }]',
      ['small/glossary.yaml:1:30 the text in en is missing'],
    ],
    [
      'a barred word inside the term',
      'terms: [{ term: file, title: { en: loan file }, not: { en: [File] } }]',
      [
        'small/glossary.yaml:1:61 the term `loan file` has `File` in it, which is listed under `not`: the term itself would be reported; take the word out, or choose another term',
      ],
    ],
    [
      'a term barred for another',
      'terms: [{ term: a, title: { en: buyer }, not: { en: [Payer] } }, { term: b, title: { en: payer } }]',
      [
        'small/glossary.yaml:1:54 `Payer` is a term itself and cannot be listed under `not` of `buyer`; keep one of the two',
      ],
    ],
    [
      'two terms that bar each other',
      'terms: [{ term: a, title: { en: buyer }, not: { en: [payer] } }, { term: b, title: { en: payer }, not: { en: [buyer] } }]',
      [
        'small/glossary.yaml:1:54 `payer` is a term itself and cannot be listed under `not` of `buyer`; keep one of the two',
        'small/glossary.yaml:1:111 `buyer` is a term itself and cannot be listed under `not` of `payer`; keep one of the two',
      ],
    ],
    [
      'a word barred for two terms',
      'terms: [{ term: a, title: { en: buyer }, not: { en: [taker] } }, { term: b, title: { en: payer }, not: { en: [taker] } }]',
      [
        'small/glossary.yaml:1:111 `taker` is already listed under `not` of `buyer` and cannot be listed for `payer` as well: one word cannot be put right by two terms',
      ],
    ],
    [
      'a word in a language that the rulebook does not have',
      'terms: [{ term: file, title: { en: file }, not: { fr: [dossier] } }]',
      ['small/glossary.yaml:1:55 `fr` is none of en'],
    ],
    [
      'a term twice',
      'terms: [{ term: a, title: { en: buyer } }, { term: a, title: { en: payer } }]',
      ['small/glossary.yaml:1:52 the id `a` is used twice'],
    ],
  ])('%s', (_, text, expected) => {
    const found = said(folder({ 'glossary.yaml': text })).filter((one) =>
      one.includes('glossary.yaml'),
    );
    expect(found).toEqual(expected);
  });
});

describe('a rulebook that builds on another', () => {
  const parent = folder({ 'glossary.yaml': glossary });
  const own = {
    'rulebook.yaml': `
format: 1
id: branch
version: 1.0.0
title: { en: Dossiers of the branch office by page }
languages: [en]
extends: ../small
`,
  };
  const inBranch = (changes: Readonly<Record<string, string>>): readonly string[] =>
    said(folder({ ...own, ...changes }, parent)).filter((one) => one.startsWith('branch/'));

  test('keeps to the terms of that', () => {
    expect(inBranch({})).toEqual([
      'branch/rulebook.yaml:5:14 `Dossiers` should be `file`, the term in the glossary',
    ]);
  });

  test('adds terms, which hold for its own texts alone', () => {
    const terms =
      'terms: [{ term: outlet, title: { en: outlet }, not: { en: [branch office, page] } }]';
    const all = said(folder({ ...own, 'glossary.yaml': terms }, parent));
    expect(all.filter((one) => one.includes('outlet'))).toEqual([
      'branch/rulebook.yaml:5:30 `branch office` should be `outlet`, the term in the glossary',
      'branch/rulebook.yaml:5:47 `page` should be `outlet`, the term in the glossary',
    ]);
  });

  test('does not change a term', () => {
    const terms = 'terms: [{ term: file, title: { en: dossier } }]';
    expect(inBranch({ 'glossary.yaml': terms })).toContain(
      'branch/glossary.yaml:1:17 the term `file` comes from the extended rulebook and cannot be written again; use a new name, or make it stricter with adds (a rule) or moves (a parameter)',
    );
  });
});

test('the shipped rulebook says one term a thing', { timeout: 60_000 }, () => {
  const { value, diagnostics } = readRulebook(rulebookFolder('rules').folder);
  expect(diagnostics).toEqual([]);
  expect(value?.rulebook.glossary?.data.terms.length).toBeGreaterThan(40);
});

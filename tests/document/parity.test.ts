import { describe, expect, test } from 'vitest';

import { docxBytes } from '../../src/document/docx.ts';
import { htmlPage } from '../../src/document/html.ts';
import { htmlPages } from '../../src/document/html-pages.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { markdownFiles } from '../../src/document/markdown.ts';
import { typstInput } from '../../src/document/pdf.ts';
import { prose } from '../../src/document/prose.ts';
import { typst } from '../../src/io/typst.ts';
import { documentOf } from '../../src/manual/document.ts';
import { manual } from '../../src/manual/from-program.ts';
import type { Manual, RulePage } from '../../src/manual/model.ts';
import { selected } from '../../src/manual/selection.ts';
import { documentsOf, shipped, small } from '../manual/harness.ts';
import {
  missing,
  piecesOf,
  readsPdf,
  piecesOfData,
  piecesOfDocx,
  piecesOfMarkdown,
  piecesOfMarkup,
  piecesOfPdf,
  piecesOfSearch,
  withoutTypst,
} from './harness.ts';

const asOf = '2025-06-01';

/** What is not printed as it stands: codes that have words, addresses, days that are printed as periods. */
const unprinted = new Set([
  'branch',
  'check',
  'confidence',
  // the word for a file, which only rules over files use
  'file',
  'figures',
  'force',
  'from',
  'hit',
  'id',
  'kind',
  'level',
  'list',
  // told where several rulebooks are put together
  'owner',
  'read',
  'sort',
  'state',
  'status',
  'stricter',
  'subject',
  'until',
]);

/** Every text of the pages of rules and steps, as a reader sees it. */
function sentencesOf(value: unknown, isHistory = false): readonly string[] {
  if (typeof value === 'string') return prose(value).flatMap(piecesOf);
  if (Array.isArray(value)) return value.flatMap((one) => sentencesOf(one, isHistory));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (unprinted.has(key)) return [];
    // a card cites the institution's own by its number, and the index has its title
    if (key === 'source' && 'isOwn' in value && value.isOwn === true) return [];
    // a rule that never changed has none, and what an edition rested on is given by its reference
    if (key === 'history' && Array.isArray(inner) && inner.length < 2) return [];
    if (key === 'basis' && isHistory) return sentencesOf(refsOf(inner));
    return sentencesOf(inner, isHistory || key === 'history' || key === 'limitHistory');
  });
}

function refsOf(basis: unknown): readonly string[] {
  return (basis as readonly { readonly ref: string }[]).map(({ ref }) => ref);
}

function pagesOf({ stages }: Manual): readonly unknown[] {
  return stages.flatMap(({ title, purpose, steps }) => [
    title,
    purpose,
    ...steps.map((step) => ({ ...step, rules: step.rules.map(printed) })),
  ]);
}

/** A rule that is not in force is a line; of a value without a title the expression alone is told. */
function printed(rule: RulePage): unknown {
  if (rule.state !== 'in-force') return { id: rule.id, title: rule.title };
  const named = rule.named.map(({ title, says, name, written }) =>
    title === undefined ? { name, written } : { title, says, name, written },
  );
  return { ...rule, named };
}

describe.each([
  ['small', small],
  ['shipped', shipped],
])('%s', (name, program) => {
  const documents = documentsOf(program, {
    languages: ['zh', 'en'],
    asOf,
    selection: { isTechnical: true },
  });

  // what languages share is seen in the small one
  const compared = name === 'small' ? documents : documents.slice(0, 1);

  test.each(compared.map((document) => [document.language, document] as const))(
    'every sentence of rules and steps is in Markdown, HTML, its pages, what is searched in them, DOCX and what PDF is set from: %s',
    { timeout: 240_000 },
    async (language, document) => {
      const sentences = sentencesOf(
        pagesOf(manual(program, { language, asOf, examples: new Map() })),
      );
      expect(sentences.length).toBeGreaterThan(name === 'small' ? 50 : 5000);
      const markdown = [...markdownFiles(document, { rulebookAt: undefined }).values()];
      const pages = [...htmlPages(document, nodePlatform)];
      const formats = {
        md: markdown.flatMap(piecesOfMarkdown),
        html: piecesOfMarkup(htmlPage(document, nodePlatform)),
        pages: pages
          .filter(([file]) => file.endsWith('.html'))
          .flatMap(([, text]) => piecesOfMarkup(text)),
        search: piecesOfSearch(new Map(pages).get('search.js') ?? ''),
        docx: piecesOfDocx(await docxBytes(document)),
        pdf: piecesOfData(JSON.parse(typstInput(document).data)),
      };
      const found = Object.entries(formats).map(([format, text]) => [
        format,
        missing(sentences, text),
      ]);
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(Object.keys(formats).map((format) => [format, []])),
      );
    },
  );
});

test.skipIf(withoutTypst !== '' || !readsPdf)(
  `the pages of a PDF have every text of the document ${withoutTypst || (readsPdf ? '' : 'no pdftotext')}`,
  async () => {
    const typeset = await typst();
    const book = manual(small, { language: 'zh', asOf, examples: new Map() });
    const document = documentOf(selected(book, { isTechnical: true }));
    const text = piecesOfPdf(typeset(typstInput(document)));
    const sentences = sentencesOf(pagesOf(book));
    expect(missing(sentences, text)).toEqual([]);
  },
);

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { docxBytes } from '../../src/document/docx.ts';
import { alternativeOf, type Chart } from '../../src/document/own-nodes.ts';
import { paged } from '../../src/document/paged.ts';
import { typstInput } from '../../src/document/pdf.ts';
import { typst } from '../../src/io/typst.ts';
import { pagesOfPdf, rasterise, unescaped, withoutTypst } from '../document/harness.ts';
import { documentsOf, shipped } from './harness.ts';

/** What fits in a bag. */
const mostPages = 150;

const documents = documentsOf(shipped, {
  languages: ['zh', 'en'],
  asOf: '2026-11-23',
  selection: { audience: 'operation', product: 'HOUSING' },
});

describe.each(documents.map((document) => [document.language, document] as const))(
  'the edition for operation of one product, %s',
  (_, document) => {
    test.skipIf(withoutTypst !== '')(
      `has at most ${mostPages} pages ${withoutTypst}`,
      { timeout: 120_000 },
      async () => {
        const typeset = await typst();
        const pages = pagesOfPdf(typeset(typstInput(document)));
        expect(pages).toBeGreaterThan(mostPages / 2);
        expect(pages).toBeLessThanOrEqual(mostPages);
      },
    );

    test.skipIf(!rasterise)(
      'has every chart as a picture in its Word file, told to who cannot see it',
      { timeout: 120_000 },
      async () => {
        const charts = paged(document).parts.flatMap(({ blocks }) =>
          blocks.filter((node): node is Chart => node.type === 'chart'),
        );
        expect(charts.length).toBeGreaterThan(6);
        const parts = unzipSync(await docxBytes(document, { rasterise }));
        const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
        const told = [...text.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/gu)].map(([, alternative]) =>
          unescaped(alternative ?? ''),
        );
        expect(told).toEqual(charts.map(alternativeOf));
        const names = Object.keys(parts).filter((name) => name.startsWith('word/media/'));
        expect(names).toHaveLength(2 * charts.length);
      },
    );
  },
);

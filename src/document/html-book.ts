import type { BlockContent } from 'mdast';

import type { Document } from './document.ts';
import { bodyOf } from './html.ts';
import { htmlWriter, lower } from './html-writer.ts';
import { type Page, pagesOf } from './page-cuts.ts';
import { foundIn, type Passage, passagesIn } from './passages.ts';
import { placesIn } from './places.ts';
import { noWritings, writtenBefore, type Writings } from './remembered.ts';

/** A document as pages in HTML, each made when it is asked for. */
export interface HtmlBook {
  readonly pages: readonly Page[];
  /** The page that has a place, by its anchor. */
  readonly pageOf: ReadonlyMap<string, Page>;
  /** What stands on a page below its head. */
  readonly bodyOf: (page: Page) => HtmlBody;
  /** Blocks as they stand on a page. */
  readonly markup: (blocks: readonly BlockContent[]) => string;
}

export interface HtmlBody {
  readonly html: string;
  readonly passages: readonly Passage[];
}

/**
 * @param addressOf - where a link to a place leads, which stands on a page
 * @param writings - of books that were made before
 */
export function htmlBook(
  document: Document,
  addressOf: (anchor: string, page: Page) => string,
  writings: Writings = noWritings,
): HtmlBook {
  const { language } = document;
  const pages = pagesOf(document, writings);
  const pageOf = new Map(
    pages.flatMap((page) => placesIn(page.blocks).map(({ anchor }) => [anchor, page])),
  );
  const addresses = new Map(
    [...pageOf].map(([anchor, page]) => [anchor, addressOf(anchor, page)] as const),
  );
  const { tree, written } = htmlWriter(language, (anchor) => addresses.get(anchor));
  const ground = [language, writings.digestOf(JSON.stringify([...addresses]))];
  return {
    pages,
    pageOf,
    bodyOf: ({ blocks, isLower }) => {
      const parts = bodyOf(blocks).map((block) =>
        writtenBefore(writings, 'part of a page', [...ground, isLower], [block], () => {
          const elements = tree([isLower ? lower(block) : block]);
          return { html: written(elements), found: foundIn(elements, [block]) };
        }),
      );
      return {
        html: parts.map(({ html }) => html).join('\n'),
        passages: passagesIn(parts.map(({ found }) => found)),
      };
    },
    markup: (blocks) => written(tree(blocks)),
  };
}

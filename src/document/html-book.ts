import type { BlockContent } from 'mdast';

import type { Document } from './document.ts';
import { bodyOf } from './html.ts';
import { htmlWriter } from './html-writer.ts';
import { type Page, pagesOf } from './page-cuts.ts';
import { type Passage, passagesOf } from './passages.ts';
import { placesIn } from './places.ts';

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

/** @param addressOf - where a link to a place leads, which stands on a page */
export function htmlBook(
  document: Document,
  addressOf: (anchor: string, page: Page) => string,
): HtmlBook {
  const pages = pagesOf(document);
  const pageOf = new Map(
    pages.flatMap((page) => placesIn(page.blocks).map(({ anchor }) => [anchor, page])),
  );
  const { tree, written } = htmlWriter(document.language, (anchor) => {
    const page = pageOf.get(anchor);
    return page && addressOf(anchor, page);
  });
  return {
    pages,
    pageOf,
    bodyOf: ({ blocks }) => {
      const body = tree(bodyOf(blocks));
      return { html: written(body), passages: passagesOf(body, blocks) };
    },
    markup: (blocks) => written(tree(blocks)),
  };
}

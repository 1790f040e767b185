import type { BlockContent } from 'mdast';

import type { Document } from './document.ts';
import { framed, type HtmlOptions } from './html-frame.ts';
import { htmlWriter, lower } from './html-writer.ts';
import { list, paragraph, see } from './nodes.ts';
import { anchorsOf, contentsOf, type Entry } from './places.ts';
import { sectioned } from './sections.ts';

/**
 * The whole document as one page that needs nothing else. One with contents can be searched and chosen from by its
 * script.
 */
export function htmlPage(document: Document, options: HtmlOptions): string {
  const known = anchorsOf(document);
  const { tree, written } = htmlWriter(document.language, (anchor) =>
    known.has(anchor) ? `#${anchor}` : undefined,
  );
  const [front, ...parts] = document.parts;
  const blocks = [...front.blocks, ...parts.flatMap((part) => part.blocks.map(lower))];
  const frame = {
    title: document.title,
    header: `<header>\n${written(tree(coverOf(blocks)))}\n</header>`,
    contents: written(tree(contentsList(document))),
    main: written(tree(bodyOf(blocks))),
    isBook: isBook(document),
  };
  return framed(document, frame, options);
}

/** Whether it has contents, which a paper has not. */
export function isBook({ parts }: Document): boolean {
  return parts.some(({ blocks }) => blocks.some(({ type }) => type === 'contents'));
}

export function coverOf(blocks: readonly BlockContent[]): readonly BlockContent[] {
  return blocks.flatMap((node) => (node.type === 'cover' ? node.children : []));
}

/** What stands below cover and contents, each rule as a section. */
export function bodyOf(blocks: readonly BlockContent[]): readonly BlockContent[] {
  return sectioned(blocks.filter(({ type }) => type !== 'cover' && type !== 'contents'));
}

export function contentsList(document: Document): readonly BlockContent[] {
  return [list(contentsOf(document).map(lines))];
}

function lines({ anchor, title, inner }: Entry): readonly BlockContent[] {
  return [paragraph(see(anchor, title)), ...(inner.length === 0 ? [] : [list(inner.map(lines))])];
}

import type { BlockContent } from 'mdast';

import type { Document } from './document.ts';
import { framed } from './html-frame.ts';
import type { HtmlOptions } from './html-opening.ts';
import { htmlWriter, lower } from './html-writer.ts';
import { list, paragraph, see } from './nodes.ts';
import { anchorsOf, contentsOf, type Entry } from './places.ts';
import { noWritings, writtenBefore, type Writings } from './remembered.ts';
import { sectioned } from './sections.ts';

/**
 * The whole document as one page that needs nothing else. One with contents can be searched and chosen from by its
 * script.
 *
 * @param writings - of pages that were made before: the same blocks are the same markup
 */
export function htmlPage(
  document: Document,
  options: HtmlOptions,
  writings: Writings = noWritings,
): string {
  const known = anchorsOf(document);
  const { tree, written } = htmlWriter(document.language, (anchor) =>
    known.has(anchor) ? `#${anchor}` : undefined,
  );
  const ground = [document.language, [...known].join(' ')];
  const [front, ...parts] = document.parts;
  const below = parts.flatMap(({ blocks }) => blocks);
  const frame = {
    title: document.title,
    header: `<header>\n${markup(coverOf(front.blocks)).join('\n')}\n</header>`,
    contents: markup(contentsList(document)).join('\n'),
    main: [...markup(bodyOf(front.blocks)), ...markup(bodyOf(below), lower)].join('\n'),
    isBook: isBook(document),
  };
  return framed(document, frame, options);

  /** @param put - how blocks stand on the page */
  function markup(
    blocks: readonly BlockContent[],
    put: (block: BlockContent) => BlockContent = (block) => block,
  ): readonly string[] {
    return blocks.map((block) =>
      writtenBefore(writings, 'markup', [...ground, put === lower], [block], () =>
        written(tree([put(block)])),
      ),
    );
  }
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

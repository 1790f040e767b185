import type { BlockContent } from 'mdast';

import { type Memory, noMemory } from '../base/memory.ts';
import type { Document } from './document.ts';
import { framed } from './html-frame.ts';
import type { HtmlOptions } from './html-opening.ts';
import { htmlWriter, lower } from './html-writer.ts';
import { list, paragraph, see } from './nodes.ts';
import { anchorsOf, contentsOf, type Entry } from './places.ts';
import { sectioned } from './sections.ts';

/**
 * The whole document as one page that needs nothing else. One with contents can be searched and chosen from by its
 * script.
 *
 * @param memory - of pages that were made before: the same blocks are the same markup
 */
export function htmlPage(
  document: Document,
  options: HtmlOptions,
  memory: Memory = noMemory,
): string {
  const known = anchorsOf(document);
  const { tree, written } = htmlWriter(document.language, (anchor) =>
    known.has(anchor) ? `#${anchor}` : undefined,
  );
  const ground = [document.language, [...known].join(' ')];
  const [front, ...parts] = document.parts;
  const blocks = [
    ...front.blocks,
    ...parts.flatMap((part) =>
      part.blocks.map((node) => memory.of('lower', [node], () => lower(node))),
    ),
  ];
  const frame = {
    title: document.title,
    header: `<header>\n${markup(coverOf(blocks))}\n</header>`,
    contents: markup(contentsList(document)),
    main: markup(bodyOf(blocks)),
    isBook: isBook(document),
  };
  return framed(document, frame, options);

  function markup(all: readonly BlockContent[]): string {
    return all
      .map((node) => memory.of('markup', [...ground, ...keyOf(node)], () => written(tree([node]))))
      .join('\n');
  }
}

/** What the markup of a block hangs on: of a section, which is made anew for each page, on what is in it. */
function keyOf(node: BlockContent): readonly unknown[] {
  return node.type === 'card' ? node.children : [node];
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

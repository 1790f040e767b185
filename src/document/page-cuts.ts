import type { BlockContent } from 'mdast';

import { sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import type { Document } from './document.ts';
import { list, see } from './nodes.ts';
import { writtenBefore, type Writings } from './remembered.ts';
import { sectioned } from './sections.ts';
import { anchorAt, type Place, placesIn } from './places.ts';

/** A page before it is written. */
export interface Page {
  /** Its file, in the folder of the document. */
  readonly file: string;
  readonly title: string;
  /** It goes on from the one before it. */
  readonly isContinued: boolean;
  /** Its headings stand one level further down than in the document, as on one page. */
  readonly isLower: boolean;
  /** The titles that it stands under, the highest first, with the depth that they have there. */
  readonly above: readonly Place[];
  /** As in the document. */
  readonly blocks: readonly BlockContent[];
}

export const indexFile = 'index.html';

/** How much of the document goes on a page, in bytes of its JSON: some 300 KB of HTML. */
const most = 600_000;

/**
 * What stands on each page: `index.html` with the front, one page for each part, and one for each section of a part
 * whose sections stand apart; several where that would be too long.
 *
 * @param writings - of documents that were cut before
 */
export function pagesOf(
  { title, language, parts: [front, ...parts] }: Document,
  writings: Writings,
): readonly Page[] {
  const words = sayIn(documentWords, language);
  const taken = new Set([indexFile]);
  return [
    { file: indexFile, title, isContinued: false, isLower: false, above: [], blocks: front.blocks },
    ...parts.flatMap(({ name, blocks, isParted }) =>
      isParted === true ? partedPages(name, blocks) : fittingPages(name, blocks, []),
    ),
  ];

  /** The chapter, up to its first section and with links to all of them, then each section. */
  function partedPages(name: string, blocks: readonly BlockContent[]): readonly Page[] {
    const [opening = [], ...sections] = cutAt(2, blocks);
    const places = sections.flatMap((section) => placesIn(section).slice(0, 1));
    const links = list(places.map((place) => see(place.anchor, place.title)));
    const above = placesIn(opening).slice(0, 1).map(lowerPlace);
    return [
      ...fittingPages(name, sections.length === 0 ? opening : [...opening, links], []),
      ...sections.flatMap((section, index) =>
        fittingPages(places[index]?.anchor ?? name, section, above),
      ),
    ];
  }

  /** One page, or as many of nearly the same size as it takes. */
  function fittingPages(
    name: string,
    blocks: readonly BlockContent[],
    above: readonly Place[],
  ): readonly Page[] {
    const head = placesIn(blocks).slice(0, 1);
    const sections = cutAt((head[0]?.depth ?? 0) + 1, blocks);
    const sizes = sections.map((section) =>
      writtenBefore(writings, 'size', [], sectioned(section), () => sizeOf(section)),
    );
    const whole = together(sizes);
    const share = whole / Math.ceil(whole / most);
    const shares: BlockContent[][] = [[]];
    let before = 0;
    for (const [index, section] of sections.entries()) {
      const size = sizes[index] ?? 0;
      if (before > 0 && before + size / 2 > share * shares.length) shares.push([]);
      shares.at(-1)?.push(...section);
      before += size;
    }
    const named = head[0]?.title ?? name;
    return shares.map((some, index) => ({
      file: fileNamed(name),
      isContinued: index > 0,
      title: index === 0 ? named : words.continued(named, index + 1),
      isLower: true,
      above: index === 0 ? above : [...above, ...head.map(lowerPlace)],
      blocks: some,
    }));
  }

  /**
   * Small letters, digits and hyphens, which every file system has. Names that two have, such as a stage called
   * `index`, are told apart: nothing is written over.
   */
  function fileNamed(name: string): string {
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9-]/gu, '-');
    let file = `${slug}.html`;
    for (let count = 2; taken.has(file); count += 1) file = `${slug}-${count}.html`;
    taken.add(file);
    return file;
  }
}

/** Blocks before the first heading of a depth that can be linked to, then those from each to the next. */
function cutAt(
  depth: number,
  blocks: readonly BlockContent[],
): readonly (readonly BlockContent[])[] {
  const cuts = blocks.flatMap((node, at) =>
    node.type === 'heading' && node.depth === depth && anchorAt(node) !== undefined ? [at] : [],
  );
  return [0, ...cuts].map((at, index) => blocks.slice(at, cuts[index]));
}

function lowerPlace(place: Place): Place {
  return { ...place, depth: place.depth + 1 };
}

/** The size of lists as one: what is around the list counts once, and what is between its parts. */
function together(sizes: readonly number[]): number {
  const inside = sizes.filter((size) => size > empty);
  return inside.reduce((sum, size) => sum + size - empty + 1, empty - 1);
}

const empty = 2;

function sizeOf(blocks: readonly BlockContent[]): number {
  return new TextEncoder().encode(JSON.stringify(blocks)).length;
}

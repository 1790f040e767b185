import type { BlockContent } from 'mdast';

import { sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import type { Document } from './document.ts';
import { escaped } from './escaped.ts';
import { bodyOf, contentsList, coverOf, isBook } from './html.ts';
import { framed, type HtmlOptions } from './html-frame.ts';
import { htmlWriter, lower } from './html-writer.ts';
import { list, see } from './nodes.ts';
import { type PageText, passagesOf } from './passages.ts';
import { anchorAt, type Place, placesIn } from './places.ts';

/** The file with the text of all pages, which their script reads when something is looked for or chosen. */
const textFile = 'search.js';

/** A page before it is written. */
interface Page {
  /** Its file, in the folder of the document. */
  readonly file: string;
  readonly title: string;
  /** It goes on from the one before it. */
  readonly isContinued: boolean;
  /** The titles that it stands under, the highest first. */
  readonly above: readonly Place[];
  /** Headings have the depth that they have in a document of one page. */
  readonly blocks: readonly BlockContent[];
}

/**
 * A document as pages that lead to each other, by file: `index.html` with the front, one for each part, and one for
 * each section of a part whose sections stand apart; and the text of them all, to be searched. They need nothing
 * else, and open from a disk as well as from a server.
 */
export function htmlPages(document: Document, options: HtmlOptions): ReadonlyMap<string, string> {
  const words = sayIn(documentWords, document.language);
  const pages = pagesOf(document);
  const fileOf = new Map(
    pages.flatMap(({ file, blocks }) => placesIn(blocks).map(({ anchor }) => [anchor, file])),
  );
  const { tree, written } = htmlWriter(document.language, (anchor) => {
    const file = fileOf.get(anchor);
    return file === undefined ? undefined : `${file}#${anchor}`;
  });
  const contents = written(tree(contentsList(document)));
  const texts: PageText[] = [];
  const files = new Map<string, string>();
  for (const [index, page] of pages.entries()) {
    const body = tree(bodyOf(page.blocks));
    texts.push({ page: page.file, passages: passagesOf(body, page.blocks) });
    const frame = {
      title: index === 0 ? document.title : `${page.title} · ${document.title}`,
      header: index === 0 ? coverHeader(page) : trail(page),
      contents,
      main: written(body),
      footer: turns(pages[index - 1], pages[index + 1]),
      isBook: isBook(document),
      textFile,
    };
    files.set(page.file, framed(document, frame, options));
  }
  return files.set(textFile, textScript(texts));

  function coverHeader({ blocks }: Page): string {
    return `<header>\n${written(tree(coverOf(blocks)))}\n</header>`;
  }

  /** What the page is a part of, down to it, and the issue that it is of: it may be printed alone. */
  function trail({ above, isContinued }: Page): string {
    const { number, version, day, title } = document;
    return [
      `<header class="trail${isContinued ? ' continued' : ''}">`,
      `<h1><a href="${indexFile}">${escaped(title)}</a></h1>`,
      ...above.map(
        ({ anchor, title: of, depth }) =>
          `<h${depth}><a href="${fileOf.get(anchor)}">${escaped(of)}</a></h${depth}>`,
      ),
      `<p>${escaped([number, version, day].join(' · '))}</p>`,
      '</header>',
    ].join('\n');
  }

  function turns(previous: Page | undefined, next: Page | undefined): string {
    const turn = (page: Page | undefined, rel: 'prev' | 'next', name: string) =>
      page === undefined
        ? []
        : [`<a rel="${rel}" href="${page.file}"><span>${name}</span> ${escaped(page.title)}</a>`];
    return [
      '<footer>',
      ...turn(previous, 'prev', words.previous),
      ...turn(next, 'next', words.next),
      '</footer>',
    ].join('\n');
  }
}

const indexFile = 'index.html';

/** How much of the document goes on a page, in bytes of its JSON: some 300 KB of HTML. */
const most = 600_000;

function pagesOf({ title, language, parts: [front, ...parts] }: Document): readonly Page[] {
  const words = sayIn(documentWords, language);
  const taken = new Set([indexFile]);
  return [
    { file: indexFile, title, isContinued: false, above: [], blocks: front.blocks },
    ...parts.flatMap((part) => {
      const blocks = part.blocks.map(lower);
      return part.isParted === true
        ? partedPages(part.name, blocks)
        : fittingPages(part.name, blocks, []);
    }),
  ];

  /** The chapter, up to its first section and with links to all of them, then each section. */
  function partedPages(name: string, blocks: readonly BlockContent[]): readonly Page[] {
    const [opening = [], ...sections] = cutAt(3, blocks);
    const places = sections.flatMap((section) => placesIn(section).slice(0, 1));
    const links = list(places.map((place) => see(place.anchor, place.title)));
    const above = placesIn(opening).slice(0, 1);
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
    const share = sizeOf(blocks) / Math.ceil(sizeOf(blocks) / most);
    const shares: BlockContent[][] = [[]];
    let before = 0;
    for (const section of cutAt((head[0]?.depth ?? 1) + 1, blocks)) {
      const size = sizeOf(section);
      if (before > 0 && before + size / 2 > share * shares.length) shares.push([]);
      shares.at(-1)?.push(...section);
      before += size;
    }
    const named = head[0]?.title ?? name;
    return shares.map((some, index) => ({
      file: fileNamed(name),
      isContinued: index > 0,
      title: index === 0 ? named : words.continued(named, index + 1),
      above: index === 0 ? above : [...above, ...head],
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

function sizeOf(blocks: readonly BlockContent[]): number {
  return Buffer.byteLength(JSON.stringify(blocks));
}

/** A line for each passage, so that a change of one changes a line. */
function textScript(texts: readonly PageText[]): string {
  const pages = texts.map(
    ({ page, passages }) =>
      `{"page":${JSON.stringify(page)},"passages":[\n${passages.map((one) => JSON.stringify(one)).join(',\n')}]}`,
  );
  return `window.bookText = [\n${pages.join(',\n')}];\n`;
}

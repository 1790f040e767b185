import { sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import type { Document, Synonym } from './document.ts';
import { escaped } from './escaped.ts';
import { contentsList, coverOf, isBook } from './html.ts';
import { htmlBook } from './html-book.ts';
import { framed } from './html-frame.ts';
import type { HtmlOptions } from './html-opening.ts';
import { indexFile, type Page } from './page-cuts.ts';
import type { PageText } from './passages.ts';
import { noWritings, type Writings } from './remembered.ts';

/** The file with the text of all pages, which their script reads when something is looked for or chosen. */
const textFile = 'search.js';

/**
 * A document as pages that lead to each other, by file, and the text of them all, to be searched. They need nothing
 * else, and open from a disk as well as from a server.
 *
 * @param writings - of pages that were made before
 */
export function htmlPages(
  document: Document,
  options: HtmlOptions,
  writings: Writings = noWritings,
): ReadonlyMap<string, string> {
  const words = sayIn(documentWords, document.language);
  const { pages, pageOf, bodyOf, markup } = htmlBook(
    document,
    (anchor, { file }) => `${file}#${anchor}`,
    writings,
  );
  const contents = markup(contentsList(document));
  const texts: PageText[] = [];
  const files = new Map<string, string>();
  for (const [index, page] of pages.entries()) {
    const { html, passages } = bodyOf(page);
    texts.push({ page: page.file, passages });
    const frame = {
      title: index === 0 ? document.title : `${page.title} · ${document.title}`,
      header: index === 0 ? coverHeader(page) : trail(page),
      contents,
      main: html,
      footer: turns(pages[index - 1], pages[index + 1]),
      isBook: isBook(document),
      textFile,
    };
    files.set(page.file, framed(document, frame, options));
  }
  return files.set(textFile, textScript(texts, document.synonyms));

  function coverHeader({ blocks }: Page): string {
    return `<header>\n${markup(coverOf(blocks))}\n</header>`;
  }

  /** What the page is a part of, down to it, and the issue that it is of: it may be printed alone. */
  function trail({ above, isContinued }: Page): string {
    const { number, version, day, title } = document;
    return [
      `<header class="trail${isContinued ? ' continued' : ''}">`,
      `<h1><a href="${indexFile}">${escaped(title)}</a></h1>`,
      ...above.map(
        ({ anchor, title: of, depth }) =>
          `<h${depth}><a href="${pageOf.get(anchor)?.file}">${escaped(of)}</a></h${depth}>`,
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

/** A line for each passage, so that a change of one changes a line. */
function textScript(texts: readonly PageText[], synonyms: readonly Synonym[] = []): string {
  const pages = texts.map(
    ({ page, passages }) =>
      `{"page":${JSON.stringify(page)},"passages":[\n${passages.map((one) => JSON.stringify(one)).join(',\n')}]}`,
  );
  return [
    `window.bookText = [\n${pages.join(',\n')}];`,
    ...(synonyms.length === 0 ? [] : [`window.bookSynonyms = ${JSON.stringify(synonyms)};`]),
    '',
  ].join('\n');
}

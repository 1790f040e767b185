import { sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import type { Document } from './document.ts';
import { escaped } from './escaped.ts';
import { type HtmlOptions, opening } from './html-opening.ts';
import { script, scriptDigest } from './script.ts';
import { style } from './style.ts';
import { toolsOf } from './tools.ts';

/** What a page holds; each but the title is HTML. */
export interface Frame {
  readonly title: string;
  readonly header: string;
  readonly contents: string;
  readonly main: string;
  readonly footer?: string;
  /** Without it nothing is searched or chosen, and there is no script. */
  readonly isBook: boolean;
  /** The file beside it that has the text of all pages, where there are several. */
  readonly textFile?: string;
}

/** A page of a document that needs no font, no picture, no network; all of it can be read without its script. */
export function framed(
  document: Document,
  { title, header, contents, main, footer, isBook, textFile }: Frame,
  options: HtmlOptions,
): string {
  const words = sayIn(documentWords, document.language);
  const policy = isBook ? [`script-src ${scriptSources(textFile)}`] : [];
  return [
    opening({ language: document.language, title, generator: 'shouze', style, policy }, options),
    ...(document.stamp === undefined
      ? []
      : [`<div class="stamp" role="note">${escaped(document.stamp)}</div>`]),
    ...(isBook ? [toolsOf(document, textFile)] : []),
    header,
    `<nav aria-label="${escaped(words.contents)}">`,
    `<details open><summary><h2 id="contents">${escaped(words.contents)}</h2></summary>`,
    contents,
    '</details>',
    '</nav>',
    '<main>',
    main,
    '</main>',
    ...(footer === undefined ? [] : [footer]),
    ...(isBook ? [`<script>${script}</script>`] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/**
 * The script of the page, and what that one fetches where there is a file to fetch. No script that stands in the
 * markup can do the same: digests of files are not checked on a disk, and `'self'` would let in every file there.
 */
function scriptSources(textFile: string | undefined): string {
  const own = `'sha256-${scriptDigest}'`;
  return textFile === undefined ? own : `${own} 'strict-dynamic'`;
}

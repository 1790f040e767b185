import { type Language, sayIn } from '../base/language.ts';
import { documentWords } from '../words/document.ts';
import { tagOf } from '../words/punctuation.ts';
import type { Document } from './document.ts';
import { escaped } from './escaped.ts';
import { script, scriptDigest } from './script.ts';
import { style } from './style.ts';
import { toolsOf } from './tools.ts';

export interface HtmlOptions {
  /** In hexadecimal digits: a page's policy names its style by digest. */
  readonly sha256: (bytes: Uint8Array) => string;
}

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

/** What every page begins with. */
export interface Opening {
  readonly language: Language;
  readonly title: string;
  /** What made it. */
  readonly generator: string;
  readonly style: string;
  /** What its policy says besides: of itself it allows the style and nothing else. */
  readonly policy: readonly string[];
}

/** A page down to where its body begins. */
export function opening(
  { language, title, generator, style: look, policy }: Opening,
  { sha256 }: HtmlOptions,
): string {
  const directives = [
    `default-src 'none'`,
    ...policy,
    `style-src 'sha256-${base64Of(sha256(new TextEncoder().encode(look)))}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ];
  return [
    '<!doctype html>',
    `<html lang="${tagOf(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${directives.join('; ')}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="generator" content="${escaped(generator)}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${look}</style>`,
    '</head>',
    '<body>',
  ].join('\n');
}

/** Of hexadecimal digits, as policies of pages have digests. */
function base64Of(digits: string): string {
  const bytes = digits.match(/../gu) ?? [];
  return btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))));
}

/**
 * The script of the page, and what that one fetches where there is a file to fetch. No script that stands in the
 * markup can do the same: digests of files are not checked on a disk, and `'self'` would let in every file there.
 */
function scriptSources(textFile: string | undefined): string {
  const own = `'sha256-${scriptDigest}'`;
  return textFile === undefined ? own : `${own} 'strict-dynamic'`;
}

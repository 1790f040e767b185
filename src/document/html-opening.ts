import { base64Of } from '../base/base64.ts';
import type { Language } from '../base/language.ts';
import { tagOf } from '../words/punctuation.ts';
import { escaped } from './escaped.ts';

export interface HtmlOptions {
  /** In hexadecimal digits: a page's policy names its style by digest. */
  readonly sha256: (bytes: Uint8Array) => string;
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
  { language, title, generator, style, policy }: Opening,
  { sha256 }: HtmlOptions,
): string {
  const directives = [
    `default-src 'none'`,
    ...policy,
    `style-src 'sha256-${base64Of(bytesOfHex(sha256(new TextEncoder().encode(style))))}'`,
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
    `<style>${style}</style>`,
    '</head>',
    '<body>',
  ].join('\n');
}

function bytesOfHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../gu) ?? [], (byte) => Number.parseInt(byte, 16));
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import type { PageText } from '../../src/document/passages.ts';
import { rasteriser } from '../../src/io/pictures.ts';
import { typst } from '../../src/io/typst.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The pieces of text that a reader sees, without spaces and capitals: formats break lines, sentences begin. */
export type Pieces = readonly string[];

export function bare(text: string): string {
  return text.replaceAll(/\s+/gu, '').toLowerCase();
}

/** Sentences that are no piece, nor stand in several pieces one after the other. */
export function missing(sentences: readonly string[], pieces: Pieces): readonly string[] {
  const known = new Set(pieces);
  const others = [...new Set(sentences)].filter((sentence) => !known.has(sentence));
  const whole = pieces.join('');
  return others.filter((sentence) => !whole.includes(sentence));
}

export function piecesOf(node: Nodes): Pieces {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
    return [bare(node.value)].filter((piece) => piece !== '');
  return 'children' in node ? node.children.flatMap(piecesOf) : [];
}

export function piecesOfMarkdown(text: string): Pieces {
  return piecesOf(parser.parse(text));
}

/** Of HTML or of the XML in a DOCX. */
export function piecesOfMarkup(text: string): Pieces {
  return text.split(/<[^>]*>/u).map((piece) =>
    bare(piece)
      .replaceAll(/&(?:#x3C|lt);/giu, '<')
      .replaceAll(/&(?:#x3E|gt);/giu, '>')
      .replaceAll(/&(?:#x22|quot);/giu, '"')
      .replaceAll(/&(?:#x27|apos);/giu, "'")
      .replaceAll(/&(?:#x26|amp);/giu, '&'),
  );
}

export function piecesOfDocx(bytes: Uint8Array): Pieces {
  return piecesOfMarkup(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()));
}

/** Of the file that the script of many pages searches. */
export function piecesOfSearch(text: string): Pieces {
  const [own = ''] = text.split('window.bookSynonyms');
  const pages = JSON.parse(own.slice(own.indexOf('['), own.lastIndexOf(']') + 1)) as PageText[];
  return pages.flatMap(({ passages }) =>
    passages.flatMap((passage) => [bare(passage.title), bare(passage.text)]),
  );
}

/** Of the data that the template of the PDF is given. */
export function piecesOfData(value: unknown): Pieces {
  if (typeof value === 'string') return [bare(value)];
  if (Array.isArray(value)) return value.flatMap(piecesOfData);
  if (typeof value !== 'object' || value === null) return [];
  const { content, head, rows, blocks } = value as Readonly<Record<string, unknown>>;
  return [content, head, rows, blocks].flatMap(piecesOfData);
}

const reader = '/usr/bin/pdftotext';
export const readsPdf = existsSync(reader);

/** Of the pages of a PDF, without their heads and feet. */
export function piecesOfPdf(bytes: Uint8Array): Pieces {
  const body = ['-r', '72', '-x', '0', '-y', '62', '-W', '596', '-H', '724'];
  const text = execFileSync(reader, ['-raw', ...body, '-', '-'], {
    input: bytes,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return [bare(text.toString())];
}

/** What stands in the object streams of a PDF. */
export function objectsOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = text.matchAll(/\/Type \/ObjStm [^>]*\/Length (\d+) >>\nstream\n/gu);
  return [...streams]
    .map(({ index, 0: head, 1: length }) => {
      const from = index + head.length;
      return inflateSync(pdf.subarray(from, from + Number(length))).toString('latin1');
    })
    .join('');
}

/** Of the root of the tree of pages. */
export function pagesOfPdf(pdf: Uint8Array): number {
  const counts = [...objectsOf(pdf).matchAll(/\/Type \/Pages[^>]*\/Count (\d+)/gu)];
  return Math.max(...counts.map(([, count]) => Number(count)));
}

/** Of Word's own text, as it is written in attributes and between tags. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#10;', '\n')
    .replaceAll('&amp;', '&');
}

/** Why a test of PDFs is left out; nothing where it need not be. */
export const withoutTypst = await typst().then(
  () => '',
  (error: unknown) => `not installed: ${String(error)}`,
);

/** What draws the pictures of Word files; nothing where it is not installed. */
export const rasterise = await rasteriser();

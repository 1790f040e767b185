import type { BlockContent } from 'mdast';

import type { Document } from '../document/document.ts';
import { sheetOf } from '../document/sheet.ts';
import { heading, table } from '../document/nodes.ts';
import { cover } from '../document/own-nodes.ts';
import type { Setting } from './setting.ts';

/** A paper, and what its file is called after: the unit or the dossier that it is about. */
export interface Paper {
  /** Of what kind, and about what; not yet fit for a file system. */
  readonly name: string;
  /** Made when it is written, so that few are held. */
  readonly document: () => Document;
}

/** A paper of one part, its title above it on the first page. */
export function documentOf(
  title: string,
  form: 'letter' | 'sheet',
  blocks: readonly BlockContent[],
  { head, language, day }: Setting,
): Document {
  return sheetOf({
    language,
    title,
    number: head.rulebook.id,
    version: head.rulebook.version,
    // the dates inside a file, of a check that does not say its day
    day: day ?? '2000-01-01',
    form,
    listed: 1,
    blocks: [cover([heading(1, title, 'title')]), ...blocks],
  });
}

/** Facts, what each is in the first column. */
export function particulars(
  rows: readonly (readonly [string, string])[],
  { words }: Setting,
): BlockContent {
  return table([words.particulars, words.value], rows, 'particulars');
}

/** The same with room to sign in. */
export function signatures(
  rows: readonly (readonly [string, string])[],
  { words }: Setting,
): BlockContent {
  return table([words.particulars, words.value], rows, 'particulars signatures');
}

/** A text of several lines as one, for cells of tables. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/(?<=[\p{sc=Han}，。；：、！？）”」])\s*\n\s*|\s*\n\s*(?=[\p{sc=Han}（“「])/gu, '')
    .replaceAll(/\s*\n\s*/gu, ' ');
}

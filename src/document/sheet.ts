import type { BlockContent } from 'mdast';

import type { Document } from './document.ts';

/** What is on a sheet: a document of one part, its headings listed to a depth where its format lists them. */
export interface Sheet extends Pick<Document, 'language' | 'title' | 'number' | 'version' | 'day'> {
  readonly form?: 'letter' | 'sheet';
  readonly listed: 1 | 2;
  readonly blocks: readonly BlockContent[];
}

/** A document of one part. */
export function sheetOf({ form = 'sheet', listed, blocks, ...about }: Sheet): Document {
  return { ...about, form, parts: [{ name: 'README', listed, runsOn: true, blocks }] };
}

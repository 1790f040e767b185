import type { BlockContent } from 'mdast';

import type { Language } from '../base/language.ts';

/** A word that texts have, and those that a reader may look for in its place. */
export interface Synonym {
  readonly word: string;
  readonly others: readonly string[];
}

/** What is written as Markdown, HTML, DOCX or PDF: one tree, whatever the format. */
export interface Document {
  readonly language: Language;
  readonly title: string;
  /** Under which it is filed; in the foot of every page. */
  readonly number: string;
  readonly version: string;
  /** ISO day that it is of, also for the dates inside files: the same document gives the same bytes on any day. */
  readonly day: string;
  /**
   * Of what has no cover page: an official letter is set large, as GB/T 9704 has it, a sheet small, as records are.
   * A book where it does not say.
   */
  readonly form?: 'book' | 'letter' | 'sheet';
  /** Printed on every page, such as 草稿. */
  readonly stamp?: string;
  /** For those who search it. */
  readonly synonyms?: readonly Synonym[];
  /** The front first: its heading of depth 1 is the title, those of depth 2 stand beside the titles of the others. */
  readonly parts: readonly [Part, ...Part[]];
}

/** A chapter, which may be a file of its own. */
export interface Part {
  /** A slug; `README` for the front. */
  readonly name: string;
  /** Down to which depth of its headings the contents go. */
  readonly listed: 1 | 2 | 3;
  /** Each heading of depth 2 begins a page of its own, in formats of many pages. */
  readonly isParted?: boolean;
  /** Its chapters begin where there is room, not on a page of their own: in editions that have to be thin. */
  readonly runsOn?: true;
  readonly blocks: readonly BlockContent[];
}

import type { Span } from './source.ts';

/** Tables: what a spreadsheet is made from. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** At most 31 characters, without `[ ] : * ? / \`, each name once. */
  readonly name: string;
  /** Lines above the table. */
  readonly heading: readonly string[];
  readonly columns: readonly Column[];
  /** Nothing but the columns that are `open` may be changed. */
  readonly protected?: true;
  /**
   * Columns can be filtered. The row of keys then stands above the titles, since a filter takes whatever is below them
   * for data.
   */
  readonly filter?: true;
  /** How many columns stay in sight; 2 where it does not say. */
  readonly frozen?: number;
  /** One cell a column. */
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * A text, which is never taken for a formula; a number, as a decimal text, shown with two decimals where it has some, and
 * with all of them where it may be changed; a day, ISO. A number that spreadsheets
 * would round and a day that they do not know are written as texts.
 */
export type Cell = string | { readonly number: string } | { readonly day: string };

export interface Column {
  /** For machines, in a hidden row beside the titles. */
  readonly key: string;
  readonly title: string;
  /** In characters; 0 hides the column. */
  readonly width: number;
  /** To be filled in, where the sheet is protected. */
  readonly open?: true;
  /** The words to choose from. */
  readonly choices?: readonly string[];
}

/** A table that came back: every row that has anything in it. */
export interface SheetRead {
  /** `name.xlsx!Sheet`, or the name of a CSV file. */
  readonly name: string;
  readonly rows: readonly RowRead[];
}

export interface RowRead {
  /** From 1. */
  readonly number: number;
  /** By column from 0: trimmed, dates as ISO days, a formula as its text after `=`. */
  readonly cells: readonly string[];
}

/** A line of a table that came back, by the keys of its hidden row. */
export interface SheetLine<Key extends string> {
  readonly text: (key: Key) => string;
  readonly at: (key: Key) => Span;
}

/** @param head - the hidden row of keys */
export function lineOf<Key extends string>(
  sheet: SheetRead,
  head: RowRead,
  { cells, number }: RowRead,
): SheetLine<Key> {
  const column = (key: Key) => head.cells.indexOf(key);
  return {
    text: (key) => cells[column(key)] ?? '',
    at: (key) => placeIn(sheet, cellName(column(key), number)),
  };
}

/** Spreadsheets have no lines and columns: a place is named as spreadsheets do, `answers.xlsx!D-1!G7`. */
export function placeIn({ name }: SheetRead, cell?: string): Span {
  const source = { name: cell === undefined ? name : `${name}!${cell}`, text: '' };
  return { source, start: 0, end: 0 };
}

/** `B7`, from a column from 0 and a row from 1. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** `B`, from a column from 0. */
export function columnName(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

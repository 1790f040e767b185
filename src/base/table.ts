import type { Diagnostic } from './diagnostic.ts';
import type { PathProblems } from './path-problems.ts';
import type { TableProblems } from './table-problems.ts';

/** A table as it is read: a delimited text is one, a workbook has one a sheet. */
export interface Table {
  /** `book.csv`, `book.xlsx!Sheet` */
  readonly name: string;
  /** A sheet that its workbook does not show. */
  readonly isHidden?: true;
  /** The rows that have anything in them, some at a time, as they come; each time from the beginning. */
  readonly rows: AsyncIterable<readonly TableRow[]>;
  /** What was found wrong the last time that its rows were read: all of it behind the last row. */
  readonly problems: readonly (Diagnostic<TableProblems> | Diagnostic<PathProblems>)[];
}

export interface TableRow {
  /** As spreadsheets count, from 1. */
  readonly number: number;
  /** By column from 0: trimmed; days as ISO, numbers as they are written; blank where there is nothing. */
  readonly cells: readonly string[];
  /** Where a formula has no value: the error that stands there, `#REF!`, by column. */
  readonly errors?: ReadonlyMap<number, string>;
  /** Not shown: hidden by a filter or by hand. */
  readonly hidden?: true;
  /** It has not as many cells as its heading, so that it cannot be told which columns they are of. */
  readonly ragged?: true;
}

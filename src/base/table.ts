/** A table as it is read: a delimited text is one, a workbook has one a sheet. */
export interface Table {
  /** `book.csv`, `book.xlsx!Sheet` */
  readonly name: string;
  /** The rows that have anything in them, some at a time, as they come. */
  readonly rows: AsyncIterable<readonly TableRow[]>;
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
}

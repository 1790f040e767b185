/** A workbook to be filled in by hand. */
export interface Form {
  readonly sheets: readonly FormSheet[];
}

export interface FormSheet {
  /** At most 31 characters, without `[ ] : * ? / \`, each name once. */
  readonly name: string;
  readonly columns: readonly FormColumn[];
  /** Rows that are there already, a text a column; it is never taken for a formula. */
  readonly rows: readonly (readonly string[])[];
  /** Rows below them that are to be filled in. */
  readonly open: number;
  /** Read by the program that shows the others alone. */
  readonly isHidden?: boolean;
}

export interface FormColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  /** What its cells hold: `text` stays as it is typed, digits too. */
  readonly holds: 'text' | 'number' | 'amount' | 'day' | 'moment';
  /** Its title is shaded, to tell its group from the next. */
  readonly isShaded?: boolean;
  /** Said beside a cell while it is filled in; at most 255 characters are shown. */
  readonly prompt?: string;
  /** The words to choose from. */
  readonly choices?: Choices;
}

/** Words of a column of another sheet, below its title. */
export interface Choices {
  readonly sheet: string;
  /** From 0. */
  readonly column: number;
  readonly count: number;
}

/** What can be wrong with a mapping of tables to files, and with the rows that are read by it. */
export interface IntakeProblems {
  /** The mapping leads to no field; `path` is of an element where it is in `list`. */
  'intake/unknown-field': { readonly path: string; readonly near: string | undefined };
  /** The mapping names no kind of file of the rulebook, or no code table of its own. */
  'intake/unknown-name': {
    readonly what: 'subject' | 'codes';
    readonly name: string;
    readonly near: string | undefined;
  };
  /** Two columns, or a column and `fixed`, give the same field. */
  'intake/field-twice': { readonly path: string };
  /** What no column is mapped to cannot be complete. */
  'intake/not-mapped': { readonly path: string };
  /** The table has no such column. */
  'intake/unknown-heading': {
    readonly heading: string;
    readonly table: string;
    readonly near: string | undefined;
  };
  /** Two columns have the heading that is mapped; `first` and `again` are their letters. */
  'intake/heading-twice': {
    readonly heading: string;
    readonly table: string;
    readonly first: string;
    readonly again: string;
  };
  /** None of the files has this table, or several may be meant. */
  'intake/no-table': {
    readonly name: string;
    readonly tables: readonly string[];
    readonly several: boolean;
  };
  /** A row that is not read; `text` is what stands there. Rows of one business number are told together in `rows`. */
  'intake/row-refused': {
    readonly why: RefusedWhy;
    readonly text: string;
    readonly rows?: RowsOfNumber;
  };
  /** An amount that others of its column are ten thousand times as much as, or a ten-thousandth of. */
  'intake/suspected': { readonly amount: string; readonly than: 'less' | 'more' };
  /** A row of totals says another sum than its column has. */
  'intake/total': { readonly said: string; readonly sum: string };
}

/** Rows of a table that have the same business number, two at least. */
export interface RowsOfNumber {
  readonly number: string;
  readonly count: number;
  /** From the first row to the last of those that follow each other. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/**
 * Why a row is refused: it has no business number (业务编号), or one that was given before; no file has the one that it
 * joins to; a number was turned to `3.20E+17`; a formula has no value; it has not as many cells as its heading.
 */
export type RefusedWhy = 'no-key' | 'duplicate' | 'no-main-row' | 'turned' | 'formula' | 'ragged';

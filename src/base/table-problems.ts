/** What can be wrong with tables as they are read, before anything is asked of what they say. */
export interface TableProblems {
  /** Bytes that are neither UTF-8 nor GB18030; `line` as editors count, from 1. */
  'table/encoding': { readonly path: string; readonly line: number };
  /** A quote that nothing closes, or with text behind the one that closes it; nothing is read from there on. */
  'table/open-quote': { readonly row: number };
  /** A row that has not as many cells as its heading. */
  'table/ragged': { readonly row: number; readonly cells: number; readonly heading: number };
  'table/too-large': {
    readonly name: string;
    readonly what: 'columns' | 'row';
    /** In columns, or in characters of a row. */
    readonly limit: number;
  };
  /** Nothing stands in it. */
  'table/empty': { readonly name: string };
  /** A file that has to be saved as another first. */
  'table/save-as': {
    readonly path: string;
    readonly why: 'xls' | 'encrypted' | 'parquet' | 'other';
  };
  /** Parquet is read by a package, which is not installed, or cannot read the file. */
  'table/parquet': {
    readonly path: string;
    readonly why: 'missing' | 'damaged';
    /** With its version, as npm takes it. */
    readonly install: string;
  };
  /** Formulas were read as the values that their file keeps of them; the first stands at the place. */
  'table/formulas': { readonly formulas: number };
}

import type { Field } from '../feel/types.ts';
import { cellOf, type CodeSheet, rowsOf } from '../program/code-sheet.ts';

/** The row of a code; -1 where it is not listed, NaN where the code is not known. */
export type RowOf = (code: string | undefined) => number;

/** One map for each file of codes, however many rules and programs ask it. */
export function rowFinder(sheet: CodeSheet): RowOf {
  const rows = rowsOf(sheet);
  return (code) => (code === undefined ? Number.NaN : (rows.get(code) ?? -1));
}

/** A column by row; NaN where there is no such row, or its cell is blank. */
export function wholeAt(values: Float64Array, row: number): number {
  return values[row] ?? Number.NaN;
}

export function textReader(sheet: CodeSheet, column: Field): (row: number) => string | undefined {
  return (row) => {
    const cell = row >= 0 ? cellOf(sheet, row, column) : undefined;
    return typeof cell === 'string' ? cell : undefined;
  };
}

import type { Table } from '../../base/table.ts';
import { delimitedTable } from './delimited.ts';
import { faultOf, type FileProblem } from './problem.ts';

/** The tables of a file, or why there are none. */
export type TablesRead = { readonly tables: readonly Table[] } | { readonly problem: FileProblem };

/**
 * The tables of a file: of a delimited text (CSV and the like, `.gz` too) its one, of a workbook (XLSX) its sheets.
 * What a file is, its first bytes say, not its name.
 */
export async function tablesIn(path: string): Promise<TablesRead> {
  try {
    return { tables: [await delimitedTable(path)] };
  } catch (error) {
    return { problem: faultOf(error, path) };
  }
}

import { type FileBytes, joined, type Platform } from '../base/bytes.ts';
import type { TableProblems } from '../base/table-problems.ts';
import type { Table } from '../base/table.ts';
import { delimitedTable } from './delimited.ts';
import { isEncrypted } from './old-format.ts';
import { faultOf, type FileProblem, TableFault, tableProblem } from './problem.ts';
import { workbookTables } from './workbook.ts';

/** The tables of a file, or why there are none. */
export type TablesRead = { readonly tables: readonly Table[] } | { readonly problem: FileProblem };

/**
 * The tables of a file: of a delimited text (CSV and the like, `.gz` too) its one, of a workbook (XLSX) its sheets.
 * What a file is, its first bytes say, not its name.
 *
 * @param parquet - reads the table of a Parquet file, where that can be done
 */
export async function tablesOf(
  file: FileBytes,
  platform: Platform,
  parquet?: () => Promise<Table>,
): Promise<TablesRead> {
  try {
    return { tables: await tablesBy(await beginningOf(file), file, platform, parquet) };
  } catch (error) {
    return { problem: faultOf(error) };
  }
}

async function tablesBy(
  beginning: string,
  file: FileBytes,
  platform: Platform,
  parquet: (() => Promise<Table>) | undefined,
): Promise<readonly Table[]> {
  if (beginning === beginnings.zip) return workbookTables(file, platform);
  if (beginning === beginnings.compound)
    throw toBeSaved(file, (await isEncrypted(file)) ? 'encrypted' : 'xls');
  if (beginning === beginnings.parquet) {
    if (!parquet) throw toBeSaved(file, 'parquet');
    return [await parquet()];
  }
  if (others.test(beginning)) throw toBeSaved(file, 'other');
  return [await delimitedTable(file, platform)];
}

function toBeSaved(
  { name: path }: FileBytes,
  why: TableProblems['table/save-as']['why'],
): TableFault {
  return new TableFault(tableProblem('table/save-as', path, { path, why }));
}

/** The first bytes of kinds of file, each as a character. */
const beginnings = {
  zip: 'PK\u0003\u0004',
  parquet: 'PAR1',
  /** OLE compound files: XLS, and XLSX with a password. */
  compound: '\u00D0\u00CF\u0011\u00E0',
} as const;

/** The beginnings of PDF, RTF and pages (systems call theirs .xls), which would be read as a text of one column. */
const others = /^(?:%PDF|\{\\rt|<[!a-z?])/iu;

/** The first four bytes, each as a character. */
async function beginningOf({ pieces }: FileBytes): Promise<string> {
  let first: Uint8Array = new Uint8Array();
  for await (const piece of pieces()) {
    first = joined([first, piece.subarray(0, 4 - first.length)]);
    if (first.length === 4) break;
  }
  return String.fromCharCode(...first);
}

import { Buffer } from 'node:buffer';
import { closeSync, openSync, readSync, statSync } from 'node:fs';

import type { Table } from '../../base/table.ts';
import { problem } from '../read.ts';
import { delimitedTable } from './delimited.ts';
import { isEncrypted } from './old-format.ts';
import { parquetTable } from './parquet.ts';
import { faultOf, type FileProblem, TableFault, tableProblem } from './problem.ts';
import { workbookTables } from './workbook.ts';

/** The tables of a file, or why there are none. */
export type TablesRead = { readonly tables: readonly Table[] } | { readonly problem: FileProblem };

/**
 * The tables of a file: of a delimited text (CSV and the like, `.gz` too) its one, of a workbook (XLSX) its sheets,
 * of a Parquet file its one.
 * What a file is, its first bytes say, not its name.
 */
export async function tablesIn(path: string): Promise<TablesRead> {
  try {
    return { tables: await tablesBy(firstBytes(path), path) };
  } catch (error) {
    return { problem: faultOf(error, path) };
  }
}

async function tablesBy(first: Buffer, path: string): Promise<readonly Table[]> {
  if (first.equals(beginnings.zip)) return workbookTables(path);
  if (first.equals(beginnings.compound)) {
    const why = isEncrypted(path) ? 'encrypted' : 'xls';
    throw new TableFault(tableProblem('table/save-as', path, { path, why }));
  }
  if (first.equals(beginnings.parquet)) return [await parquetTable(path)];
  if (others.test(first.toString('latin1')))
    throw new TableFault(tableProblem('table/save-as', path, { path, why: 'other' }));
  return [await delimitedTable(path)];
}

/** The first four bytes of kinds of file. */
const beginnings = {
  zip: Buffer.from('PK\u0003\u0004', 'latin1'),
  parquet: Buffer.from('PAR1', 'latin1'),
  /** OLE compound files: XLS, and XLSX with a password. */
  compound: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
} as const;

/** The beginnings of PDF, RTF and pages (systems call theirs .xls), which would be read as a text of one column. */
const others = /^(?:%PDF|\{\\rt|<[!a-z?])/iu;

/** @throws TableFault for what cannot be read twice: a text is read to its end before its rows are */
function firstBytes(path: string): Buffer {
  const stats = statSync(path);
  if (!stats.isFile() && !stats.isDirectory())
    throw new TableFault(problem('io/unreadable', path, { path, reason: 'ESPIPE' }));
  const descriptor = openSync(path, 'r');
  try {
    const first = Buffer.alloc(4);
    return first.subarray(0, readSync(descriptor, first));
  } finally {
    closeSync(descriptor);
  }
}

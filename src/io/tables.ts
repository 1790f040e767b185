import { statSync } from 'node:fs';

import { FileFault } from '../base/bytes.ts';
import { pathProblem } from '../base/path-problems.ts';
import { tablesOf, type TablesRead } from '../tables/tables.ts';
import { fileBytesAt } from './file-bytes.ts';
import { parquetTable } from './parquet.ts';
import { nodePlatform } from './platform.ts';

/** The tables of a file by its path, as {@link tablesOf} tells; of a Parquet file its one. */
export async function tablesIn(path: string): Promise<TablesRead> {
  try {
    const file = fileBytesAt(path);
    // a text is read to its end before its rows are: what runs cannot be read twice
    const stats = statSync(path);
    if (!stats.isFile() && !stats.isDirectory())
      return { problem: pathProblem('io/unreadable', path, { path, reason: 'ESPIPE' }) };
    return await tablesOf(file, nodePlatform, () => parquetTable(path));
  } catch (error) {
    if (error instanceof FileFault) return { problem: error.problem };
    throw error;
  }
}

import { headingsOf, isTotal, rowsForHeadings } from '../../base/headings.ts';
import type { Table, TableRow } from '../../base/table.ts';

/** A table that lies on the desk, of which the beginning was read: what its columns are asked by again and again. */
export interface HeldTable {
  readonly table: Table;
  /** By column from 0; blank where there is none. */
  readonly titles: readonly string[];
  /** The last row of headings, 0 where there are none. */
  readonly headingRow: number;
  /** Below the headings, without rows of sums, ten at most. */
  readonly rows: readonly TableRow[];
  /** The same table as far as it was read. */
  readonly beginning: Table;
}

/** Rows that are shown of a table. */
const shown = 10;

/** Reads the beginning of tables. */
export async function heldTables(tables: readonly Table[]): Promise<readonly HeldTable[]> {
  const held: HeldTable[] = [];
  // eslint-disable-next-line no-await-in-loop -- in their order, one file open at a time
  for (const table of tables) held.push(await heldTable(table));
  return held;
}

async function heldTable(table: Table): Promise<HeldTable> {
  const first: TableRow[] = [];
  for await (const some of table.rows) {
    first.push(...some);
    if (first.length >= rowsForHeadings + 2 * shown) break;
  }
  const headings = headingsOf(first);
  const { titles = [], row: headingRow = 0 } = headings ?? {};
  const rows = first
    .filter((row) => row.number > headingRow && row.ragged !== true && !isTotal(row))
    .slice(0, shown);
  const beginning: Table = {
    ...table,
    rows: {
      async *[Symbol.asyncIterator]() {
        yield first;
      },
    },
  };
  return { table, titles, headingRow, rows, beginning };
}

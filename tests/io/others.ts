import { readFileSync, writeFileSync } from 'node:fs';

import {
  type Cell,
  type CellValue,
  type MergeRange,
  openXlsx,
  parseCellRef,
  readXlsx,
  saveXlsx,
  type Sheet,
  writeXlsx,
} from 'hucre/xlsx';

/** What is typed into a cell. */
export type Entry = string | number | Date | { readonly formula: string } | null;

/** A sheet as someone fills it in. */
export interface SheetToFill {
  readonly name: string;
  readonly rows: readonly (readonly Entry[])[];
  readonly merges?: readonly MergeRange[];
}

/** The sheets of a workbook as a library reads them that has nothing of ours. */
export async function readByOthers(path: string): Promise<readonly Sheet[]> {
  const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
  return sheets;
}

/** A workbook as another program saves it. */
export async function writeByOthers(
  path: string,
  ...sheets: readonly SheetToFill[]
): Promise<void> {
  const drawn = sheets.map(({ name, rows, merges = [] }) => {
    const cells = new Map<string, Partial<Cell>>();
    const values = rows.map((row, y) =>
      row.map((entry, x): CellValue => {
        if (entry === null || typeof entry !== 'object' || entry instanceof Date) return entry;
        cells.set(`${y},${x}`, { formula: entry.formula });
        return null;
      }),
    );
    return { name, rows: values, cells, merges: [...merges] };
  });
  writeFileSync(path, await writeXlsx({ sheets: drawn }));
}

/**
 * A copy of a workbook in which somebody has typed over cells, all else as it was.
 *
 * @param cells - by reference, such as `H2`
 */
export async function typeOver(
  from: string,
  to: string,
  sheetName: string,
  cells: Readonly<Record<string, string | number>>,
): Promise<void> {
  const book = await openXlsx(readFileSync(from));
  const sheet = book.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`${from} has no sheet ${sheetName}`);
  for (const [reference, value] of Object.entries(cells)) {
    const { row, col } = parseCellRef(reference);
    const known = sheet.rows[row];
    if (!known) throw new Error(`${sheetName} has no row for ${reference}`);
    known[col] = value;
    sheet.cells?.delete(`${row},${col}`);
  }
  writeFileSync(to, await saveXlsx(book));
}

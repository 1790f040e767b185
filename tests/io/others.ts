import { readFileSync, writeFileSync } from 'node:fs';

import {
  type Cell,
  type CellValue,
  type MergeRange,
  readXlsx,
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

import type { Platform } from '../base/bytes.ts';
import type { RowRead } from '../base/workbook.ts';
import { readXml } from './xml.ts';
import { openZip } from './zip.ts';
import { type Cell, type Context, sheetReader, valueOf } from './cells.ts';
import { type Merge, spread } from './grid.ts';
import { sheetLimits } from './limits.ts';
import { existing, packageOf } from './package.ts';
import { sharedTextsReader } from './texts.ts';

/** The sheets of an XLSX file, in their order, hidden ones too. */
export interface SheetOfCells {
  readonly name: string;
  readonly rows: readonly RowRead[];
}

/** Cells of all sheets, at most, empty ones between others too. */
const mostCells = 4_000_000;

/** A sheet has more rows or columns than are read. */
export class SheetTooLarge extends RangeError {
  readonly sheet: string;
  constructor(sheet: string) {
    super('too many rows or columns');
    this.sheet = sheet;
  }
}

/**
 * Reads SpreadsheetML (ECMA-376-1, 18) as text: what a cell says, not what a program would make of it.
 *
 * @throws SheetTooLarge
 * @throws Error when it is no such file, is damaged, or has no sheets
 */
export async function readXlsx(
  bytes: Uint8Array,
  platform: Platform,
): Promise<readonly SheetOfCells[]> {
  const unpack = openZip(bytes, platform);
  const { sheets, textsPath, ...formats } = await packageOf(unpack);
  const texts: string[] = [];
  if (textsPath !== undefined) readXml(existing(await unpack(textsPath)), sharedTextsReader(texts));
  let left = mostCells;
  const read: SheetOfCells[] = [];
  for (const { name, path } of sheets) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, for all share what may be held
    const rows = readSheet(existing(await unpack(path)), name, { texts, ...formats });
    left -= rows.reduce((sum, { cells }) => sum + cells.length, 0);
    if (left < 0) throw new SheetTooLarge(name);
    read.push({ name, rows });
  }
  return read;
}

function readSheet(bytes: Uint8Array, name: string, context: Context): readonly RowRead[] {
  const rows = new Map<number, string[]>();
  const merges: Merge[] = [];
  readXml(bytes, sheetReader({ cell: keep, merge: (merge) => merges.push(merge) }));
  return spread(rows, merges).map(([number, cells]) => ({
    number,
    cells: Array.from(cells, (said) => said ?? ''),
  }));

  function keep(one: Cell): void {
    const said = saidBy(one, context);
    if (said === '') return;
    const cells = rows.get(one.row) ?? [];
    if (cells[one.column] !== undefined) throw new RangeError('a cell is there twice');
    cells[one.column] = said;
    rows.set(one.row, cells);
    if (rows.size > sheetLimits.rows || one.column >= sheetLimits.columns)
      throw new SheetTooLarge(name);
  }
}

/** @returns a formula as its text after `=`, for its result was computed by who knows whom */
function saidBy(cell: Cell, context: Context): string {
  return cell.formula === undefined ? valueOf(cell, context) : `=${cell.formula}`;
}

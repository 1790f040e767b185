import { type FileBytes, joined, lastIndexOf, type Platform } from '../base/bytes.ts';
import type { Table, TableRow } from '../base/table.ts';
import { pathProblem } from '../base/path-problems.ts';
import { type Cell, type Context, sheetReader, valueOf } from '../xlsx/cells.ts';
import { type Merge, parseRange } from '../xlsx/grid.ts';
import { existing, packageOf, type SheetPart } from '../xlsx/package.ts';
import { sharedTextsReader } from '../xlsx/texts.ts';
import { readXmlPieces } from '../xlsx/xml.ts';
import { openZip, openZipPieces, type UnpackPieces } from '../xlsx/zip.ts';
import { mostColumns } from './limits.ts';
import { faultOf, TableFault, tableProblem } from './problem.ts';
import { newTold, type Told } from './told.ts';

/** Bytes of a workbook as it lies on the disk, at most. */
const largestWorkbook = 256_000_000;
/** Characters of the texts that sheets share, at most: they are held. */
const mostShared = 100_000_000;

/** A workbook that is open. */
interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly unpack: UnpackPieces;
  readonly context: Context;
}

const opened = new WeakMap<FileBytes, Promise<Workbook>>();

/**
 * The tables of an XLSX file, one a sheet, in their order, hidden ones too. Its bytes as they are packed are held, and
 * the texts that its sheets share, once for a file that is there; rows are read as they are unpacked.
 *
 * @throws TableFault
 * @throws FileFault where the file cannot be read
 */
export async function workbookTables(
  file: FileBytes,
  platform: Platform,
): Promise<readonly Table[]> {
  const open = opened.get(file) ?? workbookOf(file, platform);
  opened.set(file, open);
  try {
    const { sheets, unpack, context } = await open;
    return sheets.map((sheet) => sheetTable(sheet, file.name, unpack, context));
  } catch (error) {
    opened.delete(file);
    throw error;
  }
}

async function workbookOf(file: FileBytes, platform: Platform): Promise<Workbook> {
  const { name: path, size } = file;
  if (size > largestWorkbook)
    throw new TableFault(
      pathProblem('io/too-large', path, { path, bytes: size, limit: largestWorkbook }),
    );
  const bytes = await file.whole();
  try {
    const { sheets, textsPath, isDate, from1904 } = await packageOf(openZip(bytes, platform));
    const unpack = openZipPieces(bytes, platform);
    const texts = textsPath === undefined ? [] : await sharedTexts(existing(unpack(textsPath)));
    const context: Context = { texts, isDate, from1904, asShown: true };
    return { sheets, unpack, context };
  } catch (error) {
    throw notAWorkbook(error, path);
  }
}

/** Whatever is wrong within a workbook, it is none. */
function notAWorkbook(error: unknown, path: string): TableFault {
  return error instanceof TableFault
    ? error
    : new TableFault(pathProblem('io/not-a-workbook', path, { path }));
}

async function sharedTexts(pieces: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const texts: string[] = [];
  let [counted, length] = [0, 0];
  for await (const _ of readXmlPieces(pieces, sharedTextsReader(texts))) {
    for (; counted < texts.length; counted += 1) length += texts[counted]?.length ?? 0;
    if (length > mostShared) throw new RangeError('too many texts');
  }
  return texts;
}

function sheetTable(
  { name: title, path: part, isHidden }: SheetPart,
  path: string,
  unpack: UnpackPieces,
  context: Context,
): Table {
  const name = `${path}!${title}`;
  const told = newTold();
  return {
    name,
    ...(isHidden && { isHidden }),
    problems: told.problems,
    rows: { [Symbol.asyncIterator]: rows },
  };

  async function* rows(): AsyncGenerator<readonly TableRow[]> {
    told.forget();
    try {
      yield* rowsOf(name, unpack, part, context, told);
    } catch (error) {
      told.tell(faultOf(notAWorkbook(error, path)));
    }
  }
}

async function* rowsOf(
  name: string,
  unpack: UnpackPieces,
  part: string,
  context: Context,
  { tell }: Told,
): AsyncGenerator<readonly TableRow[]> {
  const spread = spreading(await mergesOf(existing(unpack(part))));
  let read: TableRow[] = [];
  let row: RowAsRead | undefined;
  let last = 0;
  let formulas = 0;
  let firstFormula = 0;

  const reader = sheetReader({ row: begin, cell: keep, merge: () => {} });
  for await (const _ of readXmlPieces(existing(unpack(part)), reader)) {
    if (read.length > 0) yield read;
    read = [];
  }
  end();
  if (read.length > 0) yield read;
  if (formulas > 0)
    tell(
      tableProblem('table/formulas', name, { formulas }, { row: firstFormula, severity: 'info' }),
    );

  function begin(number: number, isHidden: boolean): void {
    end();
    if (number <= last) throw new RangeError('rows out of order');
    last = number;
    row = { number, isHidden, cells: [], errors: new Map() };
  }

  function keep(cell: Cell): void {
    if (row?.number !== cell.row) throw new RangeError('a cell outside of its row');
    const said = valueOf(cell, context);
    if (cell.formula !== undefined) {
      if (formulas === 0) firstFormula = cell.row;
      formulas += 1;
    }
    // a formula that no program has computed yet has no value, just as one that came to an error
    const error =
      cell.type === 'e'
        ? said
        : cell.formula !== undefined && said === ''
          ? `=${cell.formula}`
          : undefined;
    if (said === '' && error === undefined) return;
    if (cell.column >= mostColumns)
      throw new TableFault(
        tableProblem('table/too-large', name, { name, what: 'columns', limit: mostColumns }),
      );
    if (row.cells[cell.column] !== undefined) throw new RangeError('a cell is there twice');
    row.cells[cell.column] = error === undefined ? said : '';
    if (error !== undefined) row.errors.set(cell.column, error);
  }

  function end(): void {
    if (!row) return;
    spread(row);
    const { number, isHidden, cells, errors } = row;
    row = undefined;
    if (cells.length === 0) return;
    read.push({
      number,
      cells: Array.from(cells, (said) => said ?? ''),
      ...(errors.size > 0 && { errors }),
      ...(isHidden && { hidden: true }),
    });
  }
}

interface RowAsRead {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: (string | undefined)[];
  readonly errors: Map<number, string>;
}

/** The cells of a sheet that are merged, which its file says behind its rows (18.3.1.55). */
async function mergesOf(pieces: AsyncIterable<Uint8Array>): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  const tail = await afterRows(pieces);
  // in what stands behind the rows of a well-formed part nothing else looks like it
  for (const [, ref = ''] of tail.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?\bref="([^"<>]{2,21})"/gu))
    merges.push(parseRange(ref));
  return merges;
}

/** Bytes behind the rows of a sheet that are looked at, at most. */
const mostBehind = 16_000_000;
/** Bytes that the tag behind the rows has at most, with whatever prefix. */
const longestTag = 100;

async function afterRows(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let kept: Uint8Array = new Uint8Array();
  let isBehind = false;
  for await (const piece of pieces) {
    const bytes = joined([kept, piece]);
    const end = endOfRows(bytes);
    isBehind ||= end !== undefined;
    kept = end !== undefined ? bytes.subarray(end) : isBehind ? bytes : bytes.subarray(-longestTag);
    if (kept.length > mostBehind) throw new RangeError('too much behind the rows');
  }
  return isBehind ? new TextDecoder().decode(kept) : '';
}

const tag = new TextEncoder().encode('sheetData>');
const [opening = 0, slash] = new TextEncoder().encode('</');

/** Behind `</sheetData>`. */
function endOfRows(bytes: Uint8Array): number | undefined {
  const name = lastIndexOf(bytes, tag);
  if (name < 0) return undefined;
  const isClosing = bytes[bytes.lastIndexOf(opening, name) + 1] === slash;
  return isClosing ? name + tag.length : undefined;
}

/** Says in all merged cells of a row what the first of them says, row by row. */
function spreading(merges: readonly Merge[]): (row: RowAsRead) => void {
  const starting = Map.groupBy(merges, ({ from }) => from.row);
  let open: { readonly merge: Merge; readonly said: string }[] = [];
  return ({ number, cells }) => {
    open = open.filter(({ merge }) => merge.to.row >= number);
    for (const merge of starting.get(number) ?? []) {
      const said = cells[merge.from.column];
      if (said !== undefined && said !== '') open.push({ merge, said });
    }
    let width = 0;
    for (const { merge, said } of open) {
      const last = Math.min(merge.to.column, mostColumns - 1);
      width += last - merge.from.column + 1;
      if (width > mostColumns) throw new RangeError('merges lie upon each other');
      for (let column = merge.from.column; column <= last; column += 1) cells[column] ??= said;
    }
  };
}

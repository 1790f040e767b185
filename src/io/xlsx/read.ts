import type { RowRead } from '../../base/workbook.ts';
import { type Unpack, openZip } from '../zip.ts';
import { readXml } from '../xml.ts';
import { dayOf, isDateFormat } from './dates.ts';
import { sheetLimits } from './limits.ts';
import { type Merge, parseCell, parseRange, spread } from './grid.ts';

/** The sheets of an XLSX file, in their order, hidden ones too. */
export interface SheetOfCells {
  readonly name: string;
  readonly rows: readonly RowRead[];
}

/** Cells of all sheets, at most, empty ones between others too. */
const mostCells = 4_000_000;
/** Of a sheet. */
const mostMerges = 100_000;

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
export function readXlsx(bytes: Buffer): readonly SheetOfCells[] {
  const unpack = openZip(bytes);
  const [workbook] = [...relations(unpack, '').values()].filter(
    ({ type }) => type === 'officeDocument',
  );
  if (!workbook) throw new RangeError('no workbook');
  const parts = relations(unpack, workbook.path);
  const { sheets, from1904 } = readWorkbookPart(unpack, workbook.path);
  const partOf = (wanted: string) => [...parts.values()].find(({ type }) => type === wanted)?.path;
  const context: Context = {
    texts: readTexts(unpack, partOf('sharedStrings')),
    isDate: readDateStyles(unpack, partOf('styles')),
    from1904,
  };
  const tables = sheets.flatMap(({ name, id }) => {
    const part = parts.get(id);
    if (!part) throw new RangeError('a sheet without a part');
    return part.type === 'worksheet' ? [{ name, path: part.path }] : [];
  });
  if (tables.length === 0) throw new RangeError('no sheets');
  let left = mostCells;
  return tables.map(({ name, path }) => {
    const rows = readSheet(existing(unpack, path), name, context);
    left -= rows.reduce((sum, { cells }) => sum + cells.length, 0);
    if (left < 0) throw new SheetTooLarge(name);
    return { name, rows };
  });
}

interface Context {
  readonly texts: readonly string[];
  /** Whether the cells of a style hold dates, by the number of the style. */
  readonly isDate: readonly boolean[];
  /** Days are counted from 1904 and not from 1900 (18.17.4.1). */
  readonly from1904: boolean;
}

interface Relation {
  /** The last word of its type; what stands before differs between Transitional and Strict. */
  readonly type: string;
  readonly path: string;
}

/** What a part refers to, by id (ECMA-376-2, 9.3). */
function relations(unpack: Unpack, part: string): ReadonlyMap<string, Relation> {
  const [, folder = '', file = part] = /^(.*\/)([^/]*)$/u.exec(part) ?? [];
  const found = new Map<string, Relation>();
  readXml(existing(unpack, `${folder}_rels/${file}.rels`), {
    open: (name, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return;
      if (id === undefined || type === undefined || target === undefined) return;
      const { pathname } = new URL(target, `part:///${folder}`);
      found.set(id, {
        type: type.slice(type.lastIndexOf('/') + 1),
        path: decodeURIComponent(pathname).slice(1),
      });
    },
  });
  return found;
}

function existing(unpack: Unpack, path: string): Uint8Array {
  const bytes = unpack(path);
  if (!bytes) throw new RangeError('a part is missing');
  return bytes;
}

function readWorkbookPart(unpack: Unpack, path: string) {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let from1904 = false;
  readXml(existing(unpack, path), {
    open: (element, { name = '', id = '', date1904 = '' }) => {
      if (element === 'sheet') sheets.push({ name, id });
      if (element === 'workbookPr') from1904 = isTrue(date1904);
    },
  });
  return { sheets, from1904 };
}

function isTrue(text: string): boolean {
  return text === '1' || text === 'true';
}

/** The texts that sheets share (18.4.8). */
function readTexts(unpack: Unpack, path: string | undefined): readonly string[] {
  const texts: string[] = [];
  if (path === undefined) return texts;
  const item = textReader();
  readXml(existing(unpack, path), {
    open: (name) => {
      if (name === 'si') item.begin();
      else item.open(name);
    },
    text: item.text,
    close: (name) => {
      item.close(name);
      if (name === 'si') texts.push(trimmed(item.said()));
    },
  });
  return texts;
}

/** The text of `si` and `is`: all runs, but no phonetic guides, which say how it is read aloud (18.4.6). */
function textReader() {
  let said = '';
  let isText = false;
  let guides = 0;
  return {
    begin: () => {
      said = '';
    },
    open: (name: string) => {
      if (name === 'rPh') guides += 1;
      else if (name === 't') isText = true;
    },
    text: (text: string) => {
      if (isText && guides === 0) said += text;
    },
    close: (name: string) => {
      if (name === 'rPh') guides -= 1;
      else if (name === 't') isText = false;
    },
    said: () => unescaped(said),
  };
}

/** `_x000D_` stands for a character that XML cannot hold (22.9.2.19). */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** @returns whether each format of cells (18.8.45) is one of dates */
function readDateStyles(unpack: Unpack, path: string | undefined): readonly boolean[] {
  if (path === undefined) return [];
  const codes = new Map<number, string>();
  const numbers: number[] = [];
  let isCells = false;
  readXml(existing(unpack, path), {
    open: (name, { numFmtId, formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') isCells = true;
      if (name === 'xf' && isCells) numbers.push(Number(numFmtId));
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return numbers.map((number) => isDateFormat(number, codes.get(number)));
}

interface Cell {
  readonly type: string;
  readonly style: number;
  readonly row: number;
  readonly column: number;
  value: string;
  formula: string | undefined;
}

function readSheet(bytes: Uint8Array, name: string, context: Context): readonly RowRead[] {
  const rows = new Map<number, string[]>();
  const merges: Merge[] = [];
  const formulas = new Map<string, string>();
  const inline = textReader();
  let [row, column] = [0, -1];
  let cell: Cell | undefined;
  let shared: string | undefined;
  let within: 'v' | 'f' | 'is' | undefined;

  readXml(bytes, { open, text, close });
  return spread(rows, merges).map(([number, cells]) => ({
    number,
    cells: Array.from(cells, (said) => said ?? ''),
  }));

  function open(
    element: string,
    { r, t = 'n', s = '', si, ref = '' }: Readonly<Record<string, string>>,
  ): void {
    if (element === 'row') {
      // without numbers rows and cells count on (18.3.1.4, 18.3.1.73)
      row = r === undefined ? row + 1 : parseCell(`A${r}`).row;
      column = -1;
    } else if (element === 'c') {
      const at = r === undefined ? { row, column: column + 1 } : parseCell(r);
      column = at.column;
      cell = { type: t, style: Number(s), ...at, value: '', formula: undefined };
      inline.begin();
    } else if (element === 'mergeCell') {
      if (merges.length === mostMerges) throw new RangeError('too many merges');
      merges.push(parseRange(ref));
    } else if (
      cell &&
      within === undefined &&
      (element === 'v' || element === 'f' || element === 'is')
    ) {
      within = element;
      if (element === 'f') [cell.formula, shared] = ['', si];
    } else if (within === 'is') inline.open(element);
  }

  function text(more: string): void {
    if (!cell) return;
    if (within === 'v') cell.value += more;
    else if (within === 'f') cell.formula = `${cell.formula ?? ''}${more}`;
    else if (within === 'is') inline.text(more);
  }

  function close(element: string): void {
    if (cell && element === within) {
      if (within === 'is') cell.value = inline.said();
      if (within === 'f' && shared !== undefined) {
        // a formula that cells share is written in the first of them (18.3.1.40)
        if (cell.formula === '') cell.formula = formulas.get(shared) ?? '';
        else formulas.set(shared, cell.formula ?? '');
      }
      within = undefined;
    } else if (within === 'is') inline.close(element);
    else if (cell && element === 'c') {
      keep(cell);
      cell = undefined;
    }
  }

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
function saidBy(
  { type, style, value, formula }: Cell,
  { texts, isDate, from1904 }: Context,
): string {
  if (formula !== undefined) return `=${formula}`;
  switch (type) {
    case 's': {
      if (value === '') return '';
      const text = texts[Number(value)];
      if (text === undefined) throw new RangeError('a text is missing');
      return text;
    }
    case 'inlineStr':
      return trimmed(value);
    case 'str':
      return trimmed(unescaped(value));
    case 'b':
      return isTrue(value) ? 'TRUE' : 'FALSE';
    case 'd':
      return value.trim().slice(0, '2026-11-25'.length);
    case 'e':
      return value === '' ? '#VALUE!' : value;
    default:
      return (isDate[style] ? dayOf(value, from1904) : undefined) ?? numberText(value.trim());
  }
}

/**
 * The number as it is written. Programs write what `1.1` is nearest to, `1.1000000000000001`: where 15 digits, all that
 * they show and keep (18.3.1.96), tell the same number, those.
 */
function numberText(text: string): string {
  const digits = (written: string) =>
    written.replace(/e.*$/iu, '').replaceAll(/\D/gu, '').replace(/^0+/u, '').length;
  if (digits(text) <= 15) return text;
  const shortest = String(Number(text));
  return digits(shortest) <= 15 ? shortest : text;
}

/** Without white space and invisible marks around it; in one pass, however long they are. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isUnseen(text.charAt(start))) start += 1;
  while (start < end && isUnseen(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isUnseen(char: string): boolean {
  return /[\s\p{Cf}]/u.test(char);
}

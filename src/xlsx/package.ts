import { readXml } from './xml.ts';
import type { Unpack } from './zip.ts';
import { isDateFormat } from './dates.ts';

/** A sheet, and the part of the file that it is. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** What a file of SpreadsheetML is put together from. */
export interface Package {
  /** In the order of the tabs, hidden ones too; charts are left out. */
  readonly sheets: readonly SheetPart[];
  /** The part with the texts that sheets share. */
  readonly textsPath: string | undefined;
  /** Whether the cells of a style hold dates, by the number of the style. */
  readonly isDate: readonly boolean[];
  /** Days are counted from 1904 and not from 1900 (18.17.4.1). */
  readonly from1904: boolean;
}

/** @throws Error when it is no such file, is damaged, or has no sheets */
export async function packageOf(unpack: Unpack): Promise<Package> {
  const [workbook] = [...(await relations(unpack, '')).values()].filter(
    ({ type }) => type === 'officeDocument',
  );
  if (!workbook) throw new RangeError('no workbook');
  const parts = await relations(unpack, workbook.path);
  const partOf = (wanted: string) => [...parts.values()].find(({ type }) => type === wanted)?.path;
  const { sheets, from1904 } = await readWorkbookPart(unpack, workbook.path);
  const worksheets = sheets.flatMap(({ name, id, isHidden }) => {
    const part = parts.get(id);
    if (!part) throw new RangeError('a sheet without a part');
    return part.type === 'worksheet' ? [{ name, path: part.path, isHidden }] : [];
  });
  if (worksheets.length === 0) throw new RangeError('no sheets');
  return {
    sheets: worksheets,
    textsPath: partOf('sharedStrings'),
    isDate: await readDateStyles(unpack, partOf('styles')),
    from1904,
  };
}

interface Relation {
  /** The last word of its type; what stands before differs between Transitional and Strict. */
  readonly type: string;
  readonly path: string;
}

/** What a part refers to, by id (ECMA-376-2, 9.3). */
async function relations(unpack: Unpack, part: string): Promise<ReadonlyMap<string, Relation>> {
  const [, folder = '', file = part] = /^(.*\/)([^/]*)$/u.exec(part) ?? [];
  const found = new Map<string, Relation>();
  readXml(existing(await unpack(`${folder}_rels/${file}.rels`)), {
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

/** @throws RangeError where there is no such part */
export function existing<T>(part: T | undefined): T {
  if (part === undefined) throw new RangeError('a part is missing');
  return part;
}

async function readWorkbookPart(unpack: Unpack, path: string) {
  const sheets: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = [];
  let from1904 = false;
  readXml(existing(await unpack(path)), {
    open: (element, { name = '', id = '', state = 'visible', date1904 = '' }) => {
      if (element === 'sheet') sheets.push({ name, id, isHidden: state !== 'visible' });
      if (element === 'workbookPr') from1904 = isTrue(date1904);
    },
  });
  return { sheets, from1904 };
}

export function isTrue(text: string): boolean {
  return text === '1' || text === 'true';
}

/** @returns whether each format of cells (18.8.45) is one of dates */
async function readDateStyles(
  unpack: Unpack,
  path: string | undefined,
): Promise<readonly boolean[]> {
  if (path === undefined) return [];
  const codes = new Map<number, string>();
  const numbers: number[] = [];
  let isCells = false;
  readXml(existing(await unpack(path)), {
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

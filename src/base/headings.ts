import type { TableRow } from './table.ts';

/** Where the columns of a table are named. */
export interface Headings {
  /** By column from 0; `group/sub` where a heading stands over several; blank where there is none. */
  readonly titles: readonly string[];
  /** The number of the last row of headings: what is told of stands below. */
  readonly row: number;
  /** What stands above them: titles, `机构：…`, `日期：…`. */
  readonly above: readonly TableRow[];
}

/** Rows that are looked at for headings, at most. */
export const rowsForHeadings = 20;

/**
 * The headings of a table: the first of its rows that names nearly as many columns as the widest, and the row below
 * it where the first has headings over several columns.
 *
 * Headings over several columns stand in each of them, as cells that are merged are read.
 *
 * @param rows - the first rows of the table, at most {@link rowsForHeadings} are looked at
 */
export function headingsOf(rows: readonly TableRow[]): Headings | undefined {
  const first = rows.slice(0, rowsForHeadings);
  const widest = first.reduce((most, row) => Math.max(most, named(row)), 0);
  const at = first.findIndex(
    (row) => isHeading(row) && distinct(row) >= Math.min(2, widest) && named(row) * 2 >= widest,
  );
  const row = first[at];
  if (!row) return undefined;
  const below = first[at + 1];
  const above = first.slice(0, at);
  return below && isGroups(row, below)
    ? { titles: joined(row, below), row: below.number, above }
    : { titles: row.cells.map(oneLine), row: row.number, above };
}

/** Words that head a row of sums. */
const totals =
  /^(?:本页|本表|总|累计)?(?:合计|总计|小计|共计)(?:金额|数)?[：:]?$|^(?:sub|grand )?total:?$/iu;

/** Whether a row says what others come to: 合计, 小计, Total in one of its first cells. */
export function isTotal({ cells }: TableRow): boolean {
  const said = cells.filter((cell) => cell !== '').slice(0, 2);
  return said.some((cell) => totals.test(cell.replaceAll(/[\s\u3000]/gu, '')) || totals.test(cell));
}

function named({ cells }: TableRow): number {
  return cells.filter((cell) => cell !== '').length;
}

/** A title that is merged over the whole table stands in every column, and is one. */
function distinct({ cells }: TableRow): number {
  return new Set(cells.filter((cell) => cell !== '')).size;
}

/** No heading is a number or a day, and no row of them says what it names, `日期：今日`. */
function isHeading({ cells }: TableRow): boolean {
  const said = cells.filter((cell) => cell !== '');
  return !said.some((cell) => value.test(cell)) && !said.every((cell) => labelled.test(cell));
}

const value = /^[-+]?[\d,.]+%?$|^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/u;
const labelled = /^[^：:]{1,20}[：:]\s*\S/u;

/** Whether headings of a row stand over those of the next: one stands in several columns, of which each has another below. */
function isGroups(row: TableRow, below: TableRow): boolean {
  if (!isHeading(below)) return false;
  return row.cells.some(
    (cell, column, cells) =>
      cell !== '' &&
      cell === cells[column - 1] &&
      below.cells[column] !== below.cells[column - 1] &&
      (below.cells[column] ?? '') !== '' &&
      below.cells[column] !== cell,
  );
}

function joined({ cells }: TableRow, below: TableRow): readonly string[] {
  const width = Math.max(cells.length, below.cells.length);
  return Array.from({ length: width }, (_, column) => {
    const [group, sub] = [oneLine(cells[column] ?? ''), oneLine(below.cells[column] ?? '')];
    if (group === '' || group === sub) return sub;
    return sub === '' ? group : `${group}/${sub}`;
  });
}

/** Headings are broken into lines to keep columns narrow. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, '');
}

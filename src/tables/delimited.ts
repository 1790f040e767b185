import papaparse from 'papaparse';

import type { FileBytes, Platform } from '../base/bytes.ts';
import { headingsOf, isTotal, rowsForHeadings } from '../base/headings.ts';
import { pathProblem } from '../base/path-problems.ts';
import type { Table, TableRow } from '../base/table.ts';
import { bytesOf, type Encoding, encodingOf, longestRow, rowTooLong } from './encoding.ts';
import { mostColumns } from './limits.ts';
import { faultOf, TableFault, tableProblem } from './problem.ts';
import { newTold, type Told } from './told.ts';
import { trimmed } from '../base/trimmed.ts';

/**
 * The table of a delimited text (RFC 4180), read as it comes: some thousand rows are held at a time.
 *
 * Its encoding is told by {@link encodingOf}, what parts its cells by its heading.
 *
 * @throws TableFault where it is no text; what {@link bytesOf} throws
 */
export async function delimitedTable(file: FileBytes, platform: Platform): Promise<Table> {
  const { name: path } = file;
  const encoding = await encodingOf(file, platform);
  const told = newTold();
  return { name: path, problems: told.problems, rows: { [Symbol.asyncIterator]: rows } };

  async function* rows(): AsyncGenerator<readonly TableRow[]> {
    told.forget();
    let any = false;
    try {
      for await (const some of rowsIn(textsOf(file, platform, encoding), path, told)) {
        if (some.length > 0) yield some;
        any ||= some.length > 0;
      }
      if (!any) told.tell(tableProblem('table/empty', path, { name: path }));
    } catch (error) {
      told.tell(faultOf(error));
    }
  }
}

/** Characters that are gathered before it is told what parts the cells. */
const toBeginWith = 65_536;

async function* rowsIn(
  texts: AsyncIterable<Lines>,
  path: string,
  told: Told,
): AsyncGenerator<readonly TableRow[]> {
  let delimiter: string | undefined;
  let shape: Shape | undefined;
  let before = 0;
  let rest = '';
  for await (const { text, isLast } of texts) {
    rest += text;
    if (delimiter === undefined && rest.length < toBeginWith && !isLast) continue;
    delimiter ??= delimiterOf(rest, isLast);
    const isTooLong = rest.length - text.length > longestRow;
    const { rows, used, hasOpenQuote } = parsed(rest, delimiter, isLast || isTooLong);
    const read = rows.flatMap((cells, index) => rowOf(cells, before + index + 1));
    shape ??= shapeOf(read, path);
    const heading = shape;
    yield heading ? read.map((row) => evenOrTold(row, heading, path, told)) : read;
    before += rows.length;
    rest = rest.slice(used);
    if (hasOpenQuote) {
      const row = before + 1;
      throw new TableFault(tableProblem('table/open-quote', path, { row }, { row }));
    }
    if (isTooLong) throw new TableFault(rowTooLong(path));
  }
}

/** Whole lines, each with a line feed behind it; only the last of all may lack it. */
interface Lines {
  readonly text: string;
  readonly isLast: boolean;
}

/** The text of a file, some lines at a time. */
async function* textsOf(
  file: FileBytes,
  platform: Platform,
  encoding: Encoding,
): AsyncGenerator<Lines> {
  const { name: path } = file;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decoded = (piece?: Uint8Array) => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new TableFault(pathProblem('io/not-text', path, { path }));
    }
  };
  let rest = '';
  for await (const piece of bytesOf(file, platform)) {
    rest += decoded(piece);
    const end = Math.max(rest.lastIndexOf('\n'), rest.lastIndexOf('\r', rest.length - 2)) + 1;
    if (end > 0) yield { text: rest.slice(0, end).replaceAll(lineEnds, '\n'), isLast: false };
    rest = rest.slice(end);
    if (rest.length > longestRow) throw new TableFault(rowTooLong(path));
  }
  yield { text: `${rest}${decoded()}`.replaceAll(lineEnds, '\n'), isLast: true };
}

const lineEnds = /\r\n?/gu;
const delimiters = [',', '\t', ';', '|'] as const;

/** What parts the cells of a text: that by which its headings are most, else that by which its cells are. */
function delimiterOf(text: string, isLast: boolean): string {
  const shapes = delimiters.map((delimiter) => {
    const { rows } = parsed(text, delimiter, isLast, rowsForHeadings);
    const heading = headingsOf(rows.flatMap((cells, index) => rowOf(cells, index + 1)));
    const headings = heading?.titles.length ?? 0;
    const cells = rows.reduce((most, { length }) => Math.max(most, length), 0);
    return { delimiter, headings: headings > 1 ? headings : 0, cells };
  });
  const [first] = shapes.toSorted((a, b) => b.headings - a.headings || b.cells - a.cells);
  return first?.delimiter ?? ',';
}

interface Parsed {
  readonly rows: readonly (readonly string[])[];
  /** Characters that they take. */
  readonly used: number;
  /** In the row behind them is a quote of which it cannot be told where it ends. */
  readonly hasOpenQuote: boolean;
}

/** @param isLast - nothing follows the text, else its last row may go on */
function parsed(text: string, delimiter: string, isLast: boolean, preview = 0): Parsed {
  const { data, errors, meta } = new papaparse.Parser({
    delimiter,
    newline: '\n',
    preview,
  }).parse(text, 0, !isLast) as papaparse.ParseResult<readonly string[]>;
  const [fault] = errors;
  if (!fault) return { rows: data, used: meta.cursor, hasOpenQuote: false };
  const { row = 0 } = fault;
  const used = row === 0 ? 0 : parsed(text, delimiter, true, row).used;
  return { rows: data.slice(0, row), used, hasOpenQuote: true };
}

function rowOf(cells: readonly string[], number: number): readonly TableRow[] {
  const said = cells.map(cellOf);
  if (!said.some((cell) => cell !== '')) return [];
  if (!said.some((cell) => cell.startsWith('#'))) return [{ number, cells: said }];
  const errors = new Map([...said.entries()].filter(([, cell]) => formulaErrors.has(cell)));
  const values = said.map((cell, column) => (errors.has(column) ? '' : cell));
  return [{ number, cells: values, ...(errors.size > 0 && { errors }) }];
}

/** What spreadsheet programs write where a formula has no value (ECMA-376-1, 18.17.3). */
const formulaErrors: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
]);

/** What keeps a number as text, `'0123` or `="0123"`, is left out. */
function cellOf(text: string): string {
  const cell = trimmed(text);
  if (cell.startsWith("'")) return cell.slice(1);
  return cell.startsWith('="') && cell.endsWith('"') && cell.length > 2 ? cell.slice(2, -1) : cell;
}

interface Shape {
  /** The row of the headings. */
  readonly row: number;
  /** Up to the last that has a title, and all that there are. */
  readonly titled: number;
  readonly all: number;
}

/** @throws TableFault where a row has more columns than a table has */
function shapeOf(rows: readonly TableRow[], path: string): Shape | undefined {
  if (rows.some(({ cells }) => cells.length > mostColumns))
    throw new TableFault(
      tableProblem('table/too-large', path, { name: path, what: 'columns', limit: mostColumns }),
    );
  const heading = headingsOf(rows);
  if (!heading) return undefined;
  const { titles, row } = heading;
  const titled = titles.findLastIndex((title) => title !== '') + 1;
  return { row, titled, all: titles.length };
}

function evenOrTold(row: TableRow, shape: Shape, path: string, { tell }: Told): TableRow {
  const { number, cells } = row;
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  const isEven = cells.length >= shape.titled && filled <= shape.all;
  if (isEven || number <= shape.row || isTotal(row)) return row;
  const params = { row: number, cells: cells.length, heading: shape.titled };
  tell(tableProblem('table/ragged', path, params, { row: number }));
  return { ...row, ragged: true };
}

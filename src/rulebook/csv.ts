import type { Source, Span } from '../base/source.ts';

/** A CSV text (RFC 4180): a header, and rows of which each cell is found by its number. */
export interface Csv {
  readonly source: Source;
  readonly header: readonly string[];
  /** Rows below the header, those with too many or too few cells left out. */
  readonly rows: number;
  readonly faults: readonly CsvFault[];
  /** Where each cell of the rows begins and ends, row by row; quotes belong to it. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** What is not as RFC 4180 has it, from `start` up to `end`. */
export type CsvFault = { readonly start: number; readonly end: number } & (
  | { readonly why: CsvReason }
  | { readonly why: 'cells'; readonly cells: number }
);

export type CsvReason =
  /** Nothing below the header, or nothing at all. */
  | 'empty'
  | 'size'
  | 'rows'
  | 'columns'
  /** A quote that nothing closes. */
  | 'open-quote'
  /** Text behind a closing quote. */
  | 'after-quote'
  /** A quote within a cell that does not begin with one. */
  | 'quote-inside'
  /** A line that ends in a carriage return alone. */
  | 'line-end';

/** The most that is read of one file. */
export const csvLimits = { size: 16_000_000, rows: 1_000_000, columns: 200 } as const;

/** Faults of one file that are told of, at most. */
const mostFaults = 50;

const known = new WeakMap<Source, Csv>();

/** Read once for each source. Lines end in LF or CRLF; a byte order mark is passed over. */
export function csvOf(source: Source): Csv {
  const before = known.get(source);
  if (before) return before;
  const csv = parseCsv(source);
  known.set(source, csv);
  return csv;
}

/** The text of a cell, without its quotes. */
export function cellText({ source, starts, ends, header }: Csv, row: number, column: number) {
  const at = row * header.length + column;
  return unquoted(source.text, starts[at] ?? 0, ends[at] ?? 0);
}

export function cellSpan({ source, starts, ends, header }: Csv, row: number, column: number): Span {
  const at = row * header.length + column;
  return { source, start: starts[at] ?? 0, end: ends[at] ?? 0 };
}

/** The first line. */
export function headerSpan({ source }: Csv): Span {
  const { text } = source;
  const start = text.startsWith(mark) ? 1 : 0;
  const end = text.indexOf('\n');
  return { source, start, end: end < 0 ? text.length : text[end - 1] === '\r' ? end - 1 : end };
}

const indexes = new WeakMap<Csv, Map<number, ReadonlyMap<string, number>>>();

/** The row that has each text in a column, in the order of the rows; the last of several. */
export function rowsBy(csv: Csv, column: number): ReadonlyMap<string, number> {
  const own = indexes.get(csv) ?? new Map<number, ReadonlyMap<string, number>>();
  indexes.set(csv, own);
  const before = own.get(column);
  if (before) return before;
  const rows = new Map<string, number>();
  for (let row = 0; row < csv.rows; row += 1) rows.set(cellText(csv, row, column), row);
  own.set(column, rows);
  return rows;
}

const mark = '\uFEFF';
const [comma, lineFeed, carriageReturn, quote] = [44, 10, 13, 34];

function unquoted(text: string, start: number, end: number): string {
  if (text.charCodeAt(start) !== quote || start === end) return text.slice(start, end);
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

function parseCsv(source: Source): Csv {
  const { text } = source;
  const faults: CsvFault[] = [];
  const cells = newCells();
  let header: readonly string[] | undefined;
  let rows = 0;
  let lost = false;
  const nothing = { source, header: [], rows: 0, ...cells.all() };
  if (text.length > csvLimits.size)
    return { ...nothing, faults: [{ why: 'size', start: 0, end: 0 }] };

  let at = text.startsWith(mark) ? 1 : 0;
  while (at < text.length && faults.length < mostFaults) {
    const first = cells.count();
    const start = at;
    at = line(at);
    const count = cells.count() - first;
    // behind a quote that is misread nothing can be told of where cells begin
    if (isLost()) {
      cells.cut(first);
      break;
    }
    if (!header) {
      header = Array.from({ length: count }, (_, index) => unquoted(text, ...cells.at(index)));
      cells.cut(0);
      if (count > csvLimits.columns) {
        return { ...nothing, faults: [{ why: 'columns', start, end: start }] };
      }
    } else if (count !== header.length) {
      faults.push({ why: 'cells', cells: count, start, end: cells.at(first + count - 1)[1] });
      cells.cut(first);
    } else if (rows === csvLimits.rows) {
      faults.push({ why: 'rows', start, end: start });
      cells.cut(first);
      break;
    } else rows += 1;
  }
  if (rows === 0 && faults.length === 0)
    faults.push({ why: 'empty', start: text.length, end: text.length });
  return { source, header: header ?? [], rows, faults, ...cells.all() };

  function isLost(): boolean {
    return lost;
  }

  /** Reads one line of cells; gives where the next one begins. */
  function line(from: number): number {
    let begin = from;
    for (;;) {
      const end = cell(begin);
      cells.add(begin, end);
      const next = text.charCodeAt(end);
      if (next === comma) {
        begin = end + 1;
        continue;
      }
      if (next !== carriageReturn) return end + 1;
      if (text.charCodeAt(end + 1) === lineFeed) return end + 2;
      faults.push({ why: 'line-end', start: end, end: end + 1 });
      return end + 1;
    }
  }

  /** Reads one cell; gives where it ends: at a comma, a line's end, or the end of the text. */
  function cell(from: number): number {
    if (text.charCodeAt(from) === quote) return quoted(from);
    return unquotedEnd(from, (start) => {
      faults.push({ why: 'quote-inside', start, end: start + 1 });
    });
  }

  function quoted(from: number): number {
    let end = text.indexOf('"', from + 1);
    while (end >= 0 && text.charCodeAt(end + 1) === quote) end = text.indexOf('"', end + 2);
    if (end < 0) return lostAt('open-quote', from, from + 1);
    const after = unquotedEnd(end + 1);
    if (after === end + 1) return after;
    // a quote lines below, with text behind it, was not meant to close this one
    const isBelow = text.slice(from, end).includes('\n');
    return isBelow ? lostAt('open-quote', from, from + 1) : lostAt('after-quote', end + 1, after);
  }

  function lostAt(why: 'open-quote' | 'after-quote', start: number, end: number): number {
    faults.push({ why, start, end });
    lost = true;
    return text.length;
  }

  function unquotedEnd(from: number, atQuote?: (at: number) => void): number {
    let end = from;
    let told = false;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === comma || code === lineFeed || code === carriageReturn) break;
      if (code === quote && !told) {
        told = true;
        atQuote?.(end);
      }
    }
    return end;
  }
}

/** Places of cells, one after the other. */
function newCells() {
  let starts = new Int32Array(1024);
  let ends = new Int32Array(1024);
  let count = 0;
  return {
    count: () => count,
    at: (index: number): [number, number] => [starts[index] ?? 0, ends[index] ?? 0],
    add: (start: number, end: number): void => {
      if (count === starts.length) [starts, ends] = [grown(starts), grown(ends)];
      starts[count] = start;
      ends[count] = end;
      count += 1;
    },
    /** Forgets all but the first ones. */
    cut: (to: number): void => {
      count = to;
    },
    all: () => ({ starts: starts.slice(0, count), ends: ends.slice(0, count) }),
  };
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A text with the name to show for it, usually a path. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** `sha256:…` of its bytes, where whoever read them was asked for it. */
  readonly digest?: string;
  /** Where it begins in the file of its name, for one record of a stream; at the beginning where it is not said. */
  readonly begins?: Position;
  /** Where its parts stand in tables, for a record that was made of their rows. */
  readonly rows?: RowsOf;
}

/** The rows that a record was made of. */
export interface RowsOf {
  /** The same for all records of an import. */
  readonly tables: readonly TableLayout[];
  readonly rows: readonly RowPart[];
}

/** A part of a record, by its JSON pointer, and the row that it comes from. */
export interface RowPart {
  readonly pointer: string;
  /** Its place among the tables. */
  readonly table: number;
  /** As spreadsheets count, from 1. */
  readonly row: number;
  /** Where the columns of the part begin, in the pointers of the table's columns. */
  readonly from: string;
}

export interface TableLayout {
  /** `book.csv`, `book.xlsx!Sheet` */
  readonly sheet: string;
  /** By JSON pointer from the record of the row. */
  readonly columns: { readonly [pointer: string]: Column };
  /** What the mapping says of every row, by the same pointers: it stands in no cell. */
  readonly fixed?: readonly string[];
}

export interface Column {
  /** As spreadsheets name it: `K`. */
  readonly letter: string;
  readonly heading: string;
}

/** A cell of a table, or a row of it. */
export interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column?: Column;
  /** The mapping says it of every row: it stands in no cell of the row. */
  readonly isFixed?: true;
}

/** The cell that what is at a JSON pointer of a record comes from, or would; undefined for a record of no table. */
export function cellAt({ rows: of }: Source, pointer: string): Cell | undefined {
  if (!of) return undefined;
  let part: RowPart | undefined;
  for (const one of of.rows) {
    const isIn = pointer === one.pointer || pointer.startsWith(`${one.pointer}/`);
    if (isIn && one.pointer.length >= (part?.pointer.length ?? 0)) part = one;
  }
  const table = part && of.tables[part.table];
  if (!part || !table) return undefined;
  const own = part.from + pointer.slice(part.pointer.length);
  const column = table.columns[own];
  return {
    sheet: table.sheet,
    row: part.row,
    ...(column && { column }),
    ...(table.fixed?.includes(own) && { isFixed: true }),
  };
}

/** The part of a source from offset `start` up to, not including, `end` (UTF-16 units, from 0). */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Where a span begins: the place of something that is not there. */
export function startOf(span: Span): Span {
  return { ...span, end: span.start };
}

/** Line and column for people: both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStarts = new WeakMap<Source, readonly number[]>();

export function positionOf({ source, start }: Pick<Span, 'source' | 'start'>): Position {
  const starts = lineStartsOf(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const column = start - (starts[low] ?? 0) + 1;
  const { begins } = source;
  if (!begins) return { line: low + 1, column };
  return { line: low + begins.line, column: low === 0 ? column + begins.column - 1 : column };
}

/** The text of one line of the file, counted from 1, without its end of line: of a record only what is its own. */
export function lineOf(source: Source, line: number): string {
  const starts = lineStartsOf(source);
  const own = line - (source.begins?.line ?? 1);
  return source.text.slice(starts[own] ?? 0, starts[own + 1] ?? source.text.length).trimEnd();
}

export function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

function lineStartsOf(source: Source): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  lineStarts.set(source, starts);
  return starts;
}

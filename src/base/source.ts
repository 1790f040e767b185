/** A text with the name to show for it, usually a path. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** `sha256:…` of its bytes, where whoever read them was asked for it. */
  readonly digest?: string;
  /** Where it begins in the file of its name, for one record of a stream; at the beginning where it is not said. */
  readonly begins?: Position;
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

/** A text with the name to show for it, usually a path. */
export interface Source {
  readonly name: string;
  readonly text: string;
  /** `sha256:…` of its bytes, where whoever read them was asked for it. */
  readonly digest?: string;
}

/** The part of a source from offset `start` up to, not including, `end` (UTF-16 units, from 0). */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
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
  return { line: low + 1, column: start - (starts[low] ?? 0) + 1 };
}

/** The text of one line, counted from 1, without its end of line. */
export function lineOf(source: Source, line: number): string {
  const starts = lineStartsOf(source);
  return source.text.slice(starts[line - 1] ?? 0, starts[line] ?? source.text.length).trimEnd();
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

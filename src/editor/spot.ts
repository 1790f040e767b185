/** Where in a YAML text a place is, told by its lines alone: the text may be half-written. */
export interface Spot {
  /** Keys of maps and positions in lists on the way to it; of a key that is being written those around it. */
  readonly keys: readonly string[];
  readonly isKey: boolean;
  /** Where what is being written begins; behind the quote of a text in quotes. */
  readonly start: number;
}

interface Token {
  readonly column: number;
  /** Absent for the dash of an item. */
  readonly key?: string;
  /** Behind the colon or dash. */
  readonly end: number;
}

const key =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#'"[\]{},&*!|>%@`-][^:#]*?|-[^\s:#][^:#]*?))\s*:(?=\s|$)/u;

/** Where a place is; in a file without keys above it, the key that is being written at the top. */
export function spotAt(text: string, offset: number): Spot {
  const lines = text.slice(0, offset).split('\n');
  const row = lines.length - 1;
  const line = lines[row] ?? '';
  const lineStart = offset - line.length;
  const tokens = tokensOf(line);
  const last = tokens.at(-1);
  const from = last?.end ?? 0;
  const blanks = /^\s*/u.exec(line.slice(from))?.[0].length ?? 0;
  const column = from + blanks;
  if (last?.key !== undefined)
    return written(lineStart + column, [...above(lines, row, last.column), last.key]);
  const around = above(lines, row, column);
  // a line without a key of its own goes on with the text of the key above
  const begun = last ? undefined : begunAbove(lines, row, column);
  if (begun) return { keys: [...above(lines, begun.row, begun.column), begun.key], ...begun.at };
  return written(lineStart + column, around);

  /** In braces or brackets one is further in. */
  function written(start: number, keys: readonly string[]): Spot {
    const isKey = last?.key === undefined;
    const head = text[start];
    if (head === '{' || head === '[') {
      const inner = insideFlow(text.slice(start, offset));
      if (inner)
        return { keys: [...keys, ...inner.keys], isKey: inner.isKey, start: start + inner.start };
    }
    const isQuoted = (head === '"' || head === "'") && start < offset;
    return { keys, isKey: isKey && !isQuoted, start: isQuoted ? start + 1 : start };
  }
}

/** Dashes, and the key behind them. */
function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = /^\s*/u.exec(line)?.[0].length ?? 0;
  for (let dash = /^-\s+/u.exec(line.slice(at)); dash; dash = /^-\s+/u.exec(line.slice(at))) {
    tokens.push({ column: at, end: at + 1 });
    at += dash[0].length;
  }
  const found = key.exec(line.slice(at));
  if (found) {
    const [whole, double, single, plain] = found;
    tokens.push({ column: at, key: double ?? single ?? plain ?? '', end: at + whole.length });
  }
  return tokens;
}

/** The keys and positions that lead to a column of a line. */
function above(lines: readonly string[], row: number, column: number): readonly string[] {
  const keys: string[] = [];
  let limit = column;
  let isItem = false;
  for (let at = row; at >= 0 && (limit > 0 || isItem); at -= 1) {
    for (const token of tokensOf(lines[at] ?? '').toReversed()) {
      if (token.key === undefined && token.column < limit) {
        keys.unshift(String(positionOf(lines, at, token.column)));
        [limit, isItem] = [token.column, true];
      } else if (
        token.key !== undefined &&
        (token.column < limit || (isItem && token.column === limit))
      ) {
        keys.unshift(token.key);
        [limit, isItem] = [token.column, false];
      }
    }
  }
  return keys;
}

/** How many items of its list stand above an item. */
function positionOf(lines: readonly string[], row: number, column: number): number {
  let position = 0;
  for (let at = row - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const indent = line.length - line.trimStart().length;
    const isDash = /^\s*-(?:\s|$)/u.test(line);
    if (indent < column || (indent === column && !isDash)) break;
    if (indent === column) position += 1;
  }
  return position;
}

/** The key above whose text goes on below it: a block, or words that go on. */
function begunAbove(lines: readonly string[], row: number, column: number) {
  let limit = column;
  for (let at = row - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const [first] = tokensOf(line);
    const last = tokensOf(line).at(-1);
    const indent = line.length - line.trimStart().length;
    if (last?.key !== undefined && first && last.column < limit) {
      const value = line.slice(last.end).trim();
      if (value === '' || value.startsWith('#') || /^[[{]/u.test(value)) return undefined;
      const isBlock = /^[|>][-+\d]*$/u.test(value);
      const before = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
      const inLine = before + last.end + (/^\s*/u.exec(line.slice(last.end))?.[0].length ?? 0);
      const start = isBlock ? before + line.length + 1 : inLine;
      return { row: at, column: last.column, key: last.key, at: { isKey: false, start } };
    }
    if (indent < limit) limit = Math.max(indent, 1);
  }
  return undefined;
}

/** Where the end of a text is that begins with a brace or bracket; undefined behind the last of them. */
function insideFlow(flow: string): Spot | undefined {
  const open: {
    readonly isMap: boolean;
    key?: string | undefined;
    index: number;
    start: number;
  }[] = [];
  for (let at = 0; at < flow.length; at += 1) {
    const char = flow[at] ?? '';
    const here = open.at(-1);
    if (char === '{' || char === '[') open.push({ isMap: char === '{', index: 0, start: at + 1 });
    else if (char === '}' || char === ']') open.pop();
    else if ((char === '"' || char === "'") && here && flow.slice(here.start, at).trim() === '') {
      const end = flow.indexOf(char, at + 1);
      // what is being written is in the quotes
      if (end < 0) return spotIn(at + 1, true);
      at = end;
    } else if (char === ',' && here) {
      here.key = undefined;
      here.index += 1;
      here.start = at + 1;
    } else if (
      char === ':' &&
      here?.isMap &&
      here.key === undefined &&
      /^\s|^$/u.test(flow[at + 1] ?? '')
    ) {
      here.key = flow
        .slice(here.start, at)
        .trim()
        .replaceAll(/^["']|["']$/gu, '');
      here.start = at + 1;
    }
  }
  const here = open.at(-1);
  if (!here) return undefined;
  const blanks = /^\s*/u.exec(flow.slice(here.start))?.[0].length ?? 0;
  return spotIn(here.start + blanks, false);

  function spotIn(start: number, isQuoted: boolean): Spot {
    const keys = open.flatMap(({ isMap, key: named, index }) =>
      isMap ? (named ?? []) : String(index),
    );
    const last = open.at(-1);
    return { keys, isKey: !isQuoted && last?.isMap === true && last.key === undefined, start };
  }
}

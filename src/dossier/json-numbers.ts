import { pointerTo } from '../base/pointer.ts';

const [openMap, closeMap, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const [quote, comma, backslash, minus, point] = [0x22, 0x2c, 0x5c, 0x2d, 0x2e];

/** A number that the double of a JSON text may not tell: of more than 15 digits, or with an exponent. */
export interface LongNumber {
  /** Where it stands in the text. */
  readonly start: number;
  readonly text: string;
  /** Keys and positions, the outermost first. */
  readonly path: readonly (string | number)[];
}

/** Keys of a JSON text, counted by the colons that follow a quotation mark. */
export interface JsonKeys {
  readonly keys: number;
  /** Where the long numbers behind keys begin. */
  readonly long: readonly number[];
}

/** Undefined where a colon stands after a space, which could hide a key from the count. */
export function jsonKeys(json: string): JsonKeys | undefined {
  let keys = 0;
  const long: number[] = [];
  for (let at = json.indexOf(':'); at >= 0; at = json.indexOf(':', at + 1)) {
    const before = json.charCodeAt(at - 1);
    if (before !== quote) {
      if (before <= 32) return undefined;
      continue;
    }
    keys += 1;
    let next = at + 1;
    let code = json.charCodeAt(next);
    while (code <= 32) code = json.charCodeAt((next += 1));
    const start = next;
    if (code === minus) code = json.charCodeAt((next += 1));
    if (isDigit(code) && isLong(json, next, endOfNumber(json, next))) long.push(start);
  }
  return { keys, long };
}

/**
 * The long numbers of a JSON text by where they begin.
 *
 * @param starts - as `jsonKeys` finds them; none of them may be in a text, where a colon may follow a quotation mark too
 */
export function longNumbersAt(json: string, starts: readonly number[]): readonly LongNumber[] {
  const opened: number[] = [];
  // of a list the position, of a record -1
  const positions: number[] = [];
  const found: LongNumber[] = [];
  let at = 0;
  for (const start of starts) {
    for (; at < start; at += 1) {
      const code = json.charCodeAt(at);
      if (code === quote) {
        at = endOfText(json, at + 1);
      } else if (code === comma) {
        const depth = positions.length - 1;
        const position = positions[depth] ?? -1;
        if (position >= 0) positions[depth] = position + 1;
      } else if (code === openMap || code === openList) {
        opened.push(at);
        positions.push(code === openList ? 0 : -1);
      } else if (code === closeMap || code === closeList) {
        opened.pop();
        positions.pop();
      }
    }
    if (at === start) found.push({ start, text: numberAt(json, start), path: pathTo(start) });
  }
  return found;

  function pathTo(start: number): readonly (string | number)[] {
    return positions.map((position, depth) =>
      position >= 0 ? position : keyBefore(json, opened[depth + 1] ?? start),
    );
  }
}

/** Numbers as they are written, by their JSON pointers. */
export type Written = ReadonlyMap<string, string>;

/** Those of the numbers behind the keys of a JSON text that its doubles may not tell. */
export function writtenIn(json: string): Written {
  return writtenOf(longNumbersAt(json, jsonKeys(json)?.long ?? []));
}

export function writtenOf(numbers: readonly LongNumber[]): Written {
  return new Map(numbers.map(({ path, text }) => [path.reduce(pointerTo, ''), text]));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Behind the digits and the point of a number. */
function endOfNumber(json: string, start: number): number {
  let end = start;
  for (let code = json.charCodeAt(end); isDigit(code) || code === point;)
    code = json.charCodeAt((end += 1));
  return end;
}

/** With its sign and its exponent. */
function numberAt(json: string, start: number): string {
  let end = start;
  while (/[-+.0-9eE]/u.test(json.charAt(end))) end += 1;
  return json.slice(start, end);
}

function isLong(json: string, start: number, end: number): boolean {
  const code = json.charCodeAt(end);
  if (code === 0x65 || code === 0x45) return true;
  const length = end - start;
  return length > 16 || (length === 16 && !json.slice(start, end).includes('.'));
}

/** The key of a value that begins at an offset. */
function keyBefore(json: string, offset: number): string {
  const end = json.lastIndexOf(':', offset) - 1;
  let start = json.lastIndexOf('"', end - 1);
  while (json.charCodeAt(start - 1) === backslash) start = json.lastIndexOf('"', start - 1);
  return JSON.parse(json.slice(start, end + 1)) as string;
}

/** The quotation mark that ends a text, whose characters begin at `start`. */
function endOfText(json: string, start: number): number {
  let end = json.indexOf('"', start);
  while (json.charCodeAt(end - 1) === backslash && isEscaped(json, end, start))
    end = json.indexOf('"', end + 1);
  return end;
}

/** A quote behind an odd number of backslashes. */
function isEscaped(json: string, end: number, start: number): boolean {
  let first = end;
  while (first > start && json.charCodeAt(first - 1) === backslash) first -= 1;
  return (end - first) % 2 === 1;
}

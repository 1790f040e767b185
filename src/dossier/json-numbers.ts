import { pointerTo } from '../base/pointer.ts';

const [openMap, closeMap, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const [quote, comma, colon, backslash, minus, point] = [0x22, 0x2c, 0x3a, 0x5c, 0x2d, 0x2e];

/** A number that the double of a JSON text may not tell: of more than 15 digits, or with an exponent. */
export interface LongNumber {
  /** Where it stands in the text. */
  readonly start: number;
  readonly text: string;
  /** Keys and positions, the outermost first. */
  readonly path: readonly (string | number)[];
}

/** Keys of a JSON text, and whether a number behind one of them is a long one. */
export interface JsonKeys {
  /** Counted by the colons that follow a quotation mark. */
  readonly keys: number;
  readonly hasLong: boolean;
}

/** Undefined where a colon stands after a space, which could hide a key from the count. */
export function jsonKeys(json: string): JsonKeys | undefined {
  let keys = 0;
  let hasLong = false;
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
    if (code === minus) code = json.charCodeAt((next += 1));
    if (isDigit(code)) hasLong ||= isLong(json, next, endOfNumber(json, next));
  }
  return { keys, hasLong };
}

/** The long numbers of a text that `JSON.parse` takes, in their order. */
export function longNumbersIn(json: string): readonly LongNumber[] {
  const found: LongNumber[] = [];
  const isList: boolean[] = [];
  // of a list the position, of a record where its last key begins
  const places: number[] = [];
  let at = 0;
  while (at < json.length) {
    const code = json.charCodeAt(at);
    const depth = isList.length - 1;
    if (code === quote) {
      const end = endOfText(json, at + 1);
      if (isList[depth] === false && isKey(json, end + 1)) places[depth] = at;
      at = end;
    } else if (code === openMap || code === openList) {
      isList.push(code === openList);
      places.push(0);
    } else if (code === closeMap || code === closeList) {
      isList.pop();
      places.pop();
    } else if (code === comma) {
      if (isList[depth]) places[depth] = (places[depth] ?? 0) + 1;
    } else if (isDigit(code)) {
      const end = endOfNumber(json, at);
      if (isLong(json, at, end)) {
        const start = json.charCodeAt(at - 1) === minus ? at - 1 : at;
        const to = endOfExponent(json, end);
        found.push({ start, text: json.slice(start, to), path: pathTo() });
        at = to - 1;
      } else at = end - 1;
    }
    at += 1;
  }
  return found;

  function pathTo(): readonly (string | number)[] {
    return places.map((place, depth) =>
      isList[depth]
        ? place
        : (JSON.parse(json.slice(place, endOfText(json, place + 1) + 1)) as string),
    );
  }
}

/** The long numbers of a text as they are written, by their JSON pointers. */
export function longNumbersByPointer(json: string): ReadonlyMap<string, string> {
  if (jsonKeys(json)?.hasLong === false) return new Map();
  return new Map(longNumbersIn(json).map(({ path, text }) => [path.reduce(pointerTo, ''), text]));
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

function endOfExponent(json: string, start: number): number {
  let end = start;
  while (/[-+0-9eE]/u.test(json.charAt(end))) end += 1;
  return end;
}

function isLong(json: string, start: number, end: number): boolean {
  const code = json.charCodeAt(end);
  if (code === 0x65 || code === 0x45) return true;
  const length = end - start;
  return length > 16 || (length === 16 && !json.slice(start, end).includes('.'));
}

function isKey(json: string, after: number): boolean {
  let at = after;
  while (json.charCodeAt(at) <= 32) at += 1;
  return json.charCodeAt(at) === colon;
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

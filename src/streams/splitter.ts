/** Cuts the bytes of a file into records, in pieces of any size: how they were cut makes no difference. */
export interface Splitter {
  /** Takes the next bytes, which it may keep; gives back what goes on with those after them. */
  push(bytes: Uint8Array): Splitter;
  /** There are no more bytes. */
  end(): void;
  /** Nothing after this is read. */
  readonly done?: true;
}

/** What goes on after a file that is not read to its end. */
export const done: Splitter = { push: () => done, end: () => {}, done: true };

export const byte = {
  tab: 0x09,
  newline: 0x0a,
  return: 0x0d,
  space: 0x20,
  quote: 0x22,
  hash: 0x23,
  percent: 0x25,
  comma: 0x2c,
  dash: 0x2d,
  dot: 0x2e,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

export function isBlank(code: number | undefined): boolean {
  return code === byte.space || code === byte.newline || code === byte.return || code === byte.tab;
}

/** The index of the first byte from `from` that is no white space; the length where there is none. */
export function firstSolid(bytes: Uint8Array, from = 0): number {
  let at = from;
  while (at < bytes.length && isBlank(bytes[at])) at += 1;
  return at;
}

export function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && isBlank(bytes[end - 1])) end -= 1;
  return bytes.subarray(Math.min(firstSolid(bytes), end), end);
}

/** Whether a line that begins with this may be a marker, a comment or a directive of YAML, and of JSON nothing. */
export function startsYaml(code: number | undefined): boolean {
  return code === byte.dash || code === byte.dot || code === byte.hash || code === byte.percent;
}

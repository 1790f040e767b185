import type { Position } from '../base/source.ts';
import { byte } from './splitter.ts';

/** Line and column of a place in a file of which the bytes come one after the other. */
export class Cursor {
  #line: number;
  #column: number;

  constructor({ line, column }: Position = { line: 1, column: 1 }) {
    this.#line = line;
    this.#column = column;
  }

  get position(): Position {
    return { line: this.#line, column: this.#column };
  }

  /** Goes over the bytes from `from` up to, not including, `to`. */
  pass(bytes: Uint8Array, from: number, to: number): void {
    const passed = bytes.subarray(from, to);
    let start = 0;
    for (
      let end = passed.indexOf(byte.newline);
      end >= 0;
      end = passed.indexOf(byte.newline, start)
    ) {
      this.#line += 1;
      this.#column = 1;
      start = end + 1;
    }
    this.#column += unitsOf(passed.subarray(start));
  }
}

/** How many UTF-16 units bytes in UTF-8 are, which may begin or end within a character. */
function unitsOf(bytes: Uint8Array): number {
  let units = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes[at] ?? 0;
    if ((code & 0xc0) !== 0x80) units += code >= 0xf0 ? 2 : 1;
  }
  return units;
}

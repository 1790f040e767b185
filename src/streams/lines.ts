import type { Position } from '../base/source.ts';
import { Held } from './held.ts';
import type { Records } from './records.ts';
import { byte, done, firstSolid, isBlank, type Splitter } from './splitter.ts';
import { ValueEnd } from './value-end.ts';

/**
 * A record a line, as in NDJSON: what is wrong with one is wrong with no other.
 *
 * Blank lines are none. The last line needs no end of line, but without one it has to be a whole value.
 */
export class Lines implements Splitter {
  readonly #records: Records;
  readonly #held: Held;
  #begins: Position;

  constructor(records: Records, begins: Position = { line: 1, column: 1 }) {
    this.#records = records;
    this.#held = new Held(records.limits);
    this.#begins = begins;
  }

  push(bytes: Uint8Array): Splitter {
    let from = 0;
    for (;;) {
      const end = bytes.indexOf(byte.newline, from);
      this.#held.add(bytes.subarray(from, end < 0 ? bytes.length : end));
      if (this.#isLost()) {
        this.#records.giveUp(this.#held, this.#begins);
        return done;
      }
      if (end < 0) return this;
      this.#line();
      this.#begins = { line: this.#begins.line + 1, column: 1 };
      from = end + 1;
    }
  }

  end(): void {
    const { count, file } = this.#records;
    const bytes = this.#held.isTooLarge ? undefined : withoutEnd(this.#held.take());
    if (!bytes) this.#records.held(this.#held, this.#begins);
    else if (isHalf(bytes)) this.#records.broken('io/half-written', { path: file }, this.#begins);
    else if (bytes.length > 0) this.#records.record(bytes, this.#begins);
    else if (count === 0) this.#records.fault('io/no-records', { path: file });
  }

  #line(): void {
    if (this.#held.isTooLarge) {
      this.#records.held(this.#held, this.#begins);
      return;
    }
    const bytes = withoutEnd(this.#held.take());
    if (bytes.length > 0) this.#records.record(bytes, this.#begins);
  }

  /** Whether what is left of the file is not worth going through. */
  #isLost(): boolean {
    return this.#held.isEndless || (this.#held.isTooLarge && this.#held.isBinary);
  }
}

/** A line without the white space at its end; nothing where it has nothing else. */
function withoutEnd(line: Uint8Array): Uint8Array {
  let end = line.length;
  while (end > 0 && isBlank(line[end - 1])) end -= 1;
  return line.subarray(0, end);
}

/** Whether a line is the beginning of a value and not the whole of it. */
function isHalf(bytes: Uint8Array): boolean {
  const start = firstSolid(bytes);
  const first = bytes[start];
  if (first !== byte.openBrace && first !== byte.openBracket) return false;
  return new ValueEnd().find(bytes, start) < 0;
}

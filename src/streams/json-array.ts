import type { Position } from '../base/source.ts';
import type { Cursor } from './cursor.ts';
import { Held } from './held.ts';
import type { Records } from './records.ts';
import { byte, done, firstSolid, type Splitter } from './splitter.ts';
import { ValueEnd } from './value-end.ts';

/** The elements of a JSON array, each a record. */
export class JsonArray implements Splitter {
  readonly #records: Records;
  readonly #cursor: Cursor;
  readonly #held: Held;
  #end = new ValueEnd(true);
  #begins: Position;
  /** Before its bracket; before an element; in one; behind the array. */
  #state: 'start' | 'before' | 'inside' | 'after' = 'start';
  #isFirst = true;
  #isObject = false;

  constructor(records: Records, cursor: Cursor) {
    this.#records = records;
    this.#held = new Held(records.limits);
    this.#cursor = cursor;
    this.#begins = cursor.position;
  }

  push(bytes: Uint8Array): Splitter {
    let at = 0;
    if (this.#state === 'start') {
      at = this.#pass(bytes, 0, 1);
      this.#state = 'before';
    }
    while (at < bytes.length) {
      if (this.#state === 'inside') {
        const end = this.#end.find(bytes, at);
        const to = end < 0 ? bytes.length : end;
        this.#held.add(bytes.subarray(at, to));
        at = this.#pass(bytes, at, to);
        if (this.#held.isLost) {
          this.#records.giveUp(this.#held, this.#begins);
          return done;
        }
        if (end < 0) break;
        this.#records.heldValue(this.#held, this.#begins);
        at = this.#delimiter(bytes, at);
        continue;
      }
      at = this.#pass(bytes, at, firstSolid(bytes, at));
      if (at === bytes.length) break;
      if (this.#state === 'after') {
        this.#stray('array');
        return done;
      }
      at = this.#element(bytes, at);
    }
    return this;
  }

  end(): void {
    const { count, file } = this.#records;
    if (this.#state === 'after') {
      if (count === 0) this.#records.fault('io/no-records', { path: file });
      return;
    }
    const isWhole = this.#state === 'inside' && this.#isObject && this.#end.isClosed;
    if (this.#state === 'inside' && !isWhole) {
      this.#records.broken('io/half-written', { path: file }, this.#begins);
      return;
    }
    if (isWhole) this.#records.heldValue(this.#held, this.#begins);
    this.#records.fault('io/half-written', { path: file }, this.#cursor.position);
  }

  /** At the first byte of an element, or at a bracket or comma where there is none. */
  #element(bytes: Uint8Array, at: number): number {
    const code = bytes[at];
    if (code === byte.comma || code === byte.closeBracket) {
      if (code === byte.comma || !this.#isFirst) this.#stray('comma');
      return this.#delimiter(bytes, at);
    }
    this.#begins = this.#cursor.position;
    this.#end = new ValueEnd(true);
    this.#isObject = code === byte.openBrace;
    this.#isFirst = false;
    this.#state = 'inside';
    return at;
  }

  #delimiter(bytes: Uint8Array, at: number): number {
    this.#state = bytes[at] === byte.comma ? 'before' : 'after';
    this.#isFirst = false;
    return this.#pass(bytes, at, at + 1);
  }

  #stray(after: 'array' | 'comma'): void {
    this.#records.fault(
      'io/stray-text',
      { path: this.#records.file, after },
      this.#cursor.position,
    );
  }

  #pass(bytes: Uint8Array, from: number, to: number): number {
    this.#cursor.pass(bytes, from, to);
    return to;
  }
}

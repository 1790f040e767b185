import type { Position } from '../base/source.ts';
import type { Cursor } from './cursor.ts';
import type { Manner } from './first-line.ts';
import type { Held } from './held.ts';
import type { Records } from './records.ts';
import { byte, done, firstSolid, type Splitter, startsYaml } from './splitter.ts';
import { ValueEnd } from './value-end.ts';
import { Whole } from './whole.ts';
import { YamlDocuments } from './yaml-documents.ts';

/** An object that was begun. */
interface Opened {
  readonly held: Held;
  readonly end: ValueEnd;
  readonly begins: Position;
}

/**
 * Objects in any layout, one after the other; most often there is one.
 *
 * The one text of a file is handed on as it is, with all white space around it, and with whatever is wrong in it.
 */
export class Objects implements Splitter {
  readonly #records: Records;
  readonly #manner: Manner;
  readonly #cursor: Cursor;
  readonly #held: Held;
  #end: ValueEnd;
  #begins: Position;
  #isOpen = true;

  constructor(records: Records, manner: Manner, { held, end, begins }: Opened, cursor: Cursor) {
    this.#records = records;
    this.#manner = manner;
    this.#held = held;
    this.#end = end;
    this.#begins = begins;
    this.#cursor = cursor;
  }

  push(bytes: Uint8Array): Splitter {
    let at = 0;
    while (at < bytes.length) {
      if (this.#isOpen) {
        const end = this.#end.find(bytes, at);
        at = this.#keep(bytes, at, end < 0 ? bytes.length : end + 1);
        this.#isOpen = end < 0;
        if (this.#held.isLost) {
          this.#records.giveUp(this.#held, this.#begins);
          return done;
        }
        if (!this.#isOpen && !this.#isFirst) this.#records.heldValue(this.#held, this.#begins);
        continue;
      }
      at = this.#keep(bytes, at, firstSolid(bytes, at));
      if (at === bytes.length) break;
      if (bytes[at] !== byte.openBrace) return this.#other(bytes.subarray(at));
      this.#handOn();
      this.#begins = this.#cursor.position;
      this.#end = new ValueEnd();
      this.#isOpen = true;
    }
    return this;
  }

  end(): void {
    if (this.#isFirst) this.#records.whole(this.#held);
    else if (this.#isOpen)
      this.#records.broken('io/half-written', { path: this.#records.file }, this.#begins);
  }

  get #isFirst(): boolean {
    return this.#records.count === 0;
  }

  #keep(bytes: Uint8Array, from: number, to: number): number {
    if (this.#isOpen || this.#isFirst) this.#held.add(bytes.subarray(from, to));
    this.#cursor.pass(bytes, from, to);
    return to;
  }

  #handOn(): void {
    if (this.#isFirst) this.#records.heldValue(this.#held, this.#begins);
  }

  /** Behind an object comes something else. */
  #other(rest: Uint8Array): Splitter {
    const at = this.#cursor.position;
    if (this.#manner.mayBeYaml && at.column === 1 && startsYaml(rest[0])) {
      this.#handOn();
      return new YamlDocuments(this.#records, at).push(rest);
    }
    if (this.#isFirst) return new Whole(this.#records, this.#held).push(rest);
    this.#records.fault('io/stray-text', { path: this.#records.file, after: 'record' }, at);
    return done;
  }
}

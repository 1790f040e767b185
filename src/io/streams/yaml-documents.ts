import { Buffer } from 'node:buffer';

import type { Position } from '../../base/source.ts';
import { Held } from './held.ts';
import type { Records } from './records.ts';
import { byte, done, isBlank, type Splitter } from './splitter.ts';

/** Bytes by which a line is known to be a marker or not. */
const markerLength = 4;

/**
 * The documents of a YAML stream, each a record; most often there is one, which is then the one text of its file.
 *
 * A line that begins with `---` or `...`, alone or before white space, is a marker wherever it stands: YAML 1.2.2
 * forbids such lines in scalars of every style (9.1.2, c-forbidden). A document without content is none.
 */
export class YamlDocuments implements Splitter {
  readonly #records: Records;
  readonly #held: Held;
  #rest: Buffer | undefined;
  #begins: Position;
  #line: number;
  /** At the start of a line; in one, of which nothing but white space was seen; in one that matters no more. */
  #at: 'start' | 'blank' | 'line' = 'start';
  #hasMarker = false;
  #hasContent = false;

  constructor(records: Records, begins: Position = { line: 1, column: 1 }) {
    this.#records = records;
    this.#held = new Held(records.limits);
    this.#begins = begins;
    this.#line = begins.line;
  }

  push(given: Buffer): Splitter {
    const bytes = this.#rest ? Buffer.concat([this.#rest, given]) : given;
    this.#rest = undefined;
    let at = 0;
    while (at < bytes.length) {
      const newline = bytes.indexOf(byte.newline, at);
      const end = newline < 0 ? bytes.length : newline + 1;
      if (this.#at === 'start' && newline < 0 && end - at < markerLength) {
        this.#rest = bytes.subarray(at);
        break;
      }
      this.#part(bytes.subarray(at, end), newline >= 0);
      at = end;
      if (!this.#held.isLost) continue;
      this.#records.giveUp(this.#held, this.#begins);
      return done;
    }
    return this;
  }

  end(): void {
    if (this.#rest) this.#part(this.#rest, false);
    if (this.#records.count === 0 && this.#begins.line === 1) this.#records.whole(this.#held);
    else if (this.#hasContent) this.#records.held(this.#held, this.#begins);
    else if (this.#records.count === 0)
      this.#records.fault('io/no-records', { path: this.#records.file });
  }

  /** A line, or a part of one that is too long for its piece. */
  #part(part: Buffer, isEnd: boolean): void {
    const marker = this.#at === 'start' ? markerOf(part) : undefined;
    if (marker === '---') {
      if (this.#hasMarker || this.#hasContent) this.#next();
      this.#hasMarker = true;
    }
    if (this.#at === 'start')
      this.#at = !marker && part[0] === byte.percent && !this.#hasMarker ? 'line' : 'blank';
    this.#look(marker ? part.subarray(marker.length) : part);
    this.#held.add(part);
    if (isEnd) {
      this.#line += 1;
      this.#at = 'start';
    }
    if (marker === '...') this.#next();
  }

  /** Whether there is more in a line than a comment. */
  #look(part: Buffer): void {
    if (this.#hasContent || this.#at !== 'blank') return;
    const solid = part.find((code) => !isBlank(code));
    if (solid === undefined) return;
    this.#at = 'line';
    if (solid !== byte.hash) this.#hasContent = true;
  }

  #next(): void {
    if (this.#hasContent && !this.#held.isLost) this.#records.held(this.#held, this.#begins);
    else if (!this.#held.isLost) this.#held.take();
    this.#begins = { line: this.#line, column: 1 };
    this.#hasMarker = this.#hasContent = false;
  }
}

function markerOf(line: Buffer): '---' | '...' | undefined {
  const [first, second, third, fourth] = line;
  if (first !== second || second !== third) return undefined;
  if (fourth !== undefined && !isBlank(fourth)) return undefined;
  return first === byte.dash ? '---' : first === byte.dot ? '...' : undefined;
}

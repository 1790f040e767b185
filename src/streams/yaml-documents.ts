import { joined } from '../base/bytes.ts';
import type { Position } from '../base/source.ts';
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
  /** The beginning of a line that may be a marker. */
  #rest: Uint8Array | undefined;
  #begins: Position;
  #line: number;
  #isAtStart = true;
  /** Where a line is, for as long as there was nothing but comments: in a comment, or behind white space. */
  #in: 'start' | 'blank' | 'comment' = 'start';
  #hasMarker = false;
  #hasContent = false;

  constructor(records: Records, begins: Position = { line: 1, column: 1 }) {
    this.#records = records;
    this.#held = new Held(records.limits);
    this.#begins = begins;
    this.#line = begins.line;
  }

  push(given: Uint8Array): Splitter {
    const bytes = this.#rest ? joined([this.#rest, given]) : given;
    this.#rest = undefined;
    const last = bytes.lastIndexOf(byte.newline) + 1;
    const isOpen = bytes.length - last < markerLength && (last > 0 || this.#isAtStart);
    const known = isOpen ? bytes.subarray(0, last) : bytes;
    if (isOpen) this.#rest = bytes.subarray(last);
    for (let at = 0; at < known.length;) {
      at = this.#part(known, at);
      if (!this.#held.isLost) continue;
      this.#records.giveUp(this.#held, this.#begins);
      return done;
    }
    return this;
  }

  end(): void {
    if (this.#rest && this.#rest.length > 0) this.#part(this.#rest, 0);
    if (this.#records.count === 0 && this.#begins.line === 1) this.#records.whole(this.#held);
    else if (this.#hasContent) this.#records.held(this.#held, this.#begins);
    else if (this.#records.count === 0)
      this.#records.fault('io/no-records', { path: this.#records.file });
  }

  /** Takes what comes before the next line that may be a marker, and says where that begins. */
  #part(bytes: Uint8Array, at: number): number {
    const marker = this.#isAtStart ? markerOf(bytes.subarray(at, at + markerLength)) : undefined;
    if (marker === '---') {
      if (this.#hasMarker || this.#hasContent) this.#next();
      this.#hasMarker = true;
    }
    const { end, lines } =
      marker === '...' ? { end: endOfLine(bytes, at), lines: 1 } : nextMarker(bytes, at);
    const part = bytes.subarray(at, end);
    this.#in = marker ? 'blank' : this.#isAtStart ? 'start' : this.#in;
    this.#look(part.subarray(marker?.length ?? 0));
    this.#held.add(part);
    this.#line += lines;
    this.#isAtStart = part.at(-1) === byte.newline;
    if (marker === '...') this.#next();
    return end;
  }

  /** Whether there is more than comments and directives. */
  #look(part: Uint8Array): void {
    for (let at = 0; at < part.length && !this.#hasContent; at += 1) {
      const code = part[at];
      if (code === byte.newline) this.#in = 'start';
      else if (this.#in === 'comment') continue;
      else if (isBlank(code)) this.#in = 'blank';
      else if (code === byte.hash || (code === byte.percent && this.#mayDirect))
        this.#in = 'comment';
      else this.#hasContent = true;
    }
  }

  get #mayDirect(): boolean {
    return this.#in === 'start' && !this.#hasMarker;
  }

  #next(): void {
    if (this.#held.isLost) return;
    if (this.#hasContent) this.#records.held(this.#held, this.#begins);
    else this.#held.take();
    this.#begins = { line: this.#line, column: 1 };
    this.#hasMarker = this.#hasContent = false;
  }
}

/** Behind the end of a line, or of the bytes. */
function endOfLine(bytes: Uint8Array, from: number): number {
  const newline = bytes.indexOf(byte.newline, from);
  return newline < 0 ? bytes.length : newline + 1;
}

/** The beginning of a line behind `from` that may be a marker, or the end of the bytes; and the lines before it. */
function nextMarker(
  bytes: Uint8Array,
  from: number,
): { readonly end: number; readonly lines: number } {
  const { length } = bytes;
  const { newline, dash, dot } = byte;
  let lines = 0;
  for (let at = from; at < length; at += 1) {
    if (bytes[at] !== newline) continue;
    lines += 1;
    const next = bytes[at + 1];
    if (next !== dash && next !== dot) continue;
    if (markerOf(bytes.subarray(at + 1, at + 1 + markerLength))) return { end: at + 1, lines };
  }
  return { end: length, lines };
}

function markerOf(line: Uint8Array): '---' | '...' | undefined {
  const [first, second, third, fourth] = line;
  if (first !== second || second !== third) return undefined;
  if (fourth !== undefined && !isBlank(fourth)) return undefined;
  return first === byte.dash ? '---' : first === byte.dot ? '...' : undefined;
}

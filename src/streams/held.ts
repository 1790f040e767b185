import { joined } from '../base/bytes.ts';

/** What of a file is kept and passed over, at most, in bytes. */
export interface Limits {
  /** One record, or the one text of a file. */
  readonly record: number;
  /** A record that is too large is passed over up to here; a longer one ends the reading of its file. */
  readonly skipped: number;
}

/** The bytes of a record as they come in, until it is whole; of one that is too large no more than its size. */
export class Held {
  readonly #limits: Limits;
  #pieces: Uint8Array[] = [];
  #size = 0;
  #binary = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#size;
  }

  get isTooLarge(): boolean {
    return this.#size > this.#limits.record;
  }

  /** Its end is not waited for. */
  get isEndless(): boolean {
    return this.#size > this.#limits.skipped;
  }

  /** Has a NUL, which no text has. */
  get isBinary(): boolean {
    return this.#binary;
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#size += bytes.length;
    this.#binary ||= bytes.includes(0);
    if (this.isTooLarge) this.#pieces = [];
    else this.#pieces.push(bytes);
  }

  /** The rest of its file is not gone through to find its end. */
  get isLost(): boolean {
    return this.#binary || this.isEndless;
  }

  /** All of it, which is nothing where it is too large; begins anew. */
  take(): Uint8Array {
    const [first] = this.#pieces;
    const all = first && this.#pieces.length === 1 ? first : joined(this.#pieces);
    this.#pieces = [];
    this.#size = 0;
    this.#binary = false;
    return all;
  }
}

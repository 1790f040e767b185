import { byte } from './splitter.ts';

// looked at for each byte of large files
const { quote, newline, backslash, comma, openBrace, closeBrace, openBracket, closeBracket } = byte;

const isSign = new Uint8Array(256);
for (const code of [openBrace, openBracket, comma, closeBrace, closeBracket]) isSign[code] = 1;

/** Nesting that is told apart by its kind of bracket; far deeper than any text that is read. */
const deepest = 1024;

/**
 * Finds where a JSON value ends, by its strings and brackets alone, over any number of pieces.
 *
 * It is made so that a slip in one value is not one in the next, where that can be told: a string ends with its
 * line, since JSON has no line ends in strings; a bracket closes those within it that were left open, and closes
 * nothing where none of its kind is open.
 */
export class ValueEnd {
  readonly #inArray: boolean;
  readonly #open: number[] = [];
  #braces = 0;
  #deeper = 0;
  #quoted = false;
  #escaped = false;

  /** @param inArray - whether the values are items of an array, which a comma or `]` ends, and may be scalars */
  constructor(inArray = false) {
    this.#inArray = inArray;
  }

  /** Nothing that was opened is still open. */
  get isClosed(): boolean {
    return this.#open.length === 0 && this.#deeper === 0 && !this.#quoted;
  }

  /**
   * The index of the byte that ends the value: its last bracket, or, of an item, the comma or `]` after it;
   * -1 where it goes on.
   */
  find(bytes: Uint8Array, from: number): number {
    const { length } = bytes;
    let at = from;
    while (at < length) {
      if (this.#quoted) at = this.#text(bytes, at);
      for (; at < length; at += 1) {
        const code = bytes[at];
        if (code === quote) {
          this.#quoted = true;
          at += 1;
          break;
        }
        // letters, digits and white space, which most bytes are, are none of the signs
        if (isSign[code ?? 0] === 1 && this.#sign(code)) return at;
      }
    }
    return -1;
  }

  /** Behind a text that is open, or the end of the bytes. */
  #text(bytes: Uint8Array, from: number): number {
    const { length } = bytes;
    let at = from;
    if (this.#escaped && at < length) {
      this.#escaped = false;
      if (bytes[at] !== newline) at += 1;
    }
    for (; at < length; at += 1) {
      const code = bytes[at];
      if (code === quote || code === newline) {
        this.#quoted = false;
        return at + 1;
      }
      if (code !== backslash) continue;
      if (at + 1 === length) this.#escaped = true;
      else if (bytes[at + 1] !== newline) at += 1;
    }
    return at;
  }

  /** Whether a bracket or a comma ends the value. */
  #sign(code: number | undefined): boolean {
    const isClosed = this.isClosed;
    switch (code) {
      case openBrace:
      case openBracket:
        this.#push(code);
        return false;
      case comma:
        return this.#inArray && isClosed;
      case closeBrace:
      case closeBracket:
        if (this.#inArray && code === closeBracket && isClosed) return true;
        this.#pop(code === closeBrace ? openBrace : openBracket);
        return !this.#inArray && this.isClosed;
      default:
        return false;
    }
  }

  #push(code: number): void {
    if (this.#open.length >= deepest) {
      this.#deeper += 1;
      return;
    }
    this.#open.push(code);
    if (code === openBrace) this.#braces += 1;
  }

  #pop(wanted: number): void {
    if (this.#deeper > 0) {
      this.#deeper -= 1;
      return;
    }
    const ofKind = wanted === openBrace ? this.#braces : this.#open.length - this.#braces;
    if (ofKind === 0) return;
    for (let code = this.#open.pop(); code !== undefined; code = this.#open.pop()) {
      if (code === openBrace) this.#braces -= 1;
      if (code === wanted) return;
    }
  }
}

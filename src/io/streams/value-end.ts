import type { Buffer } from 'node:buffer';

import { byte } from './splitter.ts';

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
  find(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      const code = bytes[at];
      if (this.#quoted) {
        if (code === byte.newline) this.#quoted = this.#escaped = false;
        else if (this.#escaped) this.#escaped = false;
        else if (code === byte.backslash) this.#escaped = true;
        else if (code === byte.quote) this.#quoted = false;
        continue;
      }
      switch (code) {
        case byte.quote:
          this.#quoted = true;
          break;
        case byte.openBrace:
        case byte.openBracket:
          this.#push(code);
          break;
        case byte.comma:
          if (this.#inArray && this.isClosed) return at;
          break;
        case byte.closeBrace:
        case byte.closeBracket:
          if (this.#inArray && code === byte.closeBracket && this.isClosed) return at;
          this.#pop(code === byte.closeBrace ? byte.openBrace : byte.openBracket);
          if (!this.#inArray && this.isClosed) return at;
          break;
        default:
      }
    }
    return -1;
  }

  #push(code: number): void {
    if (this.#open.length >= deepest) {
      this.#deeper += 1;
      return;
    }
    this.#open.push(code);
    if (code === byte.openBrace) this.#braces += 1;
  }

  #pop(wanted: number): void {
    if (this.#deeper > 0) {
      this.#deeper -= 1;
      return;
    }
    const ofKind = wanted === byte.openBrace ? this.#braces : this.#open.length - this.#braces;
    if (ofKind === 0) return;
    for (let code = this.#open.pop(); code !== undefined; code = this.#open.pop()) {
      if (code === byte.openBrace) this.#braces -= 1;
      if (code === wanted) return;
    }
  }
}

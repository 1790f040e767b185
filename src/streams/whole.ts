import type { Held } from './held.ts';
import type { Records } from './records.ts';
import { done, type Splitter } from './splitter.ts';

const begins = { line: 1, column: 1 };

/** A file that is one text, whatever is in it. */
export class Whole implements Splitter {
  readonly #records: Records;
  readonly #held: Held;

  /** @param held - how it begins */
  constructor(records: Records, held: Held) {
    this.#records = records;
    this.#held = held;
  }

  push(bytes: Uint8Array): Splitter {
    this.#held.add(bytes);
    if (!this.#held.isLost) return this;
    this.#records.giveUp(this.#held, begins);
    return done;
  }

  end(): void {
    this.#records.whole(this.#held);
  }
}

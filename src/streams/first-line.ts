import { Cursor } from './cursor.ts';
import type { Held } from './held.ts';
import { Lines } from './lines.ts';
import { Objects } from './objects.ts';
import type { Records } from './records.ts';
import { byte, done, firstSolid, isBlank, type Splitter, startsYaml } from './splitter.ts';
import { ValueEnd } from './value-end.ts';
import { Whole } from './whole.ts';
import { YamlDocuments } from './yaml-documents.ts';

/** What is known of a file that does not say by its name that it is NDJSON. */
export interface Manner {
  /** Documents of YAML may follow an object. */
  readonly mayBeYaml: boolean;
  /** Records are handed on as soon as they are there: who writes them may wait for what comes of them. */
  readonly isLive: boolean;
}

/**
 * The first line of a text that begins with `{`, by which it is told what the text is.
 *
 * It is NDJSON where the line is a whole object and another line follows. It is NDJSON with a malformed first line
 * where the next begins with an object that cannot be within the first: in JSON a `{` comes only behind `[`, `,` and
 * `:`. Else the line is the beginning of an object in several lines.
 */
export class FirstLine implements Splitter {
  readonly #records: Records;
  readonly #manner: Manner;
  readonly #held: Held;
  readonly #begins: Cursor;
  readonly #cursor: Cursor;
  readonly #end = new ValueEnd();
  #state: 'open' | 'closed' | 'with more' = 'open';
  #last: number | undefined;
  #isOver = false;
  #isHandedOn = false;

  /** @param held - the white space before it, which ends at `begins` */
  constructor(records: Records, manner: Manner, held: Held, begins: Cursor) {
    this.#records = records;
    this.#manner = manner;
    this.#held = held;
    this.#begins = begins;
    this.#cursor = new Cursor(begins.position);
  }

  push(bytes: Uint8Array): Splitter {
    let at = 0;
    if (!this.#isOver) {
      const newline = bytes.indexOf(byte.newline);
      at = newline < 0 ? bytes.length : newline;
      this.#line(bytes.subarray(0, at));
      this.#isOver = newline >= 0;
    }
    const solid = this.#isOver ? firstSolid(bytes, at) : at;
    this.#held.add(bytes.subarray(0, solid));
    this.#cursor.pass(bytes, 0, solid);
    if (this.#held.isLost) {
      this.#records.giveUp(this.#held, this.#begins.position);
      return done;
    }
    if (!this.#isOver) return this;
    if (this.#state === 'closed' && this.#manner.isLive) this.#handOn();
    this.#end.find(bytes.subarray(0, solid), at); // a string that was left open ends with its line
    return solid === bytes.length ? this : this.#next(bytes.subarray(solid));
  }

  end(): void {
    if (!this.#isHandedOn) this.#records.whole(this.#held);
  }

  #handOn(): void {
    if (!this.#isHandedOn) this.#records.heldValue(this.#held, this.#begins.position);
    this.#isHandedOn = true;
  }

  #line(line: Uint8Array): void {
    let more = 0;
    if (this.#state === 'open') {
      const end = this.#end.find(line, 0);
      if (end >= 0) this.#state = 'closed';
      more = end < 0 ? line.length : end + 1;
    }
    if (firstSolid(line, more) < line.length) this.#state = 'with more';
    for (let at = line.length - 1; at >= 0; at -= 1) {
      if (isBlank(line[at])) continue;
      this.#last = line[at];
      break;
    }
  }

  /** What goes on with the second line. */
  #next(rest: Uint8Array): Splitter {
    const code = rest[0];
    const isWithin =
      this.#state === 'open' &&
      (this.#last === byte.openBracket || this.#last === byte.comma || this.#last === byte.colon);
    if (this.#state === 'closed' && this.#manner.mayBeYaml && startsYaml(code)) {
      this.#handOn();
      return new YamlDocuments(this.#records, this.#cursor.position).push(rest);
    }
    if (this.#state === 'closed' || (code === byte.openBrace && !isWithin)) {
      this.#handOn();
      return new Lines(this.#records, this.#cursor.position).push(rest);
    }
    if (this.#state === 'with more') return new Whole(this.#records, this.#held).push(rest);
    const opened = { held: this.#held, end: this.#end, begins: this.#begins.position };
    return new Objects(this.#records, this.#manner, opened, this.#cursor).push(rest);
  }
}

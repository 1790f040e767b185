import { joined } from '../base/bytes.ts';
import type { TextEncodings } from '../base/path-problems.ts';
import { Cursor } from './cursor.ts';
import { FirstLine } from './first-line.ts';
import { Held } from './held.ts';
import { JsonArray } from './json-array.ts';
import { Lines } from './lines.ts';
import type { Records } from './records.ts';
import { byte, done, firstSolid, type Splitter } from './splitter.ts';
import { YamlDocuments } from './yaml-documents.ts';

/** As many bytes as tell the encoding. */
const markLength = 4;

/** The beginning of a file, by which, and by its name, it is told how it is cut into records. */
export class Opening implements Splitter {
  readonly #records: Records;
  readonly #isLive: boolean;
  readonly #held: Held;
  readonly #cursor = new Cursor();
  #mark: Uint8Array | undefined = new Uint8Array();

  /** @param isLive - whether it comes from something that runs, such as a pipe */
  constructor(records: Records, isLive: boolean) {
    this.#records = records;
    this.#isLive = isLive;
    this.#held = new Held(records.limits);
  }

  push(bytes: Uint8Array): Splitter {
    if (!this.#mark) return this.#text(bytes);
    this.#mark = joined([this.#mark, bytes]);
    return this.#mark.length < markLength ? this : this.#marked();
  }

  end(): void {
    if (this.#mark) this.#marked().end();
    else this.#records.whole(this.#held);
  }

  #marked(): Splitter {
    const bytes = this.#mark ?? new Uint8Array();
    this.#mark = undefined;
    const encoding = encodingOf(bytes);
    const { file } = this.#records;
    if (encoding) {
      this.#records.fault('io/not-text', { path: file, encoding });
      return done;
    }
    const text = isMarked(bytes) ? bytes.subarray(3) : bytes;
    const name = file.replace(/\.gz$/iu, '');
    if (/\.(?:ndjson|jsonl)$/iu.test(name)) return new Lines(this.#records).push(text);
    if (/\.ya?ml$/iu.test(name)) return new YamlDocuments(this.#records).push(text);
    return this.#text(text);
  }

  #text(bytes: Uint8Array): Splitter {
    const solid = firstSolid(bytes);
    this.#held.add(bytes.subarray(0, solid));
    this.#cursor.pass(bytes, 0, solid);
    if (this.#held.isTooLarge) {
      this.#records.whole(this.#held);
      return done;
    }
    if (solid === bytes.length) return this;
    const rest = bytes.subarray(solid);
    if (rest[0] === byte.openBracket) return new JsonArray(this.#records, this.#cursor).push(rest);
    if (rest[0] === byte.openBrace) {
      const mayBeYaml = !/\.json(?:\.gz)?$/iu.test(this.#records.file);
      const manner = { mayBeYaml, isLive: this.#isLive };
      return new FirstLine(this.#records, manner, this.#held, this.#cursor).push(rest);
    }
    const yaml = new YamlDocuments(this.#records).push(this.#held.take());
    return yaml.push(rest);
  }
}

function isMarked(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** An encoding that is not UTF-8, by its mark, or by the noughts that it writes between the letters of Latin. */
function encodingOf([a, b, c, d]: Uint8Array): TextEncodings | undefined {
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (!a && !b && c === 0xfe && d === 0xff))
    return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  if ((a && b === 0 && c && d === 0) || (a === 0 && b && c === 0 && d)) return 'UTF-16';
  return a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33 ? 'GB18030' : undefined;
}

import type { Platform } from '../base/bytes.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { PathProblems } from '../base/path-problems.ts';
import type { Position, Source } from '../base/source.ts';
import type { Held, Limits } from './held.ts';
import { trimmed } from './splitter.ts';

/** One dossier's text, or what is wrong with a file or a record of it. */
export type TextRead = TextFound | TextProblem;

export interface TextFound {
  readonly source: Source;
  /** Absent for the one text of a file. */
  readonly record?: RecordPlace;
}

export interface TextProblem {
  readonly file: string;
  readonly problem: Diagnostic<PathProblems>;
  /** Absent for what is wrong with the whole file. */
  readonly record?: RecordPlace;
}

/** Which of the records of its file, from 1, and the line on which it begins. */
export interface RecordPlace {
  readonly number: number;
  readonly line: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The records of one file, and what is wrong with it, in the order in which they are found. */
export class Records {
  readonly file: string;
  readonly limits: Limits;
  /** How many there were so far, those that are wrong among them. */
  count = 0;
  readonly #sha256: Platform['sha256'];
  #found: TextRead[] = [];

  constructor(file: string, limits: Limits, { sha256 }: Pick<Platform, 'sha256'>) {
    this.file = file;
    this.limits = limits;
    this.#sha256 = sha256;
  }

  /** What was found since the last time. */
  take(): readonly TextRead[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  add(problem: TextProblem): void {
    this.#found.push(problem);
  }

  /** The next record of a stream. */
  record(bytes: Uint8Array, begins: Position): void {
    const record = this.#next(begins);
    const source = this.#source(bytes, begins);
    if (source) this.#found.push({ source, record });
    else this.#problem('io/not-text', this.#notText(), begins, record);
  }

  /** The same for one that was held, and may have become too large. */
  held(held: Held, begins: Position): void {
    if (held.isTooLarge) this.#tooLarge(held, begins, 'read');
    else this.record(held.take(), begins);
  }

  /** The same for a JSON value with white space around it; it begins behind that. */
  heldValue(held: Held, begins: Position): void {
    if (held.isTooLarge) this.#tooLarge(held, begins, 'read');
    else this.record(trimmed(held.take()), begins);
  }

  /** A record that has no end, or is no text: the file is not read on from there. */
  giveUp(held: Held, begins: Position): void {
    if (!held.isBinary) this.#tooLarge(held, begins, 'unread');
    else if (this.count === 0) this.fault('io/not-text', this.#notText());
    else this.broken('io/not-text', this.#notText(), begins);
  }

  /** The one text of the file. */
  whole(held: Held): void {
    const { file } = this;
    const { size, isTooLarge } = held;
    const bytes = held.take();
    if (isTooLarge) {
      this.fault('io/too-large', { path: file, bytes: size, limit: this.limits.record });
      return;
    }
    this.count += 1;
    const source = this.#source(bytes, undefined);
    if (source) this.#found.push({ source });
    else this.fault('io/not-text', this.#notText());
  }

  /** A record that is not there as a text. */
  broken<C extends keyof PathProblems>(code: C, params: PathProblems[C], begins: Position): void {
    this.#problem(code, params, begins, this.#next(begins));
  }

  /** Something wrong with the file, or between its records. */
  fault<C extends keyof PathProblems>(code: C, params: PathProblems[C], begins?: Position): void {
    this.#problem(code, params, begins, undefined);
  }

  #tooLarge(held: Held, begins: Position, rest: 'read' | 'unread'): void {
    held.take();
    const { record: limit } = this.limits;
    this.broken('io/record-too-large', { path: this.file, limit, rest }, begins);
  }

  #next({ line }: Position): RecordPlace {
    this.count += 1;
    return { number: this.count, line };
  }

  #notText(): PathProblems['io/not-text'] {
    return { path: this.file, encoding: undefined };
  }

  /** undefined for what is no text in UTF-8. */
  #source(bytes: Uint8Array, begins: Position | undefined): Source | undefined {
    if (bytes.includes(0)) return undefined;
    try {
      const text = utf8.decode(bytes);
      const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      const digest = `sha256:${this.#sha256(marked ? bytes.subarray(3) : bytes)}`;
      return { name: this.file, text, digest, ...(begins && { begins }) };
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  #problem<C extends keyof PathProblems>(
    code: C,
    params: PathProblems[C],
    begins: Position | undefined,
    record: RecordPlace | undefined,
  ): void {
    const source = { name: this.file, text: '', ...(begins && { begins }) };
    const span = { source, start: 0, end: 0 };
    const problem = { code, severity: 'error', span, params } as Diagnostic<PathProblems>;
    this.#found.push({ file: this.file, problem, ...(record && { record }) });
  }
}

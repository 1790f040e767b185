import { nodePlatform } from '../../src/io/platform.ts';
import type { Limits } from '../../src/streams/held.ts';
import { Opening } from '../../src/streams/opening.ts';
import { Records, type TextRead } from '../../src/streams/records.ts';
import type { Splitter } from '../../src/streams/splitter.ts';

export interface Manner {
  readonly file: string;
  readonly isLive?: boolean;
  readonly limits?: Limits;
}

/** Far more than the texts of tests have. */
const wide: Limits = { record: 10_000, skipped: 50_000 };

/** What is read of a file that comes in these pieces. */
export function readPieces(
  pieces: readonly Uint8Array[],
  { file, isLive = false, limits = wide }: Manner,
): readonly TextRead[] {
  const records = new Records(file, limits, nodePlatform);
  let splitter: Splitter = new Opening(records, isLive);
  for (const piece of pieces) {
    splitter = splitter.push(piece);
    if (splitter.done) break;
  }
  splitter.end();
  return records.take();
}

/** In one line: the text of a record, or the code of what is wrong; before it where it begins, `=` for a whole file. */
export function told(read: TextRead): string {
  const begins = 'source' in read ? read.source.begins : read.problem.span.source.begins;
  const at = begins ? `${begins.line}:${begins.column}` : '=';
  const number = read.record ? `#${read.record.number} ` : '';
  const what = 'source' in read ? JSON.stringify(read.source.text) : read.problem.code;
  return `${number}${at} ${what}`;
}

/** The same bytes cut in two at every place, and into single bytes. */
export function* cuts(bytes: Uint8Array): Generator<readonly Uint8Array[]> {
  for (let at = 1; at < bytes.length; at += 1) yield [bytes.subarray(0, at), bytes.subarray(at)];
  yield Array.from(bytes, (code) => Uint8Array.of(code));
}

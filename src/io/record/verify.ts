import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Altered, RecordProblems } from '../../base/record-problems.ts';
import { linked, type RecordHead, seed } from './chain.ts';
import { recordProblem } from './faults.ts';
import type { RecordFile } from './record.ts';
import { digestOfBytes } from '../digest.ts';

/** What a record was found to be. */
export interface Verified {
  readonly head: RecordHead;
  readonly problems: readonly Diagnostic<RecordProblems>[];
}

/** What is wrong is told so many times, at most: behind the first of it little can be believed. */
const mostTold = 20;

/**
 * Goes through a whole record: every entry, every text, every hash.
 *
 * @param anchor - a head that was written down elsewhere: without one, a record that was written anew from some entry on
 *   cannot be told from one that was not
 */
export function verifyRecord(record: RecordFile, anchor?: RecordHead): Verified {
  const { path } = record;
  const problems: Diagnostic<RecordProblems>[] = [];
  const texts = new Set<string>();
  const damage = record.damage();
  if (damage !== undefined) note('damaged', 0, damage);
  let head = seed;
  for (const { number, hash, ...link } of record.entries()) {
    if (problems.length >= mostTold) break;
    if (number !== head.number + 1) note('gap', head.number + 1, '');
    const next = linked({ ...head, number: number - 1 }, link);
    if (next.hash !== hash) note('hash', number, link.kind);
    if (anchor?.number === number && anchor.hash !== hash) note('rewritten', number, '');
    if (!texts.has(link.digest)) noteText(number, link.digest);
    texts.add(link.digest);
    head = { number, hash };
  }
  if (anchor && anchor.number > head.number) note('cut', head.number, String(anchor.number));
  if (problems.length === 0)
    for (const digest of record.digests()) if (!texts.has(digest)) note('stray-text', 0, digest);
  return { head, problems };

  function noteText(number: number, digest: string): void {
    const text = record.text(digest);
    if (text === undefined) note('no-text', number, digest);
    else if (digestOfBytes(text) !== digest) note('text', number, digest);
  }

  function note(how: Altered, number: number, what: string): void {
    problems.push(recordProblem('record/altered', { path, how, number, what }));
  }
}

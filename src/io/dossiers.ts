import type { Buffer } from 'node:buffer';
import { statSync } from 'node:fs';

import { largestFile, unreadable } from './read.ts';
import { GzipError, unpacked } from './streams/gunzip.ts';
import { type Input, openInput } from './streams/input.ts';
import type { Limits } from './streams/held.ts';
import { Opening } from './streams/opening.ts';
import { Records, type TextRead } from './streams/records.ts';
import type { Splitter } from './streams/splitter.ts';

export type { TextRead } from './streams/records.ts';

/** How far a reading came; whoever reads keeps it up to date. */
export interface Progress {
  /** As they are on the disk, compressed or not. */
  bytes: number;
  /** Undefined where one of the files is read as it comes. */
  total: number | undefined;
  records: number;
  file: string;
}

export interface ReadingOptions {
  readonly progress?: Progress;
  /** Ends the reading between two records. */
  readonly signal?: AbortSignal;
  readonly limits?: Limits;
}

/** A record that is too large is passed over up to some times its limit. */
const usualLimits: Limits = { record: largestFile, skipped: 16 * largestFile };
/** Length of the texts that are handed on together, at least, in UTF-16 units. */
const batchLength = 256 * 1024;

/**
 * The texts of dossiers, some at a time, as they come, and what is wrong with their files, in the order of the paths.
 *
 * A file is one dossier, or a stream of them: NDJSON, a JSON array, objects one after the other, documents of YAML;
 * by its name or, where that does not say, by its content. Each may be compressed by gzip. `-` is standard input.
 * What is wrong with a record or a file never stops the others. Never more than a batch and a record is held.
 */
export async function* dossierTexts(
  paths: readonly string[],
  options: ReadingOptions = {},
): AsyncGenerator<readonly TextRead[]> {
  const { progress, signal } = options;
  if (progress) progress.total = totalOf(paths);
  let batch: TextRead[] = [];
  let length = 0;
  for (const path of paths) {
    if (signal?.aborted) return;
    if (progress) progress.file = nameOf(path);
    for await (const { texts, isLive } of textsOf(path, options)) {
      for (const read of texts) {
        batch.push(read);
        length += 'source' in read ? read.source.text.length : 0;
      }
      if (progress) progress.records += texts.length;
      if (batch.length === 0 || (length < batchLength && !isLive)) continue;
      yield batch;
      [batch, length] = [[], 0];
      if (signal?.aborted) return;
    }
  }
  if (batch.length > 0) yield batch;
}

interface Part {
  readonly texts: readonly TextRead[];
  /** More may be long in coming. */
  readonly isLive: boolean;
}

async function* textsOf(
  path: string,
  { progress, signal, limits = usualLimits }: ReadingOptions,
): AsyncGenerator<Part> {
  const records = new Records(nameOf(path), limits);
  try {
    const input = openInput(path, signal);
    const isLive = input.size === undefined;
    if (isLive) yield { texts: [], isLive };
    let splitter: Splitter = new Opening(records, isLive);
    for await (const piece of unpacked(counted(input, progress), input.close)) {
      splitter = splitter.push(piece);
      yield { texts: records.take(), isLive };
      if (signal?.aborted) return;
      if (splitter.done) break;
    }
    splitter.end();
    const how = input.change();
    if (how) records.fault('io/changed', { path, how });
  } catch (error) {
    if (signal?.aborted) return;
    tell(error, records);
  }
  yield { texts: records.take(), isLive: false };
}

function tell(error: unknown, records: Records): void {
  const { file } = records;
  if (error instanceof GzipError) {
    const { fault } = error;
    if (fault.code === 'io/gzip-bomb') {
      const { code, bytes, limit } = fault;
      records.fault(code, { path: file, bytes, limit });
    } else records.fault(fault.code, { path: file, how: fault.how });
    return;
  }
  if (!(error instanceof Error && 'code' in error)) throw error;
  const read = unreadable(error, file);
  if ('problem' in read) records.add({ file, problem: read.problem });
}

async function* counted({ pieces }: Input, progress: Progress | undefined): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    if (progress) progress.bytes += piece.length;
    yield piece;
  }
}

function nameOf(path: string): string {
  return path === '-' ? '<stdin>' : path;
}

function totalOf(paths: readonly string[]): number | undefined {
  let total = 0;
  for (const path of paths) {
    const size = sizeOf(path);
    if (size === undefined) return undefined;
    total += size;
  }
  return total;
}

/** Nothing for what cannot be read; undefined for what is read as it comes. */
function sizeOf(path: string): number | undefined {
  if (path === '-') return undefined;
  try {
    const stats = statSync(path);
    return stats.isFile() ? stats.size : stats.isDirectory() ? 0 : undefined;
  } catch {
    return 0;
  }
}

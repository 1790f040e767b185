import { type FileBytes, FileFault, type Platform } from '../base/bytes.ts';
import type { PathProblems } from '../base/path-problems.ts';
import { largestFile } from '../base/text-file.ts';
import type { Limits } from './held.ts';
import { Opening } from './opening.ts';
import { Records, type TextRead } from './records.ts';
import type { Splitter } from './splitter.ts';
import { unpacked } from './unpacked.ts';

/** A file of dossiers, or what runs, such as a pipe. */
export interface Coming {
  /** As it is shown. */
  readonly name: string;
  /** @throws FileFault */
  readonly open: () => Opened;
}

export interface Opened {
  /** It runs: more may be long in coming. */
  readonly isLive: boolean;
  /** In order, in pieces of any size; they may throw a FileFault. */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Also while a piece is waited for. */
  readonly close: () => void;
  /** What happened to it since it was opened. */
  readonly change: () => PathProblems['io/changed']['how'] | undefined;
}

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
 * The texts of dossiers, some at a time, as they come, and what is wrong with their files, in the order of the files.
 *
 * A file is one dossier, or a stream of them: NDJSON, a JSON array, objects one after the other, documents of YAML;
 * by its name or, where that does not say, by its content. Each may be compressed by gzip.
 * What is wrong with a record or a file never stops the others. Never more than a batch and a record is held.
 */
export async function* dossierTextsIn(
  files: readonly FileBytes[],
  platform: Platform,
  options: ReadingOptions = {},
): AsyncGenerator<readonly TextRead[]> {
  const { progress } = options;
  if (progress) progress.total = files.reduce((sum, { size }) => sum + size, 0);
  yield* dossierTextsOf(files.map(atRest), platform, options);
}

function atRest({ name, pieces }: FileBytes): Coming {
  const open = () => ({
    isLive: false,
    pieces: pieces(),
    close: () => {},
    change: () => undefined,
  });
  return { name, open };
}

/** The same of files that are opened when their turn comes, and of what runs. */
export async function* dossierTextsOf(
  files: Iterable<Coming>,
  platform: Platform,
  options: ReadingOptions = {},
): AsyncGenerator<readonly TextRead[]> {
  const { progress, signal } = options;
  let batch: TextRead[] = [];
  let length = 0;
  for (const file of files) {
    if (signal?.aborted) return;
    if (progress) progress.file = file.name;
    for await (const { texts, isLive } of textsOf(file, platform, options)) {
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
  { name, open }: Coming,
  platform: Platform,
  { progress, signal, limits = usualLimits }: ReadingOptions,
): AsyncGenerator<Part> {
  const records = new Records(name, limits, platform);
  let opened: Opened | undefined;
  try {
    opened = open();
    const { isLive } = opened;
    if (isLive) yield { texts: [], isLive };
    let splitter: Splitter = new Opening(records, isLive);
    for await (const piece of unpacked(counted(opened.pieces, progress), name, platform)) {
      splitter = splitter.push(piece);
      yield { texts: records.take(), isLive };
      if (signal?.aborted) return;
      if (splitter.done) break;
    }
    splitter.end();
    const how = opened.change();
    if (how) records.fault('io/changed', { path: name, how });
  } catch (error) {
    if (signal?.aborted) return;
    if (!(error instanceof FileFault)) throw error;
    records.add({ file: name, problem: error.problem });
  } finally {
    opened?.close();
  }
  yield { texts: records.take(), isLive: false };
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  progress: Progress | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (progress) progress.bytes += piece.length;
    yield piece;
  }
}

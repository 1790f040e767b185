import { type FileBytes, type Hash, joined, type Platform } from '../base/bytes.ts';
import type { DossierJson, ReportHead, SummaryJson, TogetherJson } from '../report/json-format.ts';
import { savedLine, savedReport } from '../report/saved.ts';

/** Takes a saved run record by record, in their order; none of them is held. */
export interface RunTaker {
  readonly dossier: (record: DossierJson) => void;
  readonly together: (record: TogetherJson) => void;
}

/** A run that was saved by `check --format ndjson` or `--format json`. */
export interface SavedRun<Taker> {
  readonly head: ReportHead;
  readonly taker: Taker;
  /** What its foot, or the report, says that all come to; undefined where the run was cut. */
  readonly summary: SummaryJson | undefined;
  /** `cut`: NDJSON without its foot; `digest`: NDJSON that is not what its foot says. */
  readonly wrong: 'cut' | 'digest' | undefined;
  /** `sha256:…` of its lines. */
  readonly digest: string;
}

/** Why a file is no saved run: by its form, or it is more than can be read at once as JSON. */
export type NoRun = 'form' | 'too-large';

/** What is read at once of a report as JSON, in bytes; NDJSON has no limit. */
export const largestReport = 500_000_000;

/** What a line may have, in bytes. */
const longestLine = 64 * 1024 * 1024;

/** How a reading goes on. */
export interface RunReading {
  /** Ends it; what was read until then is as a run that was cut. */
  readonly signal?: AbortSignal;
  /** How many bytes have been read. */
  readonly tell?: (bytes: number) => void;
}

/**
 * Reads a saved run; NDJSON as a stream, and as far as it goes.
 *
 * @param begin - makes what takes the records, of the head
 * @throws FileFault
 */
export async function readSavedRun<Taker extends RunTaker>(
  file: FileBytes,
  platform: Pick<Platform, 'sha256' | 'newSha256'>,
  begin: (head: ReportHead) => Taker,
  reading: RunReading = {},
): Promise<SavedRun<Taker> | NoRun> {
  return (await readLines(file, platform, begin, reading)) ?? readReport(file, platform, begin);
}

/** Undefined for a file that does not begin with the head of an NDJSON. */
async function readLines<Taker extends RunTaker>(
  file: FileBytes,
  { newSha256 }: Pick<Platform, 'newSha256'>,
  begin: (head: ReportHead) => Taker,
  { signal, tell = () => {} }: RunReading,
): Promise<SavedRun<Taker> | 'form' | undefined> {
  const [hash, whole] = [newSha256(), newSha256()];
  let begun: { readonly head: ReportHead; readonly taker: Taker } | undefined;
  for await (const { bytes, isEnded } of linesOf(file.pieces(), tell)) {
    if (signal?.aborted) break;
    const line = savedLine(decoder.decode(bytes));
    // half a line is as good as none
    if (begun && !line && !isEnded) break;
    add(whole, bytes);
    if (!begun) {
      if (line?.type !== 'head') return undefined;
      const { type: _, ...head } = line;
      begun = { head, taker: begin(head) };
    } else if (line?.type === 'dossier') begun.taker.dossier(untyped(line));
    else if (line?.type === 'together') begun.taker.together(untyped(line));
    else if (line?.type === 'foot') {
      const wrong = line.digest === `sha256:${hash.hex()}` ? undefined : 'digest';
      return { ...begun, summary: line.summary, wrong, digest: `sha256:${whole.hex()}` };
    } else return 'form';
    add(hash, bytes);
  }
  return begun && { ...begun, summary: undefined, wrong: 'cut', digest: `sha256:${whole.hex()}` };
}

async function readReport<Taker extends RunTaker>(
  file: FileBytes,
  { sha256 }: Pick<Platform, 'sha256'>,
  begin: (head: ReportHead) => Taker,
): Promise<SavedRun<Taker> | NoRun> {
  if (file.size > largestReport) return 'too-large';
  const bytes = await file.whole();
  const report = savedReport(decoder.decode(bytes));
  if (!report) return 'form';
  const { dossiers, summary, ...head } = report;
  const taker = begin(head);
  for (const record of dossiers) taker.dossier(record);
  return { head, taker, summary, wrong: undefined, digest: `sha256:${sha256(bytes)}` };
}

const decoder = new TextDecoder();
const newline = 0x0a;
const carriageReturn = 0x0d;
const lineEnd = Uint8Array.of(newline);

/** A line counts with an end of its own, whatever ended it in the file. */
function add(hash: Hash, line: Uint8Array): void {
  hash.update(line);
  hash.update(lineEnd);
}

function untyped<Line extends { readonly type: string }>(line: Line) {
  const { type: _, ...rest } = line;
  return rest;
}

/** Lines of a file, without their ends; nothing more from a line on that is longer than any of ours. */
async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  tell: (bytes: number) => void,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly isEnded: boolean }> {
  let held: Uint8Array[] = [];
  let [length, read] = [0, 0];
  for await (const piece of pieces) {
    let from = 0;
    for (;;) {
      const end = piece.indexOf(newline, from);
      // whoever hands over pieces may use them again
      held.push(end < 0 ? piece.slice(from) : piece.subarray(from, end));
      length += (end < 0 ? piece.length : end) - from;
      if (length > longestLine) return;
      if (end < 0) break;
      yield { bytes: withoutReturn(joined(held)), isEnded: true };
      [held, length, from] = [[], 0, end + 1];
    }
    read += piece.length;
    tell(read);
  }
  if (length > 0) yield { bytes: withoutReturn(joined(held)), isEnded: false };
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
}

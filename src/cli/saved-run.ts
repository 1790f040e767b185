import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';

import type { Diagnostic } from '../base/diagnostic.ts';
import type { LedgerProblems } from '../ledger/problems.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import { digestOfBytes } from '../io/digest.ts';
import { unreadable } from '../io/read.ts';
import type { DossierJson, ReportHead, TogetherJson } from '../report/json-format.ts';
import { savedLine, savedReport } from '../report/saved.ts';

/** Takes a saved run record by record, in their order; none of them is held. */
export interface RunTaker {
  readonly dossier: (record: DossierJson) => void;
  readonly together: (record: TogetherJson) => void;
}

export type RunRead<Taker> =
  | { readonly head: ReportHead; readonly taker: Taker; readonly digest: string }
  | { readonly problem: Diagnostic<LedgerProblems & PathProblems> };

/** What is read at once of a report as JSON, in bytes; NDJSON has no limit. */
const largestReport = 500_000_000;

/**
 * Reads what `check --format ndjson` or `--format json` wrote. An NDJSON that lacks its foot was cut, and one that is not
 * what its foot says was changed.
 *
 * @param begin - makes what takes the records, of the head
 */
export async function readRun<Taker extends RunTaker>(
  path: string,
  begin: (head: ReportHead) => Taker,
): Promise<RunRead<Taker>> {
  try {
    if (statSync(path).isDirectory())
      return { problem: pathProblem('io/is-folder', path, { path }) };
    return (await readLines(path, begin)) ?? readWhole(path, begin);
  } catch (error) {
    return unreadable(error, path);
  }
}

/** Undefined for a file that does not begin with the head of an NDJSON. */
async function readLines<Taker extends RunTaker>(
  path: string,
  begin: (head: ReportHead) => Taker,
): Promise<RunRead<Taker> | undefined> {
  const hash = createHash('sha256');
  const whole = createHash('sha256');
  const input = createReadStream(path, 'utf8');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let begun: { readonly head: ReportHead; readonly taker: Taker } | undefined;
  let number = 0;
  try {
    for await (const text of lines) {
      number += 1;
      const line = savedLine(text);
      whole.update(`${text}\n`);
      if (!begun) {
        if (line?.type !== 'head') return undefined;
        begun = { head: line, taker: begin(line) };
      } else if (line?.type === 'dossier') begun.taker.dossier(line);
      else if (line?.type === 'together') begun.taker.together(line);
      else if (line?.type === 'foot') {
        const isSame = line.digest === `sha256:${hash.digest('hex')}`;
        if (!isSame) return notARun(path, 'digest');
        return { ...begun, digest: `sha256:${whole.digest('hex')}` };
      } else return notARun(path, 'form');
      hash.update(`${text}\n`);
    }
  } finally {
    lines.close();
    input.destroy();
  }
  return begun ? notARun(path, 'cut') : undefined;
}

function readWhole<Taker extends RunTaker>(
  path: string,
  begin: (head: ReportHead) => Taker,
): RunRead<Taker> {
  const { size: bytes } = statSync(path);
  if (bytes > largestReport)
    return { problem: pathProblem('io/too-large', path, { path, bytes, limit: largestReport }) };
  const text = readFileSync(path, 'utf8');
  const report = savedReport(text);
  if (!report) return notARun(path, 'form');
  const taker = begin(report);
  for (const record of report.dossiers) taker.dossier(record);
  return {
    head: report,
    taker,
    digest: digestOfBytes(text),
  };
}

function notARun(
  path: string,
  why: LedgerProblems['ledger/not-a-run']['why'],
): { readonly problem: Diagnostic<LedgerProblems> } {
  const span = { source: { name: path, text: '' }, start: 0, end: 0 };
  return {
    problem: { code: 'ledger/not-a-run', severity: 'error', span, params: { path, why } },
  };
}

import { statSync } from 'node:fs';

import { FileFault } from '../base/bytes.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { pathProblem, type PathProblems } from '../base/path-problems.ts';
import { largestReport, readSavedRun, type RunTaker } from '../desk/saved-run.ts';
import { fileBytesAt } from '../io/file-bytes.ts';
import { nodePlatform } from '../io/platform.ts';
import { unreadable } from '../io/read.ts';
import type { LedgerProblems } from '../ledger/problems.ts';
import type { ReportHead } from '../report/json-format.ts';

export type RunRead<Taker> =
  | { readonly head: ReportHead; readonly taker: Taker; readonly digest: string }
  | { readonly problem: Diagnostic<LedgerProblems & PathProblems> };

/**
 * Reads what `check --format ndjson` or `--format json` wrote. An NDJSON that lacks its foot was cut, and one that is not
 * what its foot says was changed: neither is read.
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
    const file = fileBytesAt(path);
    const read = await readSavedRun(file, nodePlatform, begin);
    if (read === 'too-large')
      return {
        problem: pathProblem('io/too-large', path, {
          path,
          bytes: file.size,
          limit: largestReport,
        }),
      };
    if (read === 'form') return notARun(path, 'form');
    return read.wrong === undefined ? read : notARun(path, read.wrong);
  } catch (error) {
    return error instanceof FileFault ? { problem: error.problem } : unreadable(error, path);
  }
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

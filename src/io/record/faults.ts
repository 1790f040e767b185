import type { Diagnostic } from '../../base/diagnostic.ts';
import type { RecordProblems } from '../../base/record-problems.ts';
import { cannotWrite, CannotWrite } from '../target.ts';

/** A record cannot be used, or not for this. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault';
  readonly problem: Diagnostic<RecordProblems>;

  constructor(problem: Diagnostic<RecordProblems>) {
    super(`${problem.code} ${problem.span.source.name}`);
    this.problem = problem;
  }
}

/** A problem of the whole file. */
export function recordProblem<C extends keyof RecordProblems>(
  code: C,
  params: RecordProblems[C] & { readonly path: string },
): Diagnostic<RecordProblems> {
  const span = { source: { name: params.path, text: '' }, start: 0, end: 0 };
  return { code, severity: 'error', span, params } as Diagnostic<RecordProblems>;
}

export function fault<C extends keyof RecordProblems>(
  code: C,
  params: RecordProblems[C] & { readonly path: string },
): RecordFault {
  return new RecordFault(recordProblem(code, params));
}

/** The system's words for what SQLite calls by a number of its own. */
const written: Readonly<Record<number, string>> = {
  3: 'EACCES',
  8: 'EROFS',
  10: 'EIO',
  13: 'ENOSPC',
  14: 'EACCES',
};
const [busy, locked, corrupt, other] = [5, 6, 11, 26];

/** What SQLite threw as one thing to tell; what is not SQLite’s as it is. */
export function told(error: unknown, path: string): unknown {
  const number = sqliteCode(error);
  if (number === undefined) return error;
  // the lowest byte is the kind, the rest says more
  const code = number % 256;
  if (code === busy || code === locked) return fault('record/locked', { path });
  if (code === other) return fault('record/not-a-record', { path, why: 'other' });
  const reason = written[code];
  if (reason !== undefined) return cannotWrite(Object.assign(new Error(), { code: reason }), path);
  const what = error instanceof Error ? error.message : '';
  const how = code === corrupt ? 'damaged' : 'schema';
  return fault('record/altered', { path, how, number: 0, what });
}

function sqliteCode(error: unknown): number | undefined {
  if (error instanceof CannotWrite || !(error instanceof Error)) return undefined;
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined;
}

import type { Diagnostic, Severity } from '../../base/diagnostic.ts';
import type { PathProblems } from '../../base/path-problems.ts';
import type { TableProblems } from '../../base/table-problems.ts';
import { unreadable } from '../read.ts';
import { GzipError } from '../streams/gunzip.ts';

type TableProblem = Diagnostic<TableProblems>;
/** Why a file has no tables that could be read. */
export type FileProblem = TableProblem | Diagnostic<PathProblems>;

/** Ends the reading of a table. */
export class TableFault extends Error {
  readonly problem: FileProblem;

  constructor(found: FileProblem) {
    super(found.code);
    this.problem = found;
  }
}

/** @param at - the table, or a place in it, `book.csv!A7` */
export function tableProblem<C extends keyof TableProblems>(
  code: C,
  at: string,
  params: TableProblems[C],
  severity: Severity = 'error',
): TableProblem {
  const span = { source: { name: at, text: '' }, start: 0, end: 0 };
  return { code, severity, span, params } as TableProblem;
}

/**
 * What ended the reading of a file.
 *
 * @throws what is no fault of the file
 */
export function faultOf(error: unknown, path: string): FileProblem {
  if (error instanceof TableFault) return error.problem;
  if (error instanceof GzipError) {
    const { fault } = error;
    const span = { source: { name: path, text: '' }, start: 0, end: 0 };
    return fault.code === 'io/gzip-bomb'
      ? {
          code: fault.code,
          severity: 'error',
          span,
          params: { path, bytes: fault.bytes, limit: fault.limit },
        }
      : { code: fault.code, severity: 'error', span, params: { path, how: fault.how } };
  }
  if (!(error instanceof Error && 'code' in error)) throw error;
  return unreadable(error, path).problem;
}

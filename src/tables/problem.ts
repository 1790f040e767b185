import { FileFault } from '../base/bytes.ts';
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import type { PathProblems } from '../base/path-problems.ts';
import type { Source } from '../base/source.ts';
import type { TableProblems } from '../base/table-problems.ts';

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

/**
 * @param name - the table or its file
 * @param row - where it is about a row of the table
 */
export function tableProblem<C extends keyof TableProblems>(
  code: C,
  name: string,
  params: TableProblems[C],
  { row, severity = 'error' }: { readonly row?: number; readonly severity?: Severity } = {},
): TableProblem {
  const source = { name, text: '', ...(row !== undefined && placeOf(name, row)) };
  return { code, severity, span: { source, start: 0, end: 0 }, params } as TableProblem;
}

function placeOf(sheet: string, row: number): Pick<Source, 'begins' | 'rows'> {
  return {
    begins: { line: row, column: 1 },
    rows: {
      tables: [{ sheet, columns: {} }],
      rows: [{ pointer: '', table: 0, row, from: '' }],
    },
  };
}

/**
 * What ended the reading of a file.
 *
 * @throws what is no fault of the file
 */
export function faultOf(error: unknown): FileProblem {
  if (error instanceof TableFault || error instanceof FileFault) return error.problem;
  throw error;
}

import type { DraftFault } from './faults.ts';

/** What can be wrong with a workbook of limits and tables that came back. */
export interface LimitProblems {
  'limits/not-a-sheet': { readonly name: string };
  /** There is no such limit, table or clause. */
  'limits/unknown': {
    readonly what: 'limit' | 'clause';
    readonly name: string;
    readonly near: string | undefined;
  };
  /** It was changed in its file since the workbook was made. */
  'limits/stale': { readonly id: string };
  'limits/cell': { readonly text: string; readonly why: CellFault; readonly unit: string };
  /** An edition that is in force, or was, says another thing than before. */
  'limits/in-force': {
    readonly id: string;
    readonly from: string;
    readonly was: string;
    readonly now: string;
  };
  'limits/row': { readonly id: string; readonly from: string; readonly why: RowFault };
}

/** Why a cell cannot be taken. */
export type CellFault =
  /** A formula, or an error that one came to. */
  | 'formula'
  | 'number'
  /** A percentage of what is none. */
  | 'percent'
  /** 35 where 35% or 0.35 is meant. */
  | 'hundredfold'
  | 'day'
  /** What is only shown, and is changed in its file. */
  | 'shown'
  /** More digits than spreadsheets keep. */
  | 'digits';

/** Why a row cannot be taken. */
export type RowFault = DraftFault['fault'] | 'gone' | 'past' | 'clauses' | 'twice' | 'order';

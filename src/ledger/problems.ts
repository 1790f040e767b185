import type { Column } from './entry.ts';

/** What can be wrong with a ledger, with a run that it takes in, and with a workbook that came back. */
export interface LedgerProblems {
  /** A line that no ledger has. */
  'ledger/not-an-entry': { readonly number: number };
  /** An entry that does not follow from the one before it. */
  'ledger/broken-chain': { readonly number: number };
  /** The chain has no such head: its tail was cut, or it was written anew. */
  'ledger/other-head': { readonly head: string; readonly entries: number };
  /** An entry of an unknown finding, or a move that there is not. */
  'ledger/stray-entry': { readonly number: number };
  'ledger/not-a-run': { readonly path: string; readonly why: 'form' | 'cut' | 'digest' };
  'ledger/not-a-register': { readonly name: string };
  /** The workbook was made from a chain that this ledger does not have. */
  'ledger/other-ledger': { readonly head: string };
  'ledger/unknown-row': { readonly finding: string; readonly near: string | undefined };
  'ledger/row-twice': { readonly finding: string };
  'ledger/impossible-day': { readonly text: string };
  /** Both sides wrote since the workbook went out. */
  'ledger/conflict': {
    readonly finding: string;
    readonly column: Column;
    readonly ours: string;
    readonly theirs: string;
  };
}

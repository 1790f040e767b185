import type { Words } from '../rulebook/files.ts';

/** What can be proved of a rulebook that every file of it, taken alone, does not show. */
export interface VerifyProblems {
  /** No row of a table is for these inputs. */
  'verify/table-gap': TableRegion & {
    /** Regions besides the one shown. */
    readonly more: number;
  };
  /** Two rows of a table whose `hit` is `unique` are for the same inputs. */
  'verify/table-overlap': TableRegion & {
    /** The two rows, counted from 1. */
    readonly rows: readonly [number, number];
    /** Further pairs of rows in the same edition. */
    readonly more: number;
  };
  /** A row that no file can reach: earlier rows take all it is for, or no input can be so. */
  'verify/table-dead-row': { readonly table: string; readonly row: number };
  /**
   * A rule does not apply where a list is empty, and no rule says when it may not be.
   * `products`: those of the rule that no other rule covers; empty where there is no other rule at all.
   */
  'verify/hidden': {
    readonly rule: string;
    readonly path: string;
    readonly key: 'each' | 'when';
    readonly products: readonly string[];
  };
  /** `x != null` in the `when` of a rule, of a field whose absence leaves it unknown. */
  'verify/null-guard': { readonly rule: string; readonly path: string };
  /** A number that is told as a regulation's, and that none of the regulation clauses gives. */
  'verify/figure-not-in-clause': {
    /** The rule, parameter, table or definition. */
    readonly of: string;
    readonly number: string;
    readonly unit: string | undefined;
    /** The regulation clauses that it rests on. */
    readonly clauses: readonly string[];
  };
  /** A text says what a parameter is worth, and would go on saying it when the parameter changes. */
  'verify/number-in-prose': {
    /** `3个工作日` */
    readonly text: string;
    /** The parameters that have this value. */
    readonly names: readonly string[];
  };
  /** A parameter that nothing names. */
  'verify/unused': { readonly parameter: string };
  /** A rule gets looser when a parameter moves the way that is declared to be stricter. */
  'verify/stricter': {
    readonly parameter: string;
    readonly rule: string;
    readonly stricter: 'higher' | 'lower';
  };
  /** A table that could not be proved: a cell or an input is of a kind the proof does not read, or it is too big. */
  'verify/table-not-proved': {
    readonly table: string;
    readonly why: 'cell' | 'input' | 'size';
    readonly text: string;
  };
}

/** A part of the inputs of a table, over some days. */
export interface TableRegion extends DatedRegion {
  readonly table: string;
}

interface DatedRegion {
  readonly from: string;
  readonly until: string | undefined;
  readonly inputs: readonly RegionInput[];
}

/** What one input is in a region. */
export interface RegionInput {
  readonly title: Words;
  /** As a row would have it: `-`, `"SECOND"`, `(60..90]`. */
  readonly cell: string;
  /** The titles of the words in the cell, in their order. */
  readonly words: readonly Words[];
}

import type { ProcessRule, ProgramRule } from '../program/ast.ts';

/**
 * What a faster engine has already told of a rule, so that it need not be evaluated: a pass, or that it is not
 * applicable, by an edition; or that it waits for a person. All else is for the evaluator, which explains it.
 */
export interface ToldRule {
  readonly status: 'pass' | 'not-applicable' | 'waiting';
  /** The edition that says so, by its place; -1 where none does, or each element has its own. */
  readonly edition: number;
  /** ISO; null where no edition was picked. */
  readonly day: string | null;
  /** Of a rule that judges elements one by one, by their positions in the list of the file, from 0. */
  readonly elements?: () => ReadonlyMap<number, ToldElement>;
}

/** What was told of the rows of a register by one rule: how many need nothing done, and which are to be evaluated. */
export interface ToldRows {
  readonly pass: number;
  readonly notApplicable: number;
  /** Their positions in the list of the file, from 0, in order. */
  readonly open: readonly number[];
}

export interface ToldElement {
  readonly status: 'pass' | 'not-applicable' | 'other';
  readonly edition: number;
  readonly day: string | null;
}

/**
 * What was told of a rule that judges files together: by file, in their order, for each group that it is in. Undefined
 * for a file whose groups the evaluator has to judge, and so for all that share a group with it; undefined as a whole
 * where that is every file.
 */
export type ToldGroups = (
  rule: ProgramRule,
  files: readonly number[],
) => readonly (readonly ('pass' | 'not-applicable')[] | undefined)[] | undefined;

/** What was told of a file. */
export interface Told {
  /** Undefined for a rule that the evaluator has to judge. */
  readonly rule: (rule: ProgramRule | ProcessRule) => ToldRule | undefined;
  /** Of a rule on rows; undefined where all of them have to be evaluated. */
  readonly rows: (rule: ProgramRule) => ToldRows | undefined;
  /** Present where no rule of the file has to be evaluated. */
  readonly settled: Settled | undefined;
}

/** Rules by what was told of them, as `Scope` counts them, and whether a mandatory one is passed. */
export interface Settled {
  readonly data: number;
  readonly manual: number;
  /** Ids of those that wait for a person. */
  readonly waiting: readonly string[];
  readonly outOfScope: number;
  readonly isPassed: boolean;
}

/** What was told of files that are judged together, by their places. */
export interface ToldFiles {
  readonly file: (place: number) => Told | undefined;
  readonly groups: ToldGroups;
}

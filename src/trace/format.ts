import type { Confidence } from '../rulebook/ast.ts';

/** What `shouze trace --format json` writes. Stable: fields are added, never changed. */
export interface TraceReport {
  readonly rulebook: { readonly id: string; readonly version: string };
  /** Clauses by status. */
  readonly totals: Totals;
  /** How the clauses that rules rest on stand to their last review. */
  readonly reviews: {
    readonly current: number;
    readonly changed: number;
    readonly never: number;
    readonly 'rules-changed': number;
    readonly differs: number;
    readonly open: number;
  };
  readonly sources: readonly (Totals & { readonly source: string })[];
  readonly clauses: readonly TracedClause[];
}

export interface Totals {
  readonly clauses: number;
  readonly automated: number;
  readonly manual: number;
  readonly 'not-applicable': number;
  readonly pending: number;
}

export type ClauseStatus = Exclude<keyof Totals, 'clauses'>;

/**
 * Whether a clause and its rules are those that were last compared; `none` without rules. `changed`: the text is
 * another, `rules-changed`: what rests on it is. Where both are the same, `differs` and `open` are what the reviewer said.
 */
export type Review =
  | 'none'
  | 'never'
  | 'current'
  | 'changed'
  | 'rules-changed'
  | 'differs'
  | 'open';

export interface TracedClause {
  /** `P-2024-0924#1` */
  readonly clause: string;
  readonly source: string;
  readonly title: Multilingual;
  readonly status: ClauseStatus;
  /** Who does it and how, why it does not apply, or what it waits for; empty where the source does not say. */
  readonly says: Multilingual;
  readonly rules: readonly string[];
  /** Steps, definitions, parameters, tables, calendars and pairs of posts, each with its kind before it. */
  readonly others: readonly string[];
  readonly confidence: Confidence;
  /** The day the source was last read, ISO. */
  readonly textReadOn: string | null;
  readonly review: Review;
  /** The day its rules were last compared with it, ISO. */
  readonly reviewedOn: string | null;
  /** Who compared them, as the verification sheet has it. */
  readonly reviewedBy: string | null;
}

/** A text in each language of the rulebook. */
interface Multilingual {
  readonly [language: string]: string;
}

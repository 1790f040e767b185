import type { Missing } from '../feel/value.ts';
import type { Standing } from '../ledger/standing.ts';
import type { Measure } from '../program/ast.ts';
import type { Rational } from '../values/rational.ts';

/** What measures are gathered by; `pilot` sets pilot branches beside the others, before and during the pilot. */
export type Grouping = 'post' | 'officer' | 'branch' | 'stage' | 'month' | 'customer' | 'pilot';

/** Measures of files, group by group. */
export interface Scorecard {
  readonly by: Grouping;
  /** Inclusive days, ISO. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** In the order of their keys; files whose key nobody can tell last. */
  readonly groups: readonly CardGroup[];
  /** Files whose day nobody can tell, left out where days count. */
  readonly undated: readonly string[];
  /** Files before or after the period. */
  readonly outside: number;
  /** Files that could not be judged. */
  readonly unread: number;
  /** Whether a ledger told which findings are confirmed; without one all are doubts, and cost nothing. */
  readonly isByLedger: boolean;
}

export interface CardGroup {
  /** undefined where nobody can tell what the files belong to. */
  readonly key: string | undefined;
  readonly figures: readonly Figure[];
  /** Points of the figures that could be told; `open` more are not settled. */
  readonly points: Rational;
  readonly open: number;
}

/** One measure of one group. */
export interface Figure {
  readonly measure: Measure;
  /** Files whose value is known. */
  readonly known: number;
  /** Files whose value is not: they might move the figure. */
  readonly unknown: number;
  /** Files that the measure does not speak of. */
  readonly outOfScope: number;
  /** Outcomes that wait for a person, which no count of outcomes has in it. */
  readonly pending: number;
  /** Over the known files, exact; undefined where there is none. */
  readonly value: Rational | undefined;
  /** Between which a share lies, whatever the unknown files are; where a ledger tells, a count of outcomes too. */
  readonly range: readonly [Rational, Rational] | undefined;
  /** The least and the most that it can come to; undefined where nothing bounds it. */
  readonly ends: readonly [Rational, Rational] | undefined;
  /** Whether the target is met, whatever the unknown files are. */
  readonly isMet: boolean | undefined;
  /** Rewards above 0, deductions below; undefined where the unknown files decide. */
  readonly points: Rational | undefined;
  /** Of a measure of what fails, by a ledger: how many of these outcomes stand how. */
  readonly standings: ReadonlyMap<Standing, number> | undefined;
  /** Points that would be deducted if the doubts were confirmed; undefined where there are none. */
  readonly withheld: Rational | undefined;
  /** What the unknown files lack: files by id, and the first places of each. */
  readonly missing: readonly { readonly id: string; readonly missing: readonly Missing[] }[];
}

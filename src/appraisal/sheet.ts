import type { Standing } from '../ledger/standing.ts';
import type { Facts } from '../ledger/entry.ts';
import type { Missing } from '../feel/value.ts';
import type { Appraisal, AppraisedMeasure } from '../program/ast.ts';
import type { RuleKind, RuleLevel, Words } from '../rulebook/files.ts';
import type { Figure } from '../scorecard/card.ts';
import type { Rational } from '../values/rational.ts';
import type { Band } from './band.ts';

/** The appraisals (考评表) of those who hold the posts of one scheme, over one period. */
export interface Appraised {
  readonly appraisal: Appraisal;
  /** Inclusive days, ISO. */
  readonly from: string;
  readonly until: string;
  /** Working days of the period; undefined where the calendar does not cover it. */
  readonly workingDays: number | undefined;
  /** By number of staff. */
  readonly sheets: readonly Sheet[];
  /** Files of which nobody can tell who handled them. */
  readonly untold: readonly string[];
  /** Files that could not be judged. */
  readonly unread: number;
  /** Whether a ledger told which findings are confirmed; without one there are no violations. */
  readonly isByLedger: boolean;
}

/** The appraisal of one person. */
export interface Sheet {
  readonly officer: string;
  /** Units of the files that count. */
  readonly units: readonly string[];
  readonly measures: readonly MeasureLine[];
  /** Files that this person handled and that count for no measure. */
  readonly uncounted: readonly FileLine[];
  /** Files before or after the period. */
  readonly outside: number;
  readonly violations: readonly ViolationLine[];
  /** Points of violation in the period, as they come and as they count. */
  readonly points: Capped;
  /** Points over the months that count towards the thresholds. */
  readonly accumulated: Band;
  /** The threshold that they reach; undefined for none, `open` where that is not settled. */
  readonly threshold: number | undefined | 'open';
  /** Weight of the measures that are graded. */
  readonly graded: Rational;
  /** What the graded measures come to, of their weight. */
  readonly scored: Band;
  /** The same of 100; undefined where too little is graded. */
  readonly base: Band | undefined;
  readonly rewards: Capped;
  /** Whether a red line takes the rewards: `open` while an objection to it is. */
  readonly redLine: boolean | 'open';
  readonly deductions: Capped;
  /** Base, rewards and deductions; never below zero. */
  readonly result: Band | undefined;
  /** Place among the grades of the scheme; undefined where there is no result, a red line blocks it, or it is open. */
  readonly grade: number | undefined;
  /** Lines that this person objects to, by id, with the reason. */
  readonly objections: ReadonlyMap<string, string>;
}

/** What something comes to, and what of it counts under its cap. */
export interface Capped {
  readonly sum: Band;
  readonly counted: Band;
  readonly most: Rational;
}

export interface MeasureLine {
  readonly of: AppraisedMeasure;
  readonly figure: Figure | undefined;
  /** Why there are no points. */
  readonly ungraded: Ungraded | undefined;
  /** Of the weight; undefined where it is not graded. */
  readonly points: Band | undefined;
  readonly reward: Band;
  readonly files: readonly FileLine[];
}

/** No file at all, too few, or a period without a working day. */
export type Ungraded = 'no-files' | 'too-few' | 'no-working-day';

/** A file, for a measure or for none. */
export interface FileLine {
  /** By which an objection names it. */
  readonly id: string;
  readonly dossier: string;
  /** ISO; undefined where nobody can tell. */
  readonly day: string | undefined;
  /** Exact; undefined where the file is not counted, or its value is not known. */
  readonly value: Rational | undefined;
  readonly why: Uncounted | undefined;
  /** Posts held on the day, or what the file lacks. */
  readonly posts: readonly string[];
  readonly missing: readonly Missing[];
  readonly standings: ReadonlyMap<Standing, number>;
  readonly isObjected: boolean;
}

/** Why a file does not count, or its value not yet. */
export type Uncounted =
  /** The measure does not speak of it. */
  | 'out-of-scope'
  /** Something that decides its value is missing. */
  | 'unknown'
  /** A finding of it is in doubt or disputed. */
  | 'in-doubt'
  | 'undated'
  | 'post-not-held'
  /** Posts of two schemes on the day. */
  | 'two-schemes'
  | 'not-in-register'
  | 'unclear-in-register'
  | 'other-register';

export interface ViolationLine {
  readonly id: string;
  /** Its id in the ledger. */
  readonly finding: string;
  readonly facts: Facts;
  /** The day on which it was confirmed, else first found; ISO. */
  readonly day: string;
  /** Place of its row in the table of points. */
  readonly row: number | undefined;
  /** Points, those of a repeat among them; zero where it does not count. */
  readonly points: Rational;
  readonly isRepeat: boolean;
  readonly isRedLine: boolean;
  readonly why: Unpunished | undefined;
  readonly isObjected: boolean;
}

/** Why a finding of the ledger gives no points. */
export type Unpunished =
  | 'doubt'
  | 'disputed'
  | 'mistaken'
  /** Confirmed before the period; it counts for repeats and thresholds alone. */
  | 'earlier'
  /** Other posts answer for the rule. */
  | 'other-post'
  /** The person did not hold the post, or nobody can tell. */
  | 'post-not-held'
  /** The file is not among those given. */
  | 'file-not-given'
  | 'unknown-rule'
  /** The table has no row for it. */
  | 'no-row';

/** What a rule is, to be looked up in a table of points. */
export interface RuleFacts {
  readonly title: Words;
  readonly posts: readonly string[];
  readonly level: RuleLevel;
  readonly kind: RuleKind | null;
  readonly severity?: string | undefined;
  readonly redLine?: true | undefined;
}

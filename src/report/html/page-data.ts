import type { Status } from '../../evaluate/outcome.ts';
import type { PageWords } from '../../words/page.ts';
import type { Terms } from '../../words/terms.ts';

/**
 * What a report's page holds, in one language, for its script to read: blocks of JSON. Rows are read when the page
 * opens, details when a file is opened. What is empty is left out.
 */

/** A value that comes up again and again: itself, or its number in the table of what is shared. */
export type Shared<T extends string | readonly unknown[]> = T | number;

/** A block of rows, and what is first used by them or by their details. */
export interface RowBlock {
  /** Goes to the end of the table of what is shared. */
  readonly shared: readonly unknown[];
  readonly rows: readonly Row[];
  /** What files judged together got besides; each has its details behind those of `rows`. */
  readonly together?: readonly Row[];
}

/** The details of a block of rows, one for one. */
export type DetailBlock = readonly Detail[];

export type Verdict = 'pass' | 'fail' | 'cannot-tell';

/** A file in the table of files. */
export interface Row {
  readonly id?: string;
  readonly file: Shared<string>;
  /** What it is found by besides: `机构=0101`. */
  readonly tags?: Shared<readonly string[]>;
  /** Which dossier of its file it is, from 1. */
  readonly record?: number;
  /** Absent for what is no dossier. */
  readonly verdict?: Verdict;
  /** The rules that fail, that are waived, that cannot be told, by their numbers: one for each outcome. */
  readonly fail?: readonly number[];
  readonly waived?: readonly number[];
  readonly untold?: readonly number[];
  /** Fails, those of one gate counted once. */
  readonly findings?: number;
  /** What waits for a person. */
  readonly waiting?: number;
  /** What is wrong with the file itself. */
  readonly problems?: number;
}

/** What a file shows when it is opened. */
export interface Detail {
  readonly digest?: string;
  /** The line that it begins on, where its file holds many. */
  readonly line?: number;
  readonly dataOnly?: Shared<string>;
  readonly scope?: Shared<string>;
  readonly tally?: Shared<string>;
  readonly problems?: readonly ProblemData[];
  readonly outcomes?: readonly OutcomeData[];
  readonly wanting?: readonly WantingData[];
  /** Stages that were not judged, and why. */
  readonly heldBack?: readonly Shared<string>[];
  /** The rules that wait for a person, by their numbers. */
  readonly waiting?: Shared<readonly number[]>;
}

export interface ProblemData {
  readonly severity: Shared<string>;
  readonly code: string;
  readonly message: string;
  /** What to write instead. */
  readonly fix?: string;
  readonly at: readonly string[];
}

export interface WantingData {
  readonly field: string;
  readonly title: Shared<string>;
  readonly says: Shared<string>;
  readonly rules: Shared<readonly number[]>;
}

/** One outcome; or one gate with all the steps that went ahead in spite of it. */
export interface OutcomeData {
  /** What it goes by; absent where it is the file's id, the rule and the element. */
  readonly finding?: string;
  readonly rule: number;
  readonly element?: string;
  readonly status: Status;
  /** A person has yet to tell. */
  readonly manual?: true;
  /** What is said in place of the rule’s badges, where a branch's limit alone made it fail. */
  readonly own?: Pick<RuleData, 'kind' | 'badges' | 'redLine'>;
  readonly title?: Shared<string>;
  readonly message: Shared<string>;
  readonly because?: readonly ReasonData[];
  readonly inapplicable?: string;
  readonly missing?: readonly string[];
  /** Clauses by their numbers. */
  readonly basis?: Shared<readonly number[]>;
  readonly edition?: string;
  readonly asOf?: string;
  readonly at: PlaceData;
  readonly related?: readonly PlaceData[];
  readonly moreRelated?: number;
  readonly seen?: readonly SeenData[];
  readonly remedy?: Shared<string>;
  readonly toPass?: readonly string[];
  readonly origin?: Shared<string>;
  readonly group?: string;
  readonly waiver?: string;
  readonly by?: string;
  /** The rules of the gate, and the steps. */
  readonly gate?: Shared<readonly string[]>;
  readonly steps?: readonly StepData[];
}

export interface ReasonData {
  /** FEEL */
  readonly expression: Shared<string>;
  readonly value: string;
  readonly rounded?: true;
  readonly text: string;
}

export interface PlaceData {
  /** Absent for the file itself. */
  readonly file?: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** The row of a register and its field, in words. */
  readonly row?: string;
}

/** A step that went ahead in spite of a gate. */
export interface StepData {
  readonly finding?: string;
  readonly rule: number;
  readonly edition?: string;
  readonly at: PlaceData;
}

export type SeenData = readonly [
  title: Shared<string>,
  value: string,
  path: string,
  line: number,
  column: number,
  file?: string,
];

/** What all outcomes refer to, and the words of the page; behind all other blocks. */
export interface Legend {
  readonly rules: readonly RuleData[];
  readonly clauses: readonly ClauseData[];
  readonly words: ScriptWords;
}

export interface RuleData {
  readonly id: string;
  readonly title: string;
  /** Smaller is graver. */
  readonly weight: number;
  readonly redLine?: true;
  readonly kind?: string;
  /** Its kind and how grave it is, in words. */
  readonly badges: readonly string[];
  readonly step?: string;
  readonly posts?: string;
  readonly remedy?: string;
}

export interface ClauseData {
  readonly clause: string;
  readonly title: string;
  readonly confidence: string;
  readonly verified: boolean;
}

/** Everything that the script says: of the trade, and of the page. */
export interface ScriptWords {
  readonly status: Readonly<Record<Status, string>>;
  readonly marks: Readonly<Record<Status, string>>;
  readonly label: Terms['label'];
  readonly page: PageWords['script'];
  readonly colon: string;
}

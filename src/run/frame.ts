import type { Written } from '../dossier/json-numbers.ts';
import type { RowsToJudge } from './blocks.ts';
import type { WorkedDays } from './days.ts';

/** A file laid out for a plan. */
export interface Loaded {
  readonly numbers: Float64Array;
  readonly texts: readonly (string | undefined)[];
  /** The numbers that plans do not hold; absent where there are none. */
  readonly unheld?: Unheld;
  /** The numbers of a JSON text that doubles may not tell; absent where there are none. */
  readonly written?: Written;
}

/**
 * Numbers that plans do not hold: by their field in the schema, which is a pointer without positions, the positions in
 * the outermost list around them; -1 outside of lists.
 */
export type Unheld = ReadonlyMap<string, ReadonlySet<number>>;

/** A file under judgement, and the elements that the loops around have come to. */
export interface Frame {
  file: Loaded;
  /** Where the numbers of each element begin, by the number of its row; 0 for the file itself. */
  readonly numbersAt: Int32Array;
  readonly textsAt: Int32Array;
  /** The parts of texts that loops have come to, by the number of their row. */
  readonly pieces: string[];
  readonly calendar: WorkedDays | undefined;
  /** Another number for every file: what was worked out of one is remembered no longer. */
  turn: number;
  /** The day that lateness is judged on, since 1970; NaN where nobody gave one. */
  today: number;
  /** What the rules before this one said of the file. */
  told: Uint8Array;
  /** What the rules on rows said of them, by the place of the rule; absent where that cannot be told. */
  rows: (RowsJudged | undefined)[];
  /** Those whose rows are yet to be judged. */
  rowsToJudge: RowsToJudge[];
  /** The edition that the last verdict is by, by its place, and its governing day; -1 where there is none. */
  edition: number;
  day: number;
  /** Elements that loops inside other loops have come to. */
  visits: number;
  /** A number came out that plans do not hold, or loops took too long: what is being judged is left to the evaluator. */
  beyond: boolean;
}

const nothing: Loaded = { numbers: new Float64Array(0), texts: [] };

export function newFrame(rows: number, calendar: WorkedDays | undefined): Frame {
  return {
    file: nothing,
    numbersAt: new Int32Array(rows),
    textsAt: new Int32Array(rows),
    pieces: Array.from({ length: rows }, () => ''),
    calendar,
    turn: 0,
    today: Number.NaN,
    told: new Uint8Array(0),
    rows: [],
    rowsToJudge: [],
    edition: -1,
    day: 0,
    visits: 0,
    beyond: false,
  };
}

/** What a rule says of the rows of a register. */
export interface RowsJudged {
  /** How many pass, and how many it does not apply to. */
  readonly pass: number;
  readonly notApplicable: number;
  /** The positions of all others, from 0. */
  readonly open: readonly number[];
}

/** Elements that loops inside other loops may come to in one file, together: some seconds at most. */
export const mostVisits: number = 2 ** 24;

/** False, true, or not settled by the file. */
export type Trit = 0 | 1 | 2;

/** What a rule says, as the small numbers that verdicts are written in. */
export const verdicts = {
  fail: 0,
  pass: 1,
  'cannot-tell': 2,
  'not-applicable': 3,
  /** It fails, and an approved exception covers that. */
  waived: 4,
  /** A person has to tell; the data do not fail. */
  waiting: 5,
  /** Left to the evaluator. */
  slow: 255,
} as const;

import type { WorkedDays } from './days.ts';
import type { Loaded } from './plan.ts';

/** A file under judgement, and the elements that the loops around have come to. */
export interface Frame {
  file: Loaded;
  /** Where the numbers of each element begin, by the number of the loop's element; 0 for the file itself. */
  readonly numbersAt: Int32Array;
  readonly textsAt: Int32Array;
  readonly calendar: WorkedDays | undefined;
}

const nothing: Loaded = { numbers: new Float64Array(0), texts: [] };

export function newFrame(elements: number, calendar: WorkedDays | undefined): Frame {
  return {
    file: nothing,
    numbersAt: new Int32Array(elements + 1),
    textsAt: new Int32Array(elements + 1),
    calendar,
  };
}

/** False, true, or not settled by the file. */
export type Trit = 0 | 1 | 2;

/** What a rule says, as the small numbers that verdicts are written in. */
export const verdicts = {
  fail: 0,
  pass: 1,
  'cannot-tell': 2,
  'not-applicable': 3,
  /** Left to the reference path. */
  slow: 255,
} as const;

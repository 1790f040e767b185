import { type Frame, type RowsJudged, verdicts } from './frame.ts';
import { worse } from './worse.ts';

/** Rows that all rules judge before the next: few enough for their values to stay near the processor. */
const rowsInBlock = 128;

/** What a rule says of the rows of a register so far. */
export interface RowsSoFar extends RowsJudged {
  pass: number;
  notApplicable: number;
  readonly open: number[];
  /** The worst of the open ones. */
  worst: number;
}

/** Judges the rows from a position up to another; how many there are, NaN where that is not known. */
export type JudgeRows = (frame: Frame, from: number, to: number, soFar: RowsSoFar) => number;

/** A rule whose rows are to be judged. */
export interface RowsToJudge {
  readonly place: number;
  readonly judge: JudgeRows;
  /** Positions of the rows that are left to the evaluator, in order; absent where there are none. */
  readonly left?: readonly number[];
}

/**
 * Judges the rows of a register by all rules that were put off, block by block: a rule after the other through all rows
 * would fetch the whole file from memory once a rule.
 */
export function judgeRowsOf(frame: Frame, told: Uint8Array): void {
  const { rowsToJudge } = frame;
  if (rowsToJudge.length === 0) return;
  const all = rowsToJudge.map(({ place, judge, left = [] }) => {
    const soFar = blank();
    return { place, judge, soFar, left, next: 0, length: judge(frame, 0, 0, soFar) };
  });
  const known = all.filter((one) => !Number.isNaN(one.length));
  const length = Math.max(0, ...known.map((one) => one.length));
  for (let from = 0; from < length; from += rowsInBlock)
    for (const one of known) judgeBlock(one, frame, from);
  for (const { place } of all) told[place] = verdicts['cannot-tell'];
  for (const { place, soFar } of known) {
    frame.rows[place] = soFar;
    told[place] = soFar.pass > 0 ? worse(verdicts.pass, soFar.worst) : soFar.worst;
  }
  frame.beyond = false;
  frame.rowsToJudge = [];
}

interface Judging extends Required<RowsToJudge> {
  readonly soFar: RowsSoFar;
  /** The first of the rows left to the evaluator that was not come to. */
  next: number;
}

/** Judges the rows of a block between those that are left to the evaluator. */
function judgeBlock(one: Judging, frame: Frame, first: number): void {
  const { judge, soFar, left } = one;
  const end = first + rowsInBlock;
  let from = first;
  for (let row = left[one.next]; row !== undefined && row < end; row = left[(one.next += 1)]) {
    judge(frame, from, row, soFar);
    soFar.open.push(row);
    soFar.worst = verdicts.slow;
    from = row + 1;
  }
  judge(frame, from, end, soFar);
}

function blank(): RowsSoFar {
  return { pass: 0, notApplicable: 0, open: [], worst: verdicts['not-applicable'] };
}

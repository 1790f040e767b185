import { judgeRowsOf } from './blocks.ts';
import { type Frame, type Loaded, verdicts } from './frame.ts';

/** Rules in one pass: few enough for the engine that runs generated code to optimise it whole. */
export const rulesInPass = 60;

/** What the rules of a plan say of one file, in their order. */
export interface Judged {
  /** As in `verdicts`; a rule that judges elements one by one has the worst of theirs. */
  readonly verdicts: Uint8Array;
  /** The place of the edition that the verdict is by, -1 where it is by none. */
  readonly editions: Int16Array;
  /** The governing day, since 1970, where an edition was picked. */
  readonly days: Int32Array;
}

/** The same of a file that was judged with others. */
export interface JudgedFile extends Judged {
  /** What the rules on rows said of them, by the place of the rule. */
  readonly rows: Frame['rows'];
}

/** Judges the file of a frame by some of the rules: what they say goes where it belongs. */
export type Pass = (frame: Frame, judged: Judged) => void;

/** Judges files by all rules of a plan. */
export interface Judging {
  readonly frame: Frame;
  readonly rules: number;
  readonly passes: readonly Pass[];
  /** Leaves to the evaluator what reads a number that plans do not hold. */
  readonly leave: (frame: Frame, unheld: NonNullable<Loaded['unheld']>) => void;
}

/**
 * Judges files, each by itself: some rules judge all of them before the next rules do, since the code of all rules
 * together does not stay near the processor.
 *
 * @param today - the day that lateness is judged on, since 1970; NaN where nobody gave one
 */
export function judgeEach(
  judging: Judging,
  files: readonly Loaded[],
  today: number,
): readonly JudgedFile[] {
  const judged = newJudged(judging.rules, files.length);
  const turns = judged.flatMap((own, index): Turn[] => {
    const file = files[index];
    return file ? [newTurn(judging.frame, file, own)] : [];
  });
  judgeTurns(judging, turns, today);
  return turns.map(({ judged: own, rows }) => ({ ...own, rows }));
}

/** Judges one file: what the rules say goes into arrays that are at hand. */
export function judgeInto(judging: Judging, file: Loaded, judged: Judged, today: number): void {
  judged.verdicts.fill(verdicts.slow);
  judged.editions.fill(-1);
  judgeTurns(judging, [newTurn(judging.frame, file, judged)], today);
}

/** Arrays for what so many rules say of files: parts of a few large ones. */
export function newJudged(rules: number, files: number): readonly Judged[] {
  const verdictsOfAll = new Uint8Array(rules * files).fill(verdicts.slow);
  const editions = new Int16Array(rules * files).fill(-1);
  const days = new Int32Array(rules * files);
  return Array.from({ length: files }, (_, index) => {
    const [from, to] = [index * rules, (index + 1) * rules];
    return {
      verdicts: verdictsOfAll.subarray(from, to),
      editions: editions.subarray(from, to),
      days: days.subarray(from, to),
    };
  });
}

/** What a frame holds of a file between two passes. */
interface Turn {
  readonly file: Loaded;
  readonly judged: Judged;
  readonly number: number;
  readonly rows: Frame['rows'];
  readonly rowsToJudge: Frame['rowsToJudge'];
  visits: number;
}

/** Until a rule was judged, what it says is for the evaluator to tell. */
function newTurn(frame: Frame, file: Loaded, judged: Judged): Turn {
  frame.turn += 1;
  return { file, judged, number: frame.turn, rows: [], rowsToJudge: [], visits: 0 };
}

function judgeTurns(
  { frame, passes, leave }: Judging,
  turns: readonly Turn[],
  today: number,
): void {
  frame.today = today;
  for (const pass of passes)
    for (const turn of turns) {
      enter(frame, turn);
      pass(frame, turn.judged);
      turn.visits = frame.visits;
    }
  for (const turn of turns) {
    enter(frame, turn);
    if (turn.file.unheld) leave(frame, turn.file.unheld);
    judgeRowsOf(frame, turn.judged.verdicts);
  }
}

function enter(frame: Frame, { file, judged, number, rows, rowsToJudge, visits }: Turn): void {
  frame.file = file;
  frame.turn = number;
  frame.told = judged.verdicts;
  frame.rows = rows;
  frame.rowsToJudge = rowsToJudge;
  frame.visits = visits;
}

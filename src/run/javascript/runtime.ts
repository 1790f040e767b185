import { type Frame, type Loaded, type Trit, verdicts } from '../frame.ts';
import type { JudgeRows, RowsSoFar } from '../blocks.ts';
import type { RowId } from '../../plan/plan.ts';
import type { Closing } from '../closures/closing.ts';
import { farAt } from '../closures/comparisons.ts';
import { onceAFile } from '../closures/remembered.ts';
import { rowFinder, textReader } from '../codes.ts';
import {
  type Clock,
  monthsAfter,
  monthsBetween,
  partOfDay,
  workingDaysAfter,
  workingDaysBetween,
  yearsBetween,
} from '../days.ts';
import { ruleClosure, undatedClosure } from '../judge.ts';
import { worse } from '../worse.ts';
import { lengthOf, remainder, rounded } from '../numbers.ts';
import type { Generated } from './generate.ts';
import type { Delegated } from './writing.ts';

/** Where the loops around have come to: where their numbers and their texts begin, the outermost first. */
type Positions = readonly number[];

/** A generated function of a file alone. */
type OfFile = (numbers: Loaded['numbers'], texts: Loaded['texts']) => unknown;

/** The same of the rows of a register. */
type JudgeRowsOfFile = (
  numbers: Loaded['numbers'],
  texts: Loaded['texts'],
  from: number,
  to: number,
  soFar: RowsSoFar,
) => number;

/** What a generated program calls: nothing of a rule's text is in its names. */
export interface Runtime {
  readonly frame: Frame;
  readonly truth: (id: number, at: Positions) => Trit;
  readonly num: (id: number, at: Positions) => number;
  readonly text: (id: number, at: Positions) => string | undefined;
  readonly far: (id: number, left: number, right: number, at: Positions) => Trit;
  readonly undated: (id: number, at: Positions) => number;
  /** A rule that has no code of its own. */
  readonly rule: (place: number) => number;
  readonly worse: typeof worse;
  /** Leaves the rows of a rule to be judged with those of all others. */
  readonly putOff: (place: number, judge: JudgeRowsOfFile) => number;
  /** What a loop over the file came to, run once a file. */
  readonly kept: (id: number, make: OfFile) => unknown;
  readonly word: (number: number) => string | undefined;
  /** The row of a code in a code set, and columns of a row, by their numbers. */
  readonly rowOf: (id: number, code: string | undefined) => number;
  readonly cell: (id: number, row: number) => number;
  readonly cellText: (id: number, row: number) => string | undefined;
  readonly length: typeof lengthOf;
  readonly rounded: typeof rounded;
  readonly remainder: typeof remainder;
  readonly dayOf: Clock['day'];
  readonly part: typeof partOfDay;
  readonly clock: Clock['part'];
  readonly months: typeof monthsBetween;
  readonly years: typeof yearsBetween;
  readonly working: (from: number, to: number) => number;
  readonly afterMonths: typeof monthsAfter;
  readonly afterWorking: (from: number, days: number) => number;
}

const names: Readonly<Record<keyof Runtime, true>> = {
  frame: true,
  truth: true,
  num: true,
  text: true,
  far: true,
  undated: true,
  rule: true,
  worse: true,
  putOff: true,
  kept: true,
  word: true,
  rowOf: true,
  cell: true,
  cellText: true,
  length: true,
  rounded: true,
  remainder: true,
  dayOf: true,
  part: true,
  clock: true,
  months: true,
  years: true,
  working: true,
  afterMonths: true,
  afterWorking: true,
};

export const runtimeNames: readonly string[] = Object.keys(names);

/** A part that generated code asks for by its number, and the loops that it stands in. */
export interface KnownPart {
  readonly part: Delegated;
  readonly rows: readonly RowId[];
}

/** What generated code calls: closures for what it has no code for, and for comparisons that doubles cannot decide. */
export function runtimeOf(
  { delegated, codes }: Pick<Generated, 'delegated' | 'codes'>,
  frame: Frame,
  close: Closing,
): Runtime {
  const { calendar } = frame;
  const finders = codes.map((read) => (read.kind === 'code' ? rowFinder(read.sheet) : undefined));
  const columns = codes.map((read) => (read.kind === 'cell' ? read.values : undefined));
  const texts = codes.map((read) =>
    read.kind === 'cell-text' ? textReader(read.sheet, read.column) : undefined,
  );
  const places = (id: number, at: Positions): void => {
    for (const [depth, row] of (delegated[id]?.rows ?? []).entries()) {
      frame.numbersAt[row] = at[2 * depth] ?? 0;
      frame.textsAt[row] = at[2 * depth + 1] ?? 0;
    }
  };
  const closures: (DelegatedClosure | undefined)[] = [];
  const closureAt = (id: number): DelegatedClosure | undefined => {
    const part = delegated[id]?.part;
    return part && (closures[id] ??= closureOf(part, close));
  };
  const rules = new Map<number, (frame: Frame) => number>();
  const kept: ((frame: Frame) => unknown)[] = [];
  const rowsOf: JudgeRows[] = [];
  return {
    frame,
    truth: (id, at) => {
      places(id, at);
      return closureAt(id)?.truth?.(frame) ?? 2;
    },
    num: (id, at) => {
      places(id, at);
      return closureAt(id)?.num?.(frame) ?? Number.NaN;
    },
    text: (id, at) => {
      places(id, at);
      return closureAt(id)?.text?.(frame);
    },
    far: (id, left, right, at) => {
      places(id, at);
      return closureAt(id)?.far?.(left, right, frame) ?? 2;
    },
    undated: (id, at) => {
      places(id, at);
      return closureAt(id)?.undated?.(frame) ?? verdicts['cannot-tell'];
    },
    rule: (place) => {
      const rule = close.plan.rules[place];
      const known = rules.get(place);
      if (known || rule?.kind !== 'planned') return known?.(frame) ?? verdicts.slow;
      const made = ruleClosure(rule, place, close).judge;
      rules.set(place, made);
      return made(frame);
    },
    worse,
    putOff: (place, judge) => {
      const ofFrame = (rowsOf[place] ??= ({ file: { numbers, texts } }, ...range) =>
        judge(numbers, texts, ...range));
      frame.rowsToJudge.push({ place, judge: ofFrame });
      return verdicts.slow;
    },
    kept: (id, make) => {
      kept[id] ??= onceAFile(({ file: { numbers, texts } }) => make(numbers, texts));
      return kept[id](frame);
    },
    word: close.wordOf,
    rowOf: (id, code) => finders[id]?.(code) ?? Number.NaN,
    cell: (id, row) => columns[id]?.[row] ?? Number.NaN,
    cellText: (id, row) => texts[id]?.(row),
    length: lengthOf,
    rounded,
    remainder,
    dayOf: close.clock.day,
    part: partOfDay,
    clock: close.clock.part,
    months: monthsBetween,
    years: yearsBetween,
    working: (from, to) => (calendar ? workingDaysBetween(calendar, from, to) : Number.NaN),
    afterMonths: monthsAfter,
    afterWorking: (from, days) => (calendar ? workingDaysAfter(calendar, from, days) : Number.NaN),
  };
}

interface DelegatedClosure {
  readonly truth?: (frame: Frame) => Trit;
  readonly num?: (frame: Frame) => number;
  readonly text?: (frame: Frame) => string | undefined;
  readonly far?: (left: number, right: number, frame: Frame) => Trit;
  readonly undated?: (frame: Frame) => number;
}

function closureOf(part: Delegated, close: Closing): DelegatedClosure {
  switch (part.kind) {
    case 'truth':
      return { truth: close.truth(part.of) };
    case 'num':
      return { num: close.num(part.of) };
    case 'text':
      return { text: close.text(part.of) };
    case 'far':
      return { far: farAt(part.of, close) };
    case 'undated': {
      const rule = close.plan.rules[part.of];
      return rule?.kind === 'planned' ? { undated: undatedClosure(rule, close) } : {};
    }
  }
}

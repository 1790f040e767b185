import type { Num, Plan, Text, Truth } from '../../plan/plan.ts';
import type { Clock } from '../days.ts';
import type { Frame, Trit } from '../frame.ts';
import type { Layouts } from '../layout.ts';

export type TruthAt = (frame: Frame) => Trit;
/** NaN where the file does not settle it. */
export type NumAt = (frame: Frame) => number;
export type TextAt = (frame: Frame) => string | undefined;
/** The same number at any size; undefined where the file does not settle it. */
export type ExactAt = (frame: Frame) => bigint | undefined;

/** What the parts of a plan are made into functions with: each part once. */
export interface Closing {
  readonly plan: Plan;
  readonly layouts: Layouts;
  /** By which moments have a day and an hour. */
  readonly clock: Clock;
  /** The text of a word by its number. */
  readonly wordOf: (number: number) => string | undefined;
  readonly truth: (truth: Truth) => TruthAt;
  readonly num: (num: Num) => NumAt;
  readonly text: (text: Text) => TextAt;
  readonly exact: (num: Num) => ExactAt;
  /** Whether a rule that was judged before is none that stops a file. */
  readonly outcome: (rule: string) => TruthAt;
}

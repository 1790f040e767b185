import { planOf } from '../src/plan/from-program.ts';
import { compileToClosures, compileToJavaScript, runGenerated } from '../src/run/compile.ts';
import { Unfit } from '../src/run/scalars.ts';
import { bookOf, type RuleText } from './book.ts';

export type FastMode = 'closures' | 'javascript';

/** Our fast path with a set of rules, ready to run. */
export interface Fast {
  /** What `judge` reads, of a file's JSON text: parsed, checked against the schema, laid out. */
  readonly load: (json: string) => unknown;
  /** Verdicts in the order of the rules; `slow` where the reference path has to decide. */
  readonly judge: (record: unknown) => Uint8Array;
}

/** The verdict that the fast path leaves to the reference path. */
export const slow = 255;

export type FastMaker = (mode: FastMode, rules: readonly RuleText[]) => Fast;

export const fastMaker: FastMaker = (mode, rules) => {
  const { program, subject } = bookOf(rules);
  const plan = planOf(program, subject);
  const { calendar } = program;
  const compiled =
    mode === 'closures'
      ? compileToClosures(plan, subject.type, calendar)
      : compileToJavaScript(plan, subject.type, calendar).link(runGenerated);
  // the benchmark's rulebook has a process too, of which the rules written by hand know nothing
  const none = new Uint8Array(rules.length).fill(slow);
  return {
    load: compiled.load,
    judge: (record) =>
      record instanceof Unfit ? none : compiled.judge(record as never).subarray(0, rules.length),
  };
};

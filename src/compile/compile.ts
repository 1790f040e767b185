import type { Program, Subject, WorkingCalendar } from '../program/ast.ts';
import { isWorkingDay } from '../program/calendar.ts';
import { dateOfEpochDay, epochDay } from '../values/temporal.ts';
import { type WorkedDays, workedDays } from './days.ts';
import { newFrame, verdicts } from './frame.ts';
import { generate, runtimeOf } from './javascript.ts';
import { ruleClosure } from './judge.ts';
import { closureLoader, type Load, loadWith, type Tray } from './load.ts';
import { loaderSource } from './load-javascript.ts';
import { wordNumber } from './lower.ts';
import type { Loaded } from './plan.ts';
import { planOf } from './rules.ts';

/**
 * The rules of a program for one subject, ready to run past any number of files.
 *
 * `load` lays a JSON text out; undefined for a file that the reference path must read: one that may be malformed,
 * that says what was verified to be none, or that has a number with more digits than the fast path keeps.
 *
 * `judge` gives a verdict for each rule, in the order of the program: 0 fail, 1 pass, 2 cannot tell, 3 not applicable,
 * 255 where the reference path must say. A rule that judges act by act has its worst act's verdict. The array is the
 * same at every call. Waivers are not looked at: what fails may turn out to be waived.
 */
export interface Compiled {
  readonly rules: readonly string[];
  /** The rules among them that have no fast path. */
  readonly slow: readonly string[];
  readonly load: Load;
  readonly judge: (loaded: Loaded) => Uint8Array;
}

/**
 * Compiles to closures: no code is generated, so it runs where that is forbidden.
 */
export function compileToClosures(program: Program, subject: Subject): Compiled {
  const { lowering, rules } = planOf(program, subject);
  const frame = newFrame(lowering.elements, calendarOf(program.calendar));
  const closures = rules.map((rule) => (rule ? ruleClosure(rule) : () => verdicts.slow));
  const told = new Uint8Array(rules.length);
  return {
    ...namesOf(program, subject, rules),
    load: closureLoader(subject.type, lowering.root, (word) => wordNumber(lowering, word)),
    judge: (loaded) => {
      frame.file = loaded;
      for (let index = 0; index < closures.length; index += 1)
        told[index] = closures[index]?.(frame) ?? verdicts.slow;
      return told;
    },
  };
}

/** JavaScript for a program: two function bodies, which whoever runs them makes functions of. */
export interface CompiledSource {
  /** Body of a function of `tools`, giving the loader. */
  readonly loader: string;
  /** Body of a function of `runtime`, giving the judge. */
  readonly judge: string;
  /** The rest of the program: what the bodies are given, and what their results become. */
  readonly link: (
    run: (body: string, name: 'tools' | 'runtime', given: unknown) => unknown,
  ) => Compiled;
}

/**
 * Compiles to JavaScript, written from plans alone: no text of a rule is ever executed.
 *
 * @returns the sources; `link` turns them into a `Compiled` with a function of the caller's that evaluates them
 */
export function compileToJavaScript(program: Program, subject: Subject): CompiledSource {
  const { lowering, rules } = planOf(program, subject);
  const generated = generate(rules);
  const { source, tools } = loaderSource(subject.type, lowering.root, (word) =>
    wordNumber(lowering, word),
  );
  return {
    loader: source,
    judge: generated.source,
    link: (run) => {
      const runtime = runtimeOf(generated, lowering.elements, calendarOf(program.calendar));
      const read = run(source, 'tools', tools) as (root: object, tray: Tray) => void;
      const judge = run(generated.source, 'runtime', runtime) as (
        numbers: Float64Array,
        texts: Loaded['texts'],
        told: Uint8Array,
      ) => void;
      const told = new Uint8Array(rules.length);
      return {
        ...namesOf(program, subject, rules),
        load: loadWith(lowering.root, read),
        judge: ({ numbers, texts }) => {
          judge(numbers, texts, told);
          return told;
        },
      };
    },
  };
}

/** Runs a generated body where code may be made from text. */
export function runGenerated(body: string, name: 'tools' | 'runtime', given: unknown): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval -- written by `generate` from plans alone
  const made: unknown = new Function(name, body);
  return (made as (given: unknown) => unknown)(given);
}

function namesOf(program: Program, subject: Subject, rules: readonly unknown[]) {
  const own = program.rules.filter((rule) => rule.subject === subject).map(({ id }) => id);
  return { rules: own, slow: own.filter((_, index) => rules[index] === undefined) };
}

function calendarOf(calendar: WorkingCalendar | undefined): WorkedDays | undefined {
  if (!calendar || calendar.years.size === 0) return undefined;
  const firstOfYear = (year: number) => epochDay({ kind: 'date', year, month: 1, day: 1 });
  return workedDays([...calendar.years], firstOfYear, (day) => {
    const date = dateOfEpochDay(day);
    return date && isWorkingDay(calendar, date);
  });
}

import { invariant } from '../base/invariant.ts';
import type { ContextType } from '../feel/types.ts';
import type { Plan, PlannedRule } from '../plan/plan.ts';
import type { WorkingCalendar } from '../program/ast.ts';
import { isWorkingDay } from '../program/calendar.ts';
import { dateOfEpochDay, epochDay } from '../values/temporal.ts';
import type { Context } from '../feel/value.ts';
import { newClosing } from './closures/closures.ts';
import type { Closing } from './closures/closing.ts';
import { type WorkedDays, workedDays } from './days.ts';
import { type Frame, type Loaded, newFrame, verdicts } from './frame.ts';
import { generate, type Generated, type GeneratedPass } from './javascript/generate.ts';
import { loaderSource, toolsWith } from './javascript/loader.ts';
import { type Runtime, runtimeOf } from './javascript/runtime.ts';
import { type ElementJudged, type RuleClosure, ruleClosure } from './judge.ts';
import { type Layout, type Layouts, layoutsFrom, layoutsOfRules } from './layout.ts';
import { closureReader, loadJsonWith, type LoadJson, type ReadRoot } from './load-json.ts';
import { type LoadValues, valuesLoader } from './load-values.ts';
import {
  judgeEach,
  judgeInto,
  type JudgedFile,
  type Judging,
  newJudged,
  type Pass,
  rulesInPass,
} from './passes.ts';
import { fileReading, neededIn, type RecordReading } from './reading.ts';
import type { Unfit } from './scalars.ts';
import { leaverOf } from './unheld.ts';
import { newWords, type Words } from './words.ts';

/**
 * The rules of a plan, ready to run past any number of files.
 *
 * `load` lays a JSON text out, and `loadValues` a file that was read already; `Unfit` where the evaluator must judge
 * it: a JSON text that may be malformed or that lists what was verified to be none. Of a number with more digits than
 * plans keep, what reads it is left to the evaluator.
 */
export interface Compiled {
  readonly rules: readonly string[];
  /** The rules among them that have no plan. */
  readonly slow: readonly string[];
  readonly load: LoadJson;
  readonly loadValues: (root: Context) => Loaded | Unfit;
  /**
   * A verdict for each rule, in their order, as in `verdicts`; a rule that judges elements one by one has the worst of
   * theirs. The array is the same at every call.
   *
   * @param today - the day that lateness is judged on, since 1970
   */
  readonly judge: (loaded: Loaded, today?: number) => Uint8Array;
  /** Judges files each by itself, faster than one after the other; the arrays are each file's own. */
  readonly judgeEach: (files: readonly Loaded[], today?: number) => readonly JudgedFile[];
  /** Of the last `judge`, by rule: the place of the edition that its verdict is by, -1 where it is by none. */
  readonly editions: Int16Array;
  /** Of the last `judge`, by rule: the governing day, since 1970, where an edition was picked. */
  readonly days: Int32Array;
  /** Of the last `judge`, by rule, for those on the rows of a register. */
  readonly rows: () => Frame['rows'];
  /**
   * What a rule says of each element, in the file that was judged last: undefined where the evaluator has to tell, and
   * for a rule that judges files or rows.
   */
  readonly judgeElements: (rule: number) => readonly ElementJudged[] | undefined;
}

/** What both ways to compile share. */
interface Parts {
  readonly plan: Plan;
  readonly layouts: Layouts;
  readonly reading: () => RecordReading;
  /** Paths of what a file has to have. */
  readonly needed: readonly (readonly string[])[];
  readonly words: Words;
  readonly frame: Frame;
  readonly close: Closing;
  readonly type: ContextType;
  /** Leaves to the evaluator what reads a number that plans do not hold. */
  readonly leave: ReturnType<typeof leaverOf>;
}

function partsOf(plan: Plan, type: ContextType, calendar: WorkingCalendar | undefined): Parts {
  const layouts = layoutsOfRules(plan);
  const words = newWords(plan.words);
  const reading = fileReading(type, layouts.root, words.numberOf, plan.asWritten);
  const made = { layouts, words, reading: () => reading, needed: neededIn(type) };
  return partsWith(plan, { ...made, rowCount: plan.rows.length }, type, calendar);
}

function partsWith(
  plan: Plan,
  {
    rowCount,
    ...made
  }: Pick<Parts, 'layouts' | 'words' | 'reading' | 'needed'> & Pick<Image, 'rowCount'>,
  type: ContextType,
  calendar: WorkingCalendar | undefined,
): Parts {
  return {
    ...made,
    plan,
    frame: newFrame(rowCount, calendarOf(calendar)),
    close: newClosing(plan, made.layouts, made.words.textOf),
    type,
    leave: leaverOf(plan),
  };
}

/** A plan that can be compiled both ways: what one lays out the other judges. */
export interface Compiling {
  readonly toClosures: () => Compiled;
  readonly toJavaScript: () => CompiledSource;
}

/** @param type - of the files that the plan is for */
export function compiling(
  plan: Plan,
  type: ContextType,
  calendar: WorkingCalendar | undefined,
): Compiling {
  const parts = partsOf(plan, type, calendar);
  return { toClosures: () => closuresOf(parts), toJavaScript: () => javaScriptOf(parts) };
}

/**
 * Compiles to closures: no code is generated, so it runs where that is forbidden.
 *
 * @param type - of the files that the plan is for
 */
export function compileToClosures(
  plan: Plan,
  type: ContextType,
  calendar: WorkingCalendar | undefined,
): Compiled {
  return closuresOf(partsOf(plan, type, calendar));
}

function closuresOf(parts: Parts): Compiled {
  const { plan, close } = parts;
  const rules = plan.rules.map((rule, place) =>
    rule.kind === 'planned' ? ruleClosure(rule, place, close) : undefined,
  );
  return shared(parts, closureReader(parts.reading()), passesOf(rules));
}

/** Some closures after each other, as generated code has them. */
function passesOf(rules: readonly (RuleClosure | undefined)[]): readonly Pass[] {
  const count = Math.ceil(rules.length / rulesInPass);
  return Array.from({ length: count }, (_, pass) => {
    const first = pass * rulesInPass;
    const own = rules.slice(first, first + rulesInPass);
    return (frame, { verdicts: told, editions, days }) => {
      for (let index = 0; index < own.length; index += 1) {
        const rule = own[index];
        if (!rule) continue;
        const place = first + index;
        told[place] = rule.judge(frame);
        editions[place] = frame.edition;
        days[place] = frame.day;
      }
    };
  });
}

/** JavaScript for a plan: two function bodies, which whoever runs them makes functions of. */
export interface CompiledSource {
  /** Body of a function of `tools`, giving the loader. */
  readonly loader: string;
  /** Body of a function of `runtime`, giving the judge. */
  readonly judge: string;
  /** The rest of the plan: what the bodies are given, and what their results become. */
  readonly link: (run: RunBody) => Compiled;
}

/** Makes a function of `name` of a body, and calls it. */
export type RunBody = (body: string, name: 'tools' | 'runtime', given: unknown) => unknown;

/** JavaScript for a plan with all that it is linked with, as plain data, which may be kept. */
export interface Image {
  readonly plan: Plan;
  /** How many rows the plan has. */
  readonly rowCount: number;
  /** Paths of what a file has to have. */
  readonly needed: readonly (readonly string[])[];
  readonly layout: Layout;
  readonly reading: RecordReading;
  readonly words: ReadonlyMap<string, number>;
  readonly loader: { readonly source: string; readonly held: readonly unknown[] };
  readonly judge: Generated;
}

/**
 * Compiles to JavaScript, written from plans alone: no text of a rule is ever executed.
 *
 * @param type - of the files that the plan is for
 * @returns the sources; `link` turns them into a `Compiled` with a function of the caller's that evaluates them
 */
export function compileToJavaScript(
  plan: Plan,
  type: ContextType,
  calendar: WorkingCalendar | undefined,
): CompiledSource {
  return javaScriptOf(partsOf(plan, type, calendar));
}

function javaScriptOf(parts: Parts): CompiledSource {
  const made = generatedOf(parts);
  return {
    loader: made.loader.source,
    judge: made.judge.source,
    link: (run) => linked(made, parts, run),
  };
}

/** @param type - of the files that the plan is for */
export function imageOf(plan: Plan, type: ContextType): Image {
  const parts = partsOf(plan, type, undefined);
  const { layouts, words, needed } = parts;
  return {
    plan,
    rowCount: plan.rows.length,
    needed,
    layout: layouts.root,
    reading: parts.reading(),
    words: words.all,
    ...generatedOf(parts),
  };
}

/**
 * @param run - evaluates the bodies
 * @param isOther - the type is not the one of the image: what lays files out is made anew, the judge is the same
 */
export function linkImage(
  image: Image,
  type: ContextType,
  calendar: WorkingCalendar | undefined,
  run: RunBody,
  isOther = false,
): Compiled {
  const { plan, rowCount, needed } = image;
  const layouts = layoutsFrom(plan, image.layout);
  const words = newWords(image.words);
  const reading = isOther
    ? fileReading(type, layouts.root, words.numberOf, plan.asWritten)
    : image.reading;
  const loader = isOther ? loaderOf(reading) : image.loader;
  const made = { layouts, words, reading: () => reading, needed, rowCount };
  return linked({ loader, judge: image.judge }, partsWith(plan, made, type, calendar), run);
}

function loaderOf(reading: RecordReading): Image['loader'] {
  const { source, tools } = loaderSource(reading);
  return { source, held: tools.held };
}

function generatedOf({ plan, layouts, reading }: Parts): Pick<Image, 'loader' | 'judge'> {
  return { loader: loaderOf(reading()), judge: generate(plan, layouts) };
}

function linked(
  { loader, judge }: Pick<Image, 'loader' | 'judge'>,
  parts: Parts,
  run: RunBody,
): Compiled {
  const runtime: Runtime = runtimeOf(judge, parts.frame, parts.close);
  const read = run(loader.source, 'tools', toolsWith(loader.held)) as ReadRoot;
  const passes = run(judge.source, 'runtime', runtime) as readonly GeneratedPass[];
  return shared(
    parts,
    read,
    passes.map((pass): Pass => ({ file: { numbers, texts } }, judged) => {
      pass(numbers, texts, judged.verdicts, judged.editions, judged.days);
    }),
  );
}

/** Runs a generated body where code may be made from text. */
export function runGenerated(body: string, name: 'tools' | 'runtime', given: unknown): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval -- written by `generate` from plans alone
  const made: unknown = new Function(name, body);
  return (made as (given: unknown) => unknown)(given);
}

function shared(
  { plan, layouts, reading, needed, frame, close, type, leave }: Parts,
  read: ReadRoot,
  passes: readonly Pass[],
): Compiled {
  const judging: Judging = { frame, rules: plan.rules.length, passes, leave };
  const [told] = newJudged(plan.rules.length, 1);
  invariant(told !== undefined, 'a file has its arrays');
  const closures = new Map<PlannedRule, RuleClosure>();
  let loadValues: LoadValues | undefined;
  return {
    rules: plan.rules.map(({ id }) => id),
    slow: plan.rules.filter(({ kind }) => kind === 'unplanned').map(({ id }) => id),
    load: loadJsonWith(layouts.root, read, type, needed),
    loadValues: (root) => {
      loadValues ??= valuesLoader(layouts.root, reading());
      return loadValues(root);
    },
    judge: (loaded, today = Number.NaN) => {
      judgeInto(judging, loaded, told, today);
      return told.verdicts;
    },
    judgeEach: (files, today = Number.NaN) => judgeEach(judging, files, today),
    editions: told.editions,
    days: told.days,
    rows: () => frame.rows,
    judgeElements: (place: number) => {
      const rule = plan.rules[place];
      invariant(rule !== undefined, 'a rule is asked for by its place');
      if (rule.kind === 'unplanned' || rule.isOfRows) return undefined;
      if (frame.file.unheld && frame.told[place] === verdicts.slow) return undefined;
      const closure = closures.get(rule) ?? ruleClosure(rule, place, close);
      closures.set(rule, closure);
      return closure.elements?.(frame);
    },
  };
}

const worked = new WeakMap<WorkingCalendar, WorkedDays>();

/** Worked out once for all that are compiled by a calendar. */
export function calendarOf(calendar: WorkingCalendar | undefined): WorkedDays | undefined {
  if (!calendar || calendar.years.size === 0) return undefined;
  const known = worked.get(calendar);
  if (known) return known;
  const firstOfYear = (year: number) => epochDay({ kind: 'date', year, month: 1, day: 1 });
  const days = workedDays([...calendar.years], firstOfYear, (day) => {
    const date = dateOfEpochDay(day);
    return date && isWorkingDay(calendar, date);
  });
  worked.set(calendar, days);
  return days;
}

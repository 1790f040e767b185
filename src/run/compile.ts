import { invariant } from '../base/invariant.ts';
import type { ContextType } from '../feel/types.ts';
import type { Plan, PlannedRule } from '../plan/plan.ts';
import type { WorkingCalendar } from '../program/ast.ts';
import { isWorkingDay } from '../program/calendar.ts';
import { dateOfEpochDay, epochDay } from '../values/temporal.ts';
import type { Context } from '../feel/value.ts';
import { judgeRowsOf } from './blocks.ts';
import { newClosing } from './closures/closures.ts';
import type { Closing } from './closures/closing.ts';
import { type WorkedDays, workedDays } from './days.ts';
import { type Frame, type Loaded, newFrame, verdicts } from './frame.ts';
import { generate, type Generated, type GeneratedJudge } from './javascript/generate.ts';
import { loaderSource, toolsWith } from './javascript/loader.ts';
import { type Runtime, runtimeOf } from './javascript/runtime.ts';
import { type ElementJudged, type RuleClosure, ruleClosure } from './judge.ts';
import { type Layout, type Layouts, layoutsFrom, layoutsOfRules } from './layout.ts';
import { closureReader, loadJsonWith, type LoadJson, type ReadRoot } from './load-json.ts';
import { type LoadValues, valuesLoader } from './load-values.ts';
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
  const rowCount = plan.rows.length;
  return partsWith(
    plan,
    { layouts, words, reading: () => reading, rowCount, needed: neededIn(type) },
    type,
    calendar,
  );
}

function partsWith(
  plan: Plan,
  {
    layouts,
    words,
    reading,
    rowCount,
    needed,
  }: Pick<Parts, 'layouts' | 'words' | 'reading' | 'needed'> & Pick<Image, 'rowCount'>,
  type: ContextType,
  calendar: WorkingCalendar | undefined,
): Parts {
  return {
    plan,
    layouts,
    reading,
    needed,
    words,
    frame: newFrame(rowCount, calendarOf(calendar)),
    close: newClosing(plan, layouts, words.textOf),
    type,
    leave: leaverOf(plan),
  };
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
  const parts = partsOf(plan, type, calendar);
  const { frame, close, leave } = parts;
  const rules = plan.rules.map((rule, place) =>
    rule.kind === 'planned' ? ruleClosure(rule, place, close) : undefined,
  );
  const told = newTold(plan.rules.length);
  return {
    ...shared(parts, closureReader(parts.reading()), told),
    judge: (loaded, today = Number.NaN) => {
      begin(frame, loaded, today, told);
      for (let place = 0; place < rules.length; place += 1) {
        const rule = rules[place];
        if (!rule) continue;
        told.verdicts[place] = rule.judge(frame);
        told.editions[place] = frame.edition;
        told.days[place] = frame.day;
      }
      if (loaded.unheld) leave(frame, loaded.unheld);
      judgeRowsOf(frame, told.verdicts);
      return told.verdicts;
    },
  };
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
  const image = imageOf(plan, type);
  return {
    loader: image.loader.source,
    judge: image.judge.source,
    link: (run) => linkImage(image, type, calendar, run),
  };
}

/** @param type - of the files that the plan is for */
export function imageOf(plan: Plan, type: ContextType): Image {
  const layouts = layoutsOfRules(plan);
  const words = newWords(plan.words);
  const reading = fileReading(type, layouts.root, words.numberOf, plan.asWritten);
  const judge = generate(plan, layouts);
  const { source, tools } = loaderSource(reading);
  const loader = { source, held: tools.held };
  const rowCount = plan.rows.length;
  const needed = neededIn(type);
  const layout = layouts.root;
  return { plan, rowCount, needed, layout, reading, words: words.all, loader, judge };
}

/** @param run - evaluates the bodies */
export function linkImage(
  image: Image,
  type: ContextType,
  calendar: WorkingCalendar | undefined,
  run: RunBody,
): Compiled {
  const { plan, loader } = image;
  const given = {
    layouts: layoutsFrom(plan, image.layout),
    words: newWords(image.words),
    reading: () => image.reading,
    rowCount: image.rowCount,
    needed: image.needed,
  };
  const parts = partsWith(plan, given, type, calendar);
  const { frame, close, leave } = parts;
  const runtime: Runtime = runtimeOf(image.judge, frame, close);
  const read = run(loader.source, 'tools', toolsWith(loader.held)) as ReadRoot;
  const judge = run(image.judge.source, 'runtime', runtime) as GeneratedJudge;
  const told = newTold(plan.rules.length);
  return {
    ...shared(parts, read, told),
    judge: (loaded, today = Number.NaN) => {
      begin(frame, loaded, today, told);
      judge(loaded.numbers, loaded.texts, told.verdicts, told.editions, told.days);
      if (loaded.unheld) leave(frame, loaded.unheld);
      judgeRowsOf(frame, told.verdicts);
      return told.verdicts;
    },
  };
}

/** Runs a generated body where code may be made from text. */
export function runGenerated(body: string, name: 'tools' | 'runtime', given: unknown): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval -- written by `generate` from plans alone
  const made: unknown = new Function(name, body);
  return (made as (given: unknown) => unknown)(given);
}

interface Told {
  readonly verdicts: Uint8Array;
  readonly editions: Int16Array;
  readonly days: Int32Array;
}

function newTold(rules: number): Told {
  return {
    verdicts: new Uint8Array(rules),
    editions: new Int16Array(rules),
    days: new Int32Array(rules),
  };
}

/** Puts a file under judgement: until a rule was judged, what it says is for the evaluator to tell. */
function begin(frame: Frame, loaded: Loaded, today: number, told: Told): void {
  frame.file = loaded;
  frame.today = today;
  frame.turn += 1;
  frame.told = told.verdicts;
  frame.rows = [];
  frame.visits = 0;
  frame.rowsToJudge = [];
  told.verdicts.fill(verdicts.slow);
  told.editions.fill(-1);
}

function shared(
  { plan, layouts, reading, needed, frame, close, type }: Parts,
  read: ReadRoot,
  told: Told,
) {
  const closures = new Map<PlannedRule, RuleClosure>();
  let loadValues: LoadValues | undefined;
  return {
    rules: plan.rules.map(({ id }) => id),
    slow: plan.rules.filter(({ kind }) => kind === 'unplanned').map(({ id }) => id),
    load: loadJsonWith(layouts.root, read, type, needed),
    loadValues: (root: Context) => {
      loadValues ??= valuesLoader(layouts.root, reading());
      return loadValues(root);
    },
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
function calendarOf(calendar: WorkingCalendar | undefined): WorkedDays | undefined {
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

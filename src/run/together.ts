import { invariant } from '../base/invariant.ts';
import { groupList } from '../dossier/together.ts';
import type { ContextType } from '../feel/types.ts';
import { isKind, type Context, type Value } from '../feel/value.ts';
import type { GroupPlan, Key, KeyPlan, Plan } from '../plan/plan.ts';
import { partsOfArgument } from '../plan/walk.ts';
import type { WorkingCalendar } from '../program/ast.ts';
import { printRational } from '../values/rational.ts';
import { printDate } from '../values/temporal-text.ts';
import { argumentOf } from './closures/arguments.ts';
import type { Closing } from './closures/closing.ts';
import { newClosing } from './closures/closures.ts';
import { walk } from './closures/loops.ts';
import {
  type Compiled,
  compiling,
  type Image,
  imageOf,
  linkImage,
  type RunBody,
} from './compile.ts';
import { type Frame, type Loaded, newFrame } from './frame.ts';
import type { ElementJudged } from './judge.ts';
import { type Layout, layoutsFrom, layoutsOf, layoutsOfRules, type Places } from './layout.ts';
import { type LoadValues, valuesLoader, withPlaces } from './load-values.ts';
import { fileReading, type RecordReading } from './reading.ts';
import { Unfit } from './scalars.ts';
import { newWords } from './words.ts';

/** A rule that judges files together, ready to run. */
export interface CompiledGroup {
  /** The groups that a file is in; undefined where that cannot be told. */
  readonly keysOf: (root: Context) => readonly string[] | undefined;
  /** Lays a file out as one of a group's, once for all groups that it is in. */
  readonly loadMember: (root: Context) => Loaded | Unfit;
  /**
   * What the rule says of a group of files, all of which are in it for sure.
   *
   * @param key - what the files have in common
   * @param today - the day that lateness is judged on, since 1970
   */
  readonly judge: (key: string, members: readonly Loaded[], today?: number) => GroupJudged;
}

export interface GroupJudged {
  /** As in `verdicts`. */
  readonly verdict: number;
  /** The edition that says so, by its place; -1 where none does. */
  readonly edition: number;
  /** The governing day, since 1970, where an edition was picked. */
  readonly day: number;
  /** By element, for a rule that judges them one by one. */
  readonly elements: readonly ElementJudged[] | undefined;
}

/**
 * Compiles a rule that judges files together.
 *
 * @param type - of one file
 * @param group - of the record with the list of a group's files
 * @param run - makes functions of generated code; without it the rule is judged by closures
 */
export function compileGroup(
  { key, plan }: GroupPlan,
  type: ContextType,
  group: ContextType,
  calendar: WorkingCalendar | undefined,
  run?: RunBody,
): CompiledGroup {
  const own = compiling(plan, group, calendar);
  const compiled = run ? own.toJavaScript().link(run) : own.toClosures();
  const { root } = layoutsOfRules(plan);
  return groupOf(keysOf(keyImageOf(key, type)), compiled, root, membersReading(plan, group, root));
}

/** How the record with the list of a group's files is read. */
function membersReading(plan: Plan, group: ContextType, root: Layout): RecordReading {
  return fileReading(group, root, newWords(plan.words).numberOf);
}

/** The plan of a rule that judges files together, made ready to be linked. */
export interface GroupImage {
  readonly key: KeyImage;
  readonly image: Image;
  readonly members: RecordReading;
}

/** The plan of a grouping, with how a file is read for it. */
type KeyImage =
  | Extract<KeyPlan, { kind: 'unplanned' }>
  | (Exclude<KeyPlan, { kind: 'unplanned' }> & {
      readonly layout: Layout;
      readonly reading: RecordReading;
    });

/** @param type - of one file */
export function groupImageOf(
  { key, plan }: GroupPlan,
  type: ContextType,
  group: ContextType,
): GroupImage {
  const image = imageOf(plan, group);
  const members = withPlaces(membersReading(plan, group, image.layout));
  return { key: keyImageOf(key, type), image, members };
}

function keyImageOf(plan: KeyPlan, type: ContextType): KeyImage {
  if (plan.kind === 'unplanned') return plan;
  const { root } = layoutsOf(plan, [plan.none, ...partsOfArgument(plan.of)], []);
  const words = newWords(plan.words);
  const reading = withPlaces(fileReading(type, root, words.numberOf));
  return { ...plan, words: words.all, layout: root, reading };
}

/** @param run - evaluates generated code */
export function linkGroup(
  { key, image, members }: GroupImage,
  group: ContextType,
  calendar: WorkingCalendar | undefined,
  run: RunBody,
): CompiledGroup {
  return groupOf(keysOf(key), linkImage(image, group, calendar, run), image.layout, members);
}

function groupOf(
  keysOfFile: CompiledGroup['keysOf'],
  compiled: Compiled,
  layout: Layout,
  reading: RecordReading,
): CompiledGroup {
  const list = layout.itself.inner.get(groupList)?.list;
  const members = reading.fields.find(({ name }) => name === groupList)?.value;
  const member = members?.kind === 'list' ? members.element : undefined;
  if (list) invariant(member?.kind === 'record', 'a group has a list of records');
  const beside = reading.fields.filter(({ name }) => name !== groupList);
  const loadBeside = valuesLoader(layout, { ...reading, fields: beside });
  return {
    keysOf: keysOfFile,
    loadMember:
      list && member?.kind === 'record'
        ? wholly(valuesLoader(list.element, member))
        : () => nothing,
    judge: (key, given, today) => {
      const entries = new Map(beside.map(({ name }) => [name, key]));
      const root = loadBeside({ kind: 'context', entries });
      invariant(!(root instanceof Unfit), 'a text is no number that plans do not hold');
      const [verdict = 0] = compiled.judge(joined(given, root, layout, list), today);
      const [edition = -1] = compiled.editions;
      const [day = 0] = compiled.days;
      return { verdict, edition, day, elements: compiled.judgeElements(0) };
    },
  };
}

/** The same for files of which plans hold every number. */
function wholly(load: LoadValues): LoadValues {
  return (root) => {
    const loaded = load(root);
    return loaded instanceof Unfit || !loaded.unheld ? loaded : new Unfit('number');
  };
}

const nothing: Loaded = { numbers: new Float64Array(0), texts: [] };

/** The files of a group as one file with the list of them: each copied, and what points into it moved along. */
function joined(
  members: readonly Loaded[],
  beside: Loaded,
  root: Layout,
  list: Places['list'],
): Loaded {
  if (!list) return beside;
  const { index, element } = list;
  const { width, texts: own } = element;
  const length = members.reduce((sum, { numbers }) => sum + numbers.length, root.width);
  const numbers = new Float64Array(length);
  const texts = [...beside.texts];
  numbers.set(beside.numbers);
  numbers.set([members.length, root.width, root.texts], index);
  for (const member of members)
    for (let index = 0; index < own; index += 1) texts.push(member.texts[index]);
  let end = root.width + members.length * width;
  for (const [position, member] of members.entries()) {
    const at = root.width + position * width;
    numbers.set(member.numbers.subarray(0, width), at);
    numbers.set(member.numbers.subarray(width), end);
    const { presence } = element.itself;
    if (presence !== undefined) numbers[at + presence] = 1;
    move(element.itself, numbers, at, { numbers: end - width, texts: texts.length - own });
    end += member.numbers.length - width;
    texts.push(...member.texts.slice(own));
  }
  return { numbers, texts };
}

/** Moves where the lists of a record begin, and those of their elements. */
function move(
  { list, inner }: Places,
  numbers: Float64Array,
  at: number,
  by: { readonly numbers: number; readonly texts: number },
): void {
  for (const places of inner.values()) move(places, numbers, at, by);
  const count = list ? (numbers[at + list.index] ?? 0) : 0;
  if (!list || !(count > 0)) return;
  const begin = (numbers[at + list.index + 1] ?? 0) + by.numbers;
  numbers[at + list.index + 1] = begin;
  numbers[at + list.index + 2] = (numbers[at + list.index + 2] ?? 0) + by.texts;
  const { itself, width } = list.element;
  for (let position = 0; position < count; position += 1)
    move(itself, numbers, begin + position * width, by);
}

function keysOf(plan: KeyImage): CompiledGroup['keysOf'] {
  if (plan.kind === 'unplanned') return () => undefined;
  const { rows, words, setting, layout, reading } = plan;
  const load = wholly(valuesLoader(layout, reading));
  const close = newClosing(
    { rows, words, rules: [], setting, asWritten: new Set<string>() },
    layoutsFrom(plan, layout),
    newWords(words).textOf,
  );
  const frame = newFrame(rows.length, undefined);
  const keys = keysClosure(plan, close);
  return (root) => {
    const loaded = load(root);
    if (loaded instanceof Unfit) return undefined;
    frame.file = loaded;
    frame.turn += 1;
    frame.beyond = false;
    const found = keys(frame);
    return isBeyond(frame) ? undefined : found;
  };
}

function isBeyond({ beyond }: Frame): boolean {
  return beyond;
}

function keysClosure(
  { none, of }: Key,
  close: Closing,
): (frame: Frame) => readonly string[] | undefined {
  const isNone = close.truth(none);
  if (of.kind !== 'texts-of' && of.kind !== 'numbers-of') {
    const value = argumentOf(of, close);
    return (frame) => (isNone(frame) === 1 ? [] : keysOfValue(value(frame)));
  }
  const value =
    of.kind === 'texts-of'
      ? close.text(of.of)
      : argumentOf({ kind: 'number', of: of.of, over: undefined, scale: of.scale }, close);
  let found: (string | undefined)[] = [];
  const run = walk(of.list, close, (frame) => {
    if (isNone(frame) !== 1) found.push(keyOfValue(value(frame)));
    return false;
  });
  return (frame) => {
    found = [];
    return run(frame) === 0 ? known(found) : undefined;
  };
}

function keysOfValue(value: Value | undefined): readonly string[] | undefined {
  const isList = isKind(value, 'list');
  return known(isList ? value.items.map(keyOfValue) : [keyOfValue(value)]);
}

/** Each key once; undefined where one of them is not known. */
function known(keys: readonly (string | undefined)[]): readonly string[] | undefined {
  const found = keys.filter((key) => key !== undefined);
  return found.length === keys.length ? [...new Set(found)] : undefined;
}

function keyOfValue(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  switch (value.kind) {
    case 'number':
      return printRational(value);
    case 'date':
      return printDate(value);
    default:
      return undefined;
  }
}

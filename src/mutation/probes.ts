import { keysOf } from '../base/pointer.ts';
import { judgedCase, type JudgedCase } from '../cases/run.ts';
import { fieldAt, valueAt } from '../dossier/path.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Core } from '../feel/core.ts';
import { isList } from '../feel/operations/list.ts';
import type { Field } from '../feel/types.ts';
import { type Context, isKind, type Value } from '../feel/value.ts';
import type { Dated, Program, ProgramRule } from '../program/ast.ts';
import { referencesRead } from '../program/walk.ts';
import { placeOf, type Trace } from '../evaluate/trace.ts';
import { dayBefore } from '../values/neighbouring-days.ts';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  printRational,
  type Rational,
  rational,
  subtract,
  whole,
  zero,
} from '../values/rational.ts';
import { parseDate } from '../values/temporal-text.ts';
import { dateOfEpochDay, epochDay, nanosPerDay } from '../values/temporal.ts';
import { stepOf } from './steps.ts';
import { coresThatJudge, type Ready } from './tried.ts';

/** A file of a case with one field changed, at the edge of something that its rule asks. */
export interface Probe {
  readonly of: Ready;
  readonly pointer: string;
  readonly field: Field;
  /** Undefined for a field that is taken out. */
  readonly value: Value | undefined;
  readonly dossier: Dossier;
  /** What it shows: one of each is enough. */
  readonly shows: string;
}

/** Two values that a rule compares, in the order in which it comes to them. */
interface Pair {
  readonly core: Core;
  readonly key: string;
  readonly difference: Rational;
  readonly leaves: readonly string[];
}

/** Files in which a limit is sought by moving a field, at most. */
const mostAttempts = 2;

/** Words of a field that are tried, at most. */
const mostWords = 8;

/** Fields of a comparison that are moved, at most. */
const mostLeaves = 6;

/** Days on which editions begin that are tried, at most. */
const mostDays = 24;

/** The files around the cases of a rule, those that show something which no case shows before the others. */
export function* probesOf(
  program: Program,
  rule: ProgramRule,
  cases: readonly Ready[],
): Generator<Probe> {
  // a group has no file of its own in which to change something
  if (rule.group) return;
  const days = daysOf(program, rule);
  const shown = new Set<string>();
  const attempts = new Map<string, number>();
  const looked = cases.map((of) => ({ of, ...look(of, of.dossiers[0]) }));
  for (const { pairs } of looked) for (const pair of pairs) shown.add(atEdge(pair));
  for (const { of, pairs, fields, dayFields } of looked) {
    const [dossier] = of.dossiers;
    if (!dossier) continue;
    for (const probe of [
      ...pairs.flatMap((pair) =>
        pair.leaves.flatMap((pointer) => around(of, dossier, pair, pointer)),
      ),
      ...dayFields.flatMap((pointer) => onDays(of, dossier, pointer)),
      ...fields.flatMap((pointer) => otherwise(of, dossier, pointer)),
    ]) {
      if (shown.has(probe.shows)) continue;
      shown.add(probe.shows);
      yield probe;
    }
  }

  /** What a rule compares, and which fields it reads. */
  function look(of: Ready, dossier: Dossier | undefined) {
    const pairs: Pair[] = [];
    const fields = new Set<string>();
    const dayFields = new Set<string>();
    if (dossier) {
      const counts = new Map<Core, number>();
      const seen = new Set<Trace>();
      const watch = (edition: ProgramRule['editions'][number], _part: unknown, trace: Trace) => {
        visit(trace, counts, pairs, fields, seen);
        if (edition.asOf)
          for (const pointer of leavesOfDay(edition.asOf.core)) dayFields.add(pointer);
      };
      judgedCase(program, rule, of.case, [dossier], { watch, explain: 'all' });
    }
    return { pairs, fields: [...fields], dayFields: [...dayFields] };
  }

  function around(of: Ready, dossier: Dossier, pair: Pair, pointer: string): readonly Probe[] {
    const { field } = fieldAt(rule.subject.type, pointer);
    const now = valueAt(dossier.root, keysOf(pointer));
    const here = now === undefined ? undefined : amountOf(now);
    if (!field || !here || now === undefined || !isFresh(pair, pointer)) return [];
    const step = isKind(now, 'number') ? stepOfField(now, field) : whole(1);
    const differenceAt = (amount: Rational): Rational | undefined => {
      const value = valueOf(amount, now);
      if (value === undefined) return undefined;
      const { pairs } = look(of, withValue(dossier, pointer, value));
      return pairs.find(({ key }) => key === pair.key)?.difference;
    };
    const wide = isKind(now, 'number') ? step : multiply(step, whole(31));
    const near = differenceAt(add(here, wide));
    const slope = near && divide(subtract(near, pair.difference), wide);
    if (!slope || slope.n === 0n) return [];
    const root = subtract(here, divide(pair.difference, slope) ?? zero);
    const below = multiply(rational(floor(divide(root, step) ?? root), 1n), step);
    const reach = isKind(now, 'number') ? [-1, 0, 1] : [-3, -2, -1, 0, 1, 2, 3];
    return reach.flatMap((steps) => {
      const amount = add(below, multiply(step, whole(steps)));
      const value = valueOf(amount, now);
      if (!value || !isBelievable(value, field)) return [];
      const changed = withValue(dossier, pointer, value);
      const own = look(of, changed).pairs.find(({ key }) => key === pair.key);
      return own ? [{ of, pointer, field, value, dossier: changed, shows: atEdge(own) }] : [];
    });
  }

  /** The same limit by the same field is sought in a few files alone. */
  function isFresh({ key }: Pair, pointer: string): boolean {
    const what = `${key.split(' ')[0]} ${pointer.replaceAll(/\/\d+/gu, '')}`;
    const times = attempts.get(what) ?? 0;
    attempts.set(what, times + 1);
    return times < mostAttempts;
  }

  function onDays(of: Ready, dossier: Dossier, pointer: string): readonly Probe[] {
    const { field } = fieldAt(rule.subject.type, pointer);
    const now = valueAt(dossier.root, keysOf(pointer));
    if (!field || now === undefined) return [];
    return days.flatMap((day) => {
      const date = parseDate(day);
      const value = date && valueOf(whole(epochDay(date)), now);
      if (!value || !isBelievable(value, field)) return [];
      const changed = withValue(dossier, pointer, value);
      return [{ of, pointer, field, value, dossier: changed, shows: `day ${day} ${of.index}` }];
    });
  }

  /** Every other word, the other truth, an empty list, and nothing at all. */
  function otherwise(of: Ready, dossier: Dossier, pointer: string): readonly Probe[] {
    const { field } = fieldAt(rule.subject.type, pointer);
    const now = valueAt(dossier.root, keysOf(pointer));
    if (!field || now === undefined) return [];
    const words =
      field.type.kind === 'text' && field.type.words
        ? [...field.type.words.keys()].filter((word) => word !== now).slice(0, mostWords)
        : [];
    const values: readonly (Value | undefined)[] = [
      undefined,
      ...words,
      ...(typeof now === 'boolean' ? [!now] : []),
    ];
    return values.map((value) => ({
      of,
      pointer,
      field,
      value,
      dossier: withValue(dossier, pointer, value),
      shows: `${of.index} ${pointer} ${value === undefined ? '' : JSON.stringify(value)}`,
    }));
  }

  /** The day fields of the rule's own day, where it is read of the file itself. */
  function leavesOfDay(core: Core): readonly string[] {
    const pointer = pointerOfField(core);
    if (pointer !== undefined) return [pointer];
    return [];
  }
}

function pointerOfField(core: Core): string | undefined {
  if (core.kind !== 'field') return undefined;
  if (core.of.kind === 'file') return `/${core.field.name}`;
  const before = pointerOfField(core.of);
  return before === undefined || core.of.type.kind === 'list'
    ? undefined
    : `${before}/${core.field.name}`;
}

/** The days on which editions of a rule, and of what it rests on, begin, and the days before. */
function daysOf(program: Program, rule: ProgramRule): readonly string[] {
  const behind = [...referencesRead(coresThatJudge(rule), program)];
  const editions: readonly Dated[] = [
    ...rule.editions,
    ...behind.flatMap((one): readonly Dated[] => one.editions),
  ];
  const first = [...new Set(editions.map(({ from }) => from))]
    .filter((day) => day > '1900')
    .toSorted();
  return first.slice(-mostDays).flatMap((day) => [day, dayBefore(day)]);
}

/** Goes through all that an expression came to, behind names too. */
function visit(
  trace: Trace,
  counts: Map<Core, number>,
  pairs: Pair[],
  fields: Set<string>,
  seen: Set<Trace>,
): void {
  if (seen.has(trace)) return;
  seen.add(trace);
  const { core, parts, rounds = [], behind } = trace;
  const [left, ...rest] = parts;
  if (left && (core.kind === 'comparison' || core.kind === 'membership'))
    for (const right of rest) pairOf(core, left, right, counts, pairs);
  if (core.kind === 'field') {
    const pointer = placeOf(trace);
    if (pointer !== undefined) fields.add(pointer);
  }
  const inner = [...parts, ...rounds.slice(0, 6)];
  if (behind?.kind === 'definition' && behind.formula) inner.push(behind.formula);
  if (behind?.kind === 'table') {
    for (const input of behind.inputs)
      for (const { tests } of behind.rows)
        for (const test of tests) pairOf(test.core, input, test, counts, pairs);
    inner.push(...behind.inputs, ...behind.rows.flatMap(({ outputs }) => outputs));
  }
  for (const part of inner) visit(part, counts, pairs, fields, seen);
}

function pairOf(
  core: Core,
  left: Trace,
  right: Trace,
  counts: Map<Core, number>,
  pairs: Pair[],
): void {
  const number = counts.get(right.core) ?? 0;
  counts.set(right.core, number + 1);
  const [a, b] = [amountOf(left.value), amountOf(right.value)];
  if (!a || !b || kindOf(left.value) !== kindOf(right.value)) return;
  const leaves = new Set<string>();
  for (const side of [left, right]) leavesOf(side, leaves, new Set());
  const key = `${numberOf(right.core)} ${number}`;
  pairs.push({ core, key, difference: subtract(a, b), leaves: [...leaves].slice(0, mostLeaves) });
}

const numbers = new WeakMap<Core, number>();
let lastNumber = 0;

function numberOf(core: Core): number {
  const known = numbers.get(core);
  if (known !== undefined) return known;
  lastNumber += 1;
  numbers.set(core, lastNumber);
  return lastNumber;
}

function leavesOf(trace: Trace, leaves: Set<string>, seen: Set<Trace>): void {
  if (seen.has(trace)) return;
  seen.add(trace);
  const pointer = trace.core.kind === 'field' ? placeOf(trace) : undefined;
  if (pointer !== undefined && amountOf(trace.value)) leaves.add(pointer);
  const { behind } = trace;
  for (const part of trace.parts) leavesOf(part, leaves, seen);
  for (const part of (trace.rounds ?? []).slice(0, 4)) leavesOf(part, leaves, seen);
  if (behind?.kind === 'definition' && behind.formula) leavesOf(behind.formula, leaves, seen);
}

function kindOf(value: Value): string {
  return typeof value === 'object' && value !== null ? value.kind : typeof value;
}

/** A number, or days as a number. */
function amountOf(value: Value): Rational | undefined {
  if (isKind(value, 'number')) return value;
  if (isKind(value, 'date')) return whole(epochDay(value));
  if (isKind(value, 'date-time')) return whole(epochDay(value.date));
  if (isKind(value, 'days-duration')) return rational(value.nanos, nanosPerDay);
  if (isKind(value, 'months-duration')) return whole(value.months);
  return undefined;
}

/** The same kind of value for an amount. */
function valueOf(amount: Rational, like: Value): Value | undefined {
  if (isKind(like, 'number')) return { kind: 'number', n: amount.n, d: amount.d };
  const date = amount.d === 1n ? dateOfEpochDay(Number(amount.n)) : undefined;
  if (!date) return undefined;
  if (isKind(like, 'date')) return date;
  return isKind(like, 'date-time') ? { ...like, date } : undefined;
}

function stepOfField(value: Rational, { type }: Field): Rational {
  return type.kind === 'number' && type.whole ? whole(1) : stepOf({ ...value, written: 0 }, type);
}

function isBelievable(value: Value, field: Field): boolean {
  if (isKind(value, 'number')) {
    const { minimum = 0, maximum, above, below } = field;
    const is = (limit: number | undefined, order: (way: number) => boolean) =>
      limit === undefined ||
      order(compare(value, rational(BigInt(Math.round(limit * 1e6)), 1_000_000n)));
    return (
      is(minimum, (way) => way >= 0) &&
      is(maximum, (way) => way <= 0) &&
      is(above, (way) => way > 0) &&
      is(below, (way) => way < 0)
    );
  }
  const date = isKind(value, 'date-time') ? value.date : value;
  if (!isKind(date, 'date')) return true;
  const { earliest, latest } = field;
  return (
    (!earliest || epochDay(date) >= epochDay(earliest)) &&
    (!latest || epochDay(date) <= epochDay(latest))
  );
}

/** What a comparison shows where its sides are as far from each other as they are. */
function atEdge({ key, difference }: Pair): string {
  const [site] = key.split(' ');
  return `${site} ${printRational(difference)}`;
}

function withValue(dossier: Dossier, pointer: string, value: Value | undefined): Dossier {
  return { ...dossier, root: replaced(dossier.root, keysOf(pointer), value) as Context };
}

function replaced(value: Value, [key, ...rest]: readonly string[], to: Value | undefined): Value {
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  if (value.kind === 'context') {
    const entries = new Map(value.entries);
    const inner = rest.length === 0 ? to : replaced(value.entries.get(key) ?? null, rest, to);
    if (inner === undefined) entries.delete(key);
    else entries.set(key, inner);
    return { ...value, entries };
  }
  if (!isList(value)) return value;
  return {
    ...value,
    items: value.items.map((item, index) =>
      String(index) === key ? (rest.length === 0 ? (to ?? item) : replaced(item, rest, to)) : item,
    ),
  };
}

/** What was found, in a form that can be compared. */
export function foundIn({ outcome, missing }: Pick<JudgedCase, 'outcome' | 'missing'>): string {
  return outcome?.status === 'cannot-tell'
    ? `cannot-tell ${missing.toSorted().join(' ')}`
    : (outcome?.status ?? '');
}

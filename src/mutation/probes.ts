import { keysOf } from '../base/pointer.ts';
import { judgedCase, type JudgedCase } from '../cases/run.ts';
import { fieldAt, valueAt, withValueAt } from '../dossier/path.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Core } from '../feel/core.ts';
import { isList } from '../feel/operations/list.ts';
import type { Field } from '../feel/types.ts';
import { type Context, isKind, type Value } from '../feel/value.ts';
import type { Dated, Program, ProgramRule } from '../program/ast.ts';
import { coresThatJudge } from '../program/reads.ts';
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
import {
  dateOfEpochDay,
  dateTimeOfLocalNanos,
  epochDay,
  localNanos,
  nanosPerDay,
  nanosPerSecond,
  type PlainDate,
} from '../values/temporal.ts';
import { newBudget } from '../feel/operations/limits.ts';
import { textOfValue } from '../feel/operations/print.ts';
import { bound, momentOf, newSession } from '../evaluate/session.ts';
import { traceOf } from '../evaluate/value.ts';
import { stepOf } from './steps.ts';
import type { Ready } from './tried.ts';

/** A field of a file with another value; undefined where it is taken out. */
export interface FieldChange {
  readonly pointer: string;
  readonly field: Field;
  readonly value: Value | undefined;
}

/** A file of a case with a field or two changed, at the edge of something that its rule asks. */
export interface Probe {
  readonly of: Ready;
  readonly changes: readonly FieldChange[];
  readonly dossier: Dossier;
  /** What it shows: one of each is enough. */
  readonly shows: string;
  /** It shows the first day of an edition, or the day before. */
  readonly isFirstDay?: true;
}

/** Two values that a rule compares, in the order in which it comes to them. */
interface Pair {
  readonly key: string;
  readonly kind: string;
  readonly difference: Rational;
  readonly leaves: readonly string[];
}

/** Files in which a limit is sought by moving a field, at most. */
const mostAttempts = 2;

/** Times that a rule is judged to look at what it compares, and parts of expressions looked at each time, at most. */
const mostLooks = 500;
const mostTraces = 4000;

interface Looked {
  readonly pairs: readonly Pair[];
  readonly fields: readonly string[];
  readonly dayFields: readonly string[];
}

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
  let looks = 0;
  const looked = cases.map((of) => ({ of, ...look(of, of.dossiers[0]) }));
  for (const { pairs } of looked) for (const pair of pairs) shown.add(atEdge(pair));
  for (const { of, pairs, fields, dayFields } of looked) {
    const [dossier] = of.dossiers;
    if (!dossier) continue;
    const start: Probe = { of, changes: [], dossier, shows: '' };
    const dated = dayFields.flatMap((pointer) => onDays(start, pointer));
    yield* fresh(dated);
    yield* fresh(pairs.flatMap((pair) => pair.leaves.flatMap((at) => around(start, pair, at))));
    yield* fresh(fields.flatMap((pointer) => otherwise(start, pointer)));
    // what a limit was on other days
    for (const day of dated) {
      const there = look(of, day.dossier);
      yield* fresh(
        there.pairs.flatMap((pair) => pair.leaves.flatMap((at) => around(day, pair, at))),
      );
    }
  }

  function fresh(probes: readonly Probe[]): readonly Probe[] {
    return probes.filter(({ shows }) => shown.size < shown.add(shows).size);
  }

  /** What a rule compares, which fields it reads, and which of them tell its day. */
  function look(of: Ready, dossier: Dossier | undefined): Looked {
    looks += 1;
    if (!dossier || looks > mostLooks) return { pairs: [], fields: [], dayFields: [] };
    const pairs: Pair[] = [];
    const fields = new Set<string>();
    const counts = new Map<Core, number>();
    const seen = new Set<Trace>();
    const watch = (_edition: unknown, _part: unknown, trace: Trace) => {
      visit(trace, counts, pairs, fields, seen);
    };
    judgedCase(program, rule, of.case, [dossier], { watch, explain: 'all' });
    return { pairs, fields: [...fields], dayFields: dayFieldsOf(dossier) };
  }

  /** The fields that tell on which day the rule is asked, of each element that it judges. */
  function dayFieldsOf(dossier: Dossier): readonly string[] {
    const outside = momentOf(newSession(program, dossier, rule.subject), undefined);
    const { each } = rule;
    const list = each && traceOf(each.list.core, outside).value;
    const moments = each
      ? isList(list)
        ? list.items.slice(0, 3).map((item) => bound(outside, each.variable, item))
        : []
      : [outside];
    const leaves = new Set<string>();
    const days = new Set(rule.editions.flatMap(({ asOf }) => asOf?.core ?? []));
    for (const core of days)
      for (const moment of moments) leavesOf(traceOf(core, moment), leaves, new Set());
    return [...leaves].slice(0, mostLeaves);
  }

  function around(from: Probe, pair: Pair, pointer: string): readonly Probe[] {
    const { of, dossier } = from;
    const { field } = fieldAt(rule.subject.type, pointer);
    const now = valueAt(dossier.root, keysOf(pointer));
    const here = now === undefined ? undefined : amountOf(now);
    if (!field || !here || now === undefined || !isFresh(pair, pointer, from)) return [];
    const isNumber = isKind(now, 'number');
    const step = isNumber ? stepOfField(now, field) : stepOfDay(now, pair);
    const wide = isNumber || pair.kind === 'date-time' ? step : multiply(step, whole(31));
    const near = differenceAt(add(here, wide));
    const slope = near && divide(subtract(near, pair.difference), wide);
    if (!slope || slope.n === 0n) return [];
    const root = subtract(here, divide(pair.difference, slope) ?? zero);
    const first = isNumber ? zero : here;
    const steps = divide(subtract(root, first), step) ?? zero;
    const below = add(first, multiply(rational(floor(steps), 1n), step));
    const reach = isNumber || pair.kind === 'date-time' ? [-1, 0, 1] : [-2, -1, 0, 1, 2];
    return reach.flatMap((times) => {
      const value = valueOf(add(below, multiply(step, whole(times))), now);
      if (!value || !isBelievable(value, field)) return [];
      const changed = withValue(dossier, pointer, value);
      const own = look(of, changed).pairs.find(({ key }) => key === pair.key);
      return own ? [changedTo(from, { pointer, field, value }, atEdge(own))] : [];
    });

    function differenceAt(amount: Rational): Rational | undefined {
      const value = now === undefined ? undefined : valueOf(amount, now);
      if (value === undefined) return undefined;
      const { pairs } = look(of, withValue(dossier, pointer, value));
      return pairs.find(({ key }) => key === pair.key)?.difference;
    }
  }

  /** The same limit by the same field is sought in a few files alone. */
  function isFresh({ key }: Pair, pointer: string, { changes: [day] }: Probe): boolean {
    const on = day?.value === undefined ? '' : JSON.stringify(amountOf(day.value)?.n.toString());
    const what = `${on} ${key.split(' ')[0]} ${pointer.replaceAll(/\/\d+/gu, '')}`;
    const times = attempts.get(what) ?? 0;
    attempts.set(what, times + 1);
    return times < mostAttempts;
  }

  function onDays(from: Probe, pointer: string): readonly Probe[] {
    const { of, dossier } = from;
    const { field } = fieldAt(rule.subject.type, pointer);
    const now = valueAt(dossier.root, keysOf(pointer));
    if (!field || now === undefined) return [];
    return days.flatMap((day) => {
      const date = parseDate(day);
      const value = date && onDate(date, now);
      if (!value || !isBelievable(value, field)) return [];
      const shows = `day ${day} ${of.index}`;
      return [{ ...changedTo(from, { pointer, field, value }, shows), isFirstDay: true as const }];
    });
  }

  /** Every other word, the other truth, an empty list or text, and nothing at all. */
  function otherwise(from: Probe, pointer: string): readonly Probe[] {
    const { of, dossier } = from;
    const { field } = fieldAt(rule.subject.type, pointer);
    const now = valueAt(dossier.root, keysOf(pointer));
    if (!field || now === undefined) return [];
    return [undefined, ...othersOf(now, field)].map((value) =>
      changedTo(
        from,
        { pointer, field, value },
        `${of.index} ${pointer} ${value === undefined ? '' : textOfValue(value, newBudget())}`,
      ),
    );
  }
}

function changedTo({ of, changes, dossier }: Probe, change: FieldChange, shows: string): Probe {
  return {
    of,
    changes: [...changes.filter(({ pointer }) => pointer !== change.pointer), change],
    dossier: withValue(dossier, change.pointer, change.value),
    shows,
  };
}

function othersOf(now: Value, { type }: Field): readonly Value[] {
  if (typeof now === 'boolean') return [!now];
  if (isList(now)) return now.items.length > 0 ? [{ ...now, items: [] }] : [];
  if (typeof now !== 'string') return [];
  const words = type.kind === 'text' ? type.words : undefined;
  return words
    ? [...words.keys()].filter((word) => word !== now).slice(0, mostWords)
    : ['', 'X'].filter((text) => text !== now);
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
  if (seen.has(trace) || seen.size > mostTraces) return;
  seen.add(trace);
  const { core, parts, rounds = [], behind } = trace;
  const [left, ...rest] = parts;
  if (left && (core.kind === 'comparison' || core.kind === 'membership'))
    for (const right of rest) pairOf(left, right, counts, pairs);
  if (core.kind === 'field') {
    const pointer = placeOf(trace);
    if (pointer !== undefined) fields.add(pointer);
  }
  const inner = [...parts, ...rounds.slice(0, 6)];
  if (behind?.kind === 'definition' && behind.formula) inner.push(behind.formula);
  if (behind?.kind === 'table') {
    for (const input of behind.inputs)
      for (const { tests } of behind.rows)
        for (const test of tests) pairOf(input, test, counts, pairs);
    inner.push(...behind.inputs, ...behind.rows.flatMap(({ outputs }) => outputs));
  }
  for (const part of inner) visit(part, counts, pairs, fields, seen);
}

function pairOf(left: Trace, right: Trace, counts: Map<Core, number>, pairs: Pair[]): void {
  const number = counts.get(right.core) ?? 0;
  counts.set(right.core, number + 1);
  const [a, b] = [amountOf(left.value), amountOf(right.value)];
  if (!a || !b || kindOf(left.value) !== kindOf(right.value)) return;
  const leaves = new Set<string>();
  for (const side of [left, right]) leavesOf(side, leaves, new Set());
  const key = `${numberOf(right.core)} ${number}`;
  pairs.push({
    key,
    kind: kindOf(left.value),
    difference: subtract(a, b),
    leaves: [...leaves].slice(0, mostLeaves),
  });
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

export function kindOf(value: Value): string {
  return typeof value === 'object' && value !== null ? value.kind : typeof value;
}

/** A number; days as a number of days, moments of minutes. */
export function amountOf(value: Value): Rational | undefined {
  if (isKind(value, 'number')) return value;
  if (isKind(value, 'date')) return whole(epochDay(value));
  if (isKind(value, 'date-time')) return rational(localNanos(value), nanosPerMinute);
  if (isKind(value, 'days-duration')) return rational(value.nanos, nanosPerDay);
  if (isKind(value, 'months-duration')) return whole(value.months);
  return undefined;
}

/** The same kind of value for an amount. */
function valueOf(amount: Rational, like: Value): Value | undefined {
  if (isKind(like, 'number')) return { kind: 'number', n: amount.n, d: amount.d };
  if (amount.d !== 1n) return undefined;
  if (isKind(like, 'date')) return dateOfEpochDay(Number(amount.n));
  return isKind(like, 'date-time')
    ? dateTimeOfLocalNanos(amount.n * nanosPerMinute, like.time)
    : undefined;
}

/** The same day or moment on another date. */
function onDate(date: PlainDate, like: Value): Value | undefined {
  if (isKind(like, 'date')) return date;
  return isKind(like, 'date-time') ? { ...like, date } : undefined;
}

const nanosPerMinute = 60n * nanosPerSecond;

/** A day; of moments that are compared as such, a minute. */
function stepOfDay(value: Value, { kind }: Pair): Rational {
  return whole(isKind(value, 'date-time') && kind !== 'date-time' ? 1440 : 1);
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
  return { ...dossier, root: withValueAt(dossier.root, keysOf(pointer), value) as Context };
}

/** What was found, in a form that can be compared. */
export function foundIn({ outcome, missing }: Pick<JudgedCase, 'outcome' | 'missing'>): string {
  return outcome?.status === 'cannot-tell'
    ? `cannot-tell ${missing.toSorted().join(' ')}`
    : (outcome?.status ?? '');
}

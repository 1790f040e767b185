import { judgedCase } from '../cases/run.ts';
import type { Trace } from '../evaluate/trace.ts';
import type { Core } from '../feel/core.ts';
import { printValue } from '../feel/operations/print.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Value } from '../feel/value.ts';
import { type Dated, inForce, type Program, type ProgramRule } from '../program/ast.ts';
import { absolute, compare, type Rational, subtract } from '../values/rational.ts';
import { amountOf, kindOf } from './probes.ts';
import type { Altered, Ready } from './tried.ts';

/** Why no case notices a mutant, as far as the cases tell. */
export type Unnoticed =
  /** Nothing that has cases reads it. */
  | { readonly kind: 'no-rule' }
  /** Rules read it, and none of their cases does. */
  | { readonly kind: 'unread' }
  /** No case is asked on the day on which it tells. */
  | { readonly kind: 'no-day'; readonly day: string }
  /** No case is asked on a day of the edition. */
  | { readonly kind: 'no-edition'; readonly from: string; readonly until?: string }
  /** No case comes to the row of the table, counted from 1. */
  | { readonly kind: 'no-row'; readonly row: number }
  /** No case comes to the place. */
  | { readonly kind: 'unreached' }
  /** The cases have more parts than are looked at. */
  | { readonly kind: 'untold' }
  /** No case has the two sides equal: those that are nearest, as far as there are any. */
  | { readonly kind: 'no-limit'; readonly below?: Sides; readonly above?: Sides }
  /** Of what `and` or `or` join, all is true or all is false in each case. */
  | { readonly kind: 'parts-agree' }
  /** No list has an element that meets the condition and one that does not. */
  | { readonly kind: 'elements-agree' }
  /** Cases come to it, and to the same. */
  | { readonly kind: 'same' }
  /** The solver finds no file that tells it, with lists of so many records at most. */
  | { readonly kind: 'bounded'; readonly records: number };

/** Two values that were compared, as people write them. */
export type Sides = readonly [left: string, right: string];

/** What the cases of a rule came to at a place of an expression. */
interface Came {
  /** Some of its parts, or of the elements, were true and others false. */
  isMixed: boolean;
  /** Two sides were equal. */
  isEqual: boolean;
  below: Near | undefined;
  above: Near | undefined;
}

interface Near {
  readonly difference: Rational;
  readonly sides: Sides;
}

/** What the cases of a rule read. */
interface Looked {
  /** It has cases. */
  readonly isTested: boolean;
  readonly came: ReadonlyMap<Core, Came>;
  /** By the name of what was read, the days. */
  readonly readOn: ReadonlyMap<string, ReadonlySet<string>>;
  /** The days that governed. */
  readonly days: ReadonlySet<string>;
  /** Rows of tables that matched, as `name row`. */
  readonly rows: ReadonlySet<string>;
  /** Not every part of every case was looked at. */
  readonly isPart: boolean;
}

/** Stands for a day that is worked out where something is read. */
const anyDay = '';

/** Parts of expressions that are looked at in a case, at most. */
const mostTraces = 6000;

/** Tells of mutants that no case notices why that is so. */
export function whyUnnoticed(
  program: Program,
  casesOf: (rule: ProgramRule) => readonly Ready[],
): (altered: Altered) => Unnoticed {
  const known = new Map<ProgramRule, Looked>();
  return ({ mutant, of, readers }) => {
    const looked = readers.map(lookedAt).filter(({ isTested }) => isTested);
    if (looked.length === 0) return { kind: 'no-rule' };
    const isRule = readers.some(({ id }) => id === of);
    const days = looked.flatMap(({ days: own, readOn }) => [
      ...(isRule ? own : (readOn.get(of) ?? [])),
    ]);
    if (!isRule && days.length === 0) return { kind: 'unread' };
    const told = mutant.days;
    if (told && !days.some((day) => day === anyDay || inForce([told], day))) return noDay(told);
    const isPart = looked.some((one) => one.isPart);
    if (
      !isPart &&
      mutant.row !== undefined &&
      looked.every(({ rows }) => !rows.has(`${of} ${mutant.row}`))
    )
      return { kind: 'no-row', row: mutant.row };
    const cores = mutant.cores ?? [];
    if (cores.length === 0) return { kind: 'same' };
    const came = looked.flatMap(({ came: at }) => cores.flatMap((core) => at.get(core) ?? []));
    if (came.length > 0) return reasonOf(cores[0], came);
    return isPart ? { kind: 'untold' } : { kind: 'unreached' };
  };

  function lookedAt(rule: ProgramRule): Looked {
    const one = known.get(rule) ?? look(program, rule, casesOf(rule));
    known.set(rule, one);
    return one;
  }
}

function noDay({ from, until }: Dated): Unnoticed {
  if (from === until) return { kind: 'no-day', day: from };
  return { kind: 'no-edition', from, ...(until !== undefined && { until }) };
}

function reasonOf(core: Core | undefined, came: readonly Came[]): Unnoticed {
  const isMixed = came.some((one) => one.isMixed);
  if (core?.kind === 'logic') return { kind: isMixed ? 'same' : 'parts-agree' };
  if (core?.kind === 'quantifier') return { kind: isMixed ? 'same' : 'elements-agree' };
  const below = nearest(came.flatMap((one) => one.below ?? []));
  const above = nearest(came.flatMap((one) => one.above ?? []));
  if (came.some(({ isEqual }) => isEqual) || !(below ?? above)) return { kind: 'same' };
  return {
    kind: 'no-limit',
    ...(below && { below: below.sides }),
    ...(above && { above: above.sides }),
  };
}

function nearest(all: readonly Near[]): Near | undefined {
  return all.toSorted((a, b) => compare(absolute(a.difference), absolute(b.difference)))[0];
}

function look(program: Program, rule: ProgramRule, cases: readonly Ready[]): Looked {
  const came = new Map<Core, Came>();
  const readOn = new Map<string, Set<string>>();
  const days = new Set<string>();
  const rows = new Set<string>();
  let isPart = false;
  for (const { case: one, day, dossiers } of cases) {
    const seen = new Set<Trace>();
    const watch = (_edition: unknown, _part: unknown, trace: Trace) => {
      visit(trace, seen);
    };
    const { outcome, session } = judgedCase(program, rule, one, dossiers, {
      asOf: day,
      watch,
      explain: 'all',
    });
    const governing = day ?? outcome?.day;
    if (typeof governing === 'string') days.add(governing);
    for (const key of session?.remembered.keys() ?? []) {
      const [name = '', on = ''] = key.split('@');
      const own = readOn.get(name) ?? new Set();
      readOn.set(name, own.add(on));
    }
  }
  return { isTested: cases.length > 0, came, readOn, days, rows, isPart };

  function visit(trace: Trace, seen: Set<Trace>): void {
    if (seen.has(trace)) return;
    if (seen.size > mostTraces) {
      isPart = true;
      return;
    }
    seen.add(trace);
    const { core, moment, parts, rounds = [], behind } = trace;
    if (core.kind === 'reference') {
      const on = readOn.get(core.name) ?? new Set();
      readOn.set(core.name, on.add((core.on ? undefined : moment.day) ?? anyDay));
    }
    const own = note(core);
    const truths = new Set((core.kind === 'quantifier' ? rounds : parts).map(({ value }) => value));
    if (truths.has(true) && truths.has(false)) own.isMixed = true;
    const [left, ...rest] = parts;
    if (left && (core.kind === 'comparison' || core.kind === 'membership'))
      for (const right of rest) {
        beside(own, left.value, right.value);
        beside(note(right.core), left.value, right.value);
        beside(note(left.core), left.value, right.value);
      }
    for (const part of [...parts, ...rounds]) visit(part, seen);
    if (behind?.kind === 'definition' && behind.formula) visit(behind.formula, seen);
    if (behind?.kind !== 'table' || core.kind !== 'reference') return;
    for (const [index, { match, tests, outputs }] of behind.rows.entries()) {
      if (match === true) rows.add(`${core.name} ${index + 1}`);
      for (const test of tests)
        for (const input of behind.inputs) beside(note(test.core), input.value, test.value);
      for (const part of [...tests, ...outputs]) visit(part, seen);
    }
    for (const input of behind.inputs) visit(input, seen);
  }

  function note(core: Core): Came {
    const known = came.get(core);
    if (known) return known;
    const made: Came = { isMixed: false, isEqual: false, below: undefined, above: undefined };
    came.set(core, made);
    return made;
  }
}

/** Notes how far from each other two values are, where they are amounts of a kind. */
function beside(came: Came, left: Value, right: Value): void {
  if (isUnknown(left) || isUnknown(right) || kindOf(left) !== kindOf(right)) return;
  const [a, b] = [amountOf(left), amountOf(right)];
  if (!a || !b) return;
  const difference = subtract(a, b);
  if (difference.n === 0n) came.isEqual = true;
  const near = { difference, sides: [printValue(left), printValue(right)] as const };
  if (difference.n < 0n) came.below = nearest([near, ...(came.below ? [came.below] : [])]);
  if (difference.n > 0n) came.above = nearest([near, ...(came.above ? [came.above] : [])]);
}

import type { Dossier } from '../dossier/dossier.ts';
import { together } from '../dossier/together.ts';
import { withinWork } from '../evaluate/limit.ts';
import { placesRead } from '../evaluate/pointers.ts';
import {
  bound,
  type Moment,
  momentOf,
  newSession,
  newWork,
  type Session,
} from '../evaluate/session.ts';
import type { Trace } from '../evaluate/trace.ts';
import { traceOf } from '../evaluate/value.ts';
import { orderOf } from '../feel/operations/order.ts';
import { distinct, isUnknown, unknown, unsureOf } from '../feel/operations/unknown.ts';
import type { Type } from '../feel/types.ts';
import { isKind, type Missing, type Value } from '../feel/value.ts';
import type { Expression, Program, Subject, ViewTable, ViewValue } from '../program/ast.ts';
import { add, type Rational, zero } from '../values/rational.ts';

/** Files of one subject as one record with a list. */
export interface Files {
  readonly members: readonly Session[];
  readonly dossier: Dossier;
  readonly subject: Subject;
}

/** A value, and the JSON pointers in the group where it was read. */
export interface Cell {
  readonly of: ViewValue;
  readonly value: Value;
  readonly places: readonly string[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Why it cannot be told that it belongs in the table; empty where it does. */
  readonly doubt: readonly Missing[];
}

/** A sum of which parts may not be known. */
export interface Total {
  readonly type: Type;
  /** The sum of the parts that are known; undefined where there are parts and none of them is. */
  readonly known: Rational | undefined;
  /** How many parts are in it, and how many more there are that nobody knows. */
  readonly counted: number;
  readonly unknown: number;
  readonly missing: readonly Missing[];
}

export interface Table {
  readonly rows: readonly Row[];
  /** Lists of which it cannot be told what they hold: further rows may be wanting. */
  readonly wanting: readonly Missing[];
  /** By column. */
  readonly totals: ReadonlyMap<string, Total>;
}

/** Files read together; undefined where there are none. */
export function filesTogether(members: readonly Session[], subject: Subject): Files | undefined {
  if (members.length === 0) return undefined;
  const dossier = together(
    members.map((member) => member.dossier),
    [],
  );
  return { members, dossier, subject };
}

/** Where the expressions of a section are worked out: on the files, for the key that was asked for. */
export function momentFor(
  { dossier, subject }: Files,
  program: Program,
  {
    asked,
    key,
    today,
  }: {
    readonly asked: ViewTable['each'][number]['variable'];
    readonly key: string;
    readonly today: string | undefined;
  },
): Moment {
  const session = newSession(program, dossier, subject, { today });
  return bound(momentOf(session, today), asked, key);
}

export function factsOf(facts: readonly ViewValue[], moment: Moment): readonly Cell[] {
  return facts.map((fact) => cellOf(fact, moment));
}

/** The rows of a table in their order, and what its columns come to. */
export function tableOf(
  { each, when, columns, orderBy, isDescending }: ViewTable,
  start: Moment,
): Table {
  const found: (Row & { readonly order: Value })[] = [];
  const wanting: Missing[] = [];
  go(0, start, []);
  const rows = orderBy ? inOrder(found, isDescending) : found;
  const totals = new Map(
    columns.flatMap((column, index) =>
      column.isTotalled
        ? [[column.name, totalOf(rows, index, column.is.core.type, wanting)] as const]
        : [],
    ),
  );
  return { rows, wanting: distinct(wanting), totals };

  function go(level: number, moment: Moment, doubt: readonly Missing[]): void {
    const one = each[level];
    if (!one) {
      row(moment, doubt);
      return;
    }
    const { value } = traced(one.list, moment);
    if (!isKind(value, 'list')) {
      // a list that was verified to be none has no elements
      if (value !== null) wanting.push(...missingIn(value));
      return;
    }
    for (const [index, item] of value.items.entries()) {
      if (isUnknown(item)) wanting.push(...item.missing);
      else
        go(level + 1, bound(moment, one.variable, item), [
          ...doubt,
          ...(value.maybe?.[index]?.missing ?? []),
        ]);
    }
  }

  function row(moment: Moment, doubt: readonly Missing[]): void {
    const shown = when ? traced(when, moment).value : true;
    if (shown === false) return;
    const all = shown === true ? doubt : [...doubt, ...missingIn(shown)];
    found.push({
      cells: columns.map((column) => cellOf(column, moment)),
      doubt: distinct(all),
      order: orderBy ? traced(orderBy, moment).value : null,
    });
  }
}

/** What sums of other tables come to. */
export function sumOf(totals: readonly Total[]): Total | undefined {
  const [first] = totals;
  if (!first) return undefined;
  const known = totals.flatMap((total) => total.known ?? []);
  return {
    type: first.type,
    known: known.length > 0 ? known.reduce(add) : undefined,
    counted: sum(totals.map(({ counted }) => counted)),
    unknown: sum(totals.map((total) => total.unknown)),
    missing: distinct(totals.flatMap(({ missing }) => missing)),
  };
}

/** @param wanting - lists that may hold further rows */
function totalOf(
  rows: readonly Row[],
  column: number,
  type: Type,
  wanting: readonly Missing[],
): Total {
  const known: Rational[] = [];
  const missing: Missing[] = [...wanting];
  let open = distinct(wanting).length;
  for (const { cells, doubt } of rows) {
    const value = cells[column]?.value ?? null;
    if (doubt.length === 0 && isKind(value, 'number')) known.push(value);
    else if (value !== null || doubt.length > 0) {
      open += 1;
      missing.push(...doubt, ...(isUnknown(value) ? value.missing : []));
    }
  }
  return {
    type,
    known: known.length > 0 ? known.reduce(add) : open > 0 ? undefined : zero,
    counted: known.length,
    unknown: open,
    missing: distinct(missing),
  };
}

function inOrder<T extends { readonly order: Value }>(
  rows: readonly T[],
  isDescending: boolean,
): readonly T[] {
  const known = rows.filter(({ order }) => !isUnknown(order) && order !== null);
  const others = rows.filter((row) => !known.includes(row));
  const sorted = known.toSorted((a, b) => {
    const order = orderOf(a.order, b.order) ?? 0;
    return isDescending ? -order : order;
  });
  return [...sorted, ...others];
}

function cellOf(of: ViewValue, moment: Moment): Cell {
  const trace = traced(of.is, moment);
  return { of, value: trace.value, places: 'core' in trace ? placesRead([trace]) : [] };
}

/** What an expression comes to, with a budget of its own. */
function traced({ core }: Expression, moment: Moment): Trace | { readonly value: Value } {
  const own = { ...moment, work: newWork(moment.session.program) };
  return withinWork<Trace, { readonly value: Value }>(
    own,
    () => traceOf(core, own),
    (value) => ({ value }),
  );
}

/** What a value that should be a list, or a truth, lacks. */
function missingIn(value: Value): readonly Missing[] {
  if (isUnknown(value)) return value.missing;
  if (isKind(value, 'list')) return unsureOf(value)?.missing ?? [];
  return unknown('undefined', '').missing;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

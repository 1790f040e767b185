import { comparedAs } from '../feel/checker.ts';
import type { Core, MembershipCore, ReferenceCore } from '../feel/core.ts';
import { boolean } from '../feel/types.ts';
import type { Value } from '../feel/value.ts';
import type { Dated, Table, TableRow } from '../program/ast.ts';
import { epochDay } from '../values/temporal.ts';
import { parseDate } from '../values/temporal-text.ts';
import { always, dayOf, type Days, type Here, type Planner } from './lowering.ts';
import type { Picks } from './picks.ts';
import { argumentsIn, placeIn } from './named.ts';
import type { Edition, Num, Truth, UnplannedReason } from './plan.ts';
import { allOf, anyOf, compared, no, notOf, untold } from './simplify.ts';

/** What is made of a definition, parameter or table. */
export interface ReferenceForm<T> extends Pick<Picks<T>, 'unknown' | 'dated'> {
  readonly parameter: (value: Value) => T;
  readonly definition: (is: Core, inside: Here) => T;
  readonly table: (table: Table, rows: readonly TableRow[], inside: Here) => T;
}

/** A definition, parameter or table on the governing day, or on the day that is given. */
export function referenced<T>(
  core: ReferenceCore,
  here: Here,
  planner: Planner,
  read: ReferenceForm<T>,
): T {
  const reference = planner.program.references.get(core.name);
  const bound = reference ? argumentsIn(core, reference, here) : nothingBound;
  switch (reference?.kind) {
    case 'parameter':
      return inEditions(core, reference.editions, here, planner, read, ({ value }) =>
        read.parameter(value),
      );
    case 'definition':
      return inEditions(
        core,
        reference.editions,
        here,
        planner,
        read,
        ({ is }, inside) => read.definition(is.core, inside(is.yaml.text)),
        bound,
      );
    case 'table':
      return inEditions(
        core,
        reference.editions,
        here,
        planner,
        read,
        ({ rows }, inside) => read.table(reference, rows, inside('')),
        bound,
      );
    case undefined:
      return read.unknown;
  }
}

/**
 * What is made of the edition in force on the governing day, or on the day that is given.
 *
 * @param make - given where the expressions of an edition stand, by their text
 * @param bound - what those expressions are given: arguments, and the row that they read
 */
export function inEditions<T, E extends Dated>(
  core: Pick<ReferenceCore, 'name' | 'on'>,
  all: readonly E[],
  here: Here,
  planner: Planner,
  picks: Pick<Picks<T>, 'unknown' | 'dated'>,
  make: (edition: E, inside: (source: string) => Here) => T,
  bound: Here['bound'] = nothingBound,
): T {
  const { name, on } = core;
  const day = on ? dayOf(on, here, planner) : here.day;
  const days = on ? always : here.days;
  const sole = !on && all.length === 1;
  // where the day may be missing, the one edition that there is counts whatever its days are
  const isCertain = !on && here.isDated;
  const counts = (own: Days) =>
    (sole && !isCertain) || (own.from <= days.until && days.from <= own.until);
  const inside = (own: Days, source: string): Here =>
    placeIn(planner, {
      day,
      days: { from: Math.max(own.from, days.from), until: Math.min(own.until, days.until) },
      isDated: here.isDated || !sole,
      bound,
      reference: name,
      source,
    });
  const editions = all.flatMap((edition): readonly Edition<T>[] => {
    const own = periodOf(edition);
    return counts(own) ? [{ ...own, is: make(edition, (source) => inside(own, source)) }] : [];
  });
  const [only] = editions;
  const isWhole = only && only.from <= days.from && days.until <= only.until;
  if (editions.length === 1 && isWhole && (isCertain || sole)) return only.is;
  return editions.length === 0 ? picks.unknown : picks.dated(day, sole, editions);
}

const nothingBound: Here['bound'] = new Map();

/** Days since 1970, both included. */
export function periodOf({ from, until }: Dated): Days {
  return {
    from: dayNumber(from) ?? always.from,
    until: until === undefined ? always.until : (dayNumber(until) ?? always.until),
  };
}

function dayNumber(text: string): number | undefined {
  const date = parseDate(text);
  return date && epochDay(date);
}

/** A table, of which each row gives something. */
export function tableOf<T>(
  table: Table,
  rows: readonly TableRow[],
  inside: Here,
  planner: Planner,
  form: Pick<Picks<T>, 'table'>,
  give: (row: TableRow) => T,
): T | UnplannedReason {
  const made = rows.map((row) => ({
    matches: matchOf(table, row, inside, planner),
    gives: give(row),
  }));
  return form.table(table.hit === 'first', made);
}

function matchOf(table: Table, row: TableRow, inside: Here, planner: Planner): Truth {
  return allOf(
    row.cells.flatMap(({ subject, tests }, column) => {
      const input = table.inputs[column];
      if (!input || tests.every(({ kind }) => kind === 'any')) return [];
      const of = input.core;
      const { span } = of;
      const cell: MembershipCore = { kind: 'membership', type: boolean, of, subject, tests, span };
      return [planner.truth(cell, inside)];
    }),
  );
}

/**
 * True where it can be told which row a table with more than one output, or with a list, gives, or where all rows
 * that may match give the same; else unknown.
 */
export function rowsAgree(
  table: Table,
  rows: readonly TableRow[],
  inside: Here,
  planner: Planner,
): Truth {
  const isWritten = rows.every(({ outputs }) =>
    outputs.every((output) => output && constantText(output.core) !== undefined),
  );
  if (!isWritten && rows.length <= mostCompared) return pairsAgree(table, rows, inside, planner);
  const classes = new Map<string, number>();
  const numbered: Num = {
    kind: 'table',
    first: table.hit === 'first',
    rows: rows.map((row, index) => {
      const written = row.outputs.map((output) => output && constantText(output.core));
      const isConstant = written.every((text) => text !== undefined);
      const name = isConstant ? written.join('\n') : `row ${index}`;
      const value = classes.get(name) ?? index;
      classes.set(name, value);
      return { matches: matchOf(table, row, inside, planner), gives: { kind: 'whole', value } };
    }),
  };
  return anyOf([compared('=', numbered, numbered)]);
}

/** Rows compared with one another, at most. */
const mostCompared = 8;

/** Whether any two rows that may match give the same values, where these are computed. */
function pairsAgree(
  table: Table,
  rows: readonly TableRow[],
  inside: Here,
  planner: Planner,
): Truth {
  const matches = rows.map((row) => matchOf(table, row, inside, planner));
  return allOf(
    rows.flatMap((row, second) =>
      rows.slice(0, second).map((other, first) => {
        const alike = row.outputs.map((output, column) => {
          const same = other.outputs[column];
          return output && same ? planner.truth(equalityOf(same.core, output.core), inside) : no;
        });
        // the first that matches ends the search
        const ended = table.hit === 'first' ? matches.slice(0, second) : [];
        const out = [first, second].map((index) => notOf(matches[index] ?? untold));
        return anyOf([...out, ...ended, allOf(alike)]);
      }),
    ),
  );
}

function equalityOf(left: Core, right: Core): Core {
  const compared = comparedAs(left.type, right.type);
  const { span } = right;
  return { kind: 'comparison', type: boolean, operator: '=', compared, left, right, span };
}

/** What a constant, or a list of them, is written as; undefined for anything else. */
function constantText(core: Core): string | undefined {
  if (core.kind === 'list') {
    const items = core.items.map(constantText);
    return items.every((item) => item !== undefined) ? `[${items.join(', ')}]` : undefined;
  }
  if (core.kind !== 'constant' || core.value === null) return undefined;
  const { value } = core;
  if (typeof value !== 'object') return JSON.stringify(value);
  return value.kind === 'number' ? `${value.n}/${value.d}` : undefined;
}

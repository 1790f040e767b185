import type { Core, ReferenceCore } from '../feel/core.ts';
import { unknown } from '../feel/operations/unknown.ts';
import { inForce, type Reference, rowOf } from '../program/ast.ts';
import { coresOf, referencesIn } from '../program/walk.ts';
import { bankDay } from './day.ts';
import { withinWork } from './limit.ts';
import { bound, type Moment, momentOf } from './session.ts';
import { tableTrace } from './table.ts';
import type { Behind, Trace, TraceOf } from './trace.ts';

/** A definition, parameter or table, on the day of the moment or the day that is asked for. */
export function referenceTrace(core: ReferenceCore, moment: Moment, trace: TraceOf): Trace {
  const { session } = moment;
  const on = core.on && trace(core.on, moment);
  const parts = on ? [on] : [];
  const day = on ? bankDay(on.value) : moment.day;
  if (typeof day === 'object') return { core, value: day, moment, parts };
  const reference = session.program.references.get(core.name);
  const behind = reference
    ? behindName(reference, day, moment, trace)
    : { kind: 'none' as const, value: unknown('no-value', core.name) };
  return { core, value: behind.value, moment, parts, behind };
}

/**
 * What stands behind a name, worked out once a session and day, or once a row and day.
 *
 * What it names itself on the same day comes first, so that a chain of definitions needs no depth. Each has a budget
 * of its own: it costs what it costs, whichever rule reads it first.
 */
function behindName(
  reference: Reference,
  day: string | undefined,
  moment: Moment,
  trace: TraceOf,
): Behind {
  const { session } = moment;
  const { program } = session;
  const waiting = [reference];
  const opened = new Set<Reference>();
  for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
    const key = keyOf(next, day);
    const remembered = memoryOf(next, moment);
    if (remembered.has(key)) waiting.pop();
    else if (opened.has(next)) {
      remembered.set(key, behindAnew(next, begunFor(next, moment, day), trace));
      waiting.pop();
    } else {
      opened.add(next);
      for (const name of namesIn(next, day)) {
        const other = program.references.get(name);
        if (other && !opened.has(other) && !memoryOf(other, moment).has(keyOf(other, day)))
          waiting.push(other);
      }
    }
  }
  return memoryOf(reference, moment).get(keyOf(reference, day)) ?? none(reference);
}

/** Where what stands behind a name is kept: for one that reads a row, until another row is read. */
function memoryOf(reference: Reference, { session, bindings }: Moment): Map<string, Behind> {
  const variable = rowOf(reference);
  if (!variable) return session.remembered;
  const { ofRow } = session;
  const row = bindings.get(variable.id);
  if (ofRow.row !== row) {
    ofRow.row = row;
    ofRow.remembered.clear();
  }
  return ofRow.remembered;
}

/** The beginning of what a definition or table comes to, with the row that it reads. */
function begunFor(
  reference: Reference,
  { session, bindings }: Moment,
  day: string | undefined,
): Moment {
  const variable = rowOf(reference);
  const begun = momentOf(session, day);
  return variable
    ? bound(begun, variable, bindings.get(variable.id) ?? unknown('undefined', ''))
    : begun;
}

function behindAnew(reference: Reference, moment: Moment, trace: TraceOf): Behind {
  const { day } = moment;
  switch (reference.kind) {
    case 'parameter': {
      const edition = editionOn(reference.editions, day);
      return edition ? { kind: 'parameter', value: edition.value } : none(reference);
    }
    case 'definition': {
      const edition = editionOn(reference.editions, day);
      if (!edition) return none(reference);
      const { is: expression } = edition;
      return withinWork(
        moment,
        (): Behind => {
          const formula = trace(expression.core, moment);
          return { kind: 'definition', value: formula.value, expression, formula };
        },
        (value) => ({ kind: 'definition', value, expression, formula: undefined }),
      );
    }
    case 'table': {
      const edition = editionOn(reference.editions, day);
      if (!edition) return none(reference);
      return withinWork(
        moment,
        () => tableTrace(reference, edition.rows, moment, trace),
        (value) => ({ kind: 'table', value, inputs: [], rows: [] }),
      );
    }
  }
}

function none({ name }: Reference): Behind {
  return { kind: 'none', value: unknown('no-value', name) };
}

function keyOf({ name }: Reference, day: string | undefined): string {
  return `${name}@${day ?? ''}`;
}

/** The edition of a day; the only one while there is no day yet. */
export function editionOn<T extends { readonly from: string; readonly until?: string }>(
  editions: readonly T[],
  day: string | undefined,
): T | undefined {
  if (day !== undefined) return inForce(editions, day);
  return editions.length === 1 ? editions[0] : undefined;
}

const named = new WeakMap<object, readonly string[]>();

/** What an edition of a definition or table names on its own day. */
function namesIn(reference: Reference, day: string | undefined): readonly string[] {
  const edition = editionOn<Reference['editions'][number]>(reference.editions, day);
  if (!edition) return [];
  const known = named.get(edition);
  if (known) return known;
  const references = coresOf(reference, edition).flatMap((core: Core) => referencesIn(core));
  const names = [...new Set(references.flatMap(({ name, on }) => (on ? [] : [name])))];
  named.set(edition, names);
  return names;
}

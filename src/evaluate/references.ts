import type { Core, ReferenceCore } from '../feel/core.ts';
import { unknown } from '../feel/operations/unknown.ts';
import type { Value } from '../feel/value.ts';
import { inForce, type Reference, rowOf } from '../program/ast.ts';
import { identityOf } from './identity.ts';
import { coresOf, referencesIn } from '../program/walk.ts';
import { dayOf } from './day.ts';
import { withinWork } from './limit.ts';
import { bound, type Moment, momentOf, type Session } from './session.ts';
import { tableTrace } from './table.ts';
import type { Behind, Trace, TraceOf } from './trace.ts';

/** A definition, parameter or table, on the day of the moment or the day that is asked for. */
export function referenceTrace(core: ReferenceCore, moment: Moment, trace: TraceOf): Trace {
  const { session } = moment;
  const args = (core.args ?? []).map((arg) => trace(arg, moment));
  const on = core.on && trace(core.on, moment);
  const parts = on ? [...args, on] : args;
  const day = on ? dayOf(on.value, session.program.setting.zone) : moment.day;
  if (typeof day === 'object') return { core, value: day, moment, parts };
  const reference = session.program.references.get(core.name);
  if (!reference)
    return { core, value: unknown('no-value', core.name), moment, parts, behind: none(core) };
  const behind =
    args.length > 0
      ? behindCall(
          reference,
          day,
          args.map(({ value }) => value),
          moment,
          trace,
        )
      : behindName(reference, day, moment, trace);
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
      for (const name of namesIn(next, day, program)) {
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

/**
 * What stands behind a call with arguments: worked out within the budget of the expression that calls, once for the
 * same arguments and day.
 */
function behindCall(
  reference: Reference,
  day: string | undefined,
  args: readonly Value[],
  { session, work, bindings }: Moment,
  trace: TraceOf,
): Behind {
  if (reference.kind === 'parameter') return none(reference);
  const { row } = reference;
  const own = row && (bindings.get(row.id) ?? unknown('undefined', ''));
  const given = own === undefined ? args : [own, ...args];
  const key = [keyOf(reference, day), ...given.map((arg) => identityOf(arg, work.budget))].join(
    '\n',
  );
  const known = work.called.get(key);
  if (known) return known;
  const begun: Moment = { ...momentOf(session, day), work };
  const outside = row && own !== undefined ? bound(begun, row, own) : begun;
  const inside = reference.takes.reduce(
    (moment, { variable }, index) => bound(moment, variable, args[index] ?? null),
    outside,
  );
  const behind = behindIn(reference, inside, trace);
  work.called.set(key, behind);
  return behind;
}

/** Within a budget of its own; what would take too much to tell is unknown. */
function behindAnew(reference: Reference, moment: Moment, trace: TraceOf): Behind {
  return withinWork(
    moment,
    () => behindIn(reference, moment, trace),
    (value): Behind => {
      if (reference.kind === 'table') return { kind: 'table', value, inputs: [], rows: [] };
      const edition =
        reference.kind === 'definition' ? editionOn(reference.editions, moment.day) : undefined;
      if (!edition) return { kind: 'none', value };
      return { kind: 'definition', value, expression: edition.is, formula: undefined };
    },
  );
}

function behindIn(reference: Reference, moment: Moment, trace: TraceOf): Behind {
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
      const formula = trace(expression.core, moment);
      return { kind: 'definition', value: formula.value, expression, formula };
    }
    case 'table': {
      const edition = editionOn(reference.editions, day);
      return edition ? tableTrace(reference, edition.rows, moment, trace) : none(reference);
    }
  }
}

function none({ name }: Pick<Reference, 'name'>): Behind {
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

/** What an edition of a definition or table names on its own day, through what it calls with arguments too. */
function namesIn(
  reference: Reference,
  day: string | undefined,
  { references }: Session['program'],
): readonly string[] {
  const edition = editionOn<Reference['editions'][number]>(reference.editions, day);
  if (!edition) return [];
  const known = named.get(edition);
  if (known) return known;
  const names = new Set<string>();
  const called = new Set<string>();
  coresOf(reference, edition).forEach(visit);
  const all = [...names];
  named.set(edition, all);
  return all;

  function visit(core: Core): void {
    for (const { name, args, on } of referencesIn(core)) {
      if (on) continue;
      if (!args) names.add(name);
      const callee = args && !called.has(name) ? references.get(name) : undefined;
      if (!callee) continue;
      called.add(name);
      coresOf(callee).forEach(visit);
    }
  }
}

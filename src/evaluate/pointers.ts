import { pointerTo } from '../base/pointer.ts';
import { isContext } from '../dossier/path.ts';
import type { MapCore } from '../feel/core.ts';
import { isList } from '../feel/operations/list.ts';
import type { Given } from './outcome.ts';
import { placeOf, type Trace } from './trace.ts';

/**
 * JSON pointers of the fields that were read, in reading order, through definitions, each once.
 *
 * @param given - what stands for arguments: an argument was read where its caller read it
 */
export function placesRead(traces: readonly Trace[], given?: Given): readonly string[] {
  return [...new Set(traces.flatMap((trace) => pointersIn(trace, given)))];
}

/** JSON pointers of what was put into tables, through definitions and tables: where nothing else was read. */
export function inputsRead(traces: readonly Trace[]): readonly string[] {
  const met = new Set<Trace>();
  const found = new Set<string>();
  traces.forEach(follow);
  return [...found];

  function follow(trace: Trace): void {
    if (met.has(trace)) return;
    met.add(trace);
    const { behind, parts } = trace;
    if (behind?.kind === 'table') {
      for (const place of placesRead(behind.inputs)) found.add(place);
      behind.inputs.forEach(follow);
    }
    if (behind?.kind === 'definition' && behind.formula) follow(behind.formula);
    parts.forEach(follow);
  }
}

/**
 * JSON pointers below a place that were read anywhere in traces, through loops and definitions: those of elements of
 * lists first, which say more than the fields of a head.
 */
export function placesBelow(place: string, traces: readonly Trace[]): readonly string[] {
  const met = new Set<Trace>();
  const found = new Set<string>();
  traces.forEach(follow);
  const [inLists, others] = [true, false].map((wanted) =>
    [...found].filter((one) => /\/\d+(?:\/|$)/u.test(one.slice(place.length)) === wanted),
  );
  return [...(inLists ?? []), ...(others ?? [])];

  function follow(trace: Trace): void {
    if (met.has(trace)) return;
    met.add(trace);
    const { core, behind, parts, rounds } = trace;
    const read = core.kind === 'field' ? placeOf(trace) : undefined;
    if (read?.startsWith(`${place}/`) === true) found.add(read);
    if (behind?.kind === 'definition' && behind.formula) follow(behind.formula);
    parts.forEach(follow);
    rounds?.forEach(follow);
  }
}

const known = new WeakMap<Trace, readonly string[]>();

/** Formulas may name one another many times over: each is gone through once. */
function pointersBehind(formula: Trace): readonly string[] {
  const before = known.get(formula);
  if (before) return before;
  const places = placesRead([formula]);
  known.set(formula, places);
  return places;
}

function pointersIn(trace: Trace, given?: Given): readonly string[] {
  const { core, parts, behind } = trace;
  const inParts = () => parts.flatMap((part) => pointersIn(part, given));
  switch (core.kind) {
    case 'let':
    case 'reference': {
      const inside =
        behind?.kind === 'definition' && behind.formula ? pointersBehind(behind.formula) : [];
      // what is given comes last: the formula reads records themselves
      const asked = core.kind === 'reference' && core.args ? inParts() : [];
      return [...new Set([...inside, ...asked])];
    }
    case 'field': {
      const of = parts[0];
      if (!of) return [];
      const isPlaced = isContext(of.value) && of.value.pointer !== undefined;
      const place = isPlaced ? placeOf(trace) : undefined;
      return place === undefined ? pointersIn(of, given) : [place];
    }
    case 'map': {
      const own = fieldPlaces(core, parts[0]);
      return own.length > 0 ? own : inParts();
    }
    case 'filter':
    case 'quantifier':
    case 'position': {
      const [list] = parts;
      if (!list) return [];
      const read = pointersIn(list, given);
      return read.length > 0 || !isList(list.value) ? read : [list.value.pointer ?? ''];
    }
    case 'variable': {
      const argument = given?.get(core.variable.id);
      // a record that was given is read field by field
      return argument && !isContext(trace.value) ? pointersIn(argument.trace) : [];
    }
    default:
      return inParts();
  }
}

/** Of `list.field`, the field of each element. */
function fieldPlaces({ variable, returns }: MapCore, list: Trace | undefined): readonly string[] {
  if (!variable.implicit || returns.kind !== 'field' || !isList(list?.value)) return [];
  const { name } = returns.field;
  return list.value.items.flatMap((item) =>
    isContext(item) && item.pointer !== undefined ? [pointerTo(item.pointer, name)] : [],
  );
}

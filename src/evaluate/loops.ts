import type { FilterCore, MapCore, PositionCore, QuantifierCore, Variable } from '../feel/core.ts';
import { atMost, spend } from '../feel/operations/limits.ts';
import { chosenFrom, isList, list, placeOfList } from '../feel/operations/list.ts';
import { nothing, type Truth } from '../feel/operations/operating.ts';
import { allOf, andMember, anyOf, negationOf } from '../feel/operations/truth.ts';
import { isUnknown, union, unknown, unsureOf } from '../feel/operations/unknown.ts';
import { isKind, type List, type Unknown, type Value } from '../feel/value.ts';
import { toWhole } from '../values/rational.ts';
import { bound, type Moment } from './session.ts';
import { placeOf, type Trace, type TraceOf } from './trace.ts';
import { isTrue } from './truth.ts';

/** Elements whose condition is true, and those where it is unknown as perhaps there. */
export function filterTrace(core: FilterCore, moment: Moment, trace: TraceOf): Trace {
  const of = trace(core.list, moment);
  const target = listIn(of);
  if (isUnknown(target)) return { core, value: target, moment, parts: [of] };
  const rounds = around(target, core.variable, core.condition, moment, trace);
  const items: Value[] = [];
  const maybe: (Unknown | undefined)[] = [];
  for (const [index, round] of rounds.entries()) {
    const truth = allOf([isTrue(round, moment.work), target.maybe?.[index] ?? true]);
    if (truth === false || truth === null) continue;
    items.push(target.items[index] ?? null);
    maybe.push(truth === true ? undefined : truth);
  }
  const isSure = maybe.every((reason) => reason === undefined);
  const value: List = isSure ? chosenFrom(target, items) : { kind: 'list', items, maybe };
  return { core, value, moment, parts: [of], rounds };
}

/** An element that may not belong counts only where it would decide. */
export function quantifierTrace(core: QuantifierCore, moment: Moment, trace: TraceOf): Trace {
  const of = trace(core.list, moment);
  const target = listIn(of);
  if (isUnknown(target)) return { core, value: target, moment, parts: [of] };
  const rounds = around(target, core.variable, core.satisfies, moment, trace);
  const isSome = core.quantifier === 'some';
  const found = anyOf(
    rounds.map((round, index): Truth => {
      const truth = isTrue(round, moment.work);
      return andMember(target.maybe?.[index], isSome ? truth : negationOf(truth));
    }),
  );
  return { core, value: isSome ? found : negationOf(found), moment, parts: [of], rounds };
}

/** The element at a position counted from 1, or from the end where negative. */
export function positionTrace(core: PositionCore, moment: Moment, trace: TraceOf): Trace {
  const of = trace(core.list, moment);
  const position = trace(core.position, moment);
  return { core, value: elementAt(of, position, moment), moment, parts: [of, position] };
}

function elementAt(of: Trace, { value: position }: Trace, moment: Moment): Value {
  const target = listIn(of);
  const missing = union([target, position].filter(isUnknown));
  if (missing || isUnknown(target)) return missing ?? target;
  const unsure = unsureOf(target);
  if (unsure) return unsure;
  const isNumber = isKind(position, 'number');
  const index = isNumber ? toWhole(position) : undefined;
  if (index === undefined || index === 0) return nothing(moment.work, position);
  const item = target.items.at(index > 0 ? index - 1 : index);
  if (item !== undefined && Math.abs(index) <= target.items.length) return item;
  return unknown('empty', placeOfList(target));
}

export function mapTrace(core: MapCore, moment: Moment, trace: TraceOf): Trace {
  const of = trace(core.list, moment);
  const isPath = core.variable.implicit === true;
  // the list of a record that was verified to be none has no fields either
  if (isPath && of.value === null) return { core, value: null, moment, parts: [of] };
  const target = listIn(of);
  if (isUnknown(target)) return { core, value: target, moment, parts: [of] };
  const rounds = around(target, core.variable, core.returns, moment, trace);
  const results = rounds.map(({ value }) => value);
  return { core, value: mapped(core, results, target), moment, parts: [of], rounds };
}

/** The fields of elements are unsure of the same elements; any other loop over unsure elements comes to nothing known. */
function mapped({ variable, joined }: MapCore, results: readonly Value[], target: List): Value {
  const { maybe } = target;
  if (variable.implicit) return { ...chosenFrom(target, results), ...(maybe && { maybe }) };
  return joined ? joinedOf(results, target) : (unsureOf(target) ?? list(results));
}

/** The results of an inner loop in one list; unknown where it is, or which elements there are. */
function joinedOf(values: readonly Value[], { maybe }: List): Value {
  const all: Value[] = [];
  const unknowns: Unknown[] = [];
  for (const [index, value] of values.entries()) {
    const items = isList(value) ? value.items : [];
    const reason = maybe?.[index];
    if (reason && (isUnknown(value) || items.length > 0)) unknowns.push(reason);
    if (isUnknown(value)) unknowns.push(value);
    atMost('elements', all.length + items.length);
    for (const item of items) all.push(item);
  }
  return union(unknowns) ?? list(all);
}

/** Once around for each element of a list. */
function around(
  { items }: List,
  variable: Variable,
  core: Trace['core'],
  moment: Moment,
  trace: TraceOf,
): readonly Trace[] {
  return items.map((item) => {
    spend(moment.work.budget, 1);
    return trace(core, bound(moment, variable, item));
  });
}

/** What a loop runs over; unknown where that is, or was verified to be none. */
function listIn(trace: Trace): List | Unknown {
  const { value } = trace;
  if (isList(value) || isUnknown(value)) return value;
  return unknown('undefined', placeOf(trace) ?? '');
}

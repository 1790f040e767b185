import { spendOnElements, spendOnList } from './costs.ts';
import type { Budget } from './limits.ts';
import type { List, Missing, MissingReason, Unknown, Value } from '../value.ts';

export function unknown(why: MissingReason, pointer: string): Unknown {
  return { kind: 'unknown', missing: [{ why, pointer }] };
}

export function isUnknown(value: Value | undefined): value is Unknown {
  return typeof value === 'object' && value !== null && value.kind === 'unknown';
}

/** One unknown for several, each pointer once, in order; undefined when there are none. */
export function union(unknowns: Iterable<Unknown>): Unknown | undefined {
  // the same unknown often comes from many elements of a list
  const [first, ...others] = new Set(unknowns);
  if (!first || others.length === 0) return first;
  const byPointer = new Map<string, Missing>();
  for (const { missing } of [first, ...others]) {
    for (const one of missing) if (!byPointer.has(one.pointer)) byPointer.set(one.pointer, one);
  }
  return { kind: 'unknown', missing: [...byPointer.values()] };
}

/** What is missing, each place once, in order. */
export function distinct(missing: readonly Missing[]): readonly Missing[] {
  const pointers = new Set<string>();
  return missing.filter(({ pointer }) => {
    const isNew = !pointers.has(pointer);
    pointers.add(pointer);
    return isNew;
  });
}

/** The unknowns among values, as one. */
export function unknownAmong(values: readonly Value[], budget: Budget): Unknown | undefined {
  const unknowns = values.filter(isUnknown);
  const [first] = unknowns;
  if (!first || unknowns.length === 1) return first;
  for (const { missing } of unknowns) spendOnElements(budget, 2 * missing.length);
  return union(unknowns);
}

/** Why it cannot be told which elements a list has. */
export function unsureOf(list: List): Unknown | undefined {
  return list.maybe && union(list.maybe.filter((reason) => reason !== undefined));
}

/** All that is unknown in a value and in the lists and contexts inside it. */
export function unknownWithin(value: Value, budget: Budget): Unknown | undefined {
  const found: Unknown[] = [];
  gather(value, found, 0, budget);
  return union(found);
}

function gather(value: Value, found: Unknown[], depth: number, budget: Budget): void {
  if (typeof value !== 'object' || value === null || depth > 100) return;
  if (value.kind === 'unknown') found.push(value);
  if (value.kind === 'context') {
    spendOnElements(budget, value.entries.size);
    for (const inner of value.entries.values()) gather(inner, found, depth + 1, budget);
  }
  if (value.kind === 'list') {
    spendOnList(budget, value);
    const unsure = unsureOf(value);
    if (unsure) found.push(unsure);
    for (const item of value.items) gather(item, found, depth + 1, budget);
  }
  if (value.kind === 'range') {
    gather(value.low ?? null, found, depth + 1, budget);
    gather(value.high ?? null, found, depth + 1, budget);
  }
}

import { type Budget, spend } from '../feel/operations/limits.ts';
import type { Value } from '../feel/value.ts';

const known = new WeakMap<object, string>();
let counted = 0;

/** The same text for values that nothing can tell apart: a record of the file by its place, all else by what it is. */
export function identityOf(value: Value, budget: Budget): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  switch (value.kind) {
    case 'number':
      return `${value.n}/${value.d}`;
    case 'list':
    case 'context':
      return value.pointer === undefined ? ofComposed(value, budget) : `at ${value.pointer}`;
    case 'range':
    case 'function':
      return counting(value);
    default:
      return JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'bigint' ? `${part}n` : part,
      );
  }
}

/** A list or record that was computed: long ones are told apart by which one it is. */
function ofComposed(value: Extract<Value, { kind: 'list' | 'context' }>, budget: Budget): string {
  const items = value.kind === 'list' ? value.items : [...value.entries.values()];
  if (items.length > mostCompared || (value.kind === 'list' && value.maybe)) return counting(value);
  spend(budget, items.length);
  return `${value.kind} ${items.map((item) => identityOf(item, budget)).join(' ')}`;
}

/** Elements that are looked at, at most. */
const mostCompared = 50;

function counting(value: object): string {
  const before = known.get(value);
  if (before !== undefined) return before;
  counted += 1;
  const identity = `value ${counted}`;
  known.set(value, identity);
  return identity;
}

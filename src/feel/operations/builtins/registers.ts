import { whole } from '../../../values/rational.ts';
import { printDate } from '../../../values/temporal-text.ts';
import type { List, Unknown, Value } from '../../value.ts';
import { spendOnCharacters, spendOnDigits, spendOnList, spendOnOrder } from '../costs.ts';
import { equalityOf } from '../equality.ts';
import { type Builtins, form } from '../form.ts';
import { spend } from '../limits.ts';
import { isRules, type Operating } from '../operating.ts';
import { orderOf } from '../order.ts';
import { isUnknown, union, unknown, unsureOf } from '../unknown.ts';

/** Functions of long lists: values that repeat, and order. Each goes through a list once. */
export const registerBuiltins = {
  occurrences: [
    form(['list', 'value'], ['list', 'any'], ([of, value], within) => timesIn(of, value, within), {
      mayBeUnknown: 'all',
    }),
  ],
  'is sorted': [
    form(['list'], ['list'], ([of], within) => isSorted(of, within), { mayBeUnknown: 'all' }),
  ],
} satisfies Builtins;

/** How often each value of a list occurs in it; the values that have no key are compared one by one. */
interface Tally {
  readonly counts: ReadonlyMap<string, number>;
  readonly others: readonly Value[];
  /** Elements that are not known, or may not belong to the list. */
  readonly missing: Unknown | undefined;
}

/** By the elements of the list: each row of a register asks for its own value. */
const tallies = new WeakMap<readonly Value[], Tally>();

function timesIn(of: List, value: Value, within: Operating): Value | undefined {
  if (isUnknown(value)) return value;
  if (value === null) return undefined;
  const known = tallies.get(of.items);
  const tally = known ?? tallyOf(of, within);
  tallies.set(of.items, tally);
  const { counts, others, missing } = tally;
  if (missing) return missing;
  spend(within.budget, 1 + others.length);
  const key = keyOf(value, within);
  if (key !== undefined) return whole(counts.get(key) ?? 0);
  return whole(others.filter((one) => equalityOf(one, value, within) === true).length);
}

function tallyOf(of: List, within: Operating): Tally {
  spendOnList(within.budget, of);
  const counts = new Map<string, number>();
  const others: Value[] = [];
  const unknowns: Unknown[] = [];
  for (const item of of.items) {
    if (isUnknown(item)) unknowns.push(item);
    // what was verified to be none is equal to no value
    else if (item !== null) {
      const key = keyOf(item, within);
      if (key === undefined) others.push(item);
      else counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const unsure = unsureOf(of);
  return { counts, others, missing: union(unsure ? [unsure, ...unknowns] : unknowns) };
}

/** What values have in common if and only if they are equal; undefined for one that has no such text. */
function keyOf(value: Value, { budget }: Operating): string | undefined {
  if (typeof value === 'string') {
    spendOnCharacters(budget, value.length);
    return `"${value}`;
  }
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return undefined;
  switch (value.kind) {
    case 'number':
      spendOnDigits(budget, value);
      return `${value.n}/${value.d}`;
    case 'date':
      return printDate(value);
    default:
      return undefined;
  }
}

/** Whether no element comes before one that stands in front of it; false where two that are known do. */
function isSorted(of: List, within: Operating): Value | undefined {
  spendOnList(within.budget, of);
  const unknowns: Unknown[] = [];
  let highest: Value | undefined;
  for (const [index, item] of of.items.entries()) {
    const doubt = of.maybe?.[index];
    if (item === null && !isRules(within)) return undefined;
    if (doubt) unknowns.push(doubt);
    else if (isUnknown(item)) unknowns.push(item);
    else if (item === null) unknowns.push(unknown('undefined', ''));
    else {
      spendOnOrder(within.budget, item, highest);
      const order = orderOf(item, highest ?? item);
      if (order === undefined) return undefined;
      if (order < 0) return false;
      highest = item;
    }
  }
  return union(unknowns) ?? true;
}

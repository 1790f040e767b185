import { toWhole, whole } from '../../../values/rational.ts';
import { isKind, type FunctionValue, type List, type Unknown, type Value } from '../../value.ts';
import { equalityOf } from '../equality.ts';
import { type Operating, type Truth, isRules, truthOf } from '../operating.ts';
import { type Builtins, type Form, form } from '../form.ts';
import {
  spendOnCharacters,
  spendOnDigits,
  spendOnElements,
  spendOnList,
  spendOnOrder,
} from '../costs.ts';
import { type Budget, spend } from '../limits.ts';
import { list, listLike, placeOfList } from '../list.ts';
import { orderOf } from '../order.ts';
import { allOf, andMember, anyOf } from '../truth.ts';
import { isUnknown, union, unknown, unsureOf } from '../unknown.ts';

const inside = { mayBeUnknown: 'inside' } as const;

export const listBuiltins = {
  'list contains': [
    form(
      ['list', 'element'],
      ['list', 'any'],
      ([of, element], within) => anyOf(areElement(of, element, within)),
      { mayBeUnknown: 'all' },
    ),
  ],
  count: [form(['list'], ['list'], ([of]) => whole(of.items.length), inside)],
  min: [extreme((order) => order < 0)],
  max: [extreme((order) => order > 0)],
  all: [truthOfAll(allOf)],
  any: [truthOfAll(anyOf)],
  sublist: [
    form(
      ['list', 'start position', 'length'],
      ['list', 'number', 'number?'],
      ([of, start, length], { budget }) => {
        spendOnList(budget, of);
        const from = startOf(start, of.items.length);
        const count = length && integerOf(length);
        if (from === undefined || (length && (count === undefined || count < 1))) return undefined;
        if (count !== undefined && from + count > of.items.length) return undefined;
        return listLike(of, of.items.slice(from, count === undefined ? undefined : from + count));
      },
      inside,
    ),
  ],
  append: [
    form(
      ['list', 'item'],
      ['list', 'list'],
      ([of, more], { budget }) => {
        spendOnElements(budget, of.items.length + more.items.length);
        return listLike(of, [...of.items, ...more.items]);
      },
      { spread: 'rest', mayBeUnknown: 'inside' },
    ),
  ],
  concatenate: [
    form(['list'], ['list'], ([of], within) => concatenated(of, within), {
      spread: 'rest',
      mayBeUnknown: 'all',
    }),
  ],
  'insert before': [
    form(
      ['list', 'position', 'newItem'],
      ['list', 'number', 'any'],
      ([of, position, item], { budget }) => {
        spendOnList(budget, of);
        const at = startOf(position, of.items.length);
        return at === undefined ? undefined : listLike(of, of.items.toSpliced(at, 0, item));
      },
      inside,
    ),
  ],
  remove: [
    form(
      ['list', 'position'],
      ['list', 'number'],
      ([of, position], { budget }) => {
        spendOnList(budget, of);
        const at = startOf(position, of.items.length);
        return at === undefined ? undefined : listLike(of, of.items.toSpliced(at, 1));
      },
      inside,
    ),
  ],
  'list replace': [
    form(
      ['list', 'position', 'newItem'],
      ['list', 'number', 'any'],
      ([of, position, item], { budget }) => {
        spendOnList(budget, of);
        const at = startOf(position, of.items.length);
        return at === undefined ? undefined : listLike(of, of.items.with(at, item));
      },
      inside,
    ),
    form(['list', 'match', 'newItem'], ['list', 'function', 'any'], replaceMatching),
  ],
  reverse: [
    form(
      ['list'],
      ['list'],
      ([of], { budget }) => {
        spendOnList(budget, of);
        return listLike(of, of.items.toReversed());
      },
      inside,
    ),
  ],
  'index of': [
    form(['list', 'match'], ['list', 'any'], ([of, match], within) => {
      const truths = [...areElement(of, match, within)];
      const found = truths.flatMap((truth, index) => (truth === true ? [whole(index + 1)] : []));
      return union(truths.filter(isUnknown)) ?? list(found);
    }),
  ],
  union: [
    form(
      ['list'],
      ['list'],
      ([of], within) => {
        const all = concatenated(of, within);
        return isKind(all, 'list') ? distinct(all, within) : all;
      },
      { spread: 'rest' },
    ),
  ],
  'distinct values': [form(['list'], ['list'], ([of], within) => distinct(of, within))],
  flatten: [form(['list'], ['list'], ([of], within) => list(flattened(of, within)))],
  sort: [
    form(['list', 'precedes'], ['list', 'function?'], ([of, precedes], within) =>
      precedes ? sorted(of, precedes, within) : sortedByOrder(of, within.budget),
    ),
  ],
} satisfies Builtins;

/** Where a position counted from 1, or from the end where negative, lies; parts after the point are cut off. */
function startOf(
  position: { readonly n: bigint; readonly d: bigint },
  length: number,
): number | undefined {
  const at = integerOf(position);
  if (at === undefined || at === 0 || Math.abs(at) > length) return undefined;
  return at > 0 ? at - 1 : length + at;
}

function integerOf({ n, d }: { readonly n: bigint; readonly d: bigint }): number | undefined {
  return toWhole(whole(n / d));
}

/** Of each element whether it is the value. */
function* areElement(of: List, value: Value, within: Operating): Generator<Truth> {
  for (const [index, item] of of.items.entries()) {
    yield andMember(of.maybe?.[index], same(item, value, within));
  }
}

/** Equal as elements of lists are: null equals null, and values of two kinds are unequal. */
function same(a: Value, b: Value, within: Operating): Truth {
  if (isUnknown(a)) return a;
  if (isUnknown(b)) return b;
  if (a === null || b === null) return a === b;
  const truth = equalityOf(a, b, within);
  return truth === null ? false : truth;
}

function extreme(isBetter: (order: number) => boolean): Form {
  return form(
    ['list'],
    ['list'],
    ([of], within) => {
      const [first, ...others] = of.items;
      if (first === undefined)
        return isRules(within) ? unknown('empty', placeOfList(of)) : undefined;
      let best = first;
      if (orderOf(best, best) === undefined) return undefined;
      spendOnElements(within.budget, 2 * of.items.length);
      for (const item of others) {
        spendOnOrder(within.budget, item, best);
        const order = orderOf(item, best);
        if (order === undefined) return undefined;
        if (isBetter(order)) best = item;
      }
      return best;
    },
    { spread: 'list' },
  );
}

function truthOfAll(combine: (truths: readonly Truth[]) => Truth): Form {
  return form(
    ['list'],
    ['list'],
    ([of], within) => {
      spendOnList(within.budget, of);
      const truths = of.items.map((item) => truthOf(item, within));
      return combine(truths);
    },
    { spread: 'list', mayBeUnknown: 'inside' },
  );
}

/** The elements of several lists; unknown where one of them is, or which elements it has. */
function concatenated({ items }: List, within: Operating): Value | undefined {
  const all: Value[] = [];
  const unknowns: Unknown[] = [];
  for (const one of items) {
    if (isUnknown(one)) unknowns.push(one);
    else if (isKind(one, 'list')) {
      spendOnList(within.budget, one);
      const unsure = unsureOf(one);
      if (unsure) unknowns.push(unsure);
      for (const item of one.items) all.push(item);
    } else if (one === null || isRules(within)) return undefined;
    else all.push(one);
  }
  return union(unknowns) ?? list(all);
}

function distinct(of: List, within: Operating): Value {
  spendOnList(within.budget, of);
  const kept: Value[] = [];
  const unknowns: Unknown[] = [];
  const simple = new Set<string>();
  for (const item of of.items) {
    const key = simpleKey(item, within);
    const truth = key === undefined ? anyOf(areSame(kept, item, within)) : simple.has(key);
    if (isUnknown(truth)) unknowns.push(truth);
    if (truth === true) continue;
    kept.push(item);
    if (key !== undefined) simple.add(key);
  }
  return union(unknowns) ?? list(kept);
}

/** What only values that are the same have in common, for those that need not be compared one by one. */
function simpleKey(value: Value, { budget }: Operating): string | undefined {
  if (typeof value === 'string') {
    spendOnCharacters(budget, value.length);
    return `"${value}`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if (value.kind !== 'number') return undefined;
  spendOnDigits(budget, value);
  return `${value.n}/${value.d}`;
}

function* areSame(kept: readonly Value[], item: Value, within: Operating): Generator<Truth> {
  for (const one of kept) yield same(one, item, within);
}

function flattened({ items }: List, within: Operating, all: Value[] = []): readonly Value[] {
  spend(within.budget, 1);
  spendOnElements(within.budget, items.length);
  for (const item of items) {
    if (isKind(item, 'list')) flattened(item, within, all);
    else all.push(item);
  }
  return all;
}

function replaceMatching(
  [of, match, newItem]: readonly [List, FunctionValue, Value],
  within: Operating,
): Value | undefined {
  if (match.parameters && match.parameters.length !== 2) return undefined;
  const matched = of.items.map((item) => {
    spend(within.budget, 1);
    return match.call([item, newItem]);
  });
  const missing = union(matched.filter(isUnknown));
  if (missing) return missing;
  if (!matched.every((truth) => typeof truth === 'boolean')) return undefined;
  return list(of.items.map((item, index) => (matched[index] === true ? newItem : item)));
}

function sorted(of: List, precedes: FunctionValue, within: Operating): Value | undefined {
  const strange: Value[] = [];
  const comesFirst = (a: Value, b: Value) => {
    spend(within.budget, 1);
    const truth = precedes.call([a, b]);
    if (typeof truth !== 'boolean') strange.push(truth);
    return truth === true;
  };
  const items = of.items.toSorted((a, b) => (comesFirst(a, b) ? -1 : comesFirst(b, a) ? 1 : 0));
  return strange.length === 0 ? list(items) : union(strange.filter(isUnknown));
}

function sortedByOrder(of: List, budget: Budget): Value | undefined {
  const [first] = of.items;
  spendOnElements(budget, of.items.length * Math.log2(of.items.length + 1));
  if (first !== undefined && of.items.some((item) => orderOf(item, first) === undefined))
    return undefined;
  const compared = (a: Value, b: Value) => {
    spendOnOrder(budget, a, b);
    return orderOf(a, b) ?? 0;
  };
  return listLike(of, of.items.toSorted(compared));
}

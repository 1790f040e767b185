import { toWhole, whole } from '../../values/rational.ts';
import { dateOfEpochDay, epochDay } from '../../values/temporal.ts';
import type { Filter, For, Iterator, Quantifier, Syntax } from '../syntax.ts';
import { isKind, type List, type Unknown, type Value } from '../value.ts';
import { list, listLike, placeOfList } from '../operations/list.ts';
import { spendOnElements, spendOnList } from '../operations/costs.ts';
import { type Truth, isRules, nothing, truthOf } from '../operations/operating.ts';
import type { Evaluation } from './evaluation.ts';
import { atMost, spend } from '../operations/limits.ts';
import { placedTruth, pointerOfPart, truthAt } from './places.ts';
import { fieldsOf, type Scope, scopesInside, withNames } from './scope.ts';
import { allOf, andMember, anyOf, negationOf } from '../operations/truth.ts';
import { isUnknown, union, unknown, unknownAmong, unsureOf } from '../operations/unknown.ts';

/** `of[by]` */
export function filterOf(node: Filter, within: Evaluation): Value {
  const of = within.evaluate(node.of, within);
  const target = asList(of, within);
  if (!target) return nothing(within, of);
  spendOnList(within.budget, target);
  const scopeOf = scopesInside(within.scope, target);
  const inside = (scope: Scope) => within.evaluate(node.by, { ...within, scope });
  // Whether `by` is a position or a condition is told by what it is for the first element, or without any.
  const [element] = target.items;
  const firstScope = element === undefined ? scopeWithoutElement(target, within) : scopeOf(element);
  const first = inside(firstScope);
  if (isKind(first, 'number')) {
    // in rules a position is the same for all elements: what it names lies outside of them
    const position = isRules(within) ? within.evaluate(node.by, within) : first;
    return elementAt(target, position, within);
  }
  if (first !== null && typeof first !== 'boolean' && !isUnknown(first))
    return nothing(within, first);
  const values: Value[] = [first];
  for (const item of target.items.slice(1)) {
    spend(within.budget, 1);
    values.push(inside(scopeOf(item)));
  }
  if (isRules(within) && !values.some(isTruth) && !isCondition(node.by)) {
    const position = within.evaluate(node.by, within);
    if (isKind(position, 'number')) return elementAt(target, position, within);
    const mayBePosition = !isTruth(position) && !namesElement(node.by, target, within.scope);
    if (mayBePosition)
      return isUnknown(position)
        ? position
        : truthOf(position, within, pointerOfPart(node.by, within));
  }
  const truths = target.items.map((item, index) => {
    const value = values[index] ?? null;
    const scope = index === 0 ? firstScope : value === null ? scopeOf(item) : within.scope;
    return placedTruth(value, node.by, { ...within, scope });
  });
  return kept(target, truths);
}

function isTruth(value: Value): boolean {
  return typeof value === 'boolean';
}

/** Whether an expression, of which the value is not known, is none that could be a position. */
function isCondition(by: Syntax): boolean {
  switch (by.kind) {
    case 'boolean':
    case 'comparison':
    case 'logic':
    case 'quantifier':
    case 'between':
    case 'membership':
    case 'instance-of':
      return true;
    case 'if':
      return isCondition(by.yes) && isCondition(by.no);
    case 'call':
      return by.callee.kind === 'name' && givingTruth.has(by.callee.name);
    default:
      return false;
  }
}

/** Whether a name or path can only be of the elements: outside, its name means nothing. */
function namesElement(by: Syntax, target: List, scope: Scope): boolean {
  if (by.kind === 'path') return namesElement(by.of, target, scope);
  if (by.kind !== 'name') return false;
  if (by.name === 'item') return true;
  return (fieldsOf(target)?.has(by.name) ?? false) && scope.get(by.name) === undefined;
}

/** Built-in functions that say whether something is so. */
const givingTruth: ReadonlySet<string> = new Set([
  'all',
  'any',
  'contains',
  'ends with',
  'even',
  'is',
  'is sorted',
  'is valid credit code',
  'is valid resident id',
  'list contains',
  'matches',
  'not',
  'odd',
  'starts with',
]);

/** `for … return …` */
export function forOf(node: For, within: Evaluation): Value {
  const results: Value[] = [];
  const unknowns: Unknown[] = [];
  const looksBack = usesPartial(node);
  const isWhole = each(node.iterators, within, (inside, maybe, missing) => {
    unknowns.push(...[maybe, missing].filter((one) => one !== undefined));
    if (missing) return;
    const partial = looksBack ? new Map([['partial', list(results.slice())]]) : undefined;
    const scope = partial ? withNames(inside.scope, partial) : inside.scope;
    if (looksBack) spendOnElements(within.budget, results.length);
    results.push(within.evaluate(node.returns, { ...inside, scope }));
    atMost('elements', results.length);
  });
  if (!isWhole) return nothing(within);
  return union(unknowns) ?? list(results);
}

/** `some … satisfies …`, `every … satisfies …`: an element that may not belong counts only where it would decide. */
export function quantifierOf(node: Quantifier, within: Evaluation): Truth {
  const truths: Truth[] = [];
  const isWhole = each(node.iterators, within, (inside, maybe, missing) => {
    const truth = missing ?? truthAt(node.satisfies, inside);
    truths.push(andMember(maybe, node.quantifier === 'some' ? truth : negationOf(truth)));
  });
  if (!isWhole) return nothing(within);
  const found = anyOf(truths);
  return node.quantifier === 'some' ? found : negationOf(found);
}

/** A value where a list is wanted: DMN takes another for a list of it. */
function asList(value: Value, within: Evaluation): List | undefined {
  if (isKind(value, 'list')) return value;
  if (value === null || isUnknown(value) || isRules(within)) return undefined;
  return list([value]);
}

/** The element at a position counted from 1, or from the end where negative. */
function elementAt(target: List, position: Value, within: Evaluation): Value {
  const missing = unknownAmong([position], within.budget) ?? unsureOf(target);
  if (missing) return missing;
  const index = isKind(position, 'number') ? toWhole(position) : undefined;
  if (index === undefined || index === 0) return nothing(within, position);
  const item = target.items.at(index > 0 ? index - 1 : index);
  if (item !== undefined && Math.abs(index) <= target.items.length) return item;
  return isRules(within) ? unknown('empty', placeOfList(target)) : null;
}

/** Elements whose condition is true, and those where it is unknown as perhaps there. */
function kept(target: List, truths: readonly Truth[]): List {
  const items: Value[] = [];
  const maybe: (Unknown | undefined)[] = [];
  for (const [index, own] of truths.entries()) {
    const truth = allOf([own, target.maybe?.[index] ?? true]);
    if (truth === false || truth === null) continue;
    items.push(target.items[index] ?? null);
    maybe.push(truth === true ? undefined : truth);
  }
  const isSure = maybe.every((reason) => reason === undefined);
  return isSure ? listLike(target, items) : { ...listLike(target, items), maybe };
}

/** What `item`, and a field of it, stands for in a filter of an empty list. */
function scopeWithoutElement(target: List, within: Evaluation): Scope {
  const nobody: Value = isRules(within) ? unknown('empty', placeOfList(target)) : null;
  const names = new Map([...(target.fields ?? []), 'item'].map((name) => [name, nobody]));
  return withNames(within.scope, names);
}

type Visit = (inside: Evaluation, maybe: Unknown | undefined, missing: Unknown | undefined) => void;

/**
 * Runs through all combinations, the last iterator fastest.
 *
 * `visit` is told why the combination may not be there, and what is unknown where its list is.
 *
 * @returns false where one of the lists is none at all, which DMN reads as null
 */
function each(
  [iterator, ...inner]: readonly Iterator[],
  within: Evaluation,
  visit: Visit,
  maybe?: Unknown,
): boolean {
  if (!iterator) {
    visit(within, maybe, undefined);
    return true;
  }
  const over = domainOf(iterator, within);
  if (over === null) return false;
  if (isUnknown(over)) {
    visit(within, maybe, over);
    return true;
  }
  return over.items.every((item, index) => {
    spend(within.budget, 1);
    const scope = withNames(within.scope, new Map([[iterator.name, item]]));
    const reason = union([maybe, over.maybe?.[index]].filter((one) => one !== undefined));
    return each(inner, { ...within, scope }, visit, reason);
  });
}

/** What an iterator runs over. */
function domainOf(iterator: Iterator, within: Evaluation): List | null | Unknown {
  const from = within.evaluate(iterator.of, within);
  if (!iterator.to) {
    if (isUnknown(from)) return from;
    if (isKind(from, 'range')) return rangeDomain(from, within);
    return asList(from, within) ?? nothing(within, from);
  }
  const to = within.evaluate(iterator.to, within);
  return unknownAmong([from, to], within.budget) ?? run(from, to, within);
}

/** `for i in [1..5]`: the whole numbers or days of the range. */
function rangeDomain(
  range: Extract<Value, { kind: 'range' }>,
  within: Evaluation,
): List | null | Unknown {
  const { low, high, lowIncluded, highIncluded } = range;
  if (low === undefined || high === undefined) return nothing(within);
  const all = unknownAmong([low, high], within.budget) ?? run(low, high, within);
  if (all === null || isUnknown(all)) return all;
  return list(all.items.slice(lowIncluded ? 0 : 1, highIncluded ? undefined : -1));
}

/** The whole numbers, or the days, from one to the other, upwards or downwards. */
function run(from: Value, to: Value, within: Evaluation): List | null | Unknown {
  if (isKind(from, 'number') && isKind(to, 'number')) {
    const [a, b] = [toWhole(from), toWhole(to)];
    if (a === undefined || b === undefined) return nothing(within);
    return steps(a, b, (n) => whole(n), within);
  }
  const areDates = [from, to].every((end) => isKind(end, 'date'));
  if (!areDates || typeof from !== 'object' || typeof to !== 'object') return nothing(within);
  if (from?.kind !== 'date' || to?.kind !== 'date') return nothing(within);
  return steps(epochDay(from), epochDay(to), (day) => dateOfEpochDay(day) ?? null, within);
}

function steps(from: number, to: number, make: (n: number) => Value, { budget }: Evaluation): List {
  const length = Math.abs(to - from) + 1;
  atMost('elements', length);
  spend(budget, length / 4);
  const sign = to < from ? -1 : 1;
  return list(Array.from({ length }, (_, index) => make(from + sign * index)));
}

const partials = new WeakMap<For, boolean>();

/** Whether a loop looks back at its own results, so that others need not copy them each time. */
function usesPartial(node: For): boolean {
  const before = partials.get(node);
  if (before !== undefined) return before;
  const found = mentions(node.returns);
  partials.set(node, found);
  return found;
}

function mentions(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('kind' in part && part.kind === 'name' && 'name' in part && part.name === 'partial')
    return true;
  return Object.values(part).some(mentions);
}

import { unreachable } from '../base/invariant.ts';
import type { Core, TestCore } from '../feel/core.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { ComparisonOperator } from '../feel/syntax.ts';
import { isKind, type Value } from '../feel/value.ts';
import { compare } from '../values/rational.ts';
import { bit, type Domain, firstWord, noneOf, ordinalOf, type Parts } from './domain.ts';

/** What an expression of a cell is worth on the days that are looked at; undefined where a file would have to tell. */
export type ValueOf = (core: Core) => Value | undefined;

/** All that the tests of a cell compare their input with; undefined for a cell that asks anything else. */
export function valuesIn(
  tests: readonly TestCore[],
  valueOf: ValueOf,
): readonly Value[] | undefined {
  const found: Value[] = [];
  for (const core of coresOf(tests)) {
    const value = core && valueOf(core);
    if (value === undefined || isUnknown(value)) return undefined;
    const items = isKind(value, 'list') ? value.items : [value];
    if (!items.every(isComparable)) return undefined;
    found.push(...items);
  }
  return found;
}

/** The parts of its column for which a cell holds; undefined for a cell that cannot be read. */
export function partsOfCell(
  tests: readonly TestCore[],
  domain: Domain,
  valueOf: ValueOf,
): Parts | undefined {
  let parts = 0n;
  for (const test of tests) {
    const found = partsOf(test, domain, valueOf);
    if (found === undefined) return undefined;
    parts |= found;
  }
  return parts;
}

function partsOf(test: TestCore, domain: Domain, valueOf: ValueOf): Parts | undefined {
  const { all } = domain;
  const none = noneOf(domain);
  switch (test.kind) {
    case 'any':
      return all;
    case 'none':
      return none & all;
    case 'not': {
      const parts = partsOfCell(test.tests, domain, valueOf);
      if (parts === undefined) return undefined;
      // a field that is none has no place in the order or among the words: only `null` asks for it
      const speaksOfNone = test.tests.some((one) => one.kind === 'none');
      return all & ~parts & ~(speaksOfNone ? 0n : none);
    }
    case 'equal':
      return compared('=', valueOf(test.value));
    case 'compare':
      return compared(test.operator, valueOf(test.to));
    case 'inside': {
      const list = valueOf(test.list);
      if (typeof list !== 'object' || list?.kind !== 'list') return undefined;
      const found = list.items.map((item) => compared('=', item));
      return found.every((parts) => parts !== undefined)
        ? found.reduce((sum, parts) => sum | parts, 0n)
        : undefined;
    }
    case 'range': {
      const low = test.low ? compared(test.lowIncluded ? '>=' : '>', valueOf(test.low)) : all;
      const high = test.high ? compared(test.highIncluded ? '<=' : '<', valueOf(test.high)) : all;
      return low === undefined || high === undefined ? undefined : low & high & ~none;
    }
    case 'holds':
      return undefined;
    default:
      return unreachable(test);
  }

  function compared(operator: ComparisonOperator, value: Value | undefined): Parts | undefined {
    if (value === undefined) return undefined;
    const equal = partOf(value, domain);
    if (equal === undefined) return undefined;
    if (operator === '=') return equal & all;
    if (operator === '!=') return all & ~equal & ~(value === null ? 0n : none);
    const at = ordinalOf(value) && equal;
    if (at === undefined) return undefined;
    const before = at - 1n;
    const ordered = bit(firstWord(domain)) - 1n;
    switch (operator) {
      case '<':
        return before & all;
      case '<=':
        return (before | at) & all;
      case '>':
        return ordered & ~before & ~at & all;
      case '>=':
        return ordered & ~before & all;
      default:
        return unreachable(operator);
    }
  }
}

/** The part that is a value and nothing else; undefined for a value the domain was not cut at. */
function partOf(value: Value, domain: Domain): Parts | undefined {
  if (value === null) return noneOf(domain);
  if (typeof value === 'string' || typeof value === 'boolean') {
    const index = domain.words.indexOf(value);
    return index < 0 ? 0n : bit(firstWord(domain) + index);
  }
  const ordinal = ordinalOf(value);
  if (!ordinal) return undefined;
  let low = 0;
  let high = domain.ends.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const end = domain.ends[middle];
    const order = end ? compare(end, ordinal) : 0;
    if (order === 0) return bit(2 * middle + 1);
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function coresOf(tests: readonly TestCore[]): readonly (Core | undefined)[] {
  return tests.flatMap((test): readonly (Core | undefined)[] => {
    switch (test.kind) {
      case 'any':
      case 'none':
        return [];
      case 'not':
        return coresOf(test.tests);
      case 'equal':
        return [test.value];
      case 'inside':
        return [test.list];
      case 'compare':
        return [test.to];
      case 'range':
        return [test.low, test.high].filter((end) => end !== undefined);
      case 'holds':
        // it asks something of its own
        return [undefined];
      default:
        return unreachable(test);
    }
  });
}

function isComparable(value: Value): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    ordinalOf(value) !== undefined
  );
}

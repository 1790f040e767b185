import { unreachable } from '../../base/invariant.ts';
import { pointerTo } from '../../base/pointer.ts';
import { equal } from '../../values/rational.ts';
import type { Time } from '../../values/temporal.ts';
import { compareDates } from '../../values/temporal.ts';
import { instantOf, instantOfTime, offsetOf, offsetOfTime } from '../../values/zone.ts';
import type { Context, List, Range, Value } from '../value.ts';
import { type Operating, type Truth, isRules, nothing } from './operating.ts';
import { spendOnCharacters, spendOnOrder } from './costs.ts';
import { spend } from './limits.ts';
import { allOf } from './truth.ts';
import { isUnknown, union, unknown, unknownAmong, unsureOf } from './unknown.ts';

/**
 * `a = b`, except for a null that stands in the expression itself: see `isNull`.
 *
 * In DMN's reading null equals null and nothing else, and values of two kinds are neither equal nor unequal.
 * In rules scalars of two kinds are unequal, and a null is a field verified to be none, of which only `= null` can be asked.
 */
export function equalityOf(a: Value, b: Value, within: Operating): Truth {
  spend(within.budget, 1);
  const missing = unknownAmong([a, b], within.budget);
  if (missing) return missing;
  if (a === null || b === null) return isRules(within) ? nothing(within, a, b) : a === b;
  if (isRules(within) && areOfTwoKinds(a, b)) return false;
  if (typeof a !== 'object' || typeof b !== 'object') {
    if (typeof a === 'string' && typeof b === 'string' && a.length === b.length)
      spendOnCharacters(within.budget, a.length);
    return typeof a === typeof b ? a === b : nothing(within, a, b);
  }
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' ? equal(a, b) : nothing(within, a, b);
    case 'date':
      return b.kind === 'date' ? compareDates(a, b) === 0 : nothing(within, a, b);
    case 'time':
      spendOnOrder(within.budget, a, b);
      return b.kind === 'time' ? sameTime(a, b) : nothing(within, a, b);
    case 'date-time': {
      if (b.kind !== 'date-time') return nothing(within, a, b);
      spendOnOrder(within.budget, a, b);
      const bothPlaced = (offsetOf(a) === undefined) === (offsetOf(b) === undefined);
      return bothPlaced && instantOf(a) === instantOf(b);
    }
    case 'days-duration':
      return b.kind === 'days-duration' ? a.nanos === b.nanos : nothing(within, a, b);
    case 'months-duration':
      return b.kind === 'months-duration' ? a.months === b.months : nothing(within, a, b);
    case 'list':
      return b.kind === 'list' ? sameList(a, b, within) : nothing(within, a, b);
    case 'context':
      return b.kind === 'context' ? sameContext(a, b, within) : nothing(within, a, b);
    case 'range':
      return b.kind === 'range' ? sameRange(a, b, within) : nothing(within, a, b);
    case 'function':
    case 'unknown':
      return nothing(within, a, b);
    default:
      return unreachable(a);
  }
}

/**
 * A number and the word `NA`: in rules only a field that may be either is ever asked whether it is one of them.
 *
 * A date and a date-time are not so: which of them a field holds says nothing of the day.
 */
function areOfTwoKinds(a: Value, b: Value): boolean {
  const [one, other] = [scalarKind(a), scalarKind(b)];
  return one !== undefined && other !== undefined && one !== other;
}

function scalarKind(value: Value): 'text' | 'boolean' | 'number' | 'time' | 'day' | undefined {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  switch (value?.kind) {
    case 'number':
    case 'time':
      return value.kind;
    case 'date':
    case 'date-time':
      return 'day';
    default:
      return undefined;
  }
}

/** `a = null`, with the null written in the expression. */
export function isNull(value: Value): Truth {
  return isUnknown(value) ? value : value === null;
}

function sameTime(a: Time, b: Time): boolean {
  const bothPlaced = (offsetOfTime(a) === undefined) === (offsetOfTime(b) === undefined);
  return bothPlaced && instantOfTime(a) === instantOfTime(b);
}

function sameList(a: List, b: List, within: Operating): Truth {
  const unsure = union([unsureOf(a), unsureOf(b)].filter((one) => one !== undefined));
  if (unsure) return unsure;
  if (a.items.length !== b.items.length) return false;
  return allOf(a.items.map((item, index) => sameInside(item, b.items[index] ?? null, within)));
}

function sameContext(a: Context, b: Context, within: Operating): Truth {
  if (a.pointer !== undefined && a.pointer === b.pointer) return true;
  spend(within.budget, a.entries.size + b.entries.size);
  const keys = [...new Set([...a.entries.keys(), ...b.entries.keys()])];
  const truths = keys.map((key): Truth => {
    const [inA, inB] = [a.entries.get(key), b.entries.get(key)];
    if (inA !== undefined && inB !== undefined) return sameInside(inA, inB, within);
    const lacks = inA === undefined ? a : b;
    return lacks.pointer === undefined ? false : unknown('absent', pointerTo(lacks.pointer, key));
  });
  // A record of a dossier may have fields that nobody filled in: alike as far as it goes is not yet equal.
  const open = a.pointer ?? b.pointer;
  const same = allOf(truths);
  return same === true && open !== undefined && isRules(within) ? unknown('undefined', open) : same;
}

function sameRange(a: Range, b: Range, within: Operating): Truth {
  if (a.only !== b.only) return false;
  if (a.lowIncluded !== b.lowIncluded || a.highIncluded !== b.highIncluded) return false;
  return allOf([sameEnd(a.low, b.low, within), sameEnd(a.high, b.high, within)]);
}

function sameEnd(a: Value | undefined, b: Value | undefined, within: Operating): Truth {
  if (a === undefined || b === undefined) return a === b;
  return sameInside(a, b, within);
}

/** Inside a list or context null is a value like others, in both readings. */
function sameInside(a: Value, b: Value, within: Operating): Truth {
  if (!isUnknown(a) && !isUnknown(b) && (a === null || b === null)) return a === b;
  return equalityOf(a, b, within);
}

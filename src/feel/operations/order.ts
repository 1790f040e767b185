import { unreachable } from '../../base/invariant.ts';
import { compare } from '../../values/rational.ts';
import { compareDates } from '../../values/temporal.ts';
import { instantOf, instantOfTime, offsetOf, offsetOfTime } from '../../values/zone.ts';
import type { ComparisonOperator } from '../syntax.ts';
import type { Range, Value } from '../value.ts';
import { spendOnOrder } from './costs.ts';
import { equalityOf } from './equality.ts';
import { type Operating, type Truth, isRules, nothing } from './operating.ts';
import { allOf, negationOf } from './truth.ts';
import { unknownAmong } from './unknown.ts';

/** Negative, zero or positive; undefined where the values have no order between them. Paid for by `spendOnOrder`. */
export function orderOf(a: Value, b: Value): number | undefined {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return undefined;
  if (a.kind === 'number' && b.kind === 'number') return compare(a, b);
  if (a.kind === 'date' && b.kind === 'date') return compareDates(a, b);
  if (a.kind === 'days-duration' && b.kind === 'days-duration') return sign(a.nanos - b.nanos);
  if (a.kind === 'months-duration' && b.kind === 'months-duration') return a.months - b.months;
  if (a.kind === 'time' && b.kind === 'time') {
    if ((offsetOfTime(a) === undefined) !== (offsetOfTime(b) === undefined)) return undefined;
    return sign(instantOfTime(a) - instantOfTime(b));
  }
  if (a.kind === 'date-time' && b.kind === 'date-time') {
    if ((offsetOf(a) === undefined) !== (offsetOf(b) === undefined)) return undefined;
    return sign(instantOf(a) - instantOf(b));
  }
  return undefined;
}

/** `a operator b` for all six operators. */
export function comparisonOf(
  operator: ComparisonOperator,
  a: Value,
  b: Value,
  within: Operating,
): Truth {
  if (operator === '=') return equalityOf(a, b, within);
  if (operator === '!=') return negationOf(equalityOf(a, b, within));
  const missing = unknownAmong([a, b], within.budget);
  if (missing) return missing;
  spendOnOrder(within.budget, a, b);
  const order = orderOf(a, b);
  if (order === undefined) return nothing(within, a, b);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return unreachable(operator);
  }
}

/** Whether a value lies in a range; an end that is absent is no limit, one that is null is not known. */
export function isInside(value: Value, range: Range, within: Operating): Truth {
  const { low, high, lowIncluded, highIncluded } = range;
  if (value === null) return nothing(within);
  const above =
    low === undefined ? true : comparisonOf(lowIncluded ? '>=' : '>', value, low, within);
  const below =
    high === undefined ? true : comparisonOf(highIncluded ? '<=' : '<', value, high, within);
  // DMN: a null end makes the whole test null, even where the other end decides.
  if (!isRules(within) && (above === null || below === null)) return null;
  return allOf([above, below]);
}

/** By code point, as FEEL orders texts; UTF-16 units would put 😀 before ＡＢＣ. */
export function compareTexts(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const [x, y] = [a.codePointAt(at) ?? 0, b.codePointAt(at) ?? 0];
    if (x !== y) return x - y;
  }
  return a.length - b.length;
}

function sign(difference: bigint): number {
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

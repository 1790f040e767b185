import { unreachable } from '../../base/invariant.ts';
import type { Value } from '../value.ts';
import type { Evaluation } from './evaluation.ts';
import { spendOnOrder } from '../operations/costs.ts';
import { spend } from '../operations/limits.ts';
import { chosenFrom } from '../operations/list.ts';
import { isRules, nothing } from '../operations/operating.ts';
import { fieldOf } from '../operations/field.ts';
import { propertyOf } from '../operations/property.ts';

/** `of.name`: a field of a context, that of each element of a list, or a part of a date, time, duration or range. */
export function pathOf(of: Value, name: string, within: Evaluation): Value {
  // a record that was verified to be none has none of its fields either
  if (of === null && isRules(within)) return null;
  if (typeof of !== 'object' || of === null) return nothing(within);
  switch (of.kind) {
    case 'unknown':
      return of;
    case 'context': {
      const field = fieldOf(of, name);
      return field === undefined ? nothing(within) : field;
    }
    case 'list':
      spend(within.budget, of.items.length / 2);
      // The list of fields has no pointer of its own, and is unsure of the same elements.
      return {
        ...chosenFrom(
          of,
          of.items.map((item) => pathOf(item, name, within)),
        ),
        ...(of.maybe ? { maybe: of.maybe } : {}),
      };
    case 'date-time':
    case 'time':
      spendOnOrder(within.budget, of);
      return propertyOf(of, name, within);
    case 'date':
    case 'days-duration':
    case 'months-duration':
    case 'range':
      return propertyOf(of, name, within);
    case 'number':
    case 'function':
      return nothing(within);
    default:
      return unreachable(of);
  }
}

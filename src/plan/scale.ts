import type { ContextType, Field, Type } from '../feel/types.ts';
import { mostBits } from './plan.ts';

/**
 * Digits after the point that a number of a field keeps; a file with more of them is for the evaluator.
 *
 * Money has those of its currency, shares and rates eight (a hundredth of a basis point of a percent), percent six, what
 * is counted none; a number without a unit, or in one of one's own, four, which leaves it room to be large.
 */
export function scaleOf(type: Type): number {
  if (type.kind !== 'number' || type.whole) return 0;
  switch (type.unit) {
    case 'money':
      return type.decimals ?? 0;
    case 'area':
    case 'basis-points':
    case 'years':
    case 'hours':
      return 2;
    case 'ratio':
    case 'rate':
    case 'rate-per-month':
      return 8;
    case 'count':
    case 'months':
    case 'days':
    case 'working-days':
      return 0;
    case 'percent':
      return 6;
    default:
      return 4;
  }
}

/** Whether a field can never be below 0. */
export function isNeverNegative({ minimum, above }: Field): boolean {
  return (minimum ?? above ?? -1) >= 0;
}

/**
 * A power of two that a number which was loaded stays below.
 *
 * @param type - the kind it is read as, where a field may be of several
 */
export function bitsOfField(field: Field | undefined, type: Type): number {
  switch (type.kind) {
    case 'date':
      return 23;
    case 'text':
      return 20;
    case 'number': {
      const { maximum = field?.below, minimum = field?.above } = field ?? {};
      if (maximum === undefined || minimum === undefined) return mostBits;
      const most = Math.max(Math.abs(maximum), Math.abs(minimum)) * 10 ** scaleOf(type);
      return Math.min(mostBits, Math.ceil(Math.log2(most + 1)));
    }
    default:
      return mostBits;
  }
}

/** Names that every object answers to: of a schema with such a field nothing is loaded. */
export function hasInheritedName({ fields }: ContextType): boolean {
  return [...fields.values()].some(({ name, type }) => name in Object.prototype || isNamed(type));
}

function isNamed(type: Type): boolean {
  if (type.kind === 'context') return hasInheritedName(type);
  return type.kind === 'list' && isNamed(type.of);
}

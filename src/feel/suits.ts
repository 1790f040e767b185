import type { Parameter } from './builtins.ts';
import { isOrdered } from './checker.ts';
import { any, bareNumber, boolean, date, listOf, number, text, type Type } from './types.ts';

/** Whether a value of a type may be given for a parameter. */
export function suits({ is, units }: Parameter, type: Type): boolean {
  if (type.kind === 'any') return true;
  switch (is) {
    case 'any':
      return true;
    case 'scalar':
      return isOrdered(type) || type.kind === 'boolean';
    case 'date':
    case 'day':
      return isDay(type);
    case 'moment':
      return type.kind === 'date-time' || type.kind === 'time';
    case 'day or text':
      return isDay(type) || type.kind === 'text';
    case 'number or text':
      return type.kind === 'number' || type.kind === 'text';
    case 'number':
      return (
        type.kind === 'number' && (!units || type.unit === undefined || units.includes(type.unit))
      );
    case 'numbers':
      return (
        type.kind === 'list' &&
        (type.of.kind === 'any' ||
          suits({ name: '', is: 'number', ...(units && { units }) }, type.of))
      );
    case 'ordered':
      return type.kind === 'list' && (type.of.kind === 'any' || isOrdered(type.of));
    case 'texts':
      return type.kind === 'list' && (type.of.kind === 'any' || type.of.kind === 'text');
    case 'truths':
      return type.kind === 'list' && (type.of.kind === 'any' || type.of.kind === 'boolean');
    default:
      return type.kind === is;
  }
}

/** What to say that a parameter wants. */
export function wantedType({ is, units }: Parameter): Type {
  const [unit] = units ?? [];
  const amount = unit ? number(unit) : bareNumber;
  switch (is) {
    case 'any':
      return any;
    case 'day':
    case 'date':
    case 'day or text':
      return date;
    case 'number':
      return amount;
    case 'numbers':
    case 'ordered':
      return listOf(amount);
    case 'list':
      return listOf(any);
    case 'text':
    case 'number or text':
    case 'scalar':
      return text;
    case 'texts':
      return listOf(text);
    case 'boolean':
      return boolean;
    case 'truths':
      return listOf(boolean);
    case 'moment':
      return { kind: 'date-time' };
    case 'days-duration':
    case 'months-duration':
      return { kind: is };
  }
}

/** A date or a date-time. */
export function isDay({ kind }: Type): boolean {
  return kind === 'date' || kind === 'date-time' || kind === 'any';
}

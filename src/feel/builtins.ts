import { any, bareNumber, boolean, date, listOf, number, text, type Type } from './types.ts';
import type { Unit } from './units.ts';

/** What an argument must be. */
export type Parameter = {
  readonly name: string;
  readonly is:
    | 'number'
    | 'text'
    | 'boolean'
    | 'date'
    /** A date or a date-time, of which its day at +08:00 counts. */
    | 'day'
    | 'day or text'
    /** Anything but a list, a record or null. */
    | 'scalar'
    | 'list'
    | 'numbers'
    | 'texts'
    | 'truths'
    /** A list of what can be put in order. */
    | 'ordered'
    | 'any';
  /** Of numbers: what they may count; a bare number is always taken. */
  readonly units?: readonly Unit[];
  readonly optional?: true;
};

/** A function that rules may call: its parameters, and the type of what it gives. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** The arguments may also be given one by one instead of as one list. */
  readonly spread?: true;
  readonly gives: (args: readonly Type[]) => Type;
}

/**
 * The functions of the rule profile: total, bounded, and with units.
 *
 * Calculators (`shouze feel`) have all of DMN 1.5 besides; what a function does is in `feel/operations`.
 */
export const builtins: ReadonlyMap<string, Signature> = new Map(
  Object.entries<Signature>({
    not: { parameters: [p('negand', 'boolean')], gives: () => boolean },

    count: { parameters: [p('list', 'list')], gives: () => number('count') },
    sum: { parameters: [p('list', 'numbers')], spread: true, gives: element },
    min: { parameters: [p('list', 'ordered')], spread: true, gives: element },
    max: { parameters: [p('list', 'ordered')], spread: true, gives: element },
    mean: { parameters: [p('list', 'numbers')], spread: true, gives: element },
    median: { parameters: [p('list', 'numbers')], spread: true, gives: element },
    all: { parameters: [p('list', 'truths')], spread: true, gives: () => boolean },
    any: { parameters: [p('list', 'truths')], spread: true, gives: () => boolean },
    'list contains': { parameters: [p('list', 'list'), p('element', 'any')], gives: () => boolean },
    'index of': {
      parameters: [p('list', 'list'), p('match', 'any')],
      gives: () => listOf(number('count')),
    },
    'distinct values': { parameters: [p('list', 'list')], gives: first },
    append: { parameters: [p('list', 'list'), p('item', 'any')], gives: first },
    concatenate: { parameters: [p('list', 'list'), p('other', 'list')], gives: first },
    union: { parameters: [p('list', 'list'), p('other', 'list')], gives: first },
    sort: { parameters: [p('list', 'ordered')], gives: first },

    abs: { parameters: [p('n', 'number')], gives: amount },
    modulo: { parameters: [p('dividend', 'number'), p('divisor', 'number')], gives: amount },
    round: rounding(),
    'round half up': rounding(),
    'round half down': rounding(),
    'round up': rounding(),
    'round down': rounding(),
    decimal: rounding(),
    floor: { parameters: [p('n', 'number')], gives: amount },
    ceiling: { parameters: [p('n', 'number')], gives: amount },
    number: { parameters: [p('from', 'text')], gives: () => bareNumber },

    contains: { parameters: [p('string', 'text'), p('match', 'text')], gives: () => boolean },
    'starts with': { parameters: [p('string', 'text'), p('match', 'text')], gives: () => boolean },
    'ends with': { parameters: [p('string', 'text'), p('match', 'text')], gives: () => boolean },
    matches: {
      parameters: [p('input', 'text'), p('pattern', 'text'), maybe('flags', 'text')],
      gives: () => boolean,
    },
    replace: {
      parameters: [
        p('input', 'text'),
        p('pattern', 'text'),
        p('replacement', 'text'),
        maybe('flags', 'text'),
      ],
      gives: () => text,
    },
    split: { parameters: [p('string', 'text'), p('delimiter', 'text')], gives: () => listOf(text) },
    substring: {
      parameters: [
        p('string', 'text'),
        p('start position', 'number', 'count'),
        maybe('length', 'number', 'count'),
      ],
      gives: () => text,
    },
    'string join': {
      parameters: [p('list', 'texts'), maybe('delimiter', 'text')],
      gives: () => text,
    },
    string: { parameters: [p('from', 'scalar')], gives: () => text },
    'string length': { parameters: [p('string', 'text')], gives: () => number('count') },
    'upper case': { parameters: [p('string', 'text')], gives: () => text },
    'lower case': { parameters: [p('string', 'text')], gives: () => text },

    date: { parameters: [p('from', 'day or text')], gives: () => date },
    'date and time': { parameters: [p('from', 'text')], gives: () => ({ kind: 'date-time' }) },
    duration: { parameters: [p('from', 'text')], gives: () => any },
    'days between': { parameters: [p('from', 'day'), p('to', 'day')], gives: () => number('days') },
    'working days between': {
      parameters: [p('from', 'day'), p('to', 'day')],
      gives: () => number('working-days'),
    },
    'add working days': {
      parameters: [p('from', 'day'), p('days', 'number', 'working-days', 'count')],
      gives: () => date,
    },
    'months between': {
      parameters: [p('from', 'day'), p('to', 'day')],
      gives: () => number('months'),
    },
    'age at': { parameters: [p('birth', 'day'), p('day', 'day')], gives: () => number('years') },

    'monthly payment': {
      parameters: [
        p('principal', 'number', 'money'),
        p('annual rate', 'number', 'rate'),
        p('months', 'number', 'months'),
        maybe('method', 'text'),
      ],
      gives: () => number('money'),
    },
    'annual cost': {
      parameters: [p('received', 'number', 'money'), p('payments', 'numbers', 'money')],
      gives: () => number('rate'),
    },
    'is valid resident id': { parameters: [p('text', 'text')], gives: () => boolean },
    'is valid credit code': { parameters: [p('text', 'text')], gives: () => boolean },
    'mod 97': { parameters: [p('text', 'text')], gives: () => bareNumber },
    similar: { parameters: [p('a', 'text'), p('b', 'text')], gives: () => number('ratio') },
  }),
);

function p(name: string, is: Parameter['is'], ...units: readonly Unit[]): Parameter {
  return units.length > 0 ? { name, is, units } : { name, is };
}

function maybe(name: string, is: Parameter['is'], ...units: readonly Unit[]): Parameter {
  return { ...p(name, is, ...units), optional: true };
}

function rounding(): Signature {
  return { parameters: [p('n', 'number'), p('scale', 'number', 'count')], gives: amount };
}

function first([type]: readonly Type[]): Type {
  return type ?? any;
}

/** Of the same unit as the first argument. */
function amount([type]: readonly Type[]): Type {
  return type?.kind === 'number' && type.unit !== undefined ? number(type.unit) : bareNumber;
}

function element([type]: readonly Type[]): Type {
  const of = type?.kind === 'list' ? type.of : any;
  return of.kind === 'number' ? amount([of]) : of;
}

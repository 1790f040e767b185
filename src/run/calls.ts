import type { Builtin } from '../feel/builtins.ts';
import { callBuiltin } from '../feel/operations/builtins.ts';
import { EvaluationLimit, newBudget } from '../feel/operations/limits.ts';
import type { Operating } from '../feel/operations/operating.ts';
import type { Value } from '../feel/value.ts';
import { whole } from '../values/rational.ts';
import { dayOfWeek, epochDay } from '../values/temporal.ts';
import { instantOf } from '../values/zone.ts';
import { isNear } from './numbers.ts';

/** A function of exact values; a value that the file does not settle is never among its arguments. */
type Call = (args: readonly Value[], within: Operating) => Value | undefined;

/** How each built-in is called where a plan has no form of its own for it. */
const calls: Readonly<Record<Builtin, Call>> = {
  count: operation('count'),
  sum: operation('sum'),
  min: operation('min'),
  max: operation('max'),
  mean: operation('mean'),
  median: operation('median'),
  all: operation('all'),
  any: operation('any'),
  'list contains': operation('list contains'),
  'index of': operation('index of'),
  'distinct values': operation('distinct values'),
  append: operation('append'),
  concatenate: operation('concatenate'),
  union: operation('union'),
  sort: operation('sort'),
  abs: operation('abs'),
  modulo: operation('modulo'),
  round: operation('round'),
  'round half up': operation('round half up'),
  'round half down': operation('round half down'),
  'round up': operation('round up'),
  'round down': operation('round down'),
  decimal: operation('decimal'),
  floor: operation('floor'),
  ceiling: operation('ceiling'),
  number: operation('number'),
  contains: operation('contains'),
  'starts with': operation('starts with'),
  'ends with': operation('ends with'),
  matches: operation('matches'),
  replace: operation('replace'),
  split: operation('split'),
  substring: operation('substring'),
  'string join': operation('string join'),
  string: operation('string'),
  'string length': operation('string length'),
  'upper case': operation('upper case'),
  'lower case': operation('lower case'),
  date: operation('date'),
  'date and time': operation('date and time'),
  duration: operation('duration'),
  'days between': operation('days between'),
  'working days between': operation('working days between'),
  'add working days': operation('add working days'),
  'months between': operation('months between'),
  'age at': operation('age at'),
  'monthly payment': operation('monthly payment'),
  'annual cost': operation('annual cost'),
  'is valid resident id': operation('is valid resident id'),
  'is valid credit code': operation('is valid credit code'),
  'mod 97': operation('mod 97'),
  similar: operation('similar'),
  '.year': ([of]) => (isKind(of, 'date') ? whole(of.year) : undefined),
  '.month': ([of]) => (isKind(of, 'date') ? whole(of.month) : undefined),
  '.day': ([of]) => (isKind(of, 'date') ? whole(of.day) : undefined),
  '.weekday': ([of]) => (isKind(of, 'date') ? whole(dayOfWeek(of)) : undefined),
  '.hour': ([of]) => (isKind(of, 'time') ? whole(of.hour) : undefined),
  '.minute': ([of]) => (isKind(of, 'time') ? whole(of.minute) : undefined),
  '.days': ([of]) =>
    isKind(of, 'days-duration') ? whole(of.nanos / 86_400_000_000_000n) : undefined,
  '.years': ([of]) =>
    isKind(of, 'months-duration') ? whole(Math.trunc(of.months / 12)) : undefined,
  '.months': ([of]) => (isKind(of, 'months-duration') ? whole(of.months % 12) : undefined),
};

function operation(name: string): Call {
  return (args, within) => callBuiltin(name, args, within);
}

type Kinds = Extract<Value, { readonly kind: string }>;

function isKind<K extends Kinds['kind']>(
  value: Value | undefined,
  kind: K,
): value is Extract<Kinds, { readonly kind: K }> {
  return typeof value === 'object' && value !== null && value.kind === kind;
}

/** What a call came to. */
export interface Called {
  /** Undefined where it has no result for these values. */
  readonly value: Value | undefined;
  /** It would take too long or too much memory, which the evaluator can put into words. */
  readonly beyond: boolean;
}

/** Calls a built-in; an argument left out is undefined. */
export function called(builtin: Builtin, args: readonly (Value | undefined)[]): Called {
  const within: Operating = { reading: { nulls: 'rules' }, budget: newBudget() };
  try {
    const given = args.map((arg) => arg ?? null);
    const length = args.findLastIndex((arg) => arg !== undefined) + 1;
    const value = calls[builtin](given.slice(0, length), within);
    return { value: isKind(value, 'unknown') ? undefined : value, beyond: false };
  } catch (error) {
    if (error instanceof EvaluationLimit) return { value: undefined, beyond: true };
    throw error;
  }
}

/** The parts of a text between what a pattern matches. */
export function piecesOf(
  text: string,
  by: string,
): { readonly pieces: readonly string[] | undefined; readonly beyond: boolean } {
  const { value, beyond } = called('split', [text, by]);
  if (!isKind(value, 'list')) return { pieces: undefined, beyond };
  const pieces = value.items.filter((item) => typeof item === 'string');
  return { pieces, beyond };
}

/** A number, day or moment with so many digits after the point; undefined where it does not fit. */
export function wholeOfValue(value: Value, scale: number): number | undefined {
  if (isKind(value, 'date')) return epochDay(value);
  if (isKind(value, 'date-time')) {
    const nanos = instantOf(value);
    return nanos % 1_000_000n === 0n ? Number(nanos / 1_000_000n) : undefined;
  }
  if (!isKind(value, 'number')) return undefined;
  const units = value.n * 10n ** BigInt(scale);
  const fits = units % value.d === 0n ? Number(units / value.d) : undefined;
  return fits !== undefined && isNear(fits) ? fits : undefined;
}

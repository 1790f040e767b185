import type { Rational } from '../../values/rational.ts';
import type {
  DateTime,
  DaysDuration,
  MonthsDuration,
  PlainDate,
  Time,
} from '../../values/temporal.ts';
import {
  isKind,
  type Context,
  type FunctionValue,
  type List,
  type Range,
  type Value,
} from '../value.ts';
import { spendOnOrder } from './costs.ts';
import { type Operating, isRules, nothing, onClock } from './operating.ts';
import { isUnknown, union, unknownWithin, unsureOf } from './unknown.ts';

/** What a parameter may be. */
interface Kinds {
  number: Rational;
  text: string;
  boolean: boolean;
  list: List;
  context: Context;
  range: Range;
  function: FunctionValue;
  date: PlainDate;
  time: Time;
  'date-time': DateTime;
  'days-duration': DaysDuration;
  'months-duration': MonthsDuration;
  /** A date; of a date-time its day on the rulebook's clock. */
  day: PlainDate;
  /** Anything, null too. */
  any: Value;
  /** Left out or null. */
  'number?': Rational | undefined;
  'text?': string | undefined;
  'function?': FunctionValue | undefined;
  'days-duration?': DaysDuration | undefined;
  'any?': Value | undefined;
}

export type Kind = keyof Kinds;

type Arguments<Of extends readonly Kind[]> = { readonly [I in keyof Of]: Kinds[Of[I]] };

/** One way to call a built-in function. */
export interface Form {
  readonly parameters: readonly string[];
  readonly kinds: readonly Kind[];
  /** `list`: the last parameter, a list, may also be given as so many arguments. `rest`: it always is. */
  readonly spread?: 'list' | 'rest';
  /**
   * What may be unknown in rules. `none`: an unknown anywhere in the arguments makes the result unknown.
   * `inside`: elements may be, as for `count`; but not which elements there are. `all`: the function sees to it.
   */
  readonly mayBeUnknown: 'none' | 'inside' | 'all';
  /** Undefined where the function has no result for these arguments, or does not take them. */
  readonly call: (args: readonly Value[], within: Operating) => Value | undefined;
}

/** The ways to call each function, tried in order. */
export type Builtins = Readonly<Record<string, readonly Form[]>>;

type More = Pick<Form, 'spread'> & Partial<Pick<Form, 'mayBeUnknown'>>;

/** Declares a way to call a function: the names and kinds of its parameters, and what it gives. */
export function form<const Of extends readonly Kind[]>(
  parameters: { readonly [I in keyof Of]: string },
  kinds: Of,
  gives: (args: Arguments<Of>, within: Operating) => Value | undefined,
  more: More = {},
): Form {
  return {
    parameters,
    kinds,
    mayBeUnknown: 'none',
    ...more,
    call(args, within) {
      const taken = kinds.map((kind, index) => taking(kind, args[index], within));
      return areTaken<Of>(taken) ? gives(taken, within) : undefined;
    },
  };
}

function areTaken<Of extends readonly Kind[]>(taken: readonly unknown[]): taken is Arguments<Of> {
  return !taken.includes(refused);
}

/** Calls a function with its arguments in order. */
export function callForms(
  forms: readonly Form[],
  args: readonly Value[],
  within: Operating,
): Value {
  for (const one of forms) {
    const fitted = fit(one, args);
    const result = fitted && callFitted(one, fitted, within);
    if (result !== undefined) return result;
  }
  return nothing(within, ...args);
}

/** Calls a function with named arguments; one that is not given is null. */
export function callByName(
  forms: readonly Form[],
  args: ReadonlyMap<string, Value>,
  within: Operating,
): Value {
  for (const one of forms) {
    if (![...args.keys()].every((name) => one.parameters.includes(name))) continue;
    const ordered = one.parameters.map((name) => args.get(name) ?? null);
    const result = callFitted(one, ordered, within);
    if (result !== undefined) return result;
  }
  return nothing(within, ...args.values());
}

function callFitted(one: Form, args: readonly Value[], within: Operating): Value | undefined {
  const missing = isRules(within) ? missingIn(one, args, within) : undefined;
  return missing ?? one.call(args, within);
}

/** The arguments as the form has its parameters; undefined where their number is wrong. */
function fit({ kinds, spread }: Form, args: readonly Value[]): readonly Value[] | undefined {
  if (spread) {
    const before = kinds.length - 1;
    const last = args[before];
    const isList =
      typeof last === 'object' && last !== null && (last.kind === 'list' || isUnknown(last));
    if (spread === 'list' && args.length === kinds.length && isList) return args;
    if (args.length < kinds.length) return undefined;
    return [...args.slice(0, before), { kind: 'list', items: args.slice(before) }];
  }
  if (args.length > kinds.length) return undefined;
  return kinds.slice(args.length).every(isOptional) ? args : undefined;
}

function isOptional(kind: Kind | undefined): boolean {
  return kind?.endsWith('?') ?? false;
}

function missingIn(
  { mayBeUnknown }: Form,
  args: readonly Value[],
  { budget }: Operating,
): Value | undefined {
  if (mayBeUnknown === 'all') return undefined;
  const found = args.map((arg) => {
    if (mayBeUnknown === 'none') return unknownWithin(arg, budget);
    if (isUnknown(arg)) return arg;
    return isKind(arg, 'list') ? unsureOf(arg) : undefined;
  });
  return union(found.filter((one) => one !== undefined));
}

const refused = Symbol('not what the parameter takes');

/** The argument as the parameter takes it, with DMN's conversions between a value and the list of it. */
function taking(
  kind: Kind,
  arg: Value | undefined,
  within: Operating,
): Value | undefined | typeof refused {
  if (kind === 'any' || kind === 'any?') return arg;
  if (isOptional(kind)) {
    if (arg === undefined || arg === null) return undefined;
    return taking(required(kind), arg, within);
  }
  if (arg === undefined || arg === null) return refused;
  if (kind === 'list') {
    if (isKind(arg, 'list')) return arg;
    return isRules(within) ? refused : { kind: 'list', items: [arg] };
  }
  if (isKind(arg, 'list')) {
    const [only] = arg.items;
    if (isRules(within) || arg.items.length !== 1 || only === null) return refused;
    return taking(kind, only, within);
  }
  if (kind === 'day') {
    if (typeof arg !== 'object') return refused;
    if (arg.kind === 'date') return arg;
    if (arg.kind !== 'date-time') return refused;
    spendOnOrder(within.budget, arg);
    return onClock(arg, within)?.date ?? refused;
  }
  const found = typeof arg === 'string' ? 'text' : typeof arg === 'boolean' ? 'boolean' : arg.kind;
  return found === kind ? arg : refused;
}

function required(kind: Kind): Kind {
  switch (kind) {
    case 'number?':
      return 'number';
    case 'text?':
      return 'text';
    case 'function?':
      return 'function';
    case 'days-duration?':
      return 'days-duration';
    default:
      return kind;
  }
}

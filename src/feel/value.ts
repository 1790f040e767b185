import type {
  DateTime,
  DaysDuration,
  MonthsDuration,
  PlainDate,
  Time,
} from '../values/temporal.ts';
import type { Rational } from '../values/rational.ts';

/**
 * What an expression can be worth. Text, truth and null are JavaScript's own; everything else has a `kind`.
 *
 * In rules, `null` is only ever a field that was verified to be none; a field nobody filled in is `Unknown`.
 * In DMN's own reading there is no `Unknown`: what cannot be computed is null.
 */
export type Value =
  | null
  | boolean
  | string
  | Rational
  | PlainDate
  | Time
  | DateTime
  | DaysDuration
  | MonthsDuration
  | List
  | Context
  | Range
  | FunctionValue
  | Unknown;

type Kinded = Extract<Value, { readonly kind: string }>;

/** Whether a value is of a kind. */
export function isKind<K extends Kinded['kind']>(
  value: Value | undefined,
  kind: K,
): value is Extract<Kinded, { readonly kind: K }> {
  return typeof value === 'object' && value !== null && value.kind === kind;
}

/** A list; an element that may or may not belong to it (a filter could not tell) has `maybe`. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** Same length as `items` where present: why it cannot be told that the element belongs. */
  readonly maybe?: readonly (Unknown | undefined)[];
  /** JSON pointer, where the list is part of a dossier. */
  readonly pointer?: string;
  /** JSON pointer of the list of a dossier of which nothing was chosen: where something is wanting. */
  readonly chosenFrom?: string;
  /** The fields of its elements by its schema, none where they are no records: what a name in a filter means. */
  readonly fields?: ReadonlySet<string>;
}

export interface Context {
  readonly kind: 'context';
  readonly entries: ReadonlyMap<string, Value>;
  /** JSON pointer, where the context is part of a dossier: a key it lacks is then unknown, not null. */
  readonly pointer?: string;
  /** All the keys its schema has, where known: a filter then never takes an absent one for a name outside. */
  readonly fields?: ReadonlySet<string>;
}

export interface Range {
  readonly kind: 'range';
  readonly low: Value | undefined;
  readonly high: Value | undefined;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
  /** Written `(= 3)`, which DMN does not take for `[3..3]`. */
  readonly only?: true;
}

export interface FunctionValue {
  readonly kind: 'function';
  /** Parameter names where known; calls by name need them. */
  readonly parameters: readonly string[] | undefined;
  readonly call: (args: readonly Value[]) => Value;
}

/** A value that the dossier does not settle, and what would settle it. */
export interface Unknown {
  readonly kind: 'unknown';
  /** At least one; no two with the same pointer. */
  readonly missing: readonly Missing[];
}

/** Why a value is unknown. */
export interface Missing {
  readonly why: MissingReason;
  /** Where the dossier should have it, or the name of the table, parameter or calendar without a value. */
  readonly pointer: string;
}

/**
 * `absent`: nobody filled it in. `malformed`: filled in, but not as its schema asks.
 * `zero`: a divisor that is 0. `empty`: min, max or an index of a list with nothing in it, or of which nothing was chosen.
 * `no-value`: a parameter, table, definition or calendar says nothing for that day or input.
 * `undefined`: the operation has no result for these values, such as a month that does not exist.
 * `not-captured`: the file says that its source does not record it. `no-edition`: the rule has no edition for the day,
 * and nothing says why. `limit`: it would take too long or too much memory to tell. `not-in-register`: the register of
 * people does not know who it was. `unclear-in-register`: it does not tell what they held on that day.
 * `other-register`: it is of another organisation than the file.
 */
export type MissingReason =
  | 'absent'
  | 'malformed'
  | 'zero'
  | 'empty'
  | 'no-value'
  | 'undefined'
  | 'not-captured'
  | 'no-edition'
  | 'limit'
  | 'not-in-register'
  | 'unclear-in-register'
  | 'other-register';

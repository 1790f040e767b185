import type { Type } from '../feel/types.ts';
import { mostBits, slotKinds } from '../plan/plan.ts';
import { parseDateTime, parseTime } from '../values/temporal-text.ts';
import { type DateTime, epochDay } from '../values/temporal.ts';
import { instantOf } from '../values/zone.ts';
import { dayOfText, twoDigits } from './days.ts';
import type { Scalar } from './reading.ts';
import type { Tray } from './tray.ts';
import { leave } from './unheld.ts';

/** Why a file is not laid out. */
export type UnfitReason =
  /** It may not be as its schema asks: what is wrong with it is for the careful reading to say. */
  | 'form'
  /** A number with more digits, or larger, than plans keep. */
  | 'number'
  /** More elements than plans count. */
  | 'elements'
  /** More values than are laid out. */
  | 'size';

/** Thrown where a file is not laid out. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
  readonly why: UnfitReason;

  constructor(why: UnfitReason) {
    super(`not for plans: ${why}`);
    this.why = why;
  }
}

export function unfit(why: UnfitReason = 'form'): never {
  throw new Unfit(why);
}

const most = 2 ** mostBits;

/** The limits of a number's schema; infinite where there is none. */
export interface Limits {
  readonly minimum: number;
  readonly maximum: number;
  readonly above: number;
  readonly below: number;
}

/**
 * A number as a whole one: `value * by`, where that is whole to the last digit. One that plans do not hold is left out.
 *
 * The double nearest to a decimal of at most 15 digits is `whole / by` and no other, so dividing back is the test.
 */
export function scaled(
  value: unknown,
  by: number,
  limits: Limits | undefined,
  as: NumberScalar,
  tray: Tray,
): number {
  if (value === undefined || value === null) return Number.NaN;
  if (typeof value !== 'number') return unfit();
  const whole = Math.round(value * by);
  if (limits && !within(value, limits)) return unfit();
  if (whole / by === value && whole <= most && whole >= -most) return whole;
  // smaller parts than its schema allows, or more of it
  if (as.isWhole && whole / by !== value) return unfit();
  if (Math.abs(whole) > as.most) return unfit();
  leave(tray, as.field, tray.row);
  return Number.NaN;
}

type NumberScalar = Extract<Scalar, { readonly kind: 'number' }>;

/** The same value, being one of those that the schema lists. */
export function oneOf(value: unknown, values: ReadonlySet<number>): unknown {
  if (value === undefined || value === null) return value;
  return typeof value === 'number' && values.has(value) ? value : unfit();
}

function within(value: number, { minimum, maximum, above, below }: Limits): boolean {
  return value >= minimum && value <= maximum && value > above && value < below;
}

/** The believable days of a field, since 1970: from `first` to `last`, and `endless`; infinite where there is no end. */
export interface Days {
  readonly first: number;
  readonly last: number;
  readonly endless: number;
}

function isBelievable(day: number, { first, last, endless }: Days): boolean {
  return (day >= first && day <= last) || day === endless;
}

export function day(value: unknown, days: Days): number {
  if (value === undefined || value === null) return Number.NaN;
  if (typeof value !== 'string') return unfit();
  const found = value.length === 10 ? dayOfText(value) : undefined;
  if (found === undefined) return isBlank(value) ? Number.NaN : unfit();
  return isBelievable(found, days) ? found : unfit();
}

/** A moment in milliseconds since 1970; believable is the day that is written. */
export function moment(value: unknown, days: Days): number {
  if (value === undefined || value === null) return Number.NaN;
  if (typeof value !== 'string') return unfit();
  if (isBlank(value)) return Number.NaN;
  const quick = quickMoment(value, days);
  if (quick !== undefined) return quick;
  const found = momentShape.test(value) ? parseDateTime(value) : undefined;
  if (!found) return unfit();
  return isBelievable(epochDay(found.date), days) ? millisOf(found) : unfit();
}

/** Milliseconds since 1970. */
export function millisOf(moment: DateTime): number {
  const nanos = instantOf(moment);
  return nanos % 1_000_000n === 0n ? Number(nanos / 1_000_000n) : unfit('number');
}

const momentShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/u;

/** A moment to the second with an offset, as nearly all are written; undefined for any other form. */
function quickMoment(text: string, days: Days): number | undefined {
  if (text.length !== 25 || text.charCodeAt(10) !== 84) return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58 || text.charCodeAt(22) !== 58)
    return undefined;
  const sign = text.charCodeAt(19);
  const [east, past] = [twoDigits(text, 20), twoDigits(text, 23)];
  if ((sign !== 43 && sign !== 45) || !(east < 18 && past < 60)) return undefined;
  const offset = (sign === 45 ? -60 : 60) * (east * 60 + past);
  const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  const day = dayOfText(text);
  if (day === undefined || !(hour < 24 && minute < 60 && second < 60)) return undefined;
  if (!isBelievable(day, days)) return unfit();
  return day * 86_400_000 + (hour * 3600 + minute * 60 + second - offset) * 1000;
}

/** A time of day, which no plan reads: whether it is one. */
export function time(value: unknown): number {
  if (value === undefined || value === null) return Number.NaN;
  if (typeof value !== 'string') return unfit();
  return isBlank(value) || parseTime(value) ? Number.NaN : unfit();
}

/** 0 or 1; 2 for one that is not there. */
export function flag(value: unknown): number {
  if (value === true) return 1;
  if (value === false) return 0;
  return value === undefined || value === null ? 2 : unfit();
}

/** The number of a word. */
export function word(value: unknown, words: ReadonlyMap<string, number>): number {
  if (value === undefined || value === null) return Number.NaN;
  if (typeof value !== 'string') return unfit();
  return words.get(value) ?? (isBlank(value) ? (words.get('') ?? Number.NaN) : unfit());
}

export function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return unfit();
  const first = value.charCodeAt(0);
  // an ordinary character in front: not blank
  if ((first > 32 && first < 127) || (first >= 0x4e00 && first <= 0x9fff)) return value;
  return isBlank(value) ? undefined : value;
}

/** A text where a blank is a value: one of those that stand in the schema, or else `""` where that is one of them. */
export function textOrBlank(value: unknown, blanks: ReadonlySet<string>): string | undefined {
  const found = text(value);
  if (found !== undefined || typeof value !== 'string') return found;
  return blanks.has(value) ? value : blanks.has('') ? '' : undefined;
}

export function isBlank(value: string): boolean {
  return value.trim() === '';
}

/** The kinds of a field of several, and the words among them. */
export interface UnionKinds {
  readonly kinds: ReadonlySet<Type['kind']>;
  readonly words: ReadonlySet<string>;
}

/** Which of its kinds a value is of, by its number; -1 where there is none. */
export function kindOf(value: unknown, { kinds, words }: UnionKinds): number {
  if (value === undefined || value === null) return -1;
  if (typeof value === 'number') return kindNumber('number', kinds);
  if (typeof value === 'boolean') return kindNumber('boolean', kinds);
  if (typeof value !== 'string') return unfit();
  if (words.has(value)) return kindNumber('text', kinds);
  if (isBlank(value)) return words.has('') ? kindNumber('text', kinds) : -1;
  if (kinds.has('date') && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return kindNumber('date', kinds);
  if (kinds.has('date-time') && parseDateTime(value)) return kindNumber('date-time', kinds);
  if (kinds.has('time') && parseTime(value)) return kindNumber('time', kinds);
  return kindNumber('text', kinds);
}

function kindNumber(kind: (typeof slotKinds)[number], kinds: UnionKinds['kinds']): number {
  return kinds.has(kind) ? slotKinds.indexOf(kind) : unfit();
}

const keys: unknown[] = [];

/** The elements of a list have keys of their own. */
export function distinct(list: readonly unknown[], keyOf: (element: unknown) => unknown): void {
  if (list.length < 2) return;
  let named = 0;
  for (const item of list) {
    const key = keyOf(item);
    if (typeof key !== 'string') continue;
    keys[named] = key;
    named += 1;
  }
  if (named > 24) {
    if (new Set(keys.slice(0, named)).size < named) unfit();
    return;
  }
  for (let index = 1; index < named; index += 1) {
    const key = keys[index];
    for (let before = 0; before < index; before += 1) if (keys[before] === key) unfit();
  }
}

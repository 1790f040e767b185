import { parseDateTime } from '../values/temporal-text.ts';
import { epochDay } from '../values/temporal.ts';
import { instantOf } from '../values/zone.ts';
import { dayOfText, twoDigits } from './days.ts';
import { mostBits } from './plan.ts';

/** Thrown where a file may not be as its schema asks: what is wrong with it is for the reference path to say. */
export class Unfit extends Error {}

export function unfit(): never {
  throw new Unfit('not for the fast path');
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
 * A number as a whole one: `value * by`, where that is whole to the last digit.
 *
 * The double nearest to a decimal of at most 15 digits is `whole / by` and no other, so dividing back is the test.
 */
export function scaled(value: unknown, by: number, limits: Limits | undefined): number {
  if (value === undefined || value === null) return Number.NaN;
  if (typeof value !== 'number') return unfit();
  const whole = Math.round(value * by);
  if (whole / by !== value || whole > most || whole < -most) return unfit();
  if (limits && !within(value, limits)) return unfit();
  return whole;
}

function within(value: number, { minimum, maximum, above, below }: Limits): boolean {
  return value >= minimum && value <= maximum && value > above && value < below;
}

/** The believable days of a field, since 1970: from `first` to `last`, and `endless`; infinite where there is no such end. */
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
  if (!isBelievable(epochDay(found.date), days)) return unfit();
  const nanos = instantOf(found);
  return nanos % 1_000_000n === 0n ? Number(nanos / 1_000_000n) : unfit();
}

const momentShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/u;

/** `2026-08-20T09:30:00+08:00`, as nearly all are written; undefined for any other form. */
function quickMoment(text: string, days: Days): number | undefined {
  if (text.length !== 25 || !text.endsWith('+08:00') || text.charCodeAt(10) !== 84)
    return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  const day = dayOfText(text);
  if (day === undefined || !(hour < 24 && minute < 60 && second < 60)) return undefined;
  if (!isBelievable(day, days)) return unfit();
  return day * 86_400_000 + ((hour - 8) * 3600 + minute * 60 + second) * 1000;
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
  return words.get(value) ?? (isBlank(value) ? Number.NaN : unfit());
}

export function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') return unfit();
  const first = value.charCodeAt(0);
  // an ordinary character in front: not blank
  if ((first > 32 && first < 127) || (first >= 0x4e00 && first <= 0x9fff)) return value;
  return isBlank(value) ? undefined : value;
}

function isBlank(value: string): boolean {
  return value.trim() === '';
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

/**
 * How many keys a JSON text has, counted by the colons that follow a quotation mark.
 *
 * A key given twice, or one that no schema knows, makes the count differ from that of the fields that were found: so
 * neither gets past the loader. Unfit where a number has over 15 digits or an exponent, which the double no longer
 * tells, or where a colon stands after a space, which could hide a key from the count.
 */
export function keysIn(json: string): number {
  let keys = 0;
  for (let at = json.indexOf(':'); at >= 0; at = json.indexOf(':', at + 1)) {
    const before = json.charCodeAt(at - 1);
    if (before !== 34) {
      if (before <= 32) unfit();
      continue;
    }
    keys += 1;
    let next = at + 1;
    let code = json.charCodeAt(next);
    while (code <= 32) code = json.charCodeAt((next += 1));
    if (code === 45) code = json.charCodeAt((next += 1));
    if (!(code >= 48 && code <= 57)) continue;
    const start = next;
    while ((code >= 48 && code <= 57) || code === 46) code = json.charCodeAt((next += 1));
    if (next - start > 16 || code === 101 || code === 69) unfit();
  }
  return keys;
}

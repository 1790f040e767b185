import {
  addMonths,
  dateOfEpochDay,
  dayOfWeek,
  epochDay,
  millisPerDay,
  type PlainDate,
} from '../values/temporal.ts';
import { eastOf, type Zone } from '../values/zone.ts';
import type { DayPart } from '../plan/plan.ts';

/** Days count from 1970-01-01; NaN stands for a day that is not known. */

const daysTo1970 = 719_468;

/** What a clock shows at moments in milliseconds since 1970; NaN at one that is not known. */
export interface Clock {
  /** The day, since 1970. */
  readonly day: (millis: number) => number;
  /** The hour or the minute. */
  readonly part: (millis: number, part: 'hour' | 'minute') => number;
}

/** Of a zone: arithmetic where it keeps one offset, else what was in force at the moment. */
export function clockOf(zone: Zone): Clock {
  const local = localOf(zone);
  return {
    day: (millis) => Math.floor(local(millis) / millisPerDay),
    part: (millis, part) => partOfClock(local(millis), part),
  };
}

function localOf(zone: Zone): (millis: number) => number {
  if (zone.kind === 'offset') {
    const east = 1000 * zone.offset;
    return (millis) => millis + east;
  }
  return (millis) =>
    Number.isNaN(millis) ? millis : millis + 1000 * eastOf(zone, Math.floor(millis / 1000));
}

/**
 * Months since year 0 times 32, plus the day of the month, for days after year 0; in whole numbers of 32 bits.
 *
 * @see Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days
 */
function monthAndDay(epochDay: number): number {
  const z = (epochDay + daysTo1970) | 0;
  const era = (z / 146_097) | 0;
  const dayOfEra = z - Math.imul(era, 146_097);
  const centuries = ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + centuries) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  const shifted = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1;
  return (Math.imul(yearOfEra + Math.imul(era, 400), 12) + shifted + 2) * 32 + day;
}

/** Completed months from one day to another, as `completedMonths` of two dates; NaN where one is not known. */
export function monthsBetween(from: number, to: number): number {
  if (to < from) return 0 - completed(to, from);
  return to >= from ? completed(from, to) : Number.NaN;
}

function completed(from: number, to: number): number {
  const a = monthAndDay(from);
  const b = monthAndDay(to);
  const months = (b >> 5) - (a >> 5);
  // the last day of a shorter month completes it
  return (b & 31) < (a & 31) && (monthAndDay(to + 1) & 31) !== 1 ? months - 1 : months;
}

export function yearsBetween(from: number, to: number): number {
  return Math.trunc(monthsBetween(from, to) / 12) + 0;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day of a text `2024-09-24`; undefined where there is no such day, or before the year 1. */
export function dayOfText(text: string): number | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  if (day > (monthLengths[month - 1] ?? 0) + leap) return undefined;
  const y = month <= 2 ? year - 1 : year;
  const era = (y / 400) | 0;
  const yearOfEra = y - era * 400;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  const dayOfEra = yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * 146_097 + dayOfEra - daysTo1970;
}

/** Two digits of a text as a number; NaN where they are not. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}

function partOfClock(local: number, part: 'hour' | 'minute'): number {
  const minutes = Math.floor(local / 60_000);
  const by = part === 'hour' ? 1440 : 60;
  const left = minutes - Math.floor(minutes / by) * by;
  return part === 'hour' ? Math.floor(left / 60) : left;
}

/** A part of a day; Monday is weekday 1. */
export function partOfDay(day: number, part: DayPart): number {
  const date = dateOf(day);
  if (!date) return Number.NaN;
  return part === 'weekday' ? dayOfWeek(date) : date[part];
}

/** The same day of the month so many months later, or the last of that month. */
export function monthsAfter(day: number, months: number): number {
  const date = dateOf(day);
  const shifted = date && !Number.isNaN(months) ? addMonths(date, months) : undefined;
  return shifted ? epochDay(shifted) : Number.NaN;
}

/** The date of a day; undefined for one that is not known, or beyond the years that dates have. */
export function dateOf(day: number): PlainDate | undefined {
  return Number.isNaN(day) ? undefined : dateOfEpochDay(day);
}

/** Days worked since the first day that a calendar covers: `working days between` is a difference of two of them. */
export interface WorkedDays {
  readonly firstDay: number;
  /** NaN for days that are not covered. */
  readonly worked: Float64Array;
  /** Which stretch of covered years a day is in: no count runs across a year that is not covered. */
  readonly stretch: Int32Array;
}

/** Working days d with from < d ≤ to, negative backwards; NaN outside the calendar. */
export function workingDaysBetween(
  { firstDay, worked, stretch }: WorkedDays,
  from: number,
  to: number,
): number {
  if (from === to) return 0;
  const [a, b] = from < to ? [from, to] : [to, from];
  // the day before the first covered one is where a count may begin
  const [i, j] = [a - firstDay + 1, b - firstDay + 1];
  if (!(i >= 0 && j < worked.length) || stretch[i + 1] !== stretch[j]) return Number.NaN;
  const before = stretch[i] === stretch[j] ? (worked[i] ?? Number.NaN) : 0;
  const count = (worked[j] ?? Number.NaN) - before;
  return from < to ? count : 0 - count;
}

/** The working day so many after a day, before it where negative, the day itself for 0; NaN outside the calendar. */
export function workingDaysAfter(
  { firstDay, worked, stretch }: WorkedDays,
  from: number,
  days: number,
): number {
  if (Number.isNaN(from + days)) return Number.NaN;
  const step = days < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(days); left > 0;) {
    day += step;
    const index = day - firstDay + 1;
    const count = worked[index];
    if (index < 1 || count === undefined || Number.isNaN(count)) return Number.NaN;
    const before = stretch[index - 1] === stretch[index] ? (worked[index - 1] ?? 0) : 0;
    if (count > before) left -= 1;
  }
  return day;
}

/** @param isWorkingDay - of a day since 1970; undefined where the calendar does not say */
export function workedDays(
  years: readonly number[],
  firstOfYear: (year: number) => number,
  isWorkingDay: (day: number) => boolean | undefined,
): WorkedDays {
  const firstDay = firstOfYear(Math.min(...years));
  const end = firstOfYear(Math.max(...years) + 1);
  const length = Math.max(0, end - firstDay) + 1;
  const worked = new Float64Array(length).fill(Number.NaN);
  const stretch = new Int32Array(length + 1).fill(-1);
  let count = 0;
  let piece = 0;
  for (let index = 1; index < length; index += 1) {
    const works = isWorkingDay(firstDay + index - 1);
    if (works === undefined) {
      piece += 1;
      count = 0;
      continue;
    }
    if (works) count += 1;
    worked[index] = count;
    stretch[index] = piece;
  }
  return { firstDay, worked, stretch };
}

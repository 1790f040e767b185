import { isWorkingDay } from '../program/calendar.ts';
import type { Subject, WorkingCalendar } from '../program/ast.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { addDays, addMonths, epochDay } from '../values/temporal.ts';

/** Which days of a file are those of publications. */
export type Published = NonNullable<NonNullable<Subject['file']['sample']>['published']>;

/** Days of the process lie so near the day of the file; older and later ones are facts that stay. */
const processDays = 240;

/** Days off in a row, at most. */
const mostHolidays = 20;

/** Moves the days of files by working days; what was worked out is remembered. */
export interface Days {
  /** An ISO day, with or without a time behind it, as many working days later; a fact of long before stays. */
  readonly moved: (text: string, workingDays: number) => string;
  /** The day of publication that was in force when the file, as moved, is signed. */
  readonly published: (text: string, workingDays: number, how: Published) => string;
  /** So many working days later, wherever it lies. */
  readonly shifted: (day: string, workingDays: number) => string;
}

/** @param asOf - the day of the file, ISO; days of the process are those near it */
export function newDays(asOf: string | undefined, calendar: WorkingCalendar | undefined): Days {
  const center = asOf === undefined ? undefined : parseDate(asOf.slice(0, 10));
  const known = new Map<string, string>();
  return {
    shifted,
    moved: (text, workingDays) => {
      const day = text.slice(0, 10);
      return isNear(day) ? shifted(day, workingDays) + text.slice(10) : text;
    },
    published: (text, workingDays, { dayOfMonth, ahead }) =>
      isNear(text.slice(0, 10))
        ? lastOf(dayOfMonth, shifted(daysLater(text, ahead), workingDays))
        : text,
  };

  function isNear(day: string): boolean {
    const date = parseDate(day);
    return date && center ? Math.abs(epochDay(date) - epochDay(center)) <= processDays : false;
  }

  function shifted(day: string, workingDays: number): string {
    const key = `${workingDays} ${day}`;
    const to = known.get(key) ?? worked(day, workingDays);
    known.set(key, to);
    return to;
  }

  /** As many working days later, or earlier; what was no working day stays as long after the one before it. */
  function worked(day: string, workingDays: number): string {
    let from = day;
    let after = 0;
    while (!isWorked(from) && after < mostHolidays) {
      from = daysLater(from, -1);
      after += 1;
    }
    const step = Math.sign(workingDays);
    let to = from;
    for (let left = Math.abs(workingDays); left > 0; left -= 1) {
      do to = daysLater(to, step);
      while (!isWorked(to));
    }
    for (let left = after; left > 0 && !isWorked(daysLater(to, 1)); left -= 1)
      to = daysLater(to, 1);
    return to;
  }

  /** Days that the calendar does not know are taken for worked: the file is judged afterwards. */
  function isWorked(day: string): boolean {
    const date = parseDate(day);
    return !date || !calendar || isWorkingDay(calendar, date) !== false;
  }
}

/** The last such day of a month that is not after a day. */
function lastOf(dayOfMonth: number, day: string): string {
  const date = parseDate(day);
  if (!date) return day;
  if (date.day >= dayOfMonth) return printDate({ ...date, day: dayOfMonth });
  const before = addMonths(date, -1);
  return before ? printDate({ ...before, day: dayOfMonth }) : day;
}

export function daysLater(day: string, days: number): string {
  const date = parseDate(day);
  const other = date && addDays(date, days);
  return other ? printDate(other) : day;
}

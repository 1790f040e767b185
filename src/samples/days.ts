import type { Subject, WorkingCalendar } from '../program/ast.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { addDays, addMonths, epochDay } from '../values/temporal.ts';
import { type WorkingDays, workingDays } from './working-days.ts';

/** Which days of a file are those of publications. */
export type Published = NonNullable<NonNullable<Subject['file']['sample']>['published']>;

/** Days of the process lie so near the day of the file; older and later ones are facts that stay. */
const processDays = 240;

/** Moves the days of files by working days. */
export interface Days extends Pick<WorkingDays, 'shifted'> {
  /** An ISO day, with or without a time behind it, as many working days later; a fact of long before stays. */
  readonly moved: (text: string, workingDays: number) => string;
  /** The day of publication that was in force when the file, as moved, is signed. */
  readonly published: (text: string, workingDays: number, how: Published) => string;
}

/** @param asOf - the day of the file, ISO; days of the process are those near it, and without it no day moves */
export function newDays(asOf: string | undefined, calendar: WorkingCalendar | undefined): Days {
  const center = asOf === undefined ? undefined : parseDate(asOf.slice(0, 10));
  const { shifted } = workingDays(calendar, asOf ?? '');
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

import { printDate } from '../values/temporal-text.ts';
import { dayOfWeek, type PlainDate } from '../values/temporal.ts';
import type { WorkingCalendar } from './ast.ts';

/** Whether a day is worked: undefined for a year the calendar does not cover. */
export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean | undefined {
  if (!calendar.years.has(date.year)) return undefined;
  const day = printDate(date);
  if (calendar.workdays.has(day)) return true;
  return dayOfWeek(date) <= 5 && !calendar.holidays.has(day);
}

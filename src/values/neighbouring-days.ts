import { parseDate, printDate } from './temporal-text.ts';
import { addDays } from './temporal.ts';

/** The day before an ISO day; anything else as it is. */
export function dayBefore(day: string): string {
  return moved(day, -1);
}

/** The day after an ISO day; anything else, and the last day of four digits of year, as it is. */
export function dayAfter(day: string): string {
  return day >= '9999-12-31' ? day : moved(day, 1);
}

function moved(day: string, by: number): string {
  const date = parseDate(day);
  const next = date && addDays(date, by);
  return next ? printDate(next) : day;
}

import { isWorkingDay } from '../program/calendar.ts';
import type { WorkingCalendar } from '../program/ast.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { dateOfEpochDay, epochDay } from '../values/temporal.ts';

/** Days by their working days, each found at once however far away it is. */
export interface WorkingDays {
  /** So many working days later or earlier; what was no working day stays as long after the one before it. */
  readonly shifted: (day: string, workingDays: number) => string;
  /** The day itself where it is worked, else the next that is. */
  readonly next: (day: string) => string;
  readonly isWorked: (day: string) => boolean;
  /** How many working days lie from one day to the other. */
  readonly between: (from: string, to: string) => number;
}

/** Years around a day that are known: files lie in them. */
const years = 12;

/** @param around - ISO; days more than twelve years away from it are left as they are */
export function workingDays(calendar: WorkingCalendar | undefined, around: string): WorkingDays {
  const first = dayNumber(around) - years * 365;
  const last = dayNumber(around) + years * 365;
  /** Numbers of the days that are worked, in order. */
  const worked: number[] = [];
  /** Of each day from the first, how many were worked up to it. */
  const count: number[] = [];
  for (let number = first; number <= last; number += 1) {
    const date = dateOfEpochDay(number);
    // days that the calendar does not know are taken for worked: the file is judged afterwards
    if (date && (!calendar || isWorkingDay(calendar, date) !== false)) worked.push(number);
    count.push(worked.length);
  }
  return {
    shifted: (day, by) => {
      const number = dayNumber(day);
      const before = countAt(number) - 1;
      const from = worked[before];
      const to = worked[before + by];
      if (from === undefined || to === undefined) return day;
      const next = worked[before + by + 1] ?? to + 1;
      return dayOf(Math.min(to + (number - from), Math.max(to, next - 1)));
    },
    next: (day) => (isWorked(day) ? day : dayOf(worked[countAt(dayNumber(day))] ?? dayNumber(day))),
    isWorked,
    between: (from, to) => countAt(dayNumber(to)) - countAt(dayNumber(from)),
  };

  function isWorked(day: string): boolean {
    const number = dayNumber(day);
    return worked[countAt(number) - 1] === number;
  }

  function countAt(number: number): number {
    return count[number - first] ?? 0;
  }
}

/** @param day - ISO, with or without a time behind it */
export function dayNumber(day: string): number {
  const date = parseDate(day.slice(0, 10));
  return date ? epochDay(date) : 0;
}

export function dayOf(number: number): string {
  const date = dateOfEpochDay(number);
  return date ? printDate(date) : '';
}

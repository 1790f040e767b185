import { parseDate, parseDateTime } from '../values/temporal-text.ts';
import type { DateTime, PlainDate } from '../values/temporal.ts';

/** Why a text is not the day, or the moment, that its field wants. */
export type DayFault =
  /** A day is wanted, and a time of day follows it. */
  | 'has-time'
  /** A moment is wanted, and there is a day alone. */
  | 'no-time'
  | 'no-zone'
  /** It is written well, and the calendar or the clock has none such. */
  | 'not-there'
  | 'form';

const day = /^\d{4}-\d{2}-\d{2}$/u;
const momentsDay = /^\d{4}-\d{2}-\d{2}[Tt ]\d/u;
const clock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?/u;
const zone = /^(Z|[+-]\d{2}:\d{2})$/u;

/** Reads `2024-10-08`. */
export function readDay(text: string): PlainDate | DayFault {
  if (day.test(text)) return parseDate(text) ?? 'not-there';
  return momentsDay.test(text) ? 'has-time' : 'form';
}

/** Reads `2024-10-08T09:30:00+08:00`; the seconds may be left out, the zone may not. */
export function readMoment(text: string): DateTime | DayFault {
  if (day.test(text)) return 'no-time';
  const [written = '', seconds] = clock.exec(text) ?? [];
  const rest = text.slice(written.length);
  if (written === '' || !(rest === '' || zone.test(rest))) return 'form';
  if (rest === '') return 'no-zone';
  return parseDateTime(seconds === undefined ? `${written}:00${rest}` : text) ?? 'not-there';
}

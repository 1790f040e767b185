/** A calendar day, proleptic Gregorian. Years may be negative or beyond 9999. */
export interface PlainDate {
  readonly kind: 'date';
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** A time of day. It has an offset, a zone, or neither (then it is local to wherever it is read). */
export interface Time {
  readonly kind: 'time';
  readonly hour: number;
  readonly minute: number;
  /** Whole seconds, 0 to 59. */
  readonly second: number;
  /** The part of a second, 1 to 999,999,999 nanoseconds; absent for none. */
  readonly nanos?: number;
  /** Seconds east of UTC. */
  readonly offset?: number;
  /** An IANA name, such as `Asia/Shanghai`. */
  readonly zone?: string;
}

export interface DateTime {
  readonly kind: 'date-time';
  readonly date: PlainDate;
  readonly time: Time;
}

/** A duration in days, hours, minutes and seconds. */
export interface DaysDuration {
  readonly kind: 'days-duration';
  readonly nanos: bigint;
}

/** A duration in years and months. */
export interface MonthsDuration {
  readonly kind: 'months-duration';
  readonly months: number;
}

export const nanosPerSecond = 1_000_000_000n;
const secondsPerDay = 86_400;
export const millisPerDay = 1000 * secondsPerDay;
export const nanosPerDay: bigint = nanosPerSecond * BigInt(secondsPerDay);

/** Years go from minus this to this, as in DMN. */
const lastYear = 999_999_999;

/** The day, or undefined where there is none such, as on 30 February. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > lastYear) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { kind: 'date', year, month, day };
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01; negative before.
 *
 * @see Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil
 */
export function epochDay({ year, month, day }: PlainDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfShiftedYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfShiftedYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day so many days after 1970-01-01; undefined beyond the first or last year. */
export function dateOfEpochDay(days: number): PlainDate | undefined {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfShiftedYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfShiftedYear + 2) / 153);
  const day = dayOfShiftedYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** Negative, zero or positive as `a` is before, on or after `b`. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  return Math.sign(a.year - b.year || a.month - b.month || a.day - b.day);
}

/** The day so many days later; undefined beyond the last year. */
export function addDays(date: PlainDate, days: number): PlainDate | undefined {
  return dateOfEpochDay(epochDay(date) + days);
}

/** The same day of the month so many months later, or the last of that month where it is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate | undefined {
  const total = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return plainDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/**
 * Completed months: the largest n for which `from` plus n months, cut to the length of the month, is not after `to`.
 * Where `to` is before `from`, minus the months from `to` to `from`.
 */
export function completedMonths(from: PlainDate, to: PlainDate): number {
  if (compareDates(to, from) < 0) return 0 - completedMonths(to, from);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const reached = addMonths(from, months);
  return reached && compareDates(reached, to) <= 0 ? months : months - 1;
}

/** Monday is 1, Sunday is 7. */
export function dayOfWeek(date: PlainDate): number {
  return modulo(epochDay(date) + 3, 7) + 1;
}

export function dayOfYear(date: PlainDate): number {
  return epochDay(date) - epochDay({ ...date, month: 1, day: 1 }) + 1;
}

/** The week of ISO 8601: the first is the one with the year's first Thursday. */
export function weekOfYear(date: PlainDate): number {
  const thursday = dateOfEpochDay(epochDay(date) + 4 - dayOfWeek(date)) ?? date;
  return Math.floor((dayOfYear(thursday) - 1) / 7) + 1;
}

/** Nanoseconds since midnight, by the clock on the wall. */
export function nanosOfDay({ hour, minute, second, nanos = 0 }: Time): bigint {
  return BigInt(hour * 3600 + minute * 60 + second) * nanosPerSecond + BigInt(nanos);
}

/** The time so many nanoseconds after midnight, at the offset or zone of `like`. */
export function timeOfNanos(nanosAfterMidnight: bigint, like: Pick<Time, 'offset' | 'zone'>): Time {
  const inDay = ((nanosAfterMidnight % nanosPerDay) + nanosPerDay) % nanosPerDay;
  const seconds = Number(inDay / nanosPerSecond);
  const nanos = Number(inDay % nanosPerSecond);
  return {
    kind: 'time',
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    ...(nanos === 0 ? {} : { nanos }),
    ...(like.offset === undefined ? {} : { offset: like.offset }),
    ...(like.zone === undefined ? {} : { zone: like.zone }),
  };
}

/** Nanoseconds since 1970-01-01T00:00:00 by the clock on the wall, whatever the offset. */
export function localNanos({ date, time }: DateTime): bigint {
  return BigInt(epochDay(date)) * nanosPerDay + nanosOfDay(time);
}

/** Inverse of `localNanos`, at the offset or zone of `like`; undefined beyond the last year. */
export function dateTimeOfLocalNanos(
  nanos: bigint,
  like: Pick<Time, 'offset' | 'zone'>,
): DateTime | undefined {
  const inDay = ((nanos % nanosPerDay) + nanosPerDay) % nanosPerDay;
  const date = dateOfEpochDay(Number((nanos - inDay) / nanosPerDay));
  return date && { kind: 'date-time', date, time: timeOfNanos(inDay, like) };
}

function modulo(a: number, by: number): number {
  return a - by * Math.floor(a / by);
}

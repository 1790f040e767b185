import {
  type DateTime,
  type Time,
  dateTimeOfLocalNanos,
  epochDay,
  localNanos,
  nanosOfDay,
  nanosPerSecond,
} from './temporal.ts';

/** The bank's clock, seconds east of UTC: +08:00 all the year. */
export const bankOffset = 8 * 3600;

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const zoneName = /^[A-Za-z][A-Za-z0-9_+\-/]{0,60}$/u;

/** True for the name of a zone in the IANA database, such as `Asia/Shanghai`. */
export function isZone(name: string): boolean {
  return formatOf(name) !== undefined;
}

/** Seconds east of UTC; undefined where the time has neither offset nor zone. */
export function offsetOf({ date, time }: DateTime): number | undefined {
  if (time.offset !== undefined) return time.offset;
  if (time.zone === undefined) return undefined;
  const local = localNanos({ kind: 'date-time', date, time });
  const guess = offsetAt(time.zone, local);
  // The offset in force at the guessed instant; it settles but for the hour a clock skips.
  return offsetAt(time.zone, local - BigInt(guess) * nanosPerSecond);
}

/** The offset of a time without a date: a zone's is that of 1970-01-01. */
export function offsetOfTime(time: Time): number | undefined {
  return offsetOf({
    kind: 'date-time',
    date: { kind: 'date', year: 1970, month: 1, day: 1 },
    time,
  });
}

/** Nanoseconds since 1970-01-01T00:00:00Z; a date-time without offset or zone is read as UTC. */
export function instantOf(dateTime: DateTime): bigint {
  return localNanos(dateTime) - BigInt(offsetOf(dateTime) ?? 0) * nanosPerSecond;
}

/** Nanoseconds since midnight UTC, not cut to one day; without offset or zone read as UTC. */
export function instantOfTime(time: Time): bigint {
  return nanosOfDay(time) - BigInt(offsetOfTime(time) ?? 0) * nanosPerSecond;
}

/** The same instant on the clocks of another offset, seconds east of UTC; unchanged where the instant is not known. */
export function atOffset(dateTime: DateTime, offset: number): DateTime | undefined {
  if (offsetOf(dateTime) === undefined) return dateTime;
  return dateTimeOfLocalNanos(instantOf(dateTime) + BigInt(offset) * nanosPerSecond, { offset });
}

/** The offset a zone has at an instant. Beyond the years 1000 to 9000 that of the nearest of them. */
function offsetAt(zone: string, instant: bigint): number {
  const seconds = Number(instant / nanosPerSecond);
  const within = Math.min(Math.max(seconds, first), last);
  const format = formatOf(zone);
  const name = format
    ?.formatToParts(new Date(within * 1000))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const match = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/u.exec(name ?? '');
  if (!match) return 0;
  const [, sign, hours, minutes, rest = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(rest));
}

const first = epochDay({ kind: 'date', year: 1000, month: 1, day: 1 }) * 86_400;
const last = epochDay({ kind: 'date', year: 9000, month: 1, day: 1 }) * 86_400;

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(zone)) return formats.get(zone);
  if (!zoneName.test(zone)) return undefined;
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    // Intl throws a RangeError for a name it does not know.
    return undefined;
  }
  formats.set(zone, format);
  return format;
}

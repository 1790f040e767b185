import {
  type DateTime,
  type PlainDate,
  type Time,
  dateTimeOfLocalNanos,
  epochDay,
  localNanos,
  nanosOfDay,
  nanosPerSecond,
} from './temporal.ts';

/** Where a clock hangs. */
export type Zone =
  /** So many seconds east of UTC, all the year. */
  | { readonly kind: 'offset'; readonly offset: number }
  /** By the rules of a place, summer time among them: a name of the IANA database. */
  | { readonly kind: 'named'; readonly name: string };

export const utc: Zone = { kind: 'offset', offset: 0 };

/** Names of zones, for who looks for one. */
export function zoneNames(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

/** Seconds east of UTC that a clock shows, at seconds since 1970. */
export function eastOf(zone: Zone, seconds: number): number {
  return zone.kind === 'offset' ? zone.offset : offsetAt(zone.name, seconds);
}

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
  const guess = offsetAt(time.zone, secondsOf(local));
  // The offset in force at the guessed instant; it settles but for the hour a clock skips.
  return offsetAt(time.zone, secondsOf(local) - guess);
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

/** The same instant on a clock; unchanged where the instant is not known. */
export function atZone(dateTime: DateTime, zone: Zone): DateTime | undefined {
  if (offsetOf(dateTime) === undefined) return dateTime;
  const instant = instantOf(dateTime);
  const offset = eastOf(zone, secondsOf(instant));
  return dateTimeOfLocalNanos(instant + BigInt(offset) * nanosPerSecond, { offset });
}

/** The day on which an instant falls by a clock; the date itself where the instant is not known. */
export function dayAtZone(dateTime: DateTime, zone: Zone): PlainDate | undefined {
  return atZone(dateTime, zone)?.date;
}

/** Whole seconds since 1970, those before it counted down. */
function secondsOf(nanos: bigint): number {
  const seconds = nanos / nanosPerSecond;
  return Number(nanos % nanosPerSecond < 0n ? seconds - 1n : seconds);
}

/** Offsets that were looked up, by zone and day since 1970; undefined on a day whose end has another than its start. */
const offsets = new Map<string, Map<number, number | undefined>>();
/** Days kept of a zone, at most. */
const mostKept = 100_000;

/** The offset a zone has at an instant. Beyond the years 1000 to 9000 that of the nearest of them. */
function offsetAt(zone: string, seconds: number): number {
  const within = Math.min(Math.max(seconds, first), last);
  const ofZone = offsets.get(zone) ?? new Map<number, number | undefined>();
  offsets.set(zone, ofZone);
  const day = Math.floor(within / 86_400);
  if (!ofZone.has(day)) {
    const [start, end] = [offsetRead(zone, day * 86_400), offsetRead(zone, (day + 1) * 86_400)];
    if (ofZone.size >= mostKept) ofZone.clear();
    ofZone.set(day, start === end ? start : undefined);
  }
  return ofZone.get(day) ?? offsetRead(zone, within);
}

function offsetRead(zone: string, seconds: number): number {
  const name = formatOf(zone)
    ?.formatToParts(new Date(seconds * 1000))
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

import {
  type DateTime,
  type DaysDuration,
  type MonthsDuration,
  type PlainDate,
  type Time,
  addDays,
  nanosPerDay,
  nanosPerSecond,
  plainDate,
} from './temporal.ts';
import { isZone, type Zone } from './zone.ts';

const dateForm = /^(-?(?:\d{4}|[1-9]\d{4,8}))-(\d\d)-(\d\d)$/u;
const timeForm =
  /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(?:(Z|z)|([+-]\d\d:\d\d(?::\d\d)?)|@(.+))?$/u;
/** As nearly all are written. */
const plainForm = /^(\d\d):(\d\d):(\d\d)([+-])([01]\d):([0-5]\d)$/u;
const monthsForm = /^(-?)P(?:(\d{1,15})Y)?(?:(\d{1,15})M)?$/u;
const daysForm =
  /^(-?)P(?:(\d{1,30})D)?(?:T(?=\d)(?:(\d{1,30})H)?(?:(\d{1,30})M)?(?:(\d{1,30})(?:\.(\d{0,30}))?S)?)?$/u;

/** Largest offset from UTC: 18 hours, in seconds. */
const largestOffset = 18 * 3600;

/** Reads `2024-10-08`; undefined for another form or a day that does not exist. */
export function parseDate(text: string): PlainDate | undefined {
  const match = dateForm.exec(text);
  return match ? plainDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/**
 * Reads `08:30:00`, with a fraction, `Z`, an offset or `@Zone/Name` at will. Below a nanosecond it is cut off.
 * 24:00:00 is midnight.
 */
export function parseTime(text: string): Time | undefined {
  const plain = plainForm.exec(text);
  if (plain) {
    const [, hour, minute, second, sign, hours, minutes] = plain;
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
    if (Number(hour) < 24 && offset !== 0 && Math.abs(offset) <= largestOffset)
      return plainTime(Number(hour), Number(minute), Number(second), 0, offset);
  }
  const match = timeForm.exec(text.replace(/^24:00:00(?![.\d])/u, '00:00:00'));
  if (!match) return undefined;
  const [, hour = '', minute = '', second = '', fraction = '', utc, offsetText, zone] = match;
  const nanos = Number(fraction.slice(0, 9).padEnd(9, '0'));
  const offset = utc === undefined ? parseOffset(offsetText) : 0;
  if (offsetText !== undefined && offset === undefined) return undefined;
  if (zone !== undefined && !isZone(zone)) return undefined;
  return plainTime(Number(hour), Number(minute), Number(second), nanos, offset, zone);
}

/** The time, or undefined where there is none such. */
export function plainTime(
  hour: number,
  minute: number,
  second: number,
  nanos: number,
  offset: number | undefined,
  zone?: string,
): Time | undefined {
  if (!isIn(hour, 24) || !isIn(minute, 60) || !isIn(second, 60)) return undefined;
  if (offset !== undefined && Math.abs(offset) > largestOffset) return undefined;
  return {
    kind: 'time',
    hour,
    minute,
    second,
    ...(nanos === 0 ? {} : { nanos }),
    ...(offset === undefined ? {} : { offset }),
    ...(zone === undefined ? {} : { zone }),
  };
}

/** Reads a date and a time with `T` between them; 24:00:00 is the start of the next day. */
export function parseDateTime(text: string): DateTime | undefined {
  const at = text.indexOf('T');
  if (at < 0) return undefined;
  const date = parseDate(text.slice(0, at));
  const time = parseTime(text.slice(at + 1));
  if (!date || !time) return undefined;
  const day = text.startsWith('24', at + 1) ? addDays(date, 1) : date;
  return day && { kind: 'date-time', date: day, time };
}

/** Reads `P1Y2M` or `P1DT2H3M4.5S`, negative with a `-` in front. */
export function parseDuration(text: string): DaysDuration | MonthsDuration | undefined {
  const months = monthsForm.exec(text);
  if (months && (months[2] !== undefined || months[3] !== undefined)) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    if (!Number.isSafeInteger(total)) return undefined;
    return { kind: 'months-duration', months: months[1] === '-' && total !== 0 ? -total : total };
  }
  const days = daysForm.exec(text);
  if (!days || days.slice(2, 6).join('') === '') return undefined;
  const [, sign, d = '0', h = '0', m = '0', s = '0', fraction = ''] = days;
  const seconds = BigInt(d) * 86_400n + BigInt(h) * 3600n + BigInt(m) * 60n + BigInt(s);
  const nanos = seconds * nanosPerSecond + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return { kind: 'days-duration', nanos: sign === '-' ? -nanos : nanos };
}

/** Reads any of them, told apart by form. */
export function parseTemporal(
  text: string,
): PlainDate | Time | DateTime | DaysDuration | MonthsDuration | undefined {
  return parseDate(text) ?? parseTime(text) ?? parseDateTime(text) ?? parseDuration(text);
}

export function printDate({ year, month, day }: PlainDate): string {
  const digits = String(Math.abs(year)).padStart(4, '0');
  return `${year < 0 ? '-' : ''}${digits}-${two(month)}-${two(day)}`;
}

export function printTime({ hour, minute, second, nanos, offset, zone }: Time): string {
  const where = zone === undefined ? (offset === undefined ? '' : printOffset(offset)) : `@${zone}`;
  return `${two(hour)}:${two(minute)}:${two(second)}${printFraction(nanos ?? 0)}${where}`;
}

export function printDateTime({ date, time }: DateTime): string {
  return `${printDate(date)}T${printTime(time)}`;
}

export function printDuration(duration: DaysDuration | MonthsDuration): string {
  if (duration.kind === 'months-duration') {
    const months = Math.abs(duration.months);
    const [y, m] = [Math.floor(months / 12), months % 12];
    const text = (y === 0 ? '' : `${y}Y`) + (m === 0 ? '' : `${m}M`);
    return `${duration.months < 0 ? '-' : ''}P${text === '' ? '0M' : text}`;
  }
  const nanos = duration.nanos < 0n ? -duration.nanos : duration.nanos;
  const days = nanos / nanosPerDay;
  const seconds = Number((nanos % nanosPerDay) / nanosPerSecond);
  const fraction = printFraction(Number(nanos % nanosPerSecond));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock =
    (h === 0 ? '' : `${h}H`) +
    (m === 0 ? '' : `${m}M`) +
    (s === 0 && fraction === '' ? '' : `${s}${fraction}S`);
  const text = (days === 0n ? '' : `${days}D`) + (clock === '' ? '' : `T${clock}`);
  return `${duration.nanos < 0n ? '-' : ''}P${text === '' ? 'T0S' : text}`;
}

function parseOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  if (minutes > 59 || seconds > 59) return undefined;
  const total = hours * 3600 + minutes * 60 + seconds;
  if (total > largestOffset) return undefined;
  return text.startsWith('-') && total !== 0 ? -total : total;
}

function printOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const total = Math.abs(offset);
  const seconds = total % 60 === 0 ? '' : `:${two(total % 60)}`;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(total / 3600))}:${two(Math.floor(total / 60) % 60)}${seconds}`;
}

function printFraction(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/u, '')}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function isIn(n: number, below: number): boolean {
  return Number.isInteger(n) && n >= 0 && n < below;
}

/** What `+08:00`, `Z` or `America/New_York` says of a clock; undefined for what is none. */
export function zoneOf(text: string): Zone | undefined {
  if (/^(?:Z|[+-]\d\d:\d\d)$/u.test(text)) {
    const offset = parseTime(`00:00:00${text}`)?.offset;
    return offset === undefined ? undefined : { kind: 'offset', offset };
  }
  return isZone(text) ? { kind: 'named', name: text } : undefined;
}

/** English names of the months, January first. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

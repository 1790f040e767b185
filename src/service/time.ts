import { momentOf, type Session } from '../evaluate/session.ts';
import { traceOf } from '../evaluate/value.ts';
import type { Core } from '../feel/core.ts';
import { call, constant } from '../feel/make.ts';
import { isKind, type Value } from '../feel/value.ts';
import type { ServicePromise } from '../program/ast.ts';
import { floor, rational, type Rational } from '../values/rational.ts';
import { addDays, type DateTime, type PlainDate } from '../values/temporal.ts';
import { parseDate, printDate } from '../values/temporal-text.ts';
import { dayAtZone, instantOf, type Zone } from '../values/zone.ts';

type Unit = ServicePromise['entry']['data']['unit'];

const nanosAnHour = 3_600_000_000_000n;

/** A day or a moment that a time begins or ends with. */
export type Point = PlainDate | DateTime;

/** A value as a point of time; undefined where it is none. */
export function pointOf(value: Value): Point | undefined {
  return isKind(value, 'date') || isKind(value, 'date-time') ? value : undefined;
}

/** The day of a point, ISO; of a moment by the clock of the rulebook. */
export function dayOfPoint(point: Point, zone: Zone): string | undefined {
  const day = point.kind === 'date' ? point : dayAtZone(point, zone);
  return day && printDate(day);
}

/**
 * What went by from one point to another, in a unit; days and working days as rules count them.
 *
 * @returns undefined where the calendar does not know the working days of a year, or hours run between days
 */
export function elapsed(
  from: Point,
  to: Point,
  unit: Unit,
  session: Session,
): Rational | undefined {
  if (unit === 'elapsed-hours') {
    if (from.kind === 'date' || to.kind === 'date') return undefined;
    return rational(instantOf(to) - instantOf(from), nanosAnHour);
  }
  const builtin = unit === 'days' ? 'days between' : 'working days between';
  const value = valueIn(session, call(builtin, pointCore(from), pointCore(to)));
  return isKind(value, 'number') ? value : undefined;
}

/** Whether one point lies before another: moments to the second, days by the day. */
export function isBefore(one: Point, other: Point, zone: Zone): boolean {
  if (one.kind === 'date-time' && other.kind === 'date-time')
    return instantOf(one) < instantOf(other);
  const [a, b] = [dayOfPoint(one, zone), dayOfPoint(other, zone)];
  return a !== undefined && b !== undefined && a < b;
}

/** The last day on which something is in time, ISO; undefined for hours, and where the calendar does not know it. */
export function lastDay(
  from: Point,
  within: Rational,
  unit: Unit,
  session: Session,
): string | undefined {
  const { zone } = session.program.setting;
  const day = dayOfPoint(from, zone);
  const whole = floor(within);
  if (day === undefined || unit === 'elapsed-hours') return undefined;
  if (unit === 'days') {
    const last = addDays(parsed(day), Number(whole));
    return last && printDate(last);
  }
  const count = constant({ ...within, n: whole, d: 1n }, { kind: 'number', unit: 'count' });
  const value = valueIn(session, call('add working days', pointCore(from), count));
  return isKind(value, 'date') ? printDate(value) : undefined;
}

/** The first moment of a day (ISO) by an offset of a moment: hours are counted to it. */
export function beginningOf(day: string, like: Point): Point {
  const date = parsed(day);
  if (like.kind === 'date') return date;
  return { ...like, date, time: { ...like.time, hour: 0, minute: 0, second: 0, nanos: 0 } };
}

/** The day after, ISO. */
export function dayAfter(day: string): string {
  const next = addDays(parsed(day), 1);
  return next ? printDate(next) : day;
}

function parsed(day: string): PlainDate {
  return parseDate(day) ?? { kind: 'date', year: 1, month: 1, day: 1 };
}

function pointCore(point: Point): Core {
  return constant(point, { kind: point.kind });
}

function valueIn(session: Session, core: Core): Value {
  return traceOf(core, momentOf(session, undefined)).value;
}

import { unreachable } from '../../base/invariant.ts';
import { whole } from '../../values/rational.ts';
import {
  type DateTime,
  type DaysDuration,
  type MonthsDuration,
  type PlainDate,
  type Time,
  dayOfWeek,
  nanosPerDay,
  nanosPerSecond,
} from '../../values/temporal.ts';
import { offsetOf, offsetOfTime } from '../../values/zone.ts';
import type { Range, Value } from '../value.ts';
import { nothing, onClock, type Operating } from './operating.ts';

/** What `of.name` may be asked of that is no record: `day.year`. */
export type Parted = PlainDate | Time | DateTime | DaysDuration | MonthsDuration | Range;

export function isParted(value: Value): value is Parted {
  if (typeof value !== 'object' || value === null) return false;
  switch (value.kind) {
    case 'date':
    case 'time':
    case 'date-time':
    case 'days-duration':
    case 'months-duration':
    case 'range':
      return true;
    default:
      return false;
  }
}

/** A part of a date, time, duration or range; of a moment, in rules, that of the rulebook's clock. */
export function propertyOf(of: Parted, name: string, within: Operating): Value {
  const placed = of.kind === 'date-time' ? (onClock(of, within) ?? of) : of;
  return partOf(placed, name) ?? nothing(within);
}

function partOf(of: Parted, name: string): Value | undefined {
  switch (of.kind) {
    case 'date':
      return partOfDate(of, name);
    case 'time':
      return partOfTime(of, offsetOfTime(of), name);
    case 'date-time':
      return partOfDate(of.date, name) ?? partOfTime(of.time, offsetOf(of), name);
    case 'days-duration':
      return partOfDays(of.nanos, name);
    case 'months-duration':
      if (name === 'years') return whole(Math.trunc(of.months / 12));
      return name === 'months' ? whole(of.months % 12) : undefined;
    case 'range':
      if (name === 'start') return of.low;
      if (name === 'end') return of.high;
      if (name === 'start included') return of.lowIncluded;
      return name === 'end included' ? of.highIncluded : undefined;
    default:
      return unreachable(of);
  }
}

function partOfDate(date: PlainDate, name: string): Value | undefined {
  if (name === 'year') return whole(date.year);
  if (name === 'month') return whole(date.month);
  if (name === 'day') return whole(date.day);
  return name === 'weekday' ? whole(dayOfWeek(date)) : undefined;
}

function partOfTime(time: Time, offset: number | undefined, name: string): Value | undefined {
  if (name === 'hour') return whole(time.hour);
  if (name === 'minute') return whole(time.minute);
  if (name === 'second') return whole(time.second);
  if (name === 'timezone') return time.zone;
  if (name !== 'time offset' || offset === undefined) return undefined;
  return { kind: 'days-duration', nanos: BigInt(offset) * nanosPerSecond };
}

/** Each part has the sign of the whole. */
function partOfDays(nanos: bigint, name: string): Value | undefined {
  const seconds = nanos / nanosPerSecond;
  if (name === 'days') return whole(nanos / nanosPerDay);
  if (name === 'hours') return whole((seconds / 3600n) % 24n);
  if (name === 'minutes') return whole((seconds / 60n) % 60n);
  return name === 'seconds' ? whole(seconds % 60n) : undefined;
}

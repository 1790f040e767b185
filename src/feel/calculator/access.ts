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
import { atOffset, bankOffset, offsetOf, offsetOfTime } from '../../values/zone.ts';
import type { Range, Value } from '../value.ts';
import type { Evaluation } from './evaluation.ts';
import { spendOnOrder } from '../operations/costs.ts';
import { spend } from '../operations/limits.ts';
import { isRules, nothing } from '../operations/operating.ts';
import { fieldOf } from '../operations/field.ts';

/** `of.name`: a field of a context, that of each element of a list, or a part of a date, time, duration or range. */
export function pathOf(of: Value, name: string, within: Evaluation): Value {
  // a record that was verified to be none has none of its fields either
  if (of === null && isRules(within)) return null;
  if (typeof of !== 'object' || of === null) return nothing(within);
  switch (of.kind) {
    case 'unknown':
      return of;
    case 'context': {
      const field = fieldOf(of, name);
      return field === undefined ? nothing(within) : field;
    }
    case 'list':
      spend(within.budget, of.items.length / 2);
      // The list of fields has no pointer of its own, and is unsure of the same elements.
      return {
        kind: 'list',
        items: of.items.map((item) => pathOf(item, name, within)),
        ...(of.maybe ? { maybe: of.maybe } : {}),
      };
    case 'date-time':
      spendOnOrder(within.budget, of);
      // in rules a day, and an hour, are those of the bank's clock
      return partOf(isRules(within) ? inBankTime(of) : of, name) ?? nothing(within);
    case 'time':
      spendOnOrder(within.budget, of);
      return partOf(of, name) ?? nothing(within);
    case 'date':
    case 'days-duration':
    case 'months-duration':
    case 'range':
      return partOf(of, name) ?? nothing(within);
    case 'number':
    case 'function':
      return nothing(within);
    default:
      return unreachable(of);
  }
}

function inBankTime(dateTime: DateTime): DateTime {
  return atOffset(dateTime, bankOffset) ?? dateTime;
}

type Parted = PlainDate | Time | DateTime | DaysDuration | MonthsDuration | Range;

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

import { unreachable } from '../../base/invariant.ts';
import * as exact from '../../values/rational.ts';
import type { Rational } from '../../values/rational.ts';
import {
  type DateTime,
  type DaysDuration,
  type MonthsDuration,
  type PlainDate,
  type Time,
  addMonths,
  dateTimeOfLocalNanos,
  localNanos,
  nanosOfDay,
  timeOfNanos,
} from '../../values/temporal.ts';
import { powerOf } from '../../values/roots-and-logarithms.ts';
import { instantOf, instantOfTime, offsetOf, offsetOfTime } from '../../values/zone.ts';
import type { ArithmeticOperator } from '../syntax.ts';
import type { Value } from '../value.ts';
import { atMost, limits } from './limits.ts';

const utc = { offset: 0 } as const;

/** `a operator b` on known values; undefined where FEEL has no result for them. Division by 0 has none. */
export function arithmeticOf(operator: ArithmeticOperator, a: Value, b: Value): Value | undefined {
  if (typeof a === 'string' && typeof b === 'string' && operator === '+') {
    atMost('characters', a.length + b.length);
    return a + b;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return undefined;
  if (a.kind === 'number' && b.kind === 'number') return numberOf(operator, a, b);
  switch (operator) {
    case '+':
      return sumOf(a, b) ?? sumOf(b, a);
    case '-':
      return differenceOf(a, b);
    case '*':
      return a.kind === 'number'
        ? productOf(b, a)
        : b.kind === 'number'
          ? productOf(a, b)
          : undefined;
    case '/':
      return quotientOf(a, b);
    case '**':
      return undefined;
    default:
      return unreachable(operator);
  }
}

/** `-a` on a known value. */
export function negativeOf(a: Value): Value | undefined {
  if (typeof a !== 'object' || a === null) return undefined;
  if (a.kind === 'number') return exact.negate(a);
  if (a.kind === 'days-duration') return { ...a, nanos: -a.nanos };
  return a.kind === 'months-duration'
    ? { ...a, months: a.months === 0 ? 0 : -a.months }
    : undefined;
}

function numberOf(operator: ArithmeticOperator, a: Rational, b: Rational): Rational | undefined {
  switch (operator) {
    case '+':
      return bounded(exact.add(a, b));
    case '-':
      return bounded(exact.subtract(a, b));
    case '*':
      return bounded(exact.multiply(a, b));
    case '/': {
      const quotient = exact.divide(a, b);
      return quotient && bounded(quotient);
    }
    case '**':
      return powerOf(a, b);
    default:
      return unreachable(operator);
  }
}

const largest = 10n ** BigInt(limits.digits);

function bounded(x: Rational): Rational {
  if (x.n >= largest || x.n <= -largest || x.d >= largest) atMost('digits', limits.digits + 1);
  return x;
}

type Thing = Exclude<Value, null | boolean | string>;

function sumOf(a: Thing, b: Thing): Value | undefined {
  if (b.kind === 'days-duration') {
    switch (a.kind) {
      case 'days-duration':
        return { kind: 'days-duration', nanos: a.nanos + b.nanos };
      case 'date':
        return afterNanos(atMidnight(a), b.nanos)?.date;
      case 'date-time':
        return afterNanos(a, b.nanos);
      case 'time':
        return timeOfNanos(nanosOfDay(a) + b.nanos, a);
      default:
        return undefined;
    }
  }
  if (b.kind !== 'months-duration') return undefined;
  if (a.kind === 'months-duration') return monthsDuration(a.months + b.months);
  if (a.kind === 'date') return addMonths(a, b.months);
  if (a.kind !== 'date-time') return undefined;
  const date = addMonths(a.date, b.months);
  return date && { kind: 'date-time', date, time: a.time };
}

function differenceOf(a: Thing, b: Thing): Value | undefined {
  if (b.kind === 'days-duration' || b.kind === 'months-duration') {
    const minus = negativeOf(b);
    return typeof minus === 'object' && minus !== null ? sumOf(a, minus) : undefined;
  }
  if (a.kind === 'time' && b.kind === 'time') return betweenTimes(b, a);
  if (a.kind === 'date' && b.kind === 'date') return between(atMidnight(b), atMidnight(a));
  // A date beside a date-time is its midnight in UTC.
  const from = b.kind === 'date' ? { ...atMidnight(b), time: timeOfNanos(0n, utc) } : b;
  const to = a.kind === 'date' ? { ...atMidnight(a), time: timeOfNanos(0n, utc) } : a;
  return from.kind === 'date-time' && to.kind === 'date-time' ? between(from, to) : undefined;
}

function productOf(duration: Thing, by: Rational): Value | undefined {
  if (duration.kind === 'days-duration') {
    return daysDuration(exact.multiply(exact.whole(duration.nanos), by));
  }
  if (duration.kind !== 'months-duration') return undefined;
  return wholeMonths(exact.multiply(exact.whole(duration.months), by));
}

function quotientOf(a: Thing, b: Thing): Value | undefined {
  if (a.kind === 'days-duration') {
    if (b.kind === 'days-duration') return exact.divide(exact.whole(a.nanos), exact.whole(b.nanos));
    const quotient = b.kind === 'number' ? exact.divide(exact.whole(a.nanos), b) : undefined;
    return quotient && daysDuration(quotient);
  }
  if (a.kind !== 'months-duration') return undefined;
  if (b.kind === 'months-duration')
    return exact.divide(exact.whole(a.months), exact.whole(b.months));
  const quotient = b.kind === 'number' ? exact.divide(exact.whole(a.months), b) : undefined;
  return quotient && wholeMonths(quotient);
}

/** Parts of a nanosecond are cut off. */
function daysDuration(nanos: Rational): DaysDuration {
  return { kind: 'days-duration', nanos: nanos.n / nanos.d };
}

/** Parts of a month are cut off. */
function wholeMonths(months: Rational): MonthsDuration | undefined {
  return monthsDuration(Number(months.n / months.d));
}

function monthsDuration(months: number): MonthsDuration | undefined {
  return Number.isSafeInteger(months) ? { kind: 'months-duration', months } : undefined;
}

function atMidnight(date: PlainDate): DateTime {
  return { kind: 'date-time', date, time: timeOfNanos(0n, {}) };
}

/** Later by so much on the clock of its own place. */
function afterNanos(dateTime: DateTime, nanos: bigint): DateTime | undefined {
  return dateTimeOfLocalNanos(localNanos(dateTime) + nanos, dateTime.time);
}

function between(from: DateTime, to: DateTime): DaysDuration | undefined {
  if ((offsetOf(from) === undefined) !== (offsetOf(to) === undefined)) return undefined;
  return { kind: 'days-duration', nanos: instantOf(to) - instantOf(from) };
}

function betweenTimes(from: Time, to: Time): DaysDuration | undefined {
  if ((offsetOfTime(from) === undefined) !== (offsetOfTime(to) === undefined)) return undefined;
  return { kind: 'days-duration', nanos: instantOfTime(to) - instantOfTime(from) };
}

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
import { instantOf, instantOfTime, offsetOf, offsetOfTime } from '../../values/zone.ts';
import type { ArithmeticOperator } from '../syntax.ts';
import type { Value } from '../value.ts';
import { spendOnCharacters, spendOnOrder } from './costs.ts';
import { type Budget, atMost } from './limits.ts';
import { minus, over, plus, raised, times } from './numbers.ts';

const utc = { offset: 0 } as const;

/** `a operator b` on known values; undefined where FEEL has no result for them. Division by 0 has none. */
export function arithmeticOf(
  operator: ArithmeticOperator,
  a: Value,
  b: Value,
  budget: Budget,
): Value | undefined {
  if (typeof a === 'string' && typeof b === 'string' && operator === '+') {
    atMost('characters', a.length + b.length);
    spendOnCharacters(budget, a.length + b.length);
    return a + b;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return undefined;
  if (a.kind === 'number' && b.kind === 'number') return numberOf(operator, a, b, budget);
  spendOnOrder(budget, a, b);
  switch (operator) {
    case '+':
      return sumOf(a, b) ?? sumOf(b, a);
    case '-':
      return differenceOf(a, b);
    case '*':
      return a.kind === 'number'
        ? productOf(b, a, budget)
        : b.kind === 'number'
          ? productOf(a, b, budget)
          : undefined;
    case '/':
      return quotientOf(a, b, budget);
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

/** Whether a division by the value has no result because it is 0. */
export function isNought(divisor: Value): boolean {
  if (typeof divisor !== 'object' || divisor === null) return false;
  if (divisor.kind === 'number') return divisor.n === 0n;
  if (divisor.kind === 'days-duration') return divisor.nanos === 0n;
  return divisor.kind === 'months-duration' && divisor.months === 0;
}

function numberOf(
  operator: ArithmeticOperator,
  a: Rational,
  b: Rational,
  budget: Budget,
): Rational | undefined {
  switch (operator) {
    case '+':
      return plus(a, b, budget);
    case '-':
      return minus(a, b, budget);
    case '*':
      return times(a, b, budget);
    case '/':
      return over(a, b, budget);
    case '**':
      return raised(a, b, budget);
    default:
      return unreachable(operator);
  }
}

type Thing = Exclude<Value, null | boolean | string>;

function sumOf(a: Thing, b: Thing): Value | undefined {
  if (b.kind === 'days-duration') {
    switch (a.kind) {
      case 'days-duration':
        return daysDuration(a.nanos + b.nanos);
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

function productOf(duration: Thing, by: Rational, budget: Budget): Value | undefined {
  if (duration.kind === 'days-duration') {
    return wholeNanos(times(exact.whole(duration.nanos), by, budget));
  }
  if (duration.kind !== 'months-duration') return undefined;
  return wholeMonths(times(exact.whole(duration.months), by, budget));
}

function quotientOf(a: Thing, b: Thing, budget: Budget): Value | undefined {
  const quotient = (by: Rational) => {
    if (a.kind === 'days-duration') return over(exact.whole(a.nanos), by, budget);
    return a.kind === 'months-duration' ? over(exact.whole(a.months), by, budget) : undefined;
  };
  if (b.kind === 'number') {
    const part = quotient(b);
    return part && (a.kind === 'days-duration' ? wholeNanos(part) : wholeMonths(part));
  }
  if (b.kind !== a.kind) return undefined;
  if (b.kind === 'days-duration') return quotient(exact.whole(b.nanos));
  return b.kind === 'months-duration' ? quotient(exact.whole(b.months)) : undefined;
}

/** Parts of a nanosecond are cut off. */
function wholeNanos(nanos: Rational): DaysDuration | undefined {
  return daysDuration(nanos.n / nanos.d);
}

/** Some 10^22 years: longer ones have no result, so that none grows without end. */
const longestNanos = 2n ** 128n;

function daysDuration(nanos: bigint): DaysDuration | undefined {
  return nanos < longestNanos && nanos > -longestNanos
    ? { kind: 'days-duration', nanos }
    : undefined;
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

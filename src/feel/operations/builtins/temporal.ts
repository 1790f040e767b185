import { type Rational, toWhole, whole } from '../../../values/rational.ts';
import {
  type DateTime,
  type PlainDate,
  type Time,
  compareDates,
  dayOfWeek,
  dayOfYear,
  nanosPerSecond,
  plainDate,
  weekOfYear,
} from '../../../values/temporal.ts';
import {
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
  plainTime,
  months,
} from '../../../values/temporal-text.ts';
import { dateInForm } from '../../date-form.ts';
import type { Value } from '../../value.ts';
import { type Operating, onClock } from '../operating.ts';
import { type Builtins, type Form, form } from '../form.ts';
import { unknown } from '../unknown.ts';

export const temporalBuiltins = {
  date: [
    form(['from'], ['text'], ([from]) => parseDate(from)),
    form(['from', 'form'], ['text', 'text'], ([from, written]) => dateInForm(from, written)),
    form(['from'], ['date'], ([from]) => from),
    form(['from'], ['date-time'], ([from], within) => onClock(from, within)?.date),
    form(['year', 'month', 'day'], ['number', 'number', 'number'], ([year, month, day]) => {
      const [y, m, d] = [year, month, day].map(toWhole);
      return y === undefined || m === undefined || d === undefined ? undefined : plainDate(y, m, d);
    }),
  ],
  time: [
    form(['from'], ['text'], ([from]) => parseTime(from)),
    form(['from'], ['time'], ([from]) => from),
    form(['from'], ['date-time'], ([from]) => from.time),
    form(['from'], ['date'], () => plainTime(0, 0, 0, 0, 0)),
    form(
      ['hour', 'minute', 'second', 'offset'],
      ['number', 'number', 'number', 'days-duration?'],
      ([hour, minute, second, offset]) => timeOf(hour, minute, second, offset?.nanos),
    ),
  ],
  'date and time': [
    form(['from'], ['text'], ([from]) => parseDateTime(from) ?? midnightOf(parseDate(from))),
    form(['from'], ['date-time'], ([from]) => from),
    form(['date', 'time'], ['date', 'time'], ([date, time]) => ({ kind: 'date-time', date, time })),
    form(['date', 'time'], ['date-time', 'time'], ([{ date }, time]) => ({
      kind: 'date-time',
      date,
      time,
    })),
  ],
  duration: [
    form(['from'], ['text'], ([from]) => parseDuration(from)),
    form(['from'], ['days-duration'], ([from]) => from),
    form(['from'], ['months-duration'], ([from]) => from),
  ],
  'years and months duration': (
    [
      ['date', 'date'],
      ['date', 'date-time'],
      ['date-time', 'date'],
      ['date-time', 'date-time'],
    ] as const
  ).map((kinds) =>
    form(['from', 'to'], kinds, ([from, to]) => ({
      kind: 'months-duration',
      months: monthsByDay(dateOf(from), dateOf(to)),
    })),
  ),
  'day of year': ofDay((date) => whole(dayOfYear(date))),
  'day of week': ofDay((date) => weekdays[dayOfWeek(date) - 1]),
  'month of year': ofDay((date) => months[date.month - 1]),
  'week of year': ofDay((date) => whole(weekOfYear(date))),
  now: [form([], [], (_, within) => now(within))],
  today: [
    form([], [], (_, within) => {
      const moment = now(within);
      return moment?.kind === 'date-time' ? moment.date : moment;
    }),
  ],
} satisfies Builtins;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function ofDay(gives: (date: PlainDate) => Value | undefined): readonly Form[] {
  return [
    form(['date'], ['date'], ([date]) => gives(date)),
    form(['date'], ['date-time'], ([{ date }]) => gives(date)),
  ];
}

function now({ now: moment, reading }: Operating) {
  if (moment) return moment;
  return reading.nulls === 'rules' ? unknown('no-value', 'today') : undefined;
}

function dateOf(value: PlainDate | DateTime): PlainDate {
  return value.kind === 'date' ? value : value.date;
}

function midnightOf(date: PlainDate | undefined): DateTime | undefined {
  const time = plainTime(0, 0, 0, 0, undefined);
  return date && time && { kind: 'date-time', date, time };
}

/** The time from numbers; a second may have a fraction, of which what is below a nanosecond is cut off. */
function timeOf(
  hour: Rational,
  minute: Rational,
  second: Rational,
  offset: bigint | undefined,
): Time | undefined {
  const nanos = (second.n * nanosPerSecond) / second.d;
  const [h, m] = [toWhole(hour), toWhole(minute)];
  if (h === undefined || m === undefined || second.n < 0n) return undefined;
  const east = offset === undefined ? undefined : Number(offset / nanosPerSecond);
  return plainTime(h, m, Number(nanos / nanosPerSecond), Number(nanos % nanosPerSecond), east);
}

/**
 * Months between two days as DMN counts them: a month is complete when its day of the month is reached,
 * which in a shorter month may never be. (`months between` takes the last day of such a month.)
 */
function monthsByDay(from: PlainDate, to: PlainDate): number {
  if (compareDates(to, from) < 0) return 0 - monthsByDay(to, from);
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
}

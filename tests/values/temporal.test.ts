import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type PlainDate,
  addDays,
  addMonths,
  compareDates,
  completedMonths,
  dateOfEpochDay,
  dayOfWeek,
  daysInMonth,
  epochDay,
  plainDate,
  weekOfYear,
} from '../../src/values/temporal.ts';
import {
  parseDate,
  parseDateTime,
  parseDuration,
  parseTemporal,
  parseTime,
  printDate,
  printDateTime,
  printDuration,
  printTime,
} from '../../src/values/temporal-text.ts';
import { atZone, instantOf, offsetOf } from '../../src/values/zone.ts';

function day(text: string): PlainDate {
  const date = parseDate(text);
  if (!date) throw new Error(`no day: ${text}`);
  return date;
}

/** Days that lean to the ends of months and years, and to leap days. */
const days = fc.oneof(
  fc
    .integer({ min: -1_000_000, max: 1_000_000 })
    .map((n) => dateOfEpochDay(n) ?? day('1970-01-01')),
  fc
    .tuple(
      fc.integer({ min: 1995, max: 2030 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(1, 28, 29, 30, 31),
    )
    .map(([year, month, last]) => ({
      kind: 'date' as const,
      year,
      month,
      day: Math.min(last, daysInMonth(year, month)),
    })),
);

describe('days', () => {
  test('a day and its number belong together', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(dateOfEpochDay(epochDay(date))).toEqual(date);
        const utc = new Date(0).setUTCFullYear(date.year, date.month - 1, date.day);
        expect(epochDay(date)).toBe(utc / 86_400_000);
        expect(dayOfWeek(date) % 7).toBe(new Date(epochDay(date) * 86_400_000).getUTCDay());
        expect(parseDate(printDate(date))).toEqual(date);
      }),
    );
  });

  test.each([
    '2023-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '02024-01-01',
    '1e3-01-01',
  ])('there is no %s', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test('days beyond the last year have none', () => {
    expect(plainDate(1_000_000_000, 1, 1)).toBeUndefined();
    expect(addDays(day('999999999-12-31'), 1)).toBeUndefined();
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['0000-01-31', -1, '-0001-12-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(printDate(addMonths(day(from), months) ?? day('1970-01-01'))).toBe(to);
  });

  test.each([
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2023-01-31', '2023-02-28', 1],
    ['2024-01-15', '2024-02-14', 0],
    ['2024-02-28', '2024-01-31', 0],
    ['2024-02-29', '2024-01-31', -1],
    ['2000-02-29', '2018-02-28', 216],
  ])('months from %s to %s: %i', (from, to, months) => {
    expect(completedMonths(day(from), day(to))).toBe(months);
  });

  test('completed months are the most that can be added', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [from, to] = compareDates(a, b) <= 0 ? [a, b] : [b, a];
        const n = completedMonths(from, to);
        expect(compareDates(addMonths(from, n) ?? from, to)).toBeLessThanOrEqual(0);
        expect(compareDates(addMonths(from, n + 1) ?? to, to)).toBe(1);
      }),
    );
  });

  test.each([
    ['2021-01-03', 53],
    ['2021-01-04', 1],
    ['2024-12-30', 1],
  ])('%s is in week %i', (text, week) => {
    expect(weekOfYear(day(text))).toBe(week);
  });
});

describe('texts', () => {
  test.each([
    '08:30:00',
    '08:30:00.5Z',
    '08:30:00+08:00',
    '08:30:00-00:30',
    '23:59:59.999999999@Asia/Shanghai',
    '2024-10-08T00:00:00+08:00',
    '-2024-10-08T00:00:00',
    'P1Y2M',
    '-P3M',
    'P0M',
    'P1DT2H3M4.5S',
    '-PT1S',
    'PT0S',
  ])('%s is printed as it was read', (text) => {
    const value = parseTemporal(text);
    const printed = {
      date: () => '',
      time: () => (value?.kind === 'time' ? printTime(value) : ''),
      'date-time': () => (value?.kind === 'date-time' ? printDateTime(value) : ''),
      'days-duration': () => (value?.kind === 'days-duration' ? printDuration(value) : ''),
      'months-duration': () => (value?.kind === 'months-duration' ? printDuration(value) : ''),
    }[value?.kind ?? 'date']();
    expect(printed).toBe(text);
  });

  test.each([
    '24:00:01',
    '12:60:00',
    '7:00:00',
    '12:00:00+19:00',
    '12:00:00+8:00',
    '12:00:00@Mars/Base',
    '12:00:00+01:00@Europe/Paris',
  ])('there is no time %s', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });

  test.each(['P', 'PT', 'P1', 'P1S', 'P1Y1D', 'P1DT', 'PT1.S5'])(
    'there is no duration %s',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  test('midnight at the end of a day is the start of the next', () => {
    expect(parseDateTime('2024-12-31T24:00:00')).toEqual(parseDateTime('2025-01-01T00:00:00'));
  });
});

describe('zones', () => {
  test.each([
    ['2024-07-01T12:00:00@Asia/Shanghai', 8 * 3600],
    ['2024-01-01T12:00:00@Europe/Paris', 3600],
    ['2024-07-01T12:00:00@Europe/Paris', 7200],
    ['2024-10-27T02:30:00@Europe/Paris', 3600],
    ['2024-07-01T12:00:00-03:00', -3 * 3600],
    ['1880-01-01T00:00:00@Asia/Shanghai', 8 * 3600 + 343],
  ])('%s is %i seconds east', (text, offset) => {
    const dateTime = parseDateTime(text);
    expect(dateTime && offsetOf(dateTime)).toBe(offset);
  });

  test('an evening in UTC falls on the next day at +08:00', () => {
    const dateTime = parseDateTime('2024-12-31T16:00:00Z');
    const there = dateTime && atZone(dateTime, { kind: 'offset', offset: 8 * 3600 });
    expect(there && printDateTime(there)).toBe('2025-01-01T00:00:00+08:00');
    expect(dateTime && there && instantOf(dateTime) === instantOf(there)).toBe(true);
  });
});

import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { isWorkingDay } from '../../src/program/calendar.ts';
import { parseDate } from '../../src/values/temporal-text.ts';
import { daysLater } from '../../src/samples/days.ts';
import { shipped } from '../evaluate/shipped.ts';

const { calendar } = shipped().program;
const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

/** Days off and make-up days that a data set lists for a year; weekends may or may not be among the former. */
interface Listed {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

/** The two published data sets, each kept by another author; neither is used but here. */
const sets: Readonly<Record<string, (year: number) => Listed>> = {
  'chinese-days': (year) => {
    const { holidays, workdays } = read(`chinese-days/dist/years/${year}.json`) as {
      readonly holidays: object;
      readonly workdays: object;
    };
    return { off: new Set(Object.keys(holidays)), worked: new Set(Object.keys(workdays)) };
  },
  'holiday-calendar': (year) => {
    const { dates } = read(`holiday-calendar/data/CN/${year}.json`) as {
      readonly dates: readonly { readonly date: string; readonly type: string }[];
    };
    const of = (kind: string) =>
      new Set(dates.flatMap(({ date, type }) => (type === kind ? [date] : [])));
    return { off: of('public_holiday'), worked: of('transfer_workday') };
  },
};

/** Where a data set says otherwise than the notices, and what the notice of that year says. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  'chinese-days': [],
  'holiday-calendar': [
    // worked by the notice for 2015: New Year is off from Thursday to Saturday
    '2015-01-04',
    // a Saturday off: Qingming 2016 is off with the weekend, nothing is made up
    '2016-04-02',
    // Saturdays off: Dragon Boat and Mid-Autumn 2018 are off with the weekend
    '2018-06-16',
    '2018-09-22',
    // the notice for 2019 moves 31 December 2018 off and has Saturday the 29th worked
    '2018-12-29',
    '2018-12-31',
  ],
};

test('the calendar covers every year from 2015 to the last that was announced', () => {
  expect([...(calendar?.years ?? [])].toSorted((a, b) => a - b)).toEqual(years);
});

test.each(Object.keys(sets))('every day is as %s has it, but for those named', (name) => {
  const found = years.flatMap((year) => {
    const listed = sets[name]?.(year);
    return daysOf(year).filter((day) => isWorked(day) !== isWorkedBy(listed, day));
  });
  expect(found).toEqual(otherwise[name]);
});

function read(path: string): unknown {
  return JSON.parse(readFileSync(`node_modules/${path}`, 'utf8'));
}

function daysOf(year: number): readonly string[] {
  const all: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = daysLater(day, 1)) all.push(day);
  return all;
}

function isWorked(day: string): boolean | undefined {
  const date = parseDate(day);
  return calendar && date && isWorkingDay(calendar, date);
}

function isWorkedBy(listed: Listed | undefined, day: string): boolean {
  if (listed?.worked.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !listed?.off.has(day);
}

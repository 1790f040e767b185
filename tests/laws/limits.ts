import type { Draw } from './draw.ts';
import type { NumberUnit } from './shapes.ts';

/** The numbers, days and texts that expressions mention and that files are drawn on and beside. */
export interface Limits {
  /** Digits after the point of amounts. */
  readonly decimals: number;
  readonly numbers: Readonly<Record<NumberUnit, readonly number[]>>;
  /** ISO, in order; editions begin on some of them. */
  readonly days: readonly string[];
  readonly moments: readonly string[];
  readonly texts: readonly string[];
}

/** Some are beyond what doubles keep exact once they are multiplied. */
const money = [
  150_000_000_000.01, 999_999_999_999.99, 92_592_591.84, 0, 0.01, 99.99, 100, 850_000, 1_000_000,
  150_000, -5, 123_456_789.12, 20, 15, 3,
];
const days = [
  '2023-12-29',
  '2023-12-31',
  '2024-01-01',
  '2024-01-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-31',
  '2024-06-30',
  '2024-09-24',
  '2006-02-28',
  '1999-12-31',
];
const texts = [
  '急',
  '加急件',
  'ab',
  'a,b',
  'abc',
  '😀急',
  'K1',
  'K2',
  'A',
  '12',
  '11010519491231002X',
];

/** Texts that write numbers, or nearly. */
const figures = ['12', '1.50', '-1', '80', '24.240000000000002', '1e3', '9007199254740993', '1,5'];
/** Texts that write dates, or nearly. */
const dayTexts = [
  '20240229',
  '20230229',
  '2024-02-29',
  '2024/1/31',
  '2023年12月31日',
  '02/28/2024',
];

/** How texts may write dates. */
export const dayForms = [
  'yyyymmdd',
  'yyyy-mm-dd',
  'yyyy/m/d',
  'yyyy年m月d日',
  'mm/dd/yyyy',
] as const;

export function randomLimits(draw: Draw, decimals: number): Limits {
  // the same number of the smallest unit, whatever that is
  const amount = (value: number) => Number((value * 10 ** (2 - decimals)).toFixed(decimals));
  const chosen = [...draw.some(days, 4)].toSorted();
  return {
    decimals,
    numbers: {
      money: [0, ...draw.some(money, 4).map(amount)],
      ratio: [0, ...draw.some([0.15, 0.3, 0.7, 1, 0.333_33, 1.5], 2)],
      rate: [0, ...draw.some([0.0335, 0.0315, 0.12, 0.0491], 2)],
      count: [0, 1, 2, ...draw.some([-1, 3, 12], 1)],
      months: [0, ...draw.some([11, 12, 360, 1], 2)],
      days: [0, ...draw.some([1, 29, 30, 365, -1], 2)],
      years: [0, ...draw.some([1, 18, 24, 65], 2)],
      percent: [0, ...draw.some([80, 24.24, 100, 15, 0.5], 2)],
      none: [0, ...draw.some([1.5, 80, 12, -1, 100, 0.3], 3)],
      kWh: [0, ...draw.some([12.5, 100, 0.25], 2)],
    },
    days: chosen,
    moments: chosen.flatMap((day) => [
      `${day}T00:00:00+08:00`,
      `${day}T15:59:59Z`,
      `${day}T16:00:00Z`,
      `${day}T10:30:00.5+08:00`,
      // midnight of New York, in summer and in winter
      `${day}T03:59:59Z`,
      `${day}T05:00:00Z`,
    ]),
    texts: [...draw.some(texts, 5), ...draw.some(figures, 2), ...draw.some(dayTexts, 2)],
  };
}

/** A day so many after another, ISO. */
export function dayAfter(day: string, days_: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days_ * 86_400_000).toISOString().slice(0, 10);
}

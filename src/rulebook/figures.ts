import {
  equal,
  isWhole,
  multiply,
  parseRational,
  type Rational,
  rational,
  whole,
} from '../values/rational.ts';
import type { Unit, UnitName } from './files.ts';

/**
 * A number, day or code that a clause itself gives, as its source lists them in a paragraph below the heading:
 * `数值：30 日；20 万元；55%；"STOCK"`, or `Figures: 30 days; 200000 money; 55%; "STOCK"`.
 *
 * What a regulation rule asks is compared with them, so that a number of the institution's own is never told as one of
 * the regulation's.
 */
export type Figure =
  | { readonly kind: 'number'; readonly number: Rational; readonly unit: UnitName | undefined }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'code'; readonly code: string };

const opening = /^(?:数值：|Figures:)/u;
const numeral = /^(-?\d+(?:\.\d+)?)\s*(万|亿)?\s*(\S*)$/u;
/** What Chinese calls the units; any unit may go by its own name. */
export const unitsInChinese: Readonly<Record<string, Unit>> = {
  元: 'money',
  天: 'days',
  日: 'days',
  工作日: 'working-days',
  个工作日: 'working-days',
  个月: 'months',
  年: 'years',
  周岁: 'years',
  岁: 'years',
  小时: 'hours',
  时: 'hours',
  平方米: 'area',
  '%': 'percent',
  个基点: 'basis-points',
  基点: 'basis-points',
  倍: 'ratio',
  个: 'count',
  名: 'count',
  人: 'count',
  次: 'count',
  项: 'count',
  家: 'count',
  种: 'count',
  期: 'count',
  套: 'count',
  级: 'count',
};
const times: Readonly<Record<string, Rational>> = {
  万: whole(10_000n),
  亿: whole(100_000_000n),
};

export function isFigures(paragraph: string): boolean {
  return opening.test(paragraph);
}

/** @returns undefined when one of them is no number, day or code */
export function figuresOf(paragraph: string): readonly Figure[] | undefined {
  const given = paragraph
    .replace(opening, '')
    .split(/[;；、，,\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const figures = given.flatMap((one) => figureOf(one) ?? []);
  return given.length > 0 && figures.length === given.length ? figures : undefined;
}

function figureOf(text: string): Figure | undefined {
  const [, code] = /^["“]([^"”]+)["”]$/u.exec(text) ?? [];
  if (code !== undefined) return { kind: 'code', code };
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return { kind: 'day', day: text };
  const [, digits = '', scale = '', said = ''] = numeral.exec(text) ?? [];
  const number = parseRational(digits);
  if (!number) return undefined;
  const unit = said === '' ? undefined : (unitsInChinese[said] ?? said);
  if (unit !== undefined && !/^[a-z][a-z0-9_-]*$/iu.test(unit)) return undefined;
  const by = times[scale];
  return { kind: 'number', number: by ? multiply(number, by) : number, unit };
}

/** Days of the longest run of so many whole months: a clause says each quarter, and a rule 92 days. */
const longest: ReadonlyMap<bigint, bigint> = new Map([
  [1n, 31n],
  [2n, 62n],
  [3n, 92n],
  [6n, 184n],
  [12n, 366n],
]);

/**
 * Whether one of the figures is this number. Years are twelve months, a per cent a hundredth, a basis point a
 * ten-thousandth, a quarter at most 92 days; a figure without a unit is a number of any, and so is a number without one.
 */
export function isAmong(
  figures: readonly Figure[],
  number: Rational,
  unit: string | undefined,
): boolean {
  const own = measured(number, unit);
  return figures.some((figure) => {
    if (figure.kind !== 'number') return false;
    const theirs = measured(figure.number, figure.unit);
    if (unit === undefined || figure.unit === undefined)
      return equal(figure.number, number) || equal(theirs.number, own.number);
    if (theirs.measure === 'months' && own.measure === 'days' && isWhole(theirs.number))
      return equal(whole(longest.get(theirs.number.n) ?? 0n), own.number);
    return theirs.measure === own.measure && equal(theirs.number, own.number);
  });
}

/** In the smallest of the units that are of a kind. */
function measured(number: Rational, unit: string | undefined) {
  switch (unit) {
    case 'years':
      return { number: multiply(number, whole(12n)), measure: 'months' };
    case 'percent':
      return { number: multiply(number, rational(1n, 100n)), measure: 'ratio' };
    case 'basis-points':
      return { number: multiply(number, rational(1n, 10_000n)), measure: 'ratio' };
    case 'rate':
      return { number, measure: 'ratio' };
    default:
      return { number, measure: unit };
  }
}

import type { Language } from '../base/language.ts';
import { spokenTo } from '../base/language.ts';
import type { BuiltinUnit } from '../feel/units.ts';
import { unitsInChinese } from '../rulebook/figures.ts';
import { chineseNumber } from '../values/chinese-number.ts';
import { multiply, parseRational, type Rational, rational, whole } from '../values/rational.ts';

/** A number with what it counts, as a text says it: `3个工作日`, `百分之六十`, `ten million yuan`. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly number: Rational;
  readonly unit: BuiltinUnit;
}

/**
 * The amounts that a text says, in figures or in words; Chinese ones, or English where it is in any other language.
 *
 * What has no unit is an amount in figures only: `两人` and `two people` are said of whatever there is two of.
 */
export function amountsIn(text: string, language: Language): readonly Amount[] {
  const patterns = spokenTo(language) === 'zh' ? chinese : english;
  const told = new Set<number>();
  return patterns.flatMap(({ pattern, amountOf }) =>
    [...text.matchAll(pattern)].flatMap((match): readonly Amount[] => {
      const [start, end] = [match.index, match.index + match[0].length];
      const found = amountOf(match.groups ?? {});
      // what has a unit is not counted besides
      if (!found || told.has(start) || told.has(end)) return [];
      told.add(start).add(end);
      return [{ start, end, ...found }];
    }),
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

/** A form that amounts have, and what the named groups of a match come to. */
interface Form {
  readonly pattern: RegExp;
  readonly amountOf: (groups: Groups) => Pick<Amount, 'number' | 'unit'> | undefined;
}

const figures = String.raw`(?<![\d.,])\d[\d,]*(?:\.\d+)?`;
/** On the hour: `20:00`, `20：00`. */
const clock: Form = {
  pattern: /(?<![\d:：])(?<hour>\d{1,2})[:：]00(?![\d:：])/gu,
  amountOf: ({ hour }) => made(parseRational(hour ?? ''), 'hours'),
};
/** What is counted, without a unit, and is no whole number: an index of 0.25. */
const fraction: Form = {
  pattern: /(?<![\d.,])(?<n>\d+\.\d+)(?![\d.,%％]| ?per ?cent)/gu,
  amountOf: ({ n }) => made(numberOf(n), 'count'),
};

const units: Readonly<Record<string, BuiltinUnit>> = {
  ...(unitsInChinese as Readonly<Record<string, BuiltinUnit>>),
  小时: 'elapsed-hours',
  个小时: 'elapsed-hours',
  点: 'hours',
  个自然日: 'days',
  自然日: 'days',
  '％': 'percent',
  成: 'percent',
  位: 'count',
  份: 'count',
  笔: 'count',
};
const inChinese = Object.keys(units)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
// no number that anybody writes in words is longer
const numerals = '[零〇一二两三四五六七八九十百千]{1,12}';

const chinese: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![第月零〇一二两三四五六七八九十百千])(?<n>${figures}|${numerals})\s?(?<times>[万亿]?)\s?(?<unit>${inChinese})`,
      'gu',
    ),
    amountOf: ({ n, times, unit = '' }) => {
      const number = scaled(numberOf(n), unit === '成' ? 10n : (chineseTimes[times ?? ''] ?? 1n));
      const isSaid = units[unit] === 'count' && !/^\d/u.test(n ?? '');
      return isSaid ? undefined : made(number, units[unit]);
    },
  },
  {
    pattern: new RegExp(`百分之(?<n>${numerals})`, 'gu'),
    amountOf: ({ n }) => made(numberOf(n), 'percent'),
  },
  {
    // 超过800万的
    pattern: new RegExp(`(?<n>${figures}|${numerals})(?<times>[万亿])`, 'gu'),
    amountOf: ({ n, times }) => made(scaled(numberOf(n), chineseTimes[times ?? ''] ?? 1n), 'money'),
  },
  clock,
  fraction,
];
const chineseTimes: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

const small = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const wordsOfNumbers = [...small, ...tens, 'hundred', 'thousand'].join('|');
const inWords = String.raw`\b(?:${wordsOfNumbers})(?:(?:(?<=hundred|thousand) and |[ -])(?:${wordsOfNumbers})){0,8}`;
const inEnglish: Readonly<Record<string, BuiltinUnit>> = {
  '%': 'percent',
  percent: 'percent',
  'per cent': 'percent',
  'working day': 'working-days',
  'business day': 'working-days',
  'calendar day': 'days',
  day: 'days',
  month: 'months',
  year: 'years',
  hour: 'elapsed-hours',
  'o’clock': 'hours',
  "o'clock": 'hours',
  'basis point': 'basis-points',
  yuan: 'money',
  'square metre': 'area',
  'm²': 'area',
};
const number = String.raw`(?<n>${figures}|${inWords})`;
const englishTimes: Readonly<Record<string, bigint>> = {
  thousand: 1000n,
  million: 1_000_000n,
  billion: 1_000_000_000n,
};
const times = String.raw`(?:[ -](?<times>thousand|million|billion))?`;

const english: readonly Form[] = [
  {
    pattern: new RegExp(
      `${number}${times}[ -]?(?<unit>${Object.keys(inEnglish).join('|')})(?:s\\b|(?![a-z]))`,
      'giu',
    ),
    amountOf: ({ n, times: by, unit = '' }) =>
      made(
        scaled(numberOf(n), englishTimes[by?.toLowerCase() ?? ''] ?? 1n),
        inEnglish[unit.toLowerCase()],
      ),
  },
  {
    pattern: new RegExp(`(?:CNY|RMB|¥) ?${number}${times}`, 'giu'),
    amountOf: ({ n, times: by }) =>
      made(scaled(numberOf(n), englishTimes[by?.toLowerCase() ?? ''] ?? 1n), 'money'),
  },
  {
    pattern: /(?<![\d:])(?<hour>\d{1,2}) ?(?<half>[ap])\.?m\b\.?/giu,
    amountOf: ({ hour, half }) => {
      const early = parseRational(hour ?? '');
      const isLate = half?.toLowerCase() === 'p';
      return made(early && isLate ? rational(early.n + 12n, 1n) : early, 'hours');
    },
  },
  {
    // of money that is not named: `above 8,000,000`
    pattern: /(?<![\d.,])(?<n>\d{1,3}(?:,\d{3}){1,6})(?![\d.,]*\d)/gu,
    amountOf: ({ n }) => made(numberOf(n), 'money'),
  },
  {
    // whatever is counted: `4 calls`
    pattern: new RegExp(
      `(?<n>${figures}) (?!(?:${Object.keys(inEnglish).join('|')}|and|or|of|to|thousand|million|billion)s?\\b)(?=\\p{L})`,
      'giu',
    ),
    amountOf: ({ n }) => made(numberOf(n), 'count'),
  },
  clock,
  fraction,
];

function made(
  amount: Rational | undefined,
  unit: BuiltinUnit | undefined,
): Pick<Amount, 'number' | 'unit'> | undefined {
  return amount && unit && { number: amount, unit };
}

function scaled(amount: Rational | undefined, by: bigint): Rational | undefined {
  return amount && multiply(amount, whole(by));
}

/** A number in figures or in words of either language. */
function numberOf(written = ''): Rational | undefined {
  if (/^\d/u.test(written)) return parseRational(written.replaceAll(',', ''));
  const value = /^[a-z]/iu.test(written) ? ofEnglish(written) : chineseNumber(written);
  return value === undefined ? undefined : whole(BigInt(value));
}

/** `one hundred and eighty` is 180, `two thousand` 2000. */
function ofEnglish(written: string): number | undefined {
  let [sum, part] = [0, 0];
  for (const word of written.toLowerCase().split(/[ -]/u)) {
    if (word === 'and') continue;
    if (word === 'hundred') part = Math.max(part, 1) * 100;
    else if (word === 'thousand') [sum, part] = [sum + Math.max(part, 1) * 1000, 0];
    else if (small.includes(word)) part += small.indexOf(word);
    else part += (tens.indexOf(word) + 2) * 10;
  }
  return sum + part;
}

import { inLanguage, type Language, sayIn } from '../base/language.ts';
import {
  negate,
  parseRational,
  type Rational,
  rational,
  round,
  subtract,
} from '../values/rational.ts';
import { type GlanceWords, glanceWords } from '../words/glance.ts';
import { warnings } from '../words/rules.ts';
import type {
  GlanceGroupJson,
  GlanceJson,
  Multilingual,
  RateJson,
  RateOfJson,
  ReportHead,
} from './json-format.ts';

/** What the rates may be taken to speak of. */
export function basisOf({ scheme }: ReportHead, words: GlanceWords): string {
  if (!scheme) return words.unplanned;
  const { sample, population } = scheme;
  if (sample?.method === 'random') return words.sample(population);
  return !sample || sample.method === 'all' ? words.census : words.chosen;
}

/** By how much a rate changed, in percentage points. */
export function changeText(
  share: string | null,
  before: RateJson | undefined,
  words: GlanceWords,
): string {
  const [is, was] = [share, before?.rate].map((text) => parseRational(text ?? ''));
  if (!is || !was) return '';
  const points = subtract(inPercent(is), inPercent(was));
  if (points.n === 0n) return words.same;
  return words.points(
    `${points.n > 0n ? '+' : '−'}${fixed(points.n > 0n ? points : negate(points))}`,
  );
}

export function groupTitle(
  kind: keyof GlanceJson['by'],
  { key }: Pick<GlanceGroupJson, 'key'>,
  head: ReportHead,
  language: Language,
): string {
  const words = sayIn(glanceWords, language);
  if (key === null) return words.none;
  const titled = (title: string) => (title === '' ? key : title);
  switch (kind) {
    case 'stage':
      return titled(inLanguage(head.stages[key], language));
    case 'rule':
      return `${key} ${inLanguage(head.rules[key]?.title, language)}`;
    case 'post':
      return titled(inLanguage(head.posts[key], language));
    case 'branch':
    case 'product':
      return titled(inLanguage(codeTitles(kind, key, head.about), language));
    case 'month':
      return key;
    case 'amount':
      return bandTitle(key, words);
  }
}

/** What a code is called in any kind of file that has it. */
export function codeTitles(
  kind: 'branch' | 'product',
  key: string,
  about: ReportHead['about'],
): Multilingual | undefined {
  const titles = Object.values(about).map((fields) => fields[kind]?.codes?.[key]);
  return titles.find((title) => title !== undefined);
}

/** What an amount band is called. */
export function bandTitle(key: string, { band }: Pick<GlanceWords, 'band'>): string {
  return band(key === '0' ? undefined : key.length - 1);
}

export function severityTitle(name: string, head: ReportHead, language: Language): string {
  if (name === 'all') return sayIn(glanceWords, language).all;
  if (name === 'red-line') return sayIn(warnings.redLine, language);
  const title = head.severities?.[name] ?? head.kinds[name] ?? head.levels[name];
  return inLanguage(title, language) || name;
}

/** `17.50%`, halves away from zero. */
export function percent(share: string): string {
  const value = parseRational(share);
  return value ? `${fixed(inPercent(value))}%` : '';
}

export function intervalText({ interval }: Pick<RateOfJson, 'interval'>): string {
  return interval ? `${percent(interval.low)}–${percent(interval.high)}` : '';
}

/** A plain decimal number with its thousands apart. */
export function shownAmount(amount: string): string {
  const [whole = '', ...cents] = amount.split('.');
  return [whole.replaceAll(/\B(?=(\d{3})+$)/gu, ','), ...cents].join('.');
}

function inPercent({ n, d }: Rational): Rational {
  return round(rational(n * 100n, d), 2, 'half up');
}

/** With two digits after the point; not below 0. */
function fixed(value: Rational): string {
  const hundredths = (value.n * 100n) / value.d;
  const digits = hundredths.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

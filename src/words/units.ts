import { type Language, type Said, sayIn, spokenTo } from '../base/language.ts';
import { type BuiltinUnit, isBuiltinUnit } from '../feel/units.ts';
import { nothing } from './marks.ts';

const none = { zh: nothing, en: nothing };

/** What is measured in a unit, and the mark of the unit; money is in the rulebook's currency. */
export const measures = {
  money: { title: { zh: '金额', en: 'amount' }, mark: none },
  ratio: { title: { zh: '比例', en: 'share' }, mark: { zh: '%', en: '%' } },
  percent: { title: { zh: '比例', en: 'share' }, mark: { zh: '%', en: '%' } },
  rate: { title: { zh: '年利率', en: 'yearly rate' }, mark: { zh: '%', en: '%' } },
  'rate-per-month': { title: { zh: '月利率', en: 'monthly rate' }, mark: { zh: '%', en: '%' } },
  'basis-points': {
    title: { zh: '利率加点', en: 'spread' },
    mark: { zh: '基点', en: 'basis points' },
  },
  count: { title: { zh: '个数', en: 'count' }, mark: none },
  months: { title: { zh: '期限', en: 'length of time' }, mark: { zh: '个月', en: 'months' } },
  days: { title: { zh: '期限', en: 'length of time' }, mark: { zh: '天', en: 'days' } },
  'working-days': {
    title: { zh: '期限', en: 'length of time' },
    mark: { zh: '工作日', en: 'working days' },
  },
  years: { title: { zh: '期限', en: 'length of time' }, mark: { zh: '年', en: 'years' } },
  hours: { title: { zh: '钟点', en: 'hour of the day' }, mark: { zh: '时', en: 'o’clock' } },
  'elapsed-hours': {
    title: { zh: '时长', en: 'length of time' },
    mark: { zh: '小时', en: 'hours' },
  },
  area: { title: { zh: '面积', en: 'area' }, mark: { zh: '平方米', en: 'm²' } },
} satisfies Readonly<
  Record<BuiltinUnit, { readonly title: Said<string>; readonly mark: Said<string> }>
>;

/** `期限（个月）`, `length of time (months)`; a unit of a rulebook's own goes by its name. */
export function measureSaid(unit: string, language: Language): string {
  if (!isBuiltinUnit(unit)) return unit;
  return `${sayIn(measures[unit].title, language)}${markSaid(unit, language)}`;
}

/** `（个月）`, ` (months)`; nothing where a number has no mark, or is written as a fraction of one. */
export function markSaid(unit: string, language: Language): string {
  if (!isBuiltinUnit(unit)) return bracketed(unit, language);
  const mark = sayIn(measures[unit].mark, language);
  return fractions.has(unit) || mark === nothing ? '' : bracketed(mark, language);
}

const fractions: ReadonlySet<BuiltinUnit> = new Set(['ratio', 'rate', 'rate-per-month']);

function bracketed(text: string, language: Language): string {
  return spokenTo(language) === 'zh' ? `（${text}）` : ` (${text})`;
}

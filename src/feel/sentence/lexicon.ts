import {
  type In,
  type Language,
  said,
  type Said,
  sayIn,
  spoken,
  type Spoken,
} from '../../base/language.ts';
import type { InstanceCore } from '../core.ts';
import type { Setting } from '../../values/setting.ts';
import type { ComparisonOperator } from '../syntax.ts';
import { type BuiltinUnit, nameOfUnit, type Unit } from '../units.ts';

/** What follows a number of a unit; an amount of money is followed by its currency. */
const suffixes: Readonly<Record<BuiltinUnit, Said<string>>> = {
  money: { zh: '', en: '' },
  ratio: { zh: '', en: '' },
  rate: { zh: '', en: '' },
  'rate-per-month': { zh: '', en: '' },
  'basis-points': { zh: ' 个基点', en: ' basis points' },
  count: { zh: '', en: '' },
  months: { zh: ' 个月', en: ' months' },
  days: { zh: ' 天', en: ' days' },
  'working-days': { zh: ' 个工作日', en: ' working days' },
  years: { zh: ' 年', en: ' years' },
  hours: { zh: ' 时', en: ' o’clock' },
  'elapsed-hours': { zh: ' 小时', en: ' hours' },
  area: { zh: ' 平方米', en: ' m²' },
  percent: { zh: '', en: '' },
};

function suffixOf(unit: Unit | undefined, language: Language): string {
  if (unit === undefined) return '';
  return typeof unit === 'string'
    ? sayIn(suffixes[unit], language)
    : ` ${nameOfUnit(unit, language)}`;
}

/** What is compared, which says how: an amount is less than another, a day is before it. */
type Sort = 'amount' | 'day' | 'word';

const verbs: Readonly<Record<Sort, Readonly<Record<ComparisonOperator, Said<string>>>>> = {
  amount: {
    '=': { zh: '等于', en: 'equals' },
    '!=': { zh: '不等于', en: 'differs from' },
    '<': { zh: '小于', en: 'is less than' },
    '<=': { zh: '不超过', en: 'is at most' },
    '>': { zh: '大于', en: 'is more than' },
    '>=': { zh: '不低于', en: 'is at least' },
  },
  day: {
    '=': { zh: '为', en: 'is' },
    '!=': { zh: '不为', en: 'is not' },
    '<': { zh: '早于', en: 'is before' },
    '<=': { zh: '不晚于', en: 'is no later than' },
    '>': { zh: '晚于', en: 'is after' },
    '>=': { zh: '不早于', en: 'is no earlier than' },
  },
  word: {
    '=': { zh: '为', en: 'is' },
    '!=': { zh: '不为', en: 'is not' },
    '<': { zh: '小于', en: 'is less than' },
    '<=': { zh: '不大于', en: 'is at most' },
    '>': { zh: '大于', en: 'is more than' },
    '>=': { zh: '不小于', en: 'is at least' },
  },
};

const kinds: Readonly<Record<InstanceCore['is'], Said<string>>> = {
  number: { zh: '数字', en: 'a number' },
  text: { zh: '文本', en: 'a text' },
  boolean: { zh: '是或否', en: 'yes or no' },
  date: { zh: '日期', en: 'a date' },
  time: { zh: '时间', en: 'a time' },
  'date-time': { zh: '日期时间', en: 'a date-time' },
};

/** `A、B或空白` */
function alternatives(list: readonly string[], comma: string, or: string): string {
  return [list.slice(0, -1).join(comma), ...list.slice(-1)].filter((part) => part !== '').join(or);
}

const phrases = {
  /** Whose reader it speaks to: titles are in this language where they can be. */
  language: said<Language>('zh', 'en'),
  /** In which the engine's own words are. */
  spoken: said<Spoken>('zh', 'en'),
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  /** Between the parts of a list. */
  comma: { zh: '、', en: ', ' },
  quote: said(
    (text: string) => `“${text}”`,
    (text) => `“${text}”`,
  ),
  /** A word of an enumeration, by its title. */
  word: said(
    (title: string) => title,
    (title) => `“${title}”`,
  ),
  /** The text `""`, where it is a value. */
  blank: { zh: '空白', en: 'blank' },
  brackets: said(
    (text: string) => `（${text}）`,
    (text) => `(${text})`,
  ),
  /** A number with its unit, `15%`, `60 天`; `digits` is the number as it should read. */
  amount: said(
    (digits: string, unit: Unit | undefined) => digits + suffixOf(unit, 'zh'),
    (digits, unit) => digits + suffixOf(unit, 'en'),
  ),
  compare: said(
    (operator: ComparisonOperator, left: string, right: string, sort: Sort) =>
      `${left} ${verbs[sort][operator].zh} ${right}`,
    (operator, left, right, sort) => `${left} ${verbs[sort][operator].en} ${right}`,
  ),
  and: said(
    (parts: readonly string[]) => parts.join('，且 '),
    (parts) => parts.join(', and '),
  ),
  or: said(
    (parts: readonly string[]) => parts.join('，或 '),
    (parts) => parts.join(', or '),
  ),
  not: said(
    (part: string) => `并非（${part}）`,
    (part) => `not (${part})`,
  ),
  /** `not(condition) or then` */
  implies: said(
    (condition: string, then: string) => `若 ${condition}，则 ${then}`,
    (condition, then) => `if ${condition}, then ${then}`,
  ),
  fails: said(
    (field: string) => `${field} 为“否”`,
    (field) => `${field} is “no”`,
  ),
  notAmong: said(
    (of: string, list: readonly string[]) =>
      list.length === 1 ? `${of} 不为 ${list[0]}` : `${of} 不属于 ${list.join('、')}`,
    (of, list) =>
      list.length === 1 ? `${of} is not ${list[0]}` : `${of} is none of ${list.join(', ')}`,
  ),
  /** Of a list with a blank in it. */
  neither: said(
    (of: string, list: readonly string[]) => `${of} 不为 ${alternatives(list, '、', '或')}`,
    (of, list) => `${of} is not ${alternatives(list, ', ', ' or ')}`,
  ),
  anyOf: said(
    (of: string, list: readonly string[]) => `${of} 为 ${alternatives(list, '、', '或')}`,
    (of, list) => `${of} is ${alternatives(list, ', ', ' or ')}`,
  ),
  isListed: said(
    (of: string) => `${of} 为所列代码之一`,
    (of) => `${of} is one of the listed codes`,
  ),
  notListed: said(
    (of: string) => `${of} 不属于所列代码`,
    (of) => `${of} is none of the listed codes`,
  ),
  holds: said(
    (field: string) => `${field} 为“是”`,
    (field) => `${field} is “yes”`,
  ),
  isNone: said(
    (field: string) => `${field} 经核查确无`,
    (field) => `${field} was verified to be none`,
  ),
  isGiven: said(
    (field: string) => `有 ${field}`,
    (field) => `there is ${field}`,
  ),
  governingDay: { zh: '适用日', en: 'the governing day' },
  dayOfCheck: { zh: '核查日', en: 'the day of the check' },
  /** Whether a rule was met, by its id. */
  isMet: said(
    (rule: string) => `${rule} 合规`,
    (rule) => `${rule} is met`,
  ),
  /** Which of its kinds a value is. */
  isA: said(
    (of: string, kind: InstanceCore['is']) => `${of} 是${kinds[kind].zh}`,
    (of, kind) => `${of} is ${kinds[kind].en}`,
  ),
  either: said(
    (condition: string, yes: string, no: string) => `若 ${condition}，则 ${yes}，否则 ${no}`,
    (condition, yes, no) => `if ${condition}, then ${yes}, otherwise ${no}`,
  ),
  every: said(
    (list: string, satisfies: string) => `${list} 中的每一项均满足：${satisfies}`,
    (list, satisfies) => `for every one of ${list}: ${satisfies}`,
  ),
  some: said(
    (list: string, satisfies: string) => `${list} 中至少有一项满足：${satisfies}`,
    (list, satisfies) => `for at least one of ${list}: ${satisfies}`,
  ),
  those: said(
    (list: string, condition: string) => `${list}（${condition} 的）`,
    (list, condition) => `${list} (those for which ${condition})`,
  ),
  nth: said(
    (list: string, index: string) =>
      index === '1' ? `首个 ${list}` : index === '-1' ? `末个 ${list}` : `第 ${index} 个 ${list}`,
    (list, index) =>
      index === '1'
        ? `the first of ${list}`
        : index === '-1'
          ? `the last of ${list}`
          : `number ${index} of ${list}`,
  ),
  of: said(
    (owner: string, field: string) => `${owner} 的${field}`,
    (owner, field) => `${field} of ${owner}`,
  ),
  among: said(
    (of: string, list: readonly string[]) =>
      list.length === 1 ? `${of} 为 ${list[0]}` : `${of} 为 ${list.join('、')} 之一`,
    (of, list) =>
      list.length === 1 ? `${of} is ${list[0]}` : `${of} is one of ${list.join(', ')}`,
  ),
  inside: said(
    (of: string, list: string) => `${of} 属于 ${list}`,
    (of, list) => `${of} is among ${list}`,
  ),
  /** A code set by its title. */
  codeSet: said(
    (title: string) => `《${title}》`,
    (title) => `“${title}”`,
  ),
  inCodes: said(
    (of: string, set: string) => `${of} 在代码表${set}中`,
    (of, set) => `${of} is in the code set ${set}`,
  ),
  notInCodes: said(
    (of: string, set: string) => `${of} 不在代码表${set}中`,
    (of, set) => `${of} is not in the code set ${set}`,
  ),
  /** What a code set says of a code. */
  columnOf: said(
    (of: string, column: string, set: string) => `${of} 在代码表${set}中的${column}`,
    (of, column, set) => `${column} of ${of} in the code set ${set}`,
  ),
  between: said(
    (of: string, low: string, high: string) => `${of} 在 ${low} 至 ${high} 之间`,
    (of, low, high) => `${of} is between ${low} and ${high}`,
  ),
  /** The element of a list, when it is not a record. */
  it: { zh: '该项', en: 'it' },
  /** The record that a rule with `each` judges. */
  thisRecord: { zh: '本项', en: 'this record' },
  ofThis: said(
    (field: string) => `本项的${field}`,
    (field) => `this record’s ${field}`,
  ),
  /** A field of an element that an outer list is at. */
  ofFormer: said(
    (field: string) => `前项的${field}`,
    (field) => `that record’s ${field}`,
  ),
  /** A definition, parameter or table where a field has the same title. */
  asDefined: said(
    (title: string) => `${title}（按计算口径）`,
    (title) => `${title} (as defined)`,
  ),
  /** A definition or table with what it is given. */
  called: said(
    (named: string, args: string) => `${named}（${args}）`,
    (named, args) => `${named} (${args})`,
  ),
  /** An argument that goes by the title of a field. */
  given: said(
    (title: string) => `所给的${title}`,
    (title) => `the given ${title}`,
  ),
  /** A limit with its value in force. */
  limit: said(
    (named: string, value: string) => `${named}（${value}）`,
    (named, value) => `${named} (${value})`,
  ),
  /** `P1D`, `P6M` */
  duration: said(
    (written: string) =>
      written
        .replace(/^P(\d+)D$/u, '$1 天')
        .replace(/^P(\d+)M$/u, '$1 个月')
        .replace(/^P(\d+)Y$/u, '$1 年'),
    (written) =>
      written.replace(/^P(\d+)([DMY])$/u, (_, count: string, unit: string) => {
        const word = unit === 'D' ? 'day' : unit === 'M' ? 'month' : 'year';
        return `${count} ${word}${count === '1' ? '' : 's'}`;
      }),
  ),
  /** Last touches: spaces where the language has none. */
  tidy: said(
    (text: string) => text.replaceAll(/ *([（）“”，、：；]) */gu, '$1').trim(),
    (text) => text.trim(),
  ),
  on: said(
    (name: string, day: string) => `${name}（按 ${day} 当日）`,
    (name, day) => `${name} (as of ${day})`,
  ),
  /** Whole numbers from the one to the other. */
  run: said(
    (from: string, to: string) => `${from} 至 ${to}`,
    (from, to) => `${from} to ${to}`,
  ),
  each: said(
    (list: string, returns: string) => `${list} 各项的 ${returns}`,
    (list, returns) => `${returns} of each of ${list}`,
  ),
};

/** How a language says the parts of a sentence, and the amounts and moments of a rulebook. */
export type Lexicon = In<typeof phrases> & {
  readonly setting?: Setting;
  /** Masks what is personal in a text of a file. */
  readonly hide?: (text: string) => string;
};

export const lexicons: Said<Lexicon> = spoken(phrases);

/** The words that join titles in a language: English ones where the engine does not speak it. */
export function lexiconIn(language: Language): Lexicon {
  const own = sayIn(lexicons, language);
  return own.language === language ? own : { ...own, language };
}

/** For sentences in which amounts or moments may stand. */
export function lexiconOf(language: Language, setting: Setting, hide?: Lexicon['hide']): Lexicon {
  return { ...lexiconIn(language), setting, ...(hide && { hide }) };
}

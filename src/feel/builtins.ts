import { soughtWords } from './sought-words.ts';
import { any, bareNumber, boolean, date, listOf, number, text, type Type } from './types.ts';
import type { Unit } from './units.ts';

/** What an argument must be. */
export type Parameter = {
  readonly name: string;
  readonly is:
    | 'number'
    | 'text'
    | 'boolean'
    | 'date'
    /** A date or a date-time, of which its day on the rulebook's clock counts. */
    | 'day'
    | 'day or text'
    | 'number or text'
    /** A date-time or a time. */
    | 'moment'
    | 'days-duration'
    | 'months-duration'
    /** Anything but a list, a record or null. */
    | 'scalar'
    | 'list'
    | 'numbers'
    | 'texts'
    | 'truths'
    /** A list of what can be put in order. */
    | 'ordered'
    | 'any';
  /** Of numbers: what they may count; a bare number is always taken. */
  readonly units?: readonly Unit[];
  readonly optional?: true;
};

/** A function that rules may call: its parameters, the type of what it gives, and how people say it. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** The arguments may also be given one by one instead of as one list. */
  readonly spread?: true;
  readonly gives: (args: readonly Type[]) => Type;
  /** What it is, in a line. */
  readonly meaning: Said<string>;
  /** A call of it within a sentence; an optional argument that is left out is blank. */
  readonly says: Said<(...args: readonly string[]) => string>;
}

/** The same in each language. */
interface Said<T> {
  readonly zh: T;
  readonly en: T;
}

/** `of the contact` for `the time of the contact`, `it was signed` for `the day it was signed`. */
function ofMoment(moment: string): string {
  return moment
    .replace(/^the (?:day|time) (?=of |the )/u, '')
    .replace(/^(?!of |the (?:\S+ )+was )/u, 'of ');
}

const scaled: readonly Parameter[] = [p('n', 'number'), p('scale', 'number', 'count')];

/**
 * The functions of the rule profile, each declared once: total, bounded, and with units.
 *
 * A name that starts with a point is a property: `day.year`. What a function does is in `feel/operations`; every back
 * end has a `Record` of them, so that one without a plan does not compile. Calculators (`shouze feel`) have all of
 * DMN 1.5 besides. `not` is an operator.
 */
export const builtins = {
  count: {
    parameters: [p('list', 'list')],
    gives: () => number('count'),
    meaning: { zh: '列表有几项', en: 'how many elements a list has' },
    says: { zh: (list) => `${list}的数量`, en: (list) => `the number of ${list}` },
  },
  sum: {
    parameters: [p('list', 'numbers')],
    spread: true,
    gives: element,
    meaning: { zh: '合计；空列表为 0', en: 'the sum; 0 of an empty list' },
    says: { zh: (list) => `${list}合计`, en: (list) => `the sum of ${list}` },
  },
  min: {
    parameters: [p('list', 'ordered')],
    spread: true,
    gives: element,
    meaning: { zh: '最小的一项；空列表没有', en: 'the least; there is none of an empty list' },
    says: { zh: (list) => `${list}中的最小者`, en: (list) => `the least of ${list}` },
  },
  max: {
    parameters: [p('list', 'ordered')],
    spread: true,
    gives: element,
    meaning: { zh: '最大的一项；空列表没有', en: 'the greatest; there is none of an empty list' },
    says: { zh: (list) => `${list}中的最大者`, en: (list) => `the greatest of ${list}` },
  },
  mean: {
    parameters: [p('list', 'numbers')],
    spread: true,
    gives: element,
    meaning: { zh: '平均值', en: 'the mean' },
    says: { zh: (list) => `${list}的平均值`, en: (list) => `the mean of ${list}` },
  },
  median: {
    parameters: [p('list', 'numbers')],
    spread: true,
    gives: element,
    meaning: { zh: '中位数', en: 'the median' },
    says: { zh: (list) => `${list}的中位数`, en: (list) => `the median of ${list}` },
  },
  all: {
    parameters: [p('list', 'truths')],
    spread: true,
    gives: () => boolean,
    meaning: { zh: '各项均为真', en: 'whether all are true' },
    says: { zh: (list) => `${list}均为“是”`, en: (list) => `all of ${list} are “yes”` },
  },
  any: {
    parameters: [p('list', 'truths')],
    spread: true,
    gives: () => boolean,
    meaning: { zh: '至少一项为真', en: 'whether one is true' },
    says: {
      zh: (list) => `${list}中至少有一项为“是”`,
      en: (list) => `at least one of ${list} is “yes”`,
    },
  },
  'list contains': {
    parameters: [p('list', 'list'), p('element', 'any')],
    gives: () => boolean,
    meaning: { zh: '列表是否含有某值', en: 'whether a list has a value' },
    says: {
      zh: (list, element) => `${list}含${element}`,
      en: (list, element) => `${list} include ${element}`,
    },
  },
  'index of': {
    parameters: [p('list', 'list'), p('match', 'any')],
    gives: () => listOf(number('count')),
    meaning: {
      zh: '某值在列表中的各个位置，从 1 起',
      en: 'the positions of a value in a list, from 1',
    },
    says: {
      zh: (list, match) => `${match}在${list}中的位置`,
      en: (list, match) => `the positions of ${match} in ${list}`,
    },
  },
  occurrences: {
    parameters: [p('list', 'list'), p('value', 'any')],
    gives: () => number('count'),
    meaning: { zh: '某值在列表中出现几次', en: 'how often a value occurs in a list' },
    says: {
      zh: (list, value) => `${value}在${list}中出现的次数`,
      en: (list, value) => `the number of times ${value} occurs among ${list}`,
    },
  },
  'is sorted': {
    parameters: [p('list', 'ordered')],
    gives: () => boolean,
    meaning: {
      zh: '列表是否从小到大（从早到晚）排列，可以相等',
      en: 'whether a list goes from the least to the greatest, with equal ones beside each other',
    },
    says: {
      zh: (list) => `${list}从小到大排列`,
      en: (list) => `${list} are in ascending order`,
    },
  },
  'distinct values': {
    parameters: [p('list', 'list')],
    gives: first,
    meaning: { zh: '去掉重复的值', en: 'each value once' },
    says: {
      zh: (list) => `不同的${list}`,
      en: (list) => `different ${list.replace(/^the /u, '')}`,
    },
  },
  append: {
    parameters: [p('list', 'list'), p('item', 'any')],
    gives: first,
    meaning: { zh: '在末尾加上一项', en: 'with one more element at the end' },
    says: {
      zh: (list, item) => `${list}（并加上${item}）`,
      en: (list, item) => `${list} together with ${item}`,
    },
  },
  concatenate: {
    parameters: [p('list', 'list'), p('other', 'list')],
    gives: first,
    meaning: { zh: '两个列表首尾相接', en: 'two lists one after the other' },
    says: {
      zh: (list, other) => `${list}与${other}`,
      en: (list, other) => `${list} followed by ${other}`,
    },
  },
  union: {
    parameters: [p('list', 'list'), p('other', 'list')],
    gives: first,
    meaning: { zh: '两个列表合并并去掉重复', en: 'two lists together, each value once' },
    says: {
      zh: (list) => `${list}（合并，不重复）`,
      en: (list) => `${list} (together, without repeats)`,
    },
  },
  sort: {
    parameters: [p('list', 'ordered')],
    gives: first,
    meaning: { zh: '由小到大排列', en: 'in ascending order' },
    says: { zh: (list) => `${list}（由小到大）`, en: (list) => `${list} (in ascending order)` },
  },
  abs: {
    parameters: [p('n', 'number')],
    gives: amount,
    meaning: { zh: '绝对值', en: 'the absolute value' },
    says: { zh: (n) => `${n}的绝对值`, en: (n) => `the absolute value of ${n}` },
  },
  modulo: {
    parameters: [p('dividend', 'number'), p('divisor', 'number')],
    gives: amount,
    meaning: { zh: '余数，符号随除数', en: 'the remainder, with the sign of the divisor' },
    says: {
      zh: (n, by) => `${n}除以${by}的余数`,
      en: (n, by) => `the remainder of ${n} by ${by}`,
    },
  },
  round: {
    parameters: scaled,
    gives: amount,
    meaning: {
      zh: '四舍六入五成双至若干位小数，同 decimal',
      en: 'rounded half to even to so many decimals, as decimal',
    },
    says: {
      zh: (n, scale) => `${n}（四舍六入五成双至小数点后${scale}位）`,
      en: (n, scale) => `${n} (rounded half to even to ${scale} decimals)`,
    },
  },
  'round half up': {
    parameters: scaled,
    gives: amount,
    meaning: { zh: '四舍五入至若干位小数', en: 'rounded half away from zero to so many decimals' },
    says: {
      zh: (n, scale) => `${n}（四舍五入至小数点后${scale}位）`,
      en: (n, scale) => `${n} (rounded half up to ${scale} decimals)`,
    },
  },
  'round half down': {
    parameters: scaled,
    gives: amount,
    meaning: { zh: '五舍六入至若干位小数', en: 'rounded half towards zero to so many decimals' },
    says: {
      zh: (n, scale) => `${n}（五舍六入至小数点后${scale}位）`,
      en: (n, scale) => `${n} (rounded half down to ${scale} decimals)`,
    },
  },
  'round up': {
    parameters: scaled,
    gives: amount,
    meaning: { zh: '远离零进位至若干位小数', en: 'rounded away from zero to so many decimals' },
    says: {
      zh: (n, scale) => `${n}（远离零进位至小数点后${scale}位）`,
      en: (n, scale) => `${n} (rounded away from zero to ${scale} decimals)`,
    },
  },
  'round down': {
    parameters: scaled,
    gives: amount,
    meaning: { zh: '截去若干位以下的小数', en: 'rounded towards zero to so many decimals' },
    says: {
      zh: (n, scale) => `${n}（截去小数点后${scale}位以下）`,
      en: (n, scale) => `${n} (cut after ${scale} decimals)`,
    },
  },
  decimal: {
    parameters: scaled,
    gives: amount,
    meaning: { zh: '四舍六入五成双至若干位小数', en: 'rounded half to even to so many decimals' },
    says: {
      zh: (n, scale) => `${n}（四舍六入五成双至小数点后${scale}位）`,
      en: (n, scale) => `${n} (rounded half to even to ${scale} decimals)`,
    },
  },
  floor: {
    parameters: [p('n', 'number')],
    gives: amount,
    meaning: { zh: '不大于它的最大整数', en: 'the greatest whole number not above it' },
    says: { zh: (n) => `${n}（向下取整）`, en: (n) => `${n} (rounded down)` },
  },
  ceiling: {
    parameters: [p('n', 'number')],
    gives: amount,
    meaning: { zh: '不小于它的最小整数', en: 'the least whole number not below it' },
    says: { zh: (n) => `${n}（向上取整）`, en: (n) => `${n} (rounded up)` },
  },
  number: {
    parameters: [p('from', 'text')],
    gives: () => bareNumber,
    meaning: {
      zh: '文字所写的数，如 -12.50、1e3；不是数的没有，先以 is number 问明',
      en: 'the number that a text writes, such as -12.50 or 1e3; there is none where it is no number: ask with is number first',
    },
    says: { zh: (text) => `${text}的数值`, en: (text) => `${text} as a number` },
  },
  'is number': {
    parameters: [p('text', 'text')],
    gives: () => boolean,
    meaning: {
      zh: '文字是否写着一个数，number 可读',
      en: 'whether a text writes a number, which number reads',
    },
    says: { zh: (text) => `${text}是一个数`, en: (text) => `${text} is a number` },
  },
  'scale of': {
    parameters: [p('of', 'number or text')],
    gives: () => number('count'),
    meaning: {
      zh: '小数点后写了几位：卷宗中的数按原文，1.50 为 2；文字不是数的没有，先以 is number 问明',
      en: 'digits after the point: of a number of the file as it is written there, 2 of 1.50; of a text that is no number there are none: ask with is number first',
    },
    says: {
      zh: (of) => `${of}的小数位数`,
      en: (of) => `the number of decimals of ${of}`,
    },
  },
  contains: {
    parameters: [p('string', 'text'), p('match', 'text')],
    gives: () => boolean,
    meaning: { zh: '是否含有一段文字', en: 'whether a text has another in it' },
    says: {
      zh: (text, match) => `${text}含有${match}`,
      en: (text, match) => `${text} contains ${match}`,
    },
  },
  'starts with': {
    parameters: [p('string', 'text'), p('match', 'text')],
    gives: () => boolean,
    meaning: { zh: '是否以一段文字开头', en: 'whether a text starts with another' },
    says: {
      zh: (text, match) => `${text}以${match}开头`,
      en: (text, match) => `${text} starts with ${match}`,
    },
  },
  'ends with': {
    parameters: [p('string', 'text'), p('match', 'text')],
    gives: () => boolean,
    meaning: { zh: '是否以一段文字结尾', en: 'whether a text ends with another' },
    says: {
      zh: (text, match) => `${text}以${match}结尾`,
      en: (text, match) => `${text} ends with ${match}`,
    },
  },
  matches: {
    parameters: [p('input', 'text'), p('pattern', 'text'), maybe('flags', 'text')],
    gives: () => boolean,
    meaning: { zh: '是否符合正则表达式', en: 'whether a regular expression matches' },
    says: {
      zh: (text) => `${text}符合规定格式`,
      en: (text) => `${text} has the form laid down`,
    },
  },
  replace: {
    parameters: [
      p('input', 'text'),
      p('pattern', 'text'),
      p('replacement', 'text'),
      maybe('flags', 'text'),
    ],
    gives: () => text,
    meaning: { zh: '按正则表达式替换', en: 'with what a regular expression matches replaced' },
    says: {
      zh: (text, _, by) =>
        by === '空白' ? `${text}（除去不计的部分）` : `${text}（部分换作${by}）`,
      en: (text, pattern, by) => {
        if (by !== 'blank') return `${text} (in part replaced by ${by})`;
        if (!/\p{Letter}/u.test(pattern)) return text;
        return `${text} (without ${soughtWords(pattern, 'en') ?? 'what does not count'})`;
      },
    },
  },
  split: {
    parameters: [p('string', 'text'), p('delimiter', 'text')],
    gives: () => listOf(text),
    meaning: { zh: '按正则表达式分开', en: 'the parts between what a regular expression matches' },
    says: {
      zh: (text, by) => `${text}（以${by}分开）`,
      en: (text, by) => `${text} (parted at ${by})`,
    },
  },
  substring: {
    parameters: [
      p('string', 'text'),
      p('start position', 'number', 'count'),
      maybe('length', 'number', 'count'),
    ],
    gives: () => text,
    meaning: {
      zh: '自第几字起的一段，负数从末尾数',
      en: 'the part from a position, from the end where negative',
    },
    says: {
      zh: (text, start, length) => `${text}自第${start}字起${length === '' ? '' : `的${length}字`}`,
      en: (text, start, length) =>
        `${length === '' ? '' : `${length} characters of `}${text} from character ${start}`,
    },
  },
  'string join': {
    parameters: [p('list', 'texts'), maybe('delimiter', 'text')],
    gives: () => text,
    meaning: { zh: '把各段文字连接起来', en: 'texts joined to one' },
    says: {
      zh: (list, by) => `${list}（以${by === '' ? '空' : by}连接）`,
      en: (list, by) => `${list} (joined${by === '' ? '' : ` with ${by}`})`,
    },
  },
  string: {
    parameters: [p('from', 'scalar')],
    gives: () => text,
    meaning: { zh: '写成文字', en: 'as a text' },
    says: { zh: (of) => `${of}的文字`, en: (of) => `${of} as a text` },
  },
  'string length': {
    parameters: [p('string', 'text')],
    gives: () => number('count'),
    meaning: { zh: '字数', en: 'how many characters' },
    says: { zh: (text) => `${text}的字数`, en: (text) => `the length of ${text}` },
  },
  'upper case': {
    parameters: [p('string', 'text')],
    gives: () => text,
    meaning: { zh: '大写', en: 'in capitals' },
    says: { zh: (text) => `${text}的大写`, en: (text) => `${text} in capitals` },
  },
  'lower case': {
    parameters: [p('string', 'text')],
    gives: () => text,
    meaning: { zh: '小写', en: 'in small letters' },
    says: { zh: (text) => `${text}的小写`, en: (text) => `${text} in small letters` },
  },
  date: {
    parameters: [p('from', 'day or text'), maybe('form', 'text')],
    gives: () => date,
    meaning: {
      zh: '日期；日期时间取守则时区的当日；文字按写明的格式（如 "yyyymmdd"，不写为 yyyy-mm-dd）读，不是日期的没有，先以 is date 问明',
      en: 'the day; of a moment that on the rulebook’s clock; of a text the day that it writes in a form such as "yyyymmdd" (yyyy-mm-dd where none is given), and none where it is no date: ask with is date first',
    },
    says: {
      zh: (of, form) => (form === '' ? `${of}的日期` : `${of}按${form}所写的日期`),
      en: (of, form) => (form === '' ? `the day of ${of}` : `the day that ${of} writes as ${form}`),
    },
  },
  'is date': {
    parameters: [p('text', 'text'), maybe('form', 'text')],
    gives: () => boolean,
    meaning: {
      zh: '文字是否按写明的格式（如 "yyyymmdd"，不写为 yyyy-mm-dd）写着一个日期',
      en: 'whether a text writes a day in a form such as "yyyymmdd" (yyyy-mm-dd where none is given)',
    },
    says: {
      zh: (text, form) => `${text}是${form === '' ? '' : `按${form}书写的`}日期`,
      en: (text, form) => `${text} is a date${form === '' ? '' : ` written as ${form}`}`,
    },
  },
  'date and time': {
    parameters: [p('from', 'text')],
    gives: () => ({ kind: 'date-time' }),
    meaning: { zh: '文字所写的日期时间', en: 'the moment that a text writes' },
    says: { zh: (of) => `${of}的日期时间`, en: (of) => `the moment ${of}` },
  },
  duration: {
    parameters: [p('from', 'text')],
    gives: () => any,
    meaning: { zh: '文字所写的时长', en: 'the duration that a text writes' },
    says: { zh: (of) => `${of}的时长`, en: (of) => `the duration ${of}` },
  },
  'days between': {
    parameters: [p('from', 'day'), p('to', 'day')],
    gives: () => number('days'),
    meaning: {
      zh: '自前一日至后一日的天数；后者在前为负',
      en: 'days from the first day to the second; negative where the second is earlier',
    },
    says: {
      zh: (from, to) => `${from}至${to}的天数`,
      en: (from, to) => `the days from ${from} to ${to}`,
    },
  },
  'working days between': {
    parameters: [p('from', 'day'), p('to', 'day')],
    gives: () => number('working-days'),
    meaning: {
      zh: '前一日之后至后一日的工作日数，含后一日；后者在前为负',
      en: 'working days after the first day up to the second; negative where the second is earlier',
    },
    says: {
      zh: (from, to) => `${from}至${to}的工作日数`,
      en: (from, to) => `the working days from ${from} to ${to}`,
    },
  },
  'add working days': {
    parameters: [p('from', 'day'), p('days', 'number', 'working-days', 'count')],
    gives: () => date,
    meaning: {
      zh: '之后第若干个工作日，负数为之前',
      en: 'the working day so many after a day, before it where negative',
    },
    says: {
      zh: (from, count) => `${from}后第${count}个工作日`,
      en: (from, count) => `working day ${count} after ${from}`,
    },
  },
  'months between': {
    parameters: [p('from', 'day'), p('to', 'day')],
    gives: () => number('months'),
    meaning: { zh: '已满的月数', en: 'completed months' },
    says: {
      zh: (from, to) => `${from}至${to}的整月数`,
      en: (from, to) => `the whole months from ${from} to ${to}`,
    },
  },
  'age at': {
    parameters: [p('birth', 'day'), p('day', 'day')],
    gives: () => number('years'),
    meaning: { zh: '周岁', en: 'completed years of age' },
    says: {
      zh: (birth, day) => `${day}当日的周岁（${birth}）`,
      en: (birth, day) => `the age on ${day} (${birth})`,
    },
  },
  'monthly payment': {
    parameters: [
      p('principal', 'number', 'money'),
      p('annual rate', 'number', 'rate'),
      p('months', 'number', 'months'),
      maybe('method', 'text'),
    ],
    gives: () => number('money'),
    meaning: {
      zh: '月还款额，四舍五入到货币的最小单位：等额本息，或等额本金的首月',
      en: 'the monthly payment, rounded to the smallest unit of the currency: equal instalments, or the first of equal principal',
    },
    says: {
      zh: (principal, rate, months, method) =>
        `以${principal}为本金、${rate}为年利率、${months}为期限${method === '' ? '' : `按${method}`}计算的月还款额`,
      en: (principal, rate, months, method) =>
        `the monthly payment on ${principal} at ${rate} over ${months}${method === '' ? '' : ` by ${method}`}`,
    },
  },
  'annual cost': {
    parameters: [p('received', 'number', 'money'), p('payments', 'numbers', 'money')],
    gives: () => number('rate'),
    meaning: {
      zh: '使各月支付的现值等于实得金额的年化利率',
      en: 'the annual rate at which monthly payments are worth what was received',
    },
    says: {
      zh: (received, payments) => `年化利率（实得${received}、各月支付${payments}）`,
      en: (received, payments) =>
        `the annual cost (received ${received}, monthly payments ${payments})`,
    },
  },
  'is valid resident id': {
    parameters: [p('text', 'text')],
    gives: () => boolean,
    meaning: {
      zh: '居民身份证号码是否有效（GB 11643）',
      en: 'whether a resident identity number is valid (GB 11643)',
    },
    says: {
      zh: (text) => `${text}是有效的居民身份证号码`,
      en: (text) => `${text} is a valid resident identity number`,
    },
  },
  'is valid credit code': {
    parameters: [p('text', 'text')],
    gives: () => boolean,
    meaning: {
      zh: '统一社会信用代码是否有效（GB 32100）',
      en: 'whether a unified social credit code is valid (GB 32100)',
    },
    says: {
      zh: (text) => `${text}是有效的统一社会信用代码`,
      en: (text) => `${text} is a valid unified social credit code`,
    },
  },
  'mod 97': {
    parameters: [p('text', 'text')],
    gives: () => bareNumber,
    meaning: {
      zh: '除以 97 的余数（ISO 7064），0 至 96，字母按 A=10 至 Z=35；不是这样的数（有其他字符、小写字母，或没有字）的为 -1',
      en: 'the remainder by 97 (ISO 7064), 0 to 96, letters read as A=10 to Z=35; -1 for a text that is no such number (other characters, small letters, nothing)',
    },
    says: {
      zh: (text) => `${text}除以97的余数（不是数的为-1）`,
      en: (text) => `the remainder of ${text} by 97 (-1 where it is no number)`,
    },
  },
  similar: {
    parameters: [p('a', 'text'), p('b', 'text')],
    gives: () => number('ratio'),
    meaning: { zh: '两段文字的相似度，0 至 1', en: 'how alike two texts are, from 0 to 1' },
    says: {
      zh: (a, b) => `${a}与${b}的相似度`,
      en: (a, b) => `the similarity of ${a} and ${b}`,
    },
  },
  '.year': {
    parameters: [p('of', 'day')],
    gives: () => bareNumber,
    meaning: { zh: '年份', en: 'the year' },
    says: { zh: (day) => `${day}的年份`, en: (day) => `the year ${ofMoment(day)}` },
  },
  '.month': {
    parameters: [p('of', 'day')],
    gives: () => bareNumber,
    meaning: { zh: '月份，1 至 12', en: 'the month, 1 to 12' },
    says: { zh: (day) => `${day}的月份`, en: (day) => `the month ${ofMoment(day)}` },
  },
  '.day': {
    parameters: [p('of', 'day')],
    gives: () => bareNumber,
    meaning: { zh: '日，1 至 31', en: 'the day of the month, 1 to 31' },
    says: { zh: (day) => `${day}的日`, en: (day) => `the day of ${day}` },
  },
  '.weekday': {
    parameters: [p('of', 'day')],
    gives: () => bareNumber,
    meaning: { zh: '一周中的第几天，周一为 1', en: 'the day of the week, Monday is 1' },
    says: {
      zh: (day) => `${day}是一周中的第几天`,
      en: (day) => `the weekday of ${day} (Monday is 1)`,
    },
  },
  '.hour': {
    parameters: [p('of', 'moment')],
    gives: () => number('hours'),
    meaning: { zh: '钟点，0 至 23', en: 'the hour, 0 to 23' },
    says: { zh: (moment) => moment, en: (moment) => `the hour ${ofMoment(moment)}` },
  },
  '.minute': {
    parameters: [p('of', 'moment')],
    gives: () => bareNumber,
    meaning: { zh: '分钟，0 至 59', en: 'the minute, 0 to 59' },
    says: { zh: (moment) => `${moment}的分钟`, en: (moment) => `the minute of ${moment}` },
  },
  '.days': {
    parameters: [p('of', 'days-duration')],
    gives: () => number('days'),
    meaning: { zh: '时长中的整天数', en: 'the whole days of a duration' },
    says: { zh: (length) => `${length}的天数`, en: (length) => `the days of ${length}` },
  },
  '.years': {
    parameters: [p('of', 'months-duration')],
    gives: () => number('years'),
    meaning: { zh: '时长中的整年数', en: 'the whole years of a duration' },
    says: { zh: (length) => `${length}的年数`, en: (length) => `the years of ${length}` },
  },
  '.months': {
    parameters: [p('of', 'months-duration')],
    gives: () => number('months'),
    meaning: { zh: '时长中整年以外的月数', en: 'the months of a duration beyond whole years' },
    says: { zh: (length) => `${length}的月数`, en: (length) => `the months of ${length}` },
  },
} satisfies Readonly<Record<string, Signature>>;

export type Builtin = keyof typeof builtins;

export const builtinNames = Object.keys(builtins) as readonly Builtin[];

export function isBuiltin(name: string): name is Builtin {
  return Object.hasOwn(builtins, name);
}

export function signatureOf(name: Builtin): Signature {
  return builtins[name];
}

function p(name: string, is: Parameter['is'], ...units: readonly Unit[]): Parameter {
  return units.length > 0 ? { name, is, units } : { name, is };
}

function maybe(name: string, is: Parameter['is'], ...units: readonly Unit[]): Parameter {
  return { ...p(name, is, ...units), optional: true };
}

function first([type]: readonly Type[]): Type {
  return type ?? any;
}

/** Of the same unit as the first argument. */
function amount([type]: readonly Type[]): Type {
  return type?.kind === 'number' && type.unit !== undefined ? number(type.unit) : bareNumber;
}

function element([type]: readonly Type[]): Type {
  const of = type?.kind === 'list' ? type.of : any;
  return of.kind === 'number' ? amount([of]) : of;
}

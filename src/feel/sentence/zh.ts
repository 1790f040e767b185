import type { Unit } from '../units.ts';
import type { Lexicon } from './lexicon.ts';

const units: Readonly<Record<Unit, string>> = {
  money: ' 元',
  ratio: '',
  rate: '',
  'rate-per-month': '',
  'basis-points': ' 个基点',
  count: '',
  months: ' 个月',
  days: ' 天',
  'working-days': ' 个工作日',
  years: ' 年',
  hours: ' 时',
  area: ' 平方米',
};

const amounts = {
  '=': '等于',
  '!=': '不等于',
  '<': '小于',
  '<=': '不超过',
  '>': '大于',
  '>=': '不低于',
};
const days = { '=': '为', '!=': '不为', '<': '早于', '<=': '不晚于', '>': '晚于', '>=': '不早于' };
const words = { '=': '为', '!=': '不为', '<': '小于', '<=': '不大于', '>': '大于', '>=': '不小于' };

const kinds = {
  number: '数字',
  text: '文本',
  boolean: '是或否',
  date: '日期',
  time: '时间',
  'date-time': '日期时间',
};

export const zh: Lexicon = {
  language: 'zh',
  yes: '是',
  no: '否',
  comma: '、',
  quote: (text) => `“${text}”`,
  word: (title) => title,
  brackets: (text) => `（${text}）`,
  amount: (digits, unit) => digits + (unit ? units[unit] : ''),
  compare: (operator, left, right, sort) => {
    const verbs = sort === 'amount' ? amounts : sort === 'day' ? days : words;
    return `${left} ${verbs[operator]} ${right}`;
  },
  and: (parts) => parts.join('，且 '),
  or: (parts) => parts.join('，或 '),
  not: (part) => `并非（${part}）`,
  implies: (condition, then) => `若 ${condition}，则 ${then}`,
  fails: (field) => `${field} 为“否”`,
  notAmong: (of, list) =>
    list.length === 1 ? `${of} 不为 ${list[0]}` : `${of} 不属于 ${list.join('、')}`,
  holds: (field) => `${field} 为“是”`,
  isNone: (field) => `${field} 经核查确无`,
  isGiven: (field) => `有 ${field}`,
  governingDay: '适用日',
  dayOfCheck: '核查日',
  isMet: (rule) => `${rule} 合规`,
  isA: (of, kind) => `${of} 是${kinds[kind]}`,
  either: (condition, yes, no) => `若 ${condition}，则 ${yes}，否则 ${no}`,
  every: (list, satisfies) => `${list} 中的每一项均满足：${satisfies}`,
  some: (list, satisfies) => `${list} 中至少有一项满足：${satisfies}`,
  those: (list, condition) => `${list}（${condition} 的）`,
  nth: (list, index) =>
    index === '1' ? `首个 ${list}` : index === '-1' ? `末个 ${list}` : `第 ${index} 个 ${list}`,
  of: (owner, field) => `${owner} 的${field}`,
  among: (of, list) =>
    list.length === 1 ? `${of} 为 ${list[0]}` : `${of} 为 ${list.join('、')} 之一`,
  inside: (of, list) => `${of} 属于 ${list}`,
  between: (of, low, high) => `${of} 在 ${low} 至 ${high} 之间`,
  it: '该项',
  thisRecord: '本项',
  ofThis: (field) => `本项的${field}`,
  ofFormer: (field) => `前项的${field}`,
  limit: (named, value) => `${named}（${value}）`,
  asDefined: (title) => `${title}（按计算口径）`,
  duration: (written) =>
    written
      .replace(/^P(\d+)D$/u, '$1 天')
      .replace(/^P(\d+)M$/u, '$1 个月')
      .replace(/^P(\d+)Y$/u, '$1 年'),
  tidy: (text) => text.replaceAll(/ *([（）“”，、：；]) */gu, '$1').trim(),
  on: (name, day) => `${name}（按 ${day} 当日）`,
  run: (from, to) => `${from} 至 ${to}`,
  each: (list, returns) => `${list} 各项的 ${returns}`,
};

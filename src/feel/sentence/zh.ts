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
  calls: {
    count: (list) => `${list} 的数量`,
    sum: (list) => `${list} 合计`,
    min: (list) => `${list} 中的最小者`,
    max: (list) => `${list} 中的最大者`,
    abs: (n) => `${n} 的绝对值`,
    date: (of) => `${of} 的日期`,
    'list contains': (list, element) => `${list} 含 ${element}`,
    'distinct values': (list) => `${list}（不重复）`,
    contains: (text, match) => `${text} 含有 ${match}`,
    'starts with': (text, match) => `${text} 以 ${match} 开头`,
    'ends with': (text, match) => `${text} 以 ${match} 结尾`,
    'string length': (text) => `${text} 的字数`,
    'days between': (from, to) => `${from} 至 ${to} 的天数`,
    'working days between': (from, to) => `${from} 至 ${to} 的工作日数`,
    'add working days': (from, count) => `${from} 后第 ${count} 个工作日`,
    'months between': (from, to) => `${from} 至 ${to} 的整月数`,
    'age at': (birth, day) => `${day} 当日的周岁（${birth}）`,
    'monthly payment': (principal, rate, months, method) =>
      `月还款额（本金 ${principal}、年利率 ${rate}、期限 ${months}${method === '' ? '' : `、${method}`}）`,
    'is valid resident id': (text) => `${text} 是有效的居民身份证号码`,
    'is valid credit code': (text) => `${text} 是有效的统一社会信用代码`,
    'mod 97': (text) => `${text} 除以 97 的余数`,
    mean: (list) => `${list} 的平均值`,
    median: (list) => `${list} 的中位数`,
    all: (list) => `${list} 均为“是”`,
    any: (list) => `${list} 中至少有一项为“是”`,
    matches: (text, pattern) => `${text} 符合格式 ${pattern}`,
    replace: (text, pattern, by) => `${text}（${pattern} 换作 ${by}）`,
    substring: (text, start, length) =>
      `${text} 自第 ${start} 字起${length === '' ? '' : `的 ${length} 字`}`,
    split: (text, by) => `${text}（以 ${by} 分开）`,
    'string join': (list, by) => `${list}（以 ${by === '' ? '空' : by} 连接）`,
    string: (of) => `${of} 的文字`,
    number: (text) => `${text} 的数值`,
    'index of': (list, match) => `${match} 在 ${list} 中的位置`,
    union: (list) => `${list}（合并，不重复）`,
    sort: (list) => `${list}（由小到大）`,
    'annual cost': (received, payments) => `年化利率（实得 ${received}、各月支付 ${payments}）`,
    similar: (a, b) => `${a} 与 ${b} 的相似度`,
    round: (n, scale) => `${n}（四舍五入至小数点后 ${scale} 位）`,
    'round half up': (n, scale) => `${n}（四舍五入至小数点后 ${scale} 位）`,
    floor: (n) => `${n}（向下取整）`,
    ceiling: (n) => `${n}（向上取整）`,
    '.year': (day) => `${day} 的年份`,
    '.month': (day) => `${day} 的月份`,
    '.day': (day) => `${day} 的日`,
    '.hour': (moment) => `${moment} 的钟点`,
  },
};

import type { Unit } from '../units.ts';
import type { Lexicon } from './lexicon.ts';

const units: Readonly<Record<Unit, string>> = {
  money: ' yuan',
  ratio: '',
  rate: '',
  'rate-per-month': '',
  'basis-points': ' basis points',
  count: '',
  months: ' months',
  days: ' days',
  'working-days': ' working days',
  years: ' years',
  hours: ' o’clock',
  area: ' m²',
};

const amounts = {
  '=': 'equals',
  '!=': 'differs from',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};
const days = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is before',
  '<=': 'is no later than',
  '>': 'is after',
  '>=': 'is no earlier than',
};
const words = {
  ...days,
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};

const kinds = {
  number: 'a number',
  text: 'a text',
  boolean: 'yes or no',
  date: 'a date',
  time: 'a time',
  'date-time': 'a date-time',
};

export const en: Lexicon = {
  language: 'en',
  yes: 'yes',
  no: 'no',
  comma: ', ',
  quote: (text) => `“${text}”`,
  word: (title) => `“${title}”`,
  brackets: (text) => `(${text})`,
  amount: (digits, unit) => digits + (unit ? units[unit] : ''),
  compare: (operator, left, right, sort) => {
    const verbs = sort === 'amount' ? amounts : sort === 'day' ? days : words;
    return `${left} ${verbs[operator]} ${right}`;
  },
  and: (parts) => parts.join(', and '),
  or: (parts) => parts.join(', or '),
  not: (part) => `not (${part})`,
  implies: (condition, then) => `if ${condition}, then ${then}`,
  fails: (field) => `${field} is “no”`,
  notAmong: (of, list) =>
    list.length === 1 ? `${of} is not ${list[0]}` : `${of} is none of ${list.join(', ')}`,
  holds: (field) => `${field} is “yes”`,
  isNone: (field) => `${field} was verified to be none`,
  isGiven: (field) => `there is ${field}`,
  governingDay: 'the governing day',
  dayOfCheck: 'the day of the check',
  isMet: (rule) => `${rule} is met`,
  isA: (of, kind) => `${of} is ${kinds[kind]}`,
  either: (condition, yes, no) => `if ${condition}, then ${yes}, otherwise ${no}`,
  every: (list, satisfies) => `for every one of ${list}: ${satisfies}`,
  some: (list, satisfies) => `for at least one of ${list}: ${satisfies}`,
  those: (list, condition) => `${list} (those for which ${condition})`,
  nth: (list, index) =>
    index === '1'
      ? `the first of ${list}`
      : index === '-1'
        ? `the last of ${list}`
        : `number ${index} of ${list}`,
  of: (owner, field) => `${field} of ${owner}`,
  among: (of, list) =>
    list.length === 1 ? `${of} is ${list[0]}` : `${of} is one of ${list.join(', ')}`,
  inside: (of, list) => `${of} is among ${list}`,
  between: (of, low, high) => `${of} is between ${low} and ${high}`,
  it: 'it',
  thisRecord: 'this record',
  ofThis: (field) => `this record’s ${field}`,
  ofFormer: (field) => `that record’s ${field}`,
  limit: (named, value) => `${named} (${value})`,
  asDefined: (title) => `${title} (as defined)`,
  duration: (written) =>
    written.replace(/^P(\d+)([DMY])$/u, (_, count: string, unit: string) => {
      const word = unit === 'D' ? 'day' : unit === 'M' ? 'month' : 'year';
      return `${count} ${word}${count === '1' ? '' : 's'}`;
    }),
  tidy: (text) => text.trim(),
  on: (name, day) => `${name} (as of ${day})`,
  run: (from, to) => `${from} to ${to}`,
  each: (list, returns) => `${returns} of each of ${list}`,
};

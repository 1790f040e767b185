import {
  type In,
  type Language,
  said,
  type Said,
  sayIn,
  spoken,
  type Spoken,
} from '../../base/language.ts';
import type { Builtin } from '../builtins.ts';
import type { InstanceCore } from '../core.ts';
import type { Setting } from '../../values/setting.ts';
import { months } from '../../values/temporal-text.ts';
import type { ArithmeticOperator, ComparisonOperator } from '../syntax.ts';
import { joined } from './amount.ts';
import type { Clause, Lead } from './clause.ts';
import { isPlural, ofSeveral, plural } from './english.ts';
import { soughtWords } from '../sought-words.ts';
import { type BuiltinUnit, nameOfUnit, type Unit } from '../units.ts';

/** What follows a number of a unit; an amount of money is followed by its currency. */
const suffixes: Readonly<Record<BuiltinUnit, Said<string>>> = {
  money: { zh: '', en: '' },
  ratio: { zh: '', en: '' },
  rate: { zh: '', en: '' },
  'rate-per-month': { zh: '', en: '' },
  'basis-points': { zh: '个基点', en: ' basis points' },
  count: { zh: '', en: '' },
  months: { zh: '个月', en: ' months' },
  days: { zh: '天', en: ' days' },
  'working-days': { zh: '个工作日', en: ' working days' },
  years: { zh: '年', en: ' years' },
  hours: { zh: '时', en: ':00' },
  'elapsed-hours': { zh: '小时', en: ' hours' },
  area: { zh: '平方米', en: ' m²' },
  percent: { zh: '', en: '' },
};

/** `1 month`, `2 months` */
function withUnit(digits: string, unit: Unit | undefined): string {
  if (unit === undefined) return digits;
  if (typeof unit !== 'string') return `${digits} ${nameOfUnit(unit, 'en')}`;
  if (unit === 'hours') return digits.padStart(2, '0') + suffixes.hours.en;
  const suffix = suffixes[unit].en;
  return digits + (digits === '1' && suffix.endsWith('s') ? suffix.slice(0, -1) : suffix);
}

/** What is compared, which says how: an amount is below another, a day is before it. */
export type Sort = 'amount' | 'count' | 'pieces' | 'length' | 'age' | 'day' | 'word';

type Verbs = Readonly<Record<ComparisonOperator, Said<string>>>;

const ofAmounts: Verbs = {
  '=': { zh: '为', en: 'is' },
  '!=': { zh: '不为', en: 'is not' },
  '<': { zh: '低于', en: 'is below' },
  '<=': { zh: '不超过', en: 'is at most' },
  '>': { zh: '超过', en: 'is more than' },
  '>=': { zh: '不低于', en: 'is at least' },
};

const verbs: Readonly<Record<Sort, Verbs>> = {
  amount: ofAmounts,
  count: {
    ...ofAmounts,
    '<': { zh: '少于', en: 'is less than' },
    '>=': { zh: '不少于', en: 'is at least' },
  },
  pieces: {
    ...ofAmounts,
    '=': { zh: '恰为', en: 'is exactly' },
    '<': { zh: '少于', en: 'is less than' },
    '>=': { zh: '不少于', en: 'is at least' },
  },
  length: {
    ...ofAmounts,
    '=': { zh: '恰为', en: 'is exactly' },
    '<': { zh: '不满', en: 'is less than' },
    '<=': { zh: '不超过', en: 'is no more than' },
    '>=': { zh: '不少于', en: 'is at least' },
  },
  age: {
    ...ofAmounts,
    '<': { zh: '不满', en: 'is below' },
    '>=': { zh: '满', en: 'is at least' },
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
    '<': { zh: '低于', en: 'is less than' },
    '<=': { zh: '不高于', en: 'is at most' },
    '>': { zh: '高于', en: 'is more than' },
    '>=': { zh: '不低于', en: 'is at least' },
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

/** Subject, verb and object. */
type Parts = readonly [string, string, string];

/** Functions that are true or false, said and denied. */
const truths: Partial<
  Record<Builtin, Said<(yes: boolean) => (...args: readonly string[]) => Parts>>
> = {
  'list contains': said(
    (yes) => (list, element) => [list, yes ? '含' : '不含', element],
    (yes) => (list, element) => [list, yes ? 'includes' : 'does not include', element],
  ),
  contains: said(
    (yes) => (text, match) => [
      text,
      yes ? '含有' : '不含',
      `${match}字样`.replace(/^([^“].*)字样$/u, '$1'),
    ],
    (yes) => (text, match) => [text, yes ? 'contains' : 'does not contain', match],
  ),
  'starts with': said(
    (yes) => (text, match) => [text, yes ? '以' : '不以', `${match}开头`],
    (yes) => (text, match) => [text, yes ? 'starts with' : 'does not start with', match],
  ),
  'ends with': said(
    (yes) => (text, match) => [text, yes ? '以' : '不以', `${match}结尾`],
    (yes) => (text, match) => [text, yes ? 'ends with' : 'does not end with', match],
  ),
  matches: said(
    (yes) => (text, pattern) => {
      const words = soughtWords(pattern, 'zh');
      return words === undefined
        ? [text, yes ? '符合' : '不符合', '规定格式']
        : [text, yes ? '含有' : '不含', `下列用语：${words}`];
    },
    (yes) => (text, pattern) => {
      const words = soughtWords(pattern, 'en');
      return words === undefined
        ? [text, yes ? 'has' : 'does not have', 'the form laid down']
        : [text, yes ? 'contains' : 'does not contain', `any of these words: ${words}`];
    },
  ),
  'is number': said(
    (yes) => (text) => [text, yes ? '是' : '不是', '一个数'],
    (yes) => (text) => [text, yes ? 'is' : 'is not', 'a number'],
  ),
  'is date': said(
    (yes) => (text, form) => [
      text,
      yes ? '是' : '不是',
      `${form === '' ? '' : `按${form}书写的`}日期`,
    ],
    (yes) => (text, form) => [
      text,
      yes ? 'is' : 'is not',
      `a date${form === '' ? '' : ` written as ${form}`}`,
    ],
  ),
  'is valid resident id': said(
    (yes) => (text) => [text, yes ? '是' : '不是', '有效的居民身份证号码'],
    (yes) => (text) => [text, yes ? 'is' : 'is not', 'a valid resident identity number'],
  ),
  'is valid credit code': said(
    (yes) => (text) => [text, yes ? '是' : '不是', '有效的统一社会信用代码'],
    (yes) => (text) => [text, yes ? 'is' : 'is not', 'a valid unified social credit code'],
  ),
  'is sorted': said(
    (yes) => (list) => [list, yes ? '从小到大' : '不是从小到大', '排列'],
    (yes) => (list) => [list, yes ? 'is' : 'is not', 'in ascending order'],
  ),
  all: said(
    (yes) => (list) => [list, yes ? '均为' : '不都为', '“是”'],
    (yes) => (list) => [yes ? `every one of ${list}` : `not every one of ${list}`, 'is', '“yes”'],
  ),
  any: said(
    (yes) => (list) => [list, yes ? '中至少有一项为' : '中没有一项为', '“是”'],
    (yes) => (list) => [yes ? `at least one of ${list}` : `none of ${list}`, 'is', '“yes”'],
  ),
};

/** Some records by what they are called. */
interface RecordPhrase {
  readonly noun: string;
  /** They are told from one of them that is spoken of already. */
  readonly isOther?: boolean;
  readonly counter: string;
  readonly isNamed: boolean;
  /** Its elements stand where it is spoken of. */
  readonly isWrittenOut: boolean;
  /** Its elements are no records. */
  readonly isPlain: boolean;
  readonly owner: string | undefined;
  /** What it belongs to, where that alone picks it out. */
  readonly keyed?: string | undefined;
  /** What a field of theirs is, where that alone picks one out. */
  readonly found?: string | undefined;
}

/** What is asked of each of some: that there is something, something under a condition, or anything else. */
export type Asked = 'something' | 'under a condition' | 'anything';

const beforeAsked: Readonly<Record<Asked, string>> = {
  something: '均',
  'under a condition': '，',
  anything: '均满足：',
};

/** `1 working day (time to answer a lead)` for a limit of length: the name alone would read as a point in time. */
function valueFirst(limit: string): string {
  return limit.includes(' − ') || limit.includes(' + ')
    ? `(${limit})`
    : limit.replace(/^the (.+) \((\d[^()]*)\)$/u, '$2 ($1)');
}

/** `A、B或者空白` */
function alternatives(list: readonly string[], comma: string, or: string): string {
  return [list.slice(0, -1).join(comma), ...list.slice(-1)].filter((part) => part !== '').join(or);
}

/** A title within an English sentence: small, but for names. */
function lower(title: string): string {
  return /^[A-Z][a-z’']/u.test(title) || title.startsWith('A ')
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}

/** Who does something, by what they do. */
const ofPersons =
  /(?:manager|reviewer|assessor|officer|approver|actor|operator|interviewer|interviewee|addressee|party|person|earner|validator|verifier|preparer|maker|checker|developer|contacted|complained of)(?: of .+)?$/u;

/** What a phrase is of, without whose it is. */
function headOf(phrase: string): string {
  return withoutArticle(phrase).replace(/ of .+$/u, '');
}

/** `every guarantor is among …, or is …`; `for every guarantor, …` where something else is spoken of first. */
function ofEachSaid(each: string, text: string): string {
  return text.startsWith('it ')
    ? `${each} ${text.slice(3).replaceAll(/, (and|or) it (?=is |has |was )/gu, ', $1 ')}`
    : `for ${each}, ${text}`;
}

/** The comma before the last of some words, which may stand in quotes. */
const lastComma = /, (?=[^,”]*$|“[^”]*”$)/u;

function withoutArticle(text: string): string {
  return text.replace(/^the /u, '');
}

/** `该份合同` + `合同签署时间`: 该份合同的签署时间. */
function ofOwner(owner: string, field: string): string {
  if (field.startsWith('与')) return owner + field;
  if (owner === field || (owner.endsWith(field) && field.length >= 4)) return owner;
  for (let shared = Math.min(owner.length, field.length - 2); shared >= 2; shared -= 1)
    if (owner.endsWith(field.slice(0, shared))) return `${owner}的${field.slice(shared)}`;
  return `${owner}的${field}`;
}

/** A field without the noun of its owner: `time of the contact` is the time, `contract amount` the amount. */
function ownOf(owner: string, field: string): string {
  const noun = owner.slice(owner.lastIndexOf(' ') + 1);
  const isOfNoun = (word: string) => word === noun || plural(word) === noun;
  return field
    .replace(/ of (?:the )?([\w-]+)$/u, (whole, last: string) => (isOfNoun(last) ? '' : whole))
    .replace(/^([\w-]+) /u, (whole, first: string) => (isOfNoun(first) ? '' : whole));
}

/** `the time of the contact` of `this marketing contact`: the time of this marketing contact. */
function fieldOfOwner(owner: string, field: string): string {
  return `the ${ownOf(owner, lower(withoutArticle(field)))} of ${owner}`;
}

/** `（9时）` with a remark in the same brackets. */
function marked(text: string, remark: string): string {
  return text.endsWith('）') ? `${text.slice(0, -1)}，${remark}）` : `${text}（${remark}）`;
}

function inChinese(
  { noun, owner, isPlain, keyed }: RecordPhrase,
  conditions: readonly string[],
): string {
  if (keyed !== undefined) return `${keyed}对应的${noun}`;
  if (isPlain && conditions.length > 0) {
    const picked = `${noun}中${conditions.map((one) => one.replace(/^该项/u, '')).join('且')}的`;
    return owner === undefined ? picked : `${owner}的${picked}`;
  }
  const picked =
    conditions.length === 0
      ? noun
      : isPhrase(conditions)
        ? `${conditions.join('且')}的${noun}`
        : `${noun}（限于${conditions.join('，且')}的）`;
  return owner === undefined ? picked : `${owner}的${picked}`;
}

/** Whether conditions are few and short enough to stand before a Chinese noun. */
function isPhrase(conditions: readonly string[]): boolean {
  return (
    conditions.length <= 2 &&
    conditions.join('').length <= 36 &&
    !conditions.some((one) => one.startsWith('（'))
  );
}

function inEnglish(
  { noun, owner, isNamed, isWrittenOut, keyed }: RecordPhrase,
  conditions: readonly string[],
  one: boolean,
): string {
  const called = isNamed
    ? isWrittenOut
      ? noun
      : `the ${lower(withoutArticle(noun))}`
    : one
      ? noun
      : plural(noun);
  if (keyed !== undefined) return `${called} of ${keyed}`;
  return [called, ...(owner === undefined ? [] : [`of ${owner}`]), inARow(conditions)]
    .filter((part) => part !== '')
    .join(' ');
}

/** What a record has first, then what is so of it, then what only holds where it is. */
const kindsOfClause = ['with ', 'that ', 'whose ', 'for which '];

/** `that is open, whose amount is 0 and for which …` */
function inARow(given: readonly string[]): string {
  const rank = (text: string) => kindsOfClause.findIndex((kind) => text.startsWith(kind));
  const clauses = given.toSorted((a, b) => rank(a) - rank(b));
  const others = clauses.filter((text) => rank(text) > 0);
  const had = clauses.filter((text) => rank(text) === 0);
  return [...had, alternatives(others, ', ', ' and ')].filter((text) => text !== '').join(', ');
}

/** `签署日的`, `批准日期当日的` */
function ofDay(day: string): string {
  return `${day}${/[日时]$/u.test(day) ? '' : '当日'}的`;
}

/** What a clause picks records out of. */
interface Picked {
  /** What one of them may be called. */
  readonly nouns: readonly string[];
  /** Whether a subject is a field of theirs. */
  readonly isOwn: (subject: string) => boolean;
  readonly ofOne: boolean;
}

/** `whose time is …`, `that is …`, `with …`; `for which …` where the clause speaks of something else. */
function relativeClause(clause: Clause, text: string, { nouns, isOwn, ofOne }: Picked): string {
  const agreeing = (verb: string) => (ofOne ? verb : ofSeveral(verb));
  if (clause.is === 'predicate') {
    const { subject, verb, object } = clause;
    if (subject === '' || subject === 'it') return `that ${agreeing(verb)} ${object}`.trim();
    if (!isOwn(subject)) return `for which ${text}`;
    const own = nouns.reduce((field, noun) => ownOf(noun, field), withoutArticle(subject));
    return `whose ${own} ${isPlural(subject) ? ofSeveral(verb) : verb} ${object}`.trim();
  }
  if (clause.is === 'run') return `for which ${text}`;
  const had = /^there (?:is|are) (.+)$/u.exec(text)?.[1];
  if (had !== undefined && !/ (?:for which|whose|that|with)\b/u.test(had)) return `with ${had}`;
  const last = nouns.map((noun) => noun.slice(noun.lastIndexOf(' ') + 1));
  const [, subject, said] = /^(it|the [\w-]+) (.+)$/u.exec(text) ?? [];
  if (said !== undefined && (subject === 'it' || last.includes(subject?.slice(4) ?? '')))
    return `that ${agreeing(said)}`;
  return text.endsWith(' it') && clause.is === 'plain'
    ? `that ${text.slice(0, -' it'.length)}`
    : `for which ${text}`;
}

const phrases = {
  /** Whose reader it speaks to: titles are in this language where they can be. */
  language: said<Language>('zh', 'en'),
  /** In which the engine's own words are. */
  spoken: said<Spoken>('zh', 'en'),
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  /** A list without elements. */
  noItems: { zh: '无', en: 'none' },
  /** Between the parts of a list. */
  comma: { zh: '、', en: ', ' },
  /** What a definition is given: two things belong together. */
  both: said(
    (parts: readonly string[]) => parts.join(parts.length === 2 ? '与' : '、'),
    (parts) => parts.join(parts.length === 2 ? ' and ' : ', '),
  ),
  quote: said(
    (text: string) => `“${text}”`,
    (text) => `“${text}”`,
  ),
  /** A word of an enumeration, by its title. */
  word: said(
    (title: string) => (/[，；：]/u.test(title) ? `“${title}”` : title),
    (title) => (/[,;:]| (?:and|or) |^no /iu.test(title) ? `“${lower(title)}”` : lower(title)),
  ),
  /** The title of the word that says of what kind a record is. */
  kind: said((title: string) => title, lower),
  /** The title of a field, or of what the rulebook names. */
  noun: said(
    (title: string) => title,
    (title) => (/^(the|an?|this|that|every) /iu.test(title) ? title : `the ${lower(title)}`),
  ),
  /** A field of the record that is spoken of, without that record's noun before it: 收到日期 of a 服务请求. */
  ofItself: said(
    (noun: string, title: string) =>
      noun !== '' &&
      title.startsWith(noun) &&
      title.length - noun.length >= 4 &&
      !/[的时]/u.test(title.charAt(noun.length))
        ? title.slice(noun.length)
        : title,
    (_noun, title) => title,
  ),
  /** The text `""`, where it is a value. */
  blank: { zh: '空白', en: 'blank' },
  /** Nothing, where it is a value. */
  absent: { zh: '空缺', en: 'absent' },
  brackets: said(
    (text: string) => `（${text}）`,
    (text) => `(${text})`,
  ),
  /** A number with its unit, `15%`, `60天`; `digits` is the number as it should read. */
  amount: said((digits: string, unit: Unit | undefined) => {
    if (unit === undefined) return digits;
    return joined(digits, typeof unit === 'string' ? suffixes[unit].zh : nameOfUnit(unit, 'zh'));
  }, withUnit),
  /** Before the words that something is one of. */
  oneOfThese: said(
    (subject: string, yes: boolean) => `${subject}${yes ? '为下列之一' : '不为下列任何一种'}`,
    (subject, yes) => `${subject} is ${yes ? 'one' : 'none'} of these`,
  ),
  /** That there are so many of some. */
  counted: said(
    (set: string, verb: string, number: string, _isOne: boolean): Parts => [set, verb, number],
    (set, verb, number, isOne) =>
      isOne
        ? ['there', verb, `one ${set}`]
        : [`the number of ${withoutArticle(set)}`, verb, number],
  ),
  /** Behind what is said of a number of things, before what picks them out. */
  onlyThose: said(
    (counted: string) => `${counted}，只计同时满足下列条件的`,
    (counted) => `${counted}, counting those for which`,
  ),
  /** A number of things, with what counts them. */
  /** What counts people that are named by what they do. */
  counterOf: said(
    (set: string): string => (/[人员者]$/u.test(set) ? '人' : '项'),
    () => '',
  ),
  pieces: said(
    (number: string, counter: string) => number.replace(/(\d)(）?)$/u, `$1${counter}$2`),
    (number) => number,
  ),
  /** A bare number that counts time. */
  inUnit: said(
    (number: string, unit: 'days' | 'months' | 'working-days') =>
      /\d$/u.test(number) ? number + suffixes[unit].zh : number,
    (number, unit) => (/\d$/u.test(number) ? withUnit(number, unit) : number),
  ),
  /** A share by which others differ. */
  inPoints: said(
    (text: string) => text.replace(/(\d)%(）?)$/u, '$1个百分点$2'),
    (text) => text.replace(/(\d)%(\)?)$/u, '$1 percentage points$2'),
  ),
  asAge: said(
    (text: string) => text.replace(/(\d)(?:年)?(?=）?$)/u, '$1周岁'),
    (text) => text,
  ),
  /** A bare number beside the name of a number of things: 业务笔数 of 1笔. */
  counting: said(
    (name: string, number: string) => {
      const counter = /([笔户份人次名项套家])数$/u.exec(name)?.[1] ?? '';
      return number.replace(/^[\d,]+$/u, `$&${counter}`);
    },
    (_name, number) => number,
  ),
  /** Whether a name is that of a number of things, which are few or many, and not low or high. */
  isNumber: said(
    (name: string) => /(?:数|数量|次数)(?:（[^）]*）)?$/u.test(name),
    () => true,
  ),
  verb: said(
    (operator: ComparisonOperator, sort: Sort) => verbs[sort][operator].zh,
    (operator, sort) => verbs[sort][operator].en,
  ),
  predicate: said(
    (subject: string, verb: string, object: string) =>
      verb === '不为' && /^[未无不没非][^、或]*$/u.test(object)
        ? `${subject}不是“${object}”`
        : subject + verb + object,
    (subject, verb, object) =>
      [subject === '' ? 'it' : subject, isPlural(subject) ? ofSeveral(verb) : verb, object]
        .filter((part) => part !== '')
        .join(' '),
  ),
  /** Two words of a file beside each other. */
  same: said(
    (one: string, other: string, yes: boolean): Parts => {
      if (one === '') return ['', yes ? '为' : '不为', other];
      const persons = [one, other].every((title) => /[人员者岗]$|经理$|对象$/u.test(title));
      if (persons) return [`${one}与${other}`, yes ? '为' : '不是', '同一人'];
      return [`${one}与${other}`, yes ? '一致' : '不一致', ''];
    },
    (one, other, yes) => {
      const persons = [one, other].every((title) => ofPersons.test(title));
      const isOther = persons && headOf(one) !== headOf(other);
      const verb = yes ? 'is' : 'is not';
      return [one, isOther ? verb : `${verb} the same as`, other];
    },
  ),
  /** Whether two things that are true or false are so together. */
  agree: said(
    (one: string, other: string, yes: boolean): Parts => [
      `${one}与${other}`,
      yes ? '相符' : '不相符',
      '',
    ],
    (one, other, yes) => [one, yes ? 'agrees with' : 'disagrees with', other],
  ),
  /** What a number is of: it is told that a record is that. */
  numbered: said(
    (text: string) => {
      const of = text.replace(/(?<=.)(?:编号|号)$/u, '');
      const [, owner = '', own = ''] = /^(.+)的([^的]+)$/u.exec(of) ?? [];
      return own !== '' && owner.endsWith(own) ? owner : of;
    },
    (text) =>
      text
        .replace(/^the number of (the |this |that )?/u, (_, article: string = 'the ') => article)
        .replace(/^(the .+?) number(?= of |$)/u, '$1'),
  ),
  /** One field of two records. */
  sameField: said(
    (one: string, other: string, field: string, yes: boolean): Parts => [
      `${one}与${other}的${field}`,
      yes ? '一致' : '不一致',
      '',
    ],
    (one, other, field, yes) => [
      `the ${plural(lower(withoutArticle(field)))} of ${one} and ${other}`,
      yes ? 'are the same' : 'are not the same',
      '',
    ],
  ),
  isBetween: { zh: '在', en: 'is between' },
  isNotBetween: { zh: '不在', en: 'is not between' },
  range: said(
    (low: string, high: string, lowIn: boolean, highIn: boolean) => {
      const end = (text: string, included: boolean) =>
        lowIn && highIn ? text : marked(text, included ? '含' : '不含');
      return `${end(low, lowIn)}至${end(high, highIn)}之间`;
    },
    (low, high, lowIn, highIn) => {
      const [from, to] = [hourIn(low), hourIn(high)];
      const [start, end] = from && to ? [from, to] : [low, high];
      return `${lowIn ? start : excluded(start)} and ${highIn ? end : excluded(end)}`;
    },
  ),
  and: said(
    (parts: readonly string[]) => parts.join('，且'),
    (parts) => parts.join(', and '),
  ),
  or: said(
    (parts: readonly string[]) => parts.join('，或者'),
    (parts) => parts.join(', or '),
  ),
  /** Whether words pause, so that they need something around them among others. */
  hasPause: said(
    (text: string) => /[，；：、]/u.test(text),
    (text) => /[,;:]/u.test(text),
  ),
  /** Objects of one subject and verb, for verbs that may have several: 含利息、逾期罚息, 含有“年化”或者“年利率”字样. */
  shared: said(
    (verb: string, objects: readonly string[], of: 'all' | 'any') => {
      if (verb !== '含' && (of === 'all' || !(verb === '为' || verb === '含有'))) return undefined;
      if (of === 'all') return objects.join('、');
      const quoted = objects.every((one) => /^“.*”字样$/u.test(one));
      return quoted
        ? `${objects.map((one) => one.replace(/字样$/u, '')).join('或者')}字样`
        : alternatives(objects, '、', '或者');
    },
    (verb, objects, of) => {
      if (verb !== 'includes' && (of === 'all' || !(verb === 'is' || verb === 'contains')))
        return undefined;
      return alternatives(objects, ', ', of === 'all' ? ' and ' : ' or ');
    },
  ),
  /** What stands beside conditions without being one of them. */
  apartFrom: said(
    (parts: readonly string[]) => parts.join('；'),
    (parts) => parts.join('; '),
  ),
  /** Whether words offer a choice, so that more of them would be taken into it. */
  isEither: said(
    (text: string) => text.replaceAll(/（[^（）]*）/gu, '').includes('，或者'),
    (text) => text.replaceAll(/\([^()]*\)/gu, '').includes(', or '),
  ),
  /** Where a condition holds, what is asked then. */
  given: said(
    (condition: string, then: string) => `${condition}的，${then}`,
    (condition, then) => `if ${condition}, ${then}`,
  ),
  /** A subject that need not be there: the expiry date, if any,. */
  ifAny: said(
    (_subject: string): string | undefined => undefined,
    (subject) => `${subject}, if any,`,
  ),
  cases: said(
    (cases: readonly string[], otherwise: string) => [...cases, otherwise].join('；'),
    (cases, otherwise) => [...cases, otherwise].join('; '),
  ),
  otherwise: said(
    (then: string) => `其他情形，${then}`,
    (then) => `otherwise ${then}`,
  ),
  notAsked: { zh: '不作要求', en: 'nothing is asked' },
  notAllowed: { zh: '不符合要求', en: 'it does not comply' },
  /** Before points. */
  allOf: { zh: '同时满足下列各项', en: 'all of the following hold' },
  oneOf: { zh: '满足下列之一', en: 'at least one of the following holds' },
  byCase: { zh: '按下列情形办理', en: 'by case' },
  whereAll: { zh: '具备下列全部条件', en: 'all of the following hold' },
  whereAny: { zh: '有下列情形之一', en: 'one of the following holds' },
  /** Before the points of a condition, behind which stands what is asked. */
  wherever: said(
    (condition: string) => `${condition}的`,
    (condition) => `if ${condition}`,
  ),
  thenAsks: { zh: '则', en: 'then ' },
  colon: said(
    (text: string) => `${text}：`,
    (text) => `${text}:`,
  ),
  /** A head with its parts behind it in one line. */
  headed: said(
    (head: string, parts: readonly string[]) => `${head}：${parts.join('；')}`,
    (head, parts) => `${head}: ${parts.join('; ')}`,
  ),
  holds: said(
    (field: string) =>
      field.startsWith('是否')
        ? `属于${field.slice(2)}`
        : /^[已未]/u.test(field)
          ? field
          : `${field}为“是”`,
    (field) => `${field} is “yes”`,
  ),
  fails: said(
    (field: string) =>
      field.startsWith('是否')
        ? `不属于${field.slice(2)}`
        : field.startsWith('已')
          ? `未${field.slice(1)}`
          : `${field}为“否”`,
    (field) => `${field} is “no”`,
  ),
  /** What is said of someone or something: 该名当事人已见证件原件. */
  factOf: said(
    (of: string, fact: string) => (fact.includes('{}') ? fact.replace('{}', of) : of + fact),
    (quoted, fact) => {
      const of = quoted.replaceAll(/“([^”]*)”/gu, '$1');
      return fact.includes('{}')
        ? fact.replace('{}', of)
        : of === ''
          ? fact
          : /^(?:is|was|were|has|have|does|did|[a-z]+s (?:the|an?|no|to|in|for)) /u.test(fact)
            ? `${of} ${fact}`
            : `${fact} for ${of}`;
    },
  ),
  among: said(
    (of: string, list: readonly string[], yes: boolean): Parts => [
      of,
      yes ? '为' : '不为',
      alternatives(list, '、', '或者'),
    ],
    (of, list, yes) => {
      if (yes || list.length < 2)
        return [of, yes ? 'is' : 'is not', alternatives(list, ', ', ' or ')];
      return list.length === 2
        ? [of, 'is neither', list.join(' nor ')]
        : [of, 'is none of', alternatives(list, ', ', ' and ')];
    },
  ),
  /** Several nouns as one. */
  alternatives: said(
    (list: readonly string[]) => alternatives(list, '、', '或者'),
    (list) => alternatives(list, ', ', ' or '),
  ),
  isListed: said(
    (of: string) => `${of}为所列代码之一`,
    (of) => `${of} is one of the listed codes`,
  ),
  notListed: said(
    (of: string) => `${of}不属于所列代码`,
    (of) => `${of} is none of the listed codes`,
  ),
  isNone: said(
    (field: string) => `经核查没有${field}`,
    (field) => `it was verified that there is no ${withoutArticle(field)}`,
  ),
  /** Money of which there is some, or none: 货款 for 货款金额. */
  money: said(
    (name: string) => name.replace(/(?<=款)金额$/u, ''),
    (name) => name,
  ),
  isGiven: said(
    (field: string, _several: boolean) => `有${field}`,
    (field, several) =>
      several
        ? `there are ${withoutArticle(field)}`
        : `there is ${withArticle(withoutArticle(field))}`,
  ),
  isFilled: said(
    (field: string) => `已填写${field}`,
    (field) => `${field} is filled in`,
  ),
  isBlank: said(
    (field: string) => `未填写${field}`,
    (field) => `${field} is not filled in`,
  ),
  governingDay: { zh: '适用日', en: 'the governing day' },
  /** A day that something is asked of, where it has no name. */
  thatDay: { zh: '该日', en: 'that day' },
  thatTime: { zh: '该时', en: 'that time' },
  thatText: { zh: '该段文字', en: 'the text' },
  dayOfCheck: { zh: '核查日', en: 'the day of the check' },
  /** Whether a rule was met, by its id. */
  isMet: said(
    (rule: string) => `${rule}合规`,
    (rule) => `${rule} is met`,
  ),
  isNotMet: said(
    (rule: string) => `${rule}不合规`,
    (rule) => `${rule} is not met`,
  ),
  /** Which of its kinds a value is. */
  isA: said(
    (of: string, kind: InstanceCore['is'], yes: boolean) =>
      `${of}${yes ? '是' : '不是'}${kinds[kind].zh}`,
    (of, kind, yes) => `${of} ${yes ? 'is' : 'is not'} ${kinds[kind].en}`,
  ),
  /** A function that is true or false. */
  truth: said(
    (builtin: Builtin, yes: boolean) => truths[builtin]?.zh(yes),
    (builtin, yes) => truths[builtin]?.en(yes),
  ),
  /** A value by case. */
  either: said(
    (cases: readonly (readonly [string, string])[], otherwise: string) =>
      [...cases.map(([when, value]) => `${when}的，取${value}`), `其他情形，取${otherwise}`].join(
        '；',
      ),
    (cases, otherwise) =>
      [...cases.map(([when, value]) => `${value} if ${when}`), `otherwise ${otherwise}`].join(', '),
  ),
  /** Whether words are a value by case. */
  isChoice: said(
    (text: string) => text.includes('；其他情形，取'),
    (text) => text.includes(', otherwise '),
  ),
  /** A value, and what stands in its stead in one case, or where there is none. */
  excepted: said(
    (value: string, instead: string, when: string | undefined) =>
      `${value}（${when ?? '没有'}的，为${instead}）`,
    (value, instead, when) =>
      when === undefined
        ? `${value}, or ${instead} if there is none`
        : `${value} (${instead} if ${when})`,
  ),
  /** Characters of the conditions of some records, at most, for them to stand in one phrase. */
  shortEnough: said<number>(36, 100),
  /** Of two conditions. */
  shortPair: said<number>(26, 100),
  relative: said((_: Clause, text: string, _picked: Picked) => text, relativeClause),
  whose: said(
    (records: RecordPhrase, conditions: readonly string[], _one: boolean) =>
      inChinese(records, conditions),
    inEnglish,
  ),
  each: said(
    (records: RecordPhrase, conditions: readonly string[]) => {
      if (records.isPlain) return inChinese(records, conditions);
      const every = `每${records.counter || '项'}`;
      const noun = (records.isOther ? '其他' : '') + records.noun;
      return isPhrase(conditions) && conditions.length > 0 && records.keyed === undefined
        ? inChinese({ ...records, noun: every + noun }, conditions)
        : every + inChinese({ ...records, noun }, conditions);
    },
    (records, conditions) =>
      records.isNamed
        ? `each of ${inEnglish(records, conditions, false).replace(records.isWrittenOut ? lastComma : /$^/u, ' and ')}`
        : `every ${records.isOther ? 'other ' : ''}${inEnglish(records, conditions, true)}`,
  ),
  nth: said(
    (records: RecordPhrase, conditions: readonly string[], index: string) =>
      (records.keyed ?? records.found) !== undefined && index === '1'
        ? inChinese({ ...records, keyed: records.keyed ?? records.found }, conditions)
        : `${places.zh[index] ?? `第${index}`}${records.counter || '个'}${inChinese(records, conditions)}`,
    (records, conditions, index) => {
      if (records.found !== undefined && index === '1')
        return `the ${records.noun} ${/^th(?:is|at) /u.test(records.found) ? 'of' : 'that is'} ${records.found}`;
      if (records.keyed !== undefined && index === '1')
        return `the ${records.noun} of ${records.keyed}`;
      const which = places.en[index] ?? `number ${index}`;
      return records.isNamed
        ? `the ${which} of ${inEnglish(records, conditions, false)}`
        : `the ${which} ${inEnglish(records, conditions, true)}`;
    },
  ),
  /** What is said of a field of each, or of each itself. */
  eachDoes: said(
    (each: string, [subject, verb, object]: Parts): Parts => [
      subject === '' || subject === '该项'
        ? each
        : each.includes('的每')
          ? `${each}，${subject}`
          : ofOwner(each, subject),
      `均${verb}`,
      object,
    ],
    (each, [subject, verb, object]) => {
      if (subject !== '' && subject !== 'it')
        return / (?:whose|that|for which|with) /u.test(each)
          ? [`for ${each}, ${subject}`, isPlural(subject) ? ofSeveral(verb) : verb, object]
          : [fieldOfOwner(each, subject), verb, object];
      const denied = /^is (?:not|neither|none of)$/u.test(verb) && each.startsWith('each of ');
      return denied
        ? [
            `none of ${each.slice('each of '.length)}`,
            'is',
            object.replace(/ (?:nor|and) (?=[^,]*$)/u, ' or '),
          ]
        : [each, verb, object];
    },
  ),
  /** Whether something is said of a value that a loop has come to, at the place where its name may stand. */
  saysIt: said(
    (text: string) => text.startsWith('该项'),
    (text) => text.startsWith('it ') || (text.endsWith(' it') && !text.includes(' not ')),
  ),
  eachIs: said(
    (each: string, text: string) => `${each}均${text.replace(/^该项/u, '')}`,
    (each, text) =>
      text.startsWith('it ')
        ? each + text.slice(2)
        : text.endsWith(' it')
          ? text.slice(0, -2) + each
          : `for ${each}, ${text}`,
  ),
  /** What is said of something else, for each of some. */
  forEach: said(
    (each: string): Lead => ({
      said: (text) => `对${each}，${text}`,
      all: `${each}均满足`,
      oneOf: `对${each}，满足下列之一`,
    }),
    (each) => ({
      said: (text) => ofEachSaid(each, text),
      all: `for ${each}`,
      oneOf: `for ${each}, at least one of the following holds`,
    }),
  ),
  eachAll: said(
    (each: string, ofSome: boolean) => `${ofSome ? everyOne(each) : each}均满足`,
    (each) => `for ${each}`,
  ),
  /** One thing that is so of each of some, and that one of several is. */
  ofEachOne: said(
    (each: string, ofSome: boolean, form: Asked): Lead => {
      const all = ofSome ? everyOne(each) : each;
      return {
        said: (text) => all + beforeAsked[form] + text,
        all: `${all}均满足`,
        oneOf: `${all}均满足下列之一`,
      };
    },
    (each) => ({
      said: (text) => ofEachSaid(each, text),
      all: `for ${each}`,
      oneOf: `for ${each}, at least one of the following holds`,
    }),
  ),
  /** Some values among others: 来源含工资. */
  holdsOne: said(
    (set: string, object: string, yes: boolean): Parts => [set, yes ? '含' : '不含', object],
    (set, object, yes) => [set, yes ? 'includes' : 'does not include', object],
  ),
  /** One of some values by what is so of it: 签署人含经办人以外的人. */
  holdsOneThat: said(
    (set: string, text: string, yes: boolean): Parts => {
      const one = /[人员者]$/u.test(set) ? '人' : '项目';
      const picked = text.replace(/^该项/u, '');
      const other = /^(?:不是|不为)(.+)$/u.exec(picked)?.[1];
      return [
        set,
        yes ? '含' : '不含',
        other === undefined ? `${picked}的${one}` : `${other}以外的${one}`,
      ];
    },
    (set, text, yes) => [
      set,
      yes ? 'includes' : 'includes none',
      `${yes ? 'one ' : ''}${text.startsWith('it ') ? `that${text.slice(2)}` : `for which ${text}`}`,
    ],
  ),
  /** Something in a list of a record, or of no record. */
  heldIn: said(
    (one: string, record: string, list: string, yes: boolean): Parts => [
      one,
      yes ? '在' : '不在',
      `${ofOwner(yes ? record : `任何${record}`, list)}之列`,
    ],
    (one, record, list, yes) => [
      one,
      yes ? 'is among' : 'is not among',
      fieldOfOwner(yes ? withArticle(record) : `any ${record}`, list),
    ],
  ),
  /** All of some values in a list that has a name. */
  eachInList: said(
    (each: string, list: string, yes: boolean): Parts => [
      each,
      yes ? '均在' : '均不在',
      `${list}之列`,
    ],
    (each, list, yes) => [
      yes ? each : each.replace(/^(?:each|every one) of /u, 'none of '),
      'is among',
      list,
    ],
  ),
  /** Whether something is of a kind of records. */
  isOneOf: said(
    (of: string, kind: string, yes: boolean): Parts => [of, yes ? '为' : '不为', kind],
    (of, kind, yes) => [of, yes ? 'is' : 'is not', withArticle(kind)],
  ),
  /** One of those that a list names. */
  inList: said(
    (element: string, list: string, yes: boolean): Parts => [
      element,
      yes ? '在' : '不在',
      `${list}之列`,
    ],
    (element, list, yes) => [
      element,
      yes ? 'is among' : 'is not among',
      list.replace(/^(?=[a-z]+ of th(?:e|is|at) )/u, 'the '),
    ],
  ),
  differ: said(
    (one: string, other: string) => `${one}与${other}相差`,
    (one, other) => `the difference between ${one} and ${other}`,
  ),
  thereIs: said(
    (set: string, _several: boolean) => (set.startsWith('有') ? `存在${set}` : `有${set}`),
    (set, several) =>
      several ? `there are ${withoutArticle(set)}` : `there is ${withArticle(set)}`,
  ),
  thereIsNo: said(
    (set: string, _several: boolean) => `没有${set}`,
    (set, several) => `there ${several ? 'are' : 'is'} no ${withoutArticle(set)}`,
  ),
  oneWith: said(
    (one: string, _named: boolean) => `有同时满足下列条件的${one}`,
    (one, isNamed) => `there is ${isNamed ? `one of ${one}` : withArticle(one)} for which`,
  ),
  noneWith: said(
    (one: string, _named: boolean) => `没有同时满足下列条件的${one}`,
    (one, isNamed) =>
      `there is ${isNamed ? `none of ${one}` : `no ${withoutArticle(one)}`} for which all of this holds`,
  ),
  /** There is one, or none, of which one thing is so, or one of several. */
  oneOfWhich: said(
    (one: string, _named: boolean, yes: boolean): Lead => {
      const there = yes ? '有' : '没有';
      return {
        said: (text) => `${there}满足下列条件的${one}：${text}`,
        all: `${there}满足下列条件的${one}`,
        oneOf: `${there}满足下列条件之一的${one}`,
      };
    },
    (one, isNamed, yes) => {
      const some = isNamed ? `one of ${one}` : withArticle(one);
      const none = isNamed ? `none of ${one}` : `no ${withoutArticle(one)}`;
      const there = `there is ${yes ? some : none} for which`;
      return {
        said: (text) => `${there} ${text}`,
        all: there,
        oneOf: `${there} ${yes ? 'at least one of the following' : 'any of the following'} holds`,
      };
    },
  ),
  numberOf: said(
    (set: string) => set,
    (set) => `the number of ${withoutArticle(set)}`,
  ),
  total: said(
    (of: string) => `${of}合计`,
    (of) => `the sum of ${of}`,
  ),
  quantity: said(
    (set: string) => `${set.replace(/的$/u, '')}的数量`,
    (set) => `the number of ${withoutArticle(set)}`,
  ),
  of: said(ofOwner, fieldOfOwner),
  /** A field of several records. */
  ofSet: said(ofOwner, (set: string, field: string) =>
    /^the [\w’' -]+$/u.test(field)
      ? `the ${plural(ownOf(set.split(' whose ')[0] ?? set, withoutArticle(field)))} of ${set}`
      : fieldOfOwner(set, field),
  ),
  ofEach: said(
    (each: string, returns: string) => `${each}的${returns}`,
    (each, returns) => `${returns} of ${each}`,
  ),
  inside: said(
    (of: string, list: string, yes: boolean): Parts => [of, yes ? '属于' : '不属于', list],
    (of, list, yes) => [of, yes ? 'is among' : 'is not among', list],
  ),
  /** A code set by its title. */
  codeSet: said(
    (title: string) => `《${title}》`,
    (title) => `“${title}”`,
  ),
  inCodes: said(
    (of: string, set: string) => `${of}在代码表${set}中`,
    (of, set) => `${of} is in the code set ${set}`,
  ),
  notInCodes: said(
    (of: string, set: string) => `${of}不在代码表${set}中`,
    (of, set) => `${of} is not in the code set ${set}`,
  ),
  /** What a code set says of a code. */
  columnOf: said(
    (of: string, column: string, set: string) => `${of}在代码表${set}中的${column}`,
    (of, column, set) => `the ${lower(column)} of ${of} in the code set ${set}`,
  ),
  /** The element of a list, when it is not a record. */
  it: { zh: '该项', en: 'it' },
  /** Such an element of a loop further out. */
  thatOne: { zh: '该项', en: 'that one' },
  /** The record that is spoken of, before what is said of it. */
  itself: { zh: '', en: 'it' },
  /** A record of the kind that a loop has come to. */
  ofThatKind: said(
    (noun: string) => `该项${noun}`,
    (noun) => `${noun} of that kind`,
  ),
  /** A record that is not the one spoken of. */
  that: said(
    (noun: string, counter: string) => `该${counter}${noun}`,
    (noun) => `that ${noun}`,
  ),
  /** The record that a rule with `each` judges, where its schema has no noun for it. */
  thisRecord: { zh: '本项', en: 'this record' },
  /** The record that a rule with `each` judges, by its noun. */
  thisOne: said(
    (noun: string, counter: string) =>
      `${/^[名位个家套]$/u.test(counter) ? '该' : '本'}${counter}${noun}`,
    (noun) => `this ${noun}`,
  ),
  /** A record of one of several files. */
  inFile: said(
    (noun: string, file: string) => `${file}的${noun}`,
    (noun, file) => `the ${noun} in ${file}`,
  ),
  /** A further record of a noun. */
  another: said(
    (noun: string, counter: string) => `另一${counter}${noun}`,
    (noun) => `the other ${noun}`,
  ),
  /** Whether what is so of some record tells of which: not 以前最近的筛查没有命中, nor of two that are called alike. */
  saysOfWhat: said(
    (text: string) => !/^[以之][前后]|(本.{2,})与\1/u.test(text),
    (text) => !/^(?:before|after|on or before) |\b(the .+) and \1\b/iu.test(text),
  ),
  /** A definition, parameter or table where a field has the same title. */
  asDefined: said(
    (title: string) => `${title}（按计算口径）`,
    (title) => `${title} (as defined)`,
  ),
  /** A definition or table with what it is given. */
  called: said(
    (named: string, args: readonly string[]) => {
      const [only = ''] = args;
      if (args.length > 1) return `${named}（${args.join('、')}）`;
      return /^该[类项种]/u.test(named) ? only + named.slice(1) : ofOwner(only, named);
    },
    (named, args) => {
      const [only = ''] = args;
      if (args.length > 1) return `${named} (${args.join(', ')})`;
      if (named.includes(only)) return named;
      const last = / of the (\w+)$/u.exec(named)?.[1];
      if (last === undefined) return `${named} of ${only}`;
      return only.endsWith(` ${last}`)
        ? fieldOfOwner(only, named)
        : named.replace(/the \w+$/u, only);
    },
  ),
  /** A definition or table as it is on a day, or at a time: 审批时的征信准入结论. */
  calledOn: said(
    (named: string, day: string) => {
      const act = day.replace(/的?时间$/u, '');
      if (act === day) return ofDay(day) + named.replace(/^当日/u, '');
      // 最后一次审批 + 审批所依据的征信报告
      return act.endsWith(named.slice(0, 2)) ? act + named.slice(2) : `${act}时的${named}`;
    },
    (named, day) => `${named.replace(/ on that day$/u, '')} as at ${day}`,
  ),
  /** An argument that goes by the title of a field. */
  argument: said(
    (title: string) => `该${title}`,
    (title) => `the ${lower(title)} in question`,
  ),
  /** A limit with its value in force. */
  limit: said(
    (named: string, value: string) => `${named}（${value}）`,
    (named, value) => `${named} (${value})`,
  ),
  /** What a file has, behind its name. */
  seen: said(
    (named: string, value: string) => `${named}（${value}）`,
    (named, value) => `${named} (${value})`,
  ),
  /** What is reckoned, and what it comes to. */
  comesTo: said(
    (text: string, value: string) => `${text}（即${value}）`,
    (text, value) => `${text} (which is ${value})`,
  ),
  /** `P1D`, `P6M` */
  duration: said(
    (written: string) =>
      written
        .replace(/^P(\d+)D$/u, '$1天')
        .replace(/^P(\d+)M$/u, '$1个月')
        .replace(/^P(\d+)Y$/u, '$1年'),
    (written) =>
      written.replace(/^P(\d+)([DMY])$/u, (_, count: string, unit: string) => {
        const word = unit === 'D' ? 'day' : unit === 'M' ? 'month' : 'year';
        return `${count} ${word}${count === '1' ? '' : 's'}`;
      }),
  ),
  day: said(
    (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
    (year, month, day) => `${day} ${months[month - 1] ?? ''} ${year}`,
  ),
  dayOf: said(
    (moment: string) =>
      moment.endsWith('时间') ? moment.replace(/的?时间$/u, '之日') : `${moment}当日`,
    (moment) => {
      const of = withoutArticle(moment).replace(/^time of (the )?/u, '');
      return `the day of ${/^(this|that) /u.test(of) ? of : `the ${of}`}`;
    },
  ),
  before: said(
    (day: string, length: string) => `${day}前${length}`,
    (day, length) => `${length} before ${day}`,
  ),
  after: said(
    (day: string, length: string) => `${day}后${length}`,
    (day, length) => `${length} after ${day}`,
  ),
  /** How long after one day another is, against a limit. */
  fromTo: said(
    (from: string, to: string, verb: string, amount: string, seen: string): Parts => [
      seen === '' ? `${from}至${to}` : `${from}至${to}（${seen.replace(/^-/u, '早')}）`,
      verb,
      amount,
    ],
    (from, to, verb, amount, seen) => {
      const late = seen.startsWith('-') ? `${seen.slice(1)} before` : `${seen} after`;
      const [, length, name = ''] = /^(\d[^()]*?)( \(.+\))?$/u.exec(valueFirst(amount)) ?? [];
      const isWithin = verb === verbs.length['<='].en && length !== undefined;
      return [
        seen === '' ? to : `${to} (${late})`,
        isWithin ? 'is within' : verb,
        isWithin ? `${length} of ${from}${name}` : `${valueFirst(amount)} after ${from}`,
      ];
    },
  ),
  apart: said(
    (from: string, to: string, verb: string, amount: string, seen: string): Parts => [
      `${from}与${to}相隔${seen === '' ? '' : `（${seen}）`}`,
      verb,
      amount,
    ],
    (from, to, verb, amount, seen) => [
      `the time between ${from} and ${to}${seen === '' ? '' : ` (${seen})`}`,
      verb,
      amount,
    ],
  ),
  /** A length in whole months, of which the days beyond do not count. */
  wholeMonths: said(
    (day: string) => `${day}的整月数`,
    (day) => day,
  ),
  /** A limit in whole months. */
  ofWholeMonths: said(
    (amount: string) => amount,
    (amount) => `${amount}, whole months counted,`,
  ),
  ageOn: said(
    (day: string) => `按${day}计算的年龄`,
    (day) => `the age on ${day}`,
  ),
  age: { zh: '年龄', en: 'the age' },
  /** The least or the greatest of values that are named one by one. */
  extreme: said(
    (items: readonly string[], builtin: 'min' | 'max', day: boolean) =>
      items.length > 2
        ? `${items.join('、')}中${extremes[day ? 'day' : 'amount'][builtin]}者`
        : `${items.join('与')}${day ? (builtin === 'min' ? '的较早者' : '的较晚者') : builtin === 'min' ? '孰低' : '孰高'}`,
    (items, builtin, day) =>
      `the ${(items.length > 2 ? ofMany : ofTwo)[day ? 'day' : 'amount'][builtin]} of ${alternatives(items, ', ', ' and ')}`,
  ),
  /** That a field of one is the least or the greatest of all, which its list goes without saying. */
  isExtreme: said(
    (field: string, builtin: 'min' | 'max', day: boolean): Parts => [
      field,
      '',
      extremes[day ? 'day' : 'amount'][builtin],
    ],
    (field, builtin, day) => [field, 'is', `the ${ofMany[day ? 'day' : 'amount'][builtin]}`],
  ),
  /** That a field of one is the least or the greatest of all of some. */
  extremeOfAll: said(
    (field: string, set: string, builtin: 'min' | 'max', day: boolean): Parts => [
      field,
      '为',
      `全部${set}中${extremes[day ? 'day' : 'amount'][builtin]}`,
    ],
    (field, set, builtin, day) => [
      field,
      'is',
      `the ${ofMany[day ? 'day' : 'amount'][builtin]} of all ${withoutArticle(set)}`,
    ],
  ),
  /** The first or the last of some days. */
  extremeDay: said(
    (days: string, builtin: 'min' | 'max') => `${days}中${extremes.day[builtin]}的一日`,
    (days, builtin) => `the ${ofMany.day[builtin]} of ${days}`,
  ),
  /** The least or the greatest that a field is among some records. */
  extremeOf: said(
    (set: string, field: string, builtin: 'min' | 'max', day: boolean) =>
      `${set}中${extremes[day ? 'day' : 'amount'][builtin]}的${field}`,
    (set, field, builtin, day) =>
      `the ${ofMany[day ? 'day' : 'amount'][builtin]} ${lower(field)} of ${set}`,
  ),
  reckoned: said(
    (operator: ArithmeticOperator, left: string, right: string) => left + signs[operator] + right,
    (operator, left, right) => `${left} ${signs[operator]} ${right}`,
  ),
  negative: said(
    (of: string) => `−${of}`,
    (of) => `−${of}`,
  ),
  /** Last touches: spaces where the language has none. */
  tidy: said(
    (text: string) =>
      text
        .replaceAll(/ *([（）“”《》，、：；]) */gu, '$1')
        .replaceAll(
          /(?<=[\p{Script=Han}\d%]) +(?=\p{Script=Han})|(?<=\p{Script=Han}) +(?=[\p{Script=Han}\d])/gu,
          '',
        )
        .trim(),
    (text) => text.trim(),
  ),
  on: said(
    (name: string, day: string) =>
      name === '' || name.endsWith('》') ? `${name}（按${day}当日）` : ofDay(day) + name,
    (name, day) => (name === '' ? ` as of ${day}` : `${name} as of ${day}`),
  ),
  /** Whole numbers from the one to the other. */
  run: said(
    (from: string, to: string) => `${from}至${to}`,
    (from, to) => `${from} to ${to}`,
  ),
};

/** Which of some records it is. */
const places: Said<Readonly<Record<string, string>>> = {
  zh: { 1: '首', '-1': '最后一', earliest: '最早一', latest: '最晚一' },
  en: { 1: 'first', '-1': 'last', earliest: 'earliest', latest: 'latest' },
};

const extremes = {
  day: { min: '最早', max: '最晚' },
  amount: { min: '最低', max: '最高' },
} as const;

const ofTwo = {
  day: { min: 'earlier', max: 'later' },
  amount: { min: 'lower', max: 'higher' },
} as const;

const ofMany = {
  day: { min: 'earliest', max: 'latest' },
  amount: { min: 'lowest', max: 'highest' },
} as const;

const signs: Readonly<Record<ArithmeticOperator, string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '**': '^',
};

/** Each of some values, by what all of them are called: 每项资金流向, 每名签署人, 资料清单中的每一项. */
function everyOne(values: string): string {
  if (/[单表]$/u.test(values)) return `${values}中的每一项`;
  return `每${/[人员者]$/u.test(values) ? '名' : '项'}${values}`;
}

/** `(9 o’clock)` with a remark in the same brackets. */
function excluded(text: string): string {
  return text.endsWith(')') ? `${text.slice(0, -1)}, not included)` : `${text} (not included)`;
}

/** `the latest hour of collection (21:00)`: 21:00. */
function hourIn(text: string): string | undefined {
  return /(?:^|\()(\d\d:00)\)?$/u.exec(text)?.[1];
}

function withArticle(noun: string): string {
  if (/^(the|an?|one|each|every) /u.test(noun)) return noun;
  return `${/^[aeiou]/iu.test(noun) ? 'an' : 'a'} ${noun}`;
}

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

import { unreachable } from '../../base/invariant.ts';
import { inLanguage } from '../../base/language.ts';
import { printDuration } from '../../values/temporal-text.ts';
import type { Builtin } from '../builtins.ts';
import type { ComparisonCore, Core, TestCore } from '../core.ts';
import type { ComparisonOperator } from '../syntax.ts';
import type { Type } from '../types.ts';
import type { Unit } from '../units.ts';
import {
  denied,
  holdsOfNone,
  isKeyOfElement,
  mentions,
  spelt,
  turned,
  wholeNumber,
} from './claim.ts';
import { type Clause, plain } from './clause.ts';
import { formatValue, isShare } from './format.ts';
import type { Sort } from './lexicon.ts';
import { codesSaid, ownerFurtherOut } from './names.ts';
import {
  condition,
  conditionText,
  enclosed,
  isDay,
  keySaid,
  listed,
  nounOf,
  predicateOf,
  say,
  type Saying,
  wordsOfTruth,
} from './saying.ts';
import { operand } from './values.ts';

export function comparison(core: ComparisonCore, saying: Saying, yes: boolean): Clause {
  const { lexicon } = saying;
  const [first, second] = [spelt(core.left), spelt(core.right)];
  const around = isLimit(first, saying) && !isLimit(second, saying);
  const [left, right] = around ? [second, first] : [first, second];
  const given = yes ? core.operator : denied(core.operator);
  const operator = around ? turned(given) : given;
  const filled = blankness(left, right, operator, saying);
  if (filled) return filled;
  const nothing = nothingSaid(left, right, operator, saying);
  if (nothing) return nothing;
  const measured = lengthSaid(left, right, operator, saying);
  if (measured) return measured;
  if (left.type.kind === 'boolean' && right.type.kind === 'boolean')
    return predicateOf(
      lexicon.agree(truthSaid(left, saying), truthSaid(right, saying), operator === '='),
    );
  const of = keySaid(left, saying);
  const isOfValue = of === '' && isElement(right);
  const one = isOfValue
    ? sideSaid(left, saying, right.type)
    : (of ?? sideSaid(left, saying, right.type));
  const told = isOfValue
    ? lexicon.thatOne
    : (keySaid(right, saying) ?? sideSaid(right, saying, left.type));
  const other = one === '' ? lexicon.numbered(told) : lexicon.counting(one, told);
  const sort = sortOf(left, right);
  const equal = operator === '=' || operator === '!=';
  const alike =
    equal && sort !== 'amount' ? sameFieldSaid(left, right, operator === '=', saying) : undefined;
  if (alike) return alike;
  if (equal && sort !== 'day' && isTold(left) && isTold(right) && right.kind !== 'reference')
    return predicateOf(lexicon.same(one, other, operator === '='));
  const ranked = sort === 'count' && left.type.kind === 'number' && left.type.unit === 'count';
  const kind = ranked && !lexicon.isNumber(one) ? 'amount' : sort;
  return predicateOf([one, lexicon.verb(operator, kind), other]);
}

/** Whether it is one of some values that a loop goes through. */
function isElement(core: Core): boolean {
  return core.kind === 'variable' && core.type.kind !== 'context' && !core.variable.spokenAs;
}

/** Something true or false, as what another is compared with: its name, or in quotes what it says. */
function truthSaid(core: Core, saying: Saying): string {
  return wordsOfTruth(core, saying)
    ? saying.lexicon.quote(conditionText(core, saying))
    : say(core, saying);
}

/** No money, or some: 没有预扣利息. A field that only says how much its record is stays a number. */
function nothingSaid(
  left: Core,
  right: Core,
  operator: ComparisonOperator,
  saying: Saying,
): Clause | undefined {
  if (left.kind !== 'field' || left.type.kind !== 'number' || left.type.unit !== 'money')
    return undefined;
  const isNone = wholeNumber(right) === 0 ? holdsOfNone(operator, right) : undefined;
  if (isNone === undefined || saying.values) return undefined;
  const { lexicon } = saying;
  const noun = left.of.kind === 'variable' ? nounOf(left.of.variable, saying) : '';
  const title = inLanguage(left.field.title, lexicon.language);
  if (noun !== '' && title.toLowerCase().includes(noun.toLowerCase())) return undefined;
  const name = lexicon.money(say(left, saying));
  return plain(isNone ? lexicon.thereIsNo(name, false) : lexicon.isGiven(name, false));
}

/** One field of two records: 一方当事人与另一方当事人的证件号码一致. */
function sameFieldSaid(left: Core, right: Core, yes: boolean, saying: Saying): Clause | undefined {
  if (left.kind !== 'field' || right.kind !== 'field' || left.field !== right.field)
    return undefined;
  const [one, other] = [ownerFurtherOut(left, saying), ownerFurtherOut(right, saying)];
  if (one === undefined || other === undefined || one === other) return undefined;
  const title = inLanguage(left.field.title, saying.lexicon.language) || left.field.name;
  return predicateOf(saying.lexicon.sameField(one, other, title, yes));
}

/** What a comparison measures something by: a limit, a constant, or a field of a record further out. */
export function isLimit(core: Core, { bound }: Saying): boolean {
  if (core.kind === 'constant' || (core.kind === 'reference' && core.what === 'parameter'))
    return true;
  const innermost = bound.at(-1);
  return innermost !== undefined && !mentions(core, innermost);
}

/** A word that a file has, or the rulebook. */
export function isTold(core: Core): boolean {
  if (core.kind === 'field') return !isKeyOfElement(core);
  return core.kind === 'reference' || core.kind === 'let';
}

/** `string length(x) > 0`: 已填写…. */
export function blankness(
  left: Core,
  right: Core,
  operator: ComparisonOperator,
  saying: Saying,
): Clause | undefined {
  const [of] = left.kind === 'call' && left.builtin === 'string length' ? left.args : [];
  if (!of) return undefined;
  const isBlank = holdsOfNone(operator, right);
  if (isBlank === undefined) return undefined;
  const { lexicon } = saying;
  const text = say(of, saying);
  return plain(isBlank ? lexicon.isBlank(text) : lexicon.isFilled(text));
}

/** A length of time against a limit: 资料齐全时间至受理时间不超过1个工作日. */
export function lengthSaid(
  left: Core,
  right: Core,
  operator: ComparisonOperator,
  saying: Saying,
): Clause | undefined {
  const { lexicon } = saying;
  const apart = left.kind === 'call' && left.builtin === 'abs';
  const [inner] = apart ? left.args : [left];
  const length = inner && spelt(inner);
  const amount = length && enclosed(right, say(right, saying, length.type), saying);
  if (
    amount !== undefined &&
    apart &&
    length?.kind === 'arithmetic' &&
    length.operator === '-' &&
    length.left &&
    length.operands === 'numbers'
  )
    return predicateOf([
      lexicon.differ(operand(length.left, length, saying), operand(length.right, length, saying)),
      lexicon.verb(operator, 'amount'),
      isShare(length.type) ? lexicon.inPoints(amount) : amount,
    ]);
  if (length?.kind !== 'call' || amount === undefined) return undefined;
  if (length.builtin === 'age at') {
    const [, on] = length.args;
    return predicateOf([
      on ? lexicon.ageOn(dayText(on, saying)) : lexicon.age,
      lexicon.verb(operator, 'age'),
      lexicon.asAge(say(right, saying)),
    ]);
  }
  if (!isMeasure(length)) return undefined;
  const [from, to] = length.args.map((arg) => (arg ? spelt(arg) : undefined));
  if (!from || !to) return undefined;
  const value = saying.values?.get(length);
  const seen = value === undefined ? '' : formatValue(value, length.type, lexicon);
  // less than a month from the day before: not beyond the day a month later
  const end = operator === '<' || operator === '>=' ? dayBefore(to) : undefined;
  const told = end ? (operator === '<' ? '<=' : '>') : operator;
  const until = say(end ?? to, saying);
  const unit = lengthUnits[length.builtin];
  const limit = right.kind === 'constant' && unit ? lexicon.inUnit(amount, unit) : amount;
  const phrase = apart ? lexicon.apart : lexicon.fromTo;
  const said = (day: string, as: ComparisonOperator, than: string) =>
    predicateOf(phrase(say(from, saying), day, lexicon.verb(as, 'length'), than, seen));
  const whole = length.builtin === 'months between' && !end && (told === '<=' || told === '>');
  if (!whole) return said(until, told, limit);
  // months completed up to n are fewer than n + 1
  const most = wholeNumber(right);
  return most === undefined
    ? said(lexicon.wholeMonths(until), told, lexicon.ofWholeMonths(limit))
    : said(until, told === '<=' ? '<' : '>=', lexicon.inUnit(String(most + 1), 'months'));
}

const lengthUnits: Partial<Record<Builtin, 'days' | 'months' | 'working-days'>> = {
  'days between': 'days',
  'months between': 'months',
  'working days between': 'working-days',
};

/** A length between two days: 受理时间至审批时间的工作日数. */
export function isMeasure(core: Core): boolean {
  return core.kind === 'call' && lengthUnits[core.builtin] !== undefined;
}

/** A day, or the day of a moment. */
export function dayText(core: Core, saying: Saying): string {
  const text = say(core, saying);
  return core.type.kind === 'date' ? text : saying.lexicon.dayOf(text);
}

/** The day itself, of the day before it. */
export function dayBefore(core: Core): Core | undefined {
  if (core.kind !== 'arithmetic' || core.operator !== '-' || !core.left) return undefined;
  const { right } = core;
  const [of] = right.kind === 'call' && right.builtin === 'duration' ? right.args : [right];
  const value = of?.kind === 'constant' ? of.value : undefined;
  const isDayLong =
    value === 'P1D' ||
    (typeof value === 'object' &&
      value?.kind === 'days-duration' &&
      printDuration(value) === 'P1D');
  return isDayLong ? core.left : undefined;
}

/** A side of a comparison, with what it comes to where it is reckoned. */
export function sideSaid(core: Core, saying: Saying, like: Type): string {
  const text = enclosed(core, say(core, saying, like), saying);
  const value = core.kind === 'arithmetic' ? saying.values?.get(core) : undefined;
  return value === undefined
    ? text
    : saying.lexicon.comesTo(text, formatValue(value, core.type, saying.lexicon));
}

export function membership(
  core: Extract<Core, { kind: 'membership' }>,
  saying: Saying,
  yes: boolean,
): Clause {
  const { lexicon } = saying;
  const of = keySaid(core.of, saying) ?? say(core.of, saying);
  if (core.listed) return plain(yes ? lexicon.isListed(of) : lexicon.notListed(of));
  const [only] = core.tests;
  if (core.tests.every((test) => test.kind === 'equal'))
    return among(core.of, core.tests, saying, yes);
  if (core.tests.length === 1 && only) return sayTest(core.of, only, saying, yes);
  const parts = core.tests.map((test) => sayTest(core.of, test, saying, yes));
  return { is: 'run', of: yes ? 'any' : 'all', parts };
}

/** `为空白或NA`: one of some words, or none of them. */
export function among(of: Core, tests: readonly TestCore[], saying: Saying, yes: boolean): Clause {
  const { lexicon } = saying;
  const subject = keySaid(of, saying) ?? say(of, saying);
  const words = equals(of, tests, saying);
  if (words.length > 4 && words.join('').length > lexicon.shortEnough)
    return {
      is: 'run',
      of: 'any',
      head: lexicon.oneOfThese(subject, yes),
      parts: words.map(plain),
    };
  return predicateOf(lexicon.among(subject, words, yes));
}

/** The items of a list that is written out, as tests. */
export function valuesOf(items: readonly Core[]): readonly TestCore[] {
  return items.map((value) => ({ kind: 'equal', compared: 'mixed', value }));
}

export function equals(of: Core, tests: readonly TestCore[], saying: Saying): readonly string[] {
  const as: Saying = isMeasure(spelt(of)) ? { ...saying, inMonths: true } : saying;
  return tests.flatMap((test) => (test.kind === 'equal' ? [say(test.value, as, of.type)] : []));
}

export function sortOf(left: Core, right: Core): Sort {
  const kinds = [left.type.kind, right.type.kind];
  if (kinds.includes('text')) return 'word';
  if (isClock(left) || isClock(right)) return 'day';
  const kind = left.type.kind === 'any' ? right.type.kind : left.type.kind;
  if (kind === 'number') return isCounted(left.type) || isCounted(right.type) ? 'count' : 'amount';
  return isDay({ kind } as Type) ? 'day' : 'word';
}

/** An hour of the day, or a year: it is early or late. */
function isClock(core: Core): boolean {
  if (core.type.kind === 'number' && core.type.unit === 'hours') return true;
  return core.kind === 'call' && (core.builtin === '.hour' || core.builtin === '.year');
}

const counts: ReadonlySet<Unit> = new Set([
  'count',
  'months',
  'days',
  'working-days',
  'years',
  'elapsed-hours',
]);

/** Numbers of things and of times are 少于 and 多于, shares and amounts 低于 and 超过. */
export function isCounted(type: Type): boolean {
  return type.kind === 'number' && typeof type.unit === 'string' && counts.has(type.unit);
}

export function sayTest(of: Core, test: TestCore, saying: Saying, yes = true): Clause {
  const { lexicon } = saying;
  const subject = () => say(of, saying);
  const against = (operator: ComparisonOperator, to: Core): Clause =>
    predicateOf([
      subject(),
      lexicon.verb(yes ? operator : denied(operator), sortOf(of, to)),
      say(to, saying, of.type),
    ]);
  switch (test.kind) {
    case 'equal':
      return against('=', test.value);
    case 'compare':
      return against(test.operator, test.to);
    case 'inside': {
      const list = spelt(test.list);
      if (list.kind === 'list' && !list.run) return among(of, valuesOf(list.items), saying, yes);
      return predicateOf(lexicon.inside(subject(), listed(list, saying, of.type), yes));
    }
    case 'range': {
      const { low, high, lowIncluded, highIncluded } = test;
      if (low && high)
        return predicateOf([
          subject(),
          yes ? lexicon.isBetween : lexicon.isNotBetween,
          lexicon.range(say(low, saying), say(high, saying), lowIncluded, highIncluded),
        ]);
      if (low) return against(lowIncluded ? '>=' : '>', low);
      return high ? against(highIncluded ? '<=' : '<', high) : plain('—');
    }
    case 'not':
      if (test.tests.every(({ kind }) => kind === 'equal'))
        return among(of, test.tests, saying, !yes);
      return {
        is: 'run',
        of: yes ? 'all' : 'any',
        parts: test.tests.map((one) => sayTest(of, one, saying, !yes)),
      };
    case 'holds':
      return isOfSubject(test.condition)
        ? plain(codesSaid({ ...test.condition, of }, saying, yes))
        : condition(test.condition, saying, yes);
    case 'none':
      return plain(
        yes ? lexicon.isNone(subject()) : lexicon.isGiven(subject(), of.type.kind === 'list'),
      );
    case 'any':
      return plain('—');
    default:
      return unreachable(test);
  }
}

/** Whether it is asked of `?` itself whether a code set lists it. */
export function isOfSubject(core: Core): core is Extract<Core, { kind: 'codes' }> {
  return core.kind === 'codes' && core.of.kind === 'variable' && core.of.variable.name === '?';
}

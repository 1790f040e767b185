import { unreachable } from '../../base/invariant.ts';
import { inLanguage } from '../../base/language.ts';
import { printDuration } from '../../values/temporal-text.ts';
import { signatureOf } from '../builtins.ts';
import type { Core } from '../core.ts';
import type { TextType, Type } from '../types.ts';
import type { Value } from '../value.ts';
import { claimOf, partsAll, spelt, wholeNumber } from './claim.ts';
import { inline } from './clause.ts';
import { formatNumber, formatSet, formatValue, isShare } from './format.ts';
import { codesSaid, fieldName, named, reference, variableSaid } from './names.ts';
import { recordsOf } from './records.ts';
import {
  argumentsOf,
  clauseOf,
  conditionText,
  elementOf,
  enclosed,
  isDay,
  isExcepted,
  listed,
  say,
  type Saying,
  withValue,
} from './saying.ts';

/** `like` is what the expression stands beside: a bare word is then one of its words. */
export function valueSaid(given: Core, saying: Saying, like?: Type): string {
  const { lexicon } = saying;
  const core = spelt(given);
  switch (core.kind) {
    case 'constant':
      return constant(
        core.value,
        like && core.type.kind === 'text' ? elementOf(like) : core.type,
        saying,
      );
    case 'file':
      return '';
    case 'day':
      return lexicon.governingDay;
    case 'today':
      return lexicon.dayOfCheck;
    case 'field':
      return withValue(fieldName(core, saying), core, saying);
    case 'variable':
      return variableSaid(core, saying, like);
    case 'let': {
      const { name, title } = core.local;
      return withValue(named(inLanguage(title, lexicon.language), name, saying), core, saying);
    }
    case 'reference':
      return core.type.kind === 'boolean' && !saying.values
        ? conditionText(core, saying)
        : reference(core, saying);
    case 'codes':
      return core.column
        ? withValue(codesSaid(core, saying, true), core, saying)
        : conditionText(core, saying);
    case 'call':
      return call(core, saying);
    case 'arithmetic':
      return arithmetic(core, saying);
    case 'if':
      if (core.type.kind === 'boolean') return conditionText(core, saying);
      return choice(core, saying, like);
    case 'filter':
      return recordsOf({ list: core, where: [] }, saying).set();
    case 'position': {
      const records = recordsOf({ list: core.list, where: [] }, saying);
      return records.nth(say(core.position, saying));
    }
    case 'map':
      return map(core, saying);
    case 'list':
      return listed(core, saying, like);
    case 'comparison':
    case 'none':
    case 'outcome':
    case 'logic':
    case 'quantifier':
    case 'instance-of':
    case 'membership':
      return conditionText(core, saying);
    default:
      return unreachable(core);
  }
}

/** A value by case: 甲的取A，乙的取B，其他情形取C. */
function choice(
  core: Extract<Core, { kind: 'if' }>,
  saying: Saying,
  like: Type | undefined,
): string {
  const exception = exceptionOf(core, saying, like);
  if (exception !== undefined) return exception;
  const cases: (readonly [string, string])[] = [];
  let last: Core = core;
  while (last.kind === 'if') {
    const when = clauseOf(claimOf(last.condition, true, true), saying);
    const text = inline(when, saying.lexicon);
    const isOpen = when.is === 'run' && when.of === 'any';
    cases.push([isOpen ? saying.lexicon.brackets(text) : text, say(last.yes, saying, like)]);
    last = spelt(last.no);
  }
  return saying.lexicon.either(cases, say(last, saying, like));
}

/** A day with another in its stead in one case: 复核日期（没有的，为数据截止日）. */
function exceptionOf(
  core: Extract<Core, { kind: 'if' }>,
  saying: Saying,
  like: Type | undefined,
): string | undefined {
  if (!isExcepted(core)) return undefined;
  const { lexicon } = saying;
  const [yes, no] = [say(core.yes, saying, like), say(spelt(core.no), saying, like)];
  const claim = claimOf(core.condition, true, true);
  const of = claim.is === 'single' && claim.core.kind === 'none' ? claim.core.of : undefined;
  const asked = of && say(of, saying);
  if (claim.is === 'single' && asked !== undefined) {
    if (claim.yes && asked === no) return lexicon.excepted(no, yes, undefined);
    if (!claim.yes && asked === yes) return lexicon.excepted(yes, no, undefined);
  }
  const when = inline(clauseOf(claim, saying), lexicon);
  // brackets in brackets
  return lexicon.brackets(when).split(/[(（]/u).length > 2
    ? undefined
    : lexicon.excepted(no, yes, when);
}

function call(core: Extract<Core, { kind: 'call' }>, saying: Saying): string {
  const { lexicon } = saying;
  const [first] = core.args;
  const of = first && spelt(first);
  if (core.type.kind === 'boolean') return conditionText(core, saying);
  if (core.builtin === 'date' && of && core.args.length === 1) {
    if (of.type.kind === 'date') return say(of, saying);
    if (of.type.kind === 'date-time') return lexicon.dayOf(say(of, saying));
  }
  if ((core.builtin === 'min' || core.builtin === 'max') && of) {
    const day = isDay(core.type);
    if (of.kind === 'list' && of.items.length > 1) {
      const items = of.items.map((item) => say(item, saying));
      return withValue(lexicon.extreme(items, core.builtin, day), core, saying);
    }
    if (of.kind === 'map' && of.variable.implicit && of.returns.kind === 'field') {
      const records = recordsOf({ list: of.list, where: [] }, saying);
      const field = inLanguage(of.returns.field.title, lexicon.language) || of.returns.field.name;
      if (day && !records.isNamed && records.conditions.length === 0) {
        const one = records.nth(core.builtin === 'max' ? 'latest' : 'earliest');
        return withValue(lexicon.of(one, field), core, saying);
      }
      return withValue(lexicon.extremeOf(records.set(), field, core.builtin, day), core, saying);
    }
  }
  if ((core.builtin === 'min' || core.builtin === 'max') && of && isDay(core.type))
    return withValue(lexicon.extremeDay(say(of, saying), core.builtin), core, saying);
  if (core.builtin === 'count' && of) {
    const { set } = recordsOf({ list: of, where: [] }, saying);
    return withValue(lexicon.quantity(set()), core, saying);
  }
  const tally = core.builtin === 'sum' && of ? tallied(of, saying) : undefined;
  if (tally !== undefined) return withValue(tally, core, saying);
  return callSaid(core, saying);
}

export function callSaid(core: Extract<Core, { kind: 'call' }>, saying: Saying): string {
  const { lexicon } = saying;
  const said = signatureOf(core.builtin).says[lexicon.spoken](
    ...argumentsOf(core, saying),
    '',
    '',
    '',
  );
  return core.type.kind === 'number' ? withValue(said, core, saying) : said;
}

/** `sum(for x in list return if … then value else 0)`: the sum over those for which it holds, or how many they are. */
function tallied(core: Core, saying: Saying): string | undefined {
  if (core.kind !== 'map' || core.returns.kind !== 'if' || wholeNumber(core.returns.no) !== 0)
    return undefined;
  const { condition: when, yes } = core.returns;
  const records = recordsOf(
    { list: core.list, variable: core.variable, where: partsAll(claimOf(when, true, true)) },
    saying,
  );
  if (wholeNumber(yes) === 1) return saying.lexicon.quantity(records.set());
  const value = say(yes, records.inside(core.variable));
  return saying.lexicon.total(saying.lexicon.ofSet(records.set(), value));
}

function map(core: Extract<Core, { kind: 'map' }>, saying: Saying): string {
  const { lexicon } = saying;
  const records = recordsOf({ list: core.list, variable: core.variable, where: [] }, saying);
  const returns = enclosed(core.returns, say(core.returns, records.inside(core.variable)), saying);
  return core.variable.implicit
    ? lexicon.ofSet(records.set(), returns)
    : lexicon.ofEach(records.each(), returns);
}

function arithmetic(core: Extract<Core, { kind: 'arithmetic' }>, saying: Saying): string {
  const { lexicon } = saying;
  const { left } = core;
  if (core.operands === 'day and duration' && left && core.right.kind !== 'arithmetic') {
    const [day, length] = [say(left, saying), say(core.right, saying)];
    return core.operator === '-' ? lexicon.before(day, length) : lexicon.after(day, length);
  }
  const said = operand(core.right, core, saying);
  const right = isMargin(core) ? lexicon.inPoints(said) : said;
  return left
    ? lexicon.reckoned(core.operator, operand(left, core, saying), right)
    : lexicon.negative(right);
}

/** Whether a limit is added to a share, or taken from one. */
function isMargin({ operator, left, right, type }: Extract<Core, { kind: 'arithmetic' }>): boolean {
  const isAdded = (operator === '+' || operator === '-') && left?.kind !== 'constant';
  return isAdded && isShare(type) && right.kind === 'reference' && right.what === 'parameter';
}

export function operand(
  given: Core,
  around: Extract<Core, { kind: 'arithmetic' }>,
  saying: Saying,
): string {
  const part = spelt(given);
  const text = say(part, saying);
  const loose =
    part.kind === 'arithmetic' && (part.operator === '+' || part.operator === '-' || !part.left);
  const tight = around.operator !== '+' && !(around.operator === '-' && given === around.left);
  return (loose && tight) || part.kind === 'if' ? saying.lexicon.brackets(text) : text;
}

/** The kind of texts that a value may be of. */
function textKindOf(type: Type): TextType | undefined {
  const kinds = type.kind === 'union' ? type.of : [type];
  return kinds.find((kind) => kind.kind === 'text');
}

function constant(value: Value, type: Type, { lexicon, values, inMonths }: Saying): string {
  if (typeof value === 'boolean') return lexicon.quote(value ? lexicon.yes : lexicon.no);
  if (typeof value === 'string') {
    const text = textKindOf(type);
    const title = inLanguage(text?.words?.get(value), lexicon.language);
    if (title) return lexicon.word(title);
    return value === '' ? lexicon.blank : lexicon.quote(value);
  }
  switch (value?.kind) {
    case 'number': {
      const unit = type.kind === 'number' ? type.unit : undefined;
      return (values || inMonths ? formatNumber : formatSet)(value, unit, lexicon);
    }
    case 'date':
      return lexicon.day(value.year, value.month, value.day);
    case 'days-duration':
    case 'months-duration':
      return lexicon.duration(printDuration(value));
    default:
      return value === null ? lexicon.absent : formatValue(value, type, lexicon);
  }
}

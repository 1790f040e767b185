import { inLanguage } from '../../base/language.ts';
import { unreachable } from '../../base/invariant.ts';
import { printDuration } from '../../values/temporal-text.ts';
import { signatureOf } from '../builtins.ts';
import type { Core, ReferenceCore, TestCore, Variable } from '../core.ts';
import type { Personal, TextType, Title, Type } from '../types.ts';
import { isKind, type Value } from '../value.ts';
import { formatAmount, formatNumber, formatValue, mask } from './format.ts';
import type { Lexicon } from './lexicon.ts';

/** What a sentence needs to know besides the expression. */
export interface Wording {
  readonly lexicon: Lexicon;
  /** Titles of definitions, parameters, tables and code sets. */
  readonly titleOf: (reference: string) => Title;
  /** The value in force of a limit, to stand behind its name. */
  readonly limitOf?: (reference: string) => string | undefined;
  /** Values seen in a file: a field then reads `实付 149,999.99`. */
  readonly values?: ReadonlyMap<Core, Value>;
  /** What stands for arguments of definitions, by the ids of their variables: it is told instead of them. */
  readonly given?: (variable: number) => Core | undefined;
  /** Shows names, numbers of identity papers and the like as they are. */
  readonly unmasked?: boolean;
}

/** An expression as a sentence, with the titles and units of its fields: 实付 ÷ 应付 不低于 15%. */
export function sentence(core: Core, wording: Wording): string {
  return spoken(wording, (saying) => say(core, saying));
}

/** What is true or false, as a condition, though it be a field alone: 已见原件 为“是”. */
export function conditionSentence(core: Core, wording: Wording): string {
  return spoken(wording, (saying) => asCondition(core, saying));
}

/** A test of a decision table, or of `in`, as a sentence about what it tests. */
export function testSentence(of: Core, test: TestCore, wording: Wording): string {
  return spoken(wording, (saying) => sayTest(of, test, saying));
}

/** Says it once, and again with owners where two different things went by one title. */
function spoken(wording: Wording, speak: (saying: Saying) => string): string {
  const saying: Saying = {
    ...wording,
    bound: [],
    titles: new Map(),
    owned: new Set(),
    words: new Map(),
  };
  const first = speak(saying);
  const shared = [...saying.titles].filter(([, things]) => things.size > 1).map(([title]) => title);
  const text = shared.length === 0 ? first : speak({ ...saying, owned: new Set(shared) });
  return wording.lexicon.tidy(text);
}

/** A wording, and where in the expression we are. */
interface Saying extends Wording {
  /** Variables of the quantifiers, filters and loops around, the innermost last; `each` has its own. */
  readonly bound: readonly number[];
  /** What went by each title so far. */
  readonly titles: Map<string, Set<string>>;
  /** Titles that do not tell things apart, so that their owner has to be said. */
  readonly owned: ReadonlySet<string>;
  /** What a variable that runs through bare words turned out to be compared with. */
  readonly words: Map<number, Type>;
}

/** What a sentence speaks of: a value with a name but without a title is spelt out. */
export function spelt(core: Core): Core {
  return core.kind === 'let' && !core.local.title ? spelt(core.local.core) : core;
}

/** `like` is what the expression stands beside: a bare word is then one of its words. */
function say(given: Core, wording: Saying, like?: Type): string {
  const { lexicon } = wording;
  const core = spelt(given);
  switch (core.kind) {
    case 'constant':
      return constant(
        core.value,
        like && core.type.kind === 'text' ? elementOf(like) : core.type,
        lexicon,
      );
    case 'file':
      return '';
    case 'day':
      return lexicon.governingDay;
    case 'today':
      return lexicon.dayOfCheck;
    case 'field':
      return withValue(fieldName(core, wording), core, wording);
    case 'variable': {
      const { id, name, implicit, type } = core.variable;
      const given = wording.given?.(id);
      if (given && type.kind !== 'context') return say(given, wording, like ?? type);
      if (like) wording.words.set(id, elementOf(like));
      const own = core.variable.title && inLanguage(core.variable.title, lexicon.language);
      if (own) return withValue(own === name ? own : lexicon.given(own), core, wording);
      const outer = !implicit && name !== '?' && !wording.bound.includes(id);
      return withValue(outer ? lexicon.thisRecord : name === '?' ? '' : lexicon.it, core, wording);
    }
    case 'let': {
      const { name, title } = core.local;
      return withValue(
        named(inLanguage(title, lexicon.language) || name, name, wording),
        core,
        wording,
      );
    }
    case 'reference':
      return reference(core, wording);
    case 'codes':
      return codesSaid(core, wording, true);
    case 'call': {
      const [of, beside] = core.args.map((arg) => arg && spelt(arg));
      if (core.builtin === 'date' && of?.type.kind === 'date') return say(of, wording);
      const args = core.args.map((given) => {
        const arg = given && spelt(given);
        if (!arg) return '';
        const text = listed(arg, wording, given === core.args[1] ? of?.type : beside?.type);
        const several = arg.kind === 'list' && arg.items.length > 1;
        const loose = arg.kind === 'arithmetic' && core.builtin !== 'monthly payment';
        return several || loose ? lexicon.brackets(text) : text;
      });
      const said = signatureOf(core.builtin).says[lexicon.spoken](...args, '', '', '');
      return core.type.kind === 'number' ? withValue(said, core, wording) : said;
    }
    case 'arithmetic': {
      const right = operand(core.right, core, wording);
      const sign = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ', '**': ' ^ ' }[core.operator];
      return core.left ? operand(core.left, core, wording) + sign + right : `−${right}`;
    }
    case 'comparison':
      return comparison(core, wording);
    case 'none':
      return lexicon.isNone(say(core.of, wording));
    case 'outcome':
      return lexicon.isMet(core.rule);
    case 'logic':
      return logic(core, wording);
    case 'if':
      return lexicon.either(
        asCondition(core.condition, wording),
        say(core.yes, wording),
        say(core.no, wording),
      );
    case 'quantifier': {
      const phrase = core.quantifier === 'every' ? lexicon.every : lexicon.some;
      const text = asCondition(core.satisfies, inside(core.variable, wording));
      const satisfied = spelt(core.satisfies);
      const nested =
        wording.bound.length > 0 && satisfied.kind === 'logic' && satisfied.parts.length > 1;
      const satisfies = nested ? lexicon.brackets(text) : text;
      return phrase(listed(core.list, wording, wording.words.get(core.variable.id)), satisfies);
    }
    case 'filter':
      return lexicon.those(
        say(core.list, wording),
        asCondition(core.condition, inside(core.variable, wording)),
      );
    case 'position':
      return lexicon.nth(say(core.list, wording), say(core.position, wording));
    case 'map': {
      const list = say(core.list, wording);
      const returns = say(core.returns, inside(core.variable, wording));
      return core.variable.implicit ? lexicon.of(list, returns) : lexicon.each(list, returns);
    }
    case 'list':
      return listed(core, wording);
    case 'instance-of':
      return lexicon.isA(say(core.of, wording), core.is);
    case 'membership':
      if (core.listed) return lexicon.isListed(say(core.of, wording));
      return core.tests.length === 1 || !core.tests.every((test) => test.kind === 'equal')
        ? lexicon.or(core.tests.map((test) => sayTest(core.of, test, wording)))
        : amongText(core.of, core.tests, wording);
    default:
      return unreachable(core);
  }
}

function reference(core: ReferenceCore, wording: Saying): string {
  const { lexicon, bound } = wording;
  const title = inLanguage(wording.titleOf(core.name), lexicon.language) || core.name;
  const known = named(title, core.name, wording);
  // what is asked of the very record that is spoken of need not name it
  const args = (core.args ?? []).filter(
    (arg) =>
      arg.kind !== 'variable' ||
      arg.type.kind !== 'context' ||
      (bound.length > 0 && arg.variable.id !== bound.at(-1)),
  );
  const given = args.map((arg) => say(arg, wording)).join(lexicon.comma);
  const asked = given === '' ? known : lexicon.called(known, given);
  const dated = core.on ? lexicon.on(asked, say(core.on, wording)) : asked;
  const limit = wording.limitOf?.(core.name);
  return withValue(limit === undefined ? dated : lexicon.limit(dated, limit), core, wording);
}

/** The title of a definition or of a named value, told from a field of the same title. */
function named(title: string, name: string, wording: Saying): string {
  note(title, name, wording);
  return wording.owned.has(title) ? wording.lexicon.asDefined(title) : title;
}

/** A part that is true or false by itself reads as a condition: 已见原件 为“是”. */
function asCondition(core: Core, wording: Saying): string {
  return isBare(core) ? wording.lexicon.holds(say(core, wording)) : say(core, wording);
}

function comparison(core: Extract<Core, { kind: 'comparison' }>, wording: Saying): string {
  const { lexicon } = wording;
  const { operator } = core;
  const [left, right] = [spelt(core.left), spelt(core.right)];
  const sides = [say(left, wording, right.type), say(right, wording, left.type)] as const;
  const [one, other] = [enclosed(left, sides[0], wording), enclosed(right, sides[1], wording)];
  return lexicon.compare(operator, one, other, sortOf(left.type, right.type));
}

function logic(core: Extract<Core, { kind: 'logic' }>, wording: Saying): string {
  const { lexicon } = wording;
  const parts = core.parts.map(spelt);
  const [first, second] = parts;
  if (core.operator === 'not') return first ? negated(first, wording) : '';
  if (
    core.operator === 'or' &&
    parts.length === 2 &&
    first?.kind === 'logic' &&
    first.operator === 'not' &&
    second
  ) {
    const [condition] = first.parts.map(spelt);
    if (condition && condition.kind !== 'none') {
      const given = enclosed(condition, asCondition(condition, wording), wording);
      return lexicon.implies(given, asCondition(second, wording));
    }
  }
  const texts = parts.map((part, index) => {
    const text = asCondition(part, wording);
    const open = part.kind === 'quantifier' && index < parts.length - 1;
    return open || (part.kind === 'logic' && part.operator !== 'not') || part.kind === 'if'
      ? lexicon.brackets(text)
      : text;
  });
  return core.operator === 'and' ? lexicon.and(texts) : lexicon.or(texts);
}

/** A choice that is part of something larger. */
function enclosed({ kind }: Core, text: string, { lexicon }: Wording): string {
  return kind === 'if' ? lexicon.brackets(text) : text;
}

function negated(given: Core, wording: Saying): string {
  const { lexicon } = wording;
  const core = spelt(given);
  if (isBare(core)) return lexicon.fails(say(core, wording));
  if (core.kind === 'none') return lexicon.isGiven(say(core.of, wording));
  if (core.kind === 'codes' && !core.column) return codesSaid(core, wording, false);
  if (core.kind === 'membership' && core.listed) return lexicon.notListed(say(core.of, wording));
  if (core.kind === 'membership' && core.tests.every((test) => test.kind === 'equal'))
    return notAmongText(core.of, core.tests, wording);
  return lexicon.not(asCondition(core, wording));
}

/** `为空白或NA`: a blank is no name, and stands behind an “or”. */
function amongText(of: Core, tests: readonly TestCore[], wording: Saying): string {
  const { among, anyOf } = wording.lexicon;
  const phrase = tests.length > 1 && tests.some(isBlankTest) ? anyOf : among;
  return phrase(say(of, wording), equals(of, tests, wording));
}

function notAmongText(of: Core, tests: readonly TestCore[], wording: Saying): string {
  const { notAmong, neither } = wording.lexicon;
  const phrase = tests.length > 1 && tests.some(isBlankTest) ? neither : notAmong;
  return phrase(say(of, wording), equals(of, tests, wording));
}

function isBlankTest(test: TestCore): boolean {
  return test.kind === 'equal' && test.value.kind === 'constant' && test.value.value === '';
}

/** The items of a list that is written out, as tests. */
function valuesOf(items: readonly Core[]): readonly TestCore[] {
  return items.map((value) => ({ kind: 'equal', compared: 'mixed', value }));
}

/** Whether a code is listed, or is not, or a column of its row. */
function codesSaid(
  core: Extract<Core, { kind: 'codes' }>,
  wording: Saying,
  isListed: boolean,
): string {
  const { lexicon } = wording;
  const { name, column, on } = core;
  const title = inLanguage(wording.titleOf(name), lexicon.language) || name;
  const set = on ? lexicon.on(lexicon.codeSet(title), say(on, wording)) : lexicon.codeSet(title);
  const of = say(core.of, wording);
  if (!column) return isListed ? lexicon.inCodes(of, set) : lexicon.notInCodes(of, set);
  const titled = inLanguage(column.title, lexicon.language) || column.name;
  return withValue(lexicon.columnOf(of, titled, set), core, wording);
}

function equals(of: Core, tests: readonly TestCore[], wording: Saying): readonly string[] {
  return tests.flatMap((test) =>
    test.kind === 'equal' ? [say(test.value, wording, of.type)] : [],
  );
}

/** `审批时间`; with its owner for a field of a record further out, or where the title alone does not tell. */
function fieldName(core: Extract<Core, { kind: 'field' }>, wording: Saying): string {
  const { lexicon, bound } = wording;
  const { field } = core;
  const of = spelt(core.of);
  const own = inLanguage(field.title, lexicon.language) || field.name;
  if (of.kind === 'variable') {
    const { id, name, implicit, title } = of.variable;
    if (implicit || name === '?' || id === bound.at(-1)) return own;
    const owner = title && inLanguage(title, lexicon.language);
    if (bound.length > 0 && !owner)
      return bound.includes(id) ? lexicon.ofFormer(own) : lexicon.ofThis(own);
    note(own, `${name}.${field.name}`, wording);
    if (!wording.owned.has(own)) return own;
    return owner ? lexicon.of(owner, own) : lexicon.ofThis(own);
  }
  if (of.kind !== 'field' && of.kind !== 'file') return lexicon.of(say(of, wording), own);
  const owner =
    of.kind === 'field' ? inLanguage(of.field.title, lexicon.language) || undefined : undefined;
  note(own, `${owner ?? ''}.${field.name}`, wording);
  return wording.owned.has(own) && owner !== undefined ? lexicon.of(owner, own) : own;
}

function note(title: string, thing: string, { titles }: Saying): void {
  titles.set(title, (titles.get(title) ?? new Set()).add(thing));
}

function inside({ id }: Variable, wording: Saying): Saying {
  return { ...wording, bound: [...wording.bound, id] };
}

function elementOf(type: Type): Type {
  return type.kind === 'list' ? type.of : type;
}

function isBare(core: Core): boolean {
  const shown = spelt(core);
  const { kind } = shown;
  if (kind === 'codes') return shown.column !== undefined;
  return kind === 'field' || kind === 'reference' || kind === 'variable' || kind === 'let';
}

/** The kind of texts that a value may be of. */
function textKindOf(type: Type): TextType | undefined {
  const kinds = type.kind === 'union' ? type.of : [type];
  return kinds.find((kind) => kind.kind === 'text');
}

function sortOf(left: Type, right: Type): 'amount' | 'day' | 'word' {
  if (left.kind === 'text' || right.kind === 'text') return 'word';
  const kind = left.kind === 'any' ? right.kind : left.kind;
  if (kind === 'number') return 'amount';
  return kind === 'date' || kind === 'date-time' || kind === 'time' ? 'day' : 'word';
}

function sayTest(of: Core, test: TestCore, wording: Saying): string {
  const { lexicon } = wording;
  const subject = say(of, wording);
  switch (test.kind) {
    case 'equal':
      return lexicon.compare(
        '=',
        subject,
        say(test.value, wording, of.type),
        sortOf(of.type, test.value.type),
      );
    case 'compare':
      return lexicon.compare(
        test.operator,
        subject,
        say(test.to, wording, of.type),
        sortOf(of.type, test.to.type),
      );
    case 'inside':
      if (test.list.kind === 'list') return amongText(of, valuesOf(test.list.items), wording);
      return lexicon.inside(subject, say(test.list, wording));
    case 'range': {
      const { low, high, lowIncluded, highIncluded } = test;
      if (low && high && lowIncluded && highIncluded)
        return lexicon.between(subject, say(low, wording), say(high, wording));
      const parts = [
        low &&
          lexicon.compare(
            lowIncluded ? '>=' : '>',
            subject,
            say(low, wording),
            sortOf(of.type, low.type),
          ),
        high &&
          lexicon.compare(
            highIncluded ? '<=' : '<',
            subject,
            say(high, wording),
            sortOf(of.type, high.type),
          ),
      ];
      return lexicon.and(parts.flatMap((part) => part ?? []));
    }
    case 'not':
      if (test.tests.every(({ kind }) => kind === 'equal'))
        return notAmongText(of, test.tests, wording);
      return lexicon.not(lexicon.or(test.tests.map((one) => sayTest(of, one, wording))));
    case 'holds':
      return isOfSubject(test.condition)
        ? codesSaid({ ...test.condition, of }, wording, true)
        : say(test.condition, wording);
    case 'none':
      return lexicon.isNone(subject);
    case 'any':
      return '—';
    default:
      return unreachable(test);
  }
}

/** Whether it is asked of `?` itself whether a code set lists it. */
function isOfSubject(core: Core): core is Extract<Core, { kind: 'codes' }> {
  return core.kind === 'codes' && core.of.kind === 'variable' && core.of.variable.name === '?';
}

function operand(
  given: Core,
  around: Extract<Core, { kind: 'arithmetic' }>,
  wording: Saying,
): string {
  const part = spelt(given);
  const text = say(part, wording);
  const loose =
    part.kind === 'arithmetic' && (part.operator === '+' || part.operator === '-' || !part.left);
  const tight = around.operator !== '+' && !(around.operator === '-' && given === around.left);
  return (loose && tight) || part.kind === 'if' ? wording.lexicon.brackets(text) : text;
}

/** A list that is written out reads as its items. */
function listed(given: Core, wording: Saying, like?: Type): string {
  const core = spelt(given);
  if (core.kind !== 'list') return say(core, wording, like);
  const [first] = core.items;
  const last = core.items.at(-1);
  if (core.run && first && last)
    return wording.lexicon.run(say(first, wording, like), say(last, wording, like));
  return core.items
    .map((item) => say(item, wording, like && elementOf(like)))
    .join(wording.lexicon.comma);
}

function withValue(named: string, core: Core, { lexicon, values, unmasked }: Wording): string {
  const value = values?.get(core);
  if (value === undefined || isKind(value, 'context')) return named;
  if (isKind(value, 'list')) return named;
  const personal = personalOf(core);
  const shown =
    typeof value === 'string' && value !== '' && personal && unmasked !== true
      ? mask(value, personal)
      : formatValue(value, core.type, lexicon);
  return `${named} ${shown}`.trim();
}

/** What kind of personal data a value is, if any. */
export function personalOf(core: Core): Personal | undefined {
  switch (core.kind) {
    case 'field':
      return core.field.personal;
    case 'variable':
      return core.variable.personal;
    case 'let':
      return personalOf(core.local.core);
    case 'map':
      return personalOf(core.returns);
    case 'filter':
      return personalOf(core.list);
    default:
      return undefined;
  }
}

function constant(value: Value, type: Type, lexicon: Lexicon): string {
  if (typeof value === 'boolean') return lexicon.quote(value ? lexicon.yes : lexicon.no);
  if (typeof value === 'string') {
    const text = textKindOf(type);
    const title = text?.words?.get(value)?.[lexicon.language];
    if (title !== undefined) return lexicon.word(title);
    return value === '' ? lexicon.blank : lexicon.quote(value);
  }
  switch (value?.kind) {
    case 'number': {
      const unit = type.kind === 'number' ? type.unit : undefined;
      return unit === 'money' ? formatAmount(value, lexicon) : formatNumber(value, unit, lexicon);
    }
    case 'days-duration':
    case 'months-duration':
      return lexicon.duration(printDuration(value));
    default:
      return formatValue(value ?? null, type, lexicon);
  }
}

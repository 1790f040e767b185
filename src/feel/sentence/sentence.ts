import { unreachable } from '../../base/invariant.ts';
import { inLanguage } from '../../base/language.ts';
import { printDuration } from '../../values/temporal-text.ts';
import { signatureOf } from '../builtins.ts';
import type { ComparisonCore, Core, ReferenceCore, TestCore, Variable } from '../core.ts';
import type { Facts, Personal, TextType, Title, Type } from '../types.ts';
import { isKind, type Value } from '../value.ts';
import {
  type Claim,
  claimOf,
  denied,
  isKeyOfElement,
  keyed,
  mentions,
  spelt,
  turned,
} from './claim.ts';
import {
  type Clause,
  inline,
  isSimple,
  nested,
  plain,
  type Point,
  pointOf,
  type Predicate,
} from './clause.ts';
import { formatAmount, formatNumber, formatValue, mask } from './format.ts';
import type { Lexicon, Sort } from './lexicon.ts';
import { type Records, recordsOf } from './records.ts';

export { spelt } from './claim.ts';
export type { Point } from './clause.ts';

/** What a sentence needs to know besides the expression. */
export interface Wording {
  readonly lexicon: Lexicon;
  /** Titles of definitions, parameters, tables and code sets. */
  readonly titleOf: (reference: string) => Title;
  /** How a definition that is true or false is said. */
  readonly factsOf?: (reference: string) => Facts | undefined;
  /** Of what kinds the arguments of a definition or table are. */
  readonly takesOf?: (reference: string) => readonly Type[];
  /** The value in force of a limit, to stand behind its name. */
  readonly limitOf?: (reference: string) => string | undefined;
  /** Values seen in a file: a field then reads `实付（149,999.99元）`. */
  readonly values?: ReadonlyMap<Core, Value> | undefined;
  /** What stands for arguments of definitions, by the ids of their variables: it is told instead of them. */
  readonly given?: (variable: number) => Core | undefined;
  /** Shows names, numbers of identity papers and the like as they are. */
  readonly unmasked?: boolean;
}

/** An expression as a sentence, with the titles and units of its fields: 实付÷应付不低于15%. */
export function sentence(core: Core, wording: Wording): string {
  return spoken(wording, (saying) => say(core, saying));
}

/** What is true or false, as a condition; or that it is not so. */
export function conditionSentence(core: Core, wording: Wording, yes = true): string {
  return spoken(wording, (saying) => inline(condition(core, saying, yes), saying.lexicon));
}

/** What is true or false, as a sentence with points below it where it is long. */
export function conditionPoints(core: Core, wording: Wording): Point {
  const clause = settled(wording, (saying) => condition(core, saying));
  return tidied(pointOf(clause, wording.lexicon), wording.lexicon);
}

/** A test of a decision table, or of `in`, as a sentence about what it tests. */
export function testSentence(of: Core, test: TestCore, wording: Wording): string {
  return spoken(wording, (saying) => inline(sayTest(of, test, saying), saying.lexicon));
}

function spoken(wording: Wording, speak: (saying: Saying) => string): string {
  return wording.lexicon.tidy(settled(wording, speak));
}

/** Says it once, and again with owners where two different things went by one title. */
function settled<T>(wording: Wording, speak: (saying: Saying) => T): T {
  const saying: Saying = {
    ...wording,
    bound: [],
    called: new Map(),
    titles: new Map(),
    owned: new Set(),
    words: new Map(),
  };
  const first = speak(saying);
  const shared = [...saying.titles].filter(([, things]) => things.size > 1).map(([title]) => title);
  return shared.length === 0 ? first : speak({ ...saying, owned: new Set(shared) });
}

function tidied({ text, points }: Point, lexicon: Lexicon): Point {
  return { text: lexicon.tidy(text), points: points.map((point) => tidied(point, lexicon)) };
}

/** A wording, and where in the expression we are. */
export interface Saying extends Wording {
  /** Variables of the quantifiers, filters and loops around, the innermost last; `each` has its own. */
  readonly bound: readonly number[];
  /** What the records of loops around are called further in, by the ids of their variables: 该份借款合同. */
  readonly called: ReadonlyMap<number, string>;
  /** What went by each title so far. */
  readonly titles: Map<string, Set<string>>;
  /** Titles that do not tell things apart, so that their owner has to be said. */
  readonly owned: ReadonlySet<string>;
  /** What a variable that runs through bare words turned out to be compared with. */
  readonly words: Map<number, Type>;
}

/** Inside a loop, a filter or a quantifier; `called` is what its element is called further in. */
export function inside({ id }: Variable, saying: Saying, called?: string): Saying {
  return {
    ...saying,
    bound: [...saying.bound, id],
    called: called === undefined ? saying.called : new Map([...saying.called, [id, called]]),
  };
}

/** What something true or false says, or its denial, as a clause. */
export function condition(core: Core, saying: Saying, yes = true): Clause {
  return clauseOf(claimOf(core, yes), saying);
}

export function clauseOf(claim: Claim, saying: Saying): Clause {
  const { lexicon } = saying;
  switch (claim.is) {
    case 'always':
      return plain(lexicon.notAsked);
    case 'never':
      return plain(lexicon.notAllowed);
    case 'single':
      return single(claim.core, saying, claim.yes);
    case 'all':
      return run('all', claim.parts, saying);
    case 'any':
      return run('any', claim.parts, saying);
    case 'given':
      return {
        is: 'given',
        when: run('all', claim.when, saying),
        then: clauseOf(claim.then, saying),
      };
    case 'cases':
      return {
        is: 'cases',
        cases: claim.cases.map(({ when, then }) => ({
          when: clauseOf(when, saying),
          then: clauseOf(then, saying),
        })),
        otherwise: clauseOf(claim.otherwise, saying),
      };
    case 'each': {
      const records = recordsOf(claim, saying);
      return eachClause(claim.then, records, records.inside(claim.variable), saying);
    }
    case 'some':
    case 'none':
      return someClause(claim.is, recordsOf(claim, saying), saying);
    case 'counted': {
      const records = recordsOf({ list: claim.list, where: [] }, saying);
      const { isShort, conditions } = records;
      const counted = predicateOf([
        lexicon.numberOf(isShort ? records.set() : records.name()),
        lexicon.verb(claim.operator, 'pieces'),
        lexicon.pieces(say(claim.number, saying), records.counter),
      ]);
      return isShort
        ? counted
        : {
            is: 'run',
            of: 'all',
            head: lexicon.onlyThose(inline(counted, lexicon)),
            parts: conditions,
          };
    }
    default:
      return unreachable(claim);
  }
}

function run(of: 'all' | 'any', claims: readonly Claim[], saying: Saying): Clause {
  const parts = of === 'all' ? ranged(claims, saying) : claims.map((one) => clauseOf(one, saying));
  const [only] = parts;
  return parts.length === 1 && only ? only : { is: 'run', of, parts };
}

/** Two comparisons of one thing, one behind the other, are a range: 在9时（含）至20时（不含）之间. */
function ranged(claims: readonly Claim[], saying: Saying): readonly Clause[] {
  const clauses: Clause[] = [];
  for (let index = 0; index < claims.length; index += 1) {
    const [claim, next] = [claims[index], claims[index + 1]];
    if (!claim) break;
    const range = next && rangeOf(claim, next, saying);
    if (range) index += 1;
    clauses.push(range ?? clauseOf(claim, saying));
  }
  return clauses;
}

function rangeOf(first: Claim, second: Claim, saying: Saying): Clause | undefined {
  const [a, b] = [orderOf(first, saying), orderOf(second, saying)];
  if (!a || !b) return undefined;
  const [low, high] = a.high === b.low ? [a, b] : b.high === a.low ? [b, a] : [];
  if (!low || !high) return undefined;
  const { lexicon } = saying;
  return {
    is: 'predicate',
    subject: low.high,
    verb: lexicon.isBetween,
    object: lexicon.range(low.low, high.high, !low.strict, !high.strict),
  };
}

interface Order {
  readonly low: string;
  readonly high: string;
  readonly strict: boolean;
}

/** Which of two values comes first, as a comparison says. */
function orderOf(claim: Claim, saying: Saying): Order | undefined {
  if (claim.is !== 'single' || claim.core.kind !== 'comparison') return undefined;
  const { core, yes } = claim;
  const operator = yes ? core.operator : denied(core.operator);
  if (operator === '=' || operator === '!=') return undefined;
  const [left, right] = [spelt(core.left), spelt(core.right)];
  if (isMeasure(left) || isMeasure(right)) return undefined;
  const below = operator === '<' || operator === '<=';
  const [low, high] = below ? [left, right] : [right, left];
  return {
    low: say(low, saying),
    high: say(high, saying),
    strict: operator === '<' || operator === '>',
  };
}

function eachClause(then: Claim, records: Records, inner: Saying, { lexicon }: Saying): Clause {
  const clause = clauseOf(then, inner);
  const within = records.isPlain ? holderOf(then, records.variables, inner) : undefined;
  if (within !== undefined)
    return predicateOf(lexicon.holdsOne(within, records.set(), then.is === 'single' && then.yes));
  if (!records.isShort) {
    const [only] = records.conditions;
    const when: Clause =
      records.conditions.length === 1 && only
        ? only
        : { is: 'run', of: 'all', parts: records.conditions };
    return {
      is: 'run',
      of: 'all',
      head: lexicon.eachAll(records.eachAny()),
      parts: [{ is: 'given', when, then: clause }],
    };
  }
  const each = records.each();
  if (clause.is === 'predicate' && isSaidOfElement(then, records.variables)) {
    const { subject, verb, object } = clause;
    return {
      is: 'predicate',
      subject: lexicon.subjectOfEach(each, subject),
      verb: lexicon.eachDoes(verb),
      object,
    };
  }
  const text = inline(clause, lexicon);
  if (isSimple(clause) && each.length + text.length <= 2 * lexicon.shortEnough)
    return plain(
      isFactOfElement(then, records.variables)
        ? lexicon.eachIs(each, text)
        : lexicon.forEach(each, text),
    );
  const parts =
    clause.is === 'run' && clause.of === 'all' && !clause.head ? clause.parts : [clause];
  return { is: 'run', of: 'all', head: lexicon.eachAll(each), parts };
}

/** The list that each of some words is in, as a claim about them says. */
function holderOf(claim: Claim, variables: readonly number[], saying: Saying): string | undefined {
  if (claim.is !== 'single' || claim.core.kind !== 'call') return undefined;
  if (claim.core.builtin !== 'list contains') return undefined;
  const [list, element] = claim.core.args;
  const isElement = element?.kind === 'variable' && variables.includes(element.variable.id);
  if (!list || !isElement) return undefined;
  if (list.type.kind === 'list') saying.words.set(element.variable.id, list.type.of);
  return say(list, saying);
}

/** Whether the subject of a claim is a field of the element, or the element itself. */
function isSaidOfElement(claim: Claim, variables: readonly number[]): boolean {
  if (claim.is !== 'single') return false;
  const { core } = claim;
  const subject =
    core.kind === 'comparison'
      ? spelt(core.left)
      : core.kind === 'membership'
        ? core.of
        : undefined;
  const of = subject?.kind === 'field' ? subject.of : subject;
  return of?.kind === 'variable' && variables.includes(of.variable.id);
}

/** Whether a claim is a fact of the element itself, or speaks of it by its key. */
function isFactOfElement(claim: Claim, variables: readonly number[]): boolean {
  if (claim.is !== 'single') return false;
  const { core } = claim;
  if (core.kind === 'call') return core.builtin === 'list contains';
  const of = core.kind === 'field' || core.kind === 'none' ? core.of : core;
  const owner = of.kind === 'field' ? of.of : of;
  return owner.kind === 'variable' && variables.includes(owner.variable.id);
}

function someClause(is: 'some' | 'none', records: Records, { lexicon }: Saying): Clause {
  const { conditions } = records;
  const phrase = is === 'some' ? lexicon.thereIs : lexicon.thereIsNo;
  const [only] = conditions;
  if (
    records.isPlain &&
    conditions.length === 1 &&
    only?.is === 'predicate' &&
    isItself(only, lexicon)
  )
    return predicateOf(lexicon.holdsOne(records.name(), only.object, is === 'some'));
  const texts = conditions.map((one) => inline(one, lexicon));
  const short =
    conditions.every(isSimple) &&
    conditions.length <= 2 &&
    texts.join('').length <= lexicon.shortEnough;
  if (conditions.length === 0) return plain(phrase(records.set(true)));
  if (short) return nested(phrase(records.set(true)));
  const head = is === 'some' ? lexicon.oneWith(records.one()) : lexicon.noneWith(records.one());
  return { is: 'run', of: 'all', head, parts: conditions };
}

/** Whether a predicate says of an element that it is one of some words. */
function isItself({ subject, verb }: Predicate, lexicon: Lexicon): boolean {
  return (subject === lexicon.it || subject === '') && verb === lexicon.verb('=', 'word');
}

/** One fact, or its denial. */
function single(given: Core, saying: Saying, yes: boolean): Clause {
  const core = spelt(given);
  const { lexicon } = saying;
  switch (core.kind) {
    case 'comparison':
      return comparison(core, saying, yes);
    case 'none':
      return nested(
        yes
          ? lexicon.isNone(say(core.of, saying))
          : lexicon.isGiven(say(core.of, saying), core.of.type.kind === 'list'),
      );
    case 'membership':
      return membership(core, saying, yes);
    case 'codes':
      if (!core.column) return plain(codesSaid(core, saying, yes));
      break;
    case 'outcome':
      return plain(yes ? lexicon.isMet(core.rule) : lexicon.isNotMet(core.rule));
    case 'instance-of':
      return plain(lexicon.isA(say(core.of, saying), core.is, yes));
    case 'call': {
      const [list, element] = core.args;
      if (core.builtin === 'list contains' && list && element && isSpokenOf(element, saying))
        return predicateOf(lexicon.inList(say(list, saying), yes));
      const said = lexicon.truth(core.builtin, yes);
      if (said) return predicateOf(said(...argumentsOf(core, saying)));
      break;
    }
    default:
  }
  const facts = factsOf(core, saying);
  if (facts) return plain(factSaid(core, facts, saying, yes));
  const text = nameSaid(core, { ...saying, values: undefined });
  return plain(yes ? lexicon.holds(text) : lexicon.fails(text));
}

/** Whether it is the key of the record that is spoken of. */
function isSpokenOf(core: Core, { bound }: Saying): boolean {
  const id = keyed(spelt(core))?.id;
  return id !== undefined && id === bound.at(-1);
}

function predicateOf([subject, verb, object]: readonly [string, string, string]): Clause {
  return { is: 'predicate', subject, verb, object };
}

function factsOf(core: Core, saying: Saying): Facts | undefined {
  switch (core.kind) {
    case 'field':
      return core.field.facts;
    case 'let':
      return core.local.facts;
    case 'reference':
      return saying.factsOf?.(core.name);
    default:
      return undefined;
  }
}

/** 已见证件原件; of a record further out, or of what a definition is given, that comes before it. */
function factSaid(core: Core, facts: Facts, saying: Saying, yes: boolean): string {
  const { lexicon } = saying;
  const text = inLanguage(yes ? facts.yes : facts.no, lexicon.language);
  if (core.kind === 'reference') {
    const given = argumentsSaid(core, saying).join(lexicon.comma);
    const on = core.on ? lexicon.on('', say(core.on, saying)) : '';
    return lexicon.factOf(given, text) + on;
  }
  const owner = core.kind === 'field' ? ownerFurtherOut(core, saying) : undefined;
  return owner === undefined ? text : lexicon.factOf(owner, text);
}

/** `like` is what the expression stands beside: a bare word is then one of its words. */
export function say(given: Core, saying: Saying, like?: Type): string {
  const { lexicon } = saying;
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
  const cases: (readonly [string, string])[] = [];
  let last: Core = core;
  while (last.kind === 'if') {
    const when = clauseOf(claimOf(last.condition, true, true), saying);
    cases.push([inline(when, saying.lexicon), say(last.yes, saying, like)]);
    last = spelt(last.no);
  }
  return saying.lexicon.either(cases, say(last, saying, like));
}

function conditionText(core: Core, saying: Saying): string {
  return inline(condition(core, saying), saying.lexicon);
}

function variableSaid(
  core: Extract<Core, { kind: 'variable' }>,
  saying: Saying,
  like: Type | undefined,
): string {
  const { lexicon } = saying;
  const { id, name, type, title } = core.variable;
  const given = saying.given?.(id);
  if (given && type.kind !== 'context') return say(given, saying, like ?? type);
  if (like) saying.words.set(id, elementOf(like));
  const own = title && inLanguage(title, lexicon.language);
  if (own) return withValue(own === name ? own : lexicon.argument(own), core, saying);
  if (name === '?') return withValue('', core, saying);
  return withValue(recordCalled(core.variable, saying) ?? lexicon.it, core, saying);
}

/** What a record is called where it is not the one that is spoken of: 该名当事人. */
export function recordCalled(
  { id, type }: Variable,
  { called, lexicon }: Saying,
): string | undefined {
  const known = called.get(id);
  if (known !== undefined) return known;
  if (type.kind !== 'context') return undefined;
  const { noun } = type;
  return noun
    ? lexicon.thisOne(
        inLanguage(noun.title, lexicon.language),
        inLanguage(noun.counter, lexicon.language),
      )
    : lexicon.thisRecord;
}

function argumentsSaid(core: ReferenceCore, saying: Saying): readonly string[] {
  const { bound } = saying;
  const takes = saying.takesOf?.(core.name);
  // what is asked of the very record that is spoken of need not name it
  return (core.args ?? [])
    .filter(
      (arg) =>
        arg.kind !== 'variable' ||
        arg.type.kind !== 'context' ||
        (bound.length > 0 && arg.variable.id !== bound.at(-1)),
    )
    .map((arg) => say(arg, saying, takes?.[core.args?.indexOf(arg) ?? 0]));
}

/** What something is called, though it be true or false. */
function nameSaid(core: Core, saying: Saying): string {
  switch (core.kind) {
    case 'reference':
      return reference(core, saying);
    case 'call':
      return callSaid(core, saying);
    case 'codes':
      return codesSaid(core, saying, true);
    default:
      return say(core, saying);
  }
}

function reference(core: ReferenceCore, saying: Saying): string {
  const { lexicon } = saying;
  const known = named(inLanguage(saying.titleOf(core.name), lexicon.language), core.name, saying);
  const given = argumentsSaid(core, saying).join(lexicon.comma);
  const asked = given === '' ? known : lexicon.called(known, given);
  const dated = core.on ? lexicon.on(asked, say(core.on, saying)) : asked;
  const limit = saying.limitOf?.(core.name);
  return withValue(limit === undefined ? dated : lexicon.limit(dated, limit), core, saying);
}

/** The title of a definition or of a named value, told from a field of the same title; its name where it has none. */
function named(title: string, name: string, saying: Saying): string {
  if (title === '') return name;
  note(title, name, saying);
  const own = saying.owned.has(title) ? saying.lexicon.asDefined(title) : title;
  return saying.lexicon.noun(own);
}

function argumentsOf(core: Extract<Core, { kind: 'call' }>, saying: Saying): readonly string[] {
  const { lexicon } = saying;
  const [of, beside] = core.args.map((arg) => arg && spelt(arg));
  return core.args.map((given) => {
    const arg = given && spelt(given);
    if (!arg) return '';
    const text =
      keySaid(arg, saying) ?? listed(arg, saying, given === core.args[1] ? of?.type : beside?.type);
    const loose = arg.kind === 'arithmetic' && core.builtin !== 'monthly payment';
    return loose ? lexicon.brackets(text) : text;
  });
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
      return withValue(lexicon.extremeOf(records.set(), field, core.builtin, day), core, saying);
    }
  }
  if (core.builtin === 'count' && of) {
    const { set } = recordsOf({ list: of, where: [] }, saying);
    return withValue(lexicon.quantity(set()), core, saying);
  }
  const tally = core.builtin === 'sum' && of ? tallied(of, saying) : undefined;
  if (tally !== undefined) return withValue(tally, core, saying);
  return callSaid(core, saying);
}

function callSaid(core: Extract<Core, { kind: 'call' }>, saying: Saying): string {
  const { lexicon } = saying;
  const said = signatureOf(core.builtin).says[lexicon.spoken](
    ...argumentsOf(core, saying),
    '',
    '',
    '',
  );
  return core.type.kind === 'number' ? withValue(said, core, saying) : said;
}

/** `sum(for x in list return if … then 1 else 0)`: how many there are. */
function tallied(core: Core, saying: Saying): string | undefined {
  if (core.kind !== 'map' || core.returns.kind !== 'if') return undefined;
  const { condition: when, yes, no } = core.returns;
  if (!isNumber(yes, 1n) || !isNumber(no, 0n)) return undefined;
  const records = recordsOf(
    { list: core.list, variable: core.variable, where: [claimOf(when)] },
    saying,
  );
  return saying.lexicon.quantity(records.set());
}

function isNumber({ kind, ...core }: Core, n: bigint): boolean {
  if (kind !== 'constant' || !('value' in core)) return false;
  const { value } = core;
  return typeof value === 'object' && value?.kind === 'number' && value.n === n && value.d === 1n;
}

function map(core: Extract<Core, { kind: 'map' }>, saying: Saying): string {
  const { lexicon } = saying;
  const records = recordsOf({ list: core.list, variable: core.variable, where: [] }, saying);
  const returns = say(core.returns, records.inside(core.variable));
  return core.variable.implicit
    ? lexicon.of(records.set(), returns)
    : lexicon.ofEach(records.each(), returns);
}

function arithmetic(core: Extract<Core, { kind: 'arithmetic' }>, saying: Saying): string {
  const { lexicon } = saying;
  const { left } = core;
  if (core.operands === 'day and duration' && left && core.right.kind !== 'arithmetic') {
    const [day, length] = [say(left, saying), say(core.right, saying)];
    return core.operator === '-' ? lexicon.before(day, length) : lexicon.after(day, length);
  }
  const right = operand(core.right, core, saying);
  return left
    ? lexicon.reckoned(core.operator, operand(left, core, saying), right)
    : lexicon.negative(right);
}

function isDay({ kind }: Type): boolean {
  return kind === 'date' || kind === 'date-time' || kind === 'time';
}

/** A length between two days: 受理时间至审批时间的工作日数. */
function isMeasure(core: Core): boolean {
  return core.kind === 'call' && /between$/u.test(core.builtin);
}

function comparison(core: ComparisonCore, saying: Saying, yes: boolean): Clause {
  const { lexicon } = saying;
  const [first, second] = [spelt(core.left), spelt(core.right)];
  const around = isLimit(first, saying) && !isLimit(second, saying);
  const [left, right] = around ? [second, first] : [first, second];
  const told = yes ? core.operator : denied(core.operator);
  const operator = around ? turned(told) : told;
  const filled = blankness(left, right, operator, saying);
  if (filled) return filled;
  const measured = lengthSaid(left, right, operator, saying);
  if (measured) return measured;
  const one = keySaid(left, saying) ?? sideSaid(left, saying, right.type);
  const other = keySaid(right, saying) ?? sideSaid(right, saying, left.type);
  const sort = sortOf(left, right);
  const equal = operator === '=' || operator === '!=';
  if (equal && sort !== 'day' && isTold(left) && isTold(right) && right.kind !== 'reference')
    return predicateOf(lexicon.same(one, other, operator === '='));
  return predicateOf([one, lexicon.verb(operator, sort), other]);
}

/** What a comparison measures something by: a limit, a constant, or a field of a record further out. */
function isLimit(core: Core, { bound }: Saying): boolean {
  if (core.kind === 'constant' || (core.kind === 'reference' && core.what === 'parameter'))
    return true;
  const innermost = bound.at(-1);
  return innermost !== undefined && !mentions(core, innermost);
}

/** A word that a file has, or the rulebook. */
function isTold({ kind, ...core }: Core): boolean {
  if (kind === 'field') return !isKeyOfElement({ kind, ...core } as Core);
  return kind === 'reference' || kind === 'let';
}

/** `string length(x) > 0`: 已填写…. */
function blankness(left: Core, right: Core, operator: string, saying: Saying): Clause | undefined {
  const [of] = left.kind === 'call' && left.builtin === 'string length' ? left.args : [];
  if (!of) return undefined;
  const filled =
    (isNumber(right, 0n) && (operator === '>' || operator === '!=')) ||
    (isNumber(right, 1n) && operator === '>=');
  const blank =
    (isNumber(right, 0n) && (operator === '=' || operator === '<=')) ||
    (isNumber(right, 1n) && operator === '<');
  if (!filled && !blank) return undefined;
  const { lexicon } = saying;
  const text = say(of, saying);
  return plain(filled ? lexicon.isFilled(text) : lexicon.isBlank(text));
}

/** A length of time against a limit: 资料齐全时间至受理时间不超过1个工作日. */
function lengthSaid(
  left: Core,
  right: Core,
  operator: ComparisonCore['operator'],
  saying: Saying,
): Clause | undefined {
  const { lexicon } = saying;
  const apart = left.kind === 'call' && left.builtin === 'abs';
  const [inner] = apart ? left.args : [left];
  const length = inner && spelt(inner);
  if (
    apart &&
    length?.kind === 'arithmetic' &&
    length.operator === '-' &&
    length.left &&
    length.operands === 'numbers'
  )
    return predicateOf([
      lexicon.differ(operand(length.left, length, saying), operand(length.right, length, saying)),
      lexicon.verb(operator, 'amount'),
      enclosed(right, say(right, saying, length.type), saying),
    ]);
  if (length?.kind !== 'call') return undefined;
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
  const end = operator === '<' ? dayBefore(to) : undefined;
  // less than a month from the day before: not beyond the day a month later
  const [until, told] = end ? [end, '<=' as const] : [to, operator];
  const subject = apart
    ? lexicon.apart(say(from, saying), say(until, saying))
    : lexicon.fromTo(say(from, saying), say(until, saying));
  const amount = enclosed(right, say(right, saying, length.type), saying);
  const kind =
    length.builtin === 'working days between'
      ? 'working-days'
      : length.builtin === 'months between'
        ? 'months'
        : 'days';
  return predicateOf([
    seen === '' ? subject : lexicon.seen(subject, seen),
    lexicon.verb(told, 'length'),
    right.kind === 'constant' ? lexicon.inUnit(amount, kind) : amount,
  ]);
}

/** A day, or the day of a moment. */
function dayText(core: Core, saying: Saying): string {
  const text = say(core, saying);
  return core.type.kind === 'date' ? text : saying.lexicon.dayOf(text);
}

/** The day itself, of the day before it. */
function dayBefore(core: Core): Core | undefined {
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

/** A record by its key: 该名当事人; nothing for the one that is spoken of. */
function keySaid(core: Core, saying: Saying): string | undefined {
  const variable = keyed(core);
  if (!variable) return undefined;
  if (variable.id === saying.bound.at(-1)) return '';
  if (saying.bound.length === 0) return undefined;
  return recordCalled(variable, saying);
}

/** A side of a comparison, with what it comes to where it is reckoned. */
function sideSaid(core: Core, saying: Saying, like: Type): string {
  const text = enclosed(core, say(core, saying, like), saying);
  const value = core.kind === 'arithmetic' ? saying.values?.get(core) : undefined;
  return value === undefined
    ? text
    : saying.lexicon.comesTo(text, formatValue(value, core.type, saying.lexicon));
}

/** A choice that is part of something larger. */
function enclosed({ kind }: Core, text: string, { lexicon }: Wording): string {
  return kind === 'if' ? lexicon.brackets(text) : text;
}

function membership(
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
function among(of: Core, tests: readonly TestCore[], saying: Saying, yes: boolean): Clause {
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
function valuesOf(items: readonly Core[]): readonly TestCore[] {
  return items.map((value) => ({ kind: 'equal', compared: 'mixed', value }));
}

/** Whether a code is listed, or is not, or a column of its row. */
function codesSaid(
  core: Extract<Core, { kind: 'codes' }>,
  saying: Saying,
  isListed: boolean,
): string {
  const { lexicon } = saying;
  const { name, column, on } = core;
  const title = inLanguage(saying.titleOf(name), lexicon.language) || name;
  const set = on ? lexicon.on(lexicon.codeSet(title), say(on, saying)) : lexicon.codeSet(title);
  const of = say(core.of, saying);
  if (!column) return isListed ? lexicon.inCodes(of, set) : lexicon.notInCodes(of, set);
  const titled = inLanguage(column.title, lexicon.language) || column.name;
  return lexicon.columnOf(of, titled, set);
}

function equals(of: Core, tests: readonly TestCore[], saying: Saying): readonly string[] {
  return tests.flatMap((test) => (test.kind === 'equal' ? [say(test.value, saying, of.type)] : []));
}

/** `审批时间`; with its owner for a field of a record further out, or where the title alone does not tell. */
function fieldName(core: Extract<Core, { kind: 'field' }>, saying: Saying): string {
  const { lexicon } = saying;
  const { field } = core;
  const of = spelt(core.of);
  const title = inLanguage(field.title, lexicon.language);
  const own = title || field.name;
  const alone = title === '' ? own : lexicon.noun(title);
  if (of.kind === 'variable') {
    const owner = ownerFurtherOut(core, saying);
    if (owner !== undefined) return lexicon.of(owner, own);
    note(own, `${of.variable.id}.${field.name}`, saying);
    const innermost = saying.bound.at(-1);
    const called = innermost === undefined ? recordCalled(of.variable, saying) : undefined;
    return saying.owned.has(own) && called !== undefined ? lexicon.of(called, own) : alone;
  }
  if (of.kind !== 'field' && of.kind !== 'file') return lexicon.of(say(of, saying), own);
  const owner =
    of.kind === 'field' ? inLanguage(of.field.title, lexicon.language) || undefined : undefined;
  note(own, `${owner ?? ''}.${field.name}`, saying);
  return saying.owned.has(own) && owner !== undefined
    ? lexicon.of(lexicon.noun(owner), own)
    : alone;
}

/** The owner of a field that is not the record spoken of. */
function ownerFurtherOut(
  { of: given }: Extract<Core, { kind: 'field' }>,
  saying: Saying,
): string | undefined {
  const of = spelt(given);
  if (of.kind !== 'variable') return undefined;
  const { id, name, implicit, title } = of.variable;
  const { bound, lexicon } = saying;
  if (implicit || name === '?' || id === bound.at(-1) || bound.length === 0) return undefined;
  const own = title && inLanguage(title, lexicon.language);
  return own ? lexicon.noun(own) : recordCalled(of.variable, saying);
}

function note(title: string, thing: string, { titles }: Saying): void {
  titles.set(title, (titles.get(title) ?? new Set()).add(thing));
}

function elementOf(type: Type): Type {
  return type.kind === 'list' ? type.of : type;
}

/** The kind of texts that a value may be of. */
function textKindOf(type: Type): TextType | undefined {
  const kinds = type.kind === 'union' ? type.of : [type];
  return kinds.find((kind) => kind.kind === 'text');
}

function sortOf(left: Core, right: Core): Sort {
  const kinds = [left.type.kind, right.type.kind];
  if (kinds.includes('text')) return 'word';
  const kind = left.type.kind === 'any' ? right.type.kind : left.type.kind;
  if (kind === 'number') return isCounted(left.type) || isCounted(right.type) ? 'count' : 'amount';
  return isDay({ kind } as Type) ? 'day' : 'word';
}

/** Numbers of things and of times are 少于 and 多于, shares and amounts 低于 and 超过. */
function isCounted(type: Type): boolean {
  return type.kind === 'number' && type.unit === 'count';
}

function sayTest(of: Core, test: TestCore, saying: Saying, yes = true): Clause {
  const { lexicon } = saying;
  const subject = () => say(of, saying);
  const against = (operator: ComparisonCore['operator'], to: Core): Clause =>
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
function isOfSubject(core: Core): core is Extract<Core, { kind: 'codes' }> {
  return core.kind === 'codes' && core.of.kind === 'variable' && core.of.variable.name === '?';
}

function operand(
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

/** A list that is written out reads as its items. */
export function listed(given: Core, saying: Saying, like?: Type): string {
  const core = spelt(given);
  if (core.kind !== 'list') return say(core, saying, like);
  const [first] = core.items;
  const last = core.items.at(-1);
  if (core.run && first && last)
    return saying.lexicon.run(say(first, saying, like), say(last, saying, like));
  return core.items
    .map((item) => say(item, saying, like && elementOf(like)))
    .join(saying.lexicon.comma);
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
  return named === '' ? shown : lexicon.seen(named, shown);
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
    const title = inLanguage(text?.words?.get(value), lexicon.language);
    if (title) return lexicon.word(title);
    return value === '' ? lexicon.blank : lexicon.quote(value);
  }
  switch (value?.kind) {
    case 'number': {
      const unit = type.kind === 'number' ? type.unit : undefined;
      return unit === 'money' ? formatAmount(value, lexicon) : formatNumber(value, unit, lexicon);
    }
    case 'date':
      return lexicon.day(value.year, value.month, value.day);
    case 'days-duration':
    case 'months-duration':
      return lexicon.duration(printDuration(value));
    default:
      return formatValue(value ?? null, type, lexicon);
  }
}

import { unreachable } from '../../base/invariant.ts';
import { inLanguage } from '../../base/language.ts';
import type { Core } from '../core.ts';
import type { Facts } from '../types.ts';
import {
  type CaseClaim,
  type Claim,
  denied,
  type EachClaim,
  keyed,
  mentions,
  partsAll,
  type SomeClaim,
  spelt,
} from './claim.ts';
import { type Clause, inline, isSimple, nested, plain, type Predicate } from './clause.ts';
import { among, comparison, isMeasure, membership, valuesOf } from './comparisons.ts';
import { formatValue } from './format.ts';
import type { Asked, Lexicon } from './lexicon.ts';
import { argumentsSaid, codesSaid, ownerFurtherOut, reference } from './names.ts';
import { type Records, recordsOf } from './records.ts';
import { givenOf, withoutPlain } from './telling.ts';
import {
  argumentsOf,
  clauseOf,
  isDay,
  keySaid,
  predicateOf,
  say,
  type Saying,
  wordsOfTruth,
} from './saying.ts';
import { callSaid } from './values.ts';

type FieldCore = Extract<Core, { kind: 'field' }>;

export function claimSaid(claim: Claim, saying: Saying): Clause {
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
    case 'given': {
      const asks = clauseOf(claim.asks, saying);
      return (
        ifAnySaid(claim.when, asks, saying) ?? {
          is: 'given',
          when: run('all', claim.when, saying),
          asks,
        }
      );
    }
    case 'cases':
      return {
        is: 'cases',
        cases: claim.cases.map(flat).map(({ when, asks }) => ({
          when: clauseOf(when, saying),
          asks: clauseOf(asks, saying),
        })),
        otherwise: clauseOf(claim.otherwise, saying),
      };
    case 'each': {
      const records = recordsOf(claim, saying);
      const extreme = extremeOfAll(claim, records, saying);
      if (extreme) return extreme;
      return eachClause(claim.asks, records, records.inside(claim.variable), saying);
    }
    case 'some':
    case 'none': {
      const records = recordsOf(claim, saying);
      return (
        nameSaidOf(claim, records, saying) ??
        heldSaid(claim, records, saying) ??
        someClause(claim.is, records, saying)
      );
    }
    case 'counted': {
      const records = recordsOf({ list: claim.list, where: [] }, saying);
      const { isShort, conditions } = records;
      const set = isShort ? records.set() : records.name();
      const counter = records.counter || lexicon.counterOf(set);
      const seen = saying.values?.get(claim.count);
      const verb = lexicon.verb(claim.operator, 'pieces');
      const wanted = lexicon.pieces(say(claim.number, saying), counter);
      const isOne = isShort && !records.isNamed && wanted === '1';
      const number =
        seen === undefined
          ? undefined
          : lexicon.pieces(formatValue(seen, claim.count.type, lexicon), counter);
      const counted = predicateOf(
        number === undefined
          ? lexicon.counted(isOne ? records.set(true) : set, verb, wanted, isOne)
          : [lexicon.seen(lexicon.numberOf(set), number), verb, wanted],
      );
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

/** A case in which something is asked under one more condition has both. */
function flat(given: CaseClaim): CaseClaim {
  const { when, asks } = given;
  return asks.is === 'given'
    ? { when: { is: 'all', parts: [...partsAll(when), ...asks.when] }, asks: asks.asks }
    : given;
}

/** What is asked of something only where it is there: the expiry date, if any, is …. */
function ifAnySaid(
  [only, ...others]: readonly Claim[],
  asks: Clause,
  saying: Saying,
): Clause | undefined {
  const given = only && others.length === 0 ? givenOf(only) : undefined;
  if (!given || asks.is !== 'predicate' || asks.subject !== say(given, saying)) return undefined;
  const subject = saying.lexicon.ifAny(asks.subject);
  return subject === undefined ? undefined : { ...asks, subject };
}

function run(of: 'all' | 'any', claims: readonly Claim[], saying: Saying): Clause {
  const parts =
    of === 'all'
      ? ranged(withoutPlain(claims, saying), saying)
      : claims.map((one) => clauseOf(one, saying));
  return runOf(of, sharing(of, parts, saying.lexicon));
}

/** Facts of one subject and verb, one behind the other, as one fact: 明示项目含利息、逾期罚息. */
function sharing(of: 'all' | 'any', parts: readonly Clause[], lexicon: Lexicon): readonly Clause[] {
  const groups: Clause[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    if (group?.[0] && isAlike(group[0], part)) group.push(part);
    else groups.push([part]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (group.length < 2 || first?.is !== 'predicate') return group;
    const objects = group.flatMap((one) => (one.is === 'predicate' ? [one.object] : []));
    const object = objects.some(lexicon.hasPause)
      ? undefined
      : lexicon.shared(first.verb, objects, of);
    return object === undefined ? group : [{ ...first, object }];
  });
}

function isAlike(one: Clause, other: Clause): boolean {
  return (
    one.is === 'predicate' &&
    other.is === 'predicate' &&
    one.subject !== '' &&
    one.subject === other.subject &&
    one.verb === other.verb
  );
}

/** Clauses as a run; one alone is itself. */
function runOf(of: 'all' | 'any', parts: readonly Clause[]): Clause {
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
  const range = lexicon.range(low.low, high.high, !low.strict, !high.strict);
  return predicateOf([low.high, lexicon.isBetween, range]);
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
  // sums are limits of their own
  if (low.kind === 'arithmetic' || high.kind === 'arithmetic') return undefined;
  return {
    low: say(low, saying),
    high: say(high, saying),
    strict: operator === '<' || operator === '>',
  };
}

/** `every other in list satisfies other.day <= day`: 审批时间为全部审批中最晚. */
function extremeOfAll(
  { variable, asks, list }: EachClaim,
  records: Records,
  saying: Saying,
): Clause | undefined {
  if (asks.is !== 'single' || asks.core.kind !== 'comparison' || list.type.kind !== 'list')
    return undefined;
  const { core, yes } = asks;
  const operator = yes ? core.operator : denied(core.operator);
  if (operator !== '<=' && operator !== '>=') return undefined;
  const { left, right } = core;
  if (left.kind !== 'field' || right.kind !== 'field' || left.field !== right.field)
    return undefined;
  const [one, other] = [left.of, right.of];
  if (one.kind !== 'variable' || one.variable.id !== variable.id) return undefined;
  if (other.kind !== 'variable' || other.variable.id === variable.id) return undefined;
  const builtin = operator === '<=' ? 'max' : 'min';
  const { lexicon } = saying;
  return predicateOf(
    lexicon.extremeOfAll(say(right, saying), records.set(), builtin, isDay(right.type)),
  );
}

function eachClause(asks: Claim, records: Records, inner: Saying, { lexicon }: Saying): Clause {
  const clause = clauseOf(asks, inner);
  const within = records.isPlain ? holderOf(asks, records.variables, inner) : undefined;
  if (within !== undefined)
    return records.isWrittenOut
      ? predicateOf(lexicon.holdsOne(within, records.set(), asks.is === 'single' && asks.yes))
      : predicateOf(lexicon.eachInList(records.each(), within, asks.is === 'single' && asks.yes));
  if (!records.isShort)
    return {
      is: 'led',
      lead: lexicon.ofEachOne(records.eachAny(), false, 'under a condition'),
      clause: { is: 'given', when: runOf('all', records.conditions), asks: clause },
    };
  const each = records.each();
  if (clause.is === 'predicate' && isSaidOfElement(asks, records.variables)) {
    const { subject, verb, object } = clause;
    return predicateOf(lexicon.eachDoes(each, [subject, verb, object]));
  }
  const text = inline(clause, lexicon);
  if (isSimple(clause) && each.length + text.length <= 2 * lexicon.shortEnough)
    return isFactOfElement(asks, records.variables) || (records.isPlain && lexicon.saysIt(text))
      ? plain(lexicon.eachIs(each, text))
      : { is: 'led', lead: lexicon.forEach(each), clause };
  const ofSome = records.isPlain && !records.isWrittenOut && records.conditions.length === 0;
  return clause.is === 'run' && clause.of === 'all' && clause.head === undefined
    ? { ...clause, head: lexicon.eachAll(each, ofSome) }
    : { is: 'led', lead: lexicon.ofEachOne(each, ofSome, formOf(asks)), clause };
}

function formOf(asks: Claim): Asked {
  if (asks.is === 'given') return 'under a condition';
  return isThere(asks) ? 'something' : 'anything';
}

/** Whether a claim is that there is something, or that there is not. */
function isThere(claim: Claim): boolean {
  if (claim.is === 'any') return claim.parts.every(isThere);
  return claim.is === 'some' || claim.is === 'none';
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
        : core.kind === 'call' && core.builtin === 'list contains'
          ? core.args[1]
          : undefined;
  const of = subject?.kind === 'field' ? subject.of : subject;
  return of?.kind === 'variable' && variables.includes(of.variable.id);
}

/** Whether a claim is a fact of the element itself, or speaks of it by its key. */
function isFactOfElement(claim: Claim, variables: readonly number[]): boolean {
  if (claim.is !== 'single') return false;
  const { core } = claim;
  if (core.kind === 'call') {
    const element = core.args[1] && keyed(spelt(core.args[1]));
    return element !== undefined && variables.includes(element.id);
  }
  const of = core.kind === 'field' || core.kind === 'none' ? core.of : core;
  const owner = of.kind === 'field' ? of.of : of;
  return owner.kind === 'variable' && variables.includes(owner.variable.id);
}

function someClause(is: 'some' | 'none', records: Records, { lexicon }: Saying): Clause {
  const { conditions } = records;
  const there = is === 'some' ? lexicon.thereIs : lexicon.thereIsNo;
  const phrase = (set: string) => there(set, records.isNamed);
  const [only] = conditions;
  if (
    records.isPlain &&
    conditions.length === 1 &&
    only?.is === 'predicate' &&
    isItself(only, lexicon)
  )
    return predicateOf(lexicon.holdsOne(records.name(), only.object, is === 'some'));
  const texts = conditions.map((one) => inline(one, lexicon));
  const [text] = texts;
  if (records.isPlain && text !== undefined && texts.length === 1 && only && isSimple(only))
    return predicateOf(lexicon.holdsOneThat(records.name(), text, is === 'some'));
  const short =
    conditions.every(isSimple) &&
    conditions.length <= 2 &&
    texts.join('').length <= (texts.length > 1 ? lexicon.shortPair : lexicon.shortEnough);
  if (conditions.length === 0) return plain(phrase(records.set(true)));
  if (short) return nested(phrase(records.set(true)));
  const { isNamed } = records;
  if (only && conditions.length === 1) {
    const lead = lexicon.oneOfWhich(records.one(), isNamed, is === 'some');
    return { is: 'led', lead, clause: only };
  }
  const withThem = is === 'some' ? lexicon.oneWith : lexicon.noneWith;
  return { is: 'run', of: 'all', head: withThem(records.one(), isNamed), parts: conditions };
}

/** That there is a record with this key, and of what kind it is: 所属当事人为经办人. */
function nameSaidOf(
  { is, variable, where }: SomeClaim,
  { conditions, isPlain, isNamed, one }: Records,
  saying: Saying,
): Clause | undefined {
  const { lexicon } = saying;
  if (isPlain || isNamed || !variable || conditions.length > 2) return undefined;
  const key = where.flatMap((claim) => keyIn(claim, variable.id) ?? [])[0];
  const held = conditions.findIndex((one) => one.is === 'predicate' && isItself(one, lexicon));
  if (!key || held < 0) return undefined;
  const named = keySaid(key, saying) ?? say(key, saying);
  const [other] = conditions.filter((_, index) => index !== held);
  if (!other) return predicateOf(lexicon.isOneOf(named, one(), is === 'some'));
  return is === 'some' && other.is === 'predicate' && other.subject !== ''
    ? predicateOf([lexicon.of(named, other.subject), other.verb, other.object])
    : undefined;
}

/** That something is in a list of some records, or of none: 经办人不在任何会议的参加人之列. */
function heldSaid(
  { is, variable, list: among, where }: SomeClaim,
  records: Records,
  saying: Saying,
): Clause | undefined {
  const held = variable && where.find((claim) => listHolding(claim, variable.id));
  const list = variable && held && listHolding(held, variable.id);
  if (!list || records.isNamed || records.isPlain) return undefined;
  const others = where.filter((claim) => claim !== held);
  const { conditions, set } = recordsOf({ list: among, variable, where: others }, saying);
  if (conditions.length > 0) return undefined;
  const named = keySaid(list.element, saying) ?? say(list.element, saying, list.of.type);
  const title = inLanguage(list.of.field.title, saying.lexicon.language) || list.of.field.name;
  return predicateOf(saying.lexicon.heldIn(named, set(true), title, is === 'some'));
}

/** The list of a record that something else is in, as a claim says. */
function listHolding(
  claim: Claim,
  id: number,
): { readonly of: FieldCore; readonly element: Core } | undefined {
  if (claim.is !== 'single' || !claim.yes || claim.core.kind !== 'call') return undefined;
  const [of, element] = claim.core.args;
  if (claim.core.builtin !== 'list contains' || of?.kind !== 'field' || !element) return undefined;
  if (of.of.kind !== 'variable' || of.of.variable.id !== id || mentions(element, id))
    return undefined;
  return spelt(element).kind === 'constant' ? undefined : { of, element };
}

/** What the key of an element is compared with. */
function keyIn(claim: Claim, variable: number): Core | undefined {
  if (claim.is !== 'single' || claim.core.kind !== 'comparison' || !claim.yes) return undefined;
  const { operator, left, right } = claim.core;
  if (operator !== '=') return undefined;
  if (keyed(left)?.id === variable) return spelt(right);
  return keyed(right)?.id === variable ? spelt(left) : undefined;
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
        return predicateOf(lexicon.inList('', setSaid(list, saying), yes));
      if (core.builtin === 'list contains' && list && element && isAmongNamed(list, element))
        return predicateOf(lexicon.inList(say(element, saying), say(list, saying), yes));
      if (core.builtin === 'list contains' && list && element) {
        const amongst = amongWritten(list, element, saying, yes);
        if (amongst) return amongst;
        if (isFieldOfSpoken(element, saying) && !mentions(list, saying.bound.at(-1) ?? -1))
          return predicateOf(lexicon.inList(say(element, saying), setSaid(list, saying), yes));
      }
      const said = lexicon.truth(core.builtin, yes);
      if (said) return predicateOf(said(...argumentsOf(core, saying), '', ''));
      break;
    }
    default:
  }
  const facts = wordsOfTruth(core, saying);
  if (facts) return plain(factSaid(core, facts, saying, yes));
  const text = nameSaid(core, { ...saying, values: undefined });
  return plain(yes ? lexicon.holds(text) : lexicon.fails(text));
}

/** Whether something that a file says is looked for in a list that has a name. */
function isAmongNamed(list: Core, element: Core): boolean {
  const { kind } = spelt(list);
  const isNamed = kind === 'reference' || kind === 'let';
  return (
    isNamed && (element.kind === 'field' || element.kind === 'let' || element.kind === 'reference')
  );
}

/** Whether something is one of a list that is written out, or one of some records by their key. */
function amongWritten(list: Core, element: Core, saying: Saying, yes: boolean): Clause | undefined {
  const { lexicon } = saying;
  const written = spelt(list);
  if (written.kind === 'list' && !written.run && spelt(element).kind !== 'variable')
    return among(element, valuesOf(written.items), saying, yes);
  if (written.kind !== 'map' || !keyed(written.returns)) return undefined;
  const { set } = recordsOf({ list: written.list, where: [] }, saying);
  const record = keySaid(element, saying);
  if (record !== undefined)
    return predicateOf(lexicon.holdsOne(say(written.list, saying), record, yes));
  const named = say(element, saying);
  return named.endsWith(set(true))
    ? predicateOf(lexicon.inList(named, set(), yes))
    : predicateOf(lexicon.isOneOf(named, set(true), yes));
}

/** A list; of the keys of some records, the records. */
function setSaid(list: Core, saying: Saying): string {
  const core = spelt(list);
  return core.kind === 'map' && keyed(core.returns)
    ? recordsOf({ list: core.list, where: [] }, saying).set()
    : say(list, saying);
}

/** Whether it is a field of the record that is spoken of. */
function isFieldOfSpoken(core: Core, { bound }: Saying): boolean {
  return (
    core.kind === 'field' && core.of.kind === 'variable' && core.of.variable.id === bound.at(-1)
  );
}

/** Whether it is the key of the record that is spoken of. */
function isSpokenOf(core: Core, { bound }: Saying): boolean {
  const id = keyed(spelt(core))?.id;
  return id !== undefined && id === bound.at(-1);
}

/** 已见证件原件; of a record further out, or of what a definition is given, that comes before it. */
function factSaid(core: Core, facts: Facts, saying: Saying, yes: boolean): string {
  const { lexicon } = saying;
  const text = inLanguage(yes ? facts.yes : facts.no, lexicon.language);
  if (core.kind === 'reference') {
    // several that have no place in the words are told by the record spoken of
    const isLoose = (core.args ?? []).length > 1 && !text.includes('{}');
    const told = argumentsSaid(core, saying).filter(
      ({ arg }) =>
        !isLoose || !(isFieldOfSpoken(arg, saying) || (arg.kind === 'variable' && isDay(arg.type))),
    );
    const given = lexicon.both(
      told
        .map(({ arg, text: named }) => (arg.kind === 'constant' ? lexicon.noun(named) : named))
        .filter((named) => named !== ''),
    );
    const on = core.on ? lexicon.on('', say(core.on, saying)) : '';
    return lexicon.factOf(given, text) + on;
  }
  const owner = core.kind === 'field' ? ownerFurtherOut(core, saying) : undefined;
  return owner === undefined ? text : lexicon.factOf(owner, text);
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

import { inLanguage } from '../../base/language.ts';
import type { Core, Variable } from '../core.ts';
import { partsOf } from '../parts.ts';
import type { Type } from '../types.ts';
import { type Claim, claimOf, denied, mentions, partsAll, spelt, unfiltered } from './claim.ts';
import { type Clause, inline, isSimple } from './clause.ts';
import type { Lexicon } from './lexicon.ts';
import { withoutPlain } from './telling.ts';
import {
  aside,
  clauseOf,
  inside,
  isDay,
  keySaid,
  listed,
  nounOf,
  predicateOf,
  recordCalled,
  say,
  type Saying,
} from './saying.ts';

/** Some records, or some values, of a list: what people call them, and the conditions that pick them out. */
export interface Records {
  /** Those that the noun does not say already. */
  readonly conditions: readonly Clause[];
  readonly counter: string;
  /** What picks them out can stand in a phrase. */
  readonly isShort: boolean;
  /** They go by a name for all of them. */
  readonly isNamed: boolean;
  /** Their list is written out where they are asked of. */
  readonly isWrittenOut: boolean;
  /** They are values, and no records. */
  readonly isPlain: boolean;
  /** What goes through them, by the ids of the variables. */
  readonly variables: readonly number[];
  /** 出具日期不晚于受理之日的面谈记录; of one of them, where the language tells one from several. */
  readonly set: (one?: boolean) => string;
  /** All of them, whatever picks them out. */
  readonly name: () => string;
  /** 每份面谈记录 */
  readonly each: () => string;
  /** 每份面谈记录, whatever picks it out. */
  readonly eachAny: () => string;
  /** 一份面谈记录, whatever picks it out. */
  readonly one: () => string;
  /** 首份面谈记录 */
  readonly nth: (index: string) => string;
  /** Inside a loop through them. */
  readonly inside: (variable: Variable) => Saying;
}

interface Picked {
  readonly list: Core;
  readonly variable?: Variable | undefined;
  /** Conditions besides the filters of the list. */
  readonly where: readonly Claim[];
}

export function recordsOf({ list: given, variable, where }: Picked, saying: Saying): Records {
  const { lexicon } = saying;
  const { list, filters } = unfiltered(given);
  const claims = [
    ...filters.flatMap(({ condition, variable: element, list: from }) =>
      withoutPlain(partsAll(claimOf(condition, true, true)), inside(element, saying)).map(
        (claim) => ({ claim, element, from }),
      ),
    ),
    ...(variable
      ? withoutPlain(where, inside(variable, saying)).map((claim) => ({
          claim,
          element: variable,
          from: given,
        }))
      : []),
  ];
  const variables = [
    ...filters.map(({ variable: { id } }) => id),
    ...(variable ? [variable.id] : []),
  ];
  const kinds = claims.map(({ claim }) => kindSaid(claim, variables, saying));
  const kind = kinds.find((one) => one !== undefined);
  const base = baseOf(list, saying);
  const called =
    base.noun === undefined ? undefined : calledIn(kind ?? base.noun, base.counter, saying);
  const isAmongThem =
    called !== undefined && called === lexicon.another(kind ?? base.noun ?? '', base.counter);
  const within = (element: Variable) => inside(element, saying, called);
  const picking = claims.filter((_, index) => kind === undefined || kinds[index] !== kind);
  const conditions = picking.map(
    ({ claim, element, from }) =>
      extremeIn(claim, from, within(element)) ?? clauseOf(claim, within(element)),
  );
  const owned = (index: number) => {
    const [claim, element] = [picking[index]?.claim, picking[index]?.element];
    return claim && element ? ownFields(claim, element, within(element)) : [];
  };
  const nouns = [kind, base.noun].flatMap((noun) => noun ?? []);
  const texts = (ofOne: boolean) =>
    conditions.map((one, index) => {
      const text = inline(one, lexicon);
      const isOpen = one.is === 'run' && conditions.length > 1;
      return lexicon.relative(one, isOpen ? lexicon.brackets(text) : text, {
        nouns,
        isOwn: (subject) => owned(index).includes(subject),
        ofOne,
      });
    });
  const isNamed = kind === undefined && base.noun === undefined;
  // a list that is written out takes its words from what its elements are compared with
  const phrase = () => ({
    noun: kind ?? base.noun ?? nameOf(list, saying, variable),
    counter: base.counter,
    isNamed,
    isWrittenOut: list.kind === 'list',
    isPlain: base.isPlain,
    owner: base.owner,
    keyed: keyedBy(conditions, lexicon),
  });
  /** What it is found by, where it is the one record with that key. */
  const equalled = () => {
    const [one, ...others] = picking;
    return one && others.length === 0
      ? equalTo(one.claim, one.element, within(one.element))
      : undefined;
  };
  return {
    conditions,
    counter: base.counter,
    isShort: conditions.every(isSimple) && texts(true).join('').length <= lexicon.shortEnough,
    isNamed,
    isWrittenOut: list.kind === 'list',
    isPlain: base.isPlain,
    variables,
    name: () => lexicon.whose(phrase(), [], false),
    set: (one = false) => lexicon.whose(phrase(), texts(one && !isNamed), one),
    each: () =>
      lexicon.each(isAmongThem ? { ...phrase(), isOther: true } : phrase(), texts(!isNamed)),
    eachAny: () => lexicon.each(phrase(), []),
    one: () => lexicon.whose({ ...phrase(), keyed: undefined }, [], true),
    nth: (index) => lexicon.nth({ ...phrase(), found: equalled() }, texts(!isNamed), index),
    inside: within,
  };
}

/** `list[day = max(list.day)]`: 报告日期最晚. */
function extremeIn(claim: Claim, from: Core, saying: Saying): Clause | undefined {
  if (claim.is !== 'single' || !claim.yes || claim.core.kind !== 'comparison') return undefined;
  const { operator, left, right } = claim.core;
  const call = spelt(right);
  if (operator !== '=' || left.kind !== 'field' || call.kind !== 'call') return undefined;
  const { builtin } = call;
  if (builtin !== 'max' && builtin !== 'min') return undefined;
  const [values] = call.args;
  if (values?.kind !== 'map' || values.returns.kind !== 'field') return undefined;
  const apart: Saying = { ...aside(saying), values: undefined };
  const isOfAll =
    values.returns.field === left.field && say(values.list, apart) === say(from, apart);
  if (!isOfAll) return undefined;
  return predicateOf(saying.lexicon.isExtreme(say(left, saying), builtin, isDay(left.type)));
}

/** What a field of an element equals, as a claim says. */
function equalTo(claim: Claim, { id }: Variable, saying: Saying): string | undefined {
  if (claim.is !== 'single' || !claim.yes || claim.core.kind !== 'comparison') return undefined;
  const { operator, left, right } = claim.core;
  const other = spelt(right);
  if (operator !== '=' || left.kind !== 'field' || other.kind !== 'field') return undefined;
  if (!mentions(left, id) || mentions(other, id)) return undefined;
  return keySaid(other, saying) ?? say(other, saying);
}

/** The fields of an element that a claim speaks of, and the days of them, as they are said. */
function ownFields(claim: Claim, element: Variable, saying: Saying): readonly string[] {
  const { lexicon } = saying;
  const apart = aside(saying);
  const core = claim.is === 'single' ? claim.core : 'list' in claim ? claim.list : undefined;
  if (!core) return [];
  const fields: Core[] = [];
  const visit = (core: Core): void => {
    if (core.kind === 'field' && core.of.kind === 'variable' && core.of.variable.id === element.id)
      fields.push(core);
    partsOf(core).forEach(visit);
  };
  visit(core);
  return fields.flatMap((field) => {
    const name = say(field, apart);
    return [name, lexicon.dayOf(name)];
  });
}

/** What a record is called further in, told from those of the same noun around it. */
function calledIn(noun: string, counter: string, saying: Saying): string {
  const { lexicon, called } = saying;
  const that = lexicon.that(noun, counter);
  const isTaken = [...called.values(), lexicon.thisOne(noun, counter)].includes(that);
  return isTaken && saying.bound.length > 0 ? lexicon.another(noun, counter) : that;
}

/** What it belongs to, where it is picked out by that alone. */
function keyedBy([only, ...others]: readonly Clause[], lexicon: Lexicon): string | undefined {
  if (only?.is !== 'predicate' || others.length > 0 || only.subject !== '') return undefined;
  return only.verb === lexicon.verb('=', 'word') ? only.object : undefined;
}

interface Base {
  /** What one of them is called; absent where only the list has a name. */
  readonly noun: string | undefined;
  readonly counter: string;
  readonly isPlain: boolean;
  /** Whose they are, where they are not the file's. */
  readonly owner: string | undefined;
}

function baseOf(list: Core, saying: Saying): Base {
  const { language } = saying.lexicon;
  const of: Type = list.type.kind === 'list' ? list.type.of : { kind: 'any' };
  const noun = of.kind === 'context' ? of.noun : undefined;
  const isField = list.kind === 'field';
  return {
    noun: isField && noun ? inLanguage(noun.title, language) : undefined,
    counter: inLanguage(noun?.counter, language),
    isPlain: of.kind !== 'context',
    owner: isField ? ownerOf(list, saying) : undefined,
  };
}

/** What a list is called that has no noun for its elements. */
function nameOf(list: Core, saying: Saying, variable: Variable | undefined): string {
  if (list.kind === 'field')
    return inLanguage(list.field.title, saying.lexicon.language) || list.field.name;
  const like = variable && saying.words.get(variable.id);
  return list.kind === 'list' ? listed(list, saying, like) : say(list, saying);
}

/** The record whose list it is, unless that is the file or the record spoken of. */
function ownerOf(list: Extract<Core, { kind: 'field' }>, saying: Saying): string | undefined {
  const of = spelt(list.of);
  if (of.kind === 'variable' && of.variable.id !== saying.bound.at(-1)) {
    const isOutermost = saying.bound.length === 0;
    return isOutermost ? undefined : recordCalled(of.variable, saying);
  }
  return of.kind === 'position' ? say(of, saying) : undefined;
}

/** The noun of a condition that says of what kind a record is: 买卖合同, 买方或者卖方. */
function kindSaid(claim: Claim, variables: readonly number[], saying: Saying): string | undefined {
  if (claim.is !== 'single') return undefined;
  const { core, yes } = claim;
  const [of, values] =
    core.kind === 'comparison' && (yes ? core.operator : denied(core.operator)) === '='
      ? [core.left, [core.right]]
      : core.kind === 'membership' && yes
        ? [core.of, core.tests.map((test) => (test.kind === 'equal' ? test.value : undefined))]
        : [undefined, []];
  if (of?.kind !== 'field' || !of.field.kind || of.of.kind !== 'variable') return undefined;
  if (!variables.includes(of.of.variable.id)) return undefined;
  const { lexicon } = saying;
  const pattern = inLanguage(of.field.kind, lexicon.language);
  const words = of.type.kind === 'text' ? of.type.words : undefined;
  const [single] = values;
  const element = single && spelt(single);
  // a record of the kind that a loop has come to
  if (values.length === 1 && element?.kind === 'variable' && element.type.kind === 'text') {
    say(element, saying, of.type);
    return lexicon.ofThatKind(nounOf(of.of.variable, saying));
  }
  const titles = values.flatMap((value) => {
    const word = value && spelt(value);
    const title =
      word?.kind === 'constant' && typeof word.value === 'string'
        ? words?.get(word.value)
        : undefined;
    return title ? [inLanguage(title, lexicon.language)] : [];
  });
  if (titles.length === 0 || titles.length < values.length) return undefined;
  return lexicon.alternatives(titles.map((title) => pattern.replace('{}', lexicon.kind(title))));
}

import { inLanguage } from '../../base/language.ts';
import type { Core, Variable } from '../core.ts';
import type { Type } from '../types.ts';
import { type Claim, claimOf, partsAll, spelt, unfiltered } from './claim.ts';
import { type Clause, inline } from './clause.ts';
import { clauseOf, inside, listed, recordCalled, type Saying, say } from './sentence.ts';

/** Some records, or some values, of a list: what people call them, and the conditions that pick them out. */
export interface Records {
  /** Those that the noun does not say already. */
  readonly conditions: readonly Clause[];
  readonly counter: string;
  /** What goes through them, by the ids of the variables. */
  readonly variables: readonly number[];
  /** 出具日期不晚于受理之日的面谈记录; of one of them, where the language tells one from several. */
  readonly set: (one?: boolean) => string;
  /** 每份面谈记录 */
  readonly each: () => string;
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
    ...filters.flatMap(({ condition, variable: element }) =>
      partsAll(claimOf(condition)).map((claim) => ({ claim, element })),
    ),
    ...where.flatMap((claim) => (variable ? [{ claim, element: variable }] : [])),
  ];
  const variables = [
    ...filters.map(({ variable: { id } }) => id),
    ...(variable ? [variable.id] : []),
  ];
  const kinds = claims.map(({ claim }) => kindSaid(claim, variables, saying));
  const kind = kinds.find((one) => one !== undefined);
  const base = baseOf(list, saying, variable);
  const noun = kind ?? base.noun;
  const called = base.isNamed ? undefined : lexicon.that(noun, base.counter);
  const within = (element: Variable) => inside(element, saying, called);
  const conditions = claims.flatMap(({ claim, element }, index) =>
    kind !== undefined && kinds[index] === kind ? [] : [clauseOf(claim, within(element))],
  );
  const phrase = { noun, counter: base.counter, isNamed: base.isNamed, owner: base.owner };
  const texts = conditions.map((one) => lexicon.relative(one, inline(one, lexicon)));
  return {
    conditions,
    counter: base.counter,
    variables,
    set: (one = false) => lexicon.whose(phrase, texts, one),
    each: () => lexicon.each(phrase, texts),
    one: () => lexicon.whose(phrase, [], true),
    nth: (index) => lexicon.nth(phrase, texts, index),
    inside: within,
  };
}

interface Base {
  readonly noun: string;
  readonly counter: string;
  /** The noun is a name for all of them, and not what one of them is called. */
  readonly isNamed: boolean;
  /** Whose they are, where they are not the file's. */
  readonly owner: string | undefined;
}

function baseOf(list: Core, saying: Saying, variable: Variable | undefined): Base {
  const { lexicon } = saying;
  const of: Type = list.type.kind === 'list' ? list.type.of : { kind: 'any' };
  const noun = of.kind === 'context' ? of.noun : undefined;
  const counter = inLanguage(noun?.counter, lexicon.language);
  if (list.kind === 'field') {
    const owner = ownerOf(list, saying);
    if (noun)
      return { noun: inLanguage(noun.title, lexicon.language), counter, isNamed: false, owner };
    const title = inLanguage(list.field.title, lexicon.language) || list.field.name;
    return { noun: title, counter: '', isNamed: true, owner };
  }
  const like = variable && saying.words.get(variable.id);
  const name = list.kind === 'list' ? listed(list, saying, like) : say(list, saying);
  return { noun: name, counter, isNamed: true, owner: undefined };
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

/** The noun of a condition that says of what kind a record is: 借款合同, 借款人或者共同借款人. */
function kindSaid(claim: Claim, variables: readonly number[], saying: Saying): string | undefined {
  if (claim.is !== 'single' || !claim.yes) return undefined;
  const { core } = claim;
  const [of, values] =
    core.kind === 'comparison' && core.operator === '='
      ? [core.left, [core.right]]
      : core.kind === 'membership'
        ? [core.of, core.tests.map((test) => (test.kind === 'equal' ? test.value : undefined))]
        : [undefined, []];
  if (of?.kind !== 'field' || !of.field.kind || of.of.kind !== 'variable') return undefined;
  if (!variables.includes(of.of.variable.id)) return undefined;
  const { lexicon } = saying;
  const pattern = inLanguage(of.field.kind, lexicon.language);
  const words = of.type.kind === 'text' ? of.type.words : undefined;
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

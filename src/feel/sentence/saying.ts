import { inLanguage } from '../../base/language.ts';
import type { Core, Variable } from '../core.ts';
import type { Facts, Personal, Title, Type } from '../types.ts';
import { isKind, type Value } from '../value.ts';
import { type Claim, claimOf, keyed, spelt } from './claim.ts';
import { type Clause, inline } from './clause.ts';
import { formatWithin, mask, plainNumber } from './format.ts';
import type { Lexicon } from './lexicon.ts';

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
  /** What records are called, by the ids of their variables, where their noun does not tell them apart. */
  readonly called?: ReadonlyMap<number, string>;
  /** Shows names, numbers of identity papers and the like as they are. */
  readonly unmasked?: boolean;
}

/** How values and claims are put into words. */
export interface Speech {
  readonly say: (core: Core, saying: Saying, like?: Type) => string;
  readonly clause: (claim: Claim, saying: Saying) => Clause;
}

/** A wording, and where in the expression we are. */
export interface Saying extends Wording {
  /** Variables of the quantifiers, filters and loops around, the innermost last; `each` has its own. */
  readonly bound: readonly number[];
  /** Months are counted, and stay months. */
  readonly inMonths?: true;
  /** What the records of loops around are called further in, by the ids of their variables: 该份合同. */
  readonly called: ReadonlyMap<number, string>;
  /** How values and claims are put into words: handed on, so that what they are made of need not know it. */
  readonly speech: Speech;
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

/** For what is said only to be compared, and is no part of the sentence. */
export function aside(saying: Saying): Saying {
  return { ...saying, titles: new Map() };
}

/** What one of the records that a variable goes through is called; empty where its schema does not say. */
export function nounOf({ type }: Variable, { lexicon }: Saying): string {
  return type.kind === 'context' ? inLanguage(type.noun?.title, lexicon.language) : '';
}

/** What a record is called where it is not the one that is spoken of: 该名当事人. */
export function recordCalled(
  { id, type, title, spokenAs }: Variable,
  { called, lexicon }: Saying,
): string | undefined {
  if (spokenAs?.by === 'title') return lexicon.noun(inLanguage(title, lexicon.language));
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

export function note(title: string, thing: string, { titles }: Saying): void {
  titles.set(title, (titles.get(title) ?? new Set()).add(thing));
}

export function elementOf(type: Type): Type {
  return type.kind === 'list' ? type.of : type;
}

export function predicateOf([subject, verb, object]: readonly [string, string, string]): Clause {
  return { is: 'predicate', subject, verb, object };
}

export function withValue(
  named: string,
  core: Core,
  { lexicon, values, unmasked }: Wording,
): string {
  const value = values?.get(core);
  if (value === undefined || isKind(value, 'context')) return named;
  if (isKind(value, 'list')) return named;
  const personal = personalOf(core);
  if (isCalendarYear(core) && isKind(value, 'number'))
    return lexicon.seen(named, plainNumber(value, { kind: 'number' }));
  const shown =
    typeof value === 'string' && value !== '' && personal && unmasked !== true
      ? mask(value, personal)
      : formatWithin(value, core.type, lexicon);
  return named === '' ? shown : lexicon.seen(named, shown);
}

/** Such a number has no groups of digits: `2026`. */
function isCalendarYear(core: Core): boolean {
  return core.kind === 'call' && core.builtin === '.year';
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

/** How the schema or the rulebook says something that is true or false. */
export function wordsOfTruth(core: Core, wording: Pick<Wording, 'factsOf'>): Facts | undefined {
  switch (core.kind) {
    case 'field':
      return core.field.facts;
    case 'let':
      return core.local.facts;
    case 'reference':
      return wording.factsOf?.(core.name);
    default:
      return undefined;
  }
}

/** A record by its key: 该名当事人; nothing for the one that is spoken of. */
export function keySaid(core: Core, saying: Saying): string | undefined {
  const variable = keyed(core);
  if (!variable) return undefined;
  if (variable.id === saying.bound.at(-1)) return '';
  if (saying.bound.length === 0) return undefined;
  return recordCalled(variable, saying);
}

export function isDay({ kind }: Type): boolean {
  return kind === 'date' || kind === 'date-time' || kind === 'time';
}

/** A choice that is part of something larger. */
export function enclosed(core: Core, text: string, { lexicon }: Wording): string {
  return core.kind === 'if' && lexicon.isChoice(text) ? lexicon.brackets(text) : text;
}

/** A day but for one case, which can read as a day. */
export function isExcepted(core: Core): boolean {
  if (core.kind !== 'if' || !isDay(core.type)) return false;
  const { kind } = spelt(core.no);
  return kind === 'field' || kind === 'reference' || kind === 'let' || kind === 'call';
}

/** An expression in words; `like` is what it stands beside: a bare word is then one of its words. */
export function say(core: Core, saying: Saying, like?: Type): string {
  return saying.speech.say(core, saying, like);
}

export function clauseOf(claim: Claim, saying: Saying): Clause {
  return saying.speech.clause(claim, saying);
}

/** What something true or false says, or its denial, as a clause. */
export function condition(core: Core, saying: Saying, yes = true): Clause {
  return clauseOf(claimOf(core, yes), saying);
}

export function conditionText(core: Core, saying: Saying): string {
  return inline(condition(core, saying), saying.lexicon);
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

export function argumentsOf(
  core: Extract<Core, { kind: 'call' }>,
  saying: Saying,
): readonly string[] {
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

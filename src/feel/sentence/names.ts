import { inLanguage } from '../../base/language.ts';
import type { Core, ReferenceCore, Variable } from '../core.ts';
import type { Type } from '../types.ts';
import { keyed, spelt } from './claim.ts';
import {
  elementOf,
  isDay,
  note,
  nounOf,
  recordCalled,
  say,
  type Saying,
  withValue,
} from './saying.ts';

/** `审批时间`; with its owner for a field of a record further out, or where the title alone does not tell. */
export function fieldName(core: Extract<Core, { kind: 'field' }>, saying: Saying): string {
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
    if (saying.owned.has(own) && called !== undefined) return lexicon.of(called, own);
    return title === '' ? own : lexicon.noun(lexicon.ofItself(nounOf(of.variable, saying), title));
  }
  if (of.kind !== 'field' && of.kind !== 'file') return lexicon.of(say(of, saying), own);
  const within = of.kind === 'field' ? spelt(of.of) : undefined;
  if (within?.kind === 'position') return lexicon.of(say(within, saying), own);
  const owner =
    of.kind === 'field' ? inLanguage(of.field.title, lexicon.language) || undefined : undefined;
  const root = of.kind === 'field' ? ownerFurtherOut(of, saying) : undefined;
  if (root !== undefined) return lexicon.of(root, own);
  note(own, `${owner ?? ''}.${field.name}`, saying);
  return saying.owned.has(own) && owner !== undefined
    ? lexicon.of(lexicon.noun(owner), own)
    : alone;
}

/** The owner of a field that is not the record spoken of. */
export function ownerFurtherOut(
  { of: given }: Extract<Core, { kind: 'field' }>,
  saying: Saying,
): string | undefined {
  const of = spelt(given);
  if (of.kind !== 'variable') return undefined;
  const { id, name, implicit, spokenAs } = of.variable;
  const { bound } = saying;
  if (spokenAs?.by === 'title') return recordCalled(of.variable, saying);
  if (implicit || name === '?' || id === bound.at(-1) || bound.length === 0) return undefined;
  return recordCalled(of.variable, saying);
}

export function variableSaid(
  core: Extract<Core, { kind: 'variable' }>,
  saying: Saying,
  like: Type | undefined,
): string {
  const { lexicon } = saying;
  const { id, name, type } = core.variable;
  const given = saying.given?.(id);
  if (given && type.kind !== 'context') return say(given, saying, like ?? type);
  if (like) saying.words.set(id, elementOf(like));
  if (name === '?') return withValue('', core, saying);
  const argument = argumentSaid(core.variable, saying);
  return withValue(argument ?? recordCalled(core.variable, saying) ?? lexicon.it, core, saying);
}

/** What a definition is given that is no record: 该日, 该名当事人, 该次审批的时间, 该资料类型. */
function argumentSaid(
  { name, type, title, spokenAs }: Variable,
  { lexicon }: Saying,
): string | undefined {
  if (!spokenAs) return undefined;
  const own = inLanguage(title, lexicon.language);
  if (spokenAs.by === 'title') return lexicon.noun(own);
  if (spokenAs.by === 'text') return lexicon.thatText;
  if (spokenAs.by === 'day') return type.kind === 'date' ? lexicon.thatDay : lexicon.thatTime;
  const { noun } = spokenAs;
  const record =
    noun &&
    lexicon[spokenAs.by === 'record' ? 'thisOne' : 'that'](
      inLanguage(noun.title, lexicon.language),
      inLanguage(noun.counter, lexicon.language),
    );
  if (spokenAs.by === 'record') return record;
  if (own === name) return own;
  return record === undefined ? lexicon.argument(own) : lexicon.of(record, own);
}

/** The title of a definition or of a named value, told from a field of the same title; its name where it has none. */
export function named(title: string, name: string, saying: Saying): string {
  if (title === '') return name;
  note(title, name, saying);
  const own = saying.owned.has(title) ? saying.lexicon.asDefined(title) : title;
  return saying.lexicon.noun(own);
}

export function reference(core: ReferenceCore, saying: Saying): string {
  const { lexicon } = saying;
  const known = named(inLanguage(saying.titleOf(core.name), lexicon.language), core.name, saying);
  const [only] = core.args ?? [];
  const given = argumentsSaid(core, saying).map(({ text }) => text);
  const isOnDay = only !== undefined && core.args?.length === 1 && isDay(only.type);
  const asked = isOnDay
    ? lexicon.calledOn(known, given.join(''))
    : given.length === 0
      ? known
      : lexicon.called(known, given);
  const dated = core.on ? lexicon.on(asked, say(core.on, saying)) : asked;
  const limit = saying.limitOf?.(core.name);
  return withValue(limit === undefined ? dated : lexicon.limit(dated, limit), core, saying);
}

/** What is asked of something, but for the record that is spoken of, which need not be named. */
export function argumentsSaid(core: ReferenceCore, saying: Saying): readonly Argued[] {
  const { bound } = saying;
  const takes = saying.takesOf?.(core.name);
  return (core.args ?? []).flatMap((arg, index) => {
    const isSpokenOf =
      arg.kind === 'variable' &&
      arg.type.kind === 'context' &&
      (bound.length === 0 || arg.variable.id === bound.at(-1));
    return isSpokenOf
      ? []
      : [{ arg, text: holderSaid(arg, saying) ?? say(arg, saying, takes?.[index]) }];
  });
}

/** A record where its key is asked of. */
function holderSaid(core: Core, saying: Saying): string | undefined {
  const variable = keyed(spelt(core));
  if (!variable || saying.values) return undefined;
  const { bound, lexicon } = saying;
  return variable.id === bound.at(-1) ? lexicon.itself : recordCalled(variable, saying);
}

/** An argument, and how it is said. */
interface Argued {
  readonly arg: Core;
  readonly text: string;
}

/** Whether a code is listed, or is not, or a column of its row. */
export function codesSaid(
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

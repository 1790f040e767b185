import { inLanguage, type Language, said, sayIn } from '../base/language.ts';
import type { Reason } from '../evaluate/outcome.ts';
import type { Trace } from '../evaluate/trace.ts';
import type { Builtin } from '../feel/builtins.ts';
import type { Core } from '../feel/core.ts';
import { formatNumber } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import {
  conditionSentence,
  personalOf,
  sentence,
  type Wording,
  wordsOfTruth,
} from '../feel/sentence/sentence.ts';
import type { Type } from '../feel/types.ts';
import { isList } from '../feel/operations/list.ts';
import { isKind, type Value } from '../feel/value.ts';
import { namedIn, type Program } from '../program/ast.ts';
import { capital } from '../words/capitals.ts';
import { reasonViewer } from './reason-view.ts';
import { recordNumber, toTheMinute } from './retold.ts';

/** Things told of one outcome, and values of each, at most. */
const most = { facts: 8, values: 3 };

/** Characters of a calculation that is still told as a fact, at most. */
const longest = said(40, 90);

/** Characters of a whole condition that is told where there is nothing else, at most. */
const longestCondition = said(60, 130);

/** Calculations that people speak of as facts. */
const spoken: ReadonlySet<Builtin> = new Set(['days between', 'working days between', 'count']);

/** Where it was verified that there is none. */
const none = { zh: '无', en: 'none' };

/** `自付比例：20%` */
export const nameAndValue = said(
  (name: string, value: string) => `${name}：${value}`,
  (name, value) => `${name}: ${value}`,
);

const noneOf = said(
  (records: string) => `没有${records}`,
  (records) => `none of these: ${records}`,
);

const andMore = said(
  (values: string, all: number) => `${values}等${all}项`,
  (values, all) => `${values} and others, ${all} in all`,
);

/** One thing of which an outcome tells: its name, and the values that it has in the records that count. */
interface Told {
  readonly values: Set<string>;
  /** A limit teaches nothing where what it is compared with goes unsaid. */
  readonly isLimit: boolean;
}

/**
 * What some conditions read, in reading order, each thing once with its values: `自付比例：20%`, `类型：全新`.
 *
 * Of a list only the records that made the condition what it is are told; all of them where it holds of all.
 */
export function factsOf(
  because: readonly Reason[],
  program: Program,
  language: Language,
): readonly string[] {
  const lexicon = lexiconOf(language, program.setting);
  const named = namedIn(program);
  const wording: Wording = { lexicon, ...named };
  const { shown } = reasonViewer(wording, language);
  const found = new Map<string, Told>();
  const unnamed = new Set<string>();
  for (const { trace, given } of because) visit(trace, given);
  const hasFacts = [...found.values()].some(({ isLimit }) => !isLimit);
  // what was asked of a record that has no name here is told where there is nothing else to tell
  if (found.size === 0) for (const clause of unnamed) tell(clause);
  // a condition that reads lists alone says what holds of them
  if (!hasFacts) for (const { core, value, given } of because) if (value === true) say(core, given);
  const told = [...found];
  const isTold = told.some(([, { isLimit }]) => !isLimit);
  return told
    .filter(([, { isLimit }]) => isTold || !isLimit)
    .slice(0, most.facts)
    .map(([fact, { values }]) => {
      const name = capital(values.size === 0 ? fact : fact.replace(/^the /u, ''));
      if (values.size === 0) return name;
      const says = [...values].slice(0, most.values).join(lexicon.comma);
      const all = values.size > most.values ? sayIn(andMore, language)(says, values.size) : says;
      return sayIn(nameAndValue, language)(name, all);
    });

  function visit(trace: Trace, given: Reason['given']): void {
    const { core, value } = trace;
    if (core.kind === 'call' && core.builtin === 'count' && counted(trace)) return;
    if (core.kind === 'field' && isPlainList(core.type)) {
      tellAll(inLanguage(core.field.title, language), core, value);
      return;
    }
    const name = isSingle(core.type) ? nameOf(core) : undefined;
    if (name !== undefined && name !== '') {
      note(name, core, value, given);
      return;
    }
    const argument = core.kind === 'variable' ? given.get(core.variable.id) : undefined;
    if (argument) visit(argument.trace, given);
    if (core.kind === 'quantifier') tellNone(trace);
    for (const part of deciding(trace)) visit(part, given);
  }

  /** Of values that are counted, the values themselves; whether they were told. */
  function counted({ parts: [list] }: Trace): boolean {
    const of = list?.core.kind === 'call' ? list.parts[0] : list;
    if (!list || !of || !isPlainList(of.core.type)) return false;
    const name = nameOfList(of.core);
    return name.length <= sayIn(longest, language) && tellAll(name, of.core, list.value);
  }

  function nameOfList(core: Core): string {
    const of = core.kind === 'map' ? core.returns : core;
    return of.kind === 'field' ? inLanguage(of.field.title, language) : sentence(core, wording);
  }

  /** A list of words or numbers, each of which has the title of its list; whether there was any to tell. */
  function tellAll(name: string, core: Core, list: Value): boolean {
    if (name === '' || !isList(list) || core.type.kind !== 'list') return false;
    const items = list.items.filter(
      (item) => !(typeof item === 'string' && recordNumber.test(item)),
    );
    const values = items.map((item) => shown({ core, value: { ...list, items: [item] } }));
    if (values.length > 0) found.set(name, { isLimit: false, values: new Set(values) });
    return values.length > 0;
  }

  /** There is no record of the kind that a loop goes through. */
  function tellNone({ parts: [list] }: Trace): void {
    if (!list || !isList(list.value) || list.value.items.length > 0) return;
    const records = sentence(list.core, wording);
    if (records.length > sayIn(longest, language)) return;
    tell(sayIn(noneOf, language)(records));
  }

  function say(core: Core, given: Reason['given']): void {
    const holds = conditionSentence(core, givenIn(given));
    const characters = found.size === 0 ? longestCondition : longest;
    if (holds.length <= sayIn(characters, language)) tell(holds);
  }

  function tell(clause: string): void {
    found.set(clause, { isLimit: false, values: new Set() });
  }

  function givenIn(given: Reason['given']): Wording {
    return { ...wording, given: (id) => given.get(id)?.trace.core };
  }

  function note(name: string, core: Core, value: Value, given: Reason['given']): void {
    if (isKind(value, 'unknown') || (typeof value === 'string' && recordNumber.test(value))) return;
    const facts = typeof value === 'boolean' ? wordsOfTruth(core, named) : undefined;
    if (facts) {
      const says = inLanguage(value === true ? facts.yes : facts.no, language);
      const clause = conditionSentence(core, givenIn(given), value === true);
      if (clause === '' || isOfValue(core, given) || !lexicon.saysOfWhat(clause)) return;
      if (says.includes('{}') && clause === says.replace('{}', '')) unnamed.add(clause);
      else tell(clause);
      return;
    }
    // less than none is a day that has not come
    if (core.kind === 'call' && isKind(value, 'number') && value.n < 0n) return;
    const isLimit = core.kind === 'reference' && core.what === 'parameter';
    const entry = found.get(name) ?? { isLimit, values: new Set<string>() };
    entry.values.add(valueSays(core, value));
    found.set(name, entry);
  }

  function valueSays(core: Core, value: Value): string {
    if (value === null) return sayIn(none, language);
    const isPlain = isKind(value, 'number') && personalOf(core) === undefined;
    if (!isPlain) return toTheMinute(shown({ core, value }));
    const unit = core.type.kind === 'number' ? core.type.unit : undefined;
    // a share without a last digit: a hundredth of a percent tells enough, cut and never rounded
    const digits = formatNumber(value, unit, lexicon).replace(/(?<=\.\d\d)\d+(?=%…)/u, '');
    return lexicon.pieces(digits, counterOf(core));
  }

  /** The measure word of a limit that counts, 人. */
  function counterOf(core: Core): string {
    const limit = core.kind === 'reference' ? program.references.get(core.name) : undefined;
    return limit?.kind === 'parameter' ? (limit.counter?.[language] ?? '') : '';
  }

  /** What people call it; nothing for what has no name of its own. */
  function nameOf(core: Core): string | undefined {
    switch (core.kind) {
      case 'field':
        return inLanguage(core.field.title, language);
      case 'let':
        return inLanguage(core.local.title, language);
      case 'reference':
        return inLanguage(named.titleOf(core.name), language);
      case 'call': {
        const says = spoken.has(core.builtin) ? sentence(core, wording) : '';
        return says.length > sayIn(longest, language) ? undefined : says;
      }
      default:
        return undefined;
    }
  }
}

/** The parts that made it what it is: of a loop the records that decide, of a choice what was chosen. */
function deciding({ core, value, parts, rounds = [] }: Trace): readonly Trace[] {
  switch (core.kind) {
    case 'logic': {
      if (core.operator === 'not') return parts;
      const telling = parts.filter((part) => part.value === value);
      const beside = telling.filter((part) => core.operator === 'and' || !isGuard(part));
      return [beside, telling, parts].find((some) => some.length > 0) ?? parts;
    }
    case 'if': {
      const [condition, yes, no] = parts;
      const chosen = condition?.value === true ? yes : no;
      return [condition, chosen].flatMap((part) => part ?? []);
    }
    case 'quantifier': {
      const telling = rounds.filter((round) => round.value === value);
      const beside = telling.filter((round) => value !== true || !isSpared(round));
      return [...parts, ...([beside, telling, rounds].find((some) => some.length > 0) ?? [])];
    }
    case 'filter':
      return [...parts, ...rounds.filter((round) => round.value === true)];
    default:
      return [...parts, ...rounds];
  }
}

/** Whether something is so of a value that a loop has come to, which has no name outside of it. */
function isOfValue(core: Core, given: Reason['given']): boolean {
  if (core.kind !== 'reference') return false;
  return (core.args ?? []).some(
    (arg) => arg.kind === 'variable' && arg.type.kind !== 'context' && !given.has(arg.variable.id),
  );
}

/** A condition on what is asked at all: that a record is not of the kind. */
function isGuard({ core }: Trace): boolean {
  if (core.kind === 'comparison') return core.operator === '!=' && core.right.kind === 'constant';
  return isNot(core);
}

/** Of such a record nothing is asked. */
function isSpared({ core, parts }: Trace): boolean {
  if (core.kind !== 'logic' || core.operator !== 'or') return false;
  return parts.some((part) => part.value === true && isGuard(part));
}

function isNot(core: Core): boolean {
  return core.kind === 'logic' && core.operator === 'not';
}

function isPlainList(type: Type): boolean {
  return type.kind === 'list' && type.of.kind !== 'context' && type.of.kind !== 'list';
}

function isSingle({ kind }: Type): boolean {
  return kind !== 'list' && kind !== 'context';
}

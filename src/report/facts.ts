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
import { isKind, type Value } from '../feel/value.ts';
import { namedIn, type Program } from '../program/ast.ts';
import { reasonViewer } from './reason-view.ts';

/** Things told of one outcome, values of each, and rounds of a loop, at most. */
const most = { facts: 8, values: 3, rounds: 3 };

/** Characters of a calculation that is still told as a fact, at most. */
const longest = 40;

/** Calculations that people speak of as facts. */
const spoken: ReadonlySet<Builtin> = new Set([
  'days between',
  'working days between',
  'months between',
  'count',
]);

/** Where it was verified that there is none. */
const none = { zh: '无', en: 'none' };

/** What tells the records of one file apart, and nothing else: `P1`. */
const mark = /^[A-Z]\d{1,2}$/u;

const nameAndValue = {
  figure: said(
    (name: string, value: string) => `${name}${value}`,
    (name, value) => `${name} ${value}`,
  ),
  word: said(
    (name: string, value: string) => `${name}：${value}`,
    (name, value) => `${name}: ${value}`,
  ),
};

/** What some conditions read, in reading order, each thing once with its values: `自付比例20%`, `类型：全新`. */
export function factsOf(
  because: readonly Reason[],
  program: Program,
  language: Language,
): readonly string[] {
  const lexicon = lexiconOf(language, program.setting);
  const named = namedIn(program);
  const wording: Wording = { lexicon, ...named };
  const { shown } = reasonViewer(wording, language);
  const found = new Map<string, { readonly isFigure: boolean; readonly values: Set<string> }>();
  for (const { trace, given } of because) visit(trace, given);
  // a condition that reads lists alone says what holds of them
  if (found.size === 0) for (const { core, value } of because) if (value === true) say(core);
  return [...found].slice(0, most.facts).map(([name, { isFigure, values }]) => {
    if (values.size === 0) return name;
    const says = [...values].slice(0, most.values).join(lexicon.comma);
    return sayIn(isFigure ? nameAndValue.figure : nameAndValue.word, language)(name, says);
  });

  function visit({ core, value, parts, rounds }: Trace, given: Reason['given']): void {
    const name = isSingle(core.type) ? nameOf(core) : undefined;
    if (name !== undefined && name !== '') {
      note(name, core, value);
      return;
    }
    const argument = core.kind === 'variable' ? given.get(core.variable.id) : undefined;
    if (argument) visit(argument.trace, given);
    for (const part of parts) visit(part, given);
    for (const round of rounds?.slice(0, most.rounds) ?? []) visit(round, given);
  }

  function say(core: Core): void {
    const holds = conditionSentence(core, wording);
    if (holds.length <= longest) found.set(holds, { isFigure: false, values: new Set() });
  }

  function note(name: string, core: Core, value: Value): void {
    if (isKind(value, 'unknown') || (typeof value === 'string' && mark.test(value))) return;
    const facts = typeof value === 'boolean' ? wordsOfTruth(core, named) : undefined;
    if (facts) {
      const clause = inLanguage(value === true ? facts.yes : facts.no, language);
      if (clause !== '') found.set(clause, { isFigure: false, values: new Set() });
      return;
    }
    const isFigure = isKind(value, 'number');
    const entry = found.get(name) ?? { isFigure, values: new Set<string>() };
    entry.values.add(valueSays(core, value));
    found.set(name, entry);
  }

  function valueSays(core: Core, value: Value): string {
    if (value === null) return sayIn(none, language);
    const isPlain = isKind(value, 'number') && personalOf(core) === undefined;
    if (!isPlain) return shown({ core, value });
    return formatNumber(value, core.type.kind === 'number' ? core.type.unit : undefined, lexicon);
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
        return says.length > longest ? undefined : says;
      }
      default:
        return undefined;
    }
  }
}

function isSingle({ kind }: Type): boolean {
  return kind !== 'list' && kind !== 'context';
}

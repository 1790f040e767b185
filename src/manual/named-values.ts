import type { Core } from '../feel/core.ts';
import type { Point } from '../feel/sentence/sentence.ts';
import type { Facts } from '../feel/types.ts';
import { type CodeSet, inForce, type Reference, type RuleEditionProgram } from '../program/ast.ts';
import { coresOf, referencesIn } from '../program/walk.ts';
import type { Words } from '../rulebook/files.ts';
import { writtenOf } from '../program/written.ts';
import type { Limit, NamedValue } from './model.ts';
import { limitsOf } from './reads.ts';
import type { Speaker } from './speaker.ts';

/** A value that a rule or the rulebook gives a name. */
interface Called {
  readonly title: Words | undefined;
  readonly facts?: Facts | undefined;
  readonly core: Core;
}

/** By which of its names a text speaks of a value, and what it then is. */
interface Spoken {
  readonly title: string;
  readonly says: string;
}

/** All that a point and those below it say. */
export function textOf({ text, points }: Point): string {
  return [text, ...points.map(textOf)].join('\n');
}

/**
 * The named values of a rule: those that its card speaks of by the words that it uses for them, the others without a
 * title.
 *
 * @param printed - what the card says when the rule applies and what it asks
 */
export function namedValues(
  { lets }: RuleEditionProgram,
  printed: string,
  speaker: Speaker,
): readonly NamedValue[] {
  const said = saidOf(lets, printed, speaker, (one) => one);
  return lets.map((one) => ({
    name: one.name,
    written: writtenOf(one),
    ...(said.get(one) ?? { title: undefined, says: speaker.means(one.core) }),
  }));
}

/**
 * What a card reads: limits, tables and code sets that it rests on itself, and definitions that it speaks of, by the
 * words that it uses for them.
 */
export function limitsSpokenOf(
  read: readonly (Reference | CodeSet)[],
  { when, require }: RuleEditionProgram,
  printed: string,
  speaker: Speaker,
): readonly Limit[] {
  const definitions = read.filter((one) => one.kind === 'definition');
  const said = saidOf(definitions, printed, speaker, (definition) => {
    const edition = inForce(definition.editions, speaker.asOf);
    return edition && { title: definition.title, facts: definition.facts, core: edition.is.core };
  });
  const cores = [when, require].flatMap((expression) => expression?.core ?? []);
  const itself = [...cores, ...[...said.keys()].flatMap((one) => coresOf(one))];
  const direct = new Set(itself.flatMap(referencesIn).map(({ name }) => name));
  return read.flatMap((one) => {
    const as = one.kind === 'definition' ? said.get(one) : undefined;
    const isSpokenOf =
      one.kind === 'definition' ? as : one.kind === 'codes' || direct.has(one.name);
    return isSpokenOf ? limitsOf([one], speaker).map((limit) => ({ ...limit, ...as })) : [];
  });
}

/** Of some values those that a text speaks of, and those that their own sayings speak of. */
function saidOf<Value>(
  values: readonly Value[],
  printed: string,
  speaker: Speaker,
  calledOf: (value: Value) => Called | undefined,
): ReadonlyMap<Value, Spoken> {
  const said = new Map<Value, Spoken>();
  let text = printed;
  for (let before = -1; before < said.size;) {
    before = said.size;
    for (const value of values) {
      const called = said.has(value) ? undefined : calledOf(value);
      const spoken = called && spokenOf(called, text, speaker);
      if (!spoken) continue;
      said.set(value, spoken);
      text += `\n${spoken.says}`;
    }
  }
  return new Map([...said].filter(([, { title, says }]) => core(title) !== core(says)));

  /** What is left of a text without the words that say nothing. */
  function core(of: string): string {
    return of
      .toLowerCase()
      .replaceAll(/[为是有属于的]|\b(?:is|are|was|were|there|an?|the|of)\b|\s/gu, '');
  }
}

function spokenOf(
  { title, facts, core }: Called,
  text: string,
  speaker: Speaker,
): Spoken | undefined {
  const lower = text.toLowerCase();
  const isIn = (words: string) => {
    // `{}` stands for what it is asked of
    const longest =
      words
        .split('{}')
        .toSorted((a, b) => b.length - a.length)[0]
        ?.trim() ?? '';
    return longest !== '' && lower.includes(longest.toLowerCase());
  };
  const said = (words: string) => words.replaceAll('{}', '').trim();
  const [yes, no, own] = [facts?.yes, facts?.no, title].map((words) => speaker.words(words));
  if (yes && isIn(yes)) return { title: said(yes), says: speaker.means(core) };
  if (no && isIn(no)) return { title: said(no), says: speaker.denied(core) };
  return own && isIn(own) ? { title: own, says: speaker.means(core) } : undefined;
}

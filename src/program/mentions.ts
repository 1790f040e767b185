import { wordsOf } from '../feel/titles.ts';
import type { Title } from '../feel/types.ts';

/** Which parameters something may hang on, told by the words in it: a word too many does no harm. */
export interface Mentions {
  /** Names by the words that stand for them: themselves, and their titles. */
  readonly byWord: ReadonlyMap<string, readonly string[]>;
  /** By name, the parameters that what is written of it mentions, or what that mentions does; itself, if it is one. */
  readonly parameters: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those that everything may hang on. */
  readonly everywhere: ReadonlySet<string>;
}

/** Something that has a name, as it is written. */
interface Written {
  readonly kind: 'definition' | 'parameter' | 'table';
  readonly title: Title;
  readonly data: unknown;
}

/** @param ground - what is not of one thing, as it is written */
export function mentionsAmong(things: ReadonlyMap<string, Written>, ground: unknown): Mentions {
  const byWord = namesByWord(things);
  const mentionedBy = new Map<string, string[]>([...things.keys()].map((name) => [name, []]));
  for (const [name, { data }] of things)
    for (const other of namesIn(data, byWord)) mentionedBy.get(other)?.push(name);
  const parameters = new Map([...things.keys()].map((name) => [name, new Set<string>()]));
  for (const [parameter, { kind }] of things) {
    if (kind !== 'parameter') continue;
    const reached = new Set([parameter]);
    // a set goes on with what is added to it meanwhile
    for (const one of reached) {
      parameters.get(one)?.add(parameter);
      for (const next of mentionedBy.get(one) ?? []) reached.add(next);
    }
  }
  const everywhere = namesIn(ground, byWord).flatMap((name) => [...(parameters.get(name) ?? [])]);
  return { byWord, parameters, everywhere: new Set(everywhere) };
}

/** The parameters that something hangs on, as it is written. */
export function parametersBehind(data: unknown, mentions: Mentions): ReadonlySet<string> {
  const { byWord, parameters, everywhere } = mentions;
  const named = namesIn(data, byWord).flatMap((name) => [...(parameters.get(name) ?? [])]);
  return new Set([...everywhere, ...named]);
}

function namesByWord(things: ReadonlyMap<string, Pick<Written, 'title'>>): Mentions['byWord'] {
  const byWord = new Map<string, string[]>();
  for (const [name, { title }] of things)
    for (const word of new Set([name, ...wordsOf(title)]))
      byWord.set(word, [...(byWord.get(word) ?? []), name]);
  return byWord;
}

/** The names that texts may mention; one in quotes does no harm. */
export function namesIn(data: unknown, byWord: Mentions['byWord']): readonly string[] {
  const words = textsIn(data).flatMap(namesWritten);
  return [...new Set(words.flatMap((word) => byWord.get(word) ?? []))];
}

/** Every word in a text that may be a name. */
export function namesWritten(text: string): readonly string[] {
  return text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}

/** Keys and values. */
function textsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [key, ...textsIn(value)]);
}

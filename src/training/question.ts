import type { QuestionKind } from '../rulebook/files.ts';
import type { Random } from '../samples/random.ts';

/** A question with its key, in one language. */
export interface Question {
  /** What it is made of: the same in every language, and for ever. */
  readonly id: string;
  readonly kind: QuestionKind;
  readonly stem: string;
  /** What is told of the file, a line each. */
  readonly extract: readonly string[];
  /** In the order in which they are lettered. */
  readonly options: readonly string[];
  readonly key: Key;
  /** A paragraph each. */
  readonly explanation: readonly string[];
  readonly difficulty: Difficulty;
  /** What it is about, in words. */
  readonly topic: string;
  /** Titles of the posts that should know. */
  readonly posts: readonly string[];
  /** Sources and clauses, as they are cited. */
  readonly basis: readonly string[];
  readonly rests: Rests;
  /** The whole file of a case, as a JSON text. */
  readonly dossier?: string;
}

export type Difficulty = 'easy' | 'medium' | 'hard';

export type Key =
  /** Options, by their places from 0. */
  | { readonly kind: 'options'; readonly right: readonly number[] }
  | { readonly kind: 'truth'; readonly isTrue: boolean }
  /** An amount or a day, as it is written. */
  | { readonly kind: 'value'; readonly text: string }
  /** The options in their right order, by their places from 0. */
  | { readonly kind: 'order'; readonly order: readonly number[] };

/** What of the rulebook a question and its key are made of, by id. */
export interface Rests {
  readonly rules: readonly string[];
  readonly steps: readonly string[];
  readonly parameters: readonly string[];
  /** Posts, for what they do and what they may not do together. */
  readonly posts: readonly string[];
}

/** A question that may be asked; making it may show that it may not. */
export interface Candidate {
  readonly id: string;
  /** The rule, step or post that it is about. */
  readonly topic: string;
  /** Whether its rule is a red line; undefined where it is not about a rule. */
  readonly redLine: boolean | undefined;
  /** Whether the answer to a judgement is that it is so. */
  readonly isTrue?: boolean;
  /** @returns undefined where it would not be a good one: too long, more than one right answer */
  readonly make: (random: Random) => Question | undefined;
}

export const restsOnNothing: Rests = { rules: [], steps: [], parameters: [], posts: [] };

/** The letter of an option: A for 0. */
export function letterOf(place: number): string {
  return String.fromCodePoint(65 + place);
}

/** A key as it is written in an answer sheet; a judgement by the two words given. */
export function keyText(key: Key, [yes, no]: readonly [string, string]): string {
  switch (key.kind) {
    case 'options':
      return key.right.map(letterOf).join('');
    case 'order':
      return key.order.map(letterOf).join('');
    case 'truth':
      return key.isTrue ? yes : no;
    case 'value':
      return key.text;
  }
}

/** A list in an order drawn. */
export function mixed<T>(list: readonly T[], random: Random): readonly T[] {
  const left = [...list];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(random.whole(0, left.length - 1), 1));
  return drawn;
}

/** Options in an order drawn, with the places of those that are right. */
export function lettered(
  right: readonly string[],
  wrong: readonly string[],
  random: Random,
): { readonly options: readonly string[]; readonly key: Key } {
  const all = mixed(
    [
      ...right.map((text) => ({ text, isRight: true })),
      ...wrong.map((text) => ({ text, isRight: false })),
    ],
    random,
  );
  return {
    options: all.map(({ text }) => text),
    key: { kind: 'options', right: all.flatMap(({ isRight }, place) => (isRight ? [place] : [])) },
  };
}

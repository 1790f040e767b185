import type { Draw } from './draw.ts';
import { dayGrammar } from './grammar-days.ts';
import { listGrammar } from './grammar-lists.ts';
import { numberGrammar } from './grammar-numbers.ts';
import { textGrammar } from './grammar-texts.ts';
import { truthGrammar } from './grammar-truths.ts';
import type { Limits } from './limits.ts';
import type { Env, Place } from './places.ts';
import type { NumberUnit, RecordShape, Shape } from './shapes.ts';
import { type Term, term } from './term.ts';

/** Makes terms that type, leaning on limits and equalities; undefined where the place offers nothing of the sort. */
export interface Grammar extends Tools {
  readonly truth: Make;
  readonly day: Make;
  readonly moment: Make;
  readonly text: Make;
  /** One of some words, with the place or name that says which. */
  readonly word: (env: Env, depth: number, words: readonly string[]) => Term;
  /** A number that counts this, or a bare one. */
  readonly number: (unit: NumberUnit, env: Env, depth: number) => Term;
  /** One that is not bare. */
  readonly counted: (unit: NumberUnit, env: Env, depth: number) => Term | undefined;
  readonly records: (env: Env, depth: number) => Records | undefined;
  readonly list: (sort: string, env: Env, depth: number) => Term | undefined;
}

export type Make = (env: Env, depth: number) => Term;

export interface Records {
  readonly term: Term;
  readonly of: RecordShape;
}

/** What the parts of the grammar share. */
export interface Tools {
  readonly draw: Draw;
  readonly limits: Limits;
  /** A name that no loop has yet. */
  readonly fresh: () => string;
  /** A place whose shape has the property. */
  readonly place: <S extends Shape>(
    env: Env,
    is: (shape: Shape) => shape is S,
  ) => (Place & { readonly shape: S }) | undefined;
  /** A definition, parameter or table of the sort, on its day or, if `on` makes one, on another. */
  readonly named: (sort: string, env: Env, on: () => Term) => Term | undefined;
  /** The first choice that can be made, the heavier the likelier. */
  readonly choose: (choices: readonly Choice[], otherwise: () => Term) => Term;
}

export type Choice = readonly [number, () => Term | undefined];

export function grammarOf(draw: Draw, limits: Limits): Grammar {
  let variables = 0;
  const tools: Tools = {
    draw,
    limits,
    fresh: () => {
      variables += 1;
      return `v${variables}`;
    },
    place: (env, is) => {
      const found = env.places.filter((one): one is typeof one & { shape: never } => is(one.shape));
      return found.length > 0 ? draw.one(found) : undefined;
    },
    named: (sort, env, on) => {
      const found = env.named.filter((one) => one.sort === sort);
      if (found.length === 0) return undefined;
      const { text, dated } = draw.one(found);
      if (draw.chance(70)) return { sort, bare: false, parts: [text] };
      return term(sort)`${dated.name}(${on()})${dated.rest}`;
    },
    choose: (choices, otherwise) => {
      for (let tries = 0; tries < 4; tries += 1) {
        const made = draw.weighted(choices)();
        if (made) return made;
      }
      return otherwise();
    },
  };
  const grammar: Grammar = {
    ...tools,
    truth: (env, depth) => truths(env, depth),
    day: (env, depth) => days.day(env, depth),
    moment: (env, depth) => days.moment(env, depth),
    text: (env, depth) => texts.text(env, depth),
    word: (env, depth, words) => texts.word(env, depth, words),
    number: (unit, env, depth) => numbers.number(unit, env, depth),
    counted: (unit, env, depth) => numbers.counted(unit, env, depth),
    records: (env, depth) => lists.records(env, depth),
    list: (sort, env, depth) => lists.list(sort, env, depth),
  };
  const truths = truthGrammar(grammar);
  const days = dayGrammar(grammar);
  const texts = textGrammar(grammar);
  const numbers = numberGrammar(grammar);
  const lists = listGrammar(grammar);
  return grammar;
}

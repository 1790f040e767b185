import type { Draw } from './draw.ts';
import { dayGrammar } from './grammar-days.ts';
import { eitherGrammar } from './grammar-eithers.ts';
import { listGrammar } from './grammar-lists.ts';
import { numberGrammar } from './grammar-numbers.ts';
import { textGrammar } from './grammar-texts.ts';
import { truthGrammar } from './grammar-truths.ts';
import type { Limits } from './limits.ts';
import type { Grammar, Tools } from './making.ts';
import { term } from './term.ts';

/** Terms for expressions that mention these limits. */
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
    ofCodes: (sort, env, code, on) => {
      const found = env.codes.flatMap(({ name, columns }) =>
        columns.flatMap((column) => (column.sort === sort ? [{ name, column: column.name }] : [])),
      );
      if (found.length === 0) return undefined;
      const { name, column } = draw.one(found);
      return draw.chance(75)
        ? term(sort)`${name}(${code()}).${column}`
        : term(sort)`${name}(${code()}, ${on()}).${column}`;
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
    either: (unit, env, depth) => eithers.either(unit, env, depth),
    records: (env, depth) => lists.records(env, depth),
    list: (sort, env, depth) => lists.list(sort, env, depth),
  };
  const eithers = eitherGrammar(grammar);
  const truths = truthGrammar(grammar);
  const days = dayGrammar(grammar);
  const texts = textGrammar(grammar);
  const numbers = numberGrammar(grammar);
  const lists = listGrammar(grammar);
  return grammar;
}

import type { Draw } from './draw.ts';
import { dayGrammar } from './grammar-days.ts';
import { eitherGrammar } from './grammar-eithers.ts';
import { listGrammar } from './grammar-lists.ts';
import { numberGrammar } from './grammar-numbers.ts';
import { textGrammar } from './grammar-texts.ts';
import { truthGrammar } from './grammar-truths.ts';
import type { Limits } from './limits.ts';
import { type Grammar, isUnit, type Tools } from './making.ts';
import type { Env, Named, Taken } from './places.ts';
import type { RecordShape } from './shapes.ts';
import { type Term, term } from './term.ts';

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
      const found = env.named.filter((one) => one.sort === sort && canBeGiven(one, env));
      if (found.length === 0) return undefined;
      const { text, dated, takes } = draw.one(found);
      if (takes) return called(text, sort, takes, env, on);
      if (!dated || draw.chance(70)) return { sort, bare: false, parts: [text] };
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
  /** A call with arguments, at times on another day. */
  function called(
    name: string,
    sort: string,
    takes: readonly Taken[],
    env: Env,
    on: () => Term,
  ): Term | undefined {
    const args = takes.map(({ is }) => ('of' in is ? element(is.of, env) : argument(is.sort, env)));
    const given = args.filter((arg) => arg !== undefined);
    if (given.length < takes.length) return undefined;
    const all = draw.chance(15) ? [...given, on()] : given;
    const listed = all.flatMap((arg, index): (string | Term)[] =>
      index === 0 ? [arg] : [', ', arg],
    );
    return { sort, bare: false, parts: [`${name}(`, ...listed, ')'] };
  }

  function element(of: RecordShape, env: Env): Term | undefined {
    const found = env.elements.filter((one) => one.of === of);
    return found.length === 0
      ? undefined
      : { sort: 'element', bare: false, parts: [draw.one(found).text] };
  }

  function argument(sort: string, env: Env): Term | undefined {
    const depth = draw.one([0, 0, 1]);
    if (sort === 'truth') return grammar.truth(env, depth);
    if (sort === 'day') return grammar.day(env, depth);
    if (sort === 'text') return grammar.text(env, depth);
    if (isUnit(sort)) return grammar.number(sort, env, depth);
    return grammar.word(env, depth, sort.split(' ').slice(1));
  }

  const eithers = eitherGrammar(grammar);
  const truths = truthGrammar(grammar);
  const days = dayGrammar(grammar);
  const texts = textGrammar(grammar);
  const numbers = numberGrammar(grammar);
  const lists = listGrammar(grammar);
  return grammar;
}

/** Whether there are elements here of every list of which it takes one. */
function canBeGiven({ takes = [] }: Named, { elements }: Env): boolean {
  return takes.every(({ is }) => !('of' in is) || elements.some(({ of }) => of === is.of));
}

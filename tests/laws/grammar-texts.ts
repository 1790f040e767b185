import { type Grammar, wordSort } from './making.ts';
import type { Env } from './places.ts';
import type { PlainShape, Shape, WordShape } from './shapes.ts';
import { type Term, term } from './term.ts';

/** Texts, and words of enumerations. */
export function textGrammar(grammar: Grammar): Pick<Grammar, 'text' | 'word'> {
  const { draw, limits, choose, place, named, ofCodes } = grammar;
  return { text, word };

  function literal(): Term {
    return { sort: 'text', bare: true, parts: [`"${draw.one(limits.texts)}"`] };
  }

  function field(env: Env): Term | undefined {
    const found = place(env, (shape: Shape): shape is PlainShape => shape.kind === 'text');
    return found && { sort: 'text', bare: false, parts: [found.text] };
  }

  function text(env: Env, depth: number): Term {
    const less = depth - 1;
    const read = [
      [6, () => field(env)],
      [2, literal],
      [1, () => named('text', env, () => grammar.day(env, 0))],
    ] as const;
    if (depth <= 0) return choose(read, literal);
    return choose(
      [
        ...read,
        ...read,
        [
          1,
          () =>
            ofCodes(
              'text',
              env,
              () => text(env, less),
              () => grammar.day(env, 0),
            ),
        ],
        [
          2,
          () =>
            term(
              'text',
            )`substring(${text(env, less)}, ${draw.one(['1', '2', '-1', '-2'])}${draw.one(['', ', 1', ', 2'])})`,
        ],
        [1, () => term('text')`(${text(env, less)} + ${text(env, less)})`],
        [1, () => term('text')`${draw.one(['upper case', 'lower case'])}(${text(env, less)})`],
        [
          1,
          () =>
            term(
              'text',
            )`(if ${grammar.truth(env, less)} then ${text(env, less)} else ${text(env, less)})`,
        ],
        [1, () => term('text')`split(${text(env, less)}, ",")[${draw.one(['1', '2', '-1'])}]`],
        [1, () => term('text')`replace(${text(env, less)}, "[a-b]", "x")`],
        [
          1,
          () =>
            of(
              grammar.list('text', env, less),
              (x) => term('text')`${x}[${draw.one(['1', '-1'])}]`,
            ),
        ],
        [1, () => of(grammar.list('text', env, less), (x) => term('text')`string join(${x}, ",")`)],
      ],
      literal,
    );
  }

  function word(env: Env, depth: number, words: readonly string[]): Term {
    const sort = wordSort(words);
    const written = (): Term => ({ sort, bare: true, parts: [`"${draw.one(words)}"`] });
    const same = (shape: Shape): shape is WordShape =>
      shape.kind === 'word' && wordSort(shape.words) === sort;
    const read = [
      [
        5,
        () => {
          const found = place(env, same);
          return found && { sort, bare: false, parts: [found.text] };
        },
      ],
      [2, written],
      [2, () => named(sort, env, () => grammar.day(env, 0))],
    ] as const;
    if (depth <= 0) return choose(read, written);
    const less = depth - 1;
    return choose(
      [
        ...read,
        [
          1,
          () =>
            term(
              sort,
            )`(if ${grammar.truth(env, less)} then ${word(env, less, words)} else ${word(env, less, words)})`,
        ],
        [
          1,
          () =>
            of(grammar.list(sort, env, less), (x) => term(sort)`${x}[${draw.one(['1', '-1'])}]`),
        ],
      ],
      written,
    );
  }
}

function of(made: Term | undefined, make: (made: Term) => Term): Term | undefined {
  return made && make(made);
}

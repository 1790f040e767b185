import { type Grammar, sortOf, units, wordSort } from './making.ts';
import { blanks, eithers } from './grammar-eithers.ts';
import { written } from './grammar-numbers.ts';
import { type Env, withVariable } from './places.ts';
import { dayForms } from './limits.ts';
import {
  type NumberUnit,
  type PlainShape,
  type Shape,
  type UnionShape,
  type WordShape,
  wordsOf,
} from './shapes.ts';
import { type Term, term } from './term.ts';

const operators = ['<', '<=', '>', '>=', '=', '!='] as const;

/** Conditions: comparisons on limits, logic of three truths, loops, tests. */
export function truthGrammar(grammar: Grammar): Grammar['truth'] {
  const { draw, limits, choose, place, named, fresh } = grammar;
  return truth;

  function truth(env: Env, depth: number): Term {
    const less = depth - 1;
    const simple = [
      [3, () => flag(env)],
      [8, () => numbers(env, less)],
      [2, () => nested(env)],
      [4, () => days(env, less)],
      [4, () => words(env, less)],
      [4, () => texts(env, less)],
      [2, () => unions(env, less)],
      [2, () => blanks(grammar, env, less)],
      [2, () => eithers(grammar, env, less)],
      [3, () => none(env)],
      [1, () => named('truth', env, () => grammar.day(env, 0))],
      [3, () => listed(env, less)],
    ] as const;
    const otherwise = (): Term => ({
      sort: 'truth',
      bare: true,
      parts: [draw.one(['true', 'false'])],
    });
    if (depth <= 0) return choose(simple, otherwise);
    const one = () => truth(env, less);
    return choose(
      [
        ...simple,
        [8, () => term('truth')`(${one()} ${draw.one(['and', 'or'])} ${one()})`],
        [2, () => term('truth')`not(${one()})`],
        [2, () => term('truth')`(if ${one()} then ${one()} else ${one()})`],
        [1, () => term('truth')`(${one()}) ${draw.one(['=', '!='])} (${one()})`],
        [9, () => quantified(env, less)],
        [3, () => gathered(env, less)],
      ],
      otherwise,
    );
  }

  function flag(env: Env): Term | undefined {
    const found = place(env, (shape: Shape): shape is PlainShape => shape.kind === 'boolean');
    return found && { sort: 'truth', bare: false, parts: [found.text] };
  }

  /** Whether a code is listed, or what a column says of it. */
  function listed(env: Env, depth: number): Term | undefined {
    if (env.codes.length === 0) return undefined;
    const code = () =>
      draw.chance(25) ? grammar.word(env, depth, draw.one(wordsOf)) : grammar.text(env, depth);
    const day = () => grammar.day(env, 0);
    const { name } = draw.one(env.codes);
    return choose(
      [
        [4, () => term('truth')`(${code()} in ${name})`],
        [1, () => term('truth')`(${code()} in ${name}(${day()}))`],
        [
          1,
          () =>
            term('truth')`(${grammar.text(env, depth)} in (${name}, "${draw.one(limits.texts)}"))`,
        ],
        [2, () => grammar.ofCodes('truth', env, code, day)],
      ],
      () => term('truth')`not(${code()} in ${name})`,
    );
  }

  function numbers(env: Env, depth: number): Term | undefined {
    const unit = draw.weighted([
      [4, 'money'] as const,
      [2, 'ratio'] as const,
      ...units.map((each) => [1, each] as const),
    ]);
    const a = grammar.counted(unit, env, depth);
    if (!a) return undefined;
    const [low, high] = [draw.one(limits.numbers[unit]), draw.one(limits.numbers[unit])].toSorted(
      (x, y) => x - y,
    );
    const [from, to] = [written(low ?? 0), written(high ?? 0)];
    return choose(
      [
        [8, () => term('truth')`${a} ${draw.one(operators)} ${grammar.number(unit, env, depth)}`],
        [1, () => term('truth')`(${a} in ${draw.one(['[', '('])}${from}..${to}])`],
        [
          1,
          () => term('truth')`(${a} in (${draw.one(['>', '>=', '<', '<=', ''])} ${from}, ${to}))`,
        ],
        [1, () => term('truth')`not(${a} in (> ${from}, ${to}))`],
        [
          1,
          () =>
            term(
              'truth',
            )`${a} between ${grammar.number(unit, env, depth)} and ${grammar.number(unit, env, depth)}`,
        ],
        [1, () => partOfDay(env, depth)],
        [1, () => places(unit, env)],
        [1, () => alone(a, env, depth)],
      ],
      () => term('truth')`${a} >= ${from}`,
    );
  }

  /** Digits after the point: seldom asked, since a file with such a field is read with care. */
  function places(unit: NumberUnit, env: Env): Term | undefined {
    const found = place(
      env,
      (shape: Shape): shape is Shape => shape.kind === 'number' && shape.unit === unit,
    );
    if (!found || draw.chance(95)) return undefined;
    // an element that is a number itself is no field
    if (/^v\d+$/u.test(found.text) || found.text === 'item') return undefined;
    return term(
      'truth',
    )`scale of(${found.text}) ${draw.one(operators)} ${draw.one(['0', '1', '2'])}`;
  }

  /** Beside a number without a unit, which stands beside any. */
  function alone(a: Term, env: Env, depth: number): Term | undefined {
    const b = grammar.counted('none', env, depth);
    return b && term('truth')`${a} ${draw.one(operators)} ${b}`;
  }

  /** A division by nought inside a division, seen by itself or only through what is made of it. */
  function nested(env: Env): Term | undefined {
    const [a, b, c] = [1, 2, 3].map(() => grammar.counted('money', env, 0));
    if (!a || !b || !c) return undefined;
    const whole = term('money')`(${a} / (${b} / ${c}))`;
    const seen = draw.one([
      whole,
      term('money')`abs(${whole})`,
      term('money')`floor(${whole})`,
      term('money')`max(floor(${whole}), ${c})`,
      term('money')`sum([round(${whole}, 2), ${a}])`,
      term('money')`(if ${whole} > ${c} then ${a} else ${whole})`,
    ]);
    return term('truth')`${seen} ${draw.one(operators)} ${written(draw.one(limits.numbers.money))}`;
  }

  function partOfDay(env: Env, depth: number): Term {
    const [name, ...values] = draw.one([
      ['year', '2024', '2023'],
      ['month', '1', '2', '12'],
      ['day', '29', '31', '1'],
      ['weekday', '5', '6'],
    ] as const);
    return draw.chance(80)
      ? term(
          'truth',
        )`(${grammar.day(env, depth)}).${name} ${draw.one(operators)} ${draw.one(values)}`
      : term(
          'truth',
        )`(${grammar.moment(env, depth)}).hour ${draw.one(operators)} ${draw.one(['0', '23', '10'])}`;
  }

  function days(env: Env, depth: number): Term {
    const a = grammar.day(env, depth);
    const [from = '', to = ''] = [draw.one(limits.days), draw.one(limits.days)].toSorted();
    return choose(
      [
        [6, () => term('truth')`${a} ${draw.one(operators)} ${grammar.day(env, depth)}`],
        [1, () => term('truth')`(${a} in [date("${from}")..date("${to}")${draw.one([']', ')'])})`],
        [
          1,
          () =>
            term('truth')`${a} between ${grammar.day(env, depth)} and ${grammar.day(env, depth)}`,
        ],
        [
          2,
          () =>
            term(
              'truth',
            )`${grammar.moment(env, depth)} ${draw.one(operators)} ${grammar.moment(env, depth)}`,
        ],
        [
          1,
          () =>
            term(
              'truth',
            )`working days between(${a}, ${grammar.day(env, depth)}) ${draw.one(operators)} ${draw.one(['0', '1', '5', '-3'])}`,
        ],
        [
          1,
          () =>
            term(
              'truth',
            )`(${a} - ${grammar.day(env, depth)}) ${draw.one(operators)} duration("${draw.one(['P1D', 'P0D', '-P30D'])}")`,
        ],
      ],
      () => term('truth')`${a} <= date("${to}")`,
    );
  }

  function words(env: Env, depth: number): Term | undefined {
    const found = place(env, (shape: Shape): shape is WordShape => shape.kind === 'word');
    if (!found) return undefined;
    const { text, shape } = found;
    const a = { sort: wordSort(shape.words), bare: false, parts: [text] };
    const [w, v] = [draw.one(shape.words), draw.one(shape.words)];
    return choose(
      [
        [
          4,
          () =>
            term('truth')`${a} ${draw.one(['=', '!='])} ${grammar.word(env, depth, shape.words)}`,
        ],
        // words of another enumeration, which may have some in common
        [
          1,
          () => {
            const other = draw.chance(50)
              ? grammar.word(env, 0, draw.one(wordsOf))
              : grammar.text(env, 0);
            return other.bare ? undefined : term('truth')`${a} = ${other}`;
          },
        ],
        [2, () => term('truth')`(${a} in ("${w}", "${v}"))`],
        [1, () => term('truth')`not(${a} in ("${w}"))`],
        [
          2,
          () => {
            const list = grammar.list(wordSort(shape.words), env, depth);
            return list && term('truth')`list contains(${list}, ${draw.chance(50) ? a : `"${w}"`})`;
          },
        ],
        [
          1,
          () => {
            const list = grammar.list(wordSort(shape.words), env, depth);
            return list && term('truth')`(${a} in ${list})`;
          },
        ],
      ],
      () => term('truth')`${a} = "${w}"`,
    );
  }

  function texts(env: Env, depth: number): Term {
    const a = grammar.text(env, depth);
    return choose(
      [
        [3, () => term('truth')`${a} ${draw.one(['=', '!='])} ${grammar.text(env, depth)}`],
        [
          3,
          () =>
            term(
              'truth',
            )`${draw.one(['contains', 'starts with', 'ends with'])}(${a}, ${grammar.text(env, 0)})`,
        ],
        [
          2,
          () =>
            term('truth')`matches(${a}, "${draw.one(['^[a-c]+$', '急', '^.{2}$', '^\\\\d+$'])}")`,
        ],
        [1, () => term('truth')`(${a} in (${grammar.text(env, 0)}, ${grammar.text(env, 0)}))`],
        [1, () => term('truth')`is valid resident id(${a})`],
        [
          1,
          () =>
            draw.chance(75) ? undefined : term('truth')`number(${a}) ${draw.one(operators)} 12`,
        ],
        [1, () => term('truth')`mod 97(${a}) < 50`],
        [1, () => term('truth')`mod 97(${a}) = ${draw.one(['-1', '1'])}`],
        [2, () => term('truth')`is number(text: ${a})`],
        [1, () => term('truth')`is date(text: ${a}, form: "${draw.one(dayForms)}")`],
        [1, () => term('truth')`is date(text: ${a})`],
        [1, () => term('truth')`scale of(${a}) ${draw.one(operators)} ${draw.one(['0', '2'])}`],
        [
          2,
          () => {
            const list = grammar.list('text', env, depth);
            return list && term('truth')`list contains(${list}, ${a})`;
          },
        ],
        [1, () => term('truth')`count(split(${a}, ",")) ${draw.one(operators)} 1`],
      ],
      () => term('truth')`contains(${a}, "a")`,
    );
  }

  /** A field of several kinds: asked of which, or compared before it is known. */
  function unions(env: Env, depth: number): Term | undefined {
    const found = place(env, (shape: Shape): shape is UnionShape => shape.kind === 'union');
    if (!found) return undefined;
    const { text, shape } = found;
    const kind = draw.one(shape.of);
    switch (kind.kind) {
      case 'number': {
        const limit = written(draw.one(limits.numbers[kind.unit]));
        return draw.one([
          () => term('truth')`${draw.one(['', 'not'])}(is number(${text}))`,
          () => term('truth')`${text} instance of number`,
          () => term('truth')`${text} = ${limit}`,
          () =>
            term('truth')`(${text} instance of number and ${text} ${draw.one(operators)} ${limit})`,
          () =>
            term(
              'truth',
            )`(not(${text} instance of number) or ${text} >= ${grammar.number(kind.unit, env, depth)})`,
          () =>
            term(
              'truth',
            )`(if ${text} instance of number then ${text} > ${limit} else ${truth(env, depth)})`,
        ])();
      }
      case 'word': {
        const word = draw.one(kind.words);
        return draw.one([
          () => term('truth')`${text} ${draw.one(['=', '!='])} "${word}"`,
          () => term('truth')`(${text} in ("${word}"))`,
          () => term('truth')`${text} instance of string`,
        ])();
      }
      case 'date':
        return draw.one([
          () => term('truth')`is date(${text})`,
          () => term('truth')`${text} instance of date`,
          () => term('truth')`(${text} instance of date and ${text} <= ${grammar.day(env, depth)})`,
          () => term('truth')`${text} = date("${draw.one(limits.days)}")`,
        ])();
      case 'boolean':
        return draw.one([
          () => term('truth')`${text} instance of boolean`,
          () => term('truth')`${text} = true`,
        ])();
      default:
        return term('truth')`${text} instance of string`;
    }
  }

  function none(env: Env): Term | undefined {
    const found = env.places.filter(({ none: may, shape }) => may && shape.kind !== 'list');
    const records = found.filter(({ shape }) => shape.kind === 'record');
    const told = records.length > 0 && draw.chance(40) ? records : found;
    const places = told.length > 0 && draw.chance(85) ? told : env.places;
    if (places.length === 0) return undefined;
    const { text } = draw.one(places);
    return term('truth')`${text} ${draw.one(['=', '!='])} null`;
  }

  function quantified(env: Env, depth: number): Term | undefined {
    const quantifier = draw.one(['some', 'every']);
    const a = fresh();
    const outer = grammar.records(env, depth);
    if (!outer || draw.chance(15)) return overScalars(env, depth);
    const around = withVariable(env, a, outer.of);
    if (draw.chance(20)) {
      const inner = grammar.records(around, 0);
      if (inner) {
        const b = fresh();
        return term(
          'truth',
        )`(${quantifier} ${a} in ${outer.term}, ${b} in ${inner.term} satisfies ${truth(withVariable(around, b, inner.of), depth)})`;
      }
    }
    return term('truth')`(${quantifier} ${a} in ${outer.term} satisfies ${truth(around, depth)})`;
  }

  function overScalars(env: Env, depth: number): Term | undefined {
    const found = place(
      env,
      (shape: Shape): shape is Extract<Shape, { kind: 'list' }> =>
        shape.kind === 'list' && sortOf(shape.of) !== undefined,
    );
    if (!found) return undefined;
    const name = fresh();
    return term(
      'truth',
    )`(${draw.one(['some', 'every'])} ${name} in ${found.text} satisfies ${truth(withVariable(env, name, found.shape.of), depth)})`;
  }

  function gathered(env: Env, depth: number): Term | undefined {
    return choose(
      [
        [
          2,
          () => {
            const list = grammar.list('truth', env, depth);
            return list && term('truth')`${draw.one(['all', 'any'])}(${list})`;
          },
        ],
        [
          2,
          () => {
            const list = grammar.list(draw.one(['text', 'day', 'money']), env, depth);
            return list && term('truth')`count(distinct values(${list})) = count(${list})`;
          },
        ],
        [
          2,
          () => {
            const list = grammar.list(draw.one(['text', 'day', 'money']), env, depth);
            return list && term('truth')`is sorted(${list})`;
          },
        ],
        [
          2,
          () => {
            const sort = draw.one(['text', 'day', 'money'] as const);
            const list = grammar.list(sort, env, depth);
            const value =
              sort === 'text'
                ? grammar.text(env, depth)
                : sort === 'day'
                  ? grammar.day(env, depth)
                  : grammar.counted(sort, env, depth);
            return (
              list &&
              value &&
              term('truth')`occurrences(${list}, ${value}) ${draw.one(operators)} 1`
            );
          },
        ],
        [
          1,
          () => {
            const unit = draw.one(units);
            const [list, value] = [
              grammar.list(unit, env, depth),
              grammar.counted(unit, env, depth),
            ];
            return list && value && term('truth')`list contains(${list}, ${value})`;
          },
        ],
        [
          1,
          () => {
            const list = grammar.list('money', env, depth);
            const value = grammar.counted('money', env, 0);
            return list && value && draw.chance(20)
              ? term('truth')`count(index of(${list}, ${value})) ${draw.one(operators)} 1`
              : undefined;
          },
        ],
      ],
      () => ({ sort: 'truth', bare: true, parts: ['true'] }),
    );
  }
}

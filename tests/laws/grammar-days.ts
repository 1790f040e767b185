import { dayForms } from './limits.ts';
import type { Grammar } from './making.ts';
import { type Env, withVariable } from './places.ts';
import type { PlainShape, Shape, UnionShape } from './shapes.ts';
import { type Term, term } from './term.ts';

/** Days and moments. */
export function dayGrammar(grammar: Grammar): Pick<Grammar, 'day' | 'moment'> {
  const { draw, limits, choose, place, named, fresh } = grammar;
  return { day, moment };

  function literal(): Term {
    const of = draw.one(limits.days);
    return { sort: 'day', bare: true, parts: [draw.chance(50) ? `date("${of}")` : `@"${of}"`] };
  }

  function field(env: Env, kind: 'date' | 'date-time'): Term | undefined {
    const found = place(env, (shape: Shape): shape is PlainShape => shape.kind === kind);
    return found && { sort: kind === 'date' ? 'day' : 'moment', bare: false, parts: [found.text] };
  }

  function day(env: Env, depth: number): Term {
    const less = depth - 1;
    const read = [
      [6, () => field(env, 'date')],
      [2, literal],
      [2, () => named('day', env, literal)],
      [1, () => of(field(env, 'date-time'), (x) => term('day')`date(${x})`)],
    ] as const;
    if (depth <= 0) return choose(read, literal);
    return choose(
      [
        ...read,
        ...read,
        [
          1,
          () =>
            grammar.ofCodes(
              'day',
              env,
              () => grammar.text(env, less),
              () => day(env, 0),
            ),
        ],
        [
          2,
          () =>
            of(
              grammar.list('day', env, less),
              (x) => term('day')`${draw.one(['min', 'max'])}(${x})`,
            ),
        ],
        [
          1,
          () =>
            of(
              grammar.list('day', env, less),
              (x) => term('day')`${x}[${draw.one(['1', '-1', '2'])}]`,
            ),
        ],
        [1, () => term('day')`${draw.one(['min', 'max'])}(${day(env, less)}, ${day(env, less)})`],
        [
          2,
          () =>
            term(
              'day',
            )`(if ${grammar.truth(env, less)} then ${day(env, less)} else ${day(env, less)})`,
        ],
        [
          1,
          () =>
            term('day')`add working days(${day(env, less)}, ${draw.one(['0', '1', '3', '-2'])})`,
        ],
        [
          2,
          () =>
            term(
              'day',
            )`(${day(env, less)} ${draw.one(['+', '-'])} duration("${draw.one(['P1M', 'P3D', 'P1Y', 'P13M', 'P30D'])}"))`,
        ],
        [1, () => element(env, less)],
        [1, () => narrowed(env)],
        [2, () => written(env)],
      ],
      literal,
    );
  }

  /** The day that a text writes, asked for first or not. */
  function written(env: Env): Term | undefined {
    const found = place(env, (shape: Shape): shape is PlainShape => shape.kind === 'text');
    if (!found) return undefined;
    const form = draw.chance(80) ? draw.one(dayForms) : undefined;
    const read = term('day')`date(${found.text}${form === undefined ? '' : `, "${form}"`})`;
    if (draw.chance(40)) return read;
    return term(
      'day',
    )`(if is date(text: ${found.text}${form === undefined ? '' : `, form: "${form}"`}) then ${read} else ${literal()})`;
  }

  function moment(env: Env, depth: number): Term {
    const written = (): Term => term('moment')`date and time("${draw.one(limits.moments)}")`;
    return choose(
      [
        [6, () => field(env, 'date-time')],
        [2, written],
        [
          1,
          () =>
            of(
              depth > 0 ? grammar.list('moment', env, depth - 1) : undefined,
              (x) => term('moment')`max(${x})`,
            ),
        ],
      ],
      written,
    );
  }

  function element(env: Env, depth: number): Term | undefined {
    const records = grammar.records(env, depth);
    if (!records) return undefined;
    const name = fresh();
    const each = day(withVariable(env, name, records.of), depth);
    return term('day')`max(for ${name} in ${records.term} return ${each})`;
  }

  function narrowed(env: Env): Term | undefined {
    const found = place(
      env,
      (shape: Shape): shape is UnionShape =>
        shape.kind === 'union' && shape.of.some(({ kind }) => kind === 'date'),
    );
    if (!found) return undefined;
    return term('day')`(if ${found.text} instance of date then ${found.text} else ${literal()})`;
  }
}

function of(made: Term | undefined, make: (made: Term) => Term): Term | undefined {
  return made && make(made);
}

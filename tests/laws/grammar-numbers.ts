import type { Grammar } from './making.ts';
import { type Env, withVariable } from './places.ts';
import type { NumberUnit, Shape, UnionShape } from './shapes.ts';
import { type Term, term } from './term.ts';

/** Numbers: arithmetic with divisions by what may be nought, lists gathered, calls. */
export function numberGrammar(grammar: Grammar): Pick<Grammar, 'number' | 'counted'> {
  const { draw, limits, choose, place, named, fresh } = grammar;
  return { number, counted };

  function number(unit: NumberUnit, env: Env, depth: number): Term {
    if (draw.chance(depth > 0 ? 12 : 35)) return literal(unit);
    return counted(unit, env, depth) ?? literal(unit);
  }

  function literal(unit: NumberUnit): Term {
    return { sort: unit, bare: true, parts: [written(draw.one(limits.numbers[unit]))] };
  }

  function counted(unit: NumberUnit, env: Env, depth: number): Term | undefined {
    for (let tries = 0; tries < 4; tries += 1) {
      const made = draw.weighted(
        depth > 0 && draw.chance(75) ? composed(unit, env, depth - 1) : read(unit, env),
      )();
      if (made && !made.bare) return made;
    }
    return field(unit, env);
  }

  function field(unit: NumberUnit, env: Env): Term | undefined {
    const found = place(
      env,
      (shape: Shape): shape is Shape => shape.kind === 'number' && shape.unit === unit,
    );
    return found && { sort: unit, bare: false, parts: [found.text] };
  }

  function read(
    unit: NumberUnit,
    env: Env,
  ): readonly (readonly [number, () => Term | undefined])[] {
    return [
      [6, () => field(unit, env)],
      [2, () => named(unit, env, () => grammar.day(env, 0))],
    ];
  }

  function composed(
    unit: NumberUnit,
    env: Env,
    depth: number,
  ): readonly (readonly [number, () => Term | undefined])[] {
    const a = () => counted(unit, env, depth);
    const b = () => number(unit, env, depth);
    const list = () => grammar.list(unit, env, depth);
    return [
      ...read(unit, env),
      [
        2,
        () =>
          grammar.ofCodes(
            unit,
            env,
            () => grammar.text(env, depth),
            () => grammar.day(env, 0),
          ),
      ],
      [4, () => both(a(), b(), (x, y) => term(unit)`(${x} ${draw.one(['+', '-'])} ${y})`)],
      [1, () => of(a(), (x) => term(unit)`-(${x})`)],
      [
        2,
        () =>
          of(a(), (x) => term(unit)`(${x} * ${draw.one(['0.85', '0.15', '2', '1.5', '0.333'])})`),
      ],
      [1, () => of(a(), (x) => term(unit)`(${x} / ${draw.one(['3', '7', '2', '0.15'])})`)],
      [2, () => both(a(), b(), (x, y) => term(unit)`${draw.one(['min', 'max'])}(${x}, ${y})`)],
      [1, () => both(a(), b(), (x, y) => term(unit)`abs(${x} - ${y})`)],
      [1, () => of(a(), (x) => term(unit)`${draw.one(['floor', 'ceiling'])}(${x})`)],
      [
        1,
        () =>
          of(
            a(),
            (x) =>
              term(
                unit,
              )`${draw.one(['round', 'round half up', 'round half down', 'round up', 'round down', 'decimal'])}(${x}, ${draw.one(['0', '2', '1', '-2'])})`,
          ),
      ],
      [1, () => both(a(), b(), (x, y) => term(unit)`modulo(${x}, ${y})`)],
      [
        2,
        () =>
          both(
            a(),
            b(),
            (x, y) => term(unit)`(if ${grammar.truth(env, depth)} then ${x} else ${y})`,
          ),
      ],
      [
        4,
        () =>
          of(
            list(),
            (x) =>
              term(
                unit,
              )`${draw.one(['sum', 'sum', 'sum', 'min', 'max', 'min', 'max', 'mean', 'mean', draw.one(['median', 'sum', 'mean'])])}(${x})`,
          ),
      ],
      [2, () => of(list(), (x) => position(x, unit))],
      [2, () => element(unit, env, depth)],
      [2, () => narrowed(unit, env)],
      [3, () => special(unit, env, depth)],
    ];
  }

  /** What only numbers of the one unit may be. */
  function special(unit: NumberUnit, env: Env, depth: number): Term | undefined {
    const day = () => grammar.day(env, depth);
    const amount = (of_: NumberUnit) => counted(of_, env, depth);
    switch (unit) {
      case 'money':
        return choose(
          [
            [2, () => both(amount('money'), amount('ratio'), (x, y) => term(unit)`(${x} * ${y})`)],
            // a division by nought inside a division
            [
              3,
              () =>
                both(amount('money'), quotient(env, depth), (x, y) => term(unit)`(${x} / ${y})`),
            ],
            [1, () => both(amount('money'), amount('count'), (x, y) => term(unit)`(${x} / ${y})`)],
            [1, () => both(amount('count'), amount('money'), (x, y) => term(unit)`(${x} * ${y})`)],
            [1, () => both(amount('money'), amount('rate'), (x, y) => term(unit)`(${x} * ${y})`)],
            [
              1,
              () =>
                both(amount('money'), amount('rate'), (x, y) => {
                  const months = amount('months') ?? literal('months');
                  return term(
                    unit,
                  )`monthly payment(${x}, ${y}, ${months}${draw.one(['', ', "EQUAL_PRINCIPAL"'])})`;
                }),
            ],
          ],
          () => literal(unit),
        );
      case 'ratio':
        return choose(
          [
            [4, () => quotient(env, depth)],
            [1, () => both(amount('ratio'), amount('ratio'), (x, y) => term(unit)`(${x} * ${y})`)],
            [
              1,
              () =>
                of(
                  amount('ratio'),
                  (x) => term(unit)`(${x}) ** ${draw.one(['2', '3', '-1', '0'])}`,
                ),
            ],
            [1, () => both(amount('count'), amount('count'), (x, y) => term(unit)`(${x} / ${y})`)],
            [1, () => both(amount('kWh'), amount('kWh'), (x, y) => term(unit)`(${x} / ${y})`)],
            [1, () => of(amount('percent'), (x) => term(unit)`(${x} / 100)`)],
            [1, () => both(amount('days'), amount('days'), (x, y) => term(unit)`(${x} / ${y})`)],
            [
              1,
              () =>
                draw.chance(80)
                  ? undefined
                  : term(unit)`similar(${grammar.text(env, depth)}, ${grammar.text(env, depth)})`,
            ],
          ],
          () => literal(unit),
        );
      case 'count':
        return choose(
          [
            [3, () => of(grammar.records(env, depth)?.term, (x) => term(unit)`count(${x})`)],
            [
              1,
              () =>
                of(
                  grammar.list(draw.one(['truth', 'text', 'day', 'money']), env, depth),
                  (x) =>
                    term(unit)`count(${draw.chance(40) ? term('any')`distinct values(${x})` : x})`,
                ),
            ],
            [1, () => term(unit)`string length(${grammar.text(env, depth)})`],
          ],
          () => literal(unit),
        );
      case 'months':
        return term(unit)`months between(${day()}, ${day()})`;
      case 'days':
        return term(
          unit,
        )`days between(${day()}, ${draw.chance(30) ? grammar.moment(env, depth) : day()})`;
      case 'years':
        return term(unit)`age at(${day()}, ${day()})`;
      case 'percent':
        return choose(
          [
            [2, () => of(quotient(env, depth), (x) => term(unit)`(${x} * 100)`)],
            [
              2,
              () =>
                both(amount('money'), amount('money'), (x, y) => term(unit)`(100 * ${x} / ${y})`),
            ],
            [1, () => of(amount('ratio'), (x) => term(unit)`(100 * ${x})`)],
            [
              1,
              () => both(amount('percent'), amount('ratio'), (x, y) => term(unit)`(${x} * ${y})`),
            ],
          ],
          () => literal(unit),
        );
      case 'none':
        return choose(
          [
            [2, () => both(amount('none'), amount('none'), (x, y) => term(unit)`(${x} * ${y})`)],
            [2, () => both(amount('none'), amount('none'), (x, y) => term(unit)`(${x} / ${y})`)],
            [1, () => both(amount('none'), amount('money'), (x, y) => term(unit)`(${x} / ${y})`)],
            [1, () => term(unit)`number(${grammar.text(env, depth)})`],
            [1, () => term(unit)`mod 97(${grammar.text(env, depth)})`],
            [1, () => figure(env)],
          ],
          () => literal(unit),
        );
      case 'kWh':
        return choose(
          [
            [2, () => both(amount('kWh'), amount('ratio'), (x, y) => term(unit)`(${x} * ${y})`)],
            [1, () => both(amount('count'), amount('kWh'), (x, y) => term(unit)`(${x} * ${y})`)],
            [1, () => both(amount('kWh'), amount('count'), (x, y) => term(unit)`(${x} / ${y})`)],
            [1, () => both(amount('kWh'), amount('none'), (x, y) => term(unit)`(${x} / ${y})`)],
          ],
          () => literal(unit),
        );
      case 'rate':
        return both(amount('rate'), amount('ratio'), (x, y) => term(unit)`(${x} / ${y})`);
    }
  }

  /** A text as a number, where it is one. */
  function figure(env: Env): Term {
    const text = grammar.text(env, 0);
    return term('none')`(if is number(text: ${text}) then number(${text}) else ${literal('none')})`;
  }

  function quotient(env: Env, depth: number): Term | undefined {
    return both(counted('money', env, depth), counted('money', env, depth), (x, y) => {
      return term('ratio')`(${x} / ${y})`;
    });
  }

  function position(list: Term, unit: string): Term {
    return term(unit)`${list}[${draw.one(['1', '-1', '2', '-2', '3'])}]`;
  }

  /** A field of an element by its position, or a sum over a loop. */
  function element(unit: NumberUnit, env: Env, depth: number): Term | undefined {
    const records = grammar.records(env, depth);
    if (!records) return undefined;
    const { term: list, of: record } = records;
    const fields = record.fields.filter(
      ({ shape }) => shape.kind === 'number' && shape.unit === unit,
    );
    if (fields.length > 0 && draw.chance(50)) {
      return term(unit)`${list}[${draw.one(['1', '-1', '2'])}].${draw.one(fields).name}`;
    }
    const name = fresh();
    const each = number(unit, withVariable(env, name, record), depth);
    return each.bare ? undefined : term(unit)`sum(for ${name} in ${list} return ${each})`;
  }

  /** A field of several kinds, where a condition tells that it is a number. */
  function narrowed(unit: NumberUnit, env: Env): Term | undefined {
    const found = place(
      env,
      (shape: Shape): shape is UnionShape =>
        shape.kind === 'union' &&
        shape.of.some((one) => one.kind === 'number' && one.unit === unit),
    );
    if (!found) return undefined;
    const { text, shape } = found;
    const words = shape.of.flatMap((one) => (one.kind === 'word' ? one.words : []));
    const otherwise = literal(unit);
    const [word] = words;
    if (word !== undefined && words.length === 1 && shape.of.length === 2)
      return term(unit)`(if ${text} = "${word}" then ${otherwise} else ${text})`;
    return term(unit)`(if ${text} instance of number then ${text} else ${otherwise})`;
  }
}

export function written(value: number): string {
  return value < 0 ? `(${String(value)})` : String(value);
}

function of(made: Term | undefined, make: (made: Term) => Term): Term | undefined {
  return made && make(made);
}

function both(
  a: Term | undefined,
  b: Term | undefined,
  make: (a: Term, b: Term) => Term,
): Term | undefined {
  return a && b && make(a, b);
}

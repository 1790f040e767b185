import { parseExpression } from '../../src/feel/parse.ts';
import type { Syntax } from '../../src/feel/syntax.ts';
import { type Grammar, isRecordList, isUnit, type Records, sortOf } from './making.ts';
import { type Env, withElement, withVariable } from './places.ts';
import type { ListShape, RecordShape, Shape } from './shapes.ts';
import { printTerm, type Term, term } from './term.ts';

/** Lists of records, filtered and nested, and lists of scalars made from them. */
export function listGrammar(grammar: Grammar): Pick<Grammar, 'records' | 'list'> {
  const { draw, place, fresh } = grammar;
  return { records, list };

  function records(env: Env, depth: number): Records | undefined {
    if (depth > 0 && draw.chance(12)) {
      const inside = nested(env, depth - 1);
      if (inside) return inside;
    }
    const found = place(env, isRecordList);
    if (!found) return undefined;
    const { of } = found.shape;
    const whole: Records = {
      term: { sort: sortOfRecords(of), bare: false, parts: [found.text] },
      of,
    };
    return depth > 0 && draw.chance(50) ? filtered(whole, env, depth - 1) : whole;
  }

  function filtered({ term: whole, of }: Records, env: Env, depth: number): Records {
    const condition = grammar.truth(withElement(env, of), Math.min(depth, 2));
    return { term: term(whole.sort)`${whole}[${clear(condition, of)}]`, of };
  }

  /** A list of an element found by its position, which another field may tell. */
  function nested(env: Env, depth: number): Records | undefined {
    const outer = records(env, depth);
    const inner = outer?.of.fields.filter(({ shape }) => isRecordList(shape)) ?? [];
    if (!outer || inner.length === 0) return undefined;
    const { name, shape } = draw.one(inner);
    if (!isRecordList(shape)) return undefined;
    const { of } = shape;
    const told = grammar.counted('count', env, 0);
    const root = told ? printTerm(told).split(/[.[(]/u)[0] : undefined;
    const isOutside = outer.of.fields.every((field) => field.name !== root);
    const by = told && isOutside && draw.chance(30) ? told : draw.one(['1', '-1', '2']);
    return { term: term(sortOfRecords(of))`${outer.term}[${by}].${name}`, of };
  }

  function list(sort: string, env: Env, depth: number): Term | undefined {
    const as = `list of ${sort}`;
    const less = depth - 1;
    const choices: readonly (readonly [number, () => Term | undefined])[] = [
      [4, () => path(sort, env, depth)],
      [3, () => scalars(sort, env, depth)],
      [3, () => (depth > 0 ? loop(sort, env, less) : undefined)],
      [
        1,
        () => {
          const items = [scalar(sort, env, less), scalar(sort, env, less)];
          const [a, b] = items;
          return a && b && term(as)`[${a}, ${b}]`;
        },
      ],
      ...(depth > 0 && draw.chance(20)
        ? ([
            [1, () => of(list(sort, env, less), (x) => term(as)`distinct values(${x})`)],
            [
              1,
              () =>
                of(list(sort, env, less), (x) =>
                  of(
                    list(sort, env, less),
                    (y) => term(as)`${draw.one(['concatenate', 'union'])}(${x}, ${y})`,
                  ),
                ),
            ],
            [
              1,
              () =>
                of(list(sort, env, less), (x) =>
                  of(scalar(sort, env, less), (y) => term(as)`append(${x}, ${y})`),
                ),
            ],
            [
              1,
              () =>
                sort === 'truth'
                  ? undefined
                  : of(list(sort, env, less), (x) => term(as)`sort(${x})`),
            ],
          ] as const)
        : []),
      [1, () => (depth > 0 ? narrowed(sort, env) : undefined)],
    ];
    for (let tries = 0; tries < 3; tries += 1) {
      const made = draw.weighted(choices)();
      if (made) return made;
    }
    return undefined;
  }

  /** `list.field` */
  function path(sort: string, env: Env, depth: number): Term | undefined {
    const found = records(env, depth);
    const fields = found?.of.fields.filter(({ shape }) => sortOf(shape) === sort) ?? [];
    if (!found || fields.length === 0) return undefined;
    return term(`list of ${sort}`)`${found.term}.${draw.one(fields).name}`;
  }

  /** A list of the file whose elements are values themselves. */
  function scalars(sort: string, env: Env, depth: number): Term | undefined {
    const found = place(
      env,
      (shape: Shape): shape is ListShape => shape.kind === 'list' && sortOf(shape.of) === sort,
    );
    if (!found) return undefined;
    const as = `list of ${sort}`;
    const whole: Term = { sort: as, bare: false, parts: [found.text] };
    if (depth <= 0 || draw.chance(60)) return whole;
    const condition = grammar.truth(withElement(env, found.shape.of), 1);
    return term(as)`${whole}[${clear(condition, found.shape.of)}]`;
  }

  /** `for … in … return …`, at times through two lists. */
  function loop(sort: string, env: Env, depth: number): Term | undefined {
    const as = `list of ${sort}`;
    if (isUnit(sort) && draw.chance(15)) {
      const name = fresh();
      const each = grammar.counted(sort, env, depth);
      return (
        each &&
        term(as)`(for ${name} in ${draw.one(['1..3', '3..1', '-1..1'])} return ${each} * ${name})`
      );
    }
    const outer = records(env, depth);
    if (!outer) return undefined;
    const a = fresh();
    const around = withVariable(env, a, outer.of);
    if (draw.chance(30)) {
      const inner = records(around, 0);
      if (inner) {
        const b = fresh();
        const each = scalar(sort, withVariable(around, b, inner.of), depth);
        return each && term(as)`(for ${a} in ${outer.term}, ${b} in ${inner.term} return ${each})`;
      }
    }
    const each = scalar(sort, around, depth);
    return each && term(as)`(for ${a} in ${outer.term} return ${each})`;
  }

  /** The elements that have a field of several kinds in the one that is wanted. */
  function narrowed(sort: string, env: Env): Term | undefined {
    const found = records(env, 0);
    const kind = isUnit(sort) ? 'number' : sort === 'day' ? 'date' : undefined;
    if (!found || !kind) return undefined;
    const fields = found.of.fields.filter(
      ({ shape }) => shape.kind === 'union' && shape.of.some((one) => sortOf(one) === sort),
    );
    if (fields.length === 0) return undefined;
    const { name } = draw.one(fields);
    return term(`list of ${sort}`)`${found.term}[${name} instance of ${kind}].${name}`;
  }

  function scalar(sort: string, env: Env, depth: number): Term | undefined {
    if (isUnit(sort)) return grammar.counted(sort, env, depth);
    if (sort === 'truth') return grammar.truth(env, depth);
    if (sort === 'text') return grammar.text(env, depth);
    if (sort === 'day') return grammar.day(env, depth);
    if (sort === 'moment') return grammar.moment(env, depth);
    return sort.startsWith('word ')
      ? grammar.word(env, depth, sort.split(' ').slice(1))
      : undefined;
  }
}

/**
 * A condition that is none but a condition, whatever names are worth: where a list is empty the calculator, which knows
 * no types, cannot tell `list[agreed]` from `list[n]`.
 */
function clear(condition: Term, of: Shape): Term {
  const syntax = parseExpression(printTerm(condition), { dialect: 'rule' }).value;
  const own = of.kind === 'record' ? of.fields.map(({ name }) => name) : ['item'];
  const isOwn = syntax?.kind === 'name' && own.includes(syntax.name);
  return isOwn || (syntax && conditions.has(syntax.kind))
    ? condition
    : term('truth')`(${condition}) = true`;
}

const conditions: ReadonlySet<Syntax['kind']> = new Set([
  'comparison',
  'logic',
  'quantifier',
  'between',
  'membership',
  'instance-of',
]);

export function sortOfRecords({ fields }: RecordShape): string {
  return `records ${fields.map(({ name }) => name).join(' ')}`;
}

function of<T>(made: T | undefined, make: (made: T) => Term | undefined): Term | undefined {
  return made && make(made);
}

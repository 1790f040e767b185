import { written } from './grammar-numbers.ts';
import type { Grammar } from './making.ts';
import type { Env } from './places.ts';
import {
  type NumberUnit,
  type PlainShape,
  type ScalarShape,
  type Shape,
  takesBlank,
  type UnionShape,
  type WordShape,
} from './shapes.ts';
import { type Term, term } from './term.ts';

const unitsOf: readonly NumberUnit[] = ['money', 'count', 'ratio'];

/** The sort of what comes to a number of the unit or to a text. */
function eitherSort(unit: NumberUnit): string {
  return `either ${unit}`;
}

/** Values of several kinds that are computed: a number of a unit, a text, or what else its field may be. */
export function eitherGrammar(grammar: Grammar): Pick<Grammar, 'either'> {
  const { draw, limits, named } = grammar;
  return { either };

  function either(unit: NumberUnit, env: Env, depth: number): Term | undefined {
    if (draw.chance(40)) {
      const found = named(eitherSort(unit), env, () => grammar.day(env, 0));
      if (found) return found;
    }
    const field = fieldOf(unit, grammar, env);
    if (!field) return undefined;
    const limit = written(draw.one(limits.numbers[unit]));
    const sort = eitherSort(unit);
    return draw.one([
      () => term(sort)`(if is number(${field}) then ${field} * 2 else "none")`,
      () => term(sort)`(if ${field} instance of number then ${field} else "none")`,
      () => term(sort)`(if ${grammar.truth(env, depth)} then ${field} else ${limit})`,
      () => term(sort)`(if ${grammar.truth(env, depth)} then ${field} else "NA")`,
      () => term(sort)`[${field}, ${field}][${draw.one(['1', '2', '-1'])}]`,
    ])();
  }
}

/** A field of several kinds that may be a number of the unit. */
function fieldOf(unit: NumberUnit, { place }: Grammar, env: Env): string | undefined {
  const isOfUnit = (one: ScalarShape) => one.kind === 'number' && one.unit === unit;
  return place(
    env,
    (shape: Shape): shape is UnionShape => shape.kind === 'union' && shape.of.some(isOfUnit),
  )?.text;
}

/** Conditions on what is computed of several kinds. */
export function eithers(grammar: Grammar, env: Env, depth: number): Term | undefined {
  const { draw, limits } = grammar;
  const unit = draw.one(unitsOf);
  const a = grammar.either(unit, env, depth);
  const b = grammar.either(unit, env, 0);
  if (!a || !b) return undefined;
  const limit = written(draw.one(limits.numbers[unit]));
  return draw.one([
    () => term('truth')`${a} ${draw.one(['=', '!='])} ${limit}`,
    () => term('truth')`${a} = ${b}`,
    () => term('truth')`is number(${a})`,
    () => term('truth')`(${a} in (${limit}, ${b}))`,
    () => term('truth')`(${draw.one(['some', 'every'])} e in [${a}, ${b}] satisfies e = ${limit})`,
    () => term('truth')`count([${a}, ${b}][is number(item)]) ${draw.one(['=', '>='])} 1`,
    () => term('truth')`sum([${a}, ${b}][is number(item)]) >= ${limit}`,
    () => term('truth')`list contains([${a}, ${b}], ${limit})`,
    () => term('truth')`count(distinct values([${a}, ${b}])) = 2`,
  ])();
}

/** Conditions on blanks, and on codes that need not be listed. */
export function blanks({ draw, place }: Grammar, env: Env, _depth: number): Term | undefined {
  const isPlain = (shape: Shape): shape is PlainShape | UnionShape | WordShape => takesBlank(shape);
  const isLenient = (shape: Shape): shape is WordShape =>
    shape.kind === 'word' && shape.lenient === true;
  const lenient = draw.chance(40) ? place(env, isLenient) : undefined;
  if (lenient) {
    const { text, shape } = lenient;
    const word = draw.one(shape.words);
    return draw.one([
      () => term('truth')`is listed(${text})`,
      () => term('truth')`not(is listed(${text}))`,
      () => term('truth')`(${text} != "${word}" and is listed(${text}))`,
      () => term('truth')`upper case(${text}) = ${text}`,
    ])();
  }
  const found = place(env, isPlain);
  if (!found) return undefined;
  const { text } = found;
  const other = place(env, isPlain);
  const isText = found.shape.kind === 'text';
  return draw.one([
    () => term('truth')`${text} ${draw.one(['=', '!='])} ""`,
    () => term('truth')`(${text} in (${isText ? '"A", ' : ''}""))`,
    () => term('truth')`(some e in [${text}, ${text}] satisfies e = "")`,
    () => term('truth')`count([${text}, ${text}][item = ""]) = 2`,
    () =>
      isText && other?.shape.kind === 'text'
        ? term('truth')`${text} = ${other.text}`
        : term('truth')`${text} = ""`,
    () => (isText ? term('truth')`string length(${text}) = 0` : term('truth')`${text} = ""`),
  ])();
}

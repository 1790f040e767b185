import type { ArithmeticOperator } from './syntax.ts';
import type { Title } from './types.ts';

/** The units that every rulebook has, by their names. */
export const builtinUnits = [
  'money',
  'ratio',
  'rate',
  'rate-per-month',
  'basis-points',
  'count',
  'months',
  'days',
  'working-days',
  'years',
  'hours',
  'elapsed-hours',
  'area',
  'percent',
] as const;

/**
 * `money` is in the rulebook's currency, whole or for each month, day, year or square metre; `ratio` a fraction of one,
 * `percent` hundredths of one; `rate` a fraction of one a year, `rate-per-month` one a month; `basis-points`
 * ten-thousandths of one a year; `area` square metres; `hours` the hour of a day, `elapsed-hours` how many
 * went by; the rest count what they say.
 */
export type BuiltinUnit = (typeof builtinUnits)[number];

/** A unit that a schema declares under `x-units`; the same one wherever it has the same name. */
export interface OwnUnit {
  readonly name: string;
  readonly title: Title;
}

/** What a number counts. */
export type Unit = BuiltinUnit | OwnUnit;

/** What people call a unit that a schema declares. */
export function nameOfUnit({ name, title }: OwnUnit, language: keyof Title): string {
  return title[language] ?? name;
}

export function isBuiltinUnit(name: string): name is BuiltinUnit {
  return builtinUnits.some((unit) => unit === name);
}

export function isSameUnit(a: Unit | undefined, b: Unit | undefined): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.name === b.name : a === b;
}

/** The sides of an operation that are numbers written out, as `12` in `rate / 12`. */
export interface Literals {
  readonly left?: string | undefined;
  readonly right?: string | undefined;
  /** The left side is something times 100 written out, as in `100 * a / b`. */
  readonly hundredfold?: boolean;
}

type Result = Unit | undefined | 'wrong';

/** Things a fraction may be taken of, with a fraction of them again the same thing. */
const quantities = new Set<Unit>([
  'money',
  'count',
  'months',
  'days',
  'working-days',
  'years',
  'hours',
  'elapsed-hours',
  'area',
  'percent',
]);
const fractions = new Set<Unit>(['ratio', 'rate', 'rate-per-month']);
/** Stretches of time, over which money and interest run. */
const stretches = new Set<Unit>(['months', 'days', 'working-days', 'years']);

/**
 * The unit of `left operator right`, from one closed table; undefined stands for a bare number.
 *
 * @returns `wrong` when the two do not go together
 */
export function unitOf(
  operator: ArithmeticOperator,
  left: Unit | undefined,
  right: Unit | undefined,
  literals: Literals = {},
): Result {
  switch (operator) {
    case '+':
    case '-':
      return left === undefined || right === undefined || isSameUnit(left, right)
        ? (left ?? right)
        : 'wrong';
    case '*':
      if (right === undefined) return scaledUp(left, literals.right);
      if (left === undefined) return scaledUp(right, literals.left);
      return product(left, right) ?? product(right, left) ?? 'wrong';
    case '/':
      if (right === undefined) return scaledDown(left, literals.right);
      if (left === undefined) return inverse(right, literals.left);
      return inHundredths(quotient(left, right), literals);
    case '**':
      return left === undefined || fractions.has(left) ? left : 'wrong';
  }
}

/** Times a number: twelve times a month's rate is a year's, twelve times the years are months, 100 times a ratio percent. */
function scaledUp(unit: Unit | undefined, by: string | undefined): Unit | undefined {
  if (by === '12' && unit === 'rate-per-month') return 'rate';
  if (by === '12' && unit === 'years') return 'months';
  if (by === '100' && unit === 'ratio') return 'percent';
  return by === '0.0001' && unit === 'basis-points' ? 'rate' : unit;
}

/** Divided by a number: a twelfth of the year's rate is a month's, 360 or 365 days are a year of interest. */
function scaledDown(unit: Unit | undefined, by: string | undefined): Unit | undefined {
  if (by === '12' && unit === 'rate') return 'rate-per-month';
  if (by === '12' && unit === 'months') return 'years';
  if (by === '100' && unit === 'percent') return 'ratio';
  if ((by === '360' || by === '365' || by === '366') && unit === 'days') return 'years';
  return by === '10000' && unit === 'basis-points' ? 'rate' : unit;
}

/** The product, found from this order of the two; undefined where it is not. */
function product(a: Unit, b: Unit): Unit | undefined {
  if (a === 'ratio') return b;
  if (a === 'count') return b === 'ratio' ? undefined : b;
  if (a === 'money') return fractions.has(b) || stretches.has(b) || b === 'area' ? a : undefined;
  if (a === 'rate' && b === 'years') return 'ratio';
  return a === 'rate-per-month' && b === 'months' ? 'ratio' : undefined;
}

function quotient(left: Unit, right: Unit): Result {
  if (isSameUnit(left, right)) return 'ratio';
  if (right === 'count') return left;
  if (right === 'ratio') {
    return typeof left === 'object' || quantities.has(left) || fractions.has(left) ? left : 'wrong';
  }
  if (left === 'money')
    return fractions.has(right) || stretches.has(right) || right === 'area' ? left : 'wrong';
  if (left === 'ratio' && right === 'years') return 'rate';
  return left === 'ratio' && right === 'months' ? 'rate-per-month' : 'wrong';
}

/** `100 * a / b` is a hundred times a ratio. */
function inHundredths(unit: Result, { hundredfold }: Literals): Result {
  return unit === 'ratio' && hundredfold ? 'percent' : unit;
}

/** A number written out, divided by a thing: only fractions and counts leave a number. */
function inverse(right: Unit, literal: string | undefined): Result {
  return literal === undefined || fractions.has(right) || right === 'count' ? undefined : 'wrong';
}

import { type Builtin, isBuiltin, signatureOf } from './builtins.ts';
import type { Operands } from './core.ts';
import { suits } from './suits.ts';
import type { ArithmeticOperator, Syntax } from './syntax.ts';
import { any, bareNumber, date, number, text, type Type } from './types.ts';
import { unitOf } from './units.ts';

/** The type of `left operator right`; undefined where it has no meaning. */
export function arithmeticType(
  operator: ArithmeticOperator,
  [left, right]: readonly [Type, Type],
  sides: readonly [Syntax, Syntax],
): Type | undefined {
  if (left.kind === 'any' || right.kind === 'any') return any;
  const sum = operator === '+' || operator === '-';
  if (left.kind === 'number' && right.kind === 'number') {
    const [a, b] = sides.map((side) => (side.kind === 'number' ? side.text : undefined));
    const hundredfold = isHundredfold(sides[0]);
    const unit = unitOf(operator, left.unit, right.unit, { left: a, right: b, hundredfold });
    if (unit === 'wrong') return undefined;
    return unit === undefined ? bareNumber : number(unit);
  }
  if (left.kind === 'text' && right.kind === 'text') return operator === '+' ? text : undefined;
  if (sum && isDay(left) && isDuration(right)) return left;
  if (operator === '+' && isDuration(left) && isDay(right)) return right;
  if (operator === '-' && isDay(left) && left.kind === right.kind) return { kind: 'days-duration' };
  if (sum && isDuration(left) && left.kind === right.kind) return left;
  return undefined;
}

/** `100 * a` or `a * 100`. */
function isHundredfold(side: Syntax): boolean {
  if (side.kind !== 'arithmetic' || side.operator !== '*') return false;
  return [side.left, side.right].some((one) => one.kind === 'number' && one.text === '100');
}

/** What an operation works on, by the types of its sides; both are numbers where that is not known. */
export function operandsOf(left: Type | undefined, right: Type): Operands {
  if (left === undefined) return isDuration(right) ? 'durations' : 'numbers';
  if (left.kind === 'text') return 'texts';
  if (isDay(left)) return isDuration(right) ? 'day and duration' : 'days';
  if (isDuration(left)) return isDay(right) ? 'duration and day' : 'durations';
  return 'numbers';
}

/** Whole powers only, so that the result is exact and of bounded length. */
export function isBoundedPower(exponent: Syntax): boolean {
  const literal = exponent.kind === 'negation' ? exponent.of : exponent;
  return (
    literal.kind === 'number' && /^\d{1,4}$/u.test(literal.text) && Number(literal.text) <= 1200
  );
}

/** The function behind `of.name` where `of` is no record: the year of a date, the days of a duration. */
export function propertyOf(of: Type, name: string): Builtin | undefined {
  const property = `.${name}`;
  if (of.kind === 'any' || !isBuiltin(property)) return undefined;
  const [parameter] = signatureOf(property).parameters;
  return parameter && suits(parameter, of) ? property : undefined;
}

/** The type of a date, time or duration, by the form of its text. */
export function temporalType(written: string): Type {
  if (/^-?P/u.test(written))
    return { kind: /[DT]/u.test(written) ? 'days-duration' : 'months-duration' };
  if (written.includes('T')) return { kind: 'date-time' };
  return written.includes(':') ? { kind: 'time' } : date;
}

function isDay({ kind }: Type): boolean {
  return kind === 'date' || kind === 'date-time';
}

function isDuration({ kind }: Type): boolean {
  return kind === 'days-duration' || kind === 'months-duration';
}

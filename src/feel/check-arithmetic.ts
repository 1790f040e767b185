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
    const unit = unitOf(operator, left.unit, right.unit, { left: a, right: b });
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

/** Whole powers only, so that the result is exact and of bounded length. */
export function isBoundedPower(exponent: Syntax): boolean {
  const literal = exponent.kind === 'negation' ? exponent.of : exponent;
  return (
    literal.kind === 'number' && /^\d{1,4}$/u.test(literal.text) && Number(literal.text) <= 1200
  );
}

/** The type of `of.name` where `of` is no record: the year of a date, the days of a duration. */
export function propertyType(of: Type, name: string): Type | undefined {
  const isMoment = of.kind === 'date-time' || of.kind === 'time';
  if (isDay(of) && (name === 'year' || name === 'month' || name === 'day' || name === 'weekday'))
    return bareNumber;
  if (isMoment && name === 'hour') return number('hours');
  if (isMoment && name === 'minute') return bareNumber;
  if (of.kind === 'days-duration' && name === 'days') return number('days');
  if (of.kind === 'months-duration' && name === 'years') return number('years');
  return of.kind === 'months-duration' && name === 'months' ? number('months') : undefined;
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

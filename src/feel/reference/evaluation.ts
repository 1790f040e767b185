import type { Syntax } from '../syntax.ts';
import type { Unknown, Value } from '../value.ts';
import type { Budget } from './limits.ts';
import type { Scope } from './scope.ts';
import { isUnknown, unknown, unknownWithin } from './unknown.ts';

/**
 * How what is missing or wrong is read.
 *
 * `dmn`: as DMN 1.5 says; it is null.
 * `rules`: as verdicts need it; it is unknown, and says what would settle it. Null is a field verified to be none.
 */
export interface Reading {
  readonly nulls: 'dmn' | 'rules';
}

/** Where an evaluation stands. */
export interface Evaluation {
  readonly scope: Scope;
  readonly reading: Reading;
  readonly budget: Budget;
  /** Given rather than imported, so that the files of the evaluator do not import each other in a circle. */
  readonly evaluate: (node: Syntax, within: Evaluation) => Value;
}

/** What a test comes to; null and Unknown both stand for "neither", each in its own reading. */
export type Truth = boolean | null | Unknown;

export function isRules({ reading }: Pick<Evaluation, 'reading'>): boolean {
  return reading.nulls === 'rules';
}

/** The result of an operation that has none for these values; what is unknown inside them may be why. */
export function nothing(
  within: Pick<Evaluation, 'reading'>,
  ...values: readonly Value[]
): null | Unknown {
  if (!isRules(within)) return null;
  return unknownWithin(list(values)) ?? unknown('undefined', '');
}

function list(items: readonly Value[]): Value {
  return { kind: 'list', items };
}

/** A value where a truth is wanted. */
export function truthOf(value: Value, within: Pick<Evaluation, 'reading'>): Truth {
  return typeof value === 'boolean' || isUnknown(value) ? value : nothing(within, value);
}

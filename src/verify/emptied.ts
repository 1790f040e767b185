import { isUnknown } from '../feel/operations/unknown.ts';
import type { Context, Value } from '../feel/value.ts';
import type { Expression, Program, ProgramRule, RuleEditionProgram } from '../program/ast.ts';
import { blank, valueKnowing } from './known-so-far.ts';

/** The names that lead from a file to a list in it: `loan`, `approvedConditions`. */
export type Way = readonly string[];

/**
 * What an expression of a rule comes to in a file of which nothing is known but that one list is empty.
 *
 * Whatever it then comes to, it comes to in every file with that list empty.
 */
export function whenEmpty(
  expression: Expression,
  way: Way,
  rule: ProgramRule,
  edition: RuleEditionProgram,
  program: Program,
): Value | undefined {
  const root = fileWith(way, { kind: 'list', items: [], pointer: `/${way.join('/')}` });
  const { each, subject } = rule;
  const element: Context = { ...blank, pointer: '/0' };
  const variables = new Map(each ? [[each.variable.id, element]] : []);
  return valueKnowing(expression.core, root, subject, { day: edition.from, variables }, program);
}

/** Whether a value is not known because a list is empty, as the first of no elements is. */
export function isForEmptiness(value: Value | undefined): boolean {
  return isUnknown(value) && value.missing.some(({ why }) => why === 'empty');
}

/** A file with one value in it. */
function fileWith(way: Way, value: Value, pointer = ''): Context {
  const [name = '', ...rest] = way;
  const inner = rest.length > 0 ? fileWith(rest, value, `${pointer}/${name}`) : value;
  return { kind: 'context', entries: new Map([[name, inner]]), pointer };
}

import { blankDossier } from '../dossier/dossier.ts';
import { bound, momentOf, newSession } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Context, Value } from '../feel/value.ts';
import type { Expression, Program, ProgramRule, RuleEditionProgram } from '../program/ast.ts';

/** The names that lead from a file to a list in it: `contract`, `approvedConditions`. */
export type Way = readonly string[];

/**
 * What an expression of a rule comes to in a file of which nothing is known but that one list is empty.
 *
 * Whatever it then comes to, it comes to in every file with that list empty.
 *
 * @param way - to the list; empty for a file of which nothing at all is known
 */
export function whenEmpty(
  expression: Expression,
  way: Way,
  rule: ProgramRule,
  edition: RuleEditionProgram,
  program: Program,
): Value {
  const root = fileWith(way);
  const session = newSession(program, { ...blankDossier, root }, rule.subject);
  const { each } = rule;
  const element: Context = { kind: 'context', entries: new Map(), pointer: '/0' };
  const moment = momentOf(session, edition.from);
  return valueOf(expression, each ? bound(moment, each.variable, element) : moment);
}

/** Whether a value is not known because a list is empty, as the first of no elements is. */
export function isForEmptiness(value: Value | undefined): boolean {
  return isUnknown(value) && value.missing.some(({ why }) => why === 'empty');
}

/** A file with nothing in it but an empty list, if that. */
function fileWith([name, ...rest]: Way, pointer = ''): Context {
  if (name === undefined) return { kind: 'context', entries: new Map(), pointer };
  const place = `${pointer}/${name}`;
  const inner: Value =
    rest.length > 0 ? fileWith(rest, place) : { kind: 'list', items: [], pointer: place };
  return { kind: 'context', entries: new Map([[name, inner]]), pointer };
}

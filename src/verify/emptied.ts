import { blankDossier } from '../dossier/dossier.ts';
import { bound, momentOf, newSession } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Context, Value } from '../feel/value.ts';
import type { Expression, Program, ProgramRule, RuleEditionProgram } from '../program/ast.ts';
import { type Roots, rootsReader } from './roots.ts';

/** The names that lead from a file to a list in it: `contract`, `approvedConditions`. */
export type Way = readonly string[];

/**
 * What an expression of a rule comes to in a file of which nothing is known but that one list is empty.
 *
 * Whatever it then comes to, it comes to in every file with that list empty.
 */
export type WhenEmpty = (
  expression: Expression,
  way: Way,
  rule: ProgramRule,
  edition: RuleEditionProgram,
) => Value;

/** An expression that does not read the list comes to the same for all such lists: it is asked once for them all. */
export function whenEmptyIn(program: Program): WhenEmpty {
  const rootsOf = rootsReader(program);
  const known = new Map<Expression, { readonly roots: Roots; readonly otherwise: Value }>();
  return (expression, way, rule, edition) => {
    const { roots, otherwise } = known.get(expression) ?? asked(expression, rule, edition);
    return roots === 'all' || roots.has(way[0] ?? '')
      ? valueIn(fileWith(way), expression, rule, edition)
      : otherwise;
  };

  function asked(expression: Expression, rule: ProgramRule, edition: RuleEditionProgram) {
    const otherwise = valueIn(fileWith([]), expression, rule, edition);
    const made = { roots: rootsOf(expression.core), otherwise };
    known.set(expression, made);
    return made;
  }

  function valueIn(
    root: Context,
    expression: Expression,
    rule: ProgramRule,
    edition: RuleEditionProgram,
  ): Value {
    const session = newSession(program, { ...blankDossier, root }, rule.subject);
    const { each } = rule;
    const element: Context = { kind: 'context', entries: new Map(), pointer: '/0' };
    const moment = momentOf(session, edition.from);
    return valueOf(expression, each ? bound(moment, each.variable, element) : moment);
  }
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

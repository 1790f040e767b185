import { type Names, newVariables } from './bindings.ts';
import { coreOf } from './check.ts';
import { newChecker } from './checker.ts';
import { checkedTests } from './check-tests.ts';
import type { Core } from './core.ts';
import type { Syntax, UnaryTest } from './syntax.ts';
import type { Type } from './types.ts';

/** What may stand at a place of an expression. */
export interface ScopeAt {
  /** What may be named there; absent behind a point, and within a text. */
  readonly names?: Names;
  /** Behind a point: the type whose fields may follow. */
  readonly fieldsOf?: Type;
  /** What it is compared with. */
  readonly beside?: Type;
}

/**
 * What may stand where an expression has a mark: a name, the name behind a point, or a text that nothing else has.
 *
 * @param of - what a cell of a table is tried on, where the syntax is that of one
 */
export function scopeAt(
  syntax: Syntax | readonly UnaryTest[],
  mark: string,
  names: Names,
  of?: Core,
): ScopeAt | undefined {
  let found: ScopeAt | undefined;
  let beside: Type | undefined;
  const checker = newChecker([], newVariables(), (node, inner, own) => {
    if (node.kind === 'name' && node.name === mark) found = { names: inner };
    if (node.kind === 'text' && node.value === mark) found = {};
    if (node.kind === 'path' && node.name === mark)
      found = { fieldsOf: own.check(node.of, inner).type };
    if (node.kind === 'comparison') {
      if (isMark(node.right)) beside ??= own.check(node.left, inner).type;
      if (isMark(node.left)) beside ??= own.check(node.right, inner).type;
    }
    if (node.kind === 'membership' && node.tests.some(hasMark))
      beside ??= own.check(node.of, inner).type;
    return coreOf(node, inner, own);
  });
  if (Array.isArray(syntax)) {
    if (!of) return undefined;
    if (syntax.some(hasMark)) beside = of.type;
    checkedTests(syntax, of, names, checker);
  } else checker.check(syntax as Syntax, names);
  return found && { ...found, ...(beside && { beside }) };

  function isMark(node: Syntax): boolean {
    return (
      (node.kind === 'name' && node.name === mark) || (node.kind === 'text' && node.value === mark)
    );
  }

  function hasMark(test: UnaryTest): boolean {
    switch (test.kind) {
      case 'any':
        return false;
      case 'not':
        return test.tests.some(hasMark);
      case 'compare':
        return isMark(test.to);
      case 'value':
        return isMark(test.value) || (test.value.kind === 'list' && test.value.items.some(isMark));
    }
  }
}

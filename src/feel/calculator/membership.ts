import { unreachable } from '../../base/invariant.ts';
import type { Syntax, UnaryTest } from '../syntax.ts';
import { isKind, type List, type Value } from '../value.ts';
import { equalityOf, isNull } from '../operations/equality.ts';
import type { Evaluation } from './evaluation.ts';
import { type Truth, isRules, truthOf } from '../operations/operating.ts';
import { comparisonOf, isInside } from '../operations/order.ts';
import { withNames } from './scope.ts';
import { andMember, anyOf, negationOf } from '../operations/truth.ts';
import { isUnknown } from '../operations/unknown.ts';

/** `value in tests`: whether one of them holds. */
export function membershipOf(value: Value, tests: readonly UnaryTest[], within: Evaluation): Truth {
  const inside = { ...within, scope: withNames(within.scope, new Map([['?', value]])) };
  return anyOf(tests.map((test) => passes(value, test, inside)));
}

function passes(value: Value, test: UnaryTest, within: Evaluation): Truth {
  switch (test.kind) {
    case 'any':
      return true;
    case 'not':
      return negationOf(anyOf(test.tests.map((inner) => passes(value, inner, within))));
    case 'compare': {
      const to = within.evaluate(test.to, within);
      if (test.to.kind === 'null' && test.operator === '=') return isNull(value);
      if (test.to.kind === 'null' && test.operator === '!=') return negationOf(isNull(value));
      return comparisonOf(test.operator, value, to, within);
    }
    case 'value': {
      if (test.value.kind === 'null') return isNull(value);
      const result = within.evaluate(test.value, within);
      return speaksOfInput(test.value) ? truthOf(result, within) : isIn(value, result, within);
    }
    default:
      return unreachable(test);
  }
}

/** Whether a value is another, or lies in it where that is a range or list. */
function isIn(value: Value, target: Value, within: Evaluation): Truth {
  if (isUnknown(target)) return target;
  if (isKind(target, 'range')) return isInside(value, target, within);
  if (typeof target !== 'object' || target?.kind !== 'list')
    return equalityOf(value, target, within);
  const itself = isKind(value, 'list');
  const whole: Truth = itself ? equalityOf(value, target, within) : false;
  return anyOf([isElementOf(value, target, within), whole]);
}

/** Whether a list has the value, or a range with the value in it. */
function isElementOf(value: Value, list: List, within: Evaluation): Truth {
  return anyOf(
    list.items.map((item, index) => {
      const isRange = isKind(item, 'range');
      const truth = isRange ? isInside(value, item, within) : looseEquality(value, item, within);
      return andMember(list.maybe?.[index], truth);
    }),
  );
}

/** In a list of many kinds, an element of another kind is just not the value. */
function looseEquality(a: Value, b: Value, within: Evaluation): Truth {
  const truth = equalityOf(a, b, within);
  return truth === null && !isRules(within) ? false : truth;
}

const known = new WeakMap<Syntax, boolean>();

/** Whether `?`, the value under test, occurs in an expression. */
function speaksOfInput(node: Syntax): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const found = occursIn(node);
  known.set(node, found);
  return found;
}

/** Walks plain data: every part of an expression is a node, a list of nodes, or a word. */
function occursIn(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('kind' in part && part.kind === 'name' && 'name' in part && part.name === '?') return true;
  return Object.values(part).some(occursIn);
}

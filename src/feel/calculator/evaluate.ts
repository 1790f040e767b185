import { unreachable } from '../../base/invariant.ts';
import { parseRational } from '../../values/rational.ts';
import { parseTemporal } from '../../values/temporal-text.ts';
import type {
  Arithmetic,
  Comparison,
  ContextLiteral,
  If,
  RangeLiteral,
  Syntax,
} from '../syntax.ts';
import type { Range, Value } from '../value.ts';
import { pathOf } from './access.ts';
import { arithmeticOf, isNought, negativeOf } from '../operations/arithmetic.ts';
import { builtinNamed, callBuiltin } from '../operations/builtins.ts';
import { callOf, functionOf } from './calls.ts';
import { spendOnFraction } from '../operations/costs.ts';
import { equalityOf, isNull } from '../operations/equality.ts';
import type { Evaluation } from './evaluation.ts';
import {
  type Operating,
  type Reading,
  type Truth,
  isRules,
  nothing,
} from '../operations/operating.ts';
import { instanceOf } from './instance-of.ts';
import { EvaluationLimit, limits, newBudget, spend } from '../operations/limits.ts';
import { list } from '../operations/list.ts';
import { filterOf, forOf, quantifierOf } from './lists.ts';
import { membershipOf } from './membership.ts';
import { pointerOfPart, truthAt } from './places.ts';
import { comparisonOf, isInside } from '../operations/order.ts';
import { type Scope, withNames } from './scope.ts';
import { allOf, anyOf, negationOf } from '../operations/truth.ts';
import { isUnknown, union, unknown, unknownAmong } from '../operations/unknown.ts';

/**
 * What an expression is worth: slow, exact, and the meaning that everything faster is tested against.
 *
 * @throws EvaluationLimit where it would take too long or too much memory
 */
export function evaluate(
  node: Syntax,
  scope: Scope,
  reading: Reading,
  world: Pick<Operating, 'calendar' | 'now'> = {},
): Value {
  try {
    const budget = newBudget();
    return evaluateWithin(node, { ...world, scope, reading, budget, evaluate: evaluateWithin });
  } catch (error) {
    // The host's stack may be smaller than the limit of depth allows for.
    if (error instanceof RangeError) throw new EvaluationLimit('depth');
    throw error;
  }
}

/** `evaluate` inside another evaluation, from whose budget it is paid. */
export function evaluateWithin(node: Syntax, within: Evaluation): Value {
  const { budget } = within;
  spend(budget, 1);
  budget.depth += 1;
  if (budget.depth > limits.depth) throw new EvaluationLimit('depth');
  const value = valueOf(node, within);
  budget.depth -= 1;
  return value;
}

function valueOf(node: Syntax, within: Evaluation): Value {
  const value = (of: Syntax) => evaluateWithin(of, within);
  switch (node.kind) {
    case 'number':
      return numberOf(node.text, within);
    case 'text':
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'temporal':
      return parseTemporal(node.text) ?? nothing(within);
    case 'name':
      return nameOf(node.name, within);
    case 'path':
      return pathOf(value(node.of), node.name, within);
    case 'filter':
      return filterOf(node, within);
    case 'list':
      return list(node.items.map(value));
    case 'context':
      return contextOf(node, within);
    case 'range':
      return rangeOf(node, within);
    case 'call':
      return callOf(node, within);
    case 'arithmetic':
      return operationOf(node, within);
    case 'negation': {
      const of = value(node.of);
      return isUnknown(of) ? of : (negativeOf(of) ?? nothing(within, of));
    }
    case 'comparison':
      return comparison(node, within);
    case 'logic': {
      const truths = [node.left, node.right].map((side) => truthAt(side, within));
      return node.operator === 'and' ? allOf(truths) : anyOf(truths);
    }
    case 'if':
      return choiceOf(node, within);
    case 'for':
      return forOf(node, within);
    case 'quantifier':
      return quantifierOf(node, within);
    case 'between': {
      const [low, high] = [value(node.low), value(node.high)];
      return isInside(
        value(node.of),
        { kind: 'range', low, high, lowIncluded: true, highIncluded: true },
        within,
      );
    }
    case 'membership':
      return membershipOf(value(node.of), node.tests, within);
    case 'instance-of':
      return instanceOf(value(node.of), node.type, within);
    case 'function':
      return functionOf(node, within);
    default:
      return unreachable(node);
  }
}

function numberOf(text: string, within: Evaluation): Value {
  const number = parseRational(text);
  if (!number) return nothing(within);
  spendOnFraction(within.budget, number);
  return number;
}

function nameOf(name: string, within: Evaluation): Value {
  const value = within.scope.get(name);
  if (value !== undefined) return value;
  return builtinNamed(name) ? builtinValue(name, within) : nothing(within);
}

/** A built-in function as a value, as in `sort(list, precedes)` or `f(abs)`. */
function builtinValue(name: string, within: Evaluation): Value {
  const [form, ...others] = builtinNamed(name) ?? [];
  const isOne = form && others.length === 0 && form.spread === undefined;
  return {
    kind: 'function',
    parameters: isOne ? form.parameters : undefined,
    call: (args) => callBuiltin(name, args, within),
  };
}

/** Each entry may use those before it; a key given twice makes no context. */
function contextOf(node: ContextLiteral, within: Evaluation): Value {
  const entries = new Map<string, Value>();
  const inside = { ...within, scope: withNames(within.scope, entries) };
  for (const { key, value } of node.entries) {
    if (entries.has(key)) return nothing(within);
    entries.set(key, evaluateWithin(value, inside));
  }
  return { kind: 'context', entries };
}

function rangeOf(node: RangeLiteral, within: Evaluation): Range {
  const { lowIncluded, highIncluded } = node;
  const low = node.low && evaluateWithin(node.low, within);
  // `(= 3)` has one and the same node at both ends.
  if (node.low === node.high)
    return { kind: 'range', low, high: low, lowIncluded, highIncluded, only: true };
  const high = node.high && evaluateWithin(node.high, within);
  return { kind: 'range', low, high, lowIncluded, highIncluded };
}

function operationOf(node: Arithmetic, within: Evaluation): Value {
  const a = evaluateWithin(node.left, within);
  const b = evaluateWithin(node.right, within);
  const missing = unknownAmong([a, b], within.budget);
  if (missing) return missing;
  const result = arithmeticOf(node.operator, a, b, within.budget);
  if (result !== undefined) return result;
  if (isRules(within) && node.operator === '/' && isNought(b)) {
    return unknown('zero', pointerOfPart(node.right, within) ?? '');
  }
  return nothing(within, a, b);
}

function comparison(node: Comparison, within: Evaluation): Truth {
  const { operator, left, right } = node;
  if (operator === '=' || operator === '!=') {
    const other = left.kind === 'null' ? right : right.kind === 'null' ? left : undefined;
    const truth = other
      ? isNull(evaluateWithin(other, within))
      : equalityOf(evaluateWithin(left, within), evaluateWithin(right, within), within);
    return operator === '=' ? truth : negationOf(truth);
  }
  return comparisonOf(
    operator,
    evaluateWithin(left, within),
    evaluateWithin(right, within),
    within,
  );
}

/** In rules a condition that is unknown leaves both branches open: only where they agree there is a value. */
function choiceOf(node: If, within: Evaluation): Value {
  const condition = truthAt(node.condition, within);
  if (!isRules(within)) return evaluateWithin(condition === true ? node.yes : node.no, within);
  if (condition === true) return evaluateWithin(node.yes, within);
  if (condition === false) return evaluateWithin(node.no, within);
  const branches = [evaluateWithin(node.yes, within), evaluateWithin(node.no, within)] as const;
  const agree =
    branches.every((branch) => branch === null) || equalityOf(...branches, within) === true;
  if (agree && !branches.some(isUnknown)) return branches[0];
  return union([condition, ...branches].filter(isUnknown)) ?? nothing(within);
}

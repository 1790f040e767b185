import { unreachable } from '../base/invariant.ts';
import { type Names, withVariable } from './bindings.ts';
import { adopt, wordOf } from './check-call.ts';
import { type Checker, isOrdered } from './checker.ts';
import type { Core, TestCore } from './core.ts';
import type { Comparison, Syntax, UnaryTest } from './syntax.ts';
import { comparable, listOf } from './types.ts';

/** The tests that stand behind `in`, or in a cell of a decision table. */
export function checkedTests(
  tests: readonly UnaryTest[],
  of: Core,
  names: Names,
  checker: Checker,
): readonly TestCore[] {
  const { check, report } = checker;
  return tests.map(testOf);

  function testOf(test: UnaryTest): TestCore {
    switch (test.kind) {
      case 'any':
        return { kind: 'any' };
      case 'not':
        return { kind: 'not', tests: test.tests.map(testOf) };
      case 'compare': {
        const { operator } = test;
        const to = check(test.to, names);
        if (operator === '=' || operator === '!=')
          return { kind: 'compare', operator, to: equalTo(to, operator) };
        const limit = ordered(of, to, operator, checker);
        neverTrue(test, [[operator, limit]]);
        return { kind: 'compare', operator, to: limit };
      }
      case 'value':
        return valueTest(test.value);
      default:
        return unreachable(test);
    }
  }

  function valueTest(node: Syntax): TestCore {
    if (node.kind === 'range') {
      const { lowIncluded, highIncluded } = node;
      const low = node.low && ordered(of, check(node.low, names), '>=', checker);
      const high = node.high && ordered(of, check(node.high, names), '<=', checker);
      neverTrue(node, [
        [lowIncluded ? '>=' : '>', low],
        [highIncluded ? '<=' : '<', high],
      ]);
      return { kind: 'range', low, high, lowIncluded, highIncluded };
    }
    const value = check(node, withVariable(names, '?', of.type));
    if (value.type.kind === 'boolean' && of.type.kind !== 'boolean')
      return { kind: 'holds', condition: value };
    if (value.type.kind === 'list' && of.type.kind !== 'list') {
      if (!comparable(of.type, value.type.of)) {
        report('feel/compare', node, { operator: '=', left: of.type, right: value.type.of });
      }
      if (value.kind === 'list') for (const item of value.items) wordOf(of, item, report);
      return { kind: 'inside', list: adopt(value, listOf(of.type)) };
    }
    return { kind: 'equal', value: equalTo(value) };
  }

  function equalTo(value: Core, operator: '=' | '!=' = '='): Core {
    if (!comparable(of.type, value.type)) {
      report('feel/compare', value.syntax, { operator, left: of.type, right: value.type });
    }
    const equal = adopt(value, of.type);
    if (!wordOf(of, value, report)) neverTrue(value.syntax, [[operator, equal]]);
    return equal;
  }

  /** A row or test that no number of the schema can meet is dead. */
  function neverTrue(
    at: { readonly start: number; readonly end: number },
    limits: readonly (readonly [Comparison['operator'], Core | undefined])[],
  ): void {
    for (const [operator, limit] of limits) {
      if (limit && checker.always(at, operator, of, limit, false)) return;
    }
  }
}

/** The limit, in the unit of what it limits. */
export function ordered(
  of: Core,
  limit: Core,
  operator: Comparison['operator'],
  { report }: Checker,
): Core {
  if (!comparable(of.type, limit.type) || !isOrdered(of.type) || !isOrdered(limit.type)) {
    report('feel/compare', limit.syntax, { operator, left: of.type, right: limit.type });
  }
  return adopt(limit, of.type);
}

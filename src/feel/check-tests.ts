import { unreachable } from '../base/invariant.ts';
import { type Names, withVariable } from './bindings.ts';
import { adopt, checkBeside, wordOf } from './check-call.ts';
import { codesNamed, listedCore } from './check-codes.ts';
import { reportOrder } from './check-kinds.ts';
import { type Checker, comparedAs, isOrdered, spanOf } from './checker.ts';
import type { Core, TestCore, Variable } from './core.ts';
import type { Comparison, Syntax, UnaryTest } from './syntax.ts';
import { comparable, listOf } from './types.ts';

/** The tests that stand behind `in`, or in a cell of a decision table; `?` in them is `subject`. */
export function checkedTests(
  tests: readonly UnaryTest[],
  of: Core,
  names: Names,
  checker: Checker,
): { readonly subject: Variable; readonly tests: readonly TestCore[] } {
  const { check, report } = checker;
  const subject = checker.variables.named('?', of.type);
  return { subject, tests: tests.map(testOf) };

  function testOf(test: UnaryTest): TestCore {
    switch (test.kind) {
      case 'any':
        return { kind: 'any' };
      case 'not':
        return { kind: 'not', tests: test.tests.map(testOf) };
      case 'compare': {
        const { operator } = test;
        const to = checkBeside(test.to, of.type, names, checker);
        if ((operator === '=' || operator === '!=') && to.type.kind === 'null')
          return operator === '=' ? none : { kind: 'not', tests: [none] };
        if (operator === '=' || operator === '!=') {
          const equal = equalTo(to, operator);
          return {
            kind: 'compare',
            operator,
            compared: comparedAs(of.type, equal.type),
            to: equal,
          };
        }
        const limit = ordered(of, to, operator, checker);
        neverTrue(test, [[operator, limit]]);
        return { kind: 'compare', operator, compared: comparedAs(of.type, limit.type), to: limit };
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
      if (low && high) checker.always(node, '<=', low, high, false);
      const compared = comparedAs(of.type, (low ?? high ?? of).type);
      return { kind: 'range', compared, low, high, lowIncluded, highIncluded };
    }
    const codes = codesNamed(node, names);
    if (codes) {
      const tested: Core = {
        kind: 'variable',
        type: of.type,
        variable: subject,
        span: spanOf(node),
      };
      const at = { codes: node, span: spanOf(node) };
      return { kind: 'holds', condition: listedCore(tested, codes, at, names, checker) };
    }
    const value = checkBeside(node, of.type, withVariable(names, subject), checker);
    if (value.type.kind === 'null') return none;
    if (value.type.kind === 'boolean' && of.type.kind !== 'boolean')
      return { kind: 'holds', condition: value };
    if (value.type.kind === 'list' && of.type.kind !== 'list') {
      const blanks = value.kind === 'list' && value.items.some((item) => wordOf(of, item, checker));
      if (!blanks && !comparable(of.type, value.type.of)) {
        report('feel/compare', node, { operator: '=', left: of.type, right: value.type.of });
      }
      const compared = comparedAs(of.type, value.type.of);
      return { kind: 'inside', compared, list: adopt(value, listOf(of.type)) };
    }
    const equal = equalTo(value);
    return { kind: 'equal', compared: comparedAs(of.type, equal.type), value: equal };
  }

  function equalTo(value: Core, operator: '=' | '!=' = '='): Core {
    const equal = adopt(value, of.type);
    if (wordOf(of, value, checker)) return equal;
    if (!comparable(of.type, value.type)) {
      report('feel/compare', value.span, { operator, left: of.type, right: value.type });
    }
    neverTrue(value.span, [[operator, equal]]);
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

const none: TestCore = { kind: 'none' };

/** The limit, in the unit of what it limits. */
export function ordered(
  of: Core,
  limit: Core,
  operator: Comparison['operator'],
  checker: Checker,
): Core {
  const fits = comparable(of.type, limit.type) && isOrdered(of.type) && isOrdered(limit.type);
  if (!fits && !reportOrder(of, limit, checker)) {
    checker.report('feel/compare', limit.span, { operator, left: of.type, right: limit.type });
  }
  return adopt(limit, of.type);
}

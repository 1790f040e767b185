import { unreachable } from '../base/invariant.ts';
import { nearest } from '../base/suggest.ts';
import { parseTemporal } from '../values/temporal-text.ts';
import { knowing, type Names } from './bindings.ts';
import { arithmeticType, isBoundedPower, propertyType, temporalType } from './check-arithmetic.ts';
import { adopt, checkCall, wordOf } from './check-call.ts';
import { expectTruth, filterCore, loopCore, quantifierCore } from './check-loops.ts';
import { checkedTests, ordered } from './check-tests.ts';
import { type Checker, isOrdered, newChecker, unknownOf } from './checker.ts';
import type { Core, InstanceCore, TestCore } from './core.ts';
import { factsOf, writtenPath } from './narrow.ts';
import type {
  Arithmetic,
  Comparison,
  InstanceOf,
  Logic,
  Name,
  Path,
  Syntax,
  UnaryTest,
} from './syntax.ts';
import type { TypeProblem } from './type-problems.ts';
import {
  any,
  bareNumber,
  boolean,
  comparable,
  type ContextType,
  join,
  listOf,
  text,
} from './types.ts';

export interface CheckedExpression {
  readonly core: Core;
  readonly problems: readonly TypeProblem[];
}

/** Resolves the names of an expression and works out the type and unit of every part of it. */
export function checkExpression(syntax: Syntax, names: Names): CheckedExpression {
  const problems: TypeProblem[] = [];
  const core = newChecker(problems, coreOf).check(syntax, names);
  return { core, problems };
}

/** The same for a cell of a decision table: tests on the value of its column. */
export function checkTests(
  tests: readonly UnaryTest[],
  of: Core,
  names: Names,
): { readonly tests: readonly TestCore[]; readonly problems: readonly TypeProblem[] } {
  const problems: TypeProblem[] = [];
  return { tests: checkedTests(tests, of, names, newChecker(problems, coreOf)), problems };
}

/** The names where a condition is known to hold, as those of a rule's `require` are where its `when` does. */
export function namesWhere(condition: Core, names: Names): Names {
  return knowing(names, factsOf(condition).ifTrue);
}

function coreOf(node: Syntax, names: Names, checker: Checker): Core {
  const { check, report, outside } = checker;
  switch (node.kind) {
    case 'number':
      return { kind: 'constant', type: bareNumber, text: node.text, syntax: node };
    case 'text':
      return { kind: 'constant', type: text, text: node.value, syntax: node };
    case 'boolean':
      return { kind: 'constant', type: boolean, text: String(node.value), syntax: node };
    case 'null':
      return { kind: 'constant', type: { kind: 'null' }, text: 'null', syntax: node };
    case 'temporal':
      if (!parseTemporal(node.text)) report('feel/literal', node, { text: node.text });
      return { kind: 'constant', type: temporalType(node.text), text: node.text, syntax: node };
    case 'name':
      return nameCore(node, names, checker);
    case 'path':
      return pathCore(node, names, checker);
    case 'filter':
      return filterCore(node, names, checker);
    case 'list': {
      const [head, ...rest] = node.items.map((item) => check(item, names));
      let of = head?.type ?? any;
      for (const item of rest) {
        if (comparable(of, item.type)) of = join(of, item.type);
        else report('feel/mixed-list', item.syntax, { first: of, other: item.type });
      }
      return { kind: 'list', type: listOf(of), items: head ? [head, ...rest] : [], syntax: node };
    }
    case 'call':
      return checkCall(node, names, checker);
    case 'arithmetic':
      return arithmeticCore(node, names, checker);
    case 'negation': {
      const right = check(node.of, names);
      const { kind } = right.type;
      const isNegatable =
        kind === 'number' ||
        kind === 'days-duration' ||
        kind === 'months-duration' ||
        kind === 'any';
      if (!isNegatable)
        report('feel/type', right.syntax, { wanted: bareNumber, found: right.type });
      return { kind: 'arithmetic', operator: '-', type: right.type, right, syntax: node };
    }
    case 'comparison':
      return comparisonCore(node, names, checker);
    case 'logic':
      return logicCore(node, names, checker);
    case 'if': {
      const condition = check(node.condition, names);
      expectTruth(condition, checker);
      const { ifTrue, ifFalse } = factsOf(condition);
      const yes = check(node.yes, knowing(names, ifTrue));
      const no = check(node.no, knowing(names, ifFalse));
      const agree = comparable(yes.type, no.type);
      if (!agree) report('feel/branches', node, { yes: yes.type, no: no.type });
      const type = agree ? join(yes.type, no.type) : any;
      return {
        kind: 'if',
        type,
        condition,
        yes: adopt(yes, type),
        no: adopt(no, type),
        syntax: node,
      };
    }
    case 'for':
      return loopCore(node, names, checker);
    case 'quantifier':
      return quantifierCore(node, names, checker);
    case 'between': {
      const of = check(node.of, names);
      const low = ordered(of, check(node.low, names), '>=', checker);
      const high = ordered(of, check(node.high, names), '<=', checker);
      const never =
        checker.always(node, '>=', of, low, false) || checker.always(node, '<=', of, high, false);
      if (!never)
        for (const [operator, limit] of [
          ['>=', low],
          ['<=', high],
        ] as const)
          checker.always(limit.syntax, operator, of, limit, true);
      const test: TestCore = { kind: 'range', low, high, lowIncluded: true, highIncluded: true };
      return {
        kind: 'membership',
        type: boolean,
        of: adopt(of, low.type),
        tests: [test],
        syntax: node,
      };
    }
    case 'membership': {
      const of = check(node.of, names);
      return {
        kind: 'membership',
        type: boolean,
        of,
        tests: checkedTests(node.tests, of, names, checker),
        syntax: node,
      };
    }
    case 'instance-of':
      return instanceCore(node, names, checker);
    case 'range':
      return outside('question-mark', node);
    case 'context':
      return outside('context', node);
    case 'function':
      return outside('function', node);
    default:
      return unreachable(node);
  }
}

function nameCore(node: Name, names: Names, { report }: Checker): Core {
  const binding = names.resolve(node.name);
  if (!binding) {
    const near = nearest(node.name, names.all());
    report('feel/unknown-name', node, { name: node.name, near });
    return { kind: 'variable', type: any, name: node.name, syntax: node };
  }
  const known = names.known?.(node.name);
  switch (binding.kind) {
    case 'field':
      return {
        kind: 'field',
        type: known ?? binding.field.type,
        field: binding.field,
        syntax: node,
      };
    case 'variable':
      return { kind: 'variable', type: known ?? binding.type, name: node.name, syntax: node };
    case 'reference':
      return {
        kind: 'reference',
        type: known ?? binding.type,
        what: binding.what,
        name: node.name,
        syntax: node,
      };
    default:
      return unreachable(binding);
  }
}

function pathCore(node: Path, names: Names, { check, report }: Checker): Core {
  const of = check(node.of, names);
  const at = { start: node.nameStart, end: node.end };
  const { type } = of;
  if (type.kind === 'list' && type.of.kind === 'context') {
    const field = type.of.fields.get(node.name);
    if (!field) return lacks(type.of);
    const returns: Core = { kind: 'field', type: field.type, field, syntax: node };
    return { kind: 'map', type: listOf(field.type), list: of, returns, syntax: node };
  }
  if (type.kind === 'context') {
    const field = type.fields.get(node.name);
    if (!field) return lacks(type);
    const path = writtenPath(node);
    const known = path === undefined ? undefined : names.known?.(path);
    return { kind: 'field', type: known ?? field.type, of, field, syntax: node };
  }
  const property = propertyType(type, node.name);
  if (property)
    return { kind: 'call', type: property, builtin: `.${node.name}`, args: [of], syntax: node };
  if (type.kind !== 'any') report('feel/no-fields', at, { name: node.name, of: type });
  return unknownOf(node);

  function lacks({ fields }: ContextType): Core {
    const near = nearest(node.name, fields.keys());
    report('feel/unknown-field', at, {
      name: node.name,
      of: [...fields.keys()].slice(0, 8).join(', '),
      near,
    });
    return unknownOf(node);
  }
}

function arithmeticCore(node: Arithmetic, names: Names, { check, report, outside }: Checker): Core {
  const left = check(node.left, names);
  const right = check(node.right, names);
  const { operator } = node;
  if (operator === '**' && !isBoundedPower(node.right)) return outside('power', node);
  const type = arithmeticType(operator, [left.type, right.type], [node.left, node.right]);
  if (!type) {
    report('feel/unit', node, { operator, left: left.type, right: right.type });
    return { kind: 'arithmetic', operator, type: any, left, right, syntax: node };
  }
  const sum = operator === '+' || operator === '-';
  const [a, b] =
    sum && type.kind === 'number' ? [adopt(left, type), adopt(right, type)] : [left, right];
  return { kind: 'arithmetic', operator, type, left: a, right: b, syntax: node };
}

function comparisonCore(node: Comparison, names: Names, { check, report, always }: Checker): Core {
  const { operator } = node;
  const left = check(node.left, names);
  const right = check(node.right, names);
  const equality = operator === '=' || operator === '!=';
  const wrong =
    !comparable(left.type, right.type) ||
    (!equality && !(isOrdered(left.type) && isOrdered(right.type)));
  if (wrong) report('feel/compare', node, { operator, left: left.type, right: right.type });
  const [a, b] = wrong ? [left, right] : [adopt(left, right.type), adopt(right, left.type)];
  const noWord = wordOf(left, right, report) || wordOf(right, left, report);
  if (!wrong && !noWord) always(node, operator, a, b);
  return { kind: 'comparison', type: boolean, operator, left: a, right: b, syntax: node };
}

/** Each part is checked knowing what those before it tell: the rest of an `and` matters only where they are true. */
function logicCore(node: Logic, names: Names, checker: Checker): Core {
  const { operator } = node;
  let inner = names;
  const parts = flatten(node, operator).map((syntax) => {
    const part = checker.check(syntax, inner);
    expectTruth(part, checker);
    const { ifTrue, ifFalse } = factsOf(part);
    inner = knowing(inner, operator === 'and' ? ifTrue : ifFalse);
    return part;
  });
  return { kind: 'logic', type: boolean, operator, parts, syntax: node };
}

const kindsByName: Readonly<Record<string, InstanceCore['is']>> = {
  number: 'number',
  string: 'text',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date-time',
};

/** Which kind of a union a value is; asked of anything else it has always the same answer. */
function instanceCore(node: InstanceOf, names: Names, { check, report, outside }: Checker): Core {
  const is = Object.hasOwn(kindsByName, node.type.name) ? kindsByName[node.type.name] : undefined;
  if (!is) return outside('instance-of', node);
  const of = check(node.of, names);
  const { type } = of;
  const truth = type.kind === 'union' ? type.of.some(({ kind }) => kind === is) : type.kind === is;
  if (type.kind !== 'any' && !(type.kind === 'union' && truth)) {
    report('feel/always', node, { truth, left: undefined, right: undefined });
  }
  return { kind: 'instance-of', type: boolean, of, is, syntax: node };
}

function flatten(node: Syntax, operator: Logic['operator']): readonly Syntax[] {
  if (node.kind !== 'logic' || node.operator !== operator) return [node];
  return [...flatten(node.left, operator), ...flatten(node.right, operator)];
}

import { unreachable } from '../base/invariant.ts';
import { nearest } from '../base/suggest.ts';
import { parseRational, zero } from '../values/rational.ts';
import { parseTemporal } from '../values/temporal-text.ts';
import { type Binding, knowing, type Names, type Variables } from './bindings.ts';
import { signatureOf } from './builtins.ts';
import {
  arithmeticType,
  isBoundedPower,
  operandsOf,
  propertyOf,
  temporalType,
} from './check-arithmetic.ts';
import { adopt, checkBeside, checkCall, wordOf } from './check-call.ts';
import { codesNamed, columnCore, listedCore, misused } from './check-codes.ts';
import { branchType, instanceOf, reportKinds, reportOrder, reportSides } from './check-kinds.ts';
import { checkReferenceCall, reportArguments } from './check-reference.ts';
import { expectTruth, filterCore, loopCore, quantifierCore } from './check-loops.ts';
import { checkedTests, ordered } from './check-tests.ts';
import {
  type Checker,
  comparedAs,
  isOrdered,
  newChecker,
  type Renaming,
  spanOf,
  unknownOf,
} from './checker.ts';
import type { Core, InstanceCore, TestCore, TextSpan, Variable } from './core.ts';
import { factsOf, placeOf } from './narrow.ts';
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
import { fieldNamed, meaningOf, pathOf } from './titles.ts';
import type { TypeProblem } from './type-problems.ts';
import {
  any,
  bareNumber,
  boolean,
  comparable,
  type ContextType,
  either,
  type Field,
  listOf,
  text,
  type Type,
} from './types.ts';

export interface CheckedExpression {
  readonly core: Core;
  readonly problems: readonly TypeProblem[];
  /** What of it is written by title. */
  readonly renamings: readonly Renaming[];
}

export interface CheckedTests {
  /** What `?` stands for in them. */
  readonly subject: Variable;
  readonly tests: readonly TestCore[];
  readonly problems: readonly TypeProblem[];
}

/** Resolves the names of an expression and works out the type and unit of every part of it. */
export function checkExpression(
  syntax: Syntax,
  names: Names,
  variables: Variables,
): CheckedExpression {
  const problems: TypeProblem[] = [];
  const renamings = new Map<number, Renaming>();
  const core = newChecker(problems, variables, coreOf, renamings).check(syntax, names);
  return { core, problems, renamings: [...renamings.values()] };
}

/** The same for a cell of a decision table: tests on the value of its column. */
export function checkTests(
  tests: readonly UnaryTest[],
  of: Core,
  names: Names,
  variables: Variables,
): CheckedTests {
  const problems: TypeProblem[] = [];
  const checker = newChecker(problems, variables, coreOf);
  return { ...checkedTests(tests, of, names, checker), problems };
}

/** The names where a condition is known to hold, as those of a rule's `require` are where its `when` does. */
export function namesWhere(condition: Core, names: Names): Names {
  return knowing(names, factsOf(condition).ifTrue);
}

/** What a part of an expression comes to; whoever looks on while a text is checked asks it itself. */
export function coreOf(node: Syntax, names: Names, checker: Checker): Core {
  const { check, report, outside } = checker;
  const span = spanOf(node);
  switch (node.kind) {
    case 'number':
      return { kind: 'constant', type: bareNumber, value: parseRational(node.text) ?? zero, span };
    case 'text':
      return { kind: 'constant', type: text, value: node.value, span };
    case 'boolean':
      return { kind: 'constant', type: boolean, value: node.value, span };
    case 'null':
      return { kind: 'constant', type: { kind: 'null' }, value: null, span };
    case 'temporal': {
      const value = parseTemporal(node.text);
      if (!value) report('feel/literal', node, { text: node.text });
      return { kind: 'constant', type: temporalType(node.text), value: value ?? null, span };
    }
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
        const both = comparable(of, item.type) ? either(of, item.type) : undefined;
        if (both) of = both;
        else report('feel/mixed-list', item.span, { first: of, other: item.type });
      }
      return { kind: 'list', type: listOf(of), items: head ? [head, ...rest] : [], span };
    }
    case 'call':
      return checkReferenceCall(node, names, checker) ?? checkCall(node, names, checker);
    case 'arithmetic':
      return arithmeticCore(node, names, checker);
    case 'negation': {
      const right = check(node.of, names);
      const isNegatable = ({ kind }: Type) =>
        kind === 'number' ||
        kind === 'days-duration' ||
        kind === 'months-duration' ||
        kind === 'any';
      if (!isNegatable(right.type) && !reportKinds(right, isNegatable, checker))
        report('feel/type', right.span, { wanted: bareNumber, found: right.type });
      const operands = operandsOf(undefined, right.type);
      const type = isNegatable(right.type) ? right.type : any;
      return { kind: 'arithmetic', operator: '-', operands, type, right, span };
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
      const either = branchType(yes, no);
      if (!either) report('feel/branches', node, { yes: yes.type, no: no.type });
      const type = either ?? any;
      return {
        kind: 'if',
        type,
        condition,
        yes: adopt(yes, type),
        no: adopt(no, type),
        span,
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
          checker.always(limit.span, operator, of, limit, true);
      const subject = checker.variables.named('?', of.type);
      const compared = comparedAs(of.type, low.type);
      const test: TestCore = {
        kind: 'range',
        compared,
        low,
        high,
        lowIncluded: true,
        highIncluded: true,
      };
      const limited = adopt(of, low.type);
      return { kind: 'membership', type: boolean, of: limited, subject, tests: [test], span };
    }
    case 'membership': {
      const of = check(node.of, names);
      const [only, ...others] = node.tests;
      const codes = only?.kind === 'value' ? codesNamed(only.value, names) : undefined;
      if (codes && only?.kind === 'value' && others.length === 0)
        return listedCore(of, codes, { codes: only.value, span }, names, checker);
      const { subject, tests } = checkedTests(node.tests, of, names, checker);
      return { kind: 'membership', type: boolean, of, subject, tests, span };
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

/** What other languages, and people, call the constants. */
const constants: Readonly<Record<string, string>> = {
  yes: 'true',
  是: 'true',
  真: 'true',
  no: 'false',
  否: 'false',
  假: 'false',
  none: 'null',
  nil: 'null',
  undefined: 'null',
  empty: 'null',
  空: 'null',
};

function constantMeant(name: string): string | undefined {
  const word = name.toLowerCase();
  return /^(?:true|false|null)$/u.test(word) ? word : constants[word];
}

function nameCore(node: Name, names: Names, checker: Checker): Core {
  const { report, renamed } = checker;
  const meaning = meaningOf(node.name, names);
  const span = spanOf(node);
  if (!meaning) {
    const near = constantMeant(node.name) ?? nearest(node.name, names.all());
    report('feel/unknown-name', node, { name: node.name, near });
    return unknownOf(node);
  }
  if ('clash' in meaning) {
    const [first, second] = meaning.clash;
    report('feel/ambiguous-title', node, { title: node.name, first, second });
    return unknownOf(node);
  }
  const path = pathOf(meaning);
  if (path !== node.name) renamed(span, path);
  const { binding, name, along } = meaning;
  return along.reduce(
    (of, field) => fieldCore(of, field, span, names),
    boundCore(binding, name, span, names, checker),
  );
}

function boundCore(
  binding: Binding,
  name: string,
  span: TextSpan,
  names: Names,
  checker: Checker,
): Core {
  switch (binding.kind) {
    case 'field':
      return fieldCore(ownerCore(binding.owner, span), binding.field, span, names);
    case 'variable': {
      const { variable } = binding;
      const core: Core = { kind: 'variable', type: variable.type, variable, span };
      return { ...core, type: knownType(core, names) ?? variable.type };
    }
    case 'let': {
      const { local } = binding;
      return { kind: 'let', type: local.core.type, local, span };
    }
    case 'reference': {
      const { what, type, takes, row } = binding;
      if (takes) reportArguments(span, name, takes, checker);
      const core: Core = { kind: 'reference', type, what, name, ...(row && { row }), span };
      return { ...core, type: knownType(core, names) ?? type };
    }
    case 'codes':
      return misused(span, name, binding.columns, checker);
    default:
      return unreachable(binding);
  }
}

function ownerCore(owner: 'file' | Variable, span: TextSpan): Core {
  return owner === 'file'
    ? { kind: 'file', type: any, span }
    : { kind: 'variable', type: owner.type, variable: owner, span };
}

function fieldCore(of: Core, field: Field, span: TextSpan, names: Names): Core {
  const narrowed = of.type.kind === 'context' ? of.type.known?.get(field.name) : undefined;
  const core: Core = { kind: 'field', type: narrowed ?? field.type, of, field, span };
  const known = knownType(core, names);
  return known ? { ...core, type: known } : core;
}

/** Of which of its kinds a value is, where a condition around tells. */
function knownType(core: Core, names: Names): Type | undefined {
  const place = names.known && placeOf(core);
  return place === undefined ? undefined : names.known?.(place);
}

function pathCore(node: Path, names: Names, checker: Checker): Core {
  const { check, report, renamed } = checker;
  const codes = codesNamed(node.of, names);
  if (codes) return columnCore(node, codes, names, checker);
  const of = check(node.of, names);
  const at = { start: node.nameStart, end: node.end };
  const span = spanOf(node);
  const { type } = of;
  if (type.kind === 'list' && type.of.kind === 'context') {
    const field = fieldIn(type.of);
    if (!field) return unknownOf(node);
    const variable = checker.variables.element(type.of);
    const returns = fieldCore(ownerCore(variable, span), field, span, names);
    return { kind: 'map', type: listOf(returns.type), variable, list: of, returns, span };
  }
  if (type.kind === 'context') {
    const field = fieldIn(type);
    return field ? fieldCore(of, field, span, names) : unknownOf(node);
  }
  const property = propertyOf(type, node.name);
  if (property) {
    const gives = signatureOf(property).gives([type]);
    return { kind: 'call', type: gives, builtin: property, args: [of], span };
  }
  const hasProperty = (kind: Type) => propertyOf(kind, node.name) !== undefined;
  if (type.kind !== 'any' && !reportKinds(of, hasProperty, checker))
    report('feel/no-fields', at, { name: node.name, of: type });
  return unknownOf(node);

  /** By its name or title; undefined after saying that there is none, or two. */
  function fieldIn({ fields }: ContextType): Field | undefined {
    const found = fieldNamed(fields, node.name);
    if (found && 'name' in found) {
      if (found.name !== node.name) renamed(at, found.name);
      return found;
    }
    if (found) {
      const [first, second] = found.map(({ name }) => name) as [string, string];
      report('feel/ambiguous-title', at, { title: node.name, first, second });
      return undefined;
    }
    const near = nearest(node.name, fields.keys());
    report('feel/unknown-field', at, {
      name: node.name,
      of: [...fields.keys()].slice(0, 8).join(', '),
      near,
    });
    return undefined;
  }
}

function arithmeticCore(node: Arithmetic, names: Names, checker: Checker): Core {
  const { check, report, outside } = checker;
  const left = check(node.left, names);
  const right = check(node.right, names);
  const { operator } = node;
  if (operator === '**' && !isBoundedPower(node.right)) return outside('power', node);
  const type = arithmeticType(operator, [left.type, right.type], [node.left, node.right]);
  if (!type) {
    const sides = [node.left, node.right] as const;
    const fits = (a: Type, b: Type) => arithmeticType(operator, [a, b], sides) !== undefined;
    if (!reportSides(left, right, fits, checker))
      report('feel/unit', node, { operator, left: left.type, right: right.type });
    return unknownOf(node);
  }
  const sum = operator === '+' || operator === '-';
  const [a, b] =
    sum && type.kind === 'number' ? [adopt(left, type), adopt(right, type)] : [left, right];
  const operands = operandsOf(a.type, b.type);
  return { kind: 'arithmetic', operator, operands, type, left: a, right: b, span: spanOf(node) };
}

function comparisonCore(node: Comparison, names: Names, checker: Checker): Core {
  const { check, report, always } = checker;
  const { operator } = node;
  const isWord = node.left.kind === 'name' && !meaningOf(node.left.name, names);
  const first = check(isWord ? node.right : node.left, names);
  const second = checkBeside(isWord ? node.left : node.right, first.type, names, checker);
  const [left, right] = isWord ? [second, first] : [first, second];
  const equality = operator === '=' || operator === '!=';
  const noWord = wordOf(left, right, checker) || wordOf(right, left, checker);
  const wrong =
    !comparable(left.type, right.type) ||
    (!equality && !(isOrdered(left.type) && isOrdered(right.type)));
  if (wrong && !noWord && !reportOrder(left, right, checker))
    report('feel/compare', node, { operator, left: left.type, right: right.type });
  const [a, b] = wrong ? [left, right] : [adopt(left, right.type), adopt(right, left.type)];
  if (!wrong && !noWord) always(node, operator, a, b);
  const span = spanOf(node);
  const of = b.type.kind === 'null' ? a : a.type.kind === 'null' ? b : undefined;
  if (of && equality) {
    const none: Core = { kind: 'none', type: boolean, of, span };
    if (operator === '=') return none;
    return { kind: 'logic', type: boolean, operator: 'not', parts: [none], span };
  }
  const compared = comparedAs(a.type, b.type);
  return { kind: 'comparison', type: boolean, operator, compared, left: a, right: b, span };
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
  return { kind: 'logic', type: boolean, operator, parts, span: spanOf(node) };
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
function instanceCore(node: InstanceOf, names: Names, checker: Checker): Core {
  const { check, outside } = checker;
  const is = Object.hasOwn(kindsByName, node.type.name) ? kindsByName[node.type.name] : undefined;
  if (!is) return outside('instance-of', node);
  return instanceOf(check(node.of, names), is, spanOf(node), checker);
}

function flatten(node: Syntax, operator: Logic['operator']): readonly Syntax[] {
  if (node.kind !== 'logic' || node.operator !== operator) return [node];
  return [...flatten(node.left, operator), ...flatten(node.right, operator)];
}

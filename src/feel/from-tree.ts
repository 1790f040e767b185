import type { SyntaxNode } from '@lezer/common';

import { normalName } from './names.ts';
import type { Dialect, FeelProblem } from './problems.ts';
import type {
  Argument,
  ArithmeticOperator,
  ComparisonOperator,
  ContextLiteral,
  FunctionLiteral,
  Iterator,
  RangeLiteral,
  Syntax,
  UnaryTest,
} from './syntax.ts';
import { typeFromTree } from './type-from-tree.ts';

/** What a walk over lezer's tree needs beside the tree. */
export interface FromTree {
  readonly text: string;
  readonly dialect: Dialect;
  /** Names of several words, by their normal form. */
  readonly known: ReadonlyMap<string, string>;
  readonly problems: FeelProblem[];
}

const arithmeticOperators: readonly ArithmeticOperator[] = ['+', '-', '*', '/', '**'];
const comparisonOperators: readonly ComparisonOperator[] = ['=', '!=', '<', '<=', '>', '>='];

export function expressionFromTree(from: FromTree, top: SyntaxNode): Syntax | undefined {
  const [node] = partsOf(top);
  return node && expression(from, node);
}

export function unaryTestsFromTree(
  from: FromTree,
  top: SyntaxNode,
): readonly UnaryTest[] | undefined {
  const parts = partsOf(top);
  const [first] = parts;
  if (!first) return undefined;
  const { from: start, to: end } = top;
  if (first.name === 'Wildcard') return [{ kind: 'any', start: first.from, end: first.to }];
  const tests = testsIn(
    from,
    parts.find(({ name }) => name === 'PositiveUnaryTests'),
  );
  return first.name === 'not' ? [{ kind: 'not', tests, start, end }] : tests;
}

function expression(from: FromTree, node: SyntaxNode): Syntax {
  const { text } = from;
  const { from: start, to: end } = node;
  const parts = partsOf(node);
  const textOf = (part: SyntaxNode) => text.slice(part.from, part.to);
  const at = (index: number) => operand(from, node, parts[index]);
  switch (node.name) {
    case 'NumericLiteral': {
      const sign = parts.find(({ name }) => name === 'ArithOp');
      const number = text.slice(sign?.to ?? start, end).trim();
      const literal: Syntax = { kind: 'number', text: number, start: end - number.length, end };
      return sign ? { kind: 'negation', of: literal, start, end } : literal;
    }
    case 'StringLiteral':
      return { kind: 'text', value: unescaped(text.slice(start + 1, end - 1)), start, end };
    case 'BooleanLiteral':
      return { kind: 'boolean', value: textOf(node) === 'true', start, end };
    case 'null':
      return { kind: 'null', start, end };
    case 'AtLiteral': {
      const [literal = node] = parts;
      const value = unescaped(text.slice(literal.from + 1, literal.to - 1));
      return { kind: 'temporal', text: value, start, end };
    }
    case 'DateTimeLiteral':
      return parts.length === 1 ? at(0) : call(from, node);
    case 'FunctionInvocation':
      return call(from, node);
    case '?':
      return { kind: 'name', name: '?', start, end };
    case 'VariableName':
    case 'DateTimeConstructor':
    case 'SpecialFunctionName':
      return { kind: 'name', name: nameOf(from, node), start, end };
    case 'PathExpression': {
      const name = parts.at(-1) ?? node;
      return {
        kind: 'path',
        of: at(0),
        name: nameOf(from, name),
        nameStart: name.from,
        start,
        end,
      };
    }
    case 'FilterExpression':
      return { kind: 'filter', of: at(0), by: at(2), start, end };
    case 'ParenthesizedExpression':
      return at(1);
    case 'List': {
      const items = parts.slice(1, -1).map((part) => expression(from, part));
      return { kind: 'list', items, start, end };
    }
    case 'Context':
      return context(from, node);
    case 'FunctionDefinition':
      return functionLiteral(from, node);
    case 'SimplePositiveUnaryTest':
      return range(from, node);
    case 'ArithmeticExpression': {
      const [first] = parts;
      if (first && first.name === 'ArithOp') {
        if (textOf(first) !== '-') refuse(from, first);
        return { kind: 'negation', of: at(1), start, end };
      }
      const operator = arithmeticOperators.find((one) => one === textOf(parts[1] ?? node)) ?? '+';
      return { kind: 'arithmetic', operator, left: at(0), right: at(2), start, end };
    }
    case 'Comparison':
      return comparison(from, node);
    case 'Conjunction':
      return { kind: 'logic', operator: 'and', left: at(0), right: at(2), start, end };
    case 'Disjunction':
      return { kind: 'logic', operator: 'or', left: at(0), right: at(2), start, end };
    case 'IfExpression':
      return { kind: 'if', condition: at(1), yes: at(3), no: at(5), start, end };
    case 'ForExpression':
      return { kind: 'for', iterators: iterators(from, parts[1]), returns: at(3), start, end };
    case 'QuantifiedExpression': {
      const quantifier = parts[0]?.name === 'every' ? 'every' : 'some';
      const satisfies = at(3);
      return {
        kind: 'quantifier',
        quantifier,
        iterators: iterators(from, parts[1]),
        satisfies,
        start,
        end,
      };
    }
    case 'InstanceOfExpression': {
      const type = typeFromTree(from.text, parts.at(-1) ?? node);
      return { kind: 'instance-of', of: at(0), type, start, end };
    }
    default:
      return refuse(from, node);
  }
}

function operand(from: FromTree, parent: SyntaxNode, node: SyntaxNode | undefined): Syntax {
  return node ? expression(from, node) : refuse(from, parent);
}

function comparison(from: FromTree, node: SyntaxNode): Syntax {
  const { from: start, to: end } = node;
  const parts = partsOf(node);
  const of = operand(from, node, parts[0]);
  const [, operator, second, third] = parts;
  if (operator?.name === 'between') {
    const low = operand(from, node, second);
    return { kind: 'between', of, low, high: operand(from, node, parts[4]), start, end };
  }
  if (operator?.name === 'in') {
    if (second && second.name !== '(') return membership(from, of, second, undefined);
    return { kind: 'membership', of, tests: testsIn(from, third), start, end };
  }
  const symbol = operatorIn(from, operator ?? node);
  return {
    kind: 'comparison',
    operator: symbol,
    left: of,
    right: operand(from, node, second),
    start,
    end,
  };
}

/**
 * `of in test`. It binds tighter than `and` and `or`, which the tree takes for part of the test: `a in (b) and c` asks
 * two things.
 *
 * @param compare - the sign before the test, as in `a in > 1 and c`
 */
function membership(
  from: FromTree,
  of: Syntax,
  node: SyntaxNode,
  compare: SyntaxNode | undefined,
): Syntax {
  const { start } = of;
  const { to: end } = node;
  const [first, second, third] = partsOf(node);
  switch (node.name) {
    case 'PositiveUnaryTest':
      if (first) return membership(from, of, first, compare);
      break;
    case 'SimplePositiveUnaryTest':
      if (first?.name === 'CompareOp' && second) return membership(from, of, second, first);
      break;
    case 'Conjunction':
    case 'Disjunction': {
      const operator = node.name === 'Conjunction' ? 'and' : 'or';
      const left = first ? membership(from, of, first, compare) : refuse(from, node);
      return { kind: 'logic', operator, left, right: operand(from, node, third), start, end };
    }
  }
  const test = compare ? compareTest(from, compare, node) : unaryTest(from, node);
  return { kind: 'membership', of, tests: [test], start, end };
}

function testsIn(from: FromTree, node: SyntaxNode | undefined): readonly UnaryTest[] {
  return node ? partsOf(node).map((part) => unaryTest(from, part)) : [];
}

function unaryTest(from: FromTree, node: SyntaxNode): UnaryTest {
  const { from: start, to: end } = node;
  const parts = partsOf(node);
  const [first, second] = parts;
  if (
    first &&
    (node.name === 'PositiveUnaryTest' || (parts.length === 3 && isTestInBrackets(node, second)))
  ) {
    return unaryTest(from, node.name === 'PositiveUnaryTest' ? first : (second ?? first));
  }
  if (node.name === 'SimplePositiveUnaryTest' && first?.name === 'CompareOp') {
    return second
      ? compareTest(from, first, second)
      : { kind: 'value', value: refuse(from, node), start, end };
  }
  return { kind: 'value', value: expression(from, node), start, end };
}

function compareTest(from: FromTree, sign: SyntaxNode, to: SyntaxNode): UnaryTest {
  const operator = operatorIn(from, sign);
  return { kind: 'compare', operator, to: expression(from, to), start: sign.from, end: to.to };
}

function isTestInBrackets(node: SyntaxNode, inner: SyntaxNode | undefined): boolean {
  return node.name === 'ParenthesizedExpression' && inner?.name === 'SimplePositiveUnaryTest';
}

function range(from: FromTree, node: SyntaxNode): Syntax {
  const { from: start, to: end } = node;
  const parts = partsOf(node);
  const [first, second] = parts;
  if (first?.name === 'CompareOp') {
    if (node.parent?.name !== 'ParenthesizedExpression') return refuseOperator(from, node);
    const of = operand(from, node, second);
    const open: Omit<RangeLiteral, 'low' | 'high'> = {
      kind: 'range',
      lowIncluded: false,
      highIncluded: false,
      start,
      end,
    };
    const operator = operatorIn(from, first);
    switch (operator) {
      case '<':
        return { ...open, low: undefined, high: of };
      case '<=':
        return { ...open, low: undefined, high: of, highIncluded: true };
      case '>':
        return { ...open, low: of, high: undefined };
      case '>=':
        return { ...open, low: of, high: undefined, lowIncluded: true };
      case '=':
        return { ...open, low: of, high: of, lowIncluded: true, highIncluded: true };
      case '!=':
        return refuse(from, node);
    }
  }
  if (first?.name !== 'Interval') return refuse(from, node);
  const inside = partsOf(first);
  return {
    kind: 'range',
    low: endPoint(from, inside[1]),
    high: endPoint(from, inside[3]),
    lowIncluded: inside[0]?.name === '[',
    highIncluded: inside[4]?.name === ']',
    start,
    end,
  };
}

/** An end of `[1..5]`; lezer lets `[> 1..5]` through, which means nothing. */
function endPoint(from: FromTree, node: SyntaxNode | undefined): Syntax | undefined {
  if (!node) return undefined;
  return node.name === 'SimplePositiveUnaryTest' ? refuse(from, node) : expression(from, node);
}

function call(from: FromTree, node: SyntaxNode): Syntax {
  const { from: start, to: end } = node;
  const parts = partsOf(node);
  const callee = operand(from, node, parts[0]);
  const given = parts.find(
    ({ name }) => name === 'PositionalParameters' || name === 'NamedParameters',
  );
  const args = given ? partsOf(given).map((part) => argument(from, part)) : [];
  return { kind: 'call', callee, args, start, end };
}

function argument(from: FromTree, node: SyntaxNode): Argument {
  if (node.name !== 'NamedParameter') return { value: expression(from, node) };
  const [name = node, value] = partsOf(node);
  return { name: spelled(from, name), value: operand(from, node, value) };
}

function context(from: FromTree, node: SyntaxNode): ContextLiteral {
  const entries = partsOf(node)
    .filter(({ name }) => name === 'ContextEntry')
    .map((entry) => {
      const [key = entry, value] = partsOf(entry);
      const [inner = key] = partsOf(key);
      const isText = inner.name === 'StringLiteral';
      const name = isText
        ? unescaped(from.text.slice(inner.from + 1, inner.to - 1))
        : nameOf(from, key);
      return { key: name, value: operand(from, entry, value) };
    });
  return { kind: 'context', entries, start: node.from, end: node.to };
}

function functionLiteral(from: FromTree, node: SyntaxNode): FunctionLiteral {
  const parts = partsOf(node);
  const external = parts.find(({ name }) => name === 'external');
  if (external) refuse(from, external);
  const list = parts.find(({ name }) => name === 'FormalParameters');
  const parameters = (list ? partsOf(list) : []).map((parameter) => {
    const [name = parameter, type] = partsOf(parameter);
    const known = nameOf(from, name);
    return type ? { name: known, type: typeFromTree(from.text, type) } : { name: known };
  });
  const body = parts.at(-1);
  const [inner] = body ? partsOf(body) : [];
  return {
    kind: 'function',
    parameters,
    body: operand(from, node, inner),
    start: node.from,
    end: node.to,
  };
}

function iterators(from: FromTree, node: SyntaxNode | undefined): readonly Iterator[] {
  return (node ? partsOf(node) : []).map((part) => {
    const [name = part, , over] = partsOf(part);
    const inside = over?.name === 'IterationContext' ? partsOf(over) : over ? [over] : [];
    const of = operand(from, part, inside[0]);
    const to = inside[2];
    const iterator = { name: nameOf(from, name), of };
    return to ? { ...iterator, to: expression(from, to) } : iterator;
  });
}

/** A name in its normal form, or as the scope spells it. */
function nameOf(from: FromTree, node: SyntaxNode): string {
  const name = spelled(from, node);
  const known = from.known.get(name);
  if (known !== undefined || from.dialect === 'dmn' || name === '?') return known ?? name;
  const { from: start, to: end } = node;
  if (name.includes(' ') && name !== 'date and time') {
    from.problems.push({ code: 'feel/words', params: { name }, start, end });
  } else if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && name !== 'date and time') {
    from.problems.push({ code: 'feel/name', params: { name }, start, end });
  }
  return name;
}

function spelled({ text }: FromTree, node: SyntaxNode): string {
  return normalName(text.slice(node.from, node.to));
}

function operatorIn({ text }: FromTree, node: SyntaxNode): ComparisonOperator {
  return comparisonOperators.find((one) => one === text.slice(node.from, node.to)) ?? '=';
}

/** Operators of other languages that lezer reads as two of FEEL's, one of them a range: `a == 1` as `a = (= 1)`. */
const foreignOperators: Readonly<Record<string, ComparisonOperator>> = {
  '==': '=',
  '<>': '!=',
  '=>': '>=',
  '=<': '<=',
};

function refuseOperator(from: FromTree, node: SyntaxNode): Syntax {
  const start = node.from - 1;
  const end = node.from + 1;
  const found = from.text.slice(Math.max(start, 0), end);
  const wanted = foreignOperators[found];
  if (wanted === undefined) return refuse(from, node);
  const fix = { start, end, text: wanted };
  from.problems.push({ code: 'feel/syntax', params: { found }, start, end, fix });
  return { kind: 'null', start, end };
}

/** Notes that the construct is no FEEL though lezer reads it; the null stands in so that the walk can go on. */
function refuse(from: FromTree, node: SyntaxNode): Syntax {
  const { from: start, to: end } = node;
  const found = from.text.slice(start, Math.min(end, start + 40));
  from.problems.push({ code: 'feel/syntax', params: { found }, start, end });
  return { kind: 'null', start, end };
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** An escape FEEL does not have stays as written: `"\d"` is the pattern of a digit. */
function unescaped(written: string): string {
  return written.replaceAll(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))/gsu,
    (all: string, four?: string, six?: string, char = '') => {
      const code = four ?? six;
      if (code === undefined) return escapes[String(char)] ?? all;
      const point = Number.parseInt(code, 16);
      return point > 0x10ffff ? all : String.fromCodePoint(point);
    },
  );
}

function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') parts.push(child);
  }
  return parts;
}

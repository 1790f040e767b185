import { unreachable } from '../base/invariant.ts';
import type { Iterator, Syntax, TypeSyntax, UnaryTest } from './syntax.ts';

/** An expression as FEEL text, on one line; parsing it again gives the same expression. */
export function print(node: Syntax): string {
  switch (node.kind) {
    case 'number':
      return node.text;
    case 'text':
      return JSON.stringify(node.value);
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'temporal':
      return `@${JSON.stringify(node.text)}`;
    case 'name':
      return node.name;
    case 'path':
      return `${closed(node.of)}.${node.name}`;
    case 'filter':
      return `${closed(node.of)}[${print(node.by)}]`;
    case 'list':
      return `[${node.items.map(print).join(', ')}]`;
    case 'context':
      return `{${node.entries.map(({ key, value }) => `${JSON.stringify(key)}: ${print(value)}`).join(', ')}}`;
    case 'range': {
      const low = node.low ? print(node.low) : '';
      const high = node.high ? print(node.high) : '';
      return `${node.lowIncluded ? '[' : '('}${low}..${high}${node.highIncluded ? ']' : ')'}`;
    }
    case 'call': {
      const args = node.args.map(({ name, value }) =>
        name === undefined ? print(value) : `${name}: ${print(value)}`,
      );
      return `${closed(node.callee)}(${args.join(', ')})`;
    }
    case 'arithmetic':
    case 'comparison':
      return `${closed(node.left)} ${node.operator} ${closed(node.right)}`;
    case 'negation':
      return `-${closed(node.of)}`;
    case 'logic':
      return `${joined(node.left, node.operator)} ${node.operator} ${closed(node.right)}`;
    case 'if':
      return `if ${print(node.condition)} then ${print(node.yes)} else ${print(node.no)}`;
    case 'for':
      return `for ${node.iterators.map(iterator).join(', ')} return ${print(node.returns)}`;
    case 'quantifier':
      return `${node.quantifier} ${node.iterators.map(iterator).join(', ')} satisfies ${print(node.satisfies)}`;
    case 'between':
      return `${closed(node.of)} between ${closed(node.low)} and ${closed(node.high)}`;
    case 'membership':
      return `${closed(node.of)} in (${node.tests.map(printTest).join(', ')})`;
    case 'instance-of':
      return `${closed(node.of)} instance of ${type(node.type)}`;
    case 'function':
      return `function(${node.parameters.map(({ name, type: of }) => (of ? `${name}: ${type(of)}` : name)).join(', ')}) ${print(node.body)}`;
    default:
      return unreachable(node);
  }
}

export function printTest(test: UnaryTest): string {
  switch (test.kind) {
    case 'any':
      return '-';
    case 'not':
      return `not(${test.tests.map(printTest).join(', ')})`;
    case 'compare':
      return `${test.operator} ${closed(test.to)}`;
    case 'value':
      return print(test.value);
    default:
      return unreachable(test);
  }
}

/** In brackets unless it holds together by itself. */
function closed(node: Syntax): string {
  const text = print(node);
  switch (node.kind) {
    case 'arithmetic':
    case 'comparison':
    case 'negation':
    case 'logic':
    case 'if':
    case 'for':
    case 'quantifier':
    case 'between':
    case 'membership':
    case 'instance-of':
    case 'function':
      return `(${text})`;
    default:
      return text;
  }
}

function joined(node: Syntax, operator: 'and' | 'or'): string {
  return node.kind === 'logic' && node.operator === operator ? print(node) : closed(node);
}

function iterator({ name, of, to }: Iterator): string {
  return `${name} in ${to ? `${closed(of)}..${closed(to)}` : print(of)}`;
}

function type({ name, args, fields, result }: TypeSyntax): string {
  const inner = [
    ...args.map(type),
    ...fields.map((field) => `${field.name}: ${type(field.type)}`),
  ].join(', ');
  const whole = inner === '' && !result ? name : `${name}<${inner}>`;
  return result ? `${whole} -> ${type(result)}` : whole;
}

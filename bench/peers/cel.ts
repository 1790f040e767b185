import { verdictOf } from '../rules/rule.ts';
import { ageAt, monthsBetween } from '../rules/truth.ts';
import type { Expression, FunctionName } from './expression.ts';
import { withDayNumbers } from './input.ts';
import { attempt, type Peer, type PeerRule, truthOf } from './peer.ts';

type Condition = (context: Record<string, unknown>) => unknown;

/** CEL by cel-js: parsed once, run many times. An error in it, such as a field that is not there, is unknown. */
export async function celJs(rules: readonly PeerRule[]): Promise<Peer> {
  const { Environment } = await import('@marcbachmann/cel-js');
  const environment = new Environment({ unlistedVariablesAreDyn: true })
    .registerFunction('sum(list): double', (list: readonly unknown[]) => numbers(list).reduce((sum, one) => sum + one, 0))
    .registerFunction('min(list): double', (list: readonly unknown[]) => Math.min(...numbers(list)))
    .registerFunction('max(list): double', (list: readonly unknown[]) => Math.max(...numbers(list)))
    .registerFunction('abs(double): double', (value: number) => Math.abs(value))
    .registerFunction('distinct(list): list', (list: readonly unknown[]) => [...new Set(known(list))])
    .registerFunction('monthsBetween(double, double): double', (from: number, to: number) => monthsBetween(from, to))
    .registerFunction('ageAt(double, double): double', (from: number, to: number) => ageAt(from, to));
  const parsed = rules.map(({ when, require }) =>
    attempt((): { readonly when: Condition | undefined; readonly require: Condition } => ({
      when: when && environment.parse(celOf(when)),
      require: environment.parse(celOf(require)),
    })));
  return {
    name: '@marcbachmann/cel-js',
    note: 'parsed once; `sum`, `min`, `max`, `abs`, `distinct`, `monthsBetween`, `ageAt` added as JavaScript functions; days as numbers',
    expressed: parsed.map((one) => one !== undefined),
    inputOf: withDayNumbers,
    runner: (places) => {
      const chosen = places.flatMap((place) => parsed[place] ?? []);
      return (input) => {
        const context = input as Record<string, unknown>;
        return chosen.map(({ when, require }) => verdictOf(when ? truth(when, context) : true, truth(require, context)));
      };
    },
  };
}

function truth(condition: Condition, context: Record<string, unknown>) {
  try {
    return truthOf(condition(context));
  } catch {
    return undefined;
  }
}

function known(list: readonly unknown[]): readonly unknown[] {
  if (list.includes(null) || list.includes(undefined)) throw new TypeError('an element is missing');
  return list;
}

function numbers(list: readonly unknown[]): readonly number[] {
  return known(list).map(Number);
}

function celOf(node: Expression): string {
  switch (node.kind) {
    case 'number':
    case 'day':
      return Number.isInteger(node.value) ? `${node.value}.0` : String(node.value);
    case 'truth':
      return String(node.value);
    case 'text':
      return JSON.stringify(node.value);
    case 'path':
      return node.names.join('.');
    case 'element':
      return node.field === undefined ? node.variable : `${node.variable}.${node.field}`;
    case 'first':
      return `${celOf(node.list)}[0].${node.field}`;
    case 'arithmetic':
      return `(${celOf(node.left)} ${node.operator} ${celOf(node.right)})`;
    case 'comparison':
      return `(${celOf(node.left)} ${node.operator === '=' ? '==' : node.operator} ${celOf(node.right)})`;
    case 'and':
    case 'or':
      return `(${node.parts.map(celOf).join(node.kind === 'and' ? ' && ' : ' || ')})`;
    case 'not':
      return `!(${celOf(node.part)})`;
    case 'if':
      return `(${celOf(node.condition)} ? ${celOf(node.yes)} : ${celOf(node.no)})`;
    case 'some':
      return `${celOf(node.list)}.exists(${node.variable}, ${celOf(node.body)})`;
    case 'every':
      return `${celOf(node.list)}.all(${node.variable}, ${celOf(node.body)})`;
    case 'filter':
    case 'map':
      return `${celOf(node.list)}.${node.kind}(${node.variable}, ${celOf(node.body)})`;
    case 'call':
      return called(node.name, node.args);
  }
}

function called(name: FunctionName, args: readonly Expression[]): string {
  const [a = '', b = ''] = args.map(celOf);
  switch (name) {
    case 'count':
      return `double(size(${a}))`;
    case 'string length':
      return `double(size(${a}))`;
    case 'min':
    case 'max':
      return args.length > 1 ? `${name}([${args.map(celOf).join(', ')}])` : `${name}(${a})`;
    case 'sum':
    case 'abs':
      return `${name}(${a})`;
    case 'distinct values':
      return `distinct(${a})`;
    case 'list contains':
      return `(${b} in ${a})`;
    case 'contains':
      return `${a}.contains(${b})`;
    case 'starts with':
      return `${a}.startsWith(${b})`;
    case 'days between':
      return `(${b} - ${a})`;
    case 'months between':
      return `monthsBetween(${a}, ${b})`;
    case 'age at':
      return `ageAt(${a}, ${b})`;
  }
}

import { verdictOf } from '../rules/rule.ts';
import { ageAt, monthsBetween } from '../rules/truth.ts';
import type { Expression, FunctionName } from './expression.ts';
import { withDayNumbers } from './input.ts';
import { attempt, inexpressible, type Peer, type PeerRule, truthOf } from './peer.ts';

type Logic = string | number | boolean | readonly Logic[] | { readonly [operator: string]: Logic };
type Condition = (data: unknown) => unknown;

/** JSON Logic by json-logic-engine, each condition compiled by its `build`. */
export async function jsonLogicEngine(rules: readonly PeerRule[]): Promise<Peer> {
  const { LogicEngine } = await import('json-logic-engine');
  const engine = new LogicEngine();
  engine.addMethod('monthsBetween', { method: ([from, to]: readonly number[]) => monthsBetween(from, to), deterministic: true });
  engine.addMethod('ageAt', { method: ([from, to]: readonly number[]) => ageAt(from, to), deterministic: true });
  const build = (node: Expression): Condition => {
    const built: unknown = engine.build(logicOf(node, []));
    return typeof built === 'function' ? (built as Condition) : () => built;
  };
  const conditions = rules.map(({ when, require }) => attempt(() => ({ when: when && build(when), require: build(require) })));
  return {
    name: 'json-logic-engine',
    note: '`build`, which generates JavaScript; `monthsBetween`, `ageAt` added as JavaScript functions; days as numbers',
    expressed: conditions.map((one) => one !== undefined),
    inputOf: withDayNumbers,
    runner: (places) => {
      const chosen = places.flatMap((place) => conditions[place] ?? []);
      return (input) =>
        chosen.map(({ when, require }) => verdictOf(when ? run(when, input) : true, run(require, input)));
    },
  };
}

/** Comparing what is not there is an error that it throws. */
function run(condition: Condition, input: unknown) {
  try {
    return truthOf(condition(input));
  } catch {
    return undefined;
  }
}

/** `inside` are the variables of the loops around, outermost first: each is two steps up. */
function logicOf(node: Expression, inside: readonly string[]): Logic {
  const sub = (one: Expression) => logicOf(one, inside);
  const within = (one: Expression, variable: string) => logicOf(one, [...inside, variable]);
  switch (node.kind) {
    case 'number':
    case 'day':
    case 'truth':
    case 'text':
      return node.value;
    case 'path':
      return { val: inside.length === 0 ? node.names : [[inside.length * 2], ...node.names] };
    case 'element': {
      const up = inside.length - 1 - inside.lastIndexOf(node.variable);
      const field = node.field === undefined ? [] : [node.field];
      return { val: up === 0 ? field : [[up * 2], ...field] };
    }
    case 'first':
      if (node.list.kind !== 'path') return inexpressible('an index into a computed list');
      return { val: [...node.list.names, 0, node.field] };
    case 'arithmetic':
      return { [node.operator]: [sub(node.left), sub(node.right)] };
    case 'comparison': {
      const operator = node.operator === '=' ? '===' : node.operator === '!=' ? '!==' : node.operator;
      return { [operator]: [sub(node.left), sub(node.right)] };
    }
    case 'and':
    case 'or':
      return { [node.kind]: node.parts.map(sub) };
    case 'not':
      return { '!': [sub(node.part)] };
    case 'if':
      return { if: [sub(node.condition), sub(node.yes), sub(node.no)] };
    case 'some':
      return { some: [sub(node.list), within(node.body, node.variable)] };
    case 'every':
      // its `all` is false of an empty list
      return { none: [sub(node.list), { '!': [within(node.body, node.variable)] }] };
    case 'filter':
    case 'map':
      return { [node.kind]: [sub(node.list), within(node.body, node.variable)] };
    case 'call':
      return called(node.name, node.args, sub);
  }
}

function called(name: FunctionName, args: readonly Expression[], sub: (one: Expression) => Logic): Logic {
  const [a = '', b = ''] = args.map(sub);
  switch (name) {
    case 'count':
    case 'string length':
      return { length: [a] };
    case 'sum':
      return { reduce: [a, { '+': [{ var: 'accumulator' }, { var: 'current' }] }, 0] };
    case 'min':
    case 'max':
      return { [name]: args.length > 1 ? args.map(sub) : a };
    case 'abs':
      return { max: [a, { '-': [0, a] }] };
    case 'list contains':
    case 'contains':
      return { in: [b, a] };
    case 'starts with': {
      const [, prefix] = args;
      return prefix?.kind === 'text' ? { '===': [{ substr: [a, 0, prefix.value.length] }, b] } : inexpressible(name);
    }
    case 'days between':
      return { '-': [b, a] };
    case 'months between':
      return { monthsBetween: [a, b] };
    case 'age at':
      return { ageAt: [a, b] };
    case 'distinct values':
      return inexpressible(name);
  }
}

import type { ComparisonOperator } from '../../src/feel/syntax.ts';
import { verdictOf } from '../rules/rule.ts';
import type { Expression } from './expression.ts';
import { withDayNumbers } from './input.ts';
import { attempt, inexpressible, type Peer, type PeerRule } from './peer.ts';

type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; path?: string; operator: string; value: unknown };
type Simple = { readonly fact: string; readonly path?: string };

const operators: Readonly<Record<ComparisonOperator, string>> = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
};
const turned: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** json-rules-engine, with conditions alone: no facts computed by JavaScript of ours. */
export async function jsonRulesEngine(rules: readonly PeerRule[]): Promise<Peer> {
  const { Engine } = await import('json-rules-engine');
  const conditions = rules.map(({ when, require }) =>
    attempt(() => ({ when: when && conditionOf(when), require: conditionOf(require) })));
  return {
    name: 'json-rules-engine',
    note: 'conditions alone, no facts computed in JavaScript: it has no arithmetic; one engine, one run a file; days as numbers',
    expressed: conditions.map((one) => one !== undefined),
    inputOf: withDayNumbers,
    runner: (places) => {
      const chosen = places.flatMap((place) => conditions[place] ?? []);
      const engine = new Engine([], { allowUndefinedFacts: true });
      for (const [index, { when, require }] of chosen.entries()) {
        if (when) engine.addRule({ name: `w${index}`, conditions: top(when), event: { type: `w${index}` } });
        engine.addRule({ name: `r${index}`, conditions: top(require), event: { type: `r${index}` } });
      }
      return async (input) => {
        const { events } = await engine.run(input as Record<string, unknown>);
        const held = new Set(events.map(({ type }) => type));
        return chosen.map(({ when }, index) => verdictOf(when ? held.has(`w${index}`) : true, held.has(`r${index}`)));
      };
    },
  };
}

function top(condition: Condition): { all: Condition[] } {
  return 'all' in condition ? condition : { all: [condition] };
}

function conditionOf(node: Expression): Condition {
  switch (node.kind) {
    case 'and':
      return { all: node.parts.map(conditionOf) };
    case 'or':
      return { any: node.parts.map(conditionOf) };
    case 'not':
      return { not: conditionOf(node.part) };
    case 'if': {
      const condition = conditionOf(node.condition);
      return { any: [{ all: [condition, conditionOf(node.yes)] }, { all: [{ not: condition }, conditionOf(node.no)] }] };
    }
    case 'path':
      return { ...factOf(node), operator: 'equal', value: true };
    case 'comparison': {
      const { operator, left, right } = node;
      if (isLiteral(left)) return { ...factOf(right), operator: operators[turned[operator]], value: left.value };
      return { ...factOf(left), operator: operators[operator], value: valueOf(right) };
    }
    case 'some':
    case 'every':
      return overList(node);
    default:
      return inexpressible(node.kind);
  }
}

/** A loop over one comparison of one field of the element: a decorated operator. */
function overList({ kind, list, variable, body }: Extract<Expression, { kind: 'some' | 'every' | 'filter' | 'map' }>): Condition {
  if (list.kind !== 'path' || list.names.length !== 1) return inexpressible('a loop over a computed list');
  const [fact = ''] = list.names;
  const decorator = kind === 'every' ? 'everyFact' : 'someFact';
  if (body.kind === 'element' && body.variable === variable) {
    return { fact, path: `$[*].${body.field ?? ''}`, operator: `${decorator}:equal`, value: true };
  }
  if (body.kind !== 'comparison' || body.left.kind !== 'element') return inexpressible('a loop over more than one comparison');
  return { fact, path: `$[*].${body.left.field ?? ''}`, operator: `${decorator}:${operators[body.operator]}`, value: valueOf(body.right) };
}

function valueOf(node: Expression): unknown {
  return isLiteral(node) ? node.value : factOf(node);
}

function factOf(node: Expression): Simple {
  if (node.kind === 'first' && node.list.kind === 'path') return { fact: node.list.names.join('.'), path: `$[0].${node.field}` };
  if (node.kind !== 'path') return inexpressible(node.kind);
  const [fact = '', ...rest] = node.names;
  return rest.length === 0 ? { fact } : { fact, path: `$.${rest.join('.')}` };
}

function isLiteral(node: Expression): node is Extract<Expression, { kind: 'number' | 'text' | 'truth' | 'day' }> {
  return node.kind === 'number' || node.kind === 'text' || node.kind === 'truth' || node.kind === 'day';
}

import { verdictOf, type Verdict } from '../rules/rule.ts';
import { withDayNumbers } from './input.ts';
import type { Expression, FunctionName } from './expression.ts';
import { attempt, inexpressible, type Peer, type PeerRule, truthOf, unknownFor } from './peer.ts';

/** ZEN by @gorules/zen-engine: all rules as the expressions of one node of one decision, one call a file. */
export async function zenEngine(rules: readonly PeerRule[]): Promise<Peer> {
  const { ZenEngine, evaluateExpressionSync } = await import('@gorules/zen-engine');
  const texts = rules.map(({ when, require }) => attempt(() => ({ when: when && zenOf(when, []), require: zenOf(require, []) })));
  return {
    name: '@gorules/zen-engine',
    note: 'one decision with all rules in one expression node, one call a file (where that throws, rule by rule); days as numbers',
    expressed: texts.map((text) => text !== undefined),
    inputOf: withDayNumbers,
    runner: (places) => {
      const chosen = places.flatMap((place) => texts[place] ?? []);
      const expressions = chosen.flatMap(({ when, require }, index) => [
        ...(when === undefined ? [] : [{ id: `w${index}`, key: `w${index}`, value: when }]),
        { id: `r${index}`, key: `r${index}`, value: require },
      ]);
      const content = {
        nodes: [
          { id: 'in', name: 'in', type: 'inputNode', content: {} },
          { id: 'rules', name: 'rules', type: 'expressionNode', content: { expressions } },
          { id: 'out', name: 'out', type: 'outputNode', content: {} },
        ],
        edges: [
          { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rules' },
          { id: 'b', type: 'edge', sourceId: 'rules', targetId: 'out' },
        ],
      };
      const decision = new ZenEngine().createDecision(content);
      return async (input) => {
        try {
          const { result } = (await decision.evaluate(input)) as { result: Readonly<Record<string, unknown>> };
          return chosen.map(({ when }, index) =>
            verdictOf(when === undefined ? true : truthOf(result[`w${index}`]), truthOf(result[`r${index}`])));
        } catch {
          return oneByOne(input);
        }
      };

      function oneByOne(input: unknown): readonly Verdict[] {
        return chosen.flatMap(({ when, require }) => {
          try {
            const applies = when === undefined ? true : truthOf(evaluateExpressionSync(when, input));
            return [verdictOf(applies, truthOf(evaluateExpressionSync(require, input)))];
          } catch {
            return unknownFor(1);
          }
        });
      }
    },
  };
}

/** `inside` are the variables of the loops around: only the innermost has a name in ZEN, `#`. */
function zenOf(node: Expression, inside: readonly string[]): string {
  const sub = (one: Expression) => zenOf(one, inside);
  switch (node.kind) {
    case 'number':
    case 'day':
    case 'truth':
      return String(node.value);
    case 'text':
      return JSON.stringify(node.value);
    case 'path':
      return node.names.join('.');
    case 'element':
      if (node.variable !== inside.at(-1)) return inexpressible('an element of an outer loop');
      return node.field === undefined ? '#' : `#.${node.field}`;
    case 'first':
      return `${sub(node.list)}[0].${node.field}`;
    case 'arithmetic':
      return `(${sub(node.left)} ${node.operator} ${sub(node.right)})`;
    case 'comparison':
      return `(${sub(node.left)} ${node.operator === '=' ? '==' : node.operator} ${sub(node.right)})`;
    case 'and':
    case 'or':
      return `(${node.parts.map(sub).join(` ${node.kind} `)})`;
    case 'not':
      return `(not ${sub(node.part)})`;
    case 'if':
      return `(${sub(node.condition)} ? ${sub(node.yes)} : ${sub(node.no)})`;
    case 'some':
    case 'every':
    case 'filter':
    case 'map':
      return `${node.kind === 'every' ? 'all' : node.kind}(${sub(node.list)}, ${zenOf(node.body, [...inside, node.variable])})`;
    case 'call':
      return called(node.name, node.args.map(sub));
  }
}

function called(name: FunctionName, args: readonly string[]): string {
  const [a = '', b = ''] = args;
  switch (name) {
    case 'count':
    case 'string length':
      return `len(${a})`;
    case 'min':
    case 'max':
      return args.length > 1 ? `${name}([${args.join(', ')}])` : `${name}(${a})`;
    case 'sum':
    case 'abs':
      return `${name}(${a})`;
    case 'list contains':
      return `(${b} in ${a})`;
    case 'contains':
      return `contains(${a}, ${b})`;
    case 'starts with':
      return `startsWith(${a}, ${b})`;
    case 'days between':
      return `(${b} - ${a})`;
    case 'distinct values':
    case 'months between':
    case 'age at':
      return inexpressible(name);
  }
}

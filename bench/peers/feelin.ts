import { isoOf } from '../dossier/days.ts';
import { verdictOf } from '../rules/rule.ts';
import type { Expression, FunctionName } from './expression.ts';
import { withDays } from './input.ts';
import { attempt, inexpressible, type Peer, type PeerRule, truthOf } from './peer.ts';

/** FEEL by feelin, which reads the text again on every call: it has no other door. */
export async function feelin(rules: readonly PeerRule[]): Promise<Peer> {
  const { evaluate, date } = await import('feelin');
  const texts = rules.map(({ when, require }) => attempt(() => ({ when: when && feelOf(when), require: feelOf(require) })));
  const truth = (text: string, context: Record<string, unknown>) => truthOf(evaluate(text, context).value);
  return {
    name: 'feelin',
    note: 'its public `evaluate()`, which parses the text on every call; days as its own date values',
    expressed: texts.map((text) => text !== undefined),
    inputOf: (plain) => withDays(plain, (iso) => date(iso)),
    runner: (places) => {
      const chosen = places.flatMap((place) => texts[place] ?? []);
      return (input) => {
        const context = input as Record<string, unknown>;
        return chosen.map(({ when, require }) =>
          verdictOf(when === undefined ? true : truth(when, context), truth(require, context)));
      };
    },
  };
}

/** Our own FEEL again, with definitions written out, and days apart as durations, which feelin has. */
function feelOf(node: Expression): string {
  switch (node.kind) {
    case 'number':
    case 'truth':
      return String(node.value);
    case 'text':
      return JSON.stringify(node.value);
    case 'day':
      return `date("${isoOf(node.value)}")`;
    case 'path':
      return node.names.join('.');
    case 'element':
      if (/^x\d/u.test(node.variable)) return node.field ?? 'item';
      return node.field === undefined ? node.variable : `${node.variable}.${node.field}`;
    case 'first':
      return `${feelOf(node.list)}[1].${node.field}`;
    case 'arithmetic':
      return `(${feelOf(node.left)} ${node.operator} ${feelOf(node.right)})`;
    case 'comparison':
      return compared(node.operator, node.left, node.right);
    case 'and':
    case 'or':
      return `(${node.parts.map(feelOf).join(` ${node.kind} `)})`;
    case 'not':
      return `not(${feelOf(node.part)})`;
    case 'if':
      return `(if ${feelOf(node.condition)} then ${feelOf(node.yes)} else ${feelOf(node.no)})`;
    case 'some':
    case 'every':
      return `(${node.kind} ${node.variable} in ${feelOf(node.list)} satisfies ${feelOf(node.body)})`;
    case 'filter':
      // a bare flag selects nothing there
      return `${feelOf(node.list)}[${feelOf(node.body)}${node.body.kind === 'element' ? ' = true' : ''}]`;
    case 'map':
      if (node.body.kind === 'element' && /^x\d/u.test(node.variable)) return `${feelOf(node.list)}.${node.body.field ?? ''}`;
      return `(for ${node.variable} in ${feelOf(node.list)} return ${feelOf(node.body)})`;
    case 'call':
      return called(node.name, node.args);
  }
}

function compared(operator: string, left: Expression, right: Expression): string {
  if (left.kind === 'call' && left.name === 'days between' && right.kind === 'number') {
    const [from, to] = left.args.map(feelOf);
    return `(${to ?? ''} - ${from ?? ''} ${operator} duration("P${right.value}D"))`;
  }
  return `(${feelOf(left)} ${operator} ${feelOf(right)})`;
}

function called(name: FunctionName, args: readonly Expression[]): string {
  const [a = '', b = ''] = args.map(feelOf);
  switch (name) {
    case 'days between':
      return inexpressible(name);
    case 'months between':
      return `(years and months duration(${a}, ${b}).years * 12 + years and months duration(${a}, ${b}).months)`;
    case 'age at':
      return `years and months duration(${a}, ${b}).years`;
    default:
      return `${name}(${args.map(feelOf).join(', ')})`;
  }
}

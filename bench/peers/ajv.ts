import type { ComparisonOperator } from '../../src/feel/syntax.ts';
import { verdictOf } from '../rules/rule.ts';
import type { Expression } from './expression.ts';
import { withDayNumbers } from './input.ts';
import { attempt, inexpressible, type Peer, type PeerRule } from './peer.ts';

type Schema = { readonly [keyword: string]: unknown };
type Literal = Extract<Expression, { kind: 'number' | 'text' | 'truth' | 'day' }>;

const turned: Readonly<Record<ComparisonOperator, ComparisonOperator>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

/** JSON Schema 2019-09 by ajv, one schema a rule, comparing fields by its `$data` extension. */
export async function ajv(rules: readonly PeerRule[]): Promise<Peer> {
  const { Ajv2019 } = await import('ajv/dist/2019.js');
  const engine = new Ajv2019({ $data: true, strict: false });
  const compile = (node: Expression): ((data: unknown) => boolean) => {
    const validate = engine.compile(schemaOf(node, undefined));
    return (data) => Boolean(validate(data));
  };
  const validators = rules.map(({ when, require }) => attempt(() => ({ when: when && compile(when), require: compile(require) })));
  return {
    name: 'ajv',
    note: 'one JSON Schema a rule, fields compared by `$data`; it has no arithmetic; days as numbers',
    expressed: validators.map((one) => one !== undefined),
    inputOf: withDayNumbers,
    runner: (places) => {
      const chosen = places.flatMap((place) => validators[place] ?? []);
      return (input) => chosen.map(({ when, require }) => verdictOf(when ? when(input) : true, require(input)));
    },
  };
}

/** The schema of the whole file, or of an element of the loop over `variable`. */
function schemaOf(node: Expression, variable: string | undefined): Schema {
  const sub = (one: Expression) => schemaOf(one, variable);
  switch (node.kind) {
    case 'and':
      return { allOf: node.parts.map(sub) };
    case 'or':
      return { anyOf: node.parts.map(sub) };
    case 'not':
      return { not: sub(node.part) };
    case 'if':
      return { if: sub(node.condition), then: sub(node.yes), else: sub(node.no) };
    case 'path':
    case 'element':
      return at(node, { const: true }, variable);
    case 'comparison':
      return compared(node.operator, node.left, node.right, variable);
    case 'some':
    case 'every': {
      const { list, condition } = narrowed(node.list);
      const body = schemaOf(node.body, node.variable);
      if (variable !== undefined) return inexpressible('a loop in a loop');
      if (node.kind === 'every') return at(list, { items: condition ? { if: condition, then: body } : body }, undefined);
      return at(list, { contains: condition ? { allOf: [condition, body] } : body }, undefined);
    }
    case 'call': {
      const [a, b] = node.args;
      if (!a || !b) return inexpressible(node.name);
      if (node.name === 'starts with' && b.kind === 'text') return at(a, { pattern: `^${b.value}` }, variable);
      if (node.name === 'contains' && b.kind === 'text') return at(a, { pattern: b.value }, variable);
      if (node.name === 'list contains' && a.kind === 'map' && a.body.kind === 'element') {
        return at(a.list, { contains: { properties: { [a.body.field ?? '']: { const: valueOf(b, undefined) } } } }, variable);
      }
      return inexpressible(node.name);
    }
    default:
      return inexpressible(node.kind);
  }
}

/** A list, or a filtered one with what its elements satisfy. */
function narrowed(list: Expression): { readonly list: Expression; readonly condition?: Schema } {
  return list.kind === 'filter' ? { list: list.list, condition: schemaOf(list.body, list.variable) } : { list };
}

function compared(operator: ComparisonOperator, left: Expression, right: Expression, variable: string | undefined): Schema {
  if (isLiteral(left)) return compared(turned[operator], right, left, variable);
  const [counted] = left.kind === 'call' ? left.args : [];
  if (left.kind === 'call' && counted && right.kind === 'number') {
    if (left.name === 'string length') return at(counted, sized(operator, right.value, 'minLength', 'maxLength'), variable);
    if (left.name !== 'count') return inexpressible(left.name);
    const { list, condition } = narrowed(counted);
    if (!condition) return at(list, sized(operator, right.value, 'minItems', 'maxItems'), variable);
    const counts = sized(operator, right.value, 'minContains', 'maxContains');
    return at(list, { contains: condition, minContains: 0, ...counts }, variable);
  }
  const value = valueOf(right, variable);
  return at(left, operator === '!=' ? { not: { const: value } } : { [keyword(operator)]: value }, variable);
}

function keyword(operator: Exclude<ComparisonOperator, '!='>): string {
  return { '=': 'const', '<': 'exclusiveMaximum', '<=': 'maximum', '>': 'exclusiveMinimum', '>=': 'minimum' }[operator];
}

function sized(operator: ComparisonOperator, size: number, low: string, high: string): Schema {
  switch (operator) {
    case '=':
      return { [low]: size, [high]: size };
    case '>=':
    case '>':
      return { [low]: operator === '>' ? size + 1 : size };
    case '<=':
    case '<':
      return { [high]: operator === '<' ? size - 1 : size };
    case '!=':
      return inexpressible(operator);
  }
}

/** The schema put where the value stands. */
function at(node: Expression, schema: Schema, variable: string | undefined): Schema {
  switch (node.kind) {
    case 'path':
      if (variable !== undefined) return inexpressible('the whole file from inside a loop');
      return node.names.reduceRight<Schema>((inner, name) => ({ properties: { [name]: inner } }), schema);
    case 'element':
      if (node.variable !== variable) return inexpressible('an element of an outer loop');
      return node.field === undefined ? schema : { properties: { [node.field]: schema } };
    case 'first':
      return at(node.list, { items: [{ properties: { [node.field]: schema } }] }, variable);
    default:
      return inexpressible(node.kind);
  }
}

function valueOf(node: Expression, variable: string | undefined): unknown {
  if (isLiteral(node)) return node.value;
  if (node.kind === 'path') return { $data: `/${node.names.join('/')}` };
  if (node.kind === 'element' && node.variable === variable && node.field !== undefined) return { $data: `1/${node.field}` };
  return inexpressible(node.kind);
}

function isLiteral(node: Expression): node is Literal {
  return node.kind === 'number' || node.kind === 'text' || node.kind === 'truth' || node.kind === 'day';
}

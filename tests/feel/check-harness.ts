import { contextFromSchema, type JsonSchema } from '../../src/dossier/schema.ts';
import { type Binding, type Names, newVariables, withVariable } from '../../src/feel/bindings.ts';
import { invariant } from '../../src/base/invariant.ts';
import { checkExpression, namesWhere } from '../../src/feel/check.ts';
import type { Core } from '../../src/feel/core.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import type { FeelProblem } from '../../src/feel/problems.ts';
import type { TypeProblem } from '../../src/feel/type-problems.ts';
import { number, type Type } from '../../src/feel/types.ts';
import { message, wordbooks } from '../../src/words/messages/messages.ts';

const amount = (unit: string): JsonSchema => ({
  type: 'number',
  'x-unit': unit,
});
const orWords = (of: JsonSchema, ...words: readonly string[]): JsonSchema => ({
  anyOf: [of, { enum: words }],
});

/** One field of every kind that expressions can meet. */
const schema: JsonSchema = {
  type: 'object',
  'x-units': { kWh: { title: { zh: '千瓦时', en: 'kWh' } }, piece: {} },
  properties: {
    price: { ...amount('money'), minimum: 0 },
    loan: { ...amount('money'), exclusiveMinimum: 0 },
    balance: amount('money'),
    share: { ...amount('ratio'), minimum: 0, maximum: 1 },
    rate: amount('rate'),
    monthlyRate: amount('rate-per-month'),
    points: amount('basis-points'),
    term: { type: 'integer', 'x-unit': 'months', minimum: 1, maximum: 360 },
    years: amount('years'),
    days: amount('days'),
    workdays: amount('working-days'),
    number: { type: 'integer', minimum: 0 },
    size: { ...amount('area'), minimum: 0 },
    cltv: amount('percent'),
    figure: amount('none'),
    used: amount('kWh'),
    built: amount('kWh'),
    pieces: amount('piece'),
    grade: { enum: [1, 2, 3] },
    name: { type: 'string' },
    product: { enum: ['HOUSING', 'CAR'] },
    done: { type: 'boolean' },
    signed: { type: 'string', format: 'date' },
    received: { type: 'string', format: 'date-time' },
    opens: { type: 'string', format: 'time' },
    income: orWords(amount('money'), 'NA', 'Exempt', ''),
    score: orWords({ type: 'number' }, 'NA'),
    sold: orWords({ type: 'string', format: 'date' }, 'NA'),
    memo: { type: 'string', 'x-blank': 'value' },
    fee: { ...amount('money'), 'x-blank': 'value' },
    route: { enum: ['A', 'B'], 'x-lenient': true, 'x-blank': 'value' },
    tier: { enum: [1, 2], 'x-lenient': true },
    three: {
      anyOf: [{ type: 'string', format: 'date' }, { type: 'number' }],
      'x-blank': 'value',
    },
    flag: { anyOf: [{ type: 'boolean' }, { type: 'number' }] },
    anything: {},
    people: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          born: { type: 'string', format: 'date' },
          owes: { ...amount('money'), minimum: 0 },
          pay: orWords(amount('money'), 'NA'),
          bills: { type: 'array', items: amount('money') },
        },
      },
    },
    codes: { type: 'array', items: { enum: ['A', 'B'] } },
    marks: { type: 'array', items: orWords({ type: 'number' }, 'NA') },
    address: {
      type: 'object',
      properties: { city: { type: 'string' }, code: orWords({ type: 'integer' }, 'NA') },
    },
  },
};

const fields = contextFromSchema(schema).fields;
const bindings = new Map<string, Binding>(
  [...fields].map(([name, field]) => [name, { kind: 'field', owner: 'file', field }]),
);
bindings.set('limit', { kind: 'reference', what: 'parameter', type: number('ratio') });

const variables = newVariables();
const one = variables.named('one', number('money'));
const names: Names = { resolve: (name) => bindings.get(name), all: () => bindings.keys() };

/** What is wrong with an expression that reads well or does not, where a condition holds. */
export function problemsOf(text: string, where?: string): readonly (FeelProblem | TypeProblem)[] {
  const { value, problems } = parseExpression(text, { dialect: 'rule' });
  return value ? checkExpression(value, namesFor(where), variables).problems : problems;
}

/** An expression that reads well, resolved. */
export function coreOf(text: string): Core {
  const { value } = parseExpression(text, { dialect: 'rule' });
  invariant(value, 'the expression reads well');
  return checkExpression(value, names, variables).core;
}

function namesFor(where: string | undefined): Names {
  const { value } = where === undefined ? {} : parseExpression(where, { dialect: 'rule' });
  const known = value && namesWhere(checkExpression(value, names, variables).core, names);
  return withVariable(known ?? names, one);
}

/** The type of an expression in few words: `money`, `list of text`, `number | "NA"`; the codes where it has problems. */
export function typeOf(text: string, where?: string): string {
  const { value } = parseExpression(text, { dialect: 'rule' });
  const problems = problemsOf(text, where);
  if (!value || problems.length > 0) return problems.map(({ code }) => code).join(', ');
  return written(checkExpression(value, namesFor(where), variables).core.type);
}

export function written(type: Type): string {
  switch (type.kind) {
    case 'number':
      return `${typeof type.unit === 'object' ? type.unit.name : (type.unit ?? 'number')}${type.lenient ? ' lenient' : ''}`;
    case 'text':
      return [
        ...(type.words ? [...type.words.keys()].map((word) => `"${word}"`) : ['text']),
        ...(type.lenient ? ['lenient'] : []),
        ...(type.blank ? ['blank'] : []),
      ].join(' ');
    case 'list':
      return `list of ${written(type.of)}`;
    case 'union':
      return type.of.map(written).join(' | ');
    case 'context':
      return 'record';
    default:
      return type.kind;
  }
}

/** The expression with «» where a problem stands. */
export function marked(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}

export function say(problem: FeelProblem | TypeProblem, language: 'zh' | 'en' = 'zh'): string {
  const source = { name: 'expression', text: '' };
  const { start, end, ...facts } = problem;
  return message(wordbooks[language], {
    ...facts,
    severity: 'error',
    span: { source, start, end },
  });
}

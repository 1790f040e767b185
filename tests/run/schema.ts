import type { JsonSchema } from '../../src/dossier/schema.ts';

/** Every kind of field that the fast path lays out. */
export const schema: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    amount: { type: 'number', 'x-unit': 'money' },
    price: { type: 'number', 'x-unit': 'money', minimum: 0 },
    rate: { type: 'number', 'x-unit': 'rate' },
    share: { type: 'number', 'x-unit': 'ratio' },
    term: { type: 'number', 'x-unit': 'months' },
    homes: { type: 'number', 'x-unit': 'count' },
    kind: { type: 'string', enum: ['A', 'B', 'C'] },
    other: { type: 'string', enum: ['B', 'C', 'D'] },
    note: { type: 'string' },
    agreed: { type: 'boolean' },
    born: { type: 'string', format: 'date', 'x-earliest': '1900-01-01', 'x-latest': '2060-12-31' },
    seen: {
      type: 'string',
      format: 'date-time',
      'x-earliest': '1900-01-01',
      'x-latest': '2060-12-31',
    },
    gone: { type: 'string', format: 'date', 'x-absence': 'none' },
    inner: {
      type: 'object',
      properties: {
        amount: { type: 'number', 'x-unit': 'money' },
        day: { type: 'string', format: 'date' },
        checked: { type: 'boolean' },
      },
    },
    items: {
      type: 'array',
      'x-key': 'key',
      items: {
        type: 'object',
        properties: {
          key: { type: 'string' },
          kind: { type: 'string', enum: ['A', 'B', 'C'] },
          amount: { type: 'number', 'x-unit': 'money' },
          day: { type: 'string', format: 'date' },
          done: { type: 'boolean' },
          number: { type: 'number', 'x-unit': 'count' },
          parts: {
            type: 'array',
            'x-absence': 'none',
            items: {
              type: 'object',
              properties: {
                amount: { type: 'number', 'x-unit': 'money' },
                kind: { type: 'string', enum: ['A', 'B'] },
              },
            },
          },
        },
      },
    },
    words: { type: 'array', items: { type: 'string', enum: ['A', 'B', 'C'] } },
    notes: { type: 'array', items: { type: 'string' } },
    grade: {
      anyOf: [
        { type: 'number', 'x-unit': 'ratio' },
        { type: 'string', enum: ['NA', 'X'] },
      ],
    },
    none: { type: 'number', 'x-unit': 'money', 'x-absence': 'none' },
  },
};

import { describe, expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { type JsonSchema, readSchema } from '../../src/dossier/schema.ts';
import type { Value } from '../../src/feel/value.ts';
import { printValue } from '../../src/feel/operations/print.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { written } from '../feel/check-harness.ts';
import { usual } from '../setting.ts';

const subject = (x: unknown, more: object = {}): JsonSchema => ({
  type: 'object',
  properties: { x: x as JsonSchema, id: { type: 'string' } },
  ...more,
});

function typeOf(x: unknown, more?: object): string {
  const { type, unread } = readSchema(subject(x, more));
  const field = type.fields.get('x');
  return [
    field ? written(field.type) : 'none',
    ...unread.map(({ path, what }) => `${path}: ${what}`),
  ].join('; ');
}

const definitions = {
  Amount: { type: 'number', 'x-unit': 'money', minimum: 0 },
  Code: { enum: ['A', 'B'] },
  Person: {
    type: 'object',
    properties: { name: { type: 'string' }, spouse: { $ref: '#/definitions/Person' } },
  },
  Circle: { allOf: [{ $ref: '#/definitions/Circle' }, { $ref: '#/definitions/Circle' }] },
};

describe('units', () => {
  const kWh = { 'x-units': { kWh: { title: { zh: '千瓦时' } } } };

  test.each([
    [{ type: 'number', 'x-unit': 'percent' }, {}, 'percent'],
    [{ type: 'number', 'x-unit': 'none' }, {}, 'number'],
    [{ enum: [1, 2], 'x-unit': 'none' }, {}, 'number'],
    [{ type: 'integer', 'x-unit': 'kWh' }, kWh, 'kWh'],
    [{ anyOf: [{ type: 'number', 'x-unit': 'kWh' }, { const: 'NA' }] }, kWh, 'kWh | "NA"'],
    [{ type: 'number', 'x-unit': 'kwh' }, kWh, 'any; x: x-unit: kwh'],
    [{ type: 'number', 'x-unit': 5 }, kWh, 'any; x: x-unit: 5'],
    [
      { type: 'number', 'x-unit': 'money' },
      { 'x-units': { money: { title: { en: 'Gold' } } } },
      'money; : x-units: money',
    ],
    [{ type: 'number' }, { 'x-units': { 'k Wh': {} } }, 'count; : x-units: k Wh'],
    [{ type: 'number' }, { 'x-units': { kWh: 'kilowatt hours' } }, 'count; : x-units: kWh'],
    [{ type: 'number' }, { 'x-units': 'kWh' }, 'count; : x-units'],
  ])('%j beside %j: %s', (schema, root, type) => {
    expect(typeOf(schema, root)).toBe(type);
  });
});

describe('types of JSON Schema', () => {
  test.each([
    [{ type: 'number' }, 'count'],
    [{ type: 'integer', 'x-unit': 'months' }, 'months'],
    [{ type: ['number', 'null'], 'x-unit': 'money' }, 'money'],
    [{ type: 'number', nullable: true }, 'count'],
    [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'count'],
    [{ type: 'string', format: 'date' }, 'date'],
    [{ type: 'string', format: 'date-time' }, 'date-time'],
    [{ type: 'string', format: 'time' }, 'time'],
    [{ type: 'string', format: 'email' }, 'text'],
    [{ type: 'boolean' }, 'boolean'],
    [{ enum: ['A', 'B', null] }, '"A" "B"'],
    [{ const: 'A' }, '"A"'],
    [{ enum: [1, 2] }, 'count'],
    [{ enum: [1, 'NA'] }, 'count | "NA"'],
    [{ enum: [true, 'NA'] }, '"NA" | boolean'],
    [{ type: ['number', 'string'], enum: [1, 'NA'] }, 'count | "NA"'],
    [{ type: ['number', 'string'] }, 'count | text'],
    [{ anyOf: [{ type: 'number' }, { enum: ['NA', 'Exempt', ''] }] }, 'count | "NA" "Exempt" ""'],
    [
      { oneOf: [{ const: 'NA' }, { const: 'Exempt' }, { type: 'number' }] },
      '"NA" "Exempt" | count',
    ],
    [{ 'x-unit': 'money', anyOf: [{ type: 'number' }, { const: 'NA' }] }, 'money | "NA"'],
    [{ anyOf: [{ type: 'string', format: 'date' }, { const: 'NA' }] }, 'date | "NA"'],
    [{ type: 'array', items: { type: 'number' } }, 'list of count'],
    [{ items: { enum: ['A'] } }, 'list of "A"'],
    [{ properties: { a: { type: 'number' } } }, 'record'],
    [
      {
        anyOf: [
          { properties: { a: { type: 'number' } } },
          { properties: { b: { type: 'number' } } },
        ],
      },
      'record',
    ],
    [
      {
        type: 'object',
        properties: { a: { type: 'number' } },
        anyOf: [{ required: ['a'] }, { required: ['b'] }],
      },
      'record',
    ],
    [{ allOf: [{ type: 'number' }, { minimum: 0, 'x-unit': 'money' }] }, 'money'],
    [{ allOf: [{ $ref: '#/definitions/Amount' }], title: 't' }, 'money'],
    [{ allOf: [{ enum: ['A', 'B'] }, { enum: ['B', 'C'] }] }, '"B"'],
    [{ $ref: '#/definitions/Amount' }, 'money'],
    [{ $ref: '#/definitions/Amount', 'x-unit': 'ratio' }, 'ratio'],
    [
      { anyOf: [{ $ref: '#/definitions/Amount' }, { $ref: '#/definitions/Code' }] },
      'money | "A" "B"',
    ],
    [{ $ref: '#/definitions/Person' }, 'record'],
    [{ $ref: '#/$defs/Own' }, 'text'],
  ])('%j is %s', (schema, type) => {
    expect(typeOf(schema, { definitions, $defs: { Own: { type: 'string' } } })).toBe(type);
  });

  test.each([
    [{}, 'any; x: type'],
    [true, 'any; x: type'],
    [{ title: 'only words' }, 'any; x: type'],
    [{ type: 'money' }, 'any; x: type: money'],
    [{ type: 'number', 'x-unit': 'furlongs' }, 'any; x: x-unit: furlongs'],
    [{ type: 'object' }, 'any; x: properties'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'any; x: properties'],
    [{ type: 'array' }, 'any; x: items'],
    [{ type: 'array', items: [{ type: 'number' }] }, 'any; x: items'],
    [{ type: 'string', format: 'duration' }, 'any; x: format: duration'],
    [{ $ref: 'other.json#/Amount' }, 'any; x: other.json#/Amount'],
    [{ $ref: '#/definitions/None' }, 'any; x: #/definitions/None'],
    [{ $ref: '#/definitions/Circle' }, 'any; x: type'],
    [{ $ref: '#/definitions/%zz' }, 'any; x: #/definitions/%zz'],
    [
      {
        anyOf: [
          { type: 'number', 'x-unit': 'money' },
          { type: 'number', 'x-unit': 'months' },
        ],
      },
      'any; x: anyOf',
    ],
    [{ anyOf: [{ type: 'array', items: { type: 'number' } }, { const: 'NA' }] }, 'any; x: anyOf'],
    [{ anyOf: 'number' }, 'any; x: anyOf'],
    [{ enum: 'A' }, 'any; x: enum'],
    [{ enum: [{ a: 1 }] }, 'any; x: enum'],
    [{ type: 'object', properties: 5 }, 'any; x: properties'],
    [{ type: 'array', items: { anyOf: [{}, { type: 'number' }] } }, 'list of any; x[]: type'],
  ])('%j is not understood, and says so: %s', (schema, type) => {
    expect(typeOf(schema, { definitions })).toBe(type);
  });

  test('a schema without fields is no dossier', () => {
    expect(readSchema({ type: 'string' })).toMatchObject({ unread: [{ path: '', what: 'type' }] });
  });

  test('records that refer to each other in every field end, in little time', () => {
    const names = Array.from({ length: 40 }, (_, index) => `f${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: '#' }]));
    expect(readSchema({ type: 'object', properties }).unread).toContainEqual(
      expect.objectContaining({ what: 'properties' }),
    );
  });

  test.each([
    [
      { type: 'number', minimum: 1, maximum: 9 },
      { minimum: 1, maximum: 9 },
    ],
    [{ type: 'number', exclusiveMinimum: 0 }, { above: 0 }],
    [
      { type: 'number', minimum: 0, exclusiveMinimum: true },
      { minimum: 0, above: 0 },
    ],
    [
      {
        allOf: [
          { type: 'number', minimum: 1 },
          { minimum: 3, maximum: 9 },
        ],
      },
      { minimum: 3, maximum: 9 },
    ],
    [{ anyOf: [{ type: 'number', minimum: 0 }, { const: 'NA' }] }, { minimum: 0 }],
  ])('%j has the limits %j', (schema, limits) => {
    const { minimum, maximum, above, below } =
      readSchema(subject(schema)).type.fields.get('x') ?? {};
    expect(JSON.parse(JSON.stringify({ minimum, maximum, above, below }))).toEqual(limits);
  });
});

describe('words for sentences', () => {
  const party = { type: 'object', properties: { name: { type: 'string' } } };
  const noun = { 'x-noun': { zh: '当事人', en: 'party' }, 'x-counter': { zh: '名' } };
  const facts = { 'x-yes': { zh: '已见原件' }, 'x-no': { zh: '未见原件' } };
  const title = { zh: '当事人', en: 'party' };
  const counter = { zh: '名' };

  function nounsIn(x: unknown, more?: object) {
    const { type, unread } = readSchema(subject(x, more));
    const of = type.fields.get('x')?.type;
    const record = of?.kind === 'list' ? of.of : of;
    return { noun: record?.kind === 'context' ? record.noun : undefined, unread };
  }

  test.each([
    [
      { type: 'array', items: { ...party, ...noun } },
      { title, counter },
    ],
    [
      { ...party, ...noun },
      { title, counter },
    ],
    [{ ...party, 'x-noun': title }, { title }],
    [
      { type: 'array', items: { $ref: '#/definitions/Party' } },
      { title, counter },
    ],
    [
      { type: 'array', items: { $ref: '#/definitions/Party', 'x-noun': { en: 'person' } } },
      { title: { en: 'person' }, counter },
    ],
    [party, undefined],
  ])('%j is called %j', (x, called) => {
    const more = { definitions: { Party: { ...party, ...noun } } };
    expect(nounsIn(x, more)).toEqual({ noun: called, unread: [] });
  });

  test('the file itself has one too', () => {
    expect(readSchema({ ...party, ...noun }).type.noun).toEqual({ title, counter });
  });

  test.each([
    [{ ...party, 'x-noun': '当事人' }, undefined, ['x: x-noun: "当事人"']],
    [{ ...party, 'x-noun': null }, undefined, ['x: x-noun: null']],
    [{ ...party, 'x-noun': { zh: 5 } }, undefined, ['x: x-noun: {"zh":5}']],
    [{ ...party, 'x-noun': { zh: ' ' } }, undefined, ['x: x-noun: {"zh":" "}']],
    [{ ...party, 'x-noun': ['party'] }, undefined, ['x: x-noun: ["party"]']],
    [{ ...party, 'x-noun': {} }, undefined, ['x: x-noun: {}']],
    [{ ...party, ...noun, 'x-counter': '名' }, { title }, ['x: x-counter: "名"']],
    [{ ...party, 'x-counter': counter }, undefined, ['x: x-counter']],
    [{ type: 'array', items: party, ...noun }, undefined, ['x: x-noun', 'x: x-counter']],
    [{ type: 'array', items: { ...party, 'x-noun': 1 } }, undefined, ['x[]: x-noun: 1']],
  ])('%j: called %j, and told %j', (x, called, told) => {
    const { noun: found, unread } = nounsIn(x);
    expect(found).toEqual(called);
    expect(unread.map(({ path, what }) => `${path}: ${what}`)).toEqual(told);
    expect(unread.every(({ ignored }) => ignored)).toBe(true);
  });

  const codes = { enum: ['LOAN', 'PLEDGE'] };
  const kind = { 'x-kind': { zh: '{}事件', en: '{} event' } };

  test.each([
    [{ ...codes, ...kind }, '"LOAN" "PLEDGE"', true],
    [{ anyOf: [codes, { type: 'number' }], ...kind }, '"LOAN" "PLEDGE" | count', true],
    [codes, '"LOAN" "PLEDGE"', false],
    [{ ...codes, 'x-kind': { zh: '事件' } }, '"LOAN" "PLEDGE"; x: x-kind: {"zh":"事件"}', false],
    [{ ...codes, 'x-kind': '{}' }, '"LOAN" "PLEDGE"; x: x-kind: "{}"', false],
    [{ type: 'string', ...kind }, 'text; x: x-kind', false],
    [{ type: 'array', items: codes, ...kind }, 'list of "LOAN" "PLEDGE"; x: x-kind', false],
  ])('%j is %s, and says a kind: %s', (x, type, said) => {
    expect(typeOf(x)).toBe(type);
    const field = readSchema(subject(x)).type.fields.get('x');
    expect(field?.kind).toEqual(said ? kind['x-kind'] : undefined);
  });

  test.each([
    [{ type: 'boolean', ...facts }, 'boolean', true],
    [{ type: 'boolean', ...facts, 'x-blank': 'value' }, 'boolean | ""', true],
    [{ $ref: '#/definitions/Seen' }, 'boolean', true],
    [{ type: 'boolean' }, 'boolean', false],
    [{ type: 'boolean', 'x-yes': facts['x-yes'] }, 'boolean; x: x-yes', false],
    [{ type: 'boolean', 'x-no': facts['x-no'] }, 'boolean; x: x-no', false],
    [{ type: 'boolean', ...facts, 'x-no': 'no' }, 'boolean; x: x-no: "no"; x: x-yes', false],
    [{ type: 'boolean', ...facts, 'x-yes': [] }, 'boolean; x: x-yes: []; x: x-no', false],
    [{ type: 'string', ...facts }, 'text; x: x-yes; x: x-no', false],
    [{ type: 'truth', ...facts }, 'any; x: type: truth', true],
  ])('%j is %s, said as a fact: %s', (x, type, said) => {
    const more = { definitions: { Seen: { type: 'boolean', ...facts } } };
    expect(typeOf(x, more)).toBe(type);
    const field = readSchema(subject(x, more)).type.fields.get('x');
    const wanted = { yes: facts['x-yes'], no: facts['x-no'] };
    expect(field?.facts).toEqual(said ? wanted : undefined);
  });
});

describe('values of several kinds', () => {
  function read(schema: unknown, value: string): string {
    const yaml = parseYaml({ name: 'x.yaml', text: `id: "1"\nx: ${value}\n` }).value;
    if (!yaml) return 'no yaml';
    const { value: dossier, diagnostics } = dossierFromYaml(
      yaml,
      readSchema(subject(schema), usual.currency).type,
    );
    const x: Value | undefined = dossier?.root.entries.get('x');
    const shown =
      x === undefined
        ? 'absent'
        : typeof x === 'object' && x?.kind === 'unknown'
          ? 'unknown'
          : printValue(x);
    return [shown, ...diagnostics.map(({ code }) => code)].join(', ');
  }
  const income = {
    anyOf: [{ type: 'number', 'x-unit': 'money', minimum: 0 }, { enum: ['NA', 'Exempt', ''] }],
  };
  const sold = { anyOf: [{ type: 'string', format: 'date' }, { const: 'NA' }] };

  test.each([
    [income, '5', '5'],
    [income, '0.10', '0.1'],
    [income, 'NA', '"NA"'],
    [income, '"NA"', '"NA"'],
    [income, '""', '""'],
    [income, '', 'absent'],
    [income, 'null', 'absent'],
    [income, '"  "', '""'],
    [income, '"5"', 'unknown, dossier/wrong-type'],
    [income, 'na', 'unknown, dossier/unknown-word'],
    [income, '-1', 'unknown, dossier/out-of-range'],
    [income, '0.001', 'unknown, dossier/money-decimals'],
    [income, 'true', 'unknown, dossier/wrong-type'],
    [income, '[5]', 'unknown, dossier/wrong-type'],
    [sold, '2024-02-29', 'date("2024-02-29")'],
    [sold, 'NA', '"NA"'],
    [sold, '2024-02-30', 'unknown, dossier/impossible-date'],
    [{ type: ['number', 'string'] }, '5', '5'],
    [{ type: ['number', 'string'] }, '"5"', '"5"'],
    [{ type: ['boolean', 'number'] }, 'true', 'true'],
    [{ type: 'string', format: 'time' }, '"09:30:00+08:00"', 'time("09:30:00+08:00")'],
    [{ type: 'string', format: 'time' }, '"25:30:00"', 'unknown, dossier/wrong-type'],
    [{ type: 'integer' }, '5', '5'],
    [{ type: 'integer' }, '5.0', '5'],
    [{ type: 'integer' }, '5.5', 'unknown, dossier/wrong-type'],
    [{ enum: [1, 2] }, '2.0', '2'],
    [{ enum: [1, 2] }, '3', 'unknown, dossier/unknown-word'],
    [{ type: 'number', exclusiveMinimum: 0 }, '0', 'unknown, dossier/out-of-range'],
    [{ type: 'number', exclusiveMaximum: 1 }, '0.999', '0.999'],
    [{ type: 'number', maximum: 0.3 }, '0.30000000000001', 'unknown, dossier/out-of-range'],
    [{}, '5', 'unknown'],
    [{}, '[a, {b: 1}]', 'unknown'],
  ])('%j: %s is read as %s', (schema, value, shown) => {
    expect(read(schema, value)).toBe(shown);
  });
});

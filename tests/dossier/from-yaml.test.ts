import { describe, expect, test } from 'vitest';

import { positionOf } from '../../src/base/source.ts';
import { locate } from '../../src/dossier/dossier.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { fieldAlong, parsePath, pathOf, pointerOfPath } from '../../src/dossier/path.ts';
import { contextFromSchema, type JsonSchema } from '../../src/dossier/schema.ts';
import { formatValue } from '../../src/feel/sentence/format.ts';
import { lexiconOf } from '../../src/feel/sentence/lexicon.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { usual } from '../setting.ts';

const schema: JsonSchema = {
  type: 'object',
  definitions: { Money: { type: 'number', 'x-unit': 'money' } },
  properties: {
    money: { $ref: '#/definitions/Money', minimum: 0, maximum: 10_000_000_000_000 },
    count: { type: 'integer', 'x-unit': 'count' },
    ratio: { type: ['number', 'null'], 'x-unit': 'ratio' },
    grade: { enum: [0.1, 2] },
    text: { type: 'string' },
    code: { type: 'string', enum: ['FIRST', 'SECOND'] },
    day: { type: 'string', format: 'date' },
    at: { type: 'string', format: 'date-time' },
    yes: { type: 'boolean' },
    people: {
      type: 'array',
      'x-key': 'id',
      items: {
        type: 'object',
        properties: { id: { type: 'string' }, age: { type: 'number', 'x-unit': 'years' } },
      },
    },
    words: { type: 'array', items: { type: 'string' } },
  },
};
const type = contextFromSchema(schema, usual.currency);

function read(text: string) {
  const { value: yaml } = parseYaml({ name: 'a.yaml', text });
  if (!yaml) throw new Error(text);
  const { value, diagnostics } = dossierFromYaml(yaml, type);
  if (!value) throw new Error('no dossier');
  return { dossier: value, root: value.root, codes: diagnostics.map(({ code }) => code) };
}

describe('a field as it was written', () => {
  test.each([
    ['money', '1234.56', 'number'],
    ['money', '0.10', 'number'],
    ['money', '9007199254740.99', 'number'],
    ['money', '1e6', 'number'],
    ['count', '0', 'number'],
    ['ratio', '0.123456789012345', 'number'],
    ['text', 'yes', 'text'],
    ['text', '"007"', 'text'],
    ['code', 'FIRST', 'text'],
    ['day', '2024-02-29', 'date'],
    ['day', '"2024-02-29"', 'date'],
    ['at', '2024-02-29T23:59:59+08:00', 'date-time'],
    ['at', '2024-02-29T23:59Z', 'date-time'],
    ['yes', 'False', 'boolean'],
  ])('%s: %s is a %s', (name, text, kind) => {
    const { root, codes } = read(`${name}: ${text}`);
    const value = root.entries.get(name);
    expect({ codes, kind: typeof value === 'object' ? value?.kind : typeof value }).toEqual({
      codes: [],
      kind: kind === 'text' ? 'string' : kind,
    });
  });

  test.each([
    ['money', '1,234.56', 'dossier/wrong-type'],
    ['money', '"1234.56"', 'dossier/wrong-type'],
    ['money', '壹佰', 'dossier/wrong-type'],
    ['money', '1.234', 'dossier/money-decimals'],
    ['money', '-1', 'dossier/out-of-range'],
    ['money', '10000000000001', 'dossier/out-of-range'],
    ['money', '9007199254740993', 'dossier/number-too-big'],
    ['money', '90071992547409.93', 'dossier/number-too-big'],
    ['money', '1e400', 'dossier/number-too-big'],
    ['money', '.nan', 'dossier/wrong-type'],
    ['money', '.inf', 'dossier/wrong-type'],
    ['ratio', `0.${'1234567890'.repeat(10)}1`, 'dossier/too-many-digits'],
    ['grade', '0.1000000000000000055', 'dossier/unknown-word'],
    ['text', '007', 'dossier/wrong-type'],
    ['text', 'true', 'dossier/wrong-type'],
    ['text', '[a]', 'dossier/wrong-type'],
    ['code', 'first', 'dossier/unknown-word'],
    ['day', '2023-02-29', 'dossier/impossible-date'],
    ['day', '2024-2-9', 'dossier/impossible-date'],
    ['day', '20240209', 'dossier/wrong-type'],
    ['day', '2024-02-09T10:00:00+08:00', 'dossier/impossible-date'],
    ['at', '2024-02-29', 'dossier/impossible-date'],
    ['at', '2024-02-29T24:30:00+08:00', 'dossier/impossible-date'],
    ['at', '2024-02-29 10:00:00+08:00', 'dossier/impossible-date'],
    ['yes', 'yes', 'dossier/wrong-type'],
    ['yes', '1', 'dossier/wrong-type'],
    ['people', '{ id: A }', 'dossier/wrong-type'],
    ['words', 'a', 'dossier/wrong-type'],
  ])('%s: %s is %s, and unknown', (name, text, code) => {
    const { root, codes } = read(`${name}: ${text}`);
    expect(codes).toEqual([code]);
    expect(root.entries.get(name)).toEqual({
      kind: 'unknown',
      missing: [{ why: 'malformed', pointer: `/${name}` }],
    });
  });

  test('money is exact to the fen', () => {
    const { root } = read('money: 9007199254740.99');
    const value = root.entries.get('money');
    expect(value).toMatchObject({ n: 900719925474099n, d: 100n });
    expect(
      value === undefined
        ? ''
        : formatValue(value, { kind: 'number', unit: 'money' }, lexiconOf('zh', usual)),
    ).toContain('9,007,199,254,740.99');
  });
});

test('an element that is malformed is unknown, and the others are kept', () => {
  const { root, codes } = read('people: [{ id: A, age: 30 }, B, { id: C, age: x }]');
  expect(codes).toEqual(['dossier/wrong-type', 'dossier/wrong-type']);
  const people = root.entries.get('people');
  expect(people).toMatchObject({
    kind: 'list',
    items: [{ kind: 'context' }, { kind: 'unknown' }, { kind: 'context' }],
  });
});

describe('paths', () => {
  const { dossier, root } = read(
    'money: 1\npeople:\n  - { id: A, age: 30 }\n  - { age: 40 }\nwords: [a, b]\n',
  );

  test.each([
    ['/money', 'money'],
    ['/people/0/age', 'people[A].age'],
    ['/people/1/age', 'people[2].age'],
    ['/words/1', 'words[2]'],
    ['/people', 'people'],
  ])('%s is %s, and back', (pointer, path) => {
    expect(pathOf(pointer, root, type)).toBe(path);
    const steps = parsePath(path);
    expect(steps && pointerOfPath(steps, root, type)).toBe(pointer);
  });

  test.each(['', 'a..b', '.a', 'a[', 'a[]', 'a b', 'a[1]b'])('%j is no path', (path) => {
    expect(parsePath(path)).toBe(undefined);
  });

  test('an element that is not there has no place, a field has', () => {
    const of = (path: string) => pointerOfPath(parsePath(path) ?? [], root, type);
    expect([of('people[Z].age'), of('people[9]'), of('people[A].id'), of('day')]).toEqual([
      undefined,
      undefined,
      '/people/0/id',
      '/day',
    ]);
    expect(fieldAlong(type, parsePath('people[A].age') ?? [])?.name).toBe('age');
    expect(fieldAlong(type, parsePath('people.age') ?? [])).toBe(undefined);
  });

  test.each([
    ['/money', { line: 1, column: 8 }],
    ['/people/0/age', { line: 3, column: 19 }],
    ['/people/1/id', { line: 4, column: 5 }],
    ['/day', { line: 1, column: 1 }],
  ])('%s stands at %o', (pointer, place) => {
    expect(positionOf(locate(dossier, pointer))).toEqual(place);
  });
});

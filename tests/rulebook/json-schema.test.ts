import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import { pointerTo } from '../../src/base/pointer.ts';
import { fileSchemas, rulebookFolder } from '../../src/io/rulebook.ts';
import { type Fault, type Schema, schemaCheck } from '../../src/rulebook/json-schema.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { slip } from '../slips.ts';

const ajv = new Ajv({ allErrors: true, strict: false, verbose: true });

/** What both tell of a fault: where, by which keyword, of which key. */
function facts({ keys, keyword, key }: Fault) {
  return [keys.reduce(pointerTo, ''), keyword, key];
}

function byAjv(schema: Schema, data: unknown) {
  const validate = ajv.compile(schema);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, keyword, propertyName, params }) => [
    instancePath,
    keyword,
    keyword === 'propertyNames'
      ? (params as { readonly propertyName: string }).propertyName
      : propertyName,
  ]);
}

test.each<readonly [Schema, unknown]>([
  [{ type: 'string', enum: ['a'] }, 1],
  [{ type: 'string', pattern: '^a$' }, 1],
  [
    {
      type: 'object',
      required: ['a', 'b'],
      additionalProperties: false,
      properties: { a: { const: 1 } },
    },
    { c: 1, a: 2 },
  ],
  [
    { type: 'object', propertyNames: { pattern: '^a' }, additionalProperties: { type: 'string' } },
    { b: 1, a: 2 },
  ],
  [
    {
      anyOf: [
        { type: 'string', const: 'x' },
        { type: 'array', items: { type: 'integer', minimum: 3 }, minItems: 2 },
      ],
    },
    [1],
  ],
  [{ anyOf: [{ const: 'x' }, { type: 'array' }] }, []],
  [{ type: ['string', 'null'], minLength: 2 }, '😀'],
  [{ type: ['string', 'null'], minLength: 2 }, 3],
  [{ type: 'integer', maximum: 3 }, 4.5],
  [{ type: 'array', maxItems: 1, items: {} }, [1, 2]],
  [
    {
      $ref: '#/definitions/T',
      definitions: { T: { type: 'array', items: { $ref: '#/definitions/T' } } },
    },
    [[], [[1]]],
  ],
])('%j of %j says what ajv says', (schema, data) => {
  const found = schemaCheck(schema)(data).map(facts);
  expect(found).toEqual(byAjv(schema, data));
});

test('a keyword that is not known is refused', () => {
  expect(() => schemaCheck({ properties: { a: { multipleOf: 2 } } })).toThrow('multipleOf');
});

describe('files of the shipped rulebook with slips in them', () => {
  const { files } = rulebookFolder('rules').folder;
  test.each([
    ['rule', /^stages\/.*-\d+-[^.]*\.yaml$/u],
    ['cases', /\.cases\.yaml$/u],
    ['step', /step\.yaml$/u],
    ['table', /^tables\//u],
    ['parameter', /^parameters\//u],
    ['rulebook', /^rulebook/u],
    ['posts', /^posts/u],
    ['measure', /^measures\//u],
    ['calendar', /^calendars\//u],
    ['definitions', /^definitions/u],
  ] as const)('%s: the same faults as by ajv, in the same order', (kind, pattern) => {
    const schema = fileSchemas()[kind] as Schema;
    const check = schemaCheck(schema);
    const texts = [...files].flatMap(([path, { text }]) => (pattern.test(path) ? [text] : []));
    let faulty = 0;
    for (let round = 0; round < 120; round += 1) {
      const text = texts[(round * 7) % texts.length] ?? '';
      const wrong = slip(slip(text, { line: round * 31, kind: round, at: round * 17 }), {
        line: round * 13,
        kind: round * 5 + 3,
        at: round,
      });
      const { value } = parseYaml({ name: 'file.yaml', text: wrong });
      if (!value) continue;
      const data = plainOf(value);
      const found = check(data).map(facts);
      expect(found).toEqual(byAjv(schema, data));
      if (found.length > 0) faulty += 1;
    }
    expect(faulty).toBeGreaterThan(3);
  });
});

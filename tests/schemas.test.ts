import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { generatorOf, keywords, schemaText, schemas } from '../scripts/schemas.ts';

const options = { formats: { date: true, 'date-time': true } as const, keywords: [...keywords] };
const dossierSchema = 'rules/schemas/dossier.schema.json';

describe.each(Object.entries(schemas))('types of %s', (path, made) => {
  const generator = generatorOf(path);

  test.each(made)('$to follows $type (`npm run schemas` writes it anew)', async ({ type, to }) => {
    expect(await readFile(to, 'utf8')).toBe(schemaText(generator, type));
  });

  test.each(made)('$to compiles in strict mode', async ({ to }) => {
    const ajv = new Ajv({ ...options, strict: true, allowUnionTypes: true });
    expect(ajv.compile(await read(to))).toBeTypeOf('function');
  });
});

test.each([
  ['Money', 'x-unit', 'money'],
  ['BasisPoints', 'x-unit', 'basis-points'],
  ['HomeSequence', 'x-title', { zh: '住房套数', en: 'Home sequence' }],
  ['HomeSequence', 'x-labels', { FIRST: { zh: '首套', en: 'First home' } }],
])('type %s carries %s', async (type, keyword, value) => {
  expect(await schemaAt('definitions', type, keyword)).toMatchObject(toObject(value));
});

test.each([
  ['Dossier', 'parties', 'x-key', 'partyId'],
  ['Party', 'name', 'x-personal', 'name'],
  ['Consent', 'withdrawnAt', 'x-absence', 'none'],
  ['Transaction', 'downPaymentAmount', 'x-correctable', true],
  ['Transaction', 'contractPrice', 'x-title', { zh: '合同成交价', en: 'Contract price' }],
])('%s.%s carries %s', async (type, property, keyword, value) => {
  const found = await schemaAt('definitions', type, 'properties', property, keyword);
  expect(found).toMatchObject(toObject(value));
});

test('an unknown field is refused', async () => {
  const ajv = new Ajv(options);
  const valid = ajv.compile(await read(dossierSchema));
  expect(valid({ loan: { amount: 1500000 } })).toBe(true);
  expect(valid({ loan: { amuont: 1500000 } })).toBe(false);
});

test('every code has a label in both languages', async () => {
  const definitions = await schemaAt('definitions');
  for (const [name, definition] of Object.entries(definitions)) {
    const codes: unknown = member(definition, 'enum');
    if (!Array.isArray(codes)) continue;
    const labels = member(definition, 'x-labels');
    expect([name, ...Object.keys(toObject(labels))]).toEqual([name, ...codes]);
  }
});

async function read(path: string): Promise<object> {
  return toObject(JSON.parse(await readFile(path, 'utf8')));
}

async function schemaAt(...path: string[]): Promise<object> {
  let found: unknown = await read(dossierSchema);
  for (const key of path) found = member(found, key);
  return toObject(found);
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** Scalars wrapped, so that one matcher serves all. */
function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : { value };
}

import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { generatorOf, keywords, schemaText, schemas } from '../scripts/schemas.ts';

const options = {
  formats: { date: true, 'date-time': true, time: true } as const,
  keywords: [...keywords],
};
const dossierSchema = 'rules/schemas/dossier.schema.json';

describe.each(Object.entries(schemas))('types of %s', (path, made) => {
  const generator = generatorOf(path);

  test.each(made)('$to follows $type (`npm run schemas` writes it anew)', async ({ type, to }) => {
    expect(await readFile(to, 'utf8')).toBe(schemaText(generator, type, path));
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
  ['Party', 'x-noun', { zh: '当事人', en: 'party' }],
  ['Party', 'x-counter', { zh: '名' }],
])('type %s carries %s', async (type, keyword, value) => {
  expect(await schemaAt('definitions', type, keyword)).toMatchObject(toObject(value));
});

test.each([
  ['Dossier', 'parties', 'x-key', 'partyId'],
  ['Party', 'name', 'x-personal', 'name'],
  ['Consent', 'withdrawnAt', 'x-absence', 'none'],
  ['Transaction', 'downPaymentAmount', 'x-correctable', true],
  ['Party', 'idOriginalSeen', 'x-yes', { zh: '已见证件原件' }],
  ['Party', 'idOriginalSeen', 'x-no', { en: 'the original identity document was not seen' }],
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

const fileSchemas = Object.values(schemas)
  .flat()
  .map(({ to }) => to)
  .filter((to) => to.startsWith('rules/'));

describe.each(fileSchemas)('what sentences say of %s', (path) => {
  test('one of each list of records has a noun and a measure word', async () => {
    const definitions = object(member(await read(path), 'definitions'));
    const records = fieldsOf(definitions).flatMap(([, field]) => {
      const reference = member(member(field, 'items'), '$ref');
      const name = typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
      const record = name === undefined ? undefined : member(definitions, name);
      return name !== undefined && member(record, 'type') === 'object' ? [{ name, record }] : [];
    });
    for (const { name, record } of records) {
      const said = { noun: member(record, 'x-noun'), counter: member(record, 'x-counter') };
      expect({ name, ...said }).toEqual({
        name,
        noun: {
          zh: expect.stringMatching(/^\p{Script=Han}+$/u),
          en: expect.stringMatching(/^[a-z]/u),
        },
        counter: { zh: expect.stringMatching(/^\p{Script=Han}$/u) },
      });
    }
  });

  test('every truth is a clause when it is, and another when it is not', async () => {
    const definitions = object(member(await read(path), 'definitions'));
    for (const [name, field] of fieldsOf(definitions)) {
      if (member(field, 'type') !== 'boolean') continue;
      const [yes, no] = [member(field, 'x-yes'), member(field, 'x-no')];
      const clause = {
        zh: expect.stringMatching(/^\p{Script=Han}[^。]+$/u),
        en: expect.stringMatching(/^[a-z].*[^.]$/u),
      };
      expect({ name, yes, no }).toEqual({ name, yes: clause, no: clause });
      expect([name, member(yes, 'zh')]).not.toEqual([name, member(no, 'zh')]);
      expect([name, member(yes, 'en')]).not.toEqual([name, member(no, 'en')]);
    }
  });

  test.each(['zh', 'en'])(
    'titles of one record differ (%s), and none asks whether',
    async (language) => {
      const definitions = object(member(await read(path), 'definitions'));
      for (const [name, record] of Object.entries(definitions)) {
        const fields = Object.values(object(member(record, 'properties')));
        const titles = fields.map((field) => member(member(field, 'x-title'), language));
        expect([name, ...new Set(titles)]).toEqual([name, ...titles]);
        expect(titles.filter((title) => /^(?:是否|Whether )/u.test(String(title)))).toEqual([]);
      }
    },
  );
});

/** `Party.name`, of every record. */
function fieldsOf(definitions: object): [string, unknown][] {
  return Object.entries(definitions).flatMap(([record, definition]) =>
    Object.entries(object(member(definition, 'properties'))).map(
      ([field, schema]): [string, unknown] => [`${record}.${field}`, schema],
    ),
  );
}

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

function object(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** Scalars wrapped, so that one matcher serves all. */
function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : { value };
}

import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';

import { spokenOf } from '../../scripts/file-words.ts';
import { type Example, examples, jsonPages, jsonText } from '../../scripts/json.ts';

let made: readonly Example[] = [];
beforeAll(async () => {
  made = await examples();
}, 240_000);

describe.each(['zh', 'en'] as const)('the page in %s', (language) => {
  test('is as it is made (`npm run json` writes it anew)', () => {
    expect(readFileSync(jsonPages[language], 'utf8')).toBe(jsonText(language, made));
  });

  test('tells every key and type', () => {
    const untold = readFileSync(jsonPages[language], 'utf8')
      .split('\n')
      .filter((line) => /^\|.*\|\s*\|$|^\| <a id=.*`[.。]\s*\|$|^<a id=.*\*\*\s*$/u.test(line));
    expect(untold).toEqual([]);
  });
});

test('what commands print follows the schemas', () => {
  expect(made.length).toBeGreaterThan(0);
  for (const { schema, output } of made) {
    const valid = new Ajv({ strict: false }).compile(schemaOf(schema));
    valid(output);
    expect([schema, valid.errors ?? []]).toEqual([schema, []]);
  }
});

test('examples are of something', () => {
  expect(made.find(({ schema }) => schema === 'lint-report')?.output).toMatchObject({
    diagnostics: [{ fix: '/', edit: { text: '/' } }],
  });
  expect(made.find(({ schema }) => schema === 'diff-report')?.output).toMatchObject({
    impact: { dossiers: 1, changed: 1 },
  });
});

test('words are those of types and keys that there are', () => {
  const types = Object.assign(
    {},
    ...made.map(({ schema }) => schemaOf(schema).definitions),
  ) as Types;
  const strange = spokenOf('reports').filter(([type, key]) =>
    key === '' ? !types[type] : types[type]?.properties?.[key] === undefined,
  );
  expect(strange).toEqual([]);
});

type Types = Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;

function schemaOf(name: string): { readonly definitions: Types } {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as {
    readonly definitions: Types;
  };
}

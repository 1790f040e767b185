import { readFileSync } from 'node:fs';

import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

import { keywords } from '../../scripts/schemas.ts';
import { valuesFromJson } from '../../src/dossier/from-json.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { type JsonSchema, readSchema } from '../../src/dossier/schema.ts';
import { type Names, newVariables } from '../../src/feel/bindings.ts';
import { checkExpression } from '../../src/feel/check.ts';
import { printValue } from '../../src/feel/operations/print.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import { lexiconOf } from '../../src/feel/sentence/lexicon.ts';
import { conditionSentence } from '../../src/feel/sentence/sentence.ts';
import type { Value } from '../../src/feel/value.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { written } from '../feel/check-harness.ts';
import { usual } from '../setting.ts';

const subject = (x: object): JsonSchema => ({
  type: 'object',
  properties: { x, id: { type: 'string' } },
});

function typeOf(x: object): string {
  const { type, unread } = readSchema(subject(x));
  const field = type.fields.get('x');
  const said = unread.map(({ path, what }) => `${path}: ${what}`);
  return [field ? written(field.type) : 'none', ...said].join('; ');
}

const blank = { 'x-blank': 'value' } as const;
const lenient = { 'x-lenient': true } as const;
const day = { type: 'string', format: 'date' } as const;

describe('types of fields with marks', () => {
  test.each([
    [{ type: 'string', ...blank }, 'text blank'],
    [{ anyOf: [{ type: 'string' }, { enum: [''] }] }, 'text blank'],
    [{ anyOf: [{ enum: ['', 'A'] }, { type: 'string' }] }, 'text blank'],
    [{ type: 'number', ...blank }, 'count | ""'],
    [{ ...day, ...blank }, 'date | ""'],
    [{ type: 'boolean', ...blank }, 'boolean | ""'],
    [{ enum: ['A', 'B'], ...blank }, '"A" "B" ""'],
    [{ enum: ['A', ''], ...blank }, '"A" ""'],
    [{ enum: [1, 2], ...blank }, 'count | ""'],
    [{ anyOf: [day, { type: 'number' }], ...blank }, 'date | count | ""'],
    [{ anyOf: [{ type: 'number' }, { enum: ['NA'], ...blank }] }, 'count | "NA" ""'],
    [{ type: ['number', 'null'], ...blank }, 'count | ""'],
    [{ type: 'array', items: { type: 'string', ...blank } }, 'list of text blank'],
    [{ enum: ['A', 'B'], ...lenient }, '"A" "B" lenient'],
    [{ enum: ['A', 'B'], ...lenient, ...blank }, '"A" "B" lenient blank'],
    [{ enum: [1, 2], ...lenient }, 'count lenient'],
    [{ enum: [1, 'NA'], ...lenient }, 'count lenient | "NA" lenient'],
    [{ anyOf: [{ type: 'number' }, { enum: ['NA'] }], ...lenient }, 'count | "NA" lenient'],
    [{ anyOf: [{ enum: ['A'], ...lenient }, { enum: ['B'] }] }, '"A" "B" lenient'],
    [{ type: 'array', items: { type: 'string' }, ...blank }, 'any; x: x-blank'],
    [{ type: 'string', 'x-blank': true }, 'any; x: x-blank: true'],
    [{ type: 'string', ...lenient }, 'any; x: x-lenient'],
    [{ enum: ['A'], 'x-lenient': 'yes' }, 'any; x: x-lenient: "yes"'],
    [{ enum: ['A'], 'x-lenient': false }, '"A"'],
  ])('%j is %s', (x, type) => {
    expect(typeOf(x)).toBe(type);
  });
});

function shown(value: Value | undefined): string {
  if (value === undefined) return 'absent';
  return typeof value === 'object' && value?.kind === 'unknown' ? 'unknown' : printValue(value);
}

describe('values of fields with marks', () => {
  test.each([
    [{ type: 'string' }, '""', 'absent'],
    [{ type: 'string', ...blank }, '""', '""'],
    [{ type: 'string', ...blank }, '" \\t "', '""'],
    [{ type: 'string', ...blank }, '" a "', '" a "'],
    [{ type: 'string', ...blank }, 'null', 'absent'],
    [{ type: 'number', ...blank }, '""', '""'],
    [{ type: 'number', ...blank }, '" "', '""'],
    [{ type: 'number', ...blank }, '5', '5'],
    [{ ...day, ...blank }, '""', '""'],
    [{ ...day, ...blank }, '"2024-01-01"', 'date("2024-01-01")'],
    [{ enum: ['A'], ...blank }, '"  "', '""'],
    [{ enum: ['A', ' '], ...blank }, '" "', '" "'],
    [{ enum: ['A'] }, '""', 'absent'],
    [{ enum: ['A'], ...lenient }, '"Z"', '"Z"'],
    [{ enum: ['A'], ...lenient }, '""', 'absent'],
    [{ enum: ['A'], ...lenient, ...blank }, '""', '""'],
    [{ enum: [1], ...lenient }, '7', '7'],
    [{ anyOf: [{ type: 'number' }, { enum: ['NA'] }], ...lenient }, '"5"', '"5"'],
    [{ type: 'array', items: { type: 'string', ...blank } }, '["", "a"]', '["", "a"]'],
  ])('%j: %s is %s, from YAML and from JSON', (x, json, wanted) => {
    const { type } = readSchema(subject(x));
    const text = `{"id": "1", "x": ${json}}`;
    const { value } = parseYaml({ name: 'file', text });
    const read = value && dossierFromYaml(value, type);
    expect(read?.diagnostics).toEqual([]);
    expect(shown(read?.value?.root.entries.get('x'))).toBe(wanted);
    expect(shown(valuesFromJson(JSON.parse(text) as object, type).entries.get('x'))).toBe(wanted);
  });

  test.each([
    [{ enum: ['A'] }, '"Z"', 'dossier/unknown-word'],
    [{ enum: ['A'], ...lenient }, '5', 'dossier/wrong-type'],
    [{ enum: [1], ...lenient }, '"x"', 'dossier/wrong-type'],
    [{ enum: [1, 2], ...lenient, maximum: 5 }, '7', 'dossier/out-of-range'],
    [{ type: 'number', ...blank }, '"x"', 'dossier/unknown-word'],
  ])('%j: %s is malformed: %s', (x, json, code) => {
    const { type } = readSchema(subject(x));
    const { value } = parseYaml({ name: 'file', text: `{"id": "1", "x": ${json}}` });
    const read = value && dossierFromYaml(value, type);
    expect(read?.diagnostics.map((one) => one.code)).toEqual([code]);
    expect(shown(read?.value?.root.entries.get('x'))).toBe('unknown');
  });
});

test('docs/schemas.md has each mark, in both languages', () => {
  const page = readFileSync('docs/schemas.md', 'utf8');
  for (const half of page.split('## In English')) {
    const rows = half.split('\n').filter((line) => line.startsWith('| `x-'));
    const marks = rows.flatMap((row) => row.split('|')[1]?.match(/x-[a-z]+/gu) ?? []);
    expect(marks.toSorted()).toEqual([...new Set(keywords)].toSorted());
  }
});

describe('the sentences of docs/schemas.md', () => {
  const page = readFileSync('docs/schemas.md', 'utf8');
  const [shown = ''] = /(?<=```yaml\n)parties:.*?(?=```)/su.exec(page) ?? [];
  const { type, unread } = readSchema({
    type: 'object',
    properties: { ...(load(shown) as object) },
  });
  const names: Names = {
    resolve: (name) => {
      const field = type.fields.get(name);
      return field && { kind: 'field', owner: 'file', field };
    },
    all: () => type.fields.keys(),
  };
  const [zh = '', en = ''] = page.split('## In English');
  const rows = (
    [
      ['zh', zh],
      ['en', en],
    ] as const
  ).flatMap(([language, half]) =>
    [...half.matchAll(/^\| `(?<expression>[^`]* parties.*?|count.*?)` \| (?<said>.*) \|$/gmu)].map(
      ({ groups: { expression = '', said = '' } = {} }) => ({ language, expression, said }),
    ),
  );

  test('there are four in each language', () => {
    expect(unread).toEqual([]);
    expect(rows.map(({ language }) => language)).toEqual([
      ...Array.from({ length: 4 }, () => 'zh'),
      ...Array.from({ length: 4 }, () => 'en'),
    ]);
  });

  test.each(rows)('$expression: $said', ({ language, expression, said }) => {
    const { value } = parseExpression(expression, { dialect: 'rule' });
    const core = value && checkExpression(value, names, newVariables()).core;
    const lexicon = lexiconOf(language, usual);
    expect(core && conditionSentence(core, { lexicon, titleOf: () => ({}) })).toBe(said);
  });
});

test('the expressions of docs/schemas.md type over the fields that it shows', () => {
  const blocks = [
    ...readFileSync('docs/schemas.md', 'utf8').matchAll(/```(yaml|feel)\n(.*?)```/gsu),
  ];
  const shown = blocks.flatMap(([, language, text = '']) => (language === 'yaml' ? [text] : []));
  const code = { enum: ['1', '2'], ...blank };
  const properties = { ...(load(shown.join('')) as object), first: code, second: code };
  const { type, unread } = readSchema({ type: 'object', properties });
  expect(unread).toEqual([]);
  const names: Names = {
    resolve: (name) => {
      const field = type.fields.get(name);
      return field && { kind: 'field', owner: 'file', field };
    },
    all: () => type.fields.keys(),
  };
  const lines = blocks.flatMap(([, language, text = '']) =>
    language === 'feel' ? text.trim().split('\n') : [],
  );
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const { value, problems } = parseExpression(line, { dialect: 'rule' });
    const found = value ? checkExpression(value, names, newVariables()).problems : problems;
    expect([line, found]).toEqual([line, []]);
  }
});

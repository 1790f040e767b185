import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { copied, edit, put, shouze, small } from '../cli/harness.ts';

const rule = 'stages/work/decide/TST-001-under-test.yaml';

/** Each: what is changed in which file, from what, to what; then the codes, and the place of the first. */
const changes: readonly (readonly [string, string, string, string, readonly string[], string])[] = [
  ['a YAML syntax error', rule, 'posts: [MANAGER]', 'posts: [MANAGER', ['yaml/syntax'], ':6:8'],
  ['an alias', rule, 'kind: bank', 'kind: &k bank', ['yaml/alias'], ':2:7'],
  [
    'a key used twice',
    rule,
    'kind: bank',
    'kind: bank\nkind: service',
    ['yaml/duplicate-key'],
    ':3:1',
  ],
  [
    'a __proto__ key',
    rule,
    'kind: bank',
    'kind: bank\n__proto__: { level: advisory }',
    ['yaml/forbidden-key'],
    ':3:1',
  ],
  ['an unknown key', rule, 'asOf: day', 'asof: day', ['rulebook/unknown-key'], ':8:1'],
  ['a missing key', rule, 'level: mandatory\n', '', ['rulebook/missing-key'], ':1:1'],
  [
    'a word that is none',
    rule,
    'level: mandatory',
    'level: mandatry',
    ['rulebook/unknown-word'],
    ':3:8',
  ],
  [
    'an impossible date',
    rule,
    'from: 2000-01-01',
    'from: 2000-02-30',
    ['rulebook/impossible-date'],
    ':15:13',
  ],
  [
    'a clause that is not there',
    rule,
    'T-1#all',
    'T-1#none',
    ['rulebook/unknown-reference'],
    ':12:9',
  ],
  [
    'a post that is not there',
    rule,
    'posts: [MANAGER]',
    'posts: [MANGER]',
    ['rulebook/unknown-reference'],
    ':6:9',
  ],
  [
    'two rules of one id',
    rule,
    'rule: TST-001',
    'rule: GAT-001',
    ['rulebook/duplicate-id', 'rulebook/file-name', 'rulebook/unknown-reference'],
    ':1:7',
  ],
  [
    'a full-width sign in a block scalar',
    rule,
    '  <= limit',
    '  <＝ limit',
    ['feel/full-width'],
    ':11:4',
  ],
  [
    'full-width brackets in a block scalar',
    rule,
    '  amount\n  <= limit',
    '  sum（items.amount） <= limit',
    ['feel/full-width', 'feel/full-width'],
    ':10:6',
  ],
  ['an unknown name', rule, '  <= limit', '  <= limitt', ['feel/unknown-name'], ':11:6'],
  ['a type that does not fit', rule, '  <= limit', '  <= day', ['feel/compare'], ':10:3'],
  ['an expression that makes no sense', rule, '  <= limit', '  <= ', ['feel/syntax'], ''],
  [
    'a unit of a parameter that nobody declares',
    'parameters/limit.yaml',
    'unit: money',
    'unit: mony',
    ['rulebook/unknown-reference'],
    ':3:7',
  ],
  [
    'a unit of a table that nobody declares',
    'tables/band.yaml',
    'unit: count }',
    'unit: kWh }',
    ['rulebook/unknown-reference'],
    ':8:48',
  ],
  [
    'a unit in a schema that nobody declares',
    'schemas/request.schema.json',
    '"price": { "type": "number", "x-unit": "money" }',
    '"price": { "type": "number", "x-unit": "ratios" }',
    ['rulebook/unknown-reference'],
    ':9:45',
  ],
  [
    'a form of dates that is none',
    rule,
    '  amount\n  <= limit',
    '  is date(kind, "YYYYMMDD")',
    ['feel/date-form'],
    ':10:17',
  ],
  [
    'a hole between editions',
    'parameters/limit.yaml',
    'until: 2023-12-31',
    'until: 2023-12-30',
    ['rulebook/edition-gap'],
    ':6:13',
  ],
  [
    'editions that overlap',
    'parameters/limit.yaml',
    'until: 2023-12-31',
    'until: 2024-01-01',
    ['rulebook/edition-overlap'],
    ':6:13',
  ],
  [
    'a limit without a value on some days',
    'parameters/limit.yaml',
    '{ from: 2000-01-01, until',
    '{ from: 2010-01-01, until',
    ['program/no-value'],
    '',
  ],
  [
    'a definition of itself',
    'definitions.yaml',
    'is: amount / price',
    'is: if share > 1 then 1 else 2',
    ['program/cycle'],
    ':2:17',
  ],
  [
    'a name that is taken',
    'definitions.yaml',
    'definition: share',
    'definition: amount',
    ['rulebook/name-taken'],
    ':2:17',
  ],
  [
    'a row with a cell too few',
    'tables/band.yaml',
    "['\"Z\"', '-']",
    '[\'"Z"\']',
    ['rulebook/table-shape'],
    ':17:17',
  ],
  ['another format number', 'rulebook.yaml', 'format: 1', 'format: 2', ['rulebook/format'], ':1:1'],
  [
    'a step without its folder',
    'rulebook.yaml',
    'decide, sign',
    'decide, resign, sign',
    ['rulebook/missing-file'],
    ':1:1',
  ],
  [
    'a currency that is not there',
    'rulebook.yaml',
    'currency: CNY',
    'currency: { code: EURO, title: { en: euro } }',
    ['rulebook/unknown-currency'],
    ':37:19',
  ],
  [
    'no currency, though there is money',
    'rulebook.yaml',
    'currency: CNY',
    '',
    ['program/no-currency'],
    ':1:1',
  ],
  [
    'a zone that is not there',
    'rulebook.yaml',
    "zone: '+08:00'",
    'zone: Asia/Shangai',
    ['rulebook/unknown-zone'],
    ':38:7',
  ],
  [
    'an offset beyond a day',
    'rulebook.yaml',
    "zone: '+08:00'",
    'zone: +25:00',
    ['rulebook/unknown-zone'],
    ':38:7',
  ],
  [
    'no zone, though there are date-times',
    'rulebook.yaml',
    "zone: '+08:00'",
    '',
    ['program/no-zone'],
    ':1:1',
  ],
  [
    'a language that is none',
    'rulebook.yaml',
    'languages: [en]',
    'languages: [en, german!]',
    ['rulebook/pattern'],
    ':6:17',
  ],
];

describe('each is told at its place, and nothing is judged', () => {
  test.each(changes)('%s', async (_, path, from, to, codes, place) => {
    const folder = copied(small);
    edit(folder, path, from, to);
    const linted = await shouze('lint', '--rulebook', folder, '--lang', 'en', '--format', 'json');
    const { diagnostics }: { diagnostics: readonly Found[] } = JSON.parse(linted.out);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
    expect(linted).toMatchObject({ code: 2, err: '' });
    const first = errors.find(({ code }) => code === codes[0]);
    if (place !== '')
      expect(`${first?.file}:${first?.line}:${first?.column}`).toBe(
        `${join(folder, path)}${place}`,
      );

    const checked = await shouze(
      'check',
      put(folder, 'a.txt', 'amount: 1'),
      '--rulebook',
      folder,
      '--lang',
      'en',
    );
    expect(checked).toMatchObject({ code: 2, out: '' });
    expect(checked.err).toContain(`[${codes[0]}]`);
    expect(checked.err).not.toMatch(/^\s+at .*[(:]\d+:\d+\)?$/mu);
    expect(checked.milliseconds).toBeLessThan(3000);
  });
});

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

test.each([
  ['a rule file that is binary', rule, new Uint8Array([0xff, 0xfe, 0]), 'io/not-text'],
  ['an empty rule file', rule, '', 'yaml/empty'],
  ['a rule file of nested brackets', rule, '['.repeat(200_000), 'yaml/too-deep'],
  [
    'an expression of nested brackets',
    rule,
    `require: ${'('.repeat(5000)}`,
    'rulebook/missing-key',
  ],
  ['a source without a header', 'sources/T-1.md', '# Nothing\n', 'rulebook/source-header'],
  ['a schema that is no JSON', 'schemas/request.schema.json', '{"type": ', 'yaml/syntax'],
])('%s', async (_, path, text, code) => {
  const folder = copied(small);
  put(folder, path, text);
  const ran = await shouze('lint', '--rulebook', folder, '--lang', 'en');
  expect(ran.code).toBe(2);
  expect(ran.out).toContain(`[${code}]`);
  expect(ran.out + ran.err).not.toMatch(/内部错误|^\s+at .*:\d+:\d+/mu);
  expect(ran.milliseconds).toBeLessThan(3000);
});

test('an expression of nested brackets is refused, not followed', async () => {
  const folder = copied(small);
  edit(folder, rule, '  <= limit', `  <= ${'('.repeat(3000)}limit${')'.repeat(3000)}`);
  const ran = await shouze('lint', '--rulebook', folder, '--lang', 'en');
  expect(ran.code).toBe(2);
  expect(ran.out).toMatch(/\[feel\/too-(deep|long)\]/u);
  expect(ran.milliseconds).toBeLessThan(3000);
});

test('definitions in a circle are named in order', async () => {
  const folder = copied(small);
  edit(folder, 'definitions.yaml', 'is: amount / price', 'is: if strict then 1 else 2');
  edit(folder, 'definitions.yaml', 'is: kind != "X"', 'is: share > 1');
  const ran = await shouze('lint', '--rulebook', folder, '--lang', 'en');
  expect(ran.code).toBe(2);
  expect(ran.out.match(/\[program\/cycle\]/gu)).toHaveLength(1);
  expect(ran.out).toContain('share → strict → share');
});

test('a rulebook without its manifest is no rulebook', async () => {
  const folder = copied(small);
  rmSync(join(folder, 'rulebook.yaml'));
  const ran = await shouze('lint', '--rulebook', folder);
  expect(ran.code).toBe(2);
  expect(ran.out).toContain('[rulebook/no-manifest]');
});

test('a hundred thousand unknown keys are told in a few lines, and in little time', async () => {
  const folder = copied(small);
  const keys = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1\n`).join('');
  edit(folder, rule, 'kind: bank\n', `kind: bank\n${keys}`);
  const ran = await shouze('lint', '--rulebook', folder, '--lang', 'en');
  expect(ran.code).toBe(2);
  expect(ran.out.match(/\[rulebook\/unknown-key\]/gu)?.length).toBe(50);
  expect(ran.milliseconds).toBeLessThan(8000);
});

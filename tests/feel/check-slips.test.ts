import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { field, type Yaml } from '../../src/yaml/tree.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { shouze } from '../cli/harness.ts';

/** What was typed, with «» around each slip, and what was meant. */
const slips: readonly (readonly [string, string])[] = [
  ['loan.amount «＞» 0', 'loan.amount > 0'],
  ['loan.amount «＜» 900000', 'loan.amount < 900000'],
  ['loan.amount «＝» 0', 'loan.amount = 0'],
  ['loan.amount «＞»«＝» 500', 'loan.amount >= 500'],
  ['loan.amount «！»«＝» 0', 'loan.amount != 0'],
  ['loan.amount «≥» 500', 'loan.amount >= 500'],
  ['loan.amount «≤» 900000', 'loan.amount <= 900000'],
  ['loan.amount «≠» 0', 'loan.amount != 0'],
  ['loan.amount «==» 0', 'loan.amount = 0'],
  ['loan.amount «<>» 0', 'loan.amount != 0'],
  ['count«（»parties«）» = 1', 'count(parties) = 1'],
  ['max(loan.amount«，» 1) > 500', 'max(loan.amount, 1) > 500'],
  ['max(loan.amount«，»1) > 500', 'max(loan.amount,1) > 500'],
  ['max(loan.amount«、»1) > 500', 'max(loan.amount,1) > 500'],
  ['max(loan.amount«；»1) > 500', 'max(loan.amount,1) > 500'],
  ['parties«［»1«］».name = "a"', 'parties[1].name = "a"'],
  ['application.productCode = «“»CAR«”»', 'application.productCode = "CAR"'],
  ['application.productCode = "CAR«”»', 'application.productCode = "CAR"'],
  ['application.productCode = «“»CAR"', 'application.productCode = "CAR"'],
  [
    'application.productCode in («“»CAR«”»«、»«“»HOUSING«”»)',
    'application.productCode in ("CAR","HOUSING")',
  ],
  ['loan.amount > 500 «且» loan.amount < 900', 'loan.amount > 500 and loan.amount < 900'],
  ['loan.amount > 500«或»loan.amount < 300', 'loan.amount > 500 or loan.amount < 300'],
  ['loan.amount > ５００'.replaceAll(/[５０]/gu, '«$&»'), 'loan.amount > 500'],
  ['loan.amount «×» 2 > 500', 'loan.amount * 2 > 500'],
  [
    'loan.amount «÷» transaction.contractPrice > 0.5',
    'loan.amount / transaction.contractPrice > 0.5',
  ],
  ['loan.amount«　»> 500', 'loan.amount > 500'],
  [
    'loan.amount > 500 and application.purposeText = "，且（二手）"',
    'loan.amount > 500 and application.purposeText = "，且（二手）"',
  ],
];

/** The ways YAML has of writing a text. */
const styles: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => `is: ${text}`,
  'in single quotes': (text) => `is: '${text.replaceAll("'", "''")}'`,
  'in double quotes': (text) => `is: "${text.replaceAll('"', '\\"')}"`,
  'as a block': (text) => `is: |\n          ${text}`,
  'as a folded block': (text) => `is: >-\n          ${text}`,
  'after a line of a block': (text) =>
    `is: |\n          // 注：，（\n          1 > 0 and\n            (${text})`,
};

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of a small rulebook whose definitions are these. */
function copyWith(definitions: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-slips-'));
  folders.push(folder);
  cpSync('tests/codes/fixture', folder, { recursive: true });
  writeFileSync(join(folder, 'definitions.yaml'), definitions);
  return folder;
}

function fileOf(definitions: readonly string[]): string {
  const items = definitions.map((is, index) => {
    return `  - definition: d${index}\n    title: { zh: 口径 }\n    editions:\n      - from: 2024-01-01\n        ${is}\n`;
  });
  return `definitions:\n${items.join('')}`;
}

function diagnosticsOf(folder: string) {
  const { folder: files } = rulebookFolder(folder);
  return readRulebook(files).diagnostics.filter(({ severity }) => severity === 'error');
}

/** The expressions of a file of definitions, as YAML has them. */
function expressionsOf(folder: string): readonly string[] {
  const text = readFileSync(join(folder, 'definitions.yaml'), 'utf8');
  const { value } = parseYaml({ name: 'definitions.yaml', text });
  return listIn(value, 'definitions').map((definition) => {
    const [edition] = listIn(definition, 'editions');
    const is = edition?.kind === 'map' ? field(edition, 'is') : undefined;
    return is?.kind === 'text' ? is.text.trim() : '';
  });
}

function listIn(yaml: Yaml | undefined, key: string): readonly Yaml[] {
  const list = yaml?.kind === 'map' ? field(yaml, key) : undefined;
  return list?.kind === 'list' ? list.items : [];
}

const plainOf = (typed: string) => typed.replaceAll(/[«»]/gu, '');

describe.each(Object.entries(styles))('slips in an expression %s', (style, write) => {
  // A comma ends nothing in block style, but `“` at the start of a plain scalar would be a quote.
  const cases = slips.filter(([typed]) => style !== 'plain' || !typed.startsWith('«'));
  const around = (text: string) =>
    style === 'after a line of a block' ? `// 注：，（\n1 > 0 and\n  (${text})` : text;

  test('each is an error at its characters', () => {
    const written = cases.map(([typed]) => write(typed));
    const marked = fileOf(written);
    const text = plainOf(marked);
    const folder = copyWith(text);
    let places = text;
    const found = diagnosticsOf(folder).toSorted((a, b) => b.span.start - a.span.start);
    for (const { span } of found) {
      places = `${places.slice(0, span.start)}«${places.slice(span.start, span.end)}»${places.slice(span.end)}`;
    }
    expect(places).toBe(marked);
    expect([...new Set(found.map(({ code }) => code))].toSorted()).toEqual([
      'feel/full-width',
      'feel/syntax',
    ]);
  });

  test('lint --fix mends them all, and nothing else', async () => {
    const folder = copyWith(fileOf(cases.map(([typed]) => write(plainOf(typed)))));
    await shouze('lint', '--rulebook', folder, '--fix');
    expect(expressionsOf(folder)).toEqual(cases.map(([, meant]) => around(meant)));
    expect(diagnosticsOf(folder)).toEqual([]);
  });
});

describe('slips in a map on one line', () => {
  const write = (is: string) =>
    `definitions:\n  - { definition: d0, title: { zh: 口径 }, editions: [{ from: 2024-01-01, is: ${is} }] }\n`;

  test.each([
    ['loan.amount ＞ 0', 'loan.amount > 0'],
    ['max(loan.amount，1) > 500', 'max(loan.amount,1) > 500'],
    ['parties［1］.name = "a"', 'parties[1].name = "a"'],
    [
      'application.productCode in （“CAR”，“HOUSING”）',
      'application.productCode in ("CAR","HOUSING")',
    ],
    ['"application.productCode = “CAR”"', 'application.productCode = "CAR"'],
    [
      "'application.productCode in （“CAR”，“HOUSING”）'",
      'application.productCode in ("CAR","HOUSING")',
    ],
  ])('%s', async (typed, meant) => {
    const folder = copyWith(write(typed));
    await shouze('lint', '--rulebook', folder, '--fix');
    expect(expressionsOf(folder)).toEqual([meant]);
    expect(diagnosticsOf(folder)).toEqual([]);
  });
});

describe('slips that only their author can mend', () => {
  test.each([
    ['loan amount > 0', 'loan amount', 'feel/words'],
    [
      'application.productCode = "CAR and loan.amount > 0',
      '"CAR and loan.amount > 0',
      'feel/quote',
    ],
    ['loan.amount > 0 。', '。', 'feel/full-width'],
    ['loan.amount ＄ 0', '＄', 'feel/full-width'],
    ['(loan.amount > 0', '(', 'feel/unclosed'],
    ['if loan.amount > 0 then true', 'if', 'feel/no-else'],
    ['day between(loan.amount, 0) > 0', 'day between', 'feel/unknown-function'],
    ['loan.amount => => 0', '=>', 'feel/syntax'],
    ['loan.amount > 0 and', '', 'feel/syntax'],
  ])('%s', async (typed, found, code) => {
    const folder = copyWith(fileOf([`is: |\n          ${typed}`]));
    const before = readFileSync(join(folder, 'definitions.yaml'), 'utf8');
    const [problem] = diagnosticsOf(folder);
    expect(problem?.code).toBe(code);
    expect(problem && before.slice(problem.span.start, problem.span.end)).toBe(found);
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { copied, edit, put, shouze, temporary } from '../cli/harness.ts';
import { type Entry, readByOthers, writeByOthers } from '../io/others.ts';

const parameter = 'parameters/maximumLoanShare.yaml';
const table = 'tables/maximumTerm.yaml';

/** A rulebook with comments and forms of its own to be left alone. */
function rulebook(): string {
  const folder = copied('tests/codes/fixture');
  edit(folder, parameter, 'value: 0.85', 'value: 0.850 # as decided');
  edit(folder, table, '[360] }', '[360] } # thirty years');
  return folder;
}

/** What another program reads of the workbook, by the keys of its hidden rows. */
async function sentOut(folder: string) {
  const path = join(temporary(), 'limits.xlsx');
  const ran = await shouze('limits', 'out', '--rulebook', folder, '--out', path);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return readByOthers(path);
}

/** Takes back what somebody made of the rows of a sheet. */
async function takenBack(
  folder: string,
  sheet: number,
  fill: (rows: Readonly<Record<string, Entry>>[]) => readonly Readonly<Record<string, Entry>>[],
  ...more: readonly string[]
) {
  const all = await sentOut(folder);
  const sheets = all.map(({ name, rows }, index) => {
    const head = rows.findIndex((row) => row.includes('digest'));
    const keys = (rows[head] ?? []).map(String);
    const below = rows
      .slice(head + 1)
      .map((row) => Object.fromEntries(keys.map((key, at) => [key, entryOf(row[at])] as const)));
    const filled = index === sheet ? fill(below) : below;
    return {
      name,
      rows: [keys, ...filled.map((row) => keys.map((key): Entry => row[key] ?? null))],
    };
  });
  const path = join(temporary(), 'back.xlsx');
  await writeByOthers(path, ...sheets);
  return shouze('limits', 'in', path, '--rulebook', folder, '--lang', 'en', ...more);
}

/** A truth value is typed as a word. */
function entryOf(value: Entry | boolean | undefined): Entry {
  return typeof value === 'boolean' ? String(value).toUpperCase() : (value ?? null);
}

function textOf(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('a workbook of limits', () => {
  test(
    'that nobody touched changes nothing, of the whole shipped rulebook',
    { timeout: 120_000 },
    async () => {
      const path = join(temporary(), 'limits.xlsx');
      await shouze('limits', 'out', '--out', path);
      const ran = await shouze('limits', 'in', path, '--lang', 'en');
      expect(ran).toEqual(
        expect.objectContaining({
          code: 0,
          err: '',
          out: 'the same as the rulebook: nothing changed\n',
        }),
      );
      expect(execFileSync('git', ['status', '--porcelain', 'rules'], { encoding: 'utf8' })).toBe(
        '',
      );
    },
  );

  test('nor one that another program saved', async () => {
    const folder = rulebook();
    const before = [textOf(folder, parameter), textOf(folder, table)];
    const ran = await takenBack(folder, 0, (rows) => rows);
    expect(ran).toMatchObject({
      code: 0,
      err: '',
      out: 'the same as the rulebook: nothing changed\n',
    });
    expect([textOf(folder, parameter), textOf(folder, table)]).toEqual(before);
  });

  test('says what there is, in numbers, days and texts that are no formulas', async () => {
    const [limits, terms] = await sentOut(rulebook());
    expect(limits?.rows.at(-1)?.slice(0, 7)).toEqual([
      'maximumLoanShare',
      '最高贷款成数',
      '比例',
      new Date('2024-01-01T00:00:00Z'),
      null,
      0.85,
      'B-EXAMPLE#1',
    ]);
    expect(terms?.rows.at(-1)?.slice(3, 6)).toEqual([2, '"CAR"', 60]);
  });

  test.each([
    ['a number', 0.8],
    ['a percentage', '80%'],
    ['a percentage, full width', '80％'],
    ['what a program made of it', 0.8000000000000000444],
  ])('with a row more makes an edition: %s', async (_, value) => {
    const folder = rulebook();
    const ran = await takenBack(folder, 0, (rows) => [
      ...rows,
      { parameter: 'maximumLoanShare', from: new Date('2099-01-01T00:00:00Z'), value },
    ]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(textOf(folder, parameter)).toBe(`${withoutEnd(copiedText(parameter))}
    value: 0.850 # as decided
    basis: ['B-EXAMPLE#1']
  - from: 2099-01-01
    value: 0.8 # as decided
    basis: ['B-EXAMPLE#1']
`);
  });

  test.each([
    ['the day as text', '2030/1/1'],
    ['the day in full width', '２０３０／１／１'],
    ['the day as the number of a spreadsheet', 47_484],
  ])('takes %s', async (_, from) => {
    const folder = rulebook();
    await takenBack(folder, 0, (rows) => [
      ...rows,
      { parameter: 'maximumLoanShare', from, value: 0.8 },
    ]);
    expect(textOf(folder, parameter)).toContain('- from: 2030-01-01\n');
  });

  test('puts an edition in force right where that is asked for, and says so where not', async () => {
    const folder = rulebook();
    const fill = (rows: Readonly<Record<string, Entry>>[]) =>
      rows.map((row) => ({ ...row, value: 0.8 }));
    const refused = await takenBack(folder, 0, fill);
    expect(refused.err).toContain(
      'the edition of `maximumLoanShare` from 2024-01-01 is in force, and the sheet changes 0.850 to 0.8',
    );
    expect(refused.code).toBe(1);
    const told = await takenBack(folder, 0, fill, '--correct', '--check');
    expect(told.out).toBe('maximumLoanShare 2024-01-01: changed, 0.850 → 0.8\n');
    expect(textOf(folder, parameter)).toContain('value: 0.850 # as decided');
    await takenBack(folder, 0, fill, '--correct');
    expect(textOf(folder, parameter)).toContain('value: 0.8 # as decided');
  });

  test('of a table: cells, a row more, a row less, an edition', async () => {
    const folder = rulebook();
    const ran = await takenBack(
      folder,
      1,
      (rows) => [
        ...rows.map((row) => (row['row'] === 1 ? { ...row, 'then:1': 300 } : row)),
        { ...rows[0], row: null, 'when:1': 'not("HOUSING", "CAR")', 'then:1': null },
        { ...rows[0], row: 1, from: '2099-01-01', 'when:1': '"HOUSING", "CAR"', 'then:1': 240 },
      ],
      '--correct',
    );
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(textOf(folder, table).split('editions:\n')[1]).toBe(`  - from: 2024-01-01
    until: 2098-12-31
    basis: ['B-EXAMPLE#2']
    rows:
      - { when: ['"HOUSING"'], then: [300] } # thirty years
      - { when: ['"CAR"'], then: [60] }
      - when: ['not("HOUSING", "CAR")']
        then: [null]
  - from: 2099-01-01
    basis: ['B-EXAMPLE#2']
    rows:
      - { when: ['"HOUSING", "CAR"'], then: [240] } # thirty years
`);
  });

  test('begun in the past it is a correction', async () => {
    const folder = rulebook();
    const fill = ([row = {}]: Readonly<Record<string, Entry>>[]) => [
      row,
      { ...row, from: '2025-01-01', value: 0.8 },
    ];
    const refused = await takenBack(folder, 0, fill);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('a new edition begins in the past'),
    ]);
    expect(await takenBack(folder, 0, fill, '--correct')).toMatchObject({ code: 0 });
    expect(textOf(folder, parameter)).toContain('- from: 2025-01-01\n');
  });

  test('a table rests on what any of its rows says anew', async () => {
    const folder = rulebook();
    const fill = (rows: Readonly<Record<string, Entry>>[]) =>
      rows.map((row, index) => (index === 1 ? { ...row, basis: 'B-EXAMPLE#1' } : row));
    await takenBack(folder, 1, fill, '--correct');
    expect(textOf(folder, table)).toMatch(/basis: \[['"]?B-EXAMPLE#1/u);
  });

  test('has a limit once, however often it is asked for', async () => {
    const path = join(temporary(), 'limits.xlsx');
    const asked = ['maximumLoanShare', 'maximumLoanShare', '--out', path];
    await shouze('limits', 'out', ...asked, '--rulebook', rulebook());
    const [sheet] = await readByOthers(path);
    expect(sheet?.rows.filter(([id]) => id === 'maximumLoanShare')).toHaveLength(1);
  });

  test.each([
    ['a formula', { value: { formula: '0.9-0.1' } }, '`=0.9-0.1` is a formula'],
    ['no number', { value: '八成' }, '`八成` is no number (share)'],
    [
      'a hundredfold',
      { value: 80 },
      '`80` is too much for a number of this kind (share); write `80%`',
    ],
    ['more digits than are kept', { value: '0.8000000000000001' }, 'more than the 15 digits'],
    ['another unit', { 'shown:unit': '金额' }, '`金额` is only shown'],
    ['another title', { 'shown:title': '成数' }, '`成数` is only shown'],
    ['another last day', { 'shown:until': '2030-01-01' }, '`2030-01-01` is only shown'],
    ['no day', { from: '明年' }, '`明年` is no day'],
    ['an empty value', { value: null }, 'an empty cell is no number (share)'],
    ['no id', { parameter: null }, 'does not say of which limit or table it is'],
    ['another first day', { from: '2024-02-01' }, 'the row of this edition is gone'],
    ['an unknown limit', { parameter: 'maximumLoanShares' }, 'did you mean `maximumLoanShare`'],
    ['an unknown clause', { basis: 'B-EXAMPLE#9' }, 'there is no clause `B-EXAMPLE#9`'],
    [
      'an old workbook',
      { digest: '0123456789abcdef' },
      'was changed since the workbook was written',
    ],
  ])('with %s is told, and nothing is written', async (_, cells, says) => {
    const folder = rulebook();
    const before = textOf(folder, parameter);
    const ran = await takenBack(
      folder,
      0,
      (rows) => rows.map((row) => ({ ...row, ...cells })),
      '--correct',
    );
    expect(ran.err).toContain(says);
    expect(ran.code).toBe(1);
    expect(textOf(folder, parameter)).toBe(before);
  });

  test.each<
    [
      string,
      (rows: Readonly<Record<string, Entry>>[]) => readonly Readonly<Record<string, Entry>>[],
      string,
    ]
  >([
    ['without a row that was there', () => [], 'nothing changed'],
    [
      'with an edition that is not the last',
      ([row = {}]) => [row, { ...row, from: '2023-01-01' }],
      'a new edition begins later than the last',
    ],
    ['with a day twice', ([row = {}]) => [row, row], 'two rows have the same first day'],
  ])('%s', async (_, fill, says) => {
    const ran = await takenBack(rulebook(), 0, fill, '--correct');
    expect(ran.err + ran.out).toContain(says);
  });

  test.each<
    [
      string,
      (rows: Readonly<Record<string, Entry>>[]) => readonly Readonly<Record<string, Entry>>[],
      string,
    ]
  >([
    [
      'a formula',
      (rows) => rows.map((row) => ({ ...row, 'then:1': { formula: '6*60' } })),
      '`=6*60` is a formula',
    ],
    ['a percentage of months', (rows) => rows.map((row) => ({ ...row, 'then:1': '30%' })), '`30%`'],
    [
      'more digits than a spreadsheet keeps',
      (rows) => rows.map((row) => ({ ...row, 'then:1': '12345678901234567890' })),
      '`12345678901234567890`',
    ],
    [
      'two bases of one edition',
      (rows) =>
        rows.map((row, index) => ({
          ...row,
          basis: `B-EXAMPLE#1${' B-EXAMPLE#2'.repeat(index)}`,
        })),
      'say different clauses',
    ],
    ['rows in another order', (rows) => rows.toReversed(), 'rows keep the order of their numbers'],
    ['a number twice', ([row = {}]) => [row, row], 'rows keep the order of their numbers'],
  ])('of a table with %s', async (_, fill, says) => {
    const folder = rulebook();
    const before = textOf(folder, table);
    const ran = await takenBack(folder, 1, fill, '--correct');
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining(says)]);
    expect(textOf(folder, table)).toBe(before);
  });

  test.each([
    ['an older format', 'd0cf11e0a1b11ae1', 'save it as .xlsx without a password'],
    ['a damaged archive', '504b0304', 'open it and save it as .xlsx again'],
  ])('of %s is to be saved anew', async (_, hex, says) => {
    const path = put(temporary(), 'a.xlsx', Buffer.from(hex, 'hex'));
    const ran = await shouze('limits', 'in', path, '--rulebook', rulebook(), '--lang', 'en');
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(says)]);
  });

  test('that is none is told, and a wrong call', async () => {
    const folder = rulebook();
    const path = put(temporary(), 'other.csv', 'a,b\n1,2\n');
    const ran = await shouze('limits', 'in', path, '--rulebook', folder);
    expect([ran.code, ran.err]).toEqual([
      1,
      expect.stringContaining('不是 shouze limits out 写出的表'),
    ]);
    const calls = [
      ['limits', 'out'],
      ['limits', 'out', 'maximumLoanShares', '--out', 'x.xlsx'],
      ['limits', 'in'],
      ['limits', 'on'],
    ];
    for (const call of calls) {
      // eslint-disable-next-line no-await-in-loop -- one process
      expect(await shouze(...call, '--rulebook', folder)).toMatchObject({ code: 2 });
    }
  });
});

/** The text as it was sent out, up to the value, with its last day. */
function withoutEnd(text: string): string {
  return `${text.slice(0, text.indexOf('\n    value'))}\n    until: 2098-12-31`;
}

function copiedText(name: string): string {
  return readFileSync(join('tests/codes/fixture', name), 'utf8');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import type { TraceReport } from '../../src/trace/format.ts';
import { copied, edit, shouze, small } from '../cli/harness.ts';
import { readByOthers, type SheetToFill, writeByOthers } from '../io/others.ts';

type Cells = readonly string[];

/** The sheet of a rulebook, as a spreadsheet program reads it. */
async function sheetOf(folder: string): Promise<{ readonly head: number; readonly rows: Cells[] }> {
  const path = join(folder, '../out.xlsx');
  const ran = await shouze('trace', 'T-1', '--rulebook', folder, '--format', 'xlsx', '--out', path);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const [sheet] = await readByOthers(path);
  const rows = (sheet?.rows ?? []).map((row) => row.map((cell) => String(cell ?? '')));
  return { head: rows.findIndex((row) => row.includes('opinion')), rows };
}

/** The same with some cells of the line of a clause filled in, taken back. */
async function takenBack(folder: string, ...fills: readonly Readonly<Record<string, string>>[]) {
  const { head, rows } = await sheetOf(folder);
  const keys = rows[head] ?? [];
  const [line = []] = rows.slice(head + 1).filter((row) => row[0] === 'T-1#all');
  const filled = fills.map((fill) => keys.map((key, index) => fill[key] ?? line[index] ?? ''));
  const path = join(folder, '../back.xlsx');
  const sheet: SheetToFill = { name: 'S', rows: [...rows.slice(0, head + 1), ...filled] };
  await writeByOthers(path, sheet);
  return shouze('trace', '--rulebook', folder, '--lang', 'en', '--reviews', path);
}

function reviewed(folder: string): Readonly<Record<string, unknown>> {
  return (parse(readFileSync(join(folder, 'reviewed.yaml'), 'utf8')) as { reviewed: object })
    .reviewed as Readonly<Record<string, unknown>>;
}

async function reviewOf(folder: string): Promise<string | undefined> {
  const { out } = await shouze('trace', '--rulebook', folder, '--format', 'json');
  return (JSON.parse(out) as TraceReport).clauses.find(({ clause }) => clause === 'T-1#all')
    ?.review;
}

const good = {
  original: 'The whole\n original',
  where: 'Gazette 7',
  checker: 'S-12',
  date: '2025-12-01',
  opinion: 'agrees',
  remark: '=SUM(A1)',
};

const source = 'sources/T-1.md';
const rule = 'stages/work/decide/TST-001-under-test.yaml';

test('a line shows the clause and what its rules ask, and none of its cells is a formula', async () => {
  const folder = copied(small);
  const { head, rows } = await sheetOf(folder);
  const line = rows.slice(head + 1).find((row) => row[0] === 'T-1#all');
  expect(line?.[1]).toContain('Whatever the tests need.');
  expect(line?.[2]).toMatch(/^GAT-001 .*\nTST-001 /u);
  const [sheet] = await readByOthers(join(folder, '../out.xlsx'));
  expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
});

test('a line that comes back is a review of its own, which goes out again filled in', async () => {
  const folder = copied(small);
  expect(await takenBack(folder, good)).toMatchObject({ code: 0, err: '' });
  expect(reviewed(folder)).toEqual({
    'T-1#all': {
      digest: expect.stringMatching(/^[0-9a-f]{16}$/u) as string,
      rules: expect.stringMatching(/^[0-9a-f]{16}$/u) as string,
      on: '2025-12-01',
      by: 'S-12',
      where: 'Gazette 7',
      says: 'agrees',
      original: expect.stringMatching(/^[0-9a-f]{16}$/u) as string,
      remark: '=SUM(A1)',
    },
  });
  expect(await reviewOf(folder)).toBe('current');
  const { head, rows } = await sheetOf(folder);
  const line = rows.slice(head + 1).find((row) => row[0] === 'T-1#all') ?? [];
  expect(line).toEqual(expect.arrayContaining(['Gazette 7', 'S-12', '2025-12-01']));
  await shouze('trace', '--rulebook', folder, '--accept');
  expect(reviewed(folder)).toMatchObject({ 'T-1#all': { by: 'S-12', says: 'agrees' } });
});

describe('reopened', () => {
  test.each([
    ['the clause', source, 'Whatever the tests need.', 'Whatever they want.', 'changed'],
    ['a rule', rule, '{ from: 2000-01-01 }', '{ from: 2000-01-02 }', 'rules-changed'],
    ['a limit behind a rule', 'parameters/limit.yaml', 'value: 10', 'value: 11', 'rules-changed'],
    ['what a rule is called', rule, 'title:', 'why: { en: Because }\ntitle:', 'current'],
  ])('by a change of %s', async (_, path, before, after, review) => {
    const folder = copied(small);
    await takenBack(folder, good);
    edit(folder, path, before, after);
    expect(await reviewOf(folder)).toBe(review);
    const ran = await shouze('trace', '--rulebook', folder);
    expect(ran.code).toBe(review === 'current' ? 0 : 1);
  });

  test('a sheet that was written before the change is not taken', async () => {
    const folder = copied(small);
    const { rows } = await sheetOf(folder);
    const old = rows.find((row) => row[0] === 'T-1#all')?.at(-1) ?? '';
    edit(folder, rule, '{ from: 2000-01-01 }', '{ from: 2000-01-02 }');
    const ran = await takenBack(folder, { ...good, rules: old });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('[review/stale]');
  });
});

test.each([
  ['differs', 'differs', 1],
  ['不一致', 'differs', 1],
  ['待定', 'open', 0],
])('an opinion of %s', async (opinion, review, code) => {
  const folder = copied(small);
  expect(await takenBack(folder, { ...good, opinion })).toMatchObject({ code: 0 });
  expect(await reviewOf(folder)).toBe(review);
  expect(await shouze('trace', '--rulebook', folder)).toMatchObject({ code });
});

describe('a wrong line is told by its cell, and the rest is taken', () => {
  test.each([
    ['unknown-clause', { clause: 'T-1#al' }, 'A'],
    ['stale', { digest: '0000000000000000' }, 'J'],
    ['unknown-word', { opinion: 'fine' }, 'H'],
    ['incomplete', { checker: '' }, 'F'],
    ['incomplete', { where: '' }, 'E'],
    ['incomplete', { date: '' }, 'G'],
    ['incomplete', { opinion: '' }, 'H'],
    ['incomplete', { opinion: 'differs', remark: '' }, 'I'],
    ['altered', { 'shown:restated': 'Everything\nAnother text.' }, 'B'],
    ['impossible-date', { date: '2025-02-30' }, 'G'],
    ['impossible-date', { date: '2999-01-01' }, 'G'],
  ])('%s: %j', async (code, wrong, column) => {
    const folder = copied(small);
    const ran = await takenBack(folder, { ...good, ...wrong }, good);
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(
      new RegExp(`\\[review/${code}\\]\\s+\\S*back\\.xlsx!S!${column}5`, 'u'),
    );
    expect(Object.keys(reviewed(folder))).toEqual(['T-1#all']);
  });

  test('two lines that disagree', async () => {
    const folder = copied(small);
    const ran = await takenBack(folder, good, { ...good, opinion: 'differs' });
    expect(ran.err).toContain('[review/twice]');
    expect(await reviewOf(folder)).toBe('never');
  });

  test('a line in which nothing is filled in waits', async () => {
    const folder = copied(small);
    expect(await takenBack(folder, {})).toMatchObject({ code: 0, err: '' });
    expect(await reviewOf(folder)).toBe('never');
  });

  test('all that is wrong with a line is told at once', async () => {
    const folder = copied(small);
    const { err } = await takenBack(folder, { ...good, where: '', checker: '', date: '31.2.2025' });
    const found = [...err.matchAll(/\[review\/([a-z-]+)\]\s+\S*back\.xlsx!S!(\w+)/gu)];
    expect(found.map(([, code, cell]) => [code, cell])).toEqual([
      ['incomplete', 'F5'],
      ['incomplete', 'E5'],
      ['impossible-date', 'G5'],
    ]);
  });
});

test('what rests on a clause is told in the language of the reader', async () => {
  const { out } = await shouze('trace', '--rulebook', small, '--lang', 'zh');
  expect(out).toContain('参数 limit');
  expect(out).not.toMatch(/\b(?:parameter|table|definition|step) \w/u);
  const en = await shouze('trace', '--rulebook', small, '--lang', 'en', '--format', 'md');
  expect(en.out).toContain('parameter limit');
});

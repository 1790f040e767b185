import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CellValue, Sheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { type Entry, readByOthers, writeByOthers } from '../io/others.ts';
import { shouze, temporary } from './harness.ts';

const sound = 'examples/dossiers/0001-sound.yaml';
const late = 'examples/dossiers/0008-signed-after-reform.yaml';
/** From 0. */
const keyRow = 4;

/** The check-list of dossiers, in a folder of its own. */
async function checklist(...args: readonly string[]): Promise<string> {
  const path = join(temporary(), 'list.xlsx');
  await shouze('check', ...args, '--format', 'checklist', '--out', path);
  return path;
}

type Line = Readonly<Record<string, Entry>>;

/** The lines that the tests speak of; the rulebook has others. */
const ours = ['INT-101 W1', 'INT-101 W2', 'INT-102 W1', 'INT-102 W2', 'INV-101 N1'];

/** Fills lines in by the keys of their columns: one for each of ours in order, or one for all there are. */
async function filled(path: string, ...lines: readonly Line[]): Promise<string> {
  const [sheet] = await readByOthers(path);
  if (!sheet) throw new Error('no sheet');
  const keys = textsOf(sheet, keyRow);
  const rows = sheet.rows.map((row): Entry[] => row.map(text));
  for (const row of rows.slice(keyRow + 1)) {
    const [rule, element] = ['rule', 'element'].map((key) => row[keys.indexOf(key)]);
    const name = `${text(rule)} ${text(element)}`;
    const line = lines[0]?.['all'] === '*' ? done : lines[ours.indexOf(name)];
    for (const [key, value] of Object.entries(line ?? {})) row[keys.indexOf(key)] = value;
  }
  const to = join(temporary(), 'back.xlsx');
  await writeByOthers(to, { name: sheet.name, rows });
  return to;
}

function textsOf(sheet: Sheet, row: number): readonly string[] {
  return (sheet.rows[row] ?? []).map(text);
}

function text(value: CellValue | Entry | undefined): string {
  return typeof value === 'string' ? value : '';
}

const done = { answer: '合规', checker: 'S-12', date: '2026-11-25', page: '3' };

async function reportOf(
  ...args: readonly string[]
): Promise<CheckReport & { readonly exit: number }> {
  const { out, code: exit } = await shouze(
    'check',
    ...args,
    '--format',
    'json',
    '--outcomes',
    'all',
  );
  return { ...(JSON.parse(out) as CheckReport), exit };
}

/** `INT-101 W1 pass 合规 by S-12` of every outcome of ours that a person has a part in, whatever order they are reported in. */
function byHand(report: CheckReport): readonly string[] {
  const place = ({ rule, element }: { rule: string; element: string | null }) =>
    ours.indexOf(`${rule} ${element}`);
  return report.dossiers.flatMap(({ outcomes }) =>
    outcomes
      .filter(({ by, manual }) => by || manual)
      .filter((outcome) => place(outcome) >= 0)
      .toSorted((a, b) => place(a) - place(b))
      .map(({ rule, element, status, by }) =>
        [rule, element, status, ...(by ? [by.answer, by.name, by.date, by.page] : [])].join(' '),
      ),
  );
}

describe('the check-list', () => {
  test('has a sheet a dossier, a line for each thing to look at, and what a machine needs out of sight', async () => {
    const sheets = await readByOthers(await checklist(sound, late));
    expect(sheets.map(({ name }) => name)).toEqual(['D-2026-000001', 'D-2026-000008']);
    for (const sheet of sheets) {
      const keys = textsOf(sheet, keyRow);
      const column = (key: string) => keys.indexOf(key);
      expect(sheet.rowDefs?.get(keyRow)?.hidden).toBe(true);
      for (const key of ['rule', 'element', 'dossier', 'rulebook'])
        expect(sheet.columns?.[column(key)]?.hidden).toBe(true);
      expect(sheet.columns?.[column('shown:look')]).toEqual({ width: 48 });
      const first = textsOf(sheet, keyRow + 1);
      expect(first[column('rule')]).toMatch(/^[A-Z]{3}-\d{3}$/u);
      expect(first[column('dossier')]).toBe(sheet.name);
      expect(first[column('rulebook')]).toMatch(/^sha256:[0-9a-f]{64}$/u);
      expect(first[column('shown:look')]).toMatch(/^1\. \S/u);
      expect(sheet.dataValidations).toMatchObject([
        { type: 'list', values: ['合规', '不合规', '不适用'], range: `J6:J${sheet.rows.length}` },
      ]);
      expect(sheet.freezePane).toEqual({ columns: 2, rows: 4 });
      expect(sheet.pageSetup).toMatchObject({
        orientation: 'landscape',
        fitToWidth: 1,
        printTitlesRow: '$4:$4',
      });
    }
  });

  test('asks what a person judges of a rule', async () => {
    const [sheet] = await readByOthers(await checklist(sound));
    const rows = (sheet?.rows ?? []).map((row) => row.map(text));
    const keys = rows[keyRow] ?? [];
    const asked = (rule: string) =>
      rows.find((row) => row[keys.indexOf('rule')] === rule)?.[keys.indexOf('shown:shownTitle')];
    expect(asked('INT-102')).toMatch(
      /^面谈记录与录音录像一致\n面谈记录所载是否与录音录像一致？\n/u,
    );
    expect(asked('CON-012')).toContain('是否都不含流押或者以房抵债的约定？');
  });

  test('is the same bytes of the same input', async () => {
    const [a, b] = [await checklist(sound), await checklist(sound)];
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
  });

  test('is never written over one that may be filled in', async () => {
    const path = await checklist(sound);
    const before = readFileSync(path);
    const { code, err } = await shouze('check', sound, '--format', 'checklist', '--out', path);
    expect(code).toBe(2);
    expect(err).toContain('已存在');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('is not written where nobody has to look', async () => {
    const path = join(temporary(), 'none.xlsx');
    const small = ['--rulebook', 'tests/evaluate/fixture'];
    const file = join(temporary(), 'r.yaml');
    writeFileSync(file, 'id: R1\nproduct: A\nday: 2024-05-01\n');
    const { err } = await shouze('check', file, ...small, '--format', 'checklist', '--out', path);
    expect(existsSync(path)).toBe(false);
    expect(err).toContain('nothing for a person to check');
  });
});

describe('a check-list that came back', () => {
  test('gives outcomes, marked as a person’s', async () => {
    const back = await filled(
      await checklist(sound),
      done,
      { ...done, answer: 'not applicable', checker: '王小明' },
      { ...done, answer: 'Fail', remark: '首付款来源不同', date: new Date('2026-11-24') },
    );
    const report = await reportOf(sound, '--answers', back);
    expect(byHand(report)).toEqual([
      'INT-101 W1 pass pass S-12 2026-11-25 3',
      'INT-101 W2 not-applicable not-applicable 王** 2026-11-25 3',
      'INT-102 W1 fail fail S-12 2026-11-24 3',
      'INT-102 W2 cannot-tell',
      'INV-101 N1 cannot-tell',
    ]);
    expect(report.dossiers[0]).toMatchObject({ verdict: 'fail', part: 'whole' });
    expect(report.exit).toBe(1);
    const { out } = await shouze('check', sound, '--answers', back, '--lang', 'zh');
    expect(out).toContain('人工核查 1 条，人工核查了一部分 1 条，');
  });

  test('that is whole and in order makes a file pass, and one with open lines does not', async () => {
    const list = await checklist(sound);
    const whole = await reportOf(sound, '--answers', await filled(list, { all: '*' }));
    expect(whole.dossiers[0]).toMatchObject({ verdict: 'pass', part: 'whole' });
    const open = await reportOf(sound, '--answers', await filled(list, done));
    expect(open.dossiers[0]).toMatchObject({ verdict: 'cannot-tell', part: 'whole' });
    const empty = await reportOf(sound, '--answers', list);
    expect(empty.dossiers[0]).toMatchObject({ verdict: 'cannot-tell', part: 'whole' });
    const none = await reportOf(sound);
    expect(none.dossiers[0]).toMatchObject({ verdict: 'pass', part: 'data' });
  });

  test('can be filled in further: what was answered stands in it', async () => {
    const back = await filled(await checklist(sound), { ...done, remark: '=1+1' });
    const again = await checklist(sound, '--answers', back);
    const report = await reportOf(sound, '--answers', again);
    expect(byHand(report)[0]).toBe('INT-101 W1 pass pass S-12 2026-11-25 3');
    expect(report.dossiers[0]?.outcomes.find(({ by }) => by)?.by?.remark).toBe('=1+1');
  });

  test('merged answers hold for all the lines they lie over', async () => {
    const list = await checklist(sound);
    const [sheet] = await readByOthers(list);
    if (!sheet) throw new Error('no sheet');
    const keys = textsOf(sheet, keyRow);
    const at = sheet.rows.findIndex((row) => row.includes('INT-101') && row.includes('W1'));
    const rows = sheet.rows.map((row): Entry[] => row.map(text));
    const merges = Object.entries(done).map(([key, value]) => {
      const column = keys.indexOf(key);
      (rows[at] ?? [])[column] = value;
      return { startRow: at, endRow: at + 1, startCol: column, endCol: column };
    });
    const back = join(temporary(), 'merged.xlsx');
    await writeByOthers(back, { name: sheet.name, rows, merges });
    expect(byHand(await reportOf(sound, '--answers', back)).slice(0, 3)).toEqual([
      'INT-101 W1 pass pass S-12 2026-11-25 3',
      'INT-101 W2 pass pass S-12 2026-11-25 3',
      'INT-102 W1 cannot-tell',
    ]);
  });

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=cmd'])('%j stays text', async (remark) => {
    const back = await filled(await checklist(sound), { ...done, remark });
    const again = await checklist(sound, '--answers', back);
    const [sheet] = await readByOthers(again);
    if (!sheet) throw new Error('no sheet');
    const column = textsOf(sheet, keyRow).indexOf('remark');
    const cells = [...(sheet.cells ?? [])].filter(([at]) => at.endsWith(`,${column}`));
    const [cell] = cells.flatMap(([, one]) => (one.value === remark.trim() ? [one] : []));
    expect(cell).toMatchObject({ type: 'string', style: { numFmt: '@' } });
    expect(cell?.formula).toBeUndefined();
  });

  test('a formula is its text, and so no result', async () => {
    const back = await filled(await checklist(sound), { ...done, answer: { formula: '"合规"' } });
    const { code, out } = await shouze('check', sound, '--answers', back);
    expect(code).toBe(2);
    expect(out).toContain('checklist/unknown-word');
    expect(out).toContain(`${back}!D-2026-000001!J`);
  });

  test('a wrong line leaves the others, and the file is still judged', async () => {
    const back = await filled(await checklist(sound), { ...done, checker: null }, done);
    const report = await reportOf(sound, '--answers', back);
    expect(report.exit).toBe(2);
    expect(byHand(report).slice(0, 2)).toEqual([
      'INT-101 W1 cannot-tell',
      'INT-101 W2 pass pass S-12 2026-11-25 3',
    ]);
    expect(
      report.dossiers.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)),
    ).toEqual(['checklist/incomplete']);
  });

  test('several, and folders of them', async () => {
    const list = await filled(await checklist(sound), done);
    const other = await filled(await checklist(late), done);
    const each = await reportOf(sound, late, '--answers', list, '--answers', other);
    expect(byHand(each).filter((line) => line.includes('S-12'))).toHaveLength(2);
    const folder = await reportOf(sound, '--answers', join(list, '..'));
    expect(byHand(folder).filter((line) => line.includes('S-12'))).toHaveLength(1);
  });
});

describe('a dossier of any name has its sheet', () => {
  test.each([
    ['History', 'History_'],
    ['𠮷'.repeat(20), '𠮷'.repeat(15)],
    ["a/b[c]:*?\\'", 'a_b_c______'],
  ])('%s', async (name, sheet) => {
    const dossier = readFileSync(sound, 'utf8').replace('D-2026-000001', JSON.stringify(name));
    const path = join(temporary(), 'loan.yaml');
    writeFileSync(path, dossier);
    const sheets = await readByOthers(await checklist(path));
    expect(sheets.map((one) => one.name)).toEqual([sheet]);
  });
});

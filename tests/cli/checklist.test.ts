import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CellValue, Sheet } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { type Entry, readByOthers, writeByOthers } from '../io/others.ts';
import { shouze, temporary } from './harness.ts';

const sound = 'examples/dossiers/0001-sound.yaml';
const late = 'examples/dossiers/0008-signed-after-reform.yaml';
/** From 0. */
const keyRow = 4;

const lists = mkdtempSync(join(tmpdir(), 'shouze-lists-'));
afterAll(() => rmSync(lists, { recursive: true, force: true }));
const made = new Map<string, string>();

/** The check-list of dossiers, made once for all tests that only read it. */
async function checklist(...args: readonly string[]): Promise<string> {
  const key = args.join(' ');
  const known = made.get(key);
  if (known !== undefined) return known;
  const path = join(lists, `${made.size}.xlsx`);
  made.set(key, path);
  return madeAnew(path, ...args);
}

async function madeAnew(path: string, ...args: readonly string[]): Promise<string> {
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

function textsOf(sheet: Sheet | undefined, row: number): readonly string[] {
  return (sheet?.rows[row] ?? []).map(text);
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
  test('of one dossier has a line for each thing to look at, and what a machine needs out of sight', async () => {
    const sheets = await readByOthers(await checklist(sound));
    expect(sheets.map(({ name }) => name)).toEqual(['D-2026-000001']);
    for (const sheet of sheets) {
      const keys = textsOf(sheet, keyRow);
      const column = (key: string) => keys.indexOf(key);
      expect(sheet.rowDefs?.get(keyRow)?.hidden).toBe(true);
      for (const key of ['rule', 'element', 'dossier', 'rulebook', 'digest'])
        expect(sheet.columns?.[column(key)]?.hidden).toBe(true);
      expect(sheet.columns?.[column('shown:look')]).toEqual({ width: 48 });
      const first = textsOf(sheet, keyRow + 1);
      expect(first[column('rule')]).toMatch(/^[A-Z]{3}-\d{3}$/u);
      expect(first[column('dossier')]).toBe(sheet.name);
      for (const key of ['rulebook', 'digest'])
        expect(first[column(key)]).toMatch(/^sha256:[0-9a-f]{64}$/u);
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

  test('of several is one sheet, to be chosen from by any column, and says of each line whose it is', async () => {
    const [sheet, second] = await readByOthers(await checklist(sound, late));
    expect([sheet?.name, second]).toEqual(['人工核查表', undefined]);
    // the keys stand above the titles, where clearing a filter shows no more than there was
    const [keys, titles] = [textsOf(sheet, keyRow - 1), textsOf(sheet, keyRow)];
    expect(keys[0]).toBe('shown:shownDossier');
    expect(titles[0]).toBe('卷宗');
    expect(sheet?.rowDefs?.get(keyRow - 1)?.hidden).toBe(true);
    expect(sheet?.autoFilter).toMatchObject({ range: `A5:P${sheet?.rows.length}` });
    const dossiers = sheet?.rows.slice(keyRow + 1).map((row) => text(row[0]));
    expect([...new Set(dossiers)]).toEqual(['D-2026-000001\n周**', 'D-2026-000008\n叶**']);
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
    const [a, b] = [await checklist(sound), await madeAnew(join(temporary(), 'b.xlsx'), sound)];
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
      'INT-101 W2 not-applicable not-applicable 王小明 2026-11-25 3',
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

  test('of many files on one sheet', async () => {
    const list = await checklist(sound, late);
    const [sheet] = await readByOthers(list);
    if (!sheet) throw new Error('no sheet');
    const keys = textsOf(sheet, keyRow - 1);
    const rows = sheet.rows.map((row): Entry[] => row.map(text));
    for (const row of rows.slice(keyRow + 1))
      if (row[keys.indexOf('rule')] === 'INT-101' && row[keys.indexOf('element')] === 'W1')
        for (const [key, value] of Object.entries(done)) row[keys.indexOf(key)] = value;
    const back = join(temporary(), 'back.xlsx');
    await writeByOthers(back, { name: sheet.name, rows });
    const report = await reportOf(sound, late, '--answers', back);
    expect(byHand(report).filter((line) => line.includes('S-12'))).toEqual([
      'INT-101 W1 pass pass S-12 2026-11-25 3',
      'INT-101 W1 pass pass S-12 2026-11-25 3',
    ]);
    expect(report.dossiers.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
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

describe('who checked, when, and what', () => {
  const scheme = 'examples/inspection/scheme.yaml';
  const register = 'examples/staff/register.yaml';
  /** Only people of the scheme, whatever the steps. */
  const inspected = () => {
    const path = join(temporary(), 'scheme.yaml');
    const lines = [
      'scheme: JC-1',
      'title: { zh: 专项检查, en: Inspection }',
      'day: 2026-11-26',
      'inspectors: [{ id: S-IA1, name: 王检查 }, { id: S-CM1 }]',
    ];
    writeFileSync(path, lines.join('\n'));
    return path;
  };

  /** The codes of what is wrong with one line, and whether it was taken. */
  async function told(line: Line, ...args: readonly string[]): Promise<readonly string[]> {
    const back = await filled(await checklist(sound), { ...done, ...line });
    const report = await reportOf(sound, '--answers', back, ...args);
    const codes = report.dossiers.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    return [...codes, byHand(report)[0] ?? ''];
  }

  const open = 'INT-101 W1 cannot-tell';

  test.each([
    ['its own manager', { checker: 'S-CM1' }, 'checklist/on-the-file'],
    ['an approver of it', { checker: 'S-APV1' }, 'checklist/on-the-file'],
    ['years before', { date: '2020-01-01' }, 'checklist/before-act'],
  ])('not by or on: %s', async (_, line, code) => {
    expect(await told(line)).toEqual([code, open]);
  });

  test('after the day of check', async () => {
    // without a day of check nothing tells, and the report says so
    expect(await told({ date: '2030-01-01' })).toEqual(['INT-101 W1 pass pass S-12 2030-01-01 3']);
    expect(await told({ date: '2026-11-26' }, '--today', '2026-11-25')).toEqual([
      'checklist/after-check',
      open,
    ]);
    expect(await told({ date: '2030-01-01', checker: 'S-RV101' }, '--staff', register)).toEqual([
      'checklist/after-check',
      open,
    ]);
  });

  test('by an inspector of the scheme, by number or by name, who is not on the file', async () => {
    const path = inspected();
    for (const checker of ['S-IA1', '王检查', 'Ｓ－ＩＡ１', 'S-\u200BIA1'])
      expect((await told({ checker }, '--scheme', path)).at(-1)).toMatch(/^INT-101 W1 pass/u);
    expect(await told({ checker: 'S-RV101' }, '--scheme', path)).toEqual([
      'checklist/not-an-inspector',
      open,
    ]);
    expect(await told({ checker: 'S-CM1' }, '--scheme', path)).toEqual([
      'checklist/on-the-file',
      open,
    ]);
    expect(await told({ checker: 'S-IA1', date: '2026-11-27' }, '--scheme', path)).toEqual([
      'checklist/after-check',
      open,
    ]);
  });

  test('by name where the register tells the number', async () => {
    expect(await told({ checker: '示例员工 CM1' }, '--staff', register)).toEqual([
      'checklist/on-the-file',
      open,
    ]);
  });

  test('of a file that changed since none is taken', async () => {
    const path = join(temporary(), 'loan.yaml');
    writeFileSync(path, readFileSync(sound, 'utf8'));
    const back = await filled(await checklist(path), done, done);
    writeFileSync(
      path,
      readFileSync(sound, 'utf8').replace(/requestedAmount: \S+/u, 'requestedAmount: 1'),
    );
    const report = await reportOf(path, '--answers', back);
    expect(report.exit).toBe(2);
    expect(report.dossiers[0]?.diagnostics.map(({ code }) => code)).toEqual([
      'checklist/other-digest',
    ]);
    expect(byHand(report)[0]).toBe(open);
    expect(report.dossiers[0]?.part).toBe('whole');
  });

  test.each([
    ['√', 'pass'],
    ['✓', 'pass'],
    ['是', 'pass'],
    ['合规', 'pass'],
    ['通过', 'pass'],
    ['\u200B合规\uFEFF', 'pass'],
    ['合\u200B规', 'pass'],
    ['×', 'fail'],
    ['否', 'fail'],
    ['不合规', 'fail'],
    ['不适用', 'not-applicable'],
    ['NA', 'not-applicable'],
    ['N/A', 'not-applicable'],
    ['Ｎ／Ａ', 'not-applicable'],
    ['—', 'not-applicable'],
  ])('%j is %s', async (answer, status) => {
    expect(await told({ answer })).toEqual([`INT-101 W1 ${status} ${status} S-12 2026-11-25 3`]);
  });

  test.each([
    '20261125',
    '２０２６１１２５',
    '2026/11/25',
    '2026年11月25日',
    '2026年11月25号',
    '2026.11.25',
    '2026-11-25 09:30',
    '46351',
    '46351.5',
  ])('%s is a day', async (date) => {
    expect(await told({ date })).toEqual(['INT-101 W1 pass pass S-12 2026-11-25 3']);
  });

  test('the report says by what they were looked up', async () => {
    const back = await filled(await checklist(sound), { ...done, checker: 'S-IA1' });
    const { answered } = await reportOf(sound, '--answers', back);
    expect(answered).toEqual({ by: null, until: null });
    const { out } = await shouze('check', sound, '--answers', back, '--lang', 'zh');
    expect(out).toContain('未核对检查人');
    const other = await reportOf(sound, '--answers', back, '--scheme', inspected());
    expect(other.answered).toEqual({ by: 'scheme', until: '2026-11-26' });
    const third = await reportOf(sound, '--answers', back, '--staff', register);
    expect(third.answered).toEqual({ by: 'register', until: '2026-12-25' });
    expect(await reportOf(sound, '--scheme', scheme)).not.toHaveProperty('answered');
  });
});

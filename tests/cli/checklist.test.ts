import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { shouze, temporary } from './harness.ts';

const sound = 'examples/dossiers/0001-sound.yaml';
const late = 'examples/dossiers/0008-signed-after-reform.yaml';
const keyRow = 5;

/** The check-list of dossiers, in a folder of its own. */
async function checklist(...args: readonly string[]): Promise<string> {
  const path = join(temporary(), 'list.xlsx');
  await shouze('check', ...args, '--format', 'checklist', '--out', path);
  return path;
}

async function sheetsOf(path: string): Promise<readonly exceljs.Worksheet[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets;
}

type Line = Readonly<Record<string, exceljs.CellValue>>;

/** The lines that the tests speak of; the rulebook has others. */
const ours = ['INT-101 W1', 'INT-101 W2', 'INT-102 W1', 'INT-102 W2', 'INV-101 N1'];

/** Fills lines in by the keys of their columns: one for each of ours in order, or one for all there are. */
async function filled(path: string, ...lines: readonly Line[]): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  const keys = textsOf(sheet.getRow(keyRow));
  const column = (key: string) => keys.indexOf(key) + 1;
  for (let row = keyRow + 1; row <= sheet.rowCount; row += 1) {
    const name = ['rule', 'element'].map((key) => sheet.getCell(row, column(key)).text).join(' ');
    const line = lines[0]?.['all'] === true ? done : lines[ours.indexOf(name)];
    for (const [key, value] of Object.entries(line ?? {}))
      sheet.getCell(row, column(key)).value = value;
  }
  const to = join(temporary(), 'back.xlsx');
  await workbook.xlsx.writeFile(to);
  return to;
}

function textsOf(row: exceljs.Row): readonly string[] {
  return Array.from({ length: row.cellCount }, (_, index) => row.getCell(index + 1).text);
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

/** `INT-101 W1 pass 合规 by S-12` of every outcome that a person has a part in. */
function byHand(report: CheckReport): readonly string[] {
  return report.dossiers.flatMap(({ outcomes }) =>
    outcomes
      .filter(({ by, manual }) => by || manual)
      .filter(({ rule, element }) => ours.includes(`${rule} ${element}`))
      .map(({ rule, element, status, by }) =>
        [rule, element, status, ...(by ? [by.answer, by.name, by.date, by.page] : [])].join(' '),
      ),
  );
}

describe('the check-list', () => {
  test('has a sheet a dossier, a line for each thing to look at, and what a machine needs out of sight', async () => {
    const sheets = await sheetsOf(await checklist(sound, late));
    expect(sheets.map(({ name }) => name)).toEqual(['D-2026-000001', 'D-2026-000008']);
    for (const sheet of sheets) {
      const keys = textsOf(sheet.getRow(keyRow));
      expect(sheet.getRow(keyRow).hidden).toBe(true);
      for (const key of ['rule', 'element', 'dossier', 'rulebook'])
        expect(sheet.getColumn(keys.indexOf(key) + 1).hidden).toBe(true);
      const first = sheet.getRow(keyRow + 1);
      const cell = (key: string) => first.getCell(keys.indexOf(key) + 1);
      expect(cell('rule').text).toMatch(/^[A-Z]{3}-\d{3}$/u);
      expect(cell('dossier').text).toBe(sheet.name);
      expect(cell('rulebook').text).toMatch(/^sha256:[0-9a-f]{64}$/u);
      expect(cell('answer').dataValidation.formulae).toEqual(['"合规,不合规,不适用"']);
      expect(cell('shown:look').text).toMatch(/^1\. \S/u);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
      expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    }
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
  });

  test('that is whole and in order makes a file pass, and one with open lines does not', async () => {
    const list = await checklist(sound);
    const whole = await reportOf(sound, '--answers', await filled(list, { all: true }));
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

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=cmd'])('%j stays text', async (remark) => {
    const back = await filled(await checklist(sound), { ...done, remark });
    const again = await checklist(sound, '--answers', back);
    const [sheet] = await sheetsOf(again);
    if (!sheet) throw new Error('no sheet');
    const column = textsOf(sheet.getRow(keyRow)).indexOf('remark') + 1;
    const rows = Array.from({ length: sheet.rowCount - keyRow }, (_, at) => keyRow + 1 + at);
    const cells = rows.map((row) => sheet.getCell(row, column));
    const cell = cells.find(({ text }) => text !== '');
    if (!cell) throw new Error('no remark');
    expect(cell.type).toBe(exceljs.ValueType.String);
    expect(cell.text).toBe(remark.trim());
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

describe('bad files', () => {
  test.each([
    ['is not there', undefined, 'io/missing-file'],
    ['is text', Buffer.from('合规'), 'io/not-a-workbook'],
    ['is a ZIP file that is cut off', Buffer.from('PK\u0003\u0004\u0000'), 'io/not-a-workbook'],
    ['unpacks to more than it may', bomb(), 'io/not-a-workbook'],
  ])('one that %s', async (_, bytes, code) => {
    const path = join(temporary(), 'bad.xlsx');
    if (bytes) writeFileSync(path, bytes);
    const ran = await shouze('check', sound, '--answers', path);
    expect(ran.code).toBe(2);
    expect(ran.out).toContain(code);
    expect(ran.out).toContain('D-2026-000001');
  });
});

/** A ZIP file of some 70 kB that claims one byte and holds 70 MB. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(70_000_000));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(1, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { tablesIn } from '../../src/io/tables.ts';
import { zip } from '../../src/xlsx/zip.ts';
import { temporary } from '../cli/harness.ts';
import { writeByOthers } from '../io/others.ts';
import { type Parts, workbook } from '../io/parts.ts';
import { faultsOf, readTables } from './tables.ts';

async function rowsOf(parts: Parts): Promise<unknown> {
  const tables = await readTables(workbook(parts), 't.xlsx');
  return typeof tables === 'string' ? tables : tables[0]?.rows;
}

/** What a single cell says and, where it has no value, its error. */
async function said(cell: string, parts: Parts = {}): Promise<unknown> {
  const tables = await readTables(workbook({ ...parts, data: `<row>${cell}</row>` }), 't.xlsx');
  if (typeof tables === 'string') return tables;
  const [row] = tables[0]?.rows ?? [];
  return row?.errors?.get(0) ?? row?.cells[0];
}

const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs>';
const text = (says: string, at = '') => `<c${at} t="inlineStr"><is><t>${says}</t></is></c>`;

describe('a cell says', () => {
  test.each([
    ['a day', '<c s="1"><v>45986</v></c>', '2025-11-25'],
    ['a day with its time of day', '<c s="2"><v>45986.395833333336</v></c>', '2025-11-25T09:30:00'],
    [
      'the next day, where it is so by less than a second',
      '<c s="2"><v>45985.9999999999</v></c>',
      '2025-11-25',
    ],
    ['an ISO moment', '<c t="d"><v>2025-11-25T09:30:00</v></c>', '2025-11-25T09:30:00'],
    ['what a formula came to', '<c><f>B1*2</f><v>3</v></c>', '3'],
    ['the day that a formula came to', '<c s="1"><f>TODAY()</f><v>45986</v></c>', '2025-11-25'],
    ['the number that was typed', '<c><v>149999.98999999999</v></c>', '149999.99'],
    [
      'a number that lost its digits as it is',
      '<c><v>3.20102199001011E+17</v></c>',
      '3.20102199001011E+17',
    ],
    [
      'a long number with zeros for lost digits as one',
      '<c><v>320102199001011000</v></c>',
      '3.20102199001011E+17',
    ],
    [
      'all digits of a number that has them',
      '<c><v>320102199001011234</v></c>',
      '320102199001011234',
    ],
    ['no value but the error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['no value but the error of a formula', '<c t="e"><f>X!A1</f><v>#N/A</v></c>', '#N/A'],
    ['no value of a formula that was never computed', '<c><f>B1*2</f></c>', '=B1*2'],
  ])('%s', async (_, cell, value) => {
    expect(await said(cell, { styles })).toBe(value);
  });

  test('a day counted from 1904', async () => {
    const properties = '<workbookPr date1904="1"/>';
    expect(await said('<c s="1"><v>44524</v></c>', { styles, properties })).toBe('2025-11-25');
  });
});

describe('a sheet', () => {
  test('marks the rows that a filter or a hand hides', async () => {
    const data = `<row>${text('a')}</row><row hidden="1">${text('b')}</row>`;
    expect(await rowsOf({ data })).toEqual([
      { number: 1, cells: ['a'] },
      { number: 2, cells: ['b'], hidden: true },
    ]);
  });

  test('says in all merged cells what the first of them says', async () => {
    const data = `<row r="1">${text('a')}${text('c', ' r="C1"')}</row><row r="4">${text('d', ' r="C4"')}</row><row r="6">${text('e')}</row>`;
    const merges = '<mergeCells><mergeCell ref="A1:B5"/><mergeCell ref="C4"/></mergeCells>';
    expect(await rowsOf({ data, merges })).toEqual([
      { number: 1, cells: ['a', 'a', 'c'] },
      { number: 4, cells: ['a', 'a', 'd'] },
      { number: 6, cells: ['e'] },
    ]);
  });

  test('is merged also where its elements have a prefix, and a text looks like the end of its rows', async () => {
    const more = {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="str"><x:v>/sheetData></x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`,
    };
    expect(await rowsOf({ more })).toEqual([{ number: 1, cells: ['/sheetData>', '/sheetData>'] }]);
  });

  test('tells once how many of its cells are formulas, and is not wrong by that', async () => {
    const data = `<row>${text('a')}<c><f>1</f><v>1</v></c></row><row><c><f>2</f><v>2</v></c></row>`;
    const tables = await readTables(workbook({ data }), 't.xlsx');
    expect(tables).toMatchObject([
      { problems: [{ code: 'table/formulas', at: 't.xlsx!S:1', params: { formulas: 2 } }] },
    ]);
  });

  test('is a table each, named as tabs are', async () => {
    const path = join(temporary(), 't.xlsx');
    await writeByOthers(
      path,
      { name: '台账', rows: [['编号', new Date(Date.UTC(2025, 10, 25))]] },
      { name: '资料清单', rows: [['编号', 0.1 + 0.2]] },
    );
    const read = await tablesIn(path);
    const tables = 'tables' in read ? read.tables : [];
    expect(tables.map(({ name }) => name)).toEqual([`${path}!台账`, `${path}!资料清单`]);
    const cells: unknown[] = [];
    for (const { rows } of tables) for await (const some of rows) cells.push(some[0]?.cells);
    expect(cells).toEqual([
      ['编号', '2025-11-25'],
      ['编号', '0.3'],
    ]);
  });
});

describe('is told of a sheet that is read no further', () => {
  const cell = '<c><v>1</v></c>';
  const damaged = 'io/not-a-workbook t.xlsx';
  test.each<[string, Parts, string]>([
    [
      'a row behind a later one',
      { data: `<row r="2">${cell}</row><row r="1">${cell}</row>` },
      damaged,
    ],
    ['a row beyond the last', { data: `<row r="1048577">${cell}</row>` }, damaged],
    ['a cell of another row', { data: '<row r="2"><c r="A1"><v>1</v></c></row>' }, damaged],
    [
      'a cell that is there twice',
      { data: `<row><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>` },
      damaged,
    ],
    ['a text that is not there', { data: '<row><c t="s"><v>7</v></c></row>' }, damaged],
    [
      'merges on merges',
      { data: `<row>${cell}</row>`, merges: '<mergeCell ref="A1:XFD1048576"/>'.repeat(9) },
      damaged,
    ],
    [
      'very many columns',
      { data: '<row><c r="XFD1"><v>1</v></c></row>' },
      'table/too-large t.xlsx!S',
    ],
    [
      'XML that is cut off',
      { more: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' } },
      damaged,
    ],
    [
      'a document type',
      { more: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>' } },
      damaged,
    ],
    ['text without end', { data: `<row>${text(' '.repeat(20_000_000))}</row>` }, damaged],
    [
      'a row without end',
      { data: `<row>${'<c r="A1"/>'.repeat(400_000)}<c r="XFE1"/></row>` },
      damaged,
    ],
  ])('%s', async (_, parts, fault) => {
    expect(await faultsOf(workbook(parts), 't.xlsx')).toEqual([fault]);
  });
});

describe('is refused', () => {
  const compound = Buffer.from('D0CF11E0A1B11AE1', 'hex');
  test.each([
    ['a workbook of the old format', compound, 'table/save-as xls'],
    ['a PDF under another name', Buffer.from('%PDF-1.7\n1 0 obj'), 'table/save-as other'],
    ['a page that a system calls .xls', Buffer.from('<table><tr>'), 'table/save-as other'],
    [
      'a workbook with a password',
      Buffer.concat([compound, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
      'table/save-as encrypted',
    ],
    ['an archive that is no workbook', zip(new Map([['a.txt', 'a']])), 'io/not-a-workbook'],
    ['an archive that is cut off', Buffer.from('PK\u0003\u0004\u0000'), 'io/not-a-workbook'],
  ])('%s', async (_, content, fault) => {
    expect(await faultsOf(content)).toEqual([fault]);
  });

  test('a pipe, which cannot be read twice', async () => {
    const read = await tablesIn('/dev/null');
    expect('problem' in read && read.problem).toMatchObject({
      code: 'io/unreadable',
      params: { reason: 'ESPIPE' },
    });
  });
});

test('of a large sheet only some rows are held', async () => {
  const row = `<row>${'<c><v>1.5</v></c>'.repeat(60)}</row>`;
  const path = join(temporary(), 'large.xlsx');
  writeFileSync(path, workbook({ data: row.repeat(5000) }));
  const read = await tablesIn(path);
  if ('problem' in read) throw new Error(read.problem.code);
  let [rows, most] = [0, 0];
  for await (const some of read.tables[0]?.rows ?? []) {
    rows += some.length;
    most = Math.max(most, some.length);
  }
  expect(rows).toBe(5000);
  expect(most).toBeLessThan(1000);
});

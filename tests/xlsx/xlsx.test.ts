import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { deflateRawSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { readWorkbook } from '../../src/io/workbook.ts';
import { workbookBytes } from '../../src/xlsx/workbook.ts';
import { computed } from '../clock.ts';
import { temporary } from '../cli/harness.ts';
import { readByOthers, writeByOthers } from '../io/others.ts';
import { type Parts, workbook } from '../io/parts.ts';

async function read(bytes: Uint8Array, name = 'list.xlsx') {
  const path = join(temporary(), name);
  writeFileSync(path, bytes);
  const found = await readWorkbook(path);
  return 'problem' in found ? found.problem.code : found.sheets;
}

async function rowsOf(parts: Parts) {
  const found = await read(workbook(parts));
  return typeof found === 'string' ? found : found[0]?.rows;
}

/** What a single cell says, or what is wrong. */
async function said(cell: string, parts: Parts = {}): Promise<string | undefined> {
  const rows = await rowsOf({ ...parts, data: `<row r="1">${cell}</row>` });
  return typeof rows === 'string' ? rows : rows?.[0]?.cells[0];
}

const inline = (text: string) => `<c r="A1" t="inlineStr"><is>${text}</is></c>`;

describe('a cell says', () => {
  test.each([
    ['a text of its own', inline('<t>合规</t>'), '合规'],
    ['all runs of rich text', inline('<r><rPr><b/></rPr><t>合</t></r><r><t>规</t></r>'), '合规'],
    ['no phonetic guide', inline('<t>合规</t><rPh sb="0" eb="2"><t>hegui</t></rPh>'), '合规'],
    [
      'nothing invisible around it',
      inline('<t xml:space="preserve">\u3000 合规\u200B\uFEFF</t>'),
      '合规',
    ],
    ['what XML cannot hold', inline('<t>a_x0007_b_x005F_x0041_</t>'), 'a\u0007b_x0041_'],
    ['what a section of characters holds', inline('<t><![CDATA[<合规>]]></t>'), '<合规>'],
    ['a number as it is written', '<c r="A1"><v>1.50</v></c>', '1.50'],
    ['all digits of a number', '<c r="A1"><v>110101199001011234</v></c>', '110101199001011234'],
    ['the number that was typed', '<c r="A1"><v>1.1000000000000001</v></c>', '1.1'],
    ['the amount that was typed', '<c r="A1"><v>149999.98999999999</v></c>', '149999.99'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an ISO day', '<c r="A1" t="d"><v>2026-11-25</v></c>', '2026-11-25'],
    ['the day of an ISO moment', '<c r="A1" t="d"><v>2026-11-25T09:30:00</v></c>', '2026-11-25'],
    ['a formula, whatever it came to', '<c r="A1" t="str"><f>B1</f><v>合规</v></c>', '=B1'],
    ['a formula without a result', '<c r="A1"><f>B1</f></c>', '=B1'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['an error that a formula came to', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '=1/0'],
    ['an error that nobody names', '<c r="A1" t="e"/>', '#VALUE!'],
    ['nothing, where it has nothing', '<c r="A1" t="s"/>', undefined],
    ['a text that is not there', '<c r="A1" t="s"><v>7</v></c>', 'io/not-a-workbook'],
  ])('%s', async (_, cell, text) => {
    expect(await said(cell)).toBe(text);
  });

  test('a text that sheets share, without its phonetic guide', async () => {
    const texts =
      '<si><t>一</t></si><si><r><t>合</t></r><r><t>规</t></r><rPh sb="0" eb="1"><t>he</t></rPh><phoneticPr fontId="1"/></si>';
    expect(await said('<c r="A1" t="s"><v>1</v></c>', { texts })).toBe('合规');
  });

  test.each([
    ['14', '', '45986', '2025-11-25'],
    ['14', '', '45986.75', '2025-11-25'],
    ['31', '', '45986', '2025-11-25'],
    ['57', '', '45986', '2025-11-25'],
    ['0', '', '45986', '45986'],
    ['49', '', '45986', '45986'],
    ['164', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@', '45986', '2025-11-25'],
    ['164', '[$-804]aaaa, mmmm dd', '45986', '2025-11-25'],
    ['164', 'm/d', '45986', '2025-11-25'],
    ['164', '[Red]#,##0.00&quot;元/day&quot;', '45986', '45986'],
    ['164', 'General', '45986', '45986'],
    ['164', '[h]:mm', '45986', '45986'],
    ['164', 'mm:ss', '45986', '45986'],
    ['14', '', '0.5', '0.5'],
    ['14', '', '60', '60'],
    ['14', '', '1E+9', '1E+9'],
  ])('by format %s %s: %s is %s', async (number, code, value, text) => {
    const formats = code === '' ? '' : `<numFmt numFmtId="${number}" formatCode="${code}"/>`;
    const styles = `<numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${number}"/></cellXfs>`;
    expect(await said(`<c r="A1" s="1"><v>${value}</v></c>`, { styles })).toBe(text);
  });

  test('a day counted from 1904', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const properties = '<workbookPr date1904="1"/>';
    const cell = '<c r="A1" s="0"><v>44524</v></c>';
    expect(await said(cell, { styles, properties })).toBe('2025-11-25');
  });

  test('the formula that it shares with another', async () => {
    const data =
      '<row><c><f t="shared" ref="A1:B1" si="0">1/2</f><v>0.5</v></c><c><f t="shared" si="0"/><v>0.5</v></c></row>';
    expect(await rowsOf({ data })).toEqual([{ number: 1, cells: ['=1/2', '=1/2'] }]);
  });
});

describe('a sheet', () => {
  const text = (said: string, at = '') => `<c${at} t="inlineStr"><is><t>${said}</t></is></c>`;

  test('has rows and cells where they say they are, or else behind the last', async () => {
    const data = [
      `<row r="3">${text('c', ' r="C3"')}${text('d')}</row>`,
      `<row>${text('a')}</row>`,
      '<row/>',
      `<row>${text('b', ' r="B6"')}</row>`,
      `<row r="1">${text('first')}</row>`,
    ].join('');
    expect(await rowsOf({ data })).toEqual([
      { number: 1, cells: ['first'] },
      { number: 3, cells: ['', '', 'c', 'd'] },
      { number: 4, cells: ['a'] },
      { number: 6, cells: ['', 'b'] },
    ]);
  });

  test('says in all merged cells what the first of them says', async () => {
    const data = `<row r="1">${text('a')}${text('b')}${text('c')}</row><row r="2">${text('d', ' r="C2"')}</row>`;
    const merges = '<mergeCells><mergeCell ref="A1:B1048576"/><mergeCell ref="C1"/></mergeCells>';
    expect(await rowsOf({ data, merges })).toEqual([
      { number: 1, cells: ['a', 'b', 'c'] },
      { number: 2, cells: ['a', 'a', 'd'] },
    ]);
  });

  test('goes by its own names, whatever prefix stands before them', async () => {
    const more = {
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="u"><x:sheetData><x:row x:r="2"><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    };
    expect(await rowsOf({ more })).toEqual([{ number: 2, cells: ['1'] }]);
  });

  test('is read in the order of the tabs, hidden or not; charts are none', async () => {
    const sheets =
      '<sheet name="一&amp;" sheetId="9" state="hidden" r:id="rId1"/><sheet name="C" sheetId="2" r:id="rId4"/>';
    expect(await read(workbook({ sheets }))).toMatchObject([
      { name: expect.stringMatching(/!一&$/u) },
    ]);
  });
});

describe('is refused, whole and soon:', () => {
  const cell = '<c r="A1"><v>1</v></c>';
  test.each<[string, Parts, string]>([
    ['no sheets', { sheets: '' }, 'io/not-a-workbook'],
    ['charts alone', { sheets: '<sheet name="C" r:id="rId4"/>' }, 'io/not-a-workbook'],
    ['a sheet without a part', { sheets: '<sheet name="C" r:id="rId9"/>' }, 'io/not-a-workbook'],
    ['a row beyond the last', { data: `<row r="999999999">${cell}</row>` }, 'io/not-a-workbook'],
    ['a row that is none', { data: '<row r="x"><c><v>1</v></c></row>' }, 'io/not-a-workbook'],
    ['a column beyond the last', { data: '<row r="1"><c r="XFE1"/></row>' }, 'io/not-a-workbook'],
    ['a column far away', { data: '<row><c r="XFD1"><v>1</v></c></row>' }, 'io/sheet-too-large'],
    [
      'more rows than are read',
      { data: '<row><c><v>1</v></c></row>'.repeat(20_001) },
      'io/sheet-too-large',
    ],
    ['a cell that is there twice', { data: `<row>${cell}${cell}</row>` }, 'io/not-a-workbook'],
    [
      'merges on merges',
      { data: `<row>${cell}</row>`, merges: '<mergeCell ref="A1:XFD1048576"/>'.repeat(9) },
      'io/not-a-workbook',
    ],
    [
      'more merges than are read',
      { merges: '<mergeCell ref="A1:B2"/>'.repeat(100_001) },
      'io/not-a-workbook',
    ],
    ['a merge of no cells', { merges: '<mergeCell ref="A0:B2"/>' }, 'io/not-a-workbook'],
    [
      'XML that is cut off',
      { more: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' } },
      'io/not-a-workbook',
    ],
    [
      'a document type',
      { more: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>' } },
      'io/not-a-workbook',
    ],
  ])('%s', async (_, parts, code) => {
    const start = computed();
    expect(await read(workbook(parts))).toBe(code);
    expect(computed() - start).toBeLessThan(2000);
  });

  test('what may be empty far out is not counted', async () => {
    const data = `<row><c><v>1</v></c><c r="XFD1" s="1"/></row>${'<row><c s="1"/></row>'.repeat(30_000)}`;
    expect(await rowsOf({ data })).toEqual([{ number: 1, cells: ['1'] }]);
  });

  const sound = workbook({ data: '<row><c><v>1</v></c></row>' });
  test.each([
    ['a text', Buffer.from('合规')],
    ['a ZIP file that is cut off', Buffer.from('PK\u0003\u0004\u0000')],
    ['a workbook that is cut off', sound.subarray(0, sound.length - 30)],
    ['what unpacks to more than it may', bomb()],
    ['a byte that is wrong', damaged(sound)],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toBe('io/not-a-workbook');
  });

  test('white space without end', async () => {
    const start = computed();
    const blank = ' '.repeat(5_000_000);
    expect(await said(inline(`<t xml:space="preserve">a${blank}b${blank}</t>`))).toBe(`a${blank}b`);
    expect(computed() - start).toBeLessThan(5000);
  });
});

describe('a CSV table', () => {
  const csv = (text: string) => read(Buffer.from(text), 'list.csv');
  test('has rows of any length; lines count on through empty ones', async () => {
    expect(await csv('\uFEFF表头\r\n\r\na,"b ""c"", d",\r\n')).toMatchObject([
      {
        rows: [
          { number: 1, cells: ['表头'] },
          { number: 3, cells: ['a', 'b "c", d', ''] },
        ],
      },
    ]);
  });

  test.each([
    ['with a quote that nothing closes', 'a,"b\nc', 'io/not-a-workbook'],
    ['of too many rows', 'a\n'.repeat(20_001), 'io/sheet-too-large'],
    ['of too many columns', ','.repeat(200).concat('a'), 'io/sheet-too-large'],
    ['that is not UTF-8', Buffer.from([0xff, 0xfe, 0x2c]), 'io/not-text'],
  ])('%s is refused', async (_, text, code) => {
    expect(await read(Buffer.from(text), 'list.csv')).toBe(code);
  });
});

describe('what is written', () => {
  const table = {
    heading: ['标题 <&>', '说明'],
    columns: [
      { key: 'a', title: '一', width: 9 },
      { key: 'b', title: '二', width: 0, choices: ['是', '否'] },
    ],
  };
  const rows = [
    ['=1+1', '_x0041_'],
    ['a\u0007\r\nb', ''],
    [' 前后有空格 ', '\uD800'],
  ];

  test('is read back as it was, by ours and by others', async () => {
    const path = join(temporary(), 'list.xlsx');
    writeFileSync(path, await workbookBytes({ sheets: [{ name: "it's", ...table, rows }] }));
    const ours = await readWorkbook(path);
    if ('problem' in ours) throw new Error(ours.problem.code);
    expect(ours.sheets[0]?.rows.slice(2)).toEqual([
      { number: 3, cells: ['一', '二'] },
      { number: 4, cells: ['a', 'b'] },
      { number: 5, cells: ['=1+1', '_x0041_'] },
      { number: 6, cells: ['a\u0007\r\nb'] },
      { number: 7, cells: ['前后有空格', '\uFFFD'] },
    ]);
    const [others] = await readByOthers(path);
    expect(others?.name).toBe("it's");
    expect(others?.rows[4]).toEqual(['=1+1', '_x0041_']);
    expect(others?.cells?.get('4,0')?.formula).toBeUndefined();
    expect(others?.rowDefs?.get(3)).toEqual({ hidden: true });
    expect(others?.dataValidations).toMatchObject([{ range: 'B5:B7', values: ['是', '否'] }]);
  });

  test('is the same bytes in every zone', async () => {
    const zone = process.env['TZ'];
    const at = async (name: string) => {
      process.env['TZ'] = name;
      return workbookBytes({ sheets: [{ name: 'S', ...table, rows }] });
    };
    try {
      expect(await at('Asia/Shanghai')).toEqual(await at('America/New_York'));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

test('what another program writes is read', async () => {
  const path = join(temporary(), 'others.xlsx');
  const row = ['文', 12.5, new Date('2026-11-24'), { formula: 'A1' }, null];
  await writeByOthers(path, { name: 'S', rows: [row] });
  const found = await readWorkbook(path);
  if ('problem' in found) throw new Error(found.problem.code);
  expect(found.sheets[0]?.rows).toEqual([
    { number: 1, cells: ['文', '12.5', '2026-11-24', '=A1'] },
  ]);
});

function damaged(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf('xl/workbook.xml') + 40;
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}
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

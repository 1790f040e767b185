import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';

import { gb18030 } from '../../scripts/gb18030.ts';
import { trimmed } from '../../src/base/trimmed.ts';
import { cellsOf, faultsOf, readTables } from './tables.ts';

const text = '编号,金额\n1,"1,000.00"\n';
const cells = [
  ['编号', '金额'],
  ['1', '1,000.00'],
];

const utf16 = (of: string) => Buffer.from(`\uFEFF${of}`, 'utf16le');

describe('a text is read', () => {
  test.each([
    ['in UTF-8', text],
    ['in UTF-8 with a byte order mark', `\uFEFF${text}`],
    ['in GB18030', gb18030(text)],
    ['in UTF-16 LE', utf16(text)],
    ['in UTF-16 BE', utf16(text).swap16()],
    ['compressed', gzipSync(gb18030(text))],
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['with CR', text.replaceAll('\n', '\r')],
    ['without a last line end', text.trimEnd()],
    ['parted by tabs', '编号\t金额\n1\t1,000.00'],
    ['parted by semicolons', '编号;金额\n1;1,000.00'],
    ['parted by bars', '编号|金额\n1|1,000.00'],
    ['with numbers kept as text by tabs', '编号,金额\n"\t1","1,000.00"'],
    ['with numbers kept as text by apostrophes', `编号,金额\n'1,"'1,000.00"`],
    [
      'with numbers kept as text by formulas of text',
      '编号,金额\n="1",="1,000.00"\n'.replace('="1,000.00"', '"=""1,000.00"""'),
    ],
    ['with white space around cells', ' 编号\u3000,金额\u200B\n 1 ,"1,000.00 "\n'],
  ])('%s', async (_, content) => {
    expect(await cellsOf(content)).toEqual(cells);
    expect(await faultsOf(content)).toEqual([]);
  });

  test('with line breaks, quotes and delimiters in cells, whose rows count as spreadsheets count', async () => {
    const tables = await readTables('a,b\n\n"1\r\n2","say ""x"", y"\n3,4\n');
    expect(tables).toMatchObject([
      {
        name: 't.csv',
        rows: [
          { number: 1, cells: ['a', 'b'] },
          { number: 3, cells: ['1\n2', 'say "x", y'] },
          { number: 4, cells: ['3', '4'] },
        ],
      },
    ]);
  });

  test('below lines of a title, which are no heading', async () => {
    const content = '机构：城东支行\n日期：2026-11-25\n编号;金额;期限\n1;2,000;36\n';
    expect(await cellsOf(content)).toEqual([
      ['机构：城东支行'],
      ['日期：2026-11-25'],
      ['编号', '金额', '期限'],
      ['1', '2,000', '36'],
    ]);
    expect(await faultsOf(content)).toEqual([]);
  });
});

test('an error of a formula is no value', async () => {
  expect(await readTables('编号,余额,备注\n1,#REF!,#1 房\n')).toMatchObject([
    { rows: [{}, { cells: ['1', '', '#1 房'], errors: new Map([[1, '#REF!']]) }] },
  ]);
});

const ragged = (row: number) => `table/ragged t.csv:${row}`;

describe('is told', () => {
  test.each([
    ['a row that is short', 'a,b,c\n1,2,3\n4,5\n', [ragged(3)]],
    ['a row that is long', 'a,b,c\n1,2,3\n4,5,6,7\n', [ragged(3)]],
    ['no row that ends in empty cells', 'a,b,c\n1,2,3,,\n', []],
    ['no row without the cell behind the last delimiter of the heading', 'a,b,c,\n1,2,3\n', []],
    ['no row of sums', 'a,b,c\n1,2,3\n合计,3\n', []],
    [
      'of very many rows the first, and how many more',
      `a,b\n${'1\n'.repeat(100)}`,
      [...Array.from({ length: 19 }, (_, index) => ragged(index + 2)), `${ragged(21)} +80`],
    ],
    ['a quote that nothing closes', 'a,b\n1,2\n3,"4\n5,6\n', ['table/open-quote t.csv:3']],
    ['a quote that closes too late', 'a,b\n1,"2\n3,"4"\n5,6\n', ['table/open-quote t.csv:2']],
    ['a quote in the first row', '"a,b\n1,2\n', ['table/open-quote t.csv:1']],
    ['nothing', '', ['table/empty t.csv']],
    ['blank lines alone', '\n \n,,\n', ['table/empty t.csv']],
    [
      'bytes of neither encoding',
      Buffer.from('a,b\n1,2\n3,\xFF\xFF\n', 'latin1'),
      ['table/encoding 3'],
    ],
    ['bytes that are no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), ['io/not-text']],
    ['a half of a compressed file', gzipSync(text).subarray(0, 20), ['io/damaged-gzip']],
  ])('%s', async (_, content, problems) => {
    expect(await faultsOf(content)).toEqual(problems);
  });

  test('the line of bytes that are neither UTF-8 nor, to its end, GB18030', async () => {
    const bytes = Buffer.concat([gb18030('编号\n一\n二\n'), Buffer.from([0xff, 0xff])]);
    expect(await faultsOf(bytes)).toEqual(['table/encoding 4']);
  });

  test('what is above a fault is read', async () => {
    expect(await cellsOf('a,b\n1,2\n3,"4\n5,6\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
});

describe('is refused without being held', () => {
  test.each([
    ['a line without an end', 'a'.repeat(5_000_000), 'table/too-large'],
    [
      'a quoted cell without an end',
      `a,b\n"${'x\n'.repeat(3_000_000)}`,
      'table/open-quote t.csv:2',
    ],
    ['a million columns', ','.repeat(1_000_000).replaceAll(',', 'a,'), 'table/too-large t.csv'],
    ['a bomb', gzipSync(Buffer.alloc(50_000_000, 'a,b\n')), 'io/gzip-bomb'],
  ])('%s', async (_, content, problem) => {
    expect(await faultsOf(content)).toEqual([problem]);
  });
});

test('rows are read again from the beginning, and faults told once', async () => {
  const { tablesIn } = await import('../../src/io/tables.ts');
  const { temporary } = await import('../cli/harness.ts');
  const { writeFileSync } = await import('node:fs');
  const path = `${temporary()}/t.csv`;
  writeFileSync(path, 'a,b\n1\n');
  const read = await tablesIn(path);
  if ('problem' in read) throw new Error(read.problem.code);
  const [table] = read.tables;
  for (let time = 0; time < 2; time += 1) {
    let rows = 0;
    for await (const some of table?.rows ?? []) rows += some.length;
    expect([rows, table?.problems.length]).toEqual([2, 1]);
  }
});

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', '\t', '|', ' ', '1', '额', "'") }),
  fc.string({ unit: 'grapheme' }),
);

test('what is written as CSV comes back, in every encoding that has it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .integer({ min: 2, max: 6 })
        .chain((width) =>
          fc
            .array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 })
            .map((rows) => ({ width, rows })),
        ),
      async ({ width, rows }) => {
        const heading = Array.from({ length: width }, (_, index) => `列${index}`);
        const clean = rows.map((row) =>
          row.map((one) => one.replaceAll(/\0/gu, '').toWellFormed()),
        );
        const csv = papaparse.unparse([heading, ...clean], { quotes: true });
        const expected = [heading, ...clean]
          .map((row) => row.map((one) => kept(one)))
          .filter((row) => row.some((one) => one !== ''));
        expect(await cellsOf(csv)).toEqual(expected);
        expect(await cellsOf(utf16(csv))).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

/** What a reader keeps of a cell. */
function kept(text: string): string {
  const shown = trimmed(text.replaceAll(/\r\n?/gu, '\n'));
  return shown.startsWith("'") ? shown.slice(1) : shown;
}

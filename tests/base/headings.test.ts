import { describe, expect, test } from 'vitest';

import { headingsOf, isTotal } from '../../src/base/headings.ts';

/** Rows of cells parted by bars, with titles merged over the whole table written once. */
const rows = (...lines: readonly string[]) =>
  lines.map((line, index) => ({ number: index + 1, cells: line.split('|') }));

describe('headings', () => {
  test.each([
    ['are in the first row', ['编号|金额', '1|2'], ['编号', '金额'], 1],
    [
      'stand below titles, merged or not',
      ['台账|台账|台账', '机构：城东支行||日期：2026-11-25', '编号|金额|期限', '1|2|3'],
      ['编号', '金额', '期限'],
      3,
    ],
    [
      'have groups over them, each merged with its columns',
      ['编号|贷款|贷款|客户', '编号|金额|期限|姓名', '1|2|3|张三'],
      ['编号', '贷款/金额', '贷款/期限', '客户/姓名'],
      2,
    ],
    [
      'have groups over them, and below some nothing',
      ['编号|贷款|贷款', '|金额|期限', '1|2|3'],
      ['编号', '贷款/金额', '贷款/期限'],
      2,
    ],
    [
      'have no groups where words repeat',
      ['编号|备注|备注', '1|无|有'],
      ['编号', '备注', '备注'],
      1,
    ],
    ['are put together from lines', ['编\n号|贷款 \n 金额', '1|2'], ['编号', '贷款金额'], 1],
    ['are one column', ['编号', '1'], ['编号'], 1],
  ])('%s', (_, lines, titles, row) => {
    expect(headingsOf(rows(...lines))).toMatchObject({ titles, row });
  });

  test('are told from what stands above them', () => {
    const found = headingsOf(rows('机构：城东支行', '编号|金额', '1|2'));
    expect(found?.above.map(({ number }) => number)).toEqual([1]);
  });

  test('are none where all is numbers', () => {
    expect(headingsOf(rows('1|2', '2026-11-25|4'))).toBeUndefined();
  });
});

test.each([
  ['合计||1', true],
  ['|总 计|1', true],
  ['本页小计：|1', true],
  ['城东支行|小计|1', true],
  ['合计|合计|合计|3', true],
  ['Total|1', true],
  ['Grand total|1', true],
  ['1|合计贸易公司', false],
  ['总计量器具厂|1', false],
  ['1|2|合计', false],
  ['', false],
])('%s is a row of sums: %s', (line, is) => {
  expect(isTotal(rows(line)[0] ?? { number: 1, cells: [] })).toBe(is);
});

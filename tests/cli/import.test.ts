import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { put, shouze, temporary } from './harness.ts';

const exports = 'examples/exports';
const [core, book] = ['core-loans', 'loan-book'].map(
  (name) => `${exports}/${name}.mapping.yaml`,
) as [string, string];

describe('an export and its faulty twin', () => {
  test('the page begins with what was judged, what was not, and what would open most', async () => {
    const { out, code } = await shouze('check', `${exports}/loan-book.xlsx`, '--mapping', book);
    // one loan has an approver who was its investigator too, told at its cell
    expect(code).toBe(1);
    expect(out).toContain('loan-book.xlsx 工作表「流程」第115行 E列「操作人」');
    const lines = out.split('\n');
    expect(lines.slice(0, 3).map((line) => line.slice(0, 3))).toEqual([
      '已判定',
      '未判定',
      '未取数',
    ]);
    expect(lines[2]?.split('、')).toHaveLength(10);
    expect(out).toContain('合规（仅就已取数据');
    expect(out).not.toContain('[intake/');
  });

  test('slips are told at their cells, and the sums of rows refused', async () => {
    const { out, code } = await shouze(
      'check',
      `${exports}/loan-book-faulty.xlsx`,
      '--mapping',
      book,
    );
    expect(code).toBe(2);
    const told = out.slice(0, out.indexOf('\n\nD-'));
    await expect(told.slice(told.indexOf('对账'))).toMatchFileSnapshot(
      'expected/loan-book-faulty.txt',
    );
  });

  test('JSON has the cell of every place, the intake, and follows its schema', async () => {
    const { out, err } = await shouze(
      'check',
      `${exports}/core-loans-faulty.csv`,
      ...flow(),
      '--mapping',
      core,
      '--format',
      'json',
    );
    const report = JSON.parse(out) as CheckReport;
    const schema = JSON.parse(readFileSync('schemas/check-report.schema.json', 'utf8')) as object;
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    const { intake } = report.summary;
    expect(intake?.opens).toHaveLength(10);
    expect(intake?.diagnostics.map(({ code }) => code)).toContain('intake/row-refused');
    const cells = report.dossiers.flatMap(({ diagnostics }) => diagnostics.map(({ cell }) => cell));
    expect(cells.length).toBeGreaterThan(1);
    for (const cell of cells) expect(cell?.heading).toMatch(/\p{Script=Han}/u);
    expect(report.dossiers.every(({ part }) => part === null || part === 'captured')).toBe(true);
    // beside a report for machines people are told on the other stream
    expect(err).toContain('对账');
  });
});

test('a draft of the headings is a mapping, and is shown before it is used, masked', async () => {
  const out = join(temporary(), 'draft.yaml');
  const drafted = await shouze('import', 'columns', `${exports}/core-loans.csv`, '--out', out);
  expect(drafted.code).toBe(0);
  const shown = await shouze('import', 'preview', `${exports}/core-loans.csv`, '--mapping', out);
  expect(shown.code).toBe(0);
  const [number = ''] =
    /\d{17}[\dX]/u.exec(
      new TextDecoder('gb18030').decode(readFileSync(`${exports}/core-loans.csv`)),
    ) ?? [];
  expect(number).not.toBe('');
  expect(shown.out).toContain('L 证件号码 → 证件号码：');
  expect(shown.out).not.toContain(number);
});

test.each([
  [
    'a number of rows and a person’s are none',
    '序号,证件号,合同号\n1,110101199003077758,HT1\n2,110101199003077758,HT2\n',
    '合同号',
  ],
  ['one that stands twice is none', '流水号,台账号\nA,B1\nA,B2\n', '台账号'],
])('the business number of a draft is told by its values: %s', async (_, text, key) => {
  const drafted = await shouze('import', 'columns', put(temporary(), 'book.csv', text));
  expect(drafted.out).toContain(`  key: "${key}"\n`);
  expect(drafted.out).toContain(`    "${key}": "meta.dossierId"\n`);
});

test('a preview shows rows of files and none of sums', async () => {
  const folder = temporary();
  const book = put(folder, 'book.csv', '合同号,贷款金额\nHT1,1\nHT2,2\n合计,3\n');
  const draft = join(folder, 'draft.yaml');
  await shouze('import', 'columns', book, '--out', draft);
  const { out } = await shouze('import', 'preview', book, '--mapping', draft);
  expect(out.match(/第\d行/gu)).toEqual(['第2行', '第3行']);
});

test('child tables are joined by what they share', async () => {
  const drafted = await shouze('import', 'columns', `${exports}/loan-book.xlsx`);
  expect(new Set(drafted.out.match(/key: .*/gu))).toEqual(new Set(['key: "申请编号"']));
  expect(drafted.out).toContain('    "合同号": "meta.dossierId"\n');
});

test.each([
  ['nothing in it', '', '[table/empty]'],
  ['headings that are all alike', '金额,金额\n1,2\n', '没有找到表头'],
  ['a PDF', '%PDF-1.7\n', '[table/save-as]'],
])('a file with %s is told in one line, and no draft is made', async (_, text, says) => {
  const path = put(temporary(), 'book.csv', text);
  const { code, out, err } = await shouze('import', 'columns', path);
  expect([code, out, err.match(/book\.csv(?!\n)/gu)?.length, err]).toEqual([
    2,
    '',
    1,
    expect.stringContaining(says),
  ]);
});

test('a table without a mapping is told what it takes', async () => {
  const { code, err, out } = await shouze('check', `${exports}/loan-book.xlsx`);
  expect([code, out + err]).toEqual([2, expect.stringContaining('--mapping')]);
});

/** The other tables that the mapping names. */
function flow(): readonly string[] {
  const isNamed = readFileSync(core, 'utf8').includes('core-flow');
  return isNamed ? [`${exports}/core-flow.csv`] : [];
}

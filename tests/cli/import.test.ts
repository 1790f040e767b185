import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { shouze, temporary } from './harness.ts';

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

/** The other tables that the mapping names. */
function flow(): readonly string[] {
  const isNamed = readFileSync(core, 'utf8').includes('core-flow');
  return isNamed ? [`${exports}/core-flow.csv`] : [];
}

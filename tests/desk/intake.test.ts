import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { engineVersion } from '../../src/cli/sound.ts';
import { judgedBy } from '../../src/desk/check.ts';
import { mappedTables } from '../../src/desk/intake.ts';
import { judgeFiles, reportOfWork } from '../../src/desk/work.ts';
import { digestOfBytes } from '../../src/io/digest.ts';
import { tablesIn } from '../../src/io/tables.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { shouze } from '../cli/harness.ts';
import { shippedDesk } from './shipped.ts';

const folder = 'examples/exports';
const desk = { ...shippedDesk(), version: engineVersion() };

describe.each([
  ['core-loans', ['core-loans.csv', 'core-flow.csv']],
  ['core-loans', ['core-loans-faulty.csv', 'core-flow.csv']],
  ['loan-book', ['loan-book.xlsx']],
  ['loan-book', ['loan-book-faulty.xlsx']],
])('%s', (name, files) => {
  test(`of ${files.join(' and ')} comes the JSON of the command line, byte for byte`, async () => {
    const mapping = join(folder, `${name}.mapping.yaml`);
    const paths = files.map((file) => join(folder, file));
    const { out } = await shouze('check', ...paths, '--mapping', mapping, '--format', 'json');
    const { mapped, problems } = await read(mapping, paths);
    expect(problems).toEqual([]);
    if (!mapped) return;
    const by = await judgedBy(desk, {}, mapped);
    const work = await judgeFiles(by, mapped.incoming(), { mapped });
    expect([...jsonText(reportOfWork(work))].join('')).toBe(out);
  }, 120_000);
});

test('places are those of cells', async () => {
  const paths = [join(folder, 'loan-book-faulty.xlsx')];
  const { mapped } = await read(join(folder, 'loan-book.mapping.yaml'), paths);
  if (!mapped) throw new Error('the shipped mapping cannot be used');
  const by = await judgedBy(desk, {}, mapped);
  await judgeFiles(by, mapped.incoming(), { mapped });
  const cells = mapped.json().diagnostics.map(({ cell }) => cell);
  expect(cells).toContainEqual({
    sheet: `${folder}/loan-book-faulty.xlsx!贷款台账`,
    row: 7,
    column: 'K',
    heading: '贷款/金额（万元）',
  });
  expect(mapped.isWrong()).toBe(true);
});

test.each([
  ['no YAML', 'format: [', 'loan-book.xlsx', 'yaml/syntax'],
  [
    'a field that is none',
    'format: 1\ntable: { key: 申请编号, columns: { 产品: loan.amonut } }\n',
    'loan-book.xlsx',
    'intake/unknown-field',
  ],
  [
    'a table that is not there',
    'format: 1\ntable: { name: 台账, key: 申请编号, columns: {} }\n',
    'loan-book.xlsx',
    'intake/no-table',
  ],
  [
    'a column that is not there',
    'format: 1\ntable: { name: 贷款台账, key: 编号, columns: {} }\n',
    'loan-book.xlsx',
    'intake/unknown-heading',
  ],
])('by %s no files are made, and it is said why', async (_, text, file, code) => {
  const { mapped, problems } = await readBy(text, [join(folder, file)]);
  expect(mapped).toBeUndefined();
  expect(problems.map((problem) => problem.code)).toContain(code);
});

async function read(mapping: string, paths: readonly string[]) {
  return readBy(readFileSync(mapping, 'utf8'), paths, mapping);
}

async function readBy(text: string, paths: readonly string[], name = 'mapping.yaml') {
  const reads = await Promise.all(paths.map(tablesIn));
  const tables = reads.flatMap((one) => ('tables' in one ? one.tables : []));
  const source = { name, text, digest: digestOfBytes(text) };
  const given = { source, languages: desk.languages, digestOf: digestOfBytes };
  return mappedTables(desk.program, given, tables);
}

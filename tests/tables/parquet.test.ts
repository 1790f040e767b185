import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

import { readTables } from './tables.ts';

/** Three rows with a decimal, a day, a moment and whole numbers, not all of them there. */
const file = readFileSync('tests/tables/files/notes.parquet');

const isInstalled = (() => {
  try {
    return createRequire(import.meta.url).resolve('hyparquet') !== '';
  } catch {
    return false;
  }
})();

test.runIf(isInstalled)('a Parquet file is a table', async () => {
  expect(await readTables(file, 'notes.parquet')).toMatchObject([
    {
      name: 'notes.parquet',
      rows: [
        { number: 1, cells: ['借据编号', '贷款金额', '放款日期', '审批时间', '期限'] },
        { number: 2, cells: ['JJ1', '1305000.5', '2026-10-26', '2026-10-10T11:00:00', '360'] },
        { number: 3, cells: ['JJ2', '153000', '2026-11-12', '', '36'] },
        { number: 4, cells: ['JJ3', '0.1', '', '2026-10-28T09:30:00', ''] },
      ],
      problems: [],
    },
  ]);
});

test.runIf(isInstalled)('one that is damaged is none', async () => {
  expect(await readTables(file.subarray(0, 400), 'notes.parquet')).toBe('table/parquet damaged');
});

test.skipIf(isInstalled)('where hyparquet is not installed, that is told', async () => {
  expect(await readTables(file, 'notes.parquet')).toBe('table/parquet missing');
});

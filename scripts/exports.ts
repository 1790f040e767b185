import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { writeFile } from '../src/io/write.ts';
import {
  bookBytes,
  bookColumns,
  bookKey,
  bookSheets,
  childSheets,
  faultySheets,
} from './exports/book.ts';
import {
  coreColumns,
  coreRows,
  csvOf,
  faultyCoreRows,
  flowColumns,
  flowRows,
} from './exports/core.ts';
import { loansToExport } from './exports/loans.ts';
import { mappingText } from './exports/mapping.ts';
import { gb18030 } from './gb18030.ts';

const folder = join('examples', 'exports');

/** The mapping of the core system's table. */
function coreMapping(): string {
  return mappingText({
    title: { zh: '核心系统借据导出', en: 'Loan notes exported by the core system' },
    table: {
      name: 'core-loans*.csv',
      key: '借据编号',
      columns: coreColumns,
      fixed: {
        'parties[1].partyId': 'P1',
        'parties[1].role': 'BORROWER',
        'appraisals[1].appraisalId': 'V1',
        'approvals[1].approvalId': 'Y1',
        'contracts[1].contractType': 'LOAN',
        'disbursements[1].disbursementId': 'J1',
      },
    },
    lists: [{ name: 'core-flow*.csv', list: 'events', key: '借据编号', columns: flowColumns }],
    complete: ['events', 'loan', 'postLoan.overdueDays'],
  });
}

/** The mapping of the workbook. */
function bookMapping(): string {
  return mappingText({
    title: { zh: '支行个人贷款台账', en: 'A branch’s workbook of loans' },
    table: {
      name: '贷款台账',
      key: bookKey,
      columns: bookColumns.map(({ group, heading, ...rest }) => ({
        heading: group === undefined ? heading : `${group}/${heading}`,
        ...rest,
      })),
      // one branch keeps it, and it has no column for that
      fixed: { 'meta.branchId': '0101', 'disbursements[1].disbursementId': 'J1' },
    },
    lists: childSheets.map(({ name, list, columns }) => ({ name, list, key: bookKey, columns })),
    complete: childSheets.map(({ list }) => list),
  });
}

/** Two exports as banks have them, each with its mapping and a faulty twin: file by file. */
export async function exportsMade(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { loans, type } = loansToExport();
  return new Map<string, string | Uint8Array>([
    ['core-loans.csv', gb18030(csvOf(coreRows(loans)))],
    ['core-loans-faulty.csv', gb18030(csvOf(faultyCoreRows(loans)))],
    ['core-flow.csv', gb18030(csvOf(flowRows(loans)))],
    ['core-loans.mapping.yaml', coreMapping()],
    ['loan-book.xlsx', await bookBytes(bookSheets(loans, type))],
    ['loan-book-faulty.xlsx', await bookBytes(faultySheets(loans, type))],
    ['loan-book.mapping.yaml', bookMapping()],
  ]);
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of await exportsMade()) writeFile(join(folder, name), content);
}

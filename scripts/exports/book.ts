import { unzipSync, zipSync } from 'fflate';
import {
  type Cell,
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type MergeRange,
  writeXlsx,
  type WriteSheet,
} from 'hucre/xlsx';

import { cellName } from '../../src/base/workbook.ts';
import type { Type } from '../../src/feel/types.ts';
import { listAt, type Loan, saidAt, titlesAt } from './loans.ts';
import type { Mapped } from './mapping.ts';

/** A column of a workbook that people keep: its heading, what it is filled from, and what its cells are. */
interface BookColumn extends Mapped {
  /** Stands over it and its neighbours, in a row above. */
  readonly group?: string;
  readonly is: 'text' | 'words' | 'number' | 'percent' | 'day' | 'moment' | 'flag' | 'tenThousand';
  /** The row of sums has its sum. */
  readonly summed?: true;
}

const inTenThousands = { times: 10_000, unit: '万元' } as const;

const money = (group: string, heading: string, path: string): BookColumn => ({
  group,
  heading,
  path,
  is: 'tenThousand',
  map: inTenThousands,
});

/** The main sheet: a row for each loan. */
export const bookColumns: readonly BookColumn[] = [
  { heading: '经办机构', path: 'meta.institutionId', is: 'text' },
  { heading: '申请编号', path: 'application.applicationId', is: 'text' },
  { heading: '合同号', path: 'meta.dossierId', is: 'text' },
  { heading: '产品', path: 'application.productCode', is: 'words' },
  { heading: '客户经理', path: 'application.customerManagerId', is: 'text' },
  { heading: '贷款用途', path: 'application.purposeCode', is: 'words' },
  { group: '申请', heading: '签署日期', path: 'application.signedDate', is: 'day' },
  { group: '申请', heading: '受理时间', path: 'application.acceptedAt', is: 'moment' },
  { ...money('申请', '金额（万元）', 'application.requestedAmount'), summed: true },
  { group: '申请', heading: '期限（月）', path: 'application.requestedTermMonths', is: 'number' },
  { ...money('贷款', '金额（万元）', 'loan.amount'), summed: true },
  { group: '贷款', heading: '期限（月）', path: 'loan.termMonths', is: 'number' },
  { group: '贷款', heading: '担保方式', path: 'loan.securedType', is: 'words' },
  { group: '贷款', heading: '抵押率', path: 'loan.ltv', is: 'percent' },
  { group: '贷款', heading: '还款方式', path: 'loan.repaymentMethod', is: 'words' },
  { group: '贷款', heading: '支付方式', path: 'loan.paymentMethod', is: 'words' },
  { group: '利率', heading: '类型', path: 'loan.rateType', is: 'words' },
  { group: '利率', heading: 'LPR报价日', path: 'loan.lprDate', is: 'day' },
  { group: '利率', heading: 'LPR', path: 'loan.lprValue', is: 'percent' },
  { group: '利率', heading: '加点（BP）', path: 'loan.spreadBp', is: 'number' },
  { group: '利率', heading: '执行利率', path: 'loan.executedRate', is: 'percent' },
  {
    group: '偿债能力',
    heading: '认定月收入（元）',
    path: 'affordability.monthlyIncome',
    is: 'number',
  },
  {
    group: '偿债能力',
    heading: '本笔月还款额（元）',
    path: 'affordability.loanMonthlyPayment',
    is: 'number',
  },
  { group: '偿债能力', heading: '债务收入比', path: 'affordability.totalDebtRatio', is: 'percent' },
  { group: '房产', heading: '类型', path: 'property.propertyType', is: 'words' },
  { group: '房产', heading: '建筑面积（平方米）', path: 'property.floorArea', is: 'number' },
  money('房产', '成交价（万元）', 'transaction.contractPrice'),
  money('房产', '首付款（万元）', 'transaction.downPaymentAmount'),
  { group: '放款', heading: '时间', path: 'disbursements[1].disbursedAt', is: 'moment' },
  { ...money('放款', '金额（万元）', 'disbursements[1].amount'), summed: true },
  { group: '贷后', heading: '状态', path: 'postLoan.status', is: 'words' },
  { ...money('贷后', '余额（万元）', 'postLoan.balance'), summed: true },
  { group: '贷后', heading: '逾期天数', path: 'postLoan.overdueDays', is: 'number' },
  { group: '贷后', heading: '五级分类', path: 'postLoan.riskClass', is: 'words' },
];

/** A sheet with any number of rows for a loan. */
interface ChildSheet {
  readonly name: string;
  readonly list: string;
  readonly columns: readonly BookColumn[];
}

/** The heading by which child sheets are joined to the main one. */
export const bookKey = '申请编号';

export const childSheets: readonly ChildSheet[] = [
  {
    name: '借款人',
    list: 'parties',
    columns: [
      { heading: '当事人编号', path: 'partyId', is: 'text' },
      { heading: '角色', path: 'role', is: 'words' },
      { heading: '姓名或名称', path: 'name', is: 'text' },
      { heading: '证件类型', path: 'idType', is: 'words' },
      { heading: '证件号码', path: 'idNumber', is: 'text' },
      { heading: '证件有效期至', path: 'idValidTo', is: 'day' },
      { heading: '联网核查结果', path: 'idNetworkCheck', is: 'words' },
      { heading: '证件原件已核', path: 'idOriginalSeen', is: 'flag' },
      { heading: '出生日期', path: 'birthDate', is: 'day' },
      { heading: '婚姻状况', path: 'maritalStatus', is: 'words' },
      { heading: '与借款人的关系', path: 'relationToBorrower', is: 'words' },
      { heading: '工作单位', path: 'employerName', is: 'text' },
      { heading: '本行关系人', path: 'isBankRelatedParty', is: 'flag' },
    ],
  },
  {
    name: '资料清单',
    list: 'documents',
    columns: [
      { heading: '资料编号', path: 'documentId', is: 'text' },
      { heading: '资料名称', path: 'docType', is: 'words' },
      { heading: '所属当事人', path: 'partyId', is: 'text' },
      { heading: '出具日期', path: 'issuedDate', is: 'day' },
      { heading: '有效期至', path: 'validTo', is: 'day' },
      { heading: '原件已核对', path: 'originalSeen', is: 'flag' },
      { heading: '核对人', path: 'verifiedBy', is: 'text' },
      { heading: '空白要素数', path: 'blankFields', is: 'number' },
    ],
  },
  {
    name: '审批',
    list: 'approvals',
    columns: [
      { heading: '审批编号', path: 'approvalId', is: 'text' },
      { heading: '审批方式', path: 'mode', is: 'words' },
      { heading: '审批人', path: 'approverId', is: 'text' },
      { heading: '审批层级', path: 'approverLevel', is: 'number' },
      { heading: '审批时间', path: 'decidedAt', is: 'moment' },
      { heading: '结论', path: 'decision', is: 'words' },
      {
        heading: '批准金额（万元）',
        path: 'approvedAmount',
        is: 'tenThousand',
        map: inTenThousands,
      },
      { heading: '批准期限（月）', path: 'approvedTermMonths', is: 'number' },
      { heading: '批复有效期至', path: 'validTo', is: 'day' },
    ],
  },
  {
    name: '流程',
    list: 'events',
    columns: [
      { heading: '序号', path: 'eventId', is: 'text' },
      { heading: '环节', path: 'eventType', is: 'words' },
      { heading: '时间', path: 'at', is: 'moment' },
      { heading: '操作人', path: 'actorId', is: 'text' },
      { heading: '岗位', path: 'post', is: 'words' },
      { heading: '授权有效', path: 'authorisationValid', is: 'flag' },
    ],
  },
];

const formats: Readonly<Record<BookColumn['is'], CellStyle>> = {
  text: { numFmt: '@' },
  words: {},
  flag: {},
  number: {},
  percent: { numFmt: '0.00%' },
  tenThousand: { numFmt: '#,##0.00' },
  day: { numFmt: 'yyyy/m/d' },
  moment: { numFmt: 'yyyy/m/d hh:mm' },
};

const bold: CellStyle = {
  font: { bold: true },
  alignment: { horizontal: 'center', vertical: 'center' },
};

/** A sheet that may still be changed, cell by cell. */
export type Sheet = WriteSheet & {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<Cell>>;
};

/** The sheets of the workbook: the main one below lines of a title, with headings of two rows, and its child sheets. */
export function bookSheets(loans: readonly Loan[], type: Type): readonly Sheet[] {
  return [mainSheet(loans, type), ...childSheets.map((child) => childSheet(child, loans, type))];
}

/** Rows above the loans: a title, where and when, and two rows of headings. */
export const rowsAbove = 4;

function mainSheet(loans: readonly Loan[], type: Type): Sheet {
  const last = bookColumns.length - 1;
  const rows: CellValue[][] = [
    ['示范银行个人贷款台账'],
    Object.assign(
      Array.from({ length: last + 1 }, (): CellValue => null),
      {
        0: '机构：示范银行明州分行',
        8: '日期：2026年11月25日',
        16: '单位：万元（另有注明的除外）',
      },
    ),
    bookColumns.map(({ group, heading }) => group ?? heading),
    bookColumns.map(({ group, heading }) => (group === undefined ? null : heading)),
    ...loans.map((loan) => bookColumns.map((column) => valueOf(column, loan, type))),
    bookColumns.map((_, index) => (index === 0 ? '合计' : null)),
  ];
  const cells = styled(bookColumns, rowsAbove, loans.length);
  cells.set('0,0', {
    style: { font: { bold: true, size: 16 }, alignment: { horizontal: 'center' } },
  });
  for (const row of [2, 3])
    bookColumns.forEach((_, column) => cells.set(`${row},${column}`, { style: bold }));
  const sums = rowsAbove + loans.length;
  bookColumns.forEach(({ summed }, column) => {
    if (!summed) return;
    const sum = rows
      .slice(rowsAbove, sums)
      .reduce((total, row) => total + Math.round(Number(row[column]) * 1e6), 0);
    const range = `${cellName(column, rowsAbove + 1)}:${cellName(column, sums)}`;
    cells.set(`${sums},${column}`, {
      formula: `SUM(${range})`,
      formulaResult: sum / 1e6,
      style: formats.tenThousand,
    });
  });
  return {
    name: '贷款台账',
    rows,
    cells,
    merges: [...mergedTitles(last), ...mergedHeadings()],
    columns: widthsOf(rows.slice(2)),
    autoFilter: { range: `A4:${cellName(last, sums)}` },
    freezePane: { rows: rowsAbove, columns: 3 },
  };
}

function mergedTitles(last: number): readonly MergeRange[] {
  return [{ startRow: 0, endRow: 0, startCol: 0, endCol: last }];
}

/** As wide as what is longest in each column. */
function widthsOf(rows: readonly (readonly CellValue[])[]): ColumnDef[] {
  const wide = (value: CellValue) =>
    value instanceof Date
      ? 16
      : [...String(value ?? '')].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
  return (rows[0] ?? []).map((_, column) => ({
    width: Math.min(44, Math.max(9, ...rows.map((row) => wide(row[column] ?? null) + 3))),
  }));
}

/** Groups over their columns; a heading without a group over both rows. */
function mergedHeadings(): readonly MergeRange[] {
  const merges: MergeRange[] = [];
  bookColumns.forEach(({ group }, column) => {
    const before = merges.at(-1);
    if (group === undefined)
      merges.push({ startRow: 2, endRow: 3, startCol: column, endCol: column });
    else if (before && column > 0 && bookColumns[column - 1]?.group === group)
      before.endCol = column;
    else merges.push({ startRow: 2, endRow: 2, startCol: column, endCol: column });
  });
  return merges;
}

function childSheet(
  { name, list, columns }: ChildSheet,
  loans: readonly Loan[],
  type: Type,
): Sheet {
  const rows = loans.flatMap((loan) =>
    listAt(loan, list).map((element): CellValue[] => [
      saidAt(loan, 'application.applicationId') ?? null,
      ...columns.map((column) => valueOf(column, element, type, list)),
    ]),
  );
  const key: BookColumn = { heading: bookKey, is: 'text' };
  const all = [key, ...columns];
  const cells = styled(all, 1, rows.length);
  all.forEach((_, column) => cells.set(`0,${column}`, { style: bold }));
  return {
    name,
    rows: [all.map(({ heading }) => heading), ...rows],
    cells,
    columns: widthsOf([all.map(({ heading }) => heading), ...rows]),
    freezePane: { rows: 1 },
  };
}

function styled(
  columns: readonly BookColumn[],
  from: number,
  count: number,
): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  for (let row = from; row < from + count; row += 1) {
    columns.forEach(({ is }, column) => {
      if (Object.keys(formats[is]).length > 0)
        cells.set(`${row},${column}`, { style: formats[is] });
    });
  }
  return cells;
}

function valueOf(
  { path = '', is }: BookColumn,
  record: Loan,
  type: Type,
  list?: string,
): CellValue {
  const text = saidAt(record, path);
  if (text === undefined) return null;
  switch (is) {
    case 'words':
      return titlesAt(type, list === undefined ? path : `${list}.${path}`).get(text) ?? text;
    case 'flag':
      return text === 'true' ? '是' : '否';
    case 'day':
      return new Date(`${text}T00:00:00Z`);
    case 'moment':
      return new Date(`${text.slice(0, 19)}Z`);
    case 'number':
    case 'percent':
      return Number(text);
    case 'tenThousand':
      return Number(text) / 10_000;
    case 'text':
      return text;
  }
}

/** The sheets with the slips that people and programs make, each told of in `examples/exports/README.md`. */
export function faultySheets(loans: readonly Loan[], type: Type): readonly Sheet[] {
  const sheets = bookSheets(loans, type);
  const [main, borrowers, papers] = sheets;
  const column = (path: string) => bookColumns.findIndex((one) => one.path === path);
  const at = (loan: number, path: string) => `${rowsAbove + loan},${column(path)}`;
  const set = (loan: number, path: string, value: CellValue) => {
    const row = main?.rows[rowsAbove + loan];
    if (row) row[column(path)] = value;
  };
  const loanAmount = (loan: number) => Number(saidAt(loans[loan] ?? {}, 'loan.amount'));

  set(2, 'loan.amount', loanAmount(2) / 10_000 ** 2);
  set(4, 'application.signedDate', '2026-02-30');
  main?.cells.set(at(4, 'application.signedDate'), {});
  set(6, 'application.productCode', '循环经营贷');
  main?.cells.set(at(7, 'postLoan.balance'), { value: '#REF!', type: 'error' });
  set(9, 'application.applicationId', saidAt(loans[8] ?? {}, 'application.applicationId') ?? null);
  const sums = main?.cells.get(`${rowsAbove + loans.length},${column('disbursements[1].amount')}`);
  if (sums) sums.formulaResult = Number(sums.formulaResult) + 10;
  const [, borrower] = borrowers?.rows ?? [];
  if (borrower) borrower[5] = 3.201_021_990_01e17;
  borrowers?.cells.set('1,5', {});
  papers?.rows.push(['A-2026-9999', 'X1', '身份证', 'P1']);
  if (main) main.rowDefs = new Map([[rowsAbove + 11, { hidden: true }]]);
  return sheets;
}

/** The workbook: the same sheets give the same bytes. */
export async function bookBytes(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const epoch = new Date(Date.UTC(2026, 10, 25));
  const written = await writeXlsx({
    sheets: [...sheets],
    properties: { creator: '示范银行', created: epoch, modified: epoch },
  });
  const files = unzipSync(written);
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

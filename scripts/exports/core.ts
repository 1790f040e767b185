import papaparse from 'papaparse';

import type { MappingColumn } from './mapping.ts';
import { listAt, type Loan, saidAt } from './loans.ts';

/** A column of an export of a core system: its heading, what it is filled from, and how it is written. */
interface CoreColumn {
  readonly heading: string;
  /** None for what no field of ours holds. */
  readonly path?: string;
  readonly write?: (said: string) => string;
  readonly map?: Omit<MappingColumn, 'to'>;
  readonly fill?: (loan: Loan, index: number) => string;
}

const day = (said: string) => said.slice(0, 10).replaceAll('-', '');
const moment = (said: string) => said.slice(0, 19).replace('T', ' ');
const byTab = (said: string) => `\t${said}`;
const byApostrophe = (said: string) => `'${said}`;
const fixed = (said: string) => Number(said).toFixed(2);
const grouped = (said: string) => fixed(said).replaceAll(/\B(?=(?:\d{3})+\.)/gu, ',');
const percent = (said: string) => `${Number((Number(said) * 100).toFixed(4))}%`;
const hundredths = (said: string) => String(Number((Number(said) * 100).toFixed(4)));
const flag = (said: string) => (said === 'true' ? 'Y' : 'N');

/** A code table of the bank: words in the order of its own codes. */
function coded(words: readonly string[], from = 1): Pick<CoreColumn, 'write' | 'map'> {
  const code = (index: number) => String(index + from).padStart(2, '0');
  return {
    write: (said) => (words.includes(said) ? code(words.indexOf(said)) : ''),
    map: { codes: Object.fromEntries(words.map((word, index) => [code(index), word])) },
  };
}

/** As loans are kept by the core system of 示范银行. */
export const coreColumns: readonly CoreColumn[] = [
  { heading: '借据编号', path: 'meta.dossierId', fill: noteNumber },
  {
    heading: '合同号',
    path: 'contracts[1].contractId',
    fill: (loan, index) => noteNumber(loan, index).replace('JJ', 'HT'),
  },
  { heading: '法人编码', path: 'meta.legalEntityCode' },
  { heading: '经办机构号', path: 'meta.institutionId', write: byTab },
  { heading: '二级分行号', path: 'meta.branchId', write: byApostrophe },
  { heading: '城市代码', path: 'meta.cityCode' },
  { heading: '数据日期', path: 'meta.asOfDate', write: day },
  { heading: '币种', path: 'meta.baseCurrency' },
  { heading: '客户编号', path: 'parties[1].customerNo' },
  { heading: '客户名称', path: 'parties[1].name' },
  {
    heading: '证件类型',
    path: 'parties[1].idType',
    ...coded([
      'RESIDENT_ID',
      'PASSPORT',
      'HK_MACAO_PERMIT',
      'TAIWAN_PERMIT',
      'RESIDENCE_PERMIT',
      'MILITARY_ID',
      'USCC',
    ]),
  },
  { heading: '证件号码', path: 'parties[1].idNumber', write: byTab },
  { heading: '证件到期日', path: 'parties[1].idValidTo', write: day },
  { heading: '出生日期', path: 'parties[1].birthDate', write: day },
  {
    heading: '婚姻状况',
    path: 'parties[1].maritalStatus',
    ...coded(['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED']),
  },
  {
    heading: '职业',
    path: 'parties[1].occupationType',
    ...coded([
      'SALARIED',
      'SELF_EMPLOYED',
      'CIVIL_SERVANT',
      'RETIRED',
      'FREELANCE',
      'STUDENT',
      'OTHER',
    ]),
  },
  {
    heading: '联网核查',
    path: 'parties[1].idNetworkCheck',
    ...coded(['MATCH', 'MISMATCH', 'NOT_FOUND', 'NOT_DONE'], 0),
  },
  { heading: '是否关系人', path: 'parties[1].isBankRelatedParty', write: flag },
  { heading: '申请编号', path: 'application.applicationId' },
  {
    heading: '产品代码',
    path: 'application.productCode',
    ...coded(['HOUSING', 'COMMERCIAL_PROPERTY', 'CONSUMER', 'BUSINESS']),
  },
  {
    heading: '进件渠道',
    path: 'application.channel',
    ...coded([
      'OUTLET',
      'CREDIT_CENTRE',
      'PROJECT_SITE',
      'AGENT',
      'ONLINE_BANK',
      'PHONE',
      'THIRD_PLATFORM',
      'REFERRAL',
      'FIELD_VISIT',
    ]),
  },
  { heading: '申请日期', path: 'application.signedDate', write: day },
  { heading: '受理时间', path: 'application.acceptedAt', write: moment },
  { heading: '客户经理', path: 'application.customerManagerId' },
  { heading: '申请金额', path: 'application.requestedAmount', write: grouped },
  { heading: '申请期限（月）', path: 'application.requestedTermMonths' },
  {
    heading: '贷款用途',
    path: 'application.purposeCode',
    ...coded([
      'HOME_PURCHASE',
      'COMMERCIAL_PURCHASE',
      'RENOVATION',
      'CAR',
      'EDUCATION',
      'MEDICAL',
      'TRAVEL',
      'DURABLES',
      'OTHER_CONSUMPTION',
      'WORKING_CAPITAL',
      'EQUIPMENT',
      'UNSPECIFIED',
    ]),
  },
  {
    heading: '住房套数',
    path: 'household.homeSequence',
    ...coded(['FIRST', 'SECOND', 'THIRD_PLUS']),
  },
  { heading: '未结清房贷笔数', path: 'household.mortgageLoansOutstanding' },
  { heading: '认定月收入', path: 'affordability.monthlyIncome', write: grouped },
  { heading: '本笔月还款额', path: 'affordability.loanMonthlyPayment', write: fixed },
  { heading: '其他债务月偿付额', path: 'affordability.otherDebtMonthly', write: fixed },
  { heading: '房产支出收入比', path: 'affordability.housingExpenseRatio', write: percent },
  { heading: '债务收入比', path: 'affordability.totalDebtRatio', write: percent },
  {
    heading: '房产类型',
    path: 'property.propertyType',
    ...coded([
      'ORDINARY_HOME',
      'NON_ORDINARY_HOME',
      'VILLA',
      'APARTMENT_COMMERCIAL',
      'SHOP',
      'OFFICE',
      'AFFORDABLE',
      'PARKING',
    ]),
  },
  { heading: '建筑面积', path: 'property.floorArea' },
  { heading: '建成年份', path: 'property.completionYear' },
  { heading: '不动产单元号', path: 'property.realEstateUnitNo', write: byTab },
  { heading: '成交价', path: 'transaction.contractPrice', write: grouped },
  { heading: '首付款', path: 'transaction.downPaymentAmount', write: grouped },
  { heading: '评估价值', path: 'appraisals[1].appraisedValue', write: grouped },
  { heading: '评估时点', path: 'appraisals[1].valuationDate', write: day },
  { heading: '审批人', path: 'approvals[1].approverId' },
  { heading: '审批时间', path: 'approvals[1].decidedAt', write: moment },
  {
    heading: '审批结论',
    path: 'approvals[1].decision',
    ...coded(['APPROVED', 'CONDITIONAL', 'REJECTED']),
  },
  { heading: '批准金额', path: 'approvals[1].approvedAmount', write: grouped },
  { heading: '批复到期日', path: 'approvals[1].validTo', write: day },
  { heading: '合同签订时间', path: 'contracts[1].signedAt', write: moment },
  { heading: '合同金额', path: 'contracts[1].amount', write: grouped },
  { heading: '合同到期日', path: 'contracts[1].maturityDate', write: day },
  {
    heading: '担保方式',
    path: 'loan.securedType',
    ...coded(['MORTGAGE', 'PLEDGE', 'GUARANTEE', 'MORTGAGE_PLUS_GUARANTEE', 'UNSECURED']),
  },
  { heading: '贷款金额', path: 'loan.amount', write: grouped },
  { heading: '贷款期限（月）', path: 'loan.termMonths' },
  { heading: '抵押率', path: 'loan.ltv', write: percent },
  { heading: '利率类型', path: 'loan.rateType', ...coded(['FIXED', 'FLOATING']) },
  { heading: 'LPR报价日', path: 'loan.lprDate', write: day },
  {
    heading: 'LPR（%）',
    path: 'loan.lprValue',
    write: hundredths,
    map: { times: 0.01, unit: '%' },
  },
  { heading: '加点（BP）', path: 'loan.spreadBp' },
  {
    heading: '执行利率（%）',
    path: 'loan.executedRate',
    write: hundredths,
    map: { times: 0.01, unit: '%' },
  },
  {
    heading: '还款方式',
    path: 'loan.repaymentMethod',
    ...coded([
      'EQUAL_INSTALMENT',
      'EQUAL_PRINCIPAL',
      'BULLET',
      'INTEREST_THEN_PRINCIPAL',
      'FLEXIBLE_PLAN',
      'REVOLVING',
    ]),
  },
  { heading: '放款时间', path: 'disbursements[1].disbursedAt', write: moment },
  { heading: '放款金额', path: 'disbursements[1].amount', write: grouped },
  { heading: '记账柜员', path: 'disbursements[1].bookedBy' },
  { heading: '贷款余额', path: 'postLoan.balance', write: grouped },
  { heading: '逾期天数', path: 'postLoan.overdueDays' },
  {
    heading: '五级分类',
    path: 'postLoan.riskClass',
    ...coded(['PASS', 'SPECIAL_MENTION', 'SUBSTANDARD', 'DOUBTFUL', 'LOSS']),
  },
  { heading: '备注', fill: (_, index) => (index % 5 === 3 ? '补打借据，原件已收回' : '') },
];

/** The columns that a row of sums fills. */
const summed = ['申请金额', '贷款金额', '放款金额', '贷款余额'];

function noteNumber(_loan: Loan, index: number): string {
  return `JJ2026${String(index * 37 + 100_213).padStart(8, '0')}`;
}

/** The cells of the export: its heading, a row for each loan, and the sums. */
export function coreRows(loans: readonly Loan[]): readonly (readonly string[])[] {
  const rows = loans.map((loan, index) =>
    coreColumns.map(({ path, write = String, fill }) => {
      if (fill) return fill(loan, index);
      const said = path === undefined ? undefined : saidAt(loan, path);
      return said === undefined ? '' : write(said);
    }),
  );
  return [coreColumns.map(({ heading }) => heading), ...rows, sumsOf(rows)];
}

function sumsOf(rows: readonly (readonly string[])[]): readonly string[] {
  return coreColumns.map(({ heading }, column) => {
    if (column === 0) return '合计';
    if (!summed.includes(heading)) return '';
    const sum = rows.reduce(
      (total, row) => total + Number((row[column] ?? '').replaceAll(',', '')),
      0,
    );
    return grouped(String(sum));
  });
}

/** A line of the log of the system that loans pass through, joined by the number of the loan note. */
export const flowColumns: readonly CoreColumn[] = [
  { heading: '流水号', path: 'eventId' },
  {
    heading: '环节代码',
    path: 'eventType',
    ...coded([
      'LEAD',
      'PARTNER_CHECK',
      'IDENTIFY',
      'NEEDS',
      'MATCH',
      'ACCEPT',
      'INTERVIEW',
      'CREDIT_QUERY',
      'INVESTIGATE',
      'APPRAISE',
      'ASSESS',
      'REVIEW',
      'APPROVE',
      'DISCLOSE',
      'SIGN',
      'REGISTER',
      'DISBURSE_REVIEW',
      'DISBURSE',
      'PAY',
      'RECONCILE',
      'CLASSIFY',
      'ARCHIVE',
      'POST_CHECK',
      'COLLECT',
      'CHANGE',
      'EVALUATE',
      'CARE',
    ]),
  },
  { heading: '处理时间', path: 'at', write: moment },
  { heading: '处理人', path: 'actorId' },
  { heading: '处理岗位', path: 'post' },
  { heading: '授权有效', path: 'authorisationValid', write: flag },
];

export function flowRows(loans: readonly Loan[]): readonly (readonly string[])[] {
  const rows = loans.flatMap((loan, index) =>
    listAt(loan, 'events').map((event) => [
      noteNumber(loan, index),
      ...flowColumns.map(({ path = '', write = String }) => {
        const said = saidAt(event, path);
        return said === undefined ? '' : write(said);
      }),
    ]),
  );
  return [['借据编号', ...flowColumns.map(({ heading }) => heading)], ...rows];
}

/** The same with the slips that people and programs make, each told of in `examples/exports/README.md`. */
export function faultyCoreRows(loans: readonly Loan[]): readonly (readonly string[])[] {
  const rows = coreRows(loans).map((row) => [...row]);
  const column = (heading: string) => coreColumns.findIndex((one) => one.heading === heading);
  const set = (row: number, heading: string, cell: string | ((said: string) => string)) => {
    const cells = rows[row] ?? [];
    const at = column(heading);
    cells[at] = typeof cell === 'string' ? cell : cell(cells[at] ?? '');
  };
  // typed in 万元 where all others are in 元
  set(3, '贷款金额', (said) => fixed(String(Number(said.replaceAll(',', '')) / 10_000)));
  set(5, '证件号码', '3.20E+17');
  set(7, '合同到期日', '20270230');
  set(8, '产品代码', '09');
  set(9, '贷款余额', '#REF!');
  set(11, '借据编号', () => rows[10]?.[0] ?? '');
  rows[13]?.splice(column('放款时间'), 3);
  const sums = rows.length - 1;
  set(sums, '放款金额', (said) => grouped(String(Number(said.replaceAll(',', '')) + 100_000)));
  return rows;
}

/** As core systems write tables: CRLF, quotes where they are needed. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${papaparse.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n' },
  )}\r\n`;
}

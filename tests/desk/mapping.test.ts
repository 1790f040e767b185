import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from 'vitest';

import {
  changedMapping,
  draftedMapping,
  type MappingChange,
} from '../../src/desk/mapping/change.ts';
import { type HeldTable, heldTables } from '../../src/desk/mapping/held.ts';
import { columnReading } from '../../src/desk/mapping/reading.ts';
import { searchedFields } from '../../src/desk/mapping/search.ts';
import { offeringOf } from '../../src/desk/mapping/targets.ts';
import { type MappingView, mappingView } from '../../src/desk/mapping/view.ts';
import { readMapping } from '../../src/intake/mapping.ts';
import { tablesIn } from '../../src/io/tables.ts';
import { shouze } from '../cli/harness.ts';
import { shipped } from '../evaluate/shipped.ts';
import { tableOf } from '../intake/tables.ts';

const folder = 'examples/exports';
const { program, subject } = shipped();
const zh = { language: 'zh', isUnmasked: false };
const shippedText = readFileSync(join(folder, 'loan-book.mapping.yaml'), 'utf8');
let book: readonly HeldTable[];

beforeAll(async () => {
  book = await held('loan-book.xlsx');
}, 60_000);

async function held(...files: readonly string[]): Promise<readonly HeldTable[]> {
  const reads = await Promise.all(files.map((file) => tablesIn(join(folder, file))));
  return heldTables(reads.flatMap((one) => ('tables' in one ? one.tables : [])));
}

function named(sheet: string): string {
  return `${join(folder, 'loan-book.xlsx')}!${sheet}`;
}

/** The lines that a change takes out and puts in. */
async function difference(change: MappingChange, text = shippedText): Promise<string> {
  const [before, after] = [text, await changedMapping(program, book, text, change)].map((one) =>
    one.split('\n'),
  );
  const [old = [], made = []] = [before, after];
  const start = old.findIndex((line, at) => line !== made[at]);
  if (start < 0) return '';
  let end = 0;
  while (old.at(-1 - end) === made.at(-1 - end) && end < old.length - start) end += 1;
  return [
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...made.slice(start, made.length - end).map((line) => `+${line}`),
  ].join('\n');
}

test.each([['loan-book.xlsx'], ['core-loans.csv', 'core-flow.csv']])(
  'the draft of %s is that of the command line',
  async (...files) => {
    const { out } = await shouze('import', 'columns', ...files.map((file) => join(folder, file)));
    const text = await draftedMapping(program, await held(...files), { language: 'zh' });
    expect(text).toBe(out);
  },
);

describe('a mapping of git changes in what was changed alone', () => {
  const [main, papers] = [named('贷款台账'), named('资料清单')];
  test.each<[string, MappingChange, string]>([
    [
      'another field',
      { kind: 'column', table: main, heading: '贷款用途', to: 'application.purposeText' },
      `-    贷款用途: application.purposeCode
+    贷款用途: application.purposeText`,
    ],
    [
      'no field',
      { kind: 'column', table: main, heading: '产品', to: undefined },
      `-    产品: application.productCode`,
    ],
    [
      'a field of an amount, with the unit of its heading',
      {
        kind: 'column',
        table: main,
        heading: '房产/成交价（万元）',
        to: 'appraisals[1].appraisedValue',
      },
      `-      to: transaction.contractPrice
+      to: appraisals[1].appraisedValue`,
    ],
    [
      'another unit',
      {
        kind: 'unit',
        table: main,
        heading: '房产/首付款（万元）',
        times: undefined,
        unit: '',
      },
      `-    房产/首付款（万元）:
-      to: transaction.downPaymentAmount
-      times: 10000
-      unit: 万元
+    房产/首付款（万元）: transaction.downPaymentAmount`,
    ],
    [
      'what a word means',
      { kind: 'code', table: papers, heading: '资料名称', cell: '身份证', word: 'ID_CARD' },
      `-      资料名称: docType
+      资料名称:
+        to: docType
+        codes:
+          身份证: ID_CARD`,
    ],
    [
      'a time of day',
      { kind: 'time', table: main, heading: '放款/时间', time: '12:00' },
      `-    放款/时间: disbursements[1].disbursedAt
+    放款/时间:
+      to: disbursements[1].disbursedAt
+      time: '12:00'`,
    ],
    [
      'a column that may be wanting',
      { kind: 'optional', table: main, heading: '申请/金额（万元）', isOptional: true },
      `+      optional: true`,
    ],
    [
      'what is so of every row',
      { kind: 'fixed', table: main, path: 'application.channel', value: '网点' },
      `+    application.channel: OUTLET`,
    ],
    [
      'no longer so',
      { kind: 'fixed', table: main, path: 'meta.branchId', value: undefined },
      `-    meta.branchId: '0101'`,
    ],
    [
      'the column with the number',
      { kind: 'key', table: papers, heading: '资料编号' },
      `-    key: 申请编号
+    key: 资料编号`,
    ],
    ['what is complete', { kind: 'complete', path: 'loan', isComplete: true }, `+  - loan`],
    ['what is not', { kind: 'complete', path: 'documents', isComplete: false }, `-  - documents`],
    [
      'a table that is not used',
      { kind: 'role', table: named('流程'), role: 'none' },
      `-  - list: events
-    name: 流程
-    key: 申请编号
-    columns:
-      序号: eventId
-      环节: eventType
-      时间: at
-      操作人: actorId
-      岗位: post
-      授权有效: authorisationValid`,
    ],
    ['nothing of a table that is not there', { kind: 'key', table: 'x', heading: 'y' }, ''],
  ])('%s', async (_, change, expected) => {
    expect(await difference(change)).toBe(expected);
  });

  test('a column that a draft left as a comment is taken where it stands', async () => {
    const draft = await draftedMapping(program, book, { language: 'zh' });
    const change: MappingChange = {
      kind: 'column',
      table: main,
      heading: '房产/首付款（万元）',
      to: 'transaction.downPaymentAmount',
    };
    expect(await difference(change, draft)).toBe(
      `-    # "房产/首付款（万元）": { to: "transaction.downPaymentAmount", times: 10000, unit: "万元" }   # 近似，请核对： 首付款金额
+    "房产/首付款（万元）": { to: "transaction.downPaymentAmount", times: 10000, unit: "万元" }`,
    );
  });

  test('a table under another name is the same table', async () => {
    const text = shippedText.replace('name: 贷款台账', 'name: 台账2025');
    const change: MappingChange = { kind: 'role', table: main, role: 'main' };
    expect(await changedMapping(program, book, text, change)).toBe(shippedText);
  });

  test('a table becomes a list with the columns that are called as its fields', async () => {
    const without = await changedMapping(program, book, shippedText, {
      kind: 'role',
      table: papers,
      role: 'none',
    });
    const change: MappingChange = { kind: 'role', table: papers, role: { list: 'documents' } };
    expect(await difference(change, without.replace('  - documents\n', ''))).toBe(
      `+  - name: 资料清单
+    list: documents
+    key: 申请编号
+    columns:
+      资料编号: documentId
+      原件已核对: originalSeen`,
    );
  });
});

test('what is no mapping is shown as that, and not changed', async () => {
  const text = 'format: 1\ntable: [';
  const view = await mappingView(program, book, text, zh);
  expect(view.isSound).toBe(false);
  expect(view.problems.length).toBeGreaterThan(0);
  expect(view.tables.map(({ role }) => role)).toEqual(book.map(() => 'none'));
  const change: MappingChange = { kind: 'complete', path: 'loan', isComplete: true };
  expect(await changedMapping(program, book, text, change)).toBe(text);
});

test('the shipped mapping is sound, and all that it takes can be read', async () => {
  const view = await mappingView(program, book, shippedText, zh);
  expect(view.isSound).toBe(true);
  expect(view.problems).toEqual([]);
  const columns = view.tables.flatMap((table) => table.columns);
  expect(columns.flatMap(({ problems }) => problems)).toEqual([]);
  expect(columns.flatMap(({ cells }) => cells.filter(({ wrong }) => wrong))).toEqual([]);
  await expect(`${shownLines(view).join('\n')}\n`).toMatchFileSnapshot('expected/loan-book.txt');
});

test('of a faulty book each cell says why it cannot be read', async () => {
  const faulty = await held('loan-book-faulty.xlsx');
  const view = await mappingView(program, faulty, shippedText, zh);
  const wrong = view.tables.flatMap(({ name, columns }) =>
    columns.flatMap(({ letter, cells }) =>
      cells.flatMap((cell) =>
        cell.wrong === undefined
          ? []
          : [
              `${name.slice(name.indexOf('!') + 1)} ${letter}${cell.row} ${cell.written}: ${cell.wrong}`,
            ],
      ),
    ),
  );
  await expect(`${wrong.join('\n')}\n`).toMatchFileSnapshot('expected/loan-book-faulty.txt');
});

test('problems stand at their column or table', async () => {
  const text = shippedText
    .replace('产品: application.productCode', '产品: application.productCod')
    .replace('贷款用途: application.purposeCode', '用途: application.purposeCode')
    .replace('list: approvals', 'list: approval')
    .replace('complete:\n', 'complete:\n  - guarantees\n');
  const view = await mappingView(program, book, text, zh);
  expect(view.isSound).toBe(false);
  const at = view.tables.flatMap(({ name, columns, problems }) => [
    ...problems.map((problem) => `${name.split('!')[1]}: ${problem.text}`),
    ...columns.flatMap(({ letter, heading, problems: own }) =>
      own.map((problem) => `${letter} ${heading}: ${problem.text}`),
    ),
  ]);
  expect([...at, ...view.problems.map(({ text: said }) => said)]).toEqual([
    '贷款台账: 4 个单元格是公式，按文件中保存的计算结果读取',
    'D 产品: 没有字段 `application.productCod`；您是否想写 `application.productCode`',
    expect.stringContaining('undefined 用途: '),
    expect.stringContaining('审批: 没有字段 `approval`'),
    '没有字段 `guarantees`',
    '`approvals` 没有对应的列或子表，不能申明已经取全',
  ]);
});

test('guesses find the fields of the shipped mappings', async () => {
  const found: string[] = [];
  let all = 0;
  const samples = [
    ['loan-book', ['loan-book.xlsx']],
    ['core-loans', ['core-loans.csv', 'core-flow.csv']],
  ] as const;
  for (const [name, files] of samples) {
    const path = join(folder, `${name}.mapping.yaml`);
    const { value } = readMapping({ name: path, text: readFileSync(path, 'utf8') }, program);
    const tables = await held(...files);
    const mapped = value ? [value.mapping.main, ...value.mapping.lists] : [];
    for (const { name: table, list, columns } of mapped) {
      const offering = offeringOf(program, subject, list?.join('.'));
      const own = tables.find((one) => one.table.name.includes((table ?? '').replace(/\*.*/u, '')));
      for (const { heading, field } of columns) {
        const at = own?.titles.indexOf(heading) ?? -1;
        const cells =
          own?.rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '') ?? [];
        all += 1;
        const [first, ...others] = offering.search('', heading, cells).slice(0, 5);
        if (first?.field === field) found.push('first');
        else if (others.some((one) => one.field === field)) found.push('among');
      }
    }
  }
  // who looks for it finds it in the first lines of the list, and mostly as the first
  expect(all).toBe(142);
  expect(found.length).toBeGreaterThanOrEqual(139);
  expect(found.filter((one) => one === 'first').length).toBeGreaterThanOrEqual(126);
});

test.each([
  // what is left out of the heading makes the other one a special case
  ['债务收入比', '45.36%', 'affordability.totalDebtRatio'],
  ['偿债能力/债务收入比', '45.36%', 'affordability.totalDebtRatio'],
  ['压力情景债务收入比', '45.36%', 'affordability.stressTotalDebtRatio'],
  ['价值层级', '', 'customerProfile.valueTier'],
  ['调整前价值层级', '', 'customerProfile.previousValueTier'],
  ['贷款期限（月）', '360', 'loan.termMonths'],
  ['公积金贷款期限（月）', '360', 'loan.providentFundTermMonths'],
  // of a file there is one number
  ['认定月收入', '15,660.00', 'affordability.monthlyIncome'],
  ['偿债能力/认定月收入（元）', '15660', 'affordability.monthlyIncome'],
  ['Recognised monthly income', '15660', 'affordability.monthlyIncome'],
  ['申报月收入', '15660', 'incomes[1].declaredMonthly'],
])('of the headings of files %s, with %s below it, is guessed to be %s', (heading, cell, path) => {
  const { guess } = offeringOf(program, subject, undefined);
  expect(guess(heading, cell === '' ? [] : [cell])?.path).toBe(path);
});

test.each([
  // the words that stand below decide, though one of them is the bank's own
  [undefined, '产品', ['个人住房贷款', '个人消费贷款', '循环经营贷'], 'application.productCode'],
  [undefined, '产品', ['稳健理财', '意外险'], 'offers[1].productName'],
  [undefined, '产品代码', ['01', '03'], 'application.productCode'],
  ['events', '环节', ['线索', '需求分析'], 'eventType'],
  ['events', '序号', ['V01', 'V02'], 'eventId'],
  ['documents', '资料名称', ['借款申请表', '身份证件'], 'docType'],
  // in a table of 资料 a heading need not say so
  ['documents', '有效期至', ['2036-05-10'], 'validTo'],
])('of the list %s, %s with %s below it is guessed to be %s', (list, heading, cells, path) => {
  const { guess } = offeringOf(program, subject, list);
  expect(guess(heading, cells)?.path).toBe(path);
});

test('a sheet of which half the headings are close to fields of a list is that list', async () => {
  const text = await draftedMapping(program, book, { language: 'zh' });
  const { tables } = await mappingView(program, book, text, zh);
  expect(tables.at(-1)).toMatchObject({ name: named('流程'), role: 'list', list: 'events' });
});

test('a field is found by the heading of one’s own', () => {
  const asked = { table: named('流程'), heading: '环节', query: '环节', language: 'zh' };
  const [first] = searchedFields(program, book, shippedText, asked);
  expect(first?.path).toBe('eventType');
});

test('a table of which next to nothing is known is told from one of files', async () => {
  const unlike = async (text: string) => {
    const tables = await heldTables([tableOf('a.csv', text)]);
    const draft = await draftedMapping(program, tables, { language: 'zh' });
    return (await mappingView(program, tables, draft, zh)).isUnlike;
  };
  expect(await unlike('姓名|金额\n张三|100\n李四|200')).toBe(true);
  expect(await unlike('合同号|申请金额|贷款金额|客户经理\nD1|100|90|S1\nD2|90|80|S2')).toBe(false);
});

test('of the headings of a list a total is not what is meant', () => {
  const { guess } = offeringOf(program, subject, 'incomes');
  expect(guess('认定月收入', ['15660'])?.path).toBe('recognisedMonthly');
});

test.each([
  ['首付', 'zh', 'transaction.downPaymentAmount'],
  ['down pay', 'en', 'transaction.downPaymentAmount'],
  ['交易 首付款', 'zh', 'transaction.downPaymentAmount'],
  ['loan.ltv', 'zh', 'loan.ltv'],
])('a field is found by %s', (query, language, path) => {
  const asked = { table: named('贷款台账'), heading: '', query, language };
  const [first] = searchedFields(program, book, shippedText, asked);
  expect(first?.path).toBe(path);
});

test('a whole column is counted, and what cannot be read comes first', async () => {
  const rows = [
    '编号|日期',
    ...Array.from({ length: 60 }, (_, at) => `${at}|2026/1/${(at % 31) + 1}`),
  ];
  const table = tableOf('a.csv', [...rows, '60|2026/2/30', '61|', '合计|1'].join('\n'));
  const text =
    'format: 1\ntable: { key: 编号, columns: { 编号: meta.dossierId, 日期: meta.asOfDate } }\n';
  const column = { table: 'a.csv', heading: '日期' };
  const reading = await columnReading(program, await heldTables([table]), text, column, zh);
  expect(reading).toMatchObject({ rows: 62, isAll: true, blank: 1, wrong: 1 });
  expect(reading?.words[0]).toMatchObject({ row: 62, written: '2026/2/30', count: 1 });
  expect(reading?.words[1]).toMatchObject({ written: '2026/1/1', becomes: '2026-01-01', count: 2 });
});

test('names and numbers of people are masked until they are asked for', async () => {
  const cells = async (isUnmasked: boolean) => {
    const view = await mappingView(program, book, shippedText, { language: 'zh', isUnmasked });
    const columns = view.tables.flatMap((table) => table.columns);
    return columns
      .filter(({ heading }) => ['姓名或名称', '证件号码'].includes(heading))
      .flatMap((column) => column.cells.flatMap(({ written, becomes = '' }) => [written, becomes]));
  };
  const [masked, open] = [await cells(false), await cells(true)];
  expect(masked.every((text) => text.includes('*'))).toBe(true);
  expect(open.some((text) => text.includes('*'))).toBe(false);
});

/** A mapping as lines to be read by eye. */
function shownLines(view: MappingView): readonly string[] {
  return view.tables.flatMap(({ name, role, list = '', key, columns, fixed }) => [
    `# ${name.slice(name.indexOf('!') + 1)} ${role} ${list} ${key}`,
    ...columns.map(({ letter, heading, field, guess, cells }) => {
      const to = field ?? guess;
      const title = to ? [...to.within, to.title].join(' › ') : '';
      const said = cells.slice(0, 2).map(({ written, becomes = '' }) => `${written} → ${becomes}`);
      return `${letter} ${heading} | ${field ? '' : '? '}${title} ${to?.kind ?? ''} | ${said.join('; ')}`;
    }),
    ...fixed.map(({ field, value }) => `= ${[...field.within, field.title].join(' › ')}: ${value}`),
  ]);
}

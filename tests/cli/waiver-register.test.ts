import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { workbookBytes } from '../../src/xlsx/workbook.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { put, shouze, spawned, temporary } from './harness.ts';

const shipped = 'examples/inspection/waivers.csv';
const own = readFileSync('examples/dossiers/0009-waived.yaml', 'utf8');
/** The sample without the exception that it lists. */
const loan = own.replace(/^waivers:\n(?: .*\n)+/mu, '');

const titles = [
  '卷宗',
  '例外编号',
  '规则',
  '审批人',
  '岗位',
  '审批日',
  '理由',
  '生效日',
  '截止日',
] as const;

const valid: Readonly<Record<(typeof titles)[number], string>> = {
  卷宗: 'D-2026-000009',
  例外编号: 'EX-1',
  规则: 'APR-005',
  审批人: 'S-RV1',
  岗位: '审查岗',
  审批日: '2026-09-02',
  理由: '成交价平稳，已书面复核',
  生效日: '2026-09-02',
  截止日: '2026-10-02',
};

type Entry = Readonly<Partial<Record<(typeof titles)[number], string>>>;

function registerOf(...entries: readonly Entry[]): string {
  const rows = entries.map((entry) => {
    const all = { ...valid, ...entry };
    return titles.map((title) => all[title]).join(',');
  });
  return `${[titles.join(','), ...rows].join('\n')}\n`;
}

/** The report of the sample by a register, and the codes that were complained of. */
async function checked(register: string, ...args: readonly string[]) {
  const folder = temporary();
  const file = put(folder, 'loan.yaml', loan);
  const path = put(folder, 'waivers.csv', register);
  const run = await shouze('check', file, '--waivers', path, '--format', 'json', ...args);
  const report = run.out === '' ? undefined : (JSON.parse(run.out) as CheckReport);
  return { ...run, report, codes: [...run.err.matchAll(/\[(?<code>waivers\/[a-z-]+)\]/gu)] };
}

function told(report: CheckReport | undefined): readonly string[] {
  return (report?.dossiers ?? []).flatMap(({ outcomes }) =>
    outcomes
      .filter(({ rule }) => rule.startsWith('waiver/') || rule === 'APR-005')
      .map(({ rule, element, status }) => [rule, element, status].filter(Boolean).join(' ')),
  );
}

test('a register as it is shipped covers what the sample lists itself', async () => {
  const file = put(temporary(), 'loan.yaml', loan);
  const run = async (...args: readonly string[]) =>
    shouze('check', file, '--format', 'json', ...args);
  const without = JSON.parse((await run()).out) as CheckReport;
  expect(told(without)).toEqual(['APR-005 fail']);
  expect(without.waivers).toBe(undefined);
  const { out, code, err } = await run('--waivers', shipped);
  const report = JSON.parse(out) as CheckReport;
  expect([told(report), code, err]).toEqual([['APR-005 waived'], 0, '']);
  expect(report.summary.waivers).toEqual({ valid: 1, refused: {} });
  expect(report.waivers).toMatchObject({ file: shipped, entries: 1, dossiers: 1 });
  expect(report.waivers?.digest).toMatch(/^sha256:[0-9a-f]{64}$/u);
  const waived = report.dossiers[0]?.outcomes.find(({ status }) => status === 'waived');
  expect(waived?.waiver?.text).toEqual({
    zh: 'waivers[EX-2026-0031]（waivers.csv 第2行）：理由：同小区近三个月成交价平稳，押品评估岗已书面复核，原评估价值维持有效；依据材料：复核意见书（2026）第31号',
    en: 'waivers[EX-2026-0031] (waivers.csv row 2): reason: 同小区近三个月成交价平稳，押品评估岗已书面复核，原评估价值维持有效; evidence: 复核意见书（2026）第31号',
  });
  const seen = waived?.seen?.find(({ path }) => path.endsWith('.approvedBy'));
  expect(seen?.cell).toEqual({ sheet: 'waivers.csv', row: 2, column: 'E', heading: '审批人' });
}, 60_000);

describe('an exception of a register', () => {
  test.each<[string, Entry, readonly string[]]>([
    ['as it should be', {}, []],
    ['with its day written otherwise', { 审批日: '2026年9月2日', 生效日: '20260902' }, []],
    ['whose post is a code', { 岗位: 'REVIEWER' }, []],
    ['without a reason', { 理由: '' }, ['no-reason']],
    ['by another post', { 岗位: '档案管理岗' }, ['wrong-post']],
    ['by who handles the file', { 审批人: 'S-CM3' }, ['by-the-officer']],
    ['by who investigated', { 审批人: 'S-INV1' }, ['by-an-incompatible']],
    ['that has ended', { 截止日: '2026-09-02' }, ['out-of-period']],
    ['that runs for years', { 截止日: '2030-01-01' }, ['too-long']],
    ['approved afterwards', { 审批日: '2026-09-20' }, ['approved-late']],
    ['without an approver', { 审批人: '' }, ['incomplete']],
    ['of no rule', { 规则: 'APR-05' }, ['unknown-rule']],
  ])('%s', async (_, entry, problems) => {
    const { report } = await checked(registerOf(entry));
    const found = problems.map((problem) => `waiver/${problem} EX-1 fail`);
    expect(told(report)).toEqual([
      `APR-005 ${problems.length === 0 ? 'waived' : 'fail'}`,
      ...found,
    ]);
    const at = report?.dossiers[0]?.outcomes.find(({ rule }) => rule.startsWith('waiver/'))?.at;
    if (found.length > 0) expect(at).toMatchObject({ line: 2, cell: { row: 2 } });
  });

  test('goes by the post that its approver held by the staff register', async () => {
    const staff = ['--staff', 'examples/staff/register.yaml'];
    expect(told((await checked(registerOf({}), ...staff)).report)).toEqual(['APR-005 waived']);
    const { report } = await checked(registerOf({ 审批人: 'S-AR1' }), ...staff);
    expect(told(report)).toEqual(['APR-005 fail', 'waiver/wrong-post EX-1 fail']);
  });

  test('stands in the place of one of the same number in the file', async () => {
    const folder = temporary();
    const file = put(folder, 'loan.yaml', own);
    const path = put(folder, 'waivers.csv', registerOf({ 例外编号: 'LW1', 理由: '' }));
    const { out } = await shouze('check', file, '--waivers', path, '--format', 'json');
    const report = JSON.parse(out) as CheckReport;
    expect(told(report)).toEqual(['APR-005 fail', 'waiver/no-reason LW1 fail']);
    const other = put(folder, 'others.csv', registerOf({ 理由: '' }));
    const both = await shouze('check', file, '--waivers', other, '--format', 'json');
    expect(told(JSON.parse(both.out) as CheckReport)).toEqual([
      'waiver/no-reason EX-1 fail',
      'APR-005 waived',
    ]);
  });
});

test('a table, a workbook and a list say the same', async () => {
  const folder = temporary();
  const file = put(folder, 'loan.yaml', loan);
  const csv = put(folder, 'waivers.csv', registerOf({ 理由: '' }));
  const fields = {
    例外编号: 'EX-1',
    ruleId: 'APR-005',
    approvedBy: 'S-RV1',
    post: 'REVIEWER',
    approvedOn: '2026-09-02',
    from: '2026-09-02',
    until: '2026-10-02',
  };
  const record = { dossier: valid['卷宗'], ...fields };
  const yaml = put(folder, 'waivers.yaml', `waivers:\n  - ${JSON.stringify(record)}\n`);
  const xlsx = join(folder, 'waivers.xlsx');
  const columns = titles.map((title) => ({ key: '', title, width: 12 }));
  const cells = titles.map((title) => (title === '理由' ? '' : valid[title]));
  const sheet = { name: '例外', heading: [], columns, rows: [cells] };
  writeFileSync(xlsx, await workbookBytes({ sheets: [sheet] }));
  for (const path of [csv, yaml, xlsx]) {
    const { out } = await shouze('check', file, '--waivers', path, '--format', 'json');
    expect(told(JSON.parse(out) as CheckReport)).toEqual([
      'APR-005 fail',
      'waiver/no-reason EX-1 fail',
    ]);
  }
}, 60_000);

describe('of a register it is told', () => {
  test.each<[string, string, string, string]>([
    [
      'that a row names no dossier',
      registerOf({}, { 卷宗: '' }),
      'waivers/row-refused',
      'APR-005 waived',
    ],
    [
      'that two are of the same',
      registerOf({}, { 例外编号: 'EX-2' }),
      'waivers/twice',
      'APR-005 waived',
    ],
    [
      'that a day does not exist',
      registerOf({ 审批日: '2026-09-31' }),
      'dossier/impossible-date',
      'APR-005 fail',
    ],
  ])('%s; the rest is judged', async (_, register, code, says) => {
    const { report, code: exit } = await checked(register);
    expect(exit).toBe(2);
    expect(told(report)).toContain(says);
    const problems = report?.dossiers.flatMap(({ diagnostics }) => diagnostics);
    expect(problems?.map((one) => one.code)).toEqual([code]);
    expect(problems?.[0]?.cell?.row).toBe(register.split('\n').length - 1);
  });

  test('that one may follow another: their days do not overlap', async () => {
    const next = { 例外编号: 'EX-2', 生效日: '2026-10-03', 截止日: '2026-12-02' };
    const { report, err } = await checked(registerOf({}, next));
    expect([told(report), err]).toEqual([['APR-005 waived'], '']);
  });

  test('which dossiers were not checked, and which columns are not read', async () => {
    const register = registerOf({ 卷宗: 'D-2026-000009' }, { 卷宗: 'D-1' }).replace('理由', '批注');
    const { codes, report } = await checked(register);
    expect(codes.map(([, code]) => code)).toEqual([
      'waivers/unknown-heading',
      'waivers/other-dossier',
    ]);
    expect(told(report)).toContain('waiver/no-reason EX-1 fail');
  });

  test.each([
    ['columns are missing', registerOf({}).replace('截止日', '备注'), 'waivers/not-a-register'],
    ['there is none', '', 'table/empty'],
  ])('nothing is judged where %s', async (_, register, code) => {
    const { out, err, code: exit } = await checked(register);
    expect([out, exit]).toEqual(['', 2]);
    expect(err).toContain(`[${code}]`);
  });
});

test('reports say which register it was, and by what posts in it go', async () => {
  const file = put(temporary(), 'loan.yaml', loan);
  const staff = ['--staff', 'examples/staff/register.yaml'];
  for (const [lang, typed, lookedUp] of [
    ['zh', '1 项，涉及 1 份卷宗，审批人岗位以台账所写为准', '审批人岗位按员工名册核对'],
    [
      'en',
      '1 for 1 dossier; posts of approvers are taken as it has them',
      'posts of approvers are looked up in the staff register',
    ],
  ] as const)
    for (const format of ['pretty', 'html']) {
      const args = ['check', file, '--waivers', shipped, '--format', format, '--lang', lang];
      expect((await shouze(...args)).out).toContain(typed);
      expect((await shouze(...args, ...staff)).out).toContain(lookedUp);
    }
}, 60_000);

test('threads judge by the same register, and a recorded run is judged by it again', () => {
  const folder = temporary();
  put(folder, 'dossiers/1.yaml', loan);
  put(folder, 'dossiers/2.yaml', own.replaceAll('D-2026-000009', 'D-2026-000010'));
  const dossiers = join(folder, 'dossiers');
  const record = join(folder, 'record.db');
  const args = ['check', dossiers, '--waivers', shipped, '--format', 'ndjson'];
  const [one, two] = ['1', '2'].map((jobs) => spawned([...args, '--jobs', jobs]));
  expect(one?.out.match(/"status":"waived"/gu)).toHaveLength(2);
  expect(two?.out).toBe(one?.out);
  expect(spawned([...args, '--record', record]).code).toBe(one?.code);
  const again = spawned(['audit', 'replay', '1', '--record', record, '--dossiers', dossiers]);
  expect([again.err, again.code]).toEqual(['', 0]);
}, 120_000);

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { HandOversReport, RingReport } from '../../src/report/json-format.ts';
import { shouze, temporary } from '../cli/harness.ts';

const book = readFileSync('examples/customer-book/first-mortgage.yaml', 'utf8');

/** A file of the customer book, changed. */
function file(name: string, ...changes: readonly (readonly [string | RegExp, string])[]): string {
  const text = changes.reduce(
    (before, [from, to]) => {
      if (before.replace(from, '') === before) throw new Error(`not in it: ${String(from)}`);
      return before.replace(from, to);
    },
    book.replace('D-2026-000201', name),
  );
  const path = join(temporary(), `${name}.yaml`);
  writeFileSync(path, text);
  return path;
}

const need = (more: string) =>
  [
    /^newNeeds: \[\]$/mu,
    `newNeeds:\n  - { needId: Q1, raisedDate: 2026-11-20, line: ASSET, leadId: L-NEXT${more} }`,
  ] as const;
const settled = [/^ {2}status: NORMAL$/mu, '  status: SETTLED'] as const;

describe('shouze ring', () => {
  test('opens tasks, counts rounds and shows where files stand', async () => {
    const first = file('D-FIRST', need(', answeredDate: 2026-11-20'));
    const next = file('D-NEXT', need(''), [/leadId: L-\S+$/mu, 'leadId: L-NEXT']);
    const { code, out, err } = await shouze(
      'ring',
      first,
      next,
      '--today',
      '2026-11-30',
      '--format',
      'json',
    );
    const { summary, tasks, customers, standings } = JSON.parse(out) as RingReport;
    expect([code, err]).toEqual([1, '']);
    expect(summary).toMatchObject({ files: 2, customers: 1, rounds: 2 });
    expect(tasks.map(({ file: id, state, due, element }) => [id, state, due, element])).toEqual([
      ['D-NEXT', 'late', '2026-11-23', 'Q1'],
      ['D-FIRST', 'done', '2026-11-23', 'Q1'],
    ]);
    expect(customers[0]?.rounds.map((one) => [one.file, one.cameFrom])).toContainEqual([
      'D-NEXT',
      'D-FIRST',
    ]);
    expect(standings.map(({ stage, step }) => [stage, step])).toEqual([
      ['follow-up-service', 'post-loan-check'],
      ['follow-up-service', 'post-loan-check'],
    ]);
  });

  test('opens nothing after a withdrawal or with a complaint, and says why', async () => {
    const open = file('D-OPEN', need(''));
    const angry = file(
      'D-ANGRY',
      [
        /^requests: \[\]$/mu,
        'requests: [{ requestId: R1, requestType: COMPLAINT, receivedDate: 2026-11-20 }]',
      ],
      [
        /consentType: MARKETING$/mu,
        'consentType: MARKETING\n    withdrawnAt: "2026-11-01T09:00:00+08:00"',
      ],
    );
    const { code, out } = await shouze('ring', open, angry, '--today', '2026-11-21');
    expect(code).toBe(0);
    expect(out).toContain('营销同意已撤回，没有重新同意；有投诉尚未办结');
    expect(out).not.toMatch(/[\u4E00-\u9FFF]{2}\d{6}/u);
  });

  test('draws a file on the ring, in both languages', async () => {
    for (const lang of ['zh', 'en']) {
      const path = join(temporary(), `ring.${lang}.html`);
      const given = ['ring', 'examples/customer-book', '--today', '2026-11-30', '--lang', lang];
      const { code } = await shouze(...given, '--format', 'html', '--out', path);
      expect(code).toBe(0);
      const page = readFileSync(path, 'utf8');
      expect(page.match(/fill-opacity="0.14"/gu)).toHaveLength(3);
      expect(page).toContain(lang === 'zh' ? '● 贷后检查与风险分类' : '● Post-loan checks');
    }
  });

  test.each([
    ['no files', [], '没有给出卷宗'],
    ['an impossible day', ['examples/customer-book', '--today', '2026-02-30'], '2026-02-30'],
    ['an unknown format', ['examples/customer-book', '--format', 'pdf'], 'xlsx'],
    ['a customer of no file', ['examples/customer-book', '--customer', 'C0'], 'C0'],
    ['a workbook without a file', ['examples/customer-book', '--format', 'xlsx'], '--out'],
  ])('%s', async (_, args, says) => {
    const { code, err } = await shouze('ring', ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('shouze handovers', () => {
  test('tells waits between posts, twice the same bytes, and vacancies by the register', async () => {
    const args = ['handovers', 'examples/customer-book', '--format', 'json'];
    const staff = ['--staff', 'examples/staff/register.yaml'];
    const { code, out, err } = await shouze(...args, ...staff);
    expect([code, err]).toEqual([1, '']);
    expect((await shouze(...args, ...staff)).out).toBe(out);
    const { summary, waits, duties, clashes } = JSON.parse(out) as HandOversReport;
    expect(summary).toMatchObject({ files: 3, untold: 0 });
    expect(waits.find(({ key }) => key.join() === 'APPROVER,CONTRACT_OFFICER')).toMatchObject({
      count: 3,
      workingDays: { known: 3, total: 9, median: 3 },
    });
    expect(clashes).toEqual([]);
    const nobody = duties?.vacancies.filter(({ state }) => state === 'nobody');
    expect(nobody?.map(({ post }) => post)).toContain('AML_OFFICER');
  });

  test('finds a manager who reviews another file of the same customer, with files and events', async () => {
    const own = file('D-OWN', settled);
    const other = file('D-OTHER', [/actorId: S-RV1/u, 'actorId: S-CM1']);
    const { code, out } = await shouze('handovers', own, other, '--format', 'json');
    const { clashes } = JSON.parse(out) as HandOversReport;
    expect(code).toBe(1);
    const [clash] = clashes.filter(({ scope }) => scope === 'customer');
    expect(clash).toMatchObject({
      actor: 'S-CM1',
      month: '2026-09',
      posts: ['CUSTOMER_MANAGER', 'REVIEWER'],
    });
    expect(clash?.acts[1]).toMatchObject([{ file: 'D-OTHER', event: 'V08' }]);
  });

  test('a period takes its first and last day; CSV has the waits', async () => {
    const period = ['--from', '2026-10-08', '--until', '2026-10-12', '--format', 'csv'];
    const { out } = await shouze('handovers', 'examples/customer-book', ...period);
    expect(out.trim().split('\r\n').slice(1)).toEqual([
      '审批人 → 合同岗,3,0,9,3,3,3,70.7,70.7,0',
      '审查岗 → 审批人,3,0,3,1,1,1,24,24,0',
    ]);
  });

  test.each([
    ['no files', [], '没有给出卷宗'],
    ['an unknown grouping', ['examples/customer-book', '--by', 'offcier'], 'officer'],
    [
      'a period that ends before it begins',
      ['examples/customer-book', '--from', '2026-02-01', '--until', '2026-01-01'],
      '早于',
    ],
  ])('%s', async (_, args, says) => {
    const { code, err } = await shouze('handovers', ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

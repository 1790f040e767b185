import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readWorkbook } from '../../src/io/workbook.ts';
import type { AppraisalReport } from '../../src/report/json-format.ts';
import { put, shouze, temporary } from './harness.ts';

const files = ['examples/dossiers/0002-down-payment-short.yaml'];
const staff = ['--staff', 'examples/staff/register.yaml'];
const year = ['--from', '2026-01-01', '--until', '2026-12-31'];

test('from a check over its ledger to an appraisal, an objection to it, and its record', async () => {
  const folder = temporary();
  const at = (name: string) => join(folder, name);
  const ledger = ['--ledger', at('ledger.ndjson'), '--by', 'S-QA1', '--today', '2026-11-25'];
  await shouze('check', ...files, '--format', 'ndjson', '--out', at('run.ndjson'));
  await shouze('ledger', 'take', at('run.ndjson'), ...ledger);
  await shouze('ledger', 'move', '--rule', 'RSK-007', '--to', 'issued', ...ledger);

  const appraise = (...args: readonly string[]) =>
    shouze(
      'appraise',
      ...files,
      '--scheme',
      'risk',
      ...year,
      ...staff,
      '--findings',
      at('ledger.ndjson'),
      ...args,
    );
  const { out } = await appraise('--format', 'json');
  const { sheets } = JSON.parse(out) as AppraisalReport;
  const [line] = sheets.flatMap(({ officer, violations }) =>
    violations.filter(({ why }) => why === null).map((one) => ({ ...one, officer })),
  );
  expect(line).toMatchObject({ rule: 'RSK-007', points: '12', repeat: false });
  const officer = line?.officer ?? '';

  const book = at('sheet.xlsx');
  expect((await appraise('--officer', officer, '--format', 'xlsx', '--out', book)).code).toBe(0);
  expect((await appraise('--format', 'xlsx', '--out', book)).err).toContain('已存在');
  const read = await readWorkbook(book);
  if ('problem' in read) throw new Error(read.problem.code);
  const rows = read.sheets.flatMap(({ rows: all }) => all.map(({ cells }) => cells));
  const head = rows.find((cells) => cells.includes('line') && cells.includes('finding')) ?? [];
  const finding = rows.find((cells) => cells.includes(line?.line ?? '')) ?? [];
  const filled = finding.map((cell, index) => (head[index] === 'objection' ? '复议' : cell));
  put(
    folder,
    'back.csv',
    [head, filled]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\n'),
  );
  const objected = await appraise('--officer', officer, '--objections', at('back.csv'));
  expect(objected).toMatchObject({ code: 0, err: '' });
  expect(objected.out).toContain('本期违规积分：0～12');

  const records = await appraise('--officer', officer, '--format', 'record');
  expect(JSON.parse(records.out)).toMatchObject({
    scorecard: { postFamily: 'RISK', staffId: officer, violationPoints: 12 },
  });
  const sound = await appraise('--officer', officer, '--format', 'docx', '--out', at('papers'));
  expect(sound.err).toContain('1份考评表');
});

test.each([
  ['no scheme', [...year, ...staff], '| marketing |'],
  ['an unknown scheme', ['--scheme', 'marketting', ...year, ...staff], 'marketing'],
  ['no register', ['--scheme', 'risk', ...year], '--staff'],
  ['no period', ['--scheme', 'risk', ...staff], '--month 2026-10'],
  ['an impossible month', ['--scheme', 'risk', '--month', '2026-13', ...staff], '2026-13'],
  ['a month and days', ['--scheme', 'risk', '--month', '2026-10', ...year, ...staff], '--month'],
  ['nobody', ['--scheme', 'risk', '--officer', 'S-NOBODY', ...year, ...staff], 'S-NOBODY'],
  ['no place for a workbook', ['--scheme', 'risk', ...year, ...staff, '--format', 'xlsx'], '--out'],
])('%s is told in both languages', async (_, args, says) => {
  const { code, err } = await shouze('appraise', ...files, ...args);
  expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  expect(err).toMatch(/[a-z]{3}/u);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readByOthers, typeOver } from '../io/others.ts';
import { shouze, temporary } from './harness.ts';

const book = 'examples/exports/loan-book.xlsx';
const mapping = ['--mapping', 'examples/exports/loan-book.mapping.yaml'];
const dossier = 'D-2026-000000-2026-0102';
const finding = `${dossier}/DEC-010/Y1`;

test('one loan from a cell of a workbook to closure, and gone when the cell is put right', async () => {
  const folder = temporary();
  const at = (name: string) => join(folder, name);
  const ledger = (...args: readonly string[]) =>
    shouze('ledger', ...args, '--ledger', at('ledger.ndjson'));

  // more was approved than had been asked for
  await typeOver(book, at('third.xlsx'), '审批', { H2: 140 });
  const third = ['check', at('third.xlsx'), ...mapping, '--today', '2026-11-25'];
  const seen = await shouze(...third);
  expect(seen.code).toBe(1);
  expect(seen.out).toContain('批准金额1,400,000元超过申请的1,305,000元。');
  expect(seen.out).toContain('工作表「审批」第2行 H列「批准金额（万元）」');

  // the branch confirms the facts before it is told what to do
  for (const paper of ['confirmation', 'notice'])
    // eslint-disable-next-line no-await-in-loop -- one after the other
    await shouze(...third, '--format', paper, '--paper', 'md', '--out', at(`${paper}.md`));
  const confirmation = readFileSync(at('confirmation.md'), 'utf8');
  expect(confirmation).toContain('批准金额1,400,000元超过申请的1,305,000元。所见数据：');
  expect(confirmation).toContain('\n0101分行：\n');
  expect(confirmation).toContain('□无异议 □有异议');
  expect(confirmation).not.toContain('撤回原批复');
  expect(readFileSync(at('notice.md'), 'utf8')).toContain('撤回原批复，按申请要素重新审批');

  await shouze(...third, '--outcomes', 'all', '--format', 'ndjson', '--out', at('third.ndjson'));
  const taken = await ledger('take', at('third.ndjson'), '--by', 'S-QA1', '--today', '2026-11-25');
  expect(taken.out).toContain(finding);
  expect((await ledger('list', '--state', 'to-confirm')).out).toContain(`${finding}  待确认`);
  const issued = ['move', finding, '--to', 'issued', '--due', '2026-12-31', '--by', 'S-QA1'];
  expect((await ledger(...issued, '--today', '2026-11-26')).out).toBe('1 项变更为“已下发”\n');

  // the workbook goes out, is filled in, and comes back
  const out = ['out', '--state', 'issued', '--out', at('out.xlsx'), '--today', '2026-11-26'];
  expect((await ledger(...out)).code).toBe(0);
  // who filled it in does not lose it to a second call
  expect((await ledger(...out)).err).toContain('已存在');
  const [sheet] = await readByOthers(at('out.xlsx'));
  const row = sheet?.rows.findIndex((cells) => cells.includes(finding)) ?? -1;
  const keys = sheet?.rows.find((cells) => cells.includes('measures')) ?? [];
  const cell = (key: string) => `${String.fromCodePoint(65 + keys.indexOf(key))}${row + 1}`;
  await typeOver(at('out.xlsx'), at('back.xlsx'), '问题台账', {
    [cell('measures')]: '撤回原批复，按申请金额重新审批',
    [cell('done')]: '20261210',
    // what is personal is not kept
    [cell('evidence')]: '重新出具的批复，客户证件110101199003077758',
    [cell('opinion')]: '无异议',
    // not a column of the branch: it is left
    [cell('due')]: '2027-12-31',
  });
  const back = ['merge', at('back.xlsx'), '--by', 'S-BR1', '--today', '2026-12-11'];
  expect((await ledger(...back)).out).toBe('核对 1 行，更新 1 项，状态变更 2 次\n');
  expect((await ledger('list', '--state', 'to-accept')).out).toContain('限 2026-12-31');

  // closed by two people, of whom neither worked on the file
  const close = (by: string, day: string) =>
    ledger('move', finding, '--to', 'closed', '--by', by, '--today', day);
  expect((await close('S-CM133', '2026-12-15')).code).toBe(2);
  expect((await close('S-QA1', '2026-12-15')).out).toContain('须由另一人认定');
  expect((await close('S-QA1', '2026-12-16')).code).toBe(2);
  expect((await close('S-QA2', '2026-12-16')).out).toBe('1 项变更为“已销号”\n');

  // the next run, of the workbook as it was before
  const fourth = ['check', book, ...mapping, '--today', '2026-12-20', '--outcomes', 'all'];
  await shouze(...fourth, '--format', 'ndjson', '--out', at('fourth.ndjson'));
  const next = await ledger('take', at('fourth.ndjson'), '--by', 'S-QA1', '--today', '2026-12-20');
  expect(next.out).toContain(`消失：\n  ${finding}\n`);
  await expect((await ledger('show', finding)).out).toMatchFileSnapshot('expected/desk.zh.txt');
  expect((await ledger('verify')).code).toBe(0);
  expect(readFileSync(at('ledger.ndjson'), 'utf8')).not.toContain('199003077758');
}, 120_000);

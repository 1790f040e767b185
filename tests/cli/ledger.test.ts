import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readWorkbook } from '../../src/io/workbook.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { shouze, temporary } from './harness.ts';

const short = 'examples/dossiers/0002-down-payment-short.yaml';
const early = 'examples/dossiers/0003-signed-before-approval.yaml';
const finding = 'D-2026-000002/RSK-007';

/** A ledger that a run was taken into, in a folder of its own. */
async function taken(...dossiers: readonly string[]) {
  const folder = temporary();
  const [run, ledger] = [join(folder, 'run.ndjson'), join(folder, 'ledger.ndjson')];
  await shouze('check', ...dossiers, '--format', 'ndjson', '--out', run);
  const ask = (...args: readonly string[]) =>
    shouze('ledger', ...args, '--ledger', ledger, '--today', '2026-11-25');
  const first = await ask('take', run, '--by', 'S-QA1');
  return { folder, run, ledger, ask, first };
}

test('from doubt to closure, by the people that may', async () => {
  const { folder, ask, first, run, ledger } = await taken(short, early);
  expect(first.out).toContain('新增 3 项，仍在 0 项，消失 0 项，屡查屡犯 0 项');
  // gates that are closed by what was found are no findings of their own
  expect(first.out).not.toContain('/gate');
  expect((await ask('take', run, '--by', 'S-QA1')).err).toContain('没有重复登记');

  const move = (to: string, by: string, ...more: readonly string[]) =>
    ask('move', finding, '--to', to, '--by', by, ...more);
  expect((await move('closed', 'S-QA1')).err).toContain('可以变更为：已下发（issued');
  expect((await ask('move', '--rule', 'RSK-007', '--to', 'issued', '--by', 'S-QA1')).out).toBe(
    '1 项变更为“已下发”\n',
  );
  const book = join(folder, 'register.xlsx');
  await ask('out', '--out', book);
  const read = await readWorkbook(book);
  const sheet = 'sheets' in read ? read.sheets[0] : undefined;
  const keys = sheet?.rows.find(({ cells }) => cells.includes('finding'))?.cells ?? [];
  const head = sheet?.rows.at(-1)?.cells[keys.indexOf('head')] ?? '';
  expect((await ask('verify', '--head', head)).code).toBe(0);
  const back = join(folder, 'back.csv');
  writeFileSync(
    back,
    `finding,measures,done,evidence,opinion,objection,head\n${finding},补足,2026年11月20日,凭证,,,${head}\n`,
  );
  expect((await ask('merge', back, '--by', 'S-BR1')).out).toBe(
    '核对 1 行，更新 1 项，状态变更 2 次\n',
  );
  expect((await ask('merge', back, '--by', 'S-BR1')).out).toContain('更新 0 项');
  expect((await move('closed', 'S-BR1')).err).toContain('两名无关人员');
  // somebody who acted on the file
  expect((await move('closed', 'S-CM2')).err).toContain('两名无关人员');
  expect((await move('closed', 'S-QA1')).out).toContain('须由另一人认定');
  expect((await move('closed', 'S-QA1')).err).toContain('须由另一人复核认定');
  expect((await move('closed', 'S-QA2')).out).toBe('1 项变更为“已销号”\n');
  for (const language of ['zh', 'en'])
    await expect((await ask('show', finding, '--lang', language)).out).toMatchFileSnapshot(
      `expected/ledger.${language}.txt`,
    );

  // found again, it is a repeated finding
  const again = join(folder, 'again.ndjson');
  await shouze('check', short, '--format', 'ndjson', '--lang', 'zh', '--out', again);
  const back2 = await ask('take', again, '--by', 'S-QA1');
  expect(back2.out).toContain('新增 0 项，仍在 0 项，消失 0 项，屡查屡犯 1 项');
  expect((await ask('list', '--state', 'to-confirm', '--rule', 'RSK-007')).out).toContain(
    '第 2 次',
  );
  expect(readFileSync(ledger, 'utf8').split('\n').length).toBeGreaterThan(10);
}, 120_000);

test('what two people found mistaken is told apart, and counts again when its file changes', async () => {
  const { folder, ask, ledger } = await taken(short);
  const check = async (path: string) => {
    const out = join(folder, 'out.json');
    const args = ['check', path, '--ledger', ledger, '--format', 'json', '--out', out];
    const { code } = await shouze(...args);
    const report = JSON.parse(readFileSync(out, 'utf8')) as CheckReport;
    return { code, report, outcome: report.dossiers[0]?.outcomes[0] };
  };
  expect((await check(short)).code).toBe(1);
  const cases = join(folder, 'RSK-007.cases.yaml');
  const move = ['move', finding, '--to', 'mistaken', '--why', '含公积金提取额'];
  await ask(...move, '--by', 'S-QA1');
  // one person is not enough
  expect((await check(short)).code).toBe(1);
  const second = await ask(...move, '--by', 'S-QA2', '--dossier', short, '--case', cases);
  expect(second.out).toBe('1 项变更为“误判”\n');
  expect(existsSync(cases)).toBe(true);
  expect(readFileSync(cases, 'utf8')).toContain('含公积金提取额');

  const { code, report, outcome } = await check(short);
  expect(code).toBe(0);
  expect(outcome).toMatchObject({ finding, status: 'fail', suppressed: true });
  expect(report.summary).toMatchObject({
    fail: 1,
    defects: [],
    suppressed: { findings: 1, fail: 0 },
    glance: { files: 1, after: { files: 0, findings: 0 } },
  });
  expect((await shouze('check', short, '--ledger', ledger)).out).toContain('误判，不计入');

  const changed = join(folder, 'changed.yaml');
  writeFileSync(changed, `${readFileSync(short, 'utf8')}# 更正\n`);
  const after = await check(changed);
  expect(after.code).toBe(1);
  expect(after.outcome?.suppressed).toBeUndefined();
  expect(after.report.summary).toMatchObject({ suppressed: { findings: 0, fail: 1 } });
}, 120_000);

test('a run at a glance, of its NDJSON or its JSON, the same', async () => {
  const { folder, run, ledger } = await taken(short, early);
  const json = join(folder, 'run.json');
  await shouze('check', short, early, '--format', 'json', '--out', json);
  const glance = async (path: string, ...more: readonly string[]) =>
    JSON.parse(
      (await shouze('glance', path, '--format', 'json', ...more)).out,
    ) as CheckReport['summary']['glance'];
  const report = JSON.parse(readFileSync(json, 'utf8')) as CheckReport;
  const { rates, ...whole } = report.summary.glance;
  expect(await glance(run)).toEqual({ ...whole, rates });
  // a report as JSON has the rules that it names alone, and so the rates that are not 0
  const { rates: some, ...ofJson } = await glance(json);
  expect(ofJson).toEqual(whole);
  expect(some).toEqual(
    rates.filter(({ severity }) => some.some((one) => one.severity === severity)),
  );
  const against = await glance(run, '--against', json, '--ledger', ledger);
  expect(against).toMatchObject({ after: { files: 2 }, against: { judged: 2 } });
});

test('a call that cannot be is told in one line, and nothing is written', async () => {
  const { ask, ledger, folder } = await taken(short);
  const before = readFileSync(ledger, 'utf8');
  for (const [args, says] of [
    [[], 'shouze ledger take | list'],
    [['mvoe'], '您是否想写 / did you mean move'],
    [['move', finding, '--to', 'issued'], '--by S-1'],
    [['move', '--to', 'issued', '--by', 'S-1'], 'say which findings'],
    [['move', 'D-2026-000002/RSK-008', '--to', 'issued', '--by', 'S-1'], 'RSK-007'],
    [['move', finding, '--to', 'isued', '--by', 'S-1'], 'issued'],
    [['move', finding, '--to', 'mistaken', '--by', 'S-1'], '--why'],
    [['take', short, '--by', 'S-1'], '[ledger/not-a-run]'],
    [['merge', join(folder, 'none.xlsx'), '--by', 'S-1'], '[io/missing-file]'],
  ] as const) {
    const { code, err } = await ask(...args);
    expect([args, code, err]).toEqual([args, 2, expect.stringContaining(says)]);
  }
  expect(readFileSync(ledger, 'utf8')).toBe(before);
});

test('people are looked up in the staff register where one is given', async () => {
  const { ledger } = await taken(short);
  const day = ['--today', '2026-12-25', '--ledger', ledger];
  const staff = ['--staff', 'examples/staff/register.yaml', ...day];
  const move = (by: string) =>
    shouze('ledger', 'move', finding, '--to', 'issued', '--by', by, ...staff);
  expect((await move('S-NOBODY')).err).toContain('查无此人');
  expect((await move('S-RV1')).out).toContain('已下发');
}, 60_000);

import { spawn } from 'node:child_process';
import process from 'node:process';

import { expect, test } from 'vitest';

import { UsageError } from '../../src/cli/call.ts';
import { loadRulebook } from '../../src/cli/load.ts';
import { workersFor, type WorkerSetting } from '../../src/cli/workers.ts';
import type { Text } from '../../src/report/result.ts';
import { put, shouze, temporary } from './harness.ts';

const rulebook = 'tests/codes/fixture';
/** Some batches of them, some sound, some not, some no dossiers. */
const count = 2000;

function line(number: number): string {
  const dossier = {
    meta: { dossierId: `D-${number % 1500}` },
    application: { productCode: 'HOUSING', purposeText: '购房'.repeat(60) },
    parties: [{ partyId: 'P1', name: '张三', birthDate: '1990-05-01' }],
    transaction: { contractPrice: 1_000_000, onlineSigningDate: '2024-10-08' },
    loan: {
      amount: number % 7 === 0 ? 900_000 : 800_000,
      termMonths: number % 11 === 0 ? 'long' : 360,
      executedRate: 0.0305,
    },
  };
  const text = JSON.stringify(dossier);
  return number % 97 === 0 ? text.slice(0, -3) : text;
}

function book(): string {
  const lines = Array.from({ length: count }, (_, number) => line(number));
  return put(temporary(), 'book.ndjson', `${lines.join('\n')}\n`);
}

function settingOf(digest = loadRulebook(rulebook).digest): WorkerSetting {
  const asked = { engine: '', options: {}, languages: ['zh'], unmasked: false };
  const how = { stamp: undefined, isWhole: false, kind: undefined, isColoured: false };
  return { ...asked, ...how, rulebook, digest };
}

const small = { bytes: 0, total: 1_000_000 };

test.each(['ndjson', 'json', 'pretty'])(
  'any number of threads gives the same bytes: %s',
  async (format) => {
    const path = book();
    const args = ['check', path, '--rulebook', rulebook, '--format', format];
    const alone = await shouze(...args, '--jobs', '1');
    expect(alone.code).toBe(2);
    expect(alone.out.length).toBeGreaterThan(10_000);
    expect(await shouze(...args, '--jobs', '3')).toMatchObject({
      code: alone.code,
      out: alone.out,
      err: alone.err,
    });
  },
  240_000,
);

test.each(['0', '65', '-1', 'two', '1.5'])('no number of threads: %s', async (jobs) => {
  const { code, err } = await shouze('check', 'x.json', '--rulebook', rulebook, `--jobs=${jobs}`);
  expect([code, err]).toEqual([2, expect.stringContaining(`--jobs ${jobs}`)]);
});

test('no thread is started for one job, nor for little work unless it is asked for', async () => {
  const texts: readonly Text[] = [{ source: { name: 'a.json', text: line(1) } }];
  expect(workersFor(1, settingOf(), small).ofTexts(texts)).toBeUndefined();
  expect(workersFor(undefined, settingOf(), small).ofTexts(texts)).toBeUndefined();
  const asked = workersFor(2, settingOf(), small);
  const results = await asked.ofTexts(texts);
  expect(results?.map(({ record }) => [record.id, record.verdict])).toEqual([['D-1', 'pass']]);
  await asked.close();
}, 120_000);

test('a rulebook that is no longer what it was is not judged by', async () => {
  const workers = workersFor(2, settingOf('sha256:another'), small);
  const judged = workers.ofTexts([{ source: { name: 'a.json', text: line(1) } }]);
  await expect(judged).rejects.toThrow(UsageError);
  await workers.close();
}, 120_000);

test('a thread that breaks fails what it was given, and keeps nobody waiting', async () => {
  const workers = workersFor(2, settingOf(), small);
  const judged = workers.ofTexts(JSON.parse('[{}]') as readonly Text[]);
  await expect(judged).rejects.toThrow(TypeError);
  await workers.close();
}, 120_000);

test('interrupted, it tells what it judged, and ends', async () => {
  const child = spawn(process.execPath, [
    'bin/shouze.js',
    'check',
    '-',
    `--rulebook=${rulebook}`,
    '--jobs=2',
    '--format=ndjson',
  ]);
  let out = '';
  let isStopped = false;
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  child.stdout.on('data', (data: Uint8Array) => {
    out += String(data);
    if (out.includes('D-40"') && !isStopped) isStopped = child.kill('SIGINT');
  });
  child.stdin.on('error', () => {});
  for (let number = 0; number < 50; number += 1) child.stdin.write(`${line(number)}\n`);
  expect(await ended).toBe(2);
  const foot = JSON.parse(out.trim().split('\n').at(-1) ?? '') as object;
  expect(foot).toMatchObject({ summary: { stopped: true } });
}, 240_000);

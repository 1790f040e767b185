import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { engineVersion } from '../../src/cli/sound.ts';
import { openChecklist } from '../../src/desk/checklist.ts';
import type { Desk } from '../../src/desk/desk.ts';
import {
  bookDownload,
  type Download,
  type DownloadSetting,
  reportDownload,
  type ReportDownload,
  workpaperReport,
} from '../../src/desk/downloads.ts';
import { type Setting, settingOf } from '../../src/desk/setting.ts';
import { judgeFiles, reportOfWork } from '../../src/desk/work.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { shouze } from '../cli/harness.ts';
import { again, textsAt } from './judged.ts';
import { shippedDesk } from './shipped.ts';

const samples = ['examples/dossiers/0005-income-proof-missing.yaml', 'examples/customer-book'];
const today = '2026-11-30';
const folder = mkdtempSync(join(tmpdir(), 'shouze-'));

let desk: Desk;
let setting: Setting;
let report: CheckReport;

beforeAll(async () => {
  desk = { ...shippedDesk(), version: engineVersion() };
  setting = await settingOf(desk, {}, { today, languages: desk.languages, unmasked: false });
  report = reportOfWork(await judgeFiles(setting, textsAt(...samples), { again }));
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function made(
  format: ReportDownload,
  more: Partial<DownloadSetting> = {},
  of = report,
): Promise<Download | undefined> {
  const { sha256 } = nodePlatform;
  const { program } = desk;
  return reportDownload(format, of, { program, language: 'zh', sha256, ...more });
}

/** What the command line writes, a file or a folder of them by name. */
async function written(format: string, name: string, ...more: readonly string[]) {
  const out = join(folder, name);
  await shouze('check', ...samples, '--today', today, '--format', format, '--out', out, ...more);
  return out;
}

/** A name without the digits of the digest, which change with every word of the rulebook. */
function nameOf(download: Download | undefined): string {
  return (download?.name ?? '').replace(`-${desk.digest.slice(7, 15)}-`, '-');
}

function sha(bytes: Uint8Array): string {
  return nodePlatform.sha256(bytes);
}

const of = 'personal-loan-0.1.0-2026-11-30';

describe('is what the command line writes, to the byte', () => {
  test.each<[ReportDownload, string, string]>([
    ['json', `检查结果-${of}.json`, 'application/json'],
    [
      'register',
      `问题台账-${of}.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ])('%s', { timeout: 60_000 }, async (format, name, type) => {
    const download = await made(format);
    expect([nameOf(download), download?.type]).toEqual([name, type]);
    const bytes = readFileSync(await written(format, name));
    expect(sha(download?.bytes ?? new Uint8Array())).toBe(sha(bytes));
  });

  test.each<[ReportDownload, 'docx' | 'html']>([
    ['confirmation', 'docx'],
    ['notice', 'docx'],
    ['notice', 'html'],
    ['workpaper', 'docx'],
  ])('%s as %s', { timeout: 120_000 }, async (format, paper) => {
    const told =
      format === 'workpaper'
        ? await workpaperReport(setting, textsAt(...samples), { language: 'zh', again })
        : report;
    const download = await made(format, { paper }, told);
    const out = await written(format, `${format}-${paper}`, '--paper', paper);
    const theirs = readdirSync(out).map((name) => [name, sha(readFileSync(join(out, name)))]);
    const { name = '', bytes = new Uint8Array() } = download ?? {};
    const ours = name.endsWith('.zip')
      ? Object.entries(unzipSync(bytes)).map(([one, content]) => [one, sha(content)])
      : [[name, sha(bytes)]];
    expect(new Map(ours as [string, string][])).toEqual(new Map(theirs as [string, string][]));
  });

  test('a blank check-list', { timeout: 60_000 }, async () => {
    const asked = { options: { today }, language: 'zh', unmasked: false };
    const list = await openChecklist(desk, textsAt(...samples), asked);
    const { workbook } = list.book([]);
    const download = await bookDownload('checklist', workbook, report, 'zh');
    expect(nameOf(download)).toBe(`人工核查表-${of}.xlsx`);
    const bytes = readFileSync(await written('checklist', 'list.xlsx'));
    expect(sha(download.bytes)).toBe(sha(bytes));
  });
});

test('lines say what the report says, and are read as a run', { timeout: 60_000 }, async () => {
  const [lines, whole] = [await made('ndjson'), await made('json')];
  const glances = [];
  for (const one of [lines, whole]) {
    const path = join(folder, one?.name ?? '');
    writeFileSync(path, one?.bytes ?? '');
    const { out, code } = await shouze('glance', path, '--format', 'json');
    expect(code).toBe(0);
    glances.push(out);
  }
  expect(glances[0]).toBe(glances[1]);
});

test('a page, and the totals in words', async () => {
  const text = async (format: ReportDownload, language: string) =>
    new TextDecoder().decode((await made(format, { language }))?.bytes);
  expect(await text('html', 'en')).toMatch(/^<!doctype html>\n<html lang="en">/u);
  expect(await text('glance', 'zh')).toContain('总体');
});

describe('names', () => {
  test.each([
    ['zh', '检查报告-personal-loan-0.1.0-2026-11-30.html'],
    ['en', 'check-report-personal-loan-0.1.0-2026-11-30.html'],
  ])('in %s', async (language, name) => {
    expect(nameOf(await made('html', { language }))).toBe(name);
  });

  test('lead nowhere, whatever a rulebook calls itself', async () => {
    const rulebook = { ...report.rulebook, id: '../../<a>|"b":*?', version: '1\u0000\n' };
    expect(nameOf(await made('json', {}, { ...report, rulebook }))).toBe(
      '检查结果-.._.._a_b_-1_-2026-11-30.json',
    );
  });
});

test('nothing is written of a check in which nothing was found', async () => {
  const sound = await judgeFiles(setting, textsAt('examples/dossiers/0001-sound.yaml'));
  expect(await made('notice', {}, reportOfWork(sound))).toBeUndefined();
});

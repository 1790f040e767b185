import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { engineVersion } from '../../src/cli/sound.ts';
import { type AnswerGiven, sheetOfAnswers } from '../../src/desk/answers.ts';
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
import type { PeopleNamed } from '../../src/papers/setting.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { shouze } from '../cli/harness.ts';
import { again, textsAt } from './judged.ts';
import { shippedDesk } from './shipped.ts';
import { htmlText } from '../html-text.ts';

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

describe('work papers tell', () => {
  const sound = 'examples/dossiers/0001-sound.yaml';
  const asked = { language: 'zh', unmasked: false, options: {} };

  async function paperOf(answers: readonly AnswerGiven[], people?: PeopleNamed): Promise<string> {
    const by = await settingOf(
      desk,
      { answers: [sheetOfAnswers(answers)] },
      { today, languages: desk.languages, unmasked: false },
    );
    const told = await workpaperReport(by, textsAt(sound), { language: 'zh', again });
    const download = await made('workpaper', { paper: 'html', ...(people && { people }) }, told);
    return htmlText(new TextDecoder().decode(download?.bytes));
  }

  test('who answered what: number and name, with the remark of customers masked', async () => {
    const { files } = await openChecklist(desk, textsAt(sound), asked);
    const [file] = files;
    if (!file) throw new Error('the sample is asked about');
    const { dossier, digest, lines } = file;
    const [first] = lines;
    const second = lines.find(({ element, isBoth }) => element === '' && !isBoth);
    const answer = (
      line: (typeof lines)[number] | undefined,
      given: AnswerGiven['answer'],
      remark: string,
    ): AnswerGiven => ({
      rule: line?.rule ?? '',
      element: line?.element ?? '',
      dossier,
      digest,
      rulebook: desk.digest,
      answer: given,
      page: '7',
      remark,
      checker: 'H0231 王敏',
      date: '2026-11-28',
    });
    const name = /name: (?<name>\p{Script=Han}{2,})/u.exec(readFileSync(sound, 'utf8'))?.groups?.[
      'name'
    ];
    const text = await paperOf([
      answer(first, 'pass', `与${name}本人核对`),
      answer(second, 'not-applicable', '本笔无此环节'),
    ]);
    expect(name).toBeDefined();
    expect(text).not.toContain(name);
    expect(text).toMatch(
      /人工核查的答复.*合规\s+H0231 王敏，2026-11-28，影像第 7 页：与.\*+本人核对/su,
    );
    expect(text).toMatch(/不适用的规则及原因.*H0231 王敏，2026-11-28，影像第 7 页：本笔无此环节/su);
  });

  test('what a reviewer said of answers, and of what nobody reviewed', async () => {
    const { files } = await openChecklist(desk, textsAt(sound), asked);
    const [file] = files;
    if (!file) throw new Error('the sample is asked about');
    const { dossier, digest, lines } = file;
    const given = lines
      .slice(0, 2)
      .map(({ rule, element }) => ({ rule, element, dossier, digest }));
    const rest = { rulebook: desk.digest, answer: 'pass', page: '', remark: '' } as const;
    const who = { checker: 'H0231', date: '2026-11-28' };
    const by = await settingOf(
      desk,
      { answers: [sheetOfAnswers(given.map((one) => ({ ...one, ...rest, ...who })))] },
      { today, languages: desk.languages, unmasked: false },
    );
    const told = await workpaperReport(by, textsAt(sound), { language: 'zh', again });
    const { digest: _, ...line } = given[0] ?? { rule: '', element: '', dossier, digest };
    const said = { says: 'return', reviewer: 'H0300 李静', date: '2026-11-29', of: '' } as const;
    const reviews = [
      { ...line, ...said, remark: '客户电话13900139000应删去' },
      { dossier: '', rule: '', element: '', ...said, says: 'agree', remark: '' } as const,
    ];
    const download = await made('workpaper', { paper: 'html', reviews }, told);
    const text = htmlText(new TextDecoder().decode(download?.bytes));
    expect(text).toContain('退回，H0300 李静，2026-11-29：客户电话139****9000应删去');
    expect(text).toMatch(/复核意见\s+同意，H0300 李静，2026-11-29/u);
    expect(text).toContain('未复核');
  });

  test('who checks and who reviews, where no scheme says it', async () => {
    const text = await paperOf([], { inspectors: 'H0231 王敏', reviewers: 'H0300 李静' });
    expect(text).toMatch(/检查人\s+H0231 王敏\s+复核人\s+H0300 李静/u);
    expect(text).toMatch(/检查人（H0231 王敏）/u);
    expect(await paperOf([])).toMatch(/检查人\s+未填\s+复核人\s+未填/u);
  });
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

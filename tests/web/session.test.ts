import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  type Browser,
  type BrowserContext,
  chromium as playwright,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { copied, edit } from '../cli/harness.ts';
import { htmlText } from '../html-text.ts';
import {
  chromium,
  downloaded,
  graveFaults,
  reason,
  type SharedPage,
  sharedPage,
  shouze,
  type Written,
  writtenPage,
} from './harness.ts';

const samples = ['0001-sound.yaml', '0008-signed-after-reform.yaml'].map((name) =>
  join(process.cwd(), 'examples', 'dossiers', name),
);
const passPhrase = '检查组第三小组2026';

let written: SharedPage;
/** A rulebook of two rules, of which a person answers one, and its page, which opens at once: work is saved alike of any. */
const slightRules = mkdtempSync(join(tmpdir(), 'shouze-slight-'));
for (const part of ['fixture', 'by-hand'])
  cpSync(`tests/codes/${part}`, slightRules, { recursive: true });
let slight: Written;
const slightAddress = () => pathToFileURL(slight.path).href;
let browser: Browser;
let server: Server;
/** The page of the slight rulebook at a host without encryption. */
let plainAddress: string;

beforeAll(async () => {
  if (chromium === undefined) return;
  written = sharedPage();
  slight = writtenPage(['--rulebook', slightRules]);
  const html = readFileSync(slight.path);
  server = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  plainAddress = `http://desk.bank.example:${(server.address() as AddressInfo).port}/`;
  browser = await playwright.launch({
    executablePath: `/usr/bin/${chromium}`,
    args: ['--no-sandbox', '--host-resolver-rules=MAP desk.bank.example 127.0.0.1'],
  });
}, 120_000);

afterAll(async () => {
  rmSync(slightRules, { recursive: true, force: true });
  if (chromium === undefined) return;
  slight.remove();
  await browser.close();
  server.close();
});

/** Tabs that share one store. */
async function newTabs(locale = 'zh-CN'): Promise<BrowserContext> {
  return browser.newContext({ locale, acceptDownloads: true });
}

async function tabIn(context: BrowserContext, hash = '', address?: string): Promise<Page> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto((address ?? pathToFileURL(written.path).href) + hash);
  await page.locator('[data-open="true"]').waitFor({ timeout: 60_000 });
  return page;
}

/** Gives files, the samples unless said otherwise, and goes to their check-list. */
async function listed(
  page: Page,
  files: Parameters<Page['setInputFiles']>[1] = samples,
): Promise<void> {
  await page.locator('a[href="#/check"]').first().click();
  await page.locator('main input[type=file][multiple]').first().setInputFiles(files);
  await page.locator('a[href="#/checklist"]').first().click();
  await page.locator('.line').first().waitFor({ timeout: 30_000 });
}

async function signed(page: Page): Promise<void> {
  await page.locator('#who').fill('S-12');
  await page.locator('#when').fill('2026-11-28');
  await page.locator('.line').first().focus();
}

function loanOf(id: string): string {
  return JSON.stringify({
    meta: { dossierId: id },
    application: { productCode: 'HOUSING', purposeText: '购买住房' },
    parties: [{ partyId: 'P1', name: '张三', birthDate: '1990-05-01' }],
    transaction: { contractPrice: 1_000_000, onlineSigningDate: '2024-10-08' },
    loan: { amount: 800_000, termMonths: 360, executedRate: 0.0305 },
  });
}

/** Files of the slight rulebook. */
const loans = ['D-1', 'D-2'].map((id) => ({
  name: `${id}.json`,
  mimeType: '',
  buffer: Buffer.from(loanOf(id)),
}));

/** Gives files to be judged, and waits until they are. */
async function given(page: Page, files: typeof loans): Promise<void> {
  await page.locator('a[href="#/check"]').first().click();
  await page.locator('main input[type=file][multiple]').first().setInputFiles(files);
  await page.locator('table.files tbody tr').first().waitFor({ timeout: 30_000 });
}

/** Says yes to a pass phrase, and waits until the work is saved. */
async function begun(page: Page): Promise<void> {
  await passPhraseGiven(page);
  await saved(page);
}

async function passPhraseGiven(page: Page): Promise<void> {
  await page.locator('a[href="#/session"]').first().click();
  await page.getByRole('button', { name: '设口令并开始保存' }).click();
  await page.locator('#begin-first').fill(passPhrase);
  await page.locator('#begin-second').fill(passPhrase);
  await page.keyboard.press('Enter');
}

async function saved(page: Page, timeout = 30_000): Promise<void> {
  await page.locator('.saved[data-kind="saved"]').waitFor({ timeout });
}

/** Opens the one session there is. */
async function resumed(page: Page, phrase = passPhrase): Promise<void> {
  await page.locator('a[href="#/session"]').first().click();
  await page.getByRole('button', { name: '继续这项工作' }).first().click();
  await page.locator('#open-first').fill(phrase);
  await page.keyboard.press('Enter');
}

async function progressOf(page: Page): Promise<string> {
  return page.locator('.done').innerText();
}

describe.skipIf(chromium === undefined)(`the check-list on screen${reason}`, () => {
  test('is filled by keys alone, and what comes of it is what the command line makes of its workbook', async () => {
    const page = await tabIn(await newTabs());
    await listed(page);
    // nobody answers without a name
    await page.locator('.line').first().focus();
    await page.keyboard.press('1');
    await expect
      .poll(async () => page.getByRole('alert').innerText())
      .toContain('请先填写核查人和核查日期');
    await expect.poll(async () => progressOf(page)).toContain('已核查0项，共50项');
    await signed(page);
    await page.keyboard.press('1');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('2');
    await page.locator('.line[aria-current] .remark:focus').waitFor();
    await page.keyboard.type('录音缺失');
    await page.keyboard.press('Enter');
    await page.keyboard.press('3');
    await page.locator('.line[aria-current] .remark:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect.poll(async () => progressOf(page)).toContain('已核查2项');
    await page.keyboard.press('3');
    await page.locator('.line[aria-current] .remark:focus').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(async () => progressOf(page)).toContain('已核查3项');
    const states = await page.locator('.line .mark').allInnerTexts();
    expect(states.slice(0, 4)).toEqual(['合规', '不合规', '不适用', '未核查']);
    const { name, bytes } = await downloaded(page, async () =>
      page.getByRole('button', { name: '下载核查表（Excel）' }).click(),
    );
    expect(name).toMatch(/^人工核查表-2026-11-28-personal-loan-[\d.]+-[\da-f]{8}\.xlsx$/u);
    const path = join(written.folder, 'list.xlsx');
    writeFileSync(path, bytes);
    const { out } = shouze(['check', ...samples, '--answers', path, '--format', 'json']);
    const [first] = (JSON.parse(out) as CheckReport).dossiers;
    expect(first?.verdict).toBe('fail');
    const by = first?.outcomes.filter((outcome) => outcome.by);
    expect(by?.map(({ status, by: who }) => [status, who?.name])).toContainEqual(['fail', 'S-12']);
    // it comes back into another page
    const other = await tabIn(await newTabs());
    await listed(other);
    await other.locator('input[accept=".xlsx,.csv"]').setInputFiles(path);
    await other.getByText('已载入3项答复').first().waitFor();
    await expect.poll(async () => progressOf(other)).toContain('已核查3项');
    await other.context().close();
    await page.context().close();
  }, 120_000);

  test('says at its line what does not hold', async () => {
    const page = await tabIn(await newTabs());
    await listed(page);
    await page.locator('#who').fill('S-INV1');
    await page.locator('.line').first().focus();
    await page.keyboard.press('1');
    await page.locator('.line').first().getByText('答复有误').waitFor({ timeout: 30_000 });
    await page.locator('.line').first().click();
    await expect
      .poll(async () => page.locator('.line').first().getByRole('alert').innerText())
      .toContain('S-INV1');
    await page.locator('select').nth(-1).selectOption('wrong');
    await page.context().close();
  }, 120_000);

  test('what is refused, or fails without a reason, does not count; the page of the image is a key away', async () => {
    const page = await tabIn(await newTabs());
    await page.locator('main input[type=file][multiple]').first().setInputFiles(samples);
    await page.getByLabel('检查人').fill('S-12 王敏、S-13');
    await page.locator('a[href="#/checklist"]').first().click();
    await page.locator('.line').first().waitFor({ timeout: 30_000 });
    expect(await page.locator('#who').inputValue()).toBe('S-12 王敏');
    await page.locator('#when').fill('2099-01-01');
    await page.locator('.line').first().focus();
    await page.keyboard.press('1');
    await page.locator('.line').first().locator('.mark.wrong').waitFor({ timeout: 30_000 });
    expect(await page.locator('.line').first().innerText()).toContain('2099-01-01');
    await expect.poll(async () => progressOf(page)).toContain('已核查0项，共50项；1项答复有误');
    await page.locator('#when').fill('2026-11-28');
    await page.locator('.line').nth(1).focus();
    await page.keyboard.press('1');
    await page.keyboard.press('p');
    await page.locator('.line').nth(1).locator('.page:focus').waitFor();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.locator('.line').nth(2).locator('.question').waitFor();
    await page.keyboard.press('2');
    await page.locator('.line[aria-current] .remark:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.locator('.line').nth(2).innerText()).toContain('未写理由');
    await expect
      .poll(async () => progressOf(page))
      .toContain('已核查1项，共50项；1项答复有误，未计入；1项不合规未写');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.locator('.line[aria-current] .remark:focus').waitFor();
    await page.keyboard.type('客户电话13900139000不通');
    await page.keyboard.press('Enter');
    await page.locator('.line').nth(2).getByText('客户电话139****9000不通').waitFor();
    await expect.poll(async () => progressOf(page)).toContain('已核查2项');
    await page.locator('.line').nth(1).click();
    expect(await page.locator('.line .page').inputValue()).toBe('12');
    await page.context().close();
  }, 120_000);

  test('leads to the rule in the manual, and Back to the line', async () => {
    const page = await tabIn(await newTabs());
    await listed(page);
    const line = page.locator('.line').nth(7);
    await line.click();
    const link = line.getByRole('link', { name: '在手册中查看本条' });
    const rule = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    await link.click();
    await page.locator(`.written #${rule}`).waitFor({ timeout: 30_000 });
    await page.goBack();
    await page.locator('.line[aria-current]:focus', { hasText: rule }).waitFor();
    await expect.poll(async () => line.getAttribute('aria-current')).toBe('true');
    // from a file to its own lines, and not to those of all
    await page.locator('a[href="#/check"]').first().click();
    await page.locator('table.files a', { hasText: 'D-2026-000008' }).click();
    await page.getByRole('link', { name: '逐条填写人工核查' }).click();
    await page.locator('.line', { hasText: 'D-2026-000008' }).first().waitFor();
    await expect
      .poll(async () => page.locator('.line', { hasText: 'D-2026-000001' }).count())
      .toBe(0);
    await page.context().close();
  }, 120_000);

  test('can be read and used by everybody', async () => {
    const page = await tabIn(await newTabs());
    await listed(page);
    const nothingGrave = async () => {
      await page.locator('.line').first().waitFor({ timeout: 30_000 });
      expect(await graveFaults(page)).toEqual([]);
      await page.locator('a[href="#/session"]').first().click();
      expect(await graveFaults(page)).toEqual([]);
    };
    await nothingGrave();
    await page.locator('a[href="#/checklist"]').first().click();
    await page.getByRole('button', { name: 'English' }).click();
    await nothingGrave();
    await page.context().close();
  }, 120_000);
});

describe.skipIf(chromium === undefined)(`work that is saved${reason}`, () => {
  test('outlives a reload, a tab that is closed and one that crashes', async () => {
    const context = await newTabs();
    const page = await tabIn(context, '', slightAddress());
    await listed(page, loans);
    await begun(page);
    await page.locator('a[href="#/checklist"]').first().click();
    await signed(page);
    await page.keyboard.press('1');
    await saved(page);
    await page.reload();
    await page.locator('[data-open="true"]').waitFor({ timeout: 60_000 });
    await page.locator('a[href="#/session"]').first().click();
    // what was saved stands before all else
    await page.locator('h1 + h2').getByText('本机保存的工作').waitFor();
    expect(await page.locator('.stored').innerText()).toMatch(/^\d{4}-\d\d-\d\d的检查/u);
    await resumed(page);
    await saved(page);
    // its answers are there; the files are not, for nobody said that they may be kept
    await page.locator('a[href="#/checklist"]').first().click();
    await page.getByText('未随工作保存原文').waitFor();
    await listed(page, loans);
    await expect.poll(async () => progressOf(page)).toContain('已核查1项，共2项');
    // now they are
    await page.locator('a[href="#/session"]').first().click();
    await page.getByLabel('卷宗原文一并保存').check();
    await saved(page);
    await page.close();

    const second = await tabIn(context, '', slightAddress());
    await resumed(second);
    await second.locator('a[href="#/checklist"]').first().click();
    await second.locator('.line').first().waitFor({ timeout: 30_000 });
    await expect.poll(async () => progressOf(second)).toContain('已核查1项，共2项');
    await second.locator('.line').nth(1).focus();
    await second.keyboard.press('1');
    await second
      .locator('.saved[data-kind="saving"]')
      .waitFor()
      .catch(() => {});
    await saved(second);
    await second.goto('chrome://crash').catch(() => {});

    const third = await tabIn(context, '', slightAddress());
    await resumed(third);
    await third.locator('a[href="#/checklist"]').first().click();
    await third.locator('.line').first().waitFor({ timeout: 30_000 });
    await expect.poll(async () => progressOf(third)).toContain('已核查2项，共2项');
    await context.close();
  }, 180_000);

  test('lies in the store without a word that can be read', async () => {
    const context = await newTabs();
    const page = await tabIn(context, '', slightAddress());
    await listed(page, loans);
    await signed(page);
    await page.keyboard.press('1');
    await begun(page);
    await page.getByLabel('卷宗原文一并保存').check();
    await saved(page);
    const stored = await page.evaluate(storedText);
    expect(stored).toContain('{"shouze":"session"');
    for (const word of ['D-1', 'DEM-002', 'S-12', passPhrase]) expect(stored).not.toContain(word);
    await context.close();
  }, 120_000);

  test('is none before a pass phrase is given, and the page says so', async () => {
    const context = await newTabs();
    const page = await tabIn(context, '', slightAddress());
    await listed(page, loans);
    await signed(page);
    await page.keyboard.press('1');
    await expect.poll(async () => page.locator('.saved').innerText()).toBe('未保存');
    expect(await page.evaluate(storedText)).toBe('');
    await page.locator('a[href="#/session"]').first().click();
    await expect
      .poll(async () => page.locator('main').innerText())
      .toContain('浏览器不保存任何内容');
    await context.close();
  }, 120_000);

  test('is not opened by another pass phrase', async () => {
    const context = await newTabs();
    const page = await tabIn(context, '', slightAddress());
    await listed(page, loans);
    await begun(page);
    const other = await tabIn(context, '', slightAddress());
    await resumed(other, `${passPhrase}7`);
    await other.getByText('口令不对').waitFor({ timeout: 30_000 });
    await context.close();
  }, 120_000);

  test('goes on in one tab alone: the second reads, or takes over', async () => {
    for (const address of [slightAddress(), plainAddress]) {
      // eslint-disable-next-line no-await-in-loop -- one store after the other
      await twoTabs(address);
    }
  }, 240_000);

  async function twoTabs(address: string): Promise<void> {
    const context = await newTabs();
    const first = await tabIn(context, '', address);
    await listed(first, loans);
    await begun(first);
    const second = await tabIn(context, '', address);
    await resumed(second);
    await second.getByText('正在另一窗口中办理').first().waitFor({ timeout: 30_000 });
    await expect
      .poll(async () => second.locator('.saved').innerText())
      .toBe('只读：另一窗口正在办理');
    await expect.poll(async () => first.locator('.saved').getAttribute('data-kind')).toBe('saved');
    await second.locator('#open-first').fill(passPhrase);
    await second.keyboard.press('Enter');
    await saved(second);
    await first.locator('.saved[data-kind="reading"]').waitFor({ timeout: 30_000 });
    await first.locator('a[href="#/checklist"]').first().click();
    await first.locator('.line').first().waitFor();
    await expect.poll(async () => first.locator('.line button').first().isDisabled()).toBe(true);
    await context.close();
  }

  test('is not said to be saved where the disk is full, and can be taken as a file', async () => {
    const context = await newTabs();
    const page = await tabIn(context, '', plainAddress);
    // before anything is stored: the browser remembers for a while how much room there is
    const devtools = await context.newCDPSession(page);
    const room = async (quotaSize: number) =>
      devtools.send('Storage.overrideQuotaForOrigin', {
        origin: new URL(plainAddress).origin,
        quotaSize,
      });
    await room(1);
    await listed(page, loans);
    await signed(page);
    await page.keyboard.press('1');
    await passPhraseGiven(page);
    await page.locator('.saved[data-kind="failed"]').waitFor({ timeout: 30_000 });
    await page.getByText('存储空间已满').first().waitFor();
    const { bytes } = await downloaded(page, async () =>
      page.getByRole('button', { name: '另存工作文件' }).first().click(),
    );
    expect(bytes.subarray(0, 19).toString()).toBe('{"shouze":"session"');
    await room(1e9);
    await page.getByRole('button', { name: '再试一次' }).click();
    await saved(page);
    await context.close();
  }, 120_000);

  test('goes to the reviewer as a file with a pass phrase of its own', async () => {
    const context = await newTabs();
    const page = await tabIn(context);
    await listed(page);
    await signed(page);
    await page.keyboard.press('1');
    await page.locator('a[href="#/session"]').first().click();
    await page.getByRole('button', { name: '交复核人' }).click();
    await page.locator('#hand-over-first').fill('复核专用口令2026');
    await page.locator('#hand-over-second').fill('复核专用口令2026');
    const { name, bytes } = await downloaded(page, async () => page.keyboard.press('Enter'));
    expect(name).toMatch(/^检查工作-\d{4}-\d\d-\d\d\.shouze$/u);
    const made = await page.locator('.made').innerText();
    expect(made).toContain(name);
    expect(made).toContain('内含1项答复和2份卷宗的检查结果，不含卷宗原文');
    expect(made).toContain('口令另行');
    const reviewer = await newTabs();
    const theirs = await tabIn(reviewer, '#/session');
    const opened = async (content: Buffer, phrase: string) => {
      await theirs
        .locator('input[accept=".shouze"]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
      await theirs.locator('#file-first').fill(phrase);
      await theirs.keyboard.press('Enter');
    };
    await opened(bytes.subarray(0, -40), '复核专用口令2026');
    await theirs.getByText('文件不完整').waitFor();
    await theirs.getByRole('button', { name: '取消' }).click();
    await opened(Buffer.from('%PDF-1.7'), '复核专用口令2026');
    await theirs.getByText('不是检查工作文件').waitFor();
    await theirs.getByRole('button', { name: '取消' }).click();
    await opened(bytes, '复核专用口令2026');
    const says = '已打开：1项答复，2份卷宗的检查结果，不含卷宗原文';
    await theirs.locator('.opened-work', { hasText: says }).waitFor();
    // it is not stored in the reviewer's browser, and all answers are there without the files
    await theirs.locator('a[href="#/checklist"]').first().click();
    const review = theirs.locator('.review tbody tr').nth(1);
    await review.getByText('S-12，2026-11-28').waitFor({ timeout: 30_000 });
    await expect.poll(async () => theirs.locator('.saved').innerText()).toBe('未保存');
    expect(await theirs.evaluate(storedText)).toBe('');
    await theirs.getByText('以下2份卷宗未随工作保存原文').waitFor();
    await review.getByRole('button', { name: '退回' }).click();
    await expect
      .poll(async () => review.getByRole('alert').innerText())
      .toBe('请先填写复核人和复核日期。');
    await theirs.locator('#reviewer').fill('H0300 李静');
    await review.getByRole('button', { name: '退回' }).click();
    await review.getByText('退回请写明理由').waitFor();
    await review.locator('.remark').fill('请补影像页码');
    await review.locator('.remark').press('Tab');
    await expect
      .poll(async () => theirs.locator('.review summary').innerText())
      .toContain('1项答复，已复核1项');
    // one of the two files again: the other keeps the result that was saved
    await theirs.locator('.restored input[type=file]').setInputFiles(samples.slice(0, 1));
    await theirs.getByText('1份卷宗与保存时一致').waitFor({ timeout: 30_000 });
    await theirs.getByText('以下1份卷宗未随工作保存原文').waitFor();
    await theirs.locator('.line').first().waitFor({ timeout: 30_000 });
    await expect.poll(async () => progressOf(theirs)).toContain('已核查1项');
    await theirs.locator('a[href="#/check"]').first().click();
    await theirs.getByText('D-2026-000008').first().waitFor();
    await theirs.getByLabel('文书格式').selectOption('html');
    const paper = await downloaded(theirs, async () =>
      theirs.getByRole('button', { name: '检查底稿' }).click(),
    );
    const text = htmlText(paper.bytes.toString());
    expect(text).toMatch(/退回，H0300 李静，\d{4}-\d\d-\d\d：请补影像页码/u);
    // where tables are checked instead, nothing of the work that was opened stays among them
    const exports = ['loan-book.xlsx', 'loan-book.mapping.yaml'];
    await theirs
      .locator('main input[type=file][multiple]')
      .first()
      .setInputFiles(exports.map((one) => join(process.cwd(), 'examples', 'exports', one)));
    await theirs.getByRole('button', { name: '改查台账' }).click({ timeout: 60_000 });
    await theirs.locator('#intake').waitFor({ timeout: 60_000 });
    await expect
      .poll(async () => theirs.locator('table.files').innerText())
      .not.toMatch(/D-2026-00000[18]\b(?!-)|!C/u);
    await reviewer.close();
    await context.close();
  }, 180_000);

  test('of another version of the rulebook says so until its files are judged again', async () => {
    const newer = copied(slightRules);
    edit(newer, 'rulebook.yaml', 'version: 1.0.0', 'version: 1.1.0');
    const after = writtenPage(['--rulebook', newer]);
    const context = await newTabs();
    const page = await tabIn(context, '', slightAddress());
    await given(page, loans);
    await page.locator('a[href="#/session"]').first().click();
    await page.getByRole('button', { name: '另存工作文件' }).click();
    await page.locator('#save-first').fill(passPhrase);
    await page.locator('#save-second').fill(passPhrase);
    const { name, bytes } = await downloaded(page, async () => page.keyboard.press('Enter'));
    await page.close();

    const theirs = await tabIn(context, '#/session', pathToFileURL(after.path).href);
    const says = theirs.getByText(/按规则库1\.0\.0版（摘要[^）]*）办理，本页面为1\.1\.0版/u);
    await theirs
      .locator('input[accept=".shouze"]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
    await theirs.locator('#file-first').fill(passPhrase);
    await theirs.keyboard.press('Enter');
    await says.waitFor();
    await begun(theirs);
    await saved(theirs);
    // what was saved of it is still of the other version
    await theirs.reload();
    await theirs.locator('[data-open="true"]').waitFor({ timeout: 60_000 });
    await resumed(theirs);
    await saved(theirs);
    await says.waitFor();
    await given(theirs, loans);
    await theirs.locator('a[href="#/session"]').first().click();
    await saved(theirs);
    await says.waitFor({ state: 'detached' });
    await context.close();
    after.remove();
  }, 180_000);

  test('takes the place of what is being judged, which does not come back', async () => {
    const context = await newTabs();
    const page = await tabIn(context, '', slightAddress());
    await given(page, loans);
    await begun(page);
    await page.close();
    const other = await tabIn(context, '#/check', slightAddress());
    const many = Array.from({ length: 8000 }, (_, at) => loanOf(`M-${at}`));
    const files = other.locator('main input[type=file][multiple]').first();
    await files.setInputFiles({
      name: 'many.ndjson',
      mimeType: '',
      buffer: Buffer.from(many.join('\n')),
    });
    await other.locator('progress').first().waitFor();
    await other.locator('a[href="#/session"]').first().click();
    // nor is a file made meanwhile, which would have no results
    await expect
      .poll(async () => other.getByRole('button', { name: '另存工作文件' }).isDisabled())
      .toBe(true);
    await resumed(other);
    await saved(other, 90_000);
    await other.getByText('卷宗正在检查').waitFor({ state: 'detached' });
    await other.locator('a[href="#/check"]').first().click();
    await other.locator('table.files tbody tr').first().waitFor();
    // as long as what was left would have taken, and longer
    await other.waitForTimeout(5000);
    await expect
      .poll(async () => other.locator('table.files tbody th').allInnerTexts())
      .toEqual(['D-1', 'D-2']);
    await context.close();
  }, 180_000);

  test('has no run in it that was opened to be looked at', async () => {
    const loan = join(slightRules, 'dossiers', 'loan.yaml');
    const run = shouze(['check', loan, '--rulebook', slightRules, '--format', 'ndjson']).out;
    const context = await newTabs();
    const page = await tabIn(context, '#/book', slightAddress());
    await page.locator('input[accept=".ndjson,.json,.jsonl"]').setInputFiles({
      name: 'run.ndjson',
      mimeType: '',
      buffer: Buffer.from(run),
    });
    await page.locator('.book-total').waitFor();
    await passPhraseGiven(page);
    await saved(page);
    await page.getByText('不随工作保存').waitFor();
    await page.reload();
    await page.locator('[data-open="true"]').waitFor({ timeout: 60_000 });
    await resumed(page);
    await saved(page);
    await page.locator('a[href="#/book"]').click();
    await page.locator('.view-book h1').waitFor();
    expect(await page.locator('.book-total').count()).toBe(0);
    await context.close();
  }, 120_000);

  test('is gone after one button and a yes', async () => {
    const context = await newTabs();
    const page = await tabIn(context, '', slightAddress());
    await listed(page, loans);
    await begun(page);
    await page.getByRole('button', { name: '全部清除' }).click();
    await expect.poll(async () => page.getByRole('alert').innerText()).toContain('1项工作');
    await page.getByRole('button', { name: '清除', exact: true }).click();
    await page.getByText('本机没有保存的工作').waitFor();
    expect(await page.evaluate(storedText)).toBe('');
    await expect.poll(async () => page.locator('.saved').innerText()).toBe('未保存');
    await page.locator('a[href="#/checklist"]').first().click();
    await page.getByText('还没有卷宗').waitFor();
    await context.close();
  }, 120_000);
});

/** All that lies in the stores of the page, as text; run in the page. */
async function storedText(): Promise<string> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
  let text = '';
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name ?? ''));
    for (const store of database.objectStoreNames) {
      const values: unknown[] = await asked(
        database.transaction(store).objectStore(store).getAll(),
      );
      for (const value of values)
        text +=
          value instanceof Uint8Array
            ? new TextDecoder('latin1').decode(value)
            : JSON.stringify(value);
    }
    database.close();
  }
  return text;
}

import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { workbook } from '../io/parts.ts';
import { chromium, deskInBrowser, downloaded, graveFaults, reason, shouze } from './harness.ts';

const exports = 'examples/exports';

const desk = deskInBrowser();

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function file(name: string, bytes: Uint8Array | string): Given {
  return { name, mimeType: '', buffer: Buffer.from(bytes) };
}

function shipped(...names: readonly string[]): readonly Given[] {
  return names.map((name) => file(name, readFileSync(join(exports, name))));
}

/** Gives files to the view that is open. */
async function give(page: Page, files: readonly Given[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
}

async function opened(files: readonly Given[], hash = '#/tables') {
  const opened = await desk.open({ hash });
  await give(opened.page, files);
  return opened;
}

/** Takes every guess of the sheet that is open, by the one key. */
async function acceptAll(page: Page): Promise<void> {
  const buttons = page.locator('button[data-accept]');
  await buttons.first().focus();
  for (let left = await buttons.count(); left > 0; left = await buttons.count()) {
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (before) => document.querySelectorAll('button[data-accept]').length !== before,
      left,
    );
    // the next has the focus, so that there is nothing to aim at
    await page.waitForFunction(
      () =>
        document.querySelector('button[data-accept]') === null ||
        document.activeElement?.hasAttribute('data-accept') === true,
    );
  }
}

async function chooseField(page: Page, heading: string, typed: string): Promise<void> {
  const box = page.getByRole('combobox', { name: `“${heading}”对应的字段` });
  await box.click();
  await box.fill(typed);
  await page.locator('.field-choice [role=option][aria-selected=true]').waitFor();
  await box.press('Enter');
  await page.locator('.column.mapped', { hasText: heading }).waitFor();
}

describe.skipIf(chromium === undefined)(`tables in the page${reason}`, () => {
  test('tables with the mapping of git are judged at once, as the command line judges them', async () => {
    const { page, complaints } = await opened(
      shipped('loan-book.xlsx', 'loan-book.mapping.yaml'),
      '#/check',
    );
    await page.locator('.tiles').waitFor({ timeout: 90_000 });
    await expect.poll(async () => page.locator('#intake').innerText()).toBe('取数情况');
    const { bytes } = await downloaded(page, async () =>
      page.getByRole('button', { name: '结果数据（JSON）' }).click(),
    );
    const names = ['loan-book.xlsx', '--mapping', 'loan-book.mapping.yaml'];
    const rules = join(process.cwd(), 'rules');
    const args = ['check', ...names, '--rulebook', rules, '--format', 'json'];
    const { out } = shouze(args, exports);
    // the mapping goes by the name of its tables here
    expect(bytes.toString()).toBe(out);
    expect(complaints).toEqual([]);
  }, 180_000);

  test('a workbook is mapped by keyboard alone, and its mapping is what git would hold', async () => {
    const { page, complaints } = await opened(shipped('loan-book.xlsx'), '#/check');
    await page.locator('.columns').waitFor();
    expect(page.url()).toContain('#/tables');
    await acceptAll(page);
    const sheets = page.locator('.sheets a');
    const names = ['', '借款人', '资料清单', '审批', '流程'];
    const all = page.getByRole('button', { name: /^全部采用（\d+）$/u });
    expect(await all.innerText()).toBe('全部采用（16）');
    await all.press('Enter');
    await all.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).press('Enter');
    await all.press('Enter');
    for (const [place, title] of ['', '当事人', '资料', '审批', '流程事件'].entries()) {
      await sheets.nth(place).press('Enter');
      await page.locator('h2', { hasText: names[place] ?? '' }).waitFor();
      if (title === '') continue;
      const own = page.getByRole('checkbox');
      await page.getByRole('checkbox', { name: `列全了每一份卷宗的全部${title}` }).press('Space');
      expect(await own.count()).toBe(1);
    }
    // each column is counted once
    const counts = (await sheets.nth(0).innerText()).match(/\d+(?=列)/gu) ?? [];
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(34);
    await sheets.nth(0).press('Enter');
    const number = page.getByRole('textbox', { name: '放款 › 借据号的内容' });
    await number.fill('J1');
    await number.press('Enter');
    await page.getByRole('button', { name: '删去“放款 › 借据号”' }).waitFor();
    // what is added by hand has one line, before it is filled in and after
    const choice = page.getByRole('combobox', { name: '再填一项' });
    await choice.fill('二级分行号');
    await page.locator('.field-choice [role=option][aria-selected=true]').waitFor();
    await choice.press('Enter');
    await page.getByRole('textbox', { name: '卷宗信息 › 二级分行号的内容' }).fill('0101');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '删去“卷宗信息 › 二级分行号”' }).waitFor();
    expect(await page.locator('.fixed li', { hasText: '二级分行号' }).count()).toBe(1);
    const { name, bytes } = await downloaded(page, async () =>
      page.getByRole('button', { name: '保存对应表' }).press('Enter'),
    );
    expect(name).toBe('loan-book.mapping.yaml');
    await expect(bytes.toString()).toMatchFileSnapshot('expected/loan-book.mapping.yaml');
    await page.getByRole('button', { name: '按此对应表检查' }).press('Enter');
    await page.locator('.tiles').waitFor({ timeout: 90_000 });
    expect(complaints).toEqual([]);
  }, 180_000);

  test('it has no grave faults, open and closed, narrow and dark', async () => {
    for (const look of [{}, { width: 390, dark: true, locale: 'en' }]) {
      const { page } = await desk.open({ hash: '#/tables', ...look });
      expect(await graveFaults(page)).toEqual([]);
      await give(page, shipped('loan-book.xlsx'));
      await page.locator('.columns').waitFor();
      await page.locator('.column.mapped button.plain').first().click();
      await page.locator('.details button').first().click();
      await page.locator('.field-choice input').nth(3).click();
      await page.locator('.field-choice [role=option]').first().waitFor();
      expect(await graveFaults(page)).toEqual([]);
      await expect
        .poll(async () => page.evaluate(() => document.documentElement.scrollWidth))
        .toBe(look.width ?? 1280);
    }
  }, 120_000);

  test('a change is undone, and what cannot be used is said at its place', async () => {
    const { page } = await opened(shipped('loan-book.xlsx', 'loan-book.mapping.yaml'));
    await page.locator('.columns').waitFor();
    const box = page.getByRole('combobox', { name: '“产品”对应的字段' });
    await chooseField(page, '产品', '申请金额');
    await page.locator('.column', { hasText: '产品' }).locator('.fail').first().waitFor();
    await expect
      .poll(async () => page.locator('.column', { hasText: '产品' }).first().innerText())
      .toMatch(/已由前面的列|个人住房贷款/u);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => box.inputValue()).toBe('贷款申请 › 贷款产品');
  }, 60_000);
});

const text = (says: string) => `<c t="inlineStr"><is><t>${says}</t></is></c>`;
const row = (...cells: readonly string[]) => `<row>${cells.map(text).join('')}</row>`;

describe.skipIf(chromium === undefined)(`bad tables${reason}`, () => {
  test('is said, whatever it is, and the page goes on', async () => {
    const sharedStrings = `<sst>${' '.repeat(200_000_000)}</sst>`;
    const bad: readonly (readonly [Given, RegExp])[] = [
      [
        file('断.xlsx', readFileSync(join(exports, 'loan-book.xlsx')).subarray(0, 20_000)),
        /断\.xlsx.*(?:损坏|不是 XLSX)/u,
      ],
      [file('旧.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')), /旧\.xls.*另存为 \.xlsx/u],
      [file('网页.xls', '<html><table></table></html>'), /网页\.xls/u],
      [file('空.xlsx', workbook({})), /没有/u],
      [
        file('弹.xlsx', workbook({ more: { 'xl/sharedStrings.xml': sharedStrings } })),
        /弹\.xlsx|没有/u,
      ],
    ];
    const { page } = await desk.open({ hash: '#/tables' });
    const alert = page.getByRole('alert').or(page.getByText('没有找到表头'));
    for (const [given, says] of bad) {
      await give(page, [given]);
      await alert.first().waitFor({ timeout: 60_000 });
      await expect
        .poll(async () => page.locator('main').innerText(), { message: given.name })
        .toMatch(says);
      await give(page, shipped('loan-book.xlsx'));
      await page.locator('.columns').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }
  }, 180_000);

  test('markup in headings, cells and names is text', async () => {
    const evil = '<img src=x onerror="globalThis.harmed=1">';
    const written = evil.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const data = row('合同号', written) + row('D-1', written);
    const { page, complaints } = await opened([file(`${evil}.xlsx`, workbook({ data }))]);
    await page.locator('.columns').waitFor();
    await expect.poll(async () => page.locator('.columns').innerText()).toContain(evil);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.evaluate(() => 'harmed' in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('lines of a title and headings of two rows are told from headings', async () => {
    const merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="B3:C3"/></mergeCells>';
    const data = [
      `<row r="1"><c r="A1" t="inlineStr"><is><t>贷款台账</t></is></c></row>`,
      `<row r="2"><c r="A2" t="inlineStr"><is><t>机构：某支行</t></is></c></row>`,
      `<row r="3">${['A3 合同号', 'B3 申请'].map((cell) => cellAt(cell)).join('')}</row>`,
      `<row r="4">${['A4 合同号', 'B4 客户经理', 'C4 贷款用途'].map((cell) => cellAt(cell)).join('')}</row>`,
      `<row r="5">${['A5 D-1', 'B5 S-CM1', 'C5 装修'].map((cell) => cellAt(cell)).join('')}</row>`,
    ].join('');
    const { page } = await opened([file('两行.xlsx', workbook({ data, merges: merged }))]);
    await page.locator('.columns').waitFor();
    const shown = await page.locator('.column strong').allInnerTexts();
    expect(shown).toEqual(['合同号', '申请/客户经理', '申请/贷款用途']);
  });

  test('a thousand columns are listed a hundred at a time', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => (at === 0 ? '合同号' : `列${at}`));
    const data = row(...many) + row(...many.map((_, at) => `值${at}`));
    const { page } = await opened([file('宽.xlsx', workbook({ data }))]);
    await page.locator('.columns').waitFor({ timeout: 60_000 });
    await expect.poll(async () => page.locator('.column').count()).toBe(100);
    await page.getByRole('button', { name: '下一页' }).click();
    await page.locator('.column strong', { hasText: /^列100$/u }).waitFor();
  }, 120_000);

  test('tables and files are not judged together', async () => {
    const { page } = await opened(shipped('loan-book.xlsx', 'loan-book.mapping.yaml'), '#/check');
    await page.locator('.tiles').waitFor({ timeout: 90_000 });
    const dossier = file('0001-sound.yaml', readFileSync('examples/dossiers/0001-sound.yaml'));
    const asked = page.getByRole('dialog', { name: '台账和卷宗须分开检查' });
    await give(page, [dossier]);
    await asked.getByRole('button', { name: '保留台账' }).click({ timeout: 60_000 });
    await asked.waitFor({ state: 'detached' });
    expect(await page.locator('#intake').count()).toBe(1);
    await give(page, [dossier]);
    await asked.getByRole('button', { name: '改查卷宗' }).click({ timeout: 60_000 });
    await page.locator('.verdict').waitFor({ timeout: 60_000 });
    expect(await page.locator('#intake').count()).toBe(0);
    // and back: what is mapped is still there
    await page.getByRole('link', { name: '台账对应' }).click();
    await page.getByRole('button', { name: '按此对应表检查' }).click();
    await asked.waitFor();
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '按此对应表检查' }).click();
    await asked.getByRole('button', { name: '改查台账' }).click();
    await page.locator('#intake').waitFor({ timeout: 90_000 });
  }, 240_000);

  test('a table of something else is said to be one, and nothing is handed out of it', async () => {
    const data = row('姓名', '金额') + row('张三', '100') + row('李四', '200');
    const { page } = await opened([file('名单.xlsx', workbook({ data }))]);
    await page.getByRole('alert').getByText('这张表不像').waitFor({ timeout: 60_000 });
    expect(await page.locator('main').innerText()).not.toContain('对应表可以使用');
    await page.getByRole('button', { name: '按此对应表检查' }).click();
    await page.locator('.tiles').waitFor({ timeout: 90_000 });
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('没有一条规则能按数据判定');
    expect(shown).not.toContain('没有发现问题');
    expect(await page.getByRole('button', { name: '事实确认书' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '结果数据（JSON）' }).count()).toBe(1);
  }, 120_000);

  test('of a table that nobody says is complete it is told what waits for that, and where to say so', async () => {
    const { page } = await opened(shipped('loan-book-faulty.xlsx'), '#/check');
    await page.getByRole('button', { name: /^全部采用/u }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: '按此对应表检查' }).click();
    await page.locator('.tiles').waitFor({ timeout: 90_000 });
    const waiting = page.locator('li', { hasText: /流程事件：已从“流程”读入 \d+ 行/u });
    expect(await waiting.innerText()).toMatch(/因此有 \d+ 条规则未判定/u);
    // rows that became no file are counted, and the count leads to why
    await page.getByRole('button', { name: '未能读取 2 行' }).click();
    await expect
      .poll(async () => page.locator('#not-read').evaluate((it) => it === document.activeElement))
      .toBe(true);
    expect(await page.locator('#not-read + ul').innerText()).toContain(
      '不取这一列，这一行就能读入',
    );
    await waiting.getByRole('link').click();
    await page.locator('h2', { hasText: '流程' }).waitFor();
    await page.getByRole('checkbox', { name: '列全了每一份卷宗的全部流程事件' }).check();
    await page.getByRole('button', { name: '按此对应表检查' }).click();
    await page.locator('.tiles').waitFor({ timeout: 90_000 });
    await expect.poll(async () => waiting.count(), { timeout: 60_000 }).toBe(0);
  }, 240_000);

  test('what a code means is asked where its column stands', async () => {
    const { page } = await opened(shipped('core-loans.csv'));
    const column = page.locator('.column', { hasText: '婚姻状况' });
    await column.waitFor({ timeout: 60_000 });
    await column.getByRole('combobox', { name: '“01”的含义' }).selectOption({ label: '未婚' });
    await expect.poll(async () => column.locator('.read-as').innerText()).toContain('读成');
    await page.getByText('对应表原文（YAML）').click();
    expect(await page.locator('.mapping-text').innerText()).toMatch(
      /婚姻状况\\?":\n\s+to: .*\n\s+codes:\n\s+'01': SINGLE/u,
    );
  }, 120_000);
});

function cellAt(given: string): string {
  const [at = '', says = ''] = given.split(' ');
  return `<c r="${at}" t="inlineStr"><is><t>${says}</t></is></c>`;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { chromium, deskInBrowser, downloaded, graveFaults, reason, shouze } from './harness.ts';

const rulebook = ['--rulebook', 'tests/codes/fixture'];
const desk = deskInBrowser(rulebook);
const shipped = deskInBrowser();

const slow = 120_000;

async function formOf(how: Parameters<typeof desk.open>[0] = {}) {
  const opened = await desk.open({ ...how, hash: '#/teach' });
  await opened.page.locator('.kinds tbody tr').nth(6).waitFor();
  return opened;
}

/** One judgement and nothing else: the fixture has no more. */
async function fillIn(page: Page, passMark: number): Promise<void> {
  for (const kind of ['单选题', '多选题', '排序题', '岗位题', '计算题', '案例题'])
    // eslint-disable-next-line no-await-in-loop -- one after the other
    await page.getByLabel(`${kind}题数`, { exact: true }).fill('0');
  await page.getByLabel('判断题题数').fill('1');
  await page.getByLabel('套数').fill('1');
  await page.getByLabel('及格分').fill(String(passMark));
  await page.getByLabel('红线题至少占').fill('0');
  await page.getByLabel('种子').fill('7');
  await page.getByLabel('以该日规定为准').fill('2026-11-23');
  await page.getByLabel('试卷名称').fill('测验');
  await page.keyboard.press('Tab');
}

describe.skipIf(chromium === undefined)(`papers in the page${reason}`, () => {
  test('are those of the command line, to the byte', { timeout: slow }, async () => {
    const { page, complaints } = await formOf();
    await fillIn(page, 1);
    await page.getByRole('button', { name: '出题', exact: true }).click();
    await page.locator('.preview').waitFor({ timeout: 60_000 });
    await expect.poll(async () => page.locator('.preview h1').textContent()).toBe('测验（A卷）');
    const saved = await downloaded(page, () => page.getByText('保存组卷方案').click());
    const path = join(desk.folder, saved.name);
    writeFileSync(path, saved.bytes);
    const out = join(desk.folder, 'papers');
    const asked = ['exercises', path, '--format', 'docx,xlsx', '--out', out, ...rulebook];
    expect(shouze(asked).code).toBe(0);
    const files = [
      ['A卷 DOCX', 'paper-A.docx'],
      ['A卷答题卡 DOCX', 'answer-sheet-A.docx'],
      ['A卷答案与解析 DOCX', 'key-A.docx'],
      ['签收表 DOCX', 'roster.docx'],
      ['题库 XLSX', 'bank.xlsx'],
      ['签收表 XLSX', 'roster.xlsx'],
    ] as const;
    for (const [name, file] of files) {
      const button = page.getByRole('button', { name, exact: true });
      // eslint-disable-next-line no-await-in-loop -- one after the other
      const own = await downloaded(page, () => button.click());
      expect([file, own.bytes.equals(readFileSync(join(out, file)))]).toEqual([file, true]);
      // the version that it was made by stands behind its name
      expect(own.name.startsWith(`${file.replace(/\..*$/u, '')}-`)).toBe(true);
    }
    const archive = await downloaded(page, () => page.getByText('全部下载（ZIP）').click());
    expect(archive.name).toMatch(/^试卷-.*\.zip$/u);
    expect(archive.bytes.subarray(0, 2).toString()).toBe('PK');
    // a blueprint is opened as it was saved
    await page.getByLabel('及格分').fill('2');
    await page.keyboard.press('Tab');
    await expect.poll(async () => page.locator('.stale').count()).toBe(1);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.locator('.stale').waitFor({ state: 'detached' });
    await expect.poll(async () => page.getByLabel('及格分').inputValue()).toBe('1');
    expect(complaints).toEqual([]);
  });

  test('that cannot be are refused, and what is wrong is said', { timeout: slow }, async () => {
    const { page } = await formOf();
    await fillIn(page, 5);
    await page.getByRole('button', { name: '出题', exact: true }).click();
    const alert = page.locator('[role=alert]');
    await alert.waitFor();
    await expect
      .poll(async () => alert.textContent())
      .toContain('及格分 `5` 高于满分 1，没有人能及格');
    // it speaks of the field, and not of a file that nobody has seen
    expect(await alert.locator('strong').textContent()).toBe('及格分');
    // what is filled in outlives the page
    await page.reload();
    await page.locator('.kinds tbody tr').nth(6).waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.name input')?.value === '测验',
    );
    expect(await page.getByLabel('及格分（满分1分）').inputValue()).toBe('5');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '坏.yaml', mimeType: 'text/yaml', buffer: Buffer.from('a: [') });
    await page.waitForFunction(() =>
      document.querySelector('[role=alert]')?.textContent.includes('坏.yaml'),
    );
    expect(await page.locator('.preview').count()).toBe(0);
  });

  test('of posts with few red lines are drawn at the first press', { timeout: slow }, async () => {
    const { page } = await shipped.open({ hash: '#/teach', locale: 'en-GB' });
    await page.getByLabel('Find a post').fill('loan officer');
    const posts = page.locator('.parts fieldset').first().locator('label');
    expect(await posts.allTextContents()).toEqual([
      'Customer manager loan officer',
      'Post-loan officer',
    ]);
    await page.getByLabel('Find a post').fill('lobby');
    await posts.first().click();
    const handbook = page.locator('section', { hasText: 'Handbook of a post' }).locator('select');
    expect(await handbook.inputValue()).toBe('LOBBY_ADVISER');
    await page.getByLabel('Questions in all').fill('8');
    await page.getByLabel('Papers', { exact: true }).fill('1');
    await page.getByLabel('calculation: questions').fill('0');
    await page.getByLabel('case: questions').fill('0');
    await page.getByLabel('sequence: questions').fill('0');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Draw papers' }).click();
    await page.locator('.preview, [role=alert]').first().waitFor({ timeout: 60_000 });
    expect(await page.locator('[role=alert]').allTextContents()).toEqual([]);
    expect(await page.locator('.stale').allTextContents()).toEqual([
      expect.stringContaining('lowered from 30% to'),
    ]);
    // only the post that was chosen signs
    await page.getByRole('button', { name: 'Reading roster', exact: true }).click();
    const signing = page.locator('.preview table.roster tbody td:nth-child(2)');
    await signing.first().waitFor();
    expect(new Set(await signing.allTextContents())).toEqual(new Set(['Lobby adviser']));
  });

  test.each([
    { locale: 'zh-CN', width: 1280, dark: true },
    { locale: 'en-GB', width: 390, dark: false },
  ])(
    '$locale, $width pixels: nothing serious stands in the way',
    async (how) => {
      const { page } = await formOf(how);
      expect(await graveFaults(page)).toEqual([]);
      const [width, seen] = await page.evaluate(
        () => [document.documentElement.scrollWidth, innerWidth] as const,
      );
      expect(width).toBeLessThanOrEqual(seen);
    },
    slow,
  );
});

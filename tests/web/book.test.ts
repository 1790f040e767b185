import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';

import {
  chromium,
  graveFaults,
  sharedChromium,
  openDesk,
  reason,
  shouze,
  type SharedPage,
  sharedPage,
} from './harness.ts';

let written: SharedPage;
let browser: Browser;
let run: string;

beforeAll(async () => {
  if (chromium === undefined) return;
  written = sharedPage();
  run = join(written.folder, 'run.ndjson');
  shouze(['check', 'examples/dossiers', '--format', 'ndjson', '--out', run]);
  browser = await sharedChromium();
}, 180_000);

describe.skipIf(chromium === undefined)(`the overview${reason}`, () => {
  test('a saved run leads from totals to files and on to a finding', async () => {
    const { page, complaints } = await openDesk(browser, written.path, { hash: '#/book' });
    await page.locator('.book input[type=file]').setInputFiles(run);
    await page.locator('.book-total').waitFor();
    await expect
      .poll(async () => page.locator('.book-total').textContent())
      .toMatch(/^已判 40 份.*涉及金额 \d{1,3}(?:,\d{3})+(?:\.\d\d)?元$/u);
    const row = page.locator('table[aria-label="按阶段"] tbody tr').first();
    const files = Number(await row.locator('td').first().textContent());
    await row.locator('th a').click();
    await page.locator('table.files tbody tr').first().waitFor();
    await expect.poll(async () => page.locator('table.files tbody tr').count()).toBe(files);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('a run that was cut is said to be; what is no run is refused', async () => {
    const { page } = await openDesk(browser, written.path, { hash: '#/book' });
    const cut = join(written.folder, 'cut.ndjson');
    writeFileSync(cut, readFileSync(run, 'utf8').trimEnd().split('\n').slice(0, 20).join('\n'));
    await page.locator('.book input[type=file]').setInputFiles(cut);
    await page.getByText('这份结果没有结尾').waitFor();
    await page
      .locator('.book input[type=file]')
      .setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from('[]') });
    await page.getByText('不是检查结果').waitFor();
    await page.context().close();
  }, 60_000);

  test.each([
    { locale: 'zh-CN', width: 1280, dark: false },
    { locale: 'en-GB', width: 390, dark: true },
  ])(
    'nothing is in the way of anybody: $locale, $width wide, dark $dark',
    async (look) => {
      const { page } = await openDesk(browser, written.path, { hash: '#/book', ...look });
      await page.locator('.book input[type=file]').setInputFiles(run);
      await page.locator('.book-total').waitFor();
      expect(await graveFaults(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(look.width);
      await page.context().close();
    },
    60_000,
  );
});

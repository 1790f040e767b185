import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { chromium, deskInBrowser, downloaded, graveFaults, reason, shouze } from './harness.ts';

const samples = join(process.cwd(), 'examples', 'dossiers');
const names = readdirSync(samples);
const day = '2026-11-30';

const desk = deskInBrowser();

async function given(page: Page, gate: string, files: readonly string[]): Promise<void> {
  await page.getByLabel('自查日').fill(day);
  await page.getByRole('radio', { name: gate }).check();
  await page.locator('main input[type=file]').setInputFiles(files.map((one) => join(samples, one)));
  await page.locator('.gate-acts').waitFor({ timeout: 120_000 });
}

describe.skipIf(chromium === undefined)(`before a step, in the page${reason}`, () => {
  test('it answers as the command line does, byte for byte', async () => {
    const { page, complaints } = await desk.open({ hash: '#/gate' });
    const some = names.filter((_, index) => index % 5 === 0);
    for (const [gate, title, files] of [
      ['submission', '报审前', some],
      ['approval', '审批前', some],
      ['payout', '放款前', names],
    ] as const) {
      await given(page, title, files);
      const { name, bytes } = await downloaded(page, async () =>
        page.getByRole('button', { name: '下载' }).click(),
      );
      const args = ['check', ...files, '--gate', gate, '--today', day, '--format', 'json'];
      const { out } = shouze(args, samples);
      expect(name).toMatch(
        new RegExp(`^自查-${gate}-personal-loan-[\\d.]+-[\\da-f]{8}\\.json$`, 'u'),
      );
      expect(bytes.toString('utf8') === out, `${gate} as the command line`).toBe(true);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 180_000);

  test('a file that is sound may go on; one that is not is told what stops it', async () => {
    const { page } = await desk.open({ hash: '#/gate' });
    await given(page, '放款前', ['0001-sound.yaml']);
    // it was paid out long ago
    await expect
      .poll(async () => page.locator('.gate-says').textContent())
      .toContain('已办结，未见不符');
    await given(page, '审批前', ['0002-down-payment-short.yaml']);
    await page.locator('.gate-says', { hasText: '已办结，有不符' }).waitFor();
    const rule = page.getByRole('link', { name: 'RSK-007' }).first();
    await expect.poll(async () => rule.getAttribute('href')).toBe('#/read/RSK-007');
    await expect.poll(async () => page.getByRole('status').textContent()).toContain('不可办 1 份');
    await page.context().close();
  }, 60_000);

  test('a file in progress is told what to fetch, from whom, and where it is recorded', async () => {
    const { page } = await desk.open({ hash: '#/gate' });
    await given(page, '放款前', ['0006-in-progress.yaml']);
    await expect.poll(async () => page.locator('.gate-says').textContent()).toContain('不可办');
    // whom to ask for what does not comply
    await expect
      .poll(async () => page.locator('.gate-rules li', { hasText: '找谁办' }).count())
      .toBeGreaterThan(0);
    const ofProcess = page.locator('.gate-rules a', { hasText: '成本明示与签约：按时限办理' });
    expect(await ofProcess.textContent()).not.toContain('process/');
    await ofProcess.click();
    await page.getByRole('heading', { name: '成本明示与签约' }).first().waitFor();
    await page.goBack();
    await page.locator('.gate-acts').waitFor();
    const table = page.locator('.gate-answer table', { has: page.locator('caption') }).first();
    expect(await table.locator('caption').textContent()).not.toBe('');
    await expect.poll(async () => table.locator('tbody tr').count()).toBeGreaterThan(0);
    await page.context().close();
  }, 60_000);

  test('what is no dossier is said at the file, and the page stays alive', async () => {
    const { page, complaints } = await desk.open({ hash: '#/gate' });
    const hostile = { name: '<img src=x>.yaml', mimeType: '', buffer: Buffer.from('<b>: [') };
    await page.locator('main input[type=file]').setInputFiles(hostile);
    await page.getByText('不是卷宗').waitFor({ timeout: 60_000 });
    const table = { name: '台账.yaml', mimeType: '', buffer: Buffer.from('姓名,金额\n张三,1\n') };
    const image = {
      name: '卷宗.yaml',
      mimeType: '',
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    };
    await page.locator('main input[type=file]').setInputFiles([table, image]);
    await page.getByText('影像不能判定').waitFor({ timeout: 60_000 });
    await page.getByText('这是台账').waitFor();
    await page.getByText('未能核对 2 份').waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    await given(page, '报审前', ['0001-sound.yaml']);
    await expect.poll(async () => page.locator('.gate-says').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test.each([
    { locale: 'zh-CN', width: 1280, dark: false },
    { locale: 'en-GB', width: 390, dark: true },
  ])(
    'nothing is in the way of anybody: $locale, $width wide, dark $dark',
    async (look) => {
      const { page } = await desk.open({ hash: '#/gate', ...look });
      const files = ['0001-sound.yaml', '0002-down-payment-short.yaml', '0006-in-progress.yaml'];
      await page
        .locator('main input[type=file]')
        .setInputFiles(files.map((one) => join(samples, one)));
      await page.locator('.gate-acts').waitFor({ timeout: 60_000 });
      expect(await graveFaults(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(look.width);
      await page.context().close();
    },
    60_000,
  );
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { small } from '../cli/harness.ts';
import { chromium, deskInBrowser, graveFaults, reason, writtenPage } from './harness.ts';

const days = ['--as-of', '2026-11-30', '--expires', '2027-01-15'];
const desk = deskInBrowser(days);

const line = (page: Page) => page.locator('footer .version');
const warnings = (page: Page) => page.locator('.outdated p').allTextContents();

/** Takes another day for today, and waits until the page has it. */
async function on(page: Page, day: string): Promise<void> {
  await page.getByLabel('今天').fill(day);
  await line(page)
    .filter({ hasText: `按 ${day}` })
    .waitFor();
}

describe.skipIf(chromium === undefined)(`the version that a page tells${reason}`, () => {
  test('is all that tells pages apart: not where the rulebook lay', () => {
    const [one, other] = [small, join(process.cwd(), small)].map((rulebook) =>
      writtenPage([...days, '--rulebook', rulebook]),
    );
    expect(readFileSync(other?.path ?? '').equals(readFileSync(one?.path ?? ''))).toBe(true);
    one?.remove();
    other?.remove();
  });

  test('is of today, by the clock of the machine', async () => {
    const { page, complaints } = await desk.open();
    await line(page).waitFor();
    // Swedish days are written as ISO has them
    const clock = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    await expect.poll(async () => page.getByLabel('今天').inputValue()).toBe(clock);
    await expect.poll(async () => line(page).textContent()).toContain(`按 ${clock}`);
    expect(complaints).toEqual([]);
  });

  test('follows the day that is said, and goes back to the clock', async () => {
    const { page } = await desk.open();
    const clock = await page.getByLabel('今天').inputValue();
    for (const [day, expected] of [
      ['2026-12-14', []],
      [
        '2026-12-15',
        [expect.stringMatching(/^本页制作于 2026-11-30，规则库自 2026-12-15 起有变动：/u)],
      ],
      ['2027-01-16', [expect.stringMatching(/2026-12-15/u), expect.stringMatching(/2027-01-15/u)]],
    ] as const) {
      await on(page, day);
      expect([day, await warnings(page)]).toEqual([day, expected]);
      expect(await graveFaults(page)).toEqual([]);
    }
    await page.getByRole('button', { name: '恢复为本机日期' }).click();
    await expect.poll(async () => page.getByLabel('今天').inputValue()).toBe(clock);
  });

  test('follows the language, and stands at the head of what is printed', async () => {
    const { page } = await desk.open({ locale: 'en-GB' });
    await page.getByLabel('Today').fill('2026-12-01');
    await line(page).filter({ hasText: 'as of 2026-12-01 · next change 2026-12-15' }).waitFor();
    expect(await page.locator('header .version').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(async () => page.locator('header .version').isVisible()).toBe(true);
  });
});

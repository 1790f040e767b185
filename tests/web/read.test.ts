import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readAddressOf, readAddressText } from '../../src/web/read-address.ts';
import {
  chromium,
  graveFaults,
  keptDesk,
  openDesk,
  type OpenDesk,
  reason,
  sharedChromium,
  sharedPage,
  type SharedPage,
} from './harness.ts';

let written: SharedPage;
let harmful: SharedPage;
let browser: Browser;
/** Open in Chinese, for tests that go to a place of it: to open one takes longer than to read there. */
let kept: OpenDesk;

beforeAll(async () => {
  if (chromium === undefined) return;
  written = sharedPage();
  harmful = sharedPage(['--rulebook', 'tests/manual/fixture']);
  browser = await sharedChromium();
  kept = await keptDesk(browser, written.path, { hash: '#/session' });
}, 240_000);

afterAll(async () => {
  if (chromium !== undefined) await kept.page.context().close();
});

const slow = 120_000;

async function read(hash: string, how: Parameters<typeof openDesk>[2] = {}) {
  const opened = await openDesk(browser, written.path, { ...how, hash });
  await opened.page.locator('.written').waitFor({ timeout: 60_000 });
  return opened;
}

/** Goes to a place of the page that is kept open, from a view without a manual. */
async function goTo(hash: string): Promise<OpenDesk> {
  const { page } = kept;
  const go = async (to: string) => page.evaluate((place) => void (location.hash = place), to);
  await go('#/session');
  await page.locator('.view-session').waitFor();
  await go(hash);
  await page.locator('.written').waitFor({ timeout: 60_000 });
  return kept;
}

const sought = (page: Page) => page.locator('.written .sought').getAttribute('id');

describe.skipIf(chromium === undefined)(`the manual in the page${reason}`, () => {
  test('opens at a rule, which is marked in the contents', { timeout: slow }, async () => {
    const { page, complaints } = await read('#/read/RSK-007');
    expect(await sought(page)).toBe('RSK-007');
    await expect
      .poll(async () => page.locator('.written #RSK-007').textContent())
      .toContain('最低首付款比例');
    await expect
      .poll(async () => page.locator('.contents [aria-current]').textContent())
      .toContain('RSK-007');
    expect(complaints).toEqual([]);
  });

  test('what is done with a rule stands at the rule', { timeout: slow }, async () => {
    const { page } = await goTo('#/read/RSK-007?day=2024-06-15');
    const context = page.context();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const bar = page.locator('#RSK-007 + div .rule-bar');
    await bar.getByText('复制链接').click();
    await bar.getByText('已复制').waitFor();
    const link = await page.evaluate(async () => navigator.clipboard.readText());
    expect(link).toBe(
      'RSK-007 最低首付款比例（住房），在检查台打开：#/read/RSK-007?day=2024-06-15',
    );
    await page.emulateMedia({ media: 'print' });
    const printedBy = async (name: string) =>
      bar.getByText(name, { exact: true }).evaluate((button: HTMLElement) => {
        let shown: (string | undefined)[] = [];
        const isShown = (one: Element) => one.getClientRects().length > 0;
        window.print = () => {
          shown = [
            ...[...document.querySelectorAll('.written > *')].filter(isShown),
            ...[...document.querySelectorAll('.alone table.editions tbody tr')].filter(isShown),
          ].map((one) => one.firstElementChild?.id || one.firstElementChild?.textContent);
        };
        button.click();
        return shown;
      });
    expect(await printedBy('打印本条')).toEqual([
      'RSK-007',
      '2024-09-24起',
      '2024-05-17至2024-09-23',
    ]);
    const whole = await printedBy('打印本条及历次版本');
    expect([whole[0], whole.at(-1)]).toEqual(['RSK-007', '1998-05-09至1999-02-22']);
    // what the browser prints by itself is the rule in sight
    const alone = async (kind: string) =>
      page.evaluate((event) => {
        window.dispatchEvent(new Event(event));
        return [...document.querySelectorAll('.alone')].map((one) => one.firstElementChild?.id);
      }, kind);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => document.querySelector('#RSK-009')?.scrollIntoView());
    expect([await alone('beforeprint'), await alone('afterprint')]).toEqual([['RSK-009'], []]);
  });

  test('says that it is of another day, and keeps it', { timeout: slow }, async () => {
    const { page } = await read('#/read/table-nationalMinimumDownPayment?day=2018-06-15', {
      locale: 'en-GB',
    });
    expect(await page.locator('.day').textContent()).toContain('The rules of 2018-06-15');
    // nine columns, and the answer among them
    const table = page.locator('#table-nationalMinimumDownPayment ~ .scroll').first();
    expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await page.locator('#page > header nav a[href*="read"]').click();
    await page.waitForFunction(() => location.hash === '#/read/?day=2018-06-15');
    await page.locator('#page > header nav a[href="#/teach"]').click();
    await page.locator('.teach').waitFor();
    await page.locator('#page > header nav a[href*="read"]').click();
    await page.getByRole('button', { name: 'Back to today' }).click();
    await page.locator('.day').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => location.hash)).toBe('#/read/');
  });

  test('its links lead on, and take along what is chosen', { timeout: slow }, async () => {
    const { page } = await goTo('#/read/RSK-007?post=REVIEWER');
    await page.locator('.written #RSK-007 ~ ul.basis a').first().click();
    await page.waitForFunction(() => document.querySelector('.sought')?.id.startsWith('source-'));
    await expect
      .poll(async () => page.evaluate(() => location.hash))
      .toMatch(/^#\/read\/source-.*\?post=REVIEWER$/u);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('.sought')?.id === 'RSK-007');
  });

  test('a part without the rule shows the whole, and says so', { timeout: slow }, async () => {
    const { page } = await goTo('#/read/RSK-007?post=PRODUCT_MANAGER');
    expect(await sought(page)).toBe('RSK-007');
    await expect.poll(async () => page.locator('.outside').count()).toBe(1);
    await page.goto(page.url().replace('RSK-007', 'NO-001'));
    await page.locator('.book > p').waitFor();
    await expect.poll(async () => page.locator('.book > p').textContent()).toContain('NO-001');
  });

  test('is searched by keyboard alone', { timeout: slow }, async () => {
    const { page } = await goTo('#/read');
    await page.keyboard.press('/');
    await page.keyboard.type('最低首付款比例（住房）');
    await page.locator('.found li').first().waitFor({ timeout: 60_000 });
    await page.waitForFunction(() =>
      document.querySelector('.found > p')?.textContent.includes('（住房）”找到'),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.sought')?.id === 'RSK-007');
    expect(await page.locator('.found').count()).toBe(0);
    // an id is gone to at once, and so is what was copied from the bar of a rule
    const box = page.locator('.find input');
    await box.fill('rsk-009');
    await box.press('Enter');
    await page.waitForFunction(() => document.querySelector('.sought')?.id === 'RSK-009');
    await box.fill('RSK-008 ……，在检查台打开：#/read/RSK-008?day=2024-06-15');
    await page.waitForFunction(() => location.hash === '#/read/RSK-008?day=2024-06-15');
    expect(await box.inputValue()).toBe('');
  });

  test('is read for a post, a product and a day', { timeout: slow }, async () => {
    const { page } = await goTo('#/read');
    await page.locator('.choice select').nth(2).selectOption('REVIEWER');
    await page.locator('.choice select').nth(1).selectOption('HOUSING');
    await page.getByLabel('以该日规定为准').fill('2024-01-01');
    await page.waitForFunction(() =>
      document.querySelector('.trail')?.textContent.includes('2024-01-01'),
    );
    const { selection, day } = readAddressOf(
      (await page.evaluate(() => location.hash)).slice('#/read/'.length),
    );
    expect([selection, day]).toEqual([{ post: 'REVIEWER', product: 'HOUSING' }, '2024-01-01']);
    await expect.poll(async () => page.locator('.written').textContent()).toContain('审查岗');
  });

  test.each([
    { locale: 'zh-CN', width: 1280, dark: false },
    { locale: 'en-GB', width: 390, dark: true },
  ])(
    '$locale, $width pixels: nothing serious stands in the way',
    async (how) => {
      const { page } = await read('#/read/RSK-007', how);
      // tables that are wider than the screen are named when there is time
      await page.waitForTimeout(1500);
      expect(await graveFaults(page)).toEqual([]);
      const [width, seen] = await page.evaluate(
        () => [document.documentElement.scrollWidth, innerWidth] as const,
      );
      expect(width).toBeLessThanOrEqual(seen);
    },
    slow,
  );

  test('what means harm in a rulebook is text', { timeout: slow }, async () => {
    const { page } = await openDesk(browser, harmful.path, { hash: '#/read' });
    for (;;) {
      // eslint-disable-next-line no-await-in-loop -- a page after the other
      await page.locator('.written').waitFor();
      // eslint-disable-next-line no-await-in-loop
      const found = await page.evaluate(() => [
        document.querySelectorAll('.written :is(script, img, iframe, object, style)').length,
        [...document.querySelectorAll<HTMLAnchorElement>('.written a')].filter(
          ({ protocol }) => !['file:', 'https:', 'http:'].includes(protocol),
        ).length,
      ]);
      expect(found).toEqual([0, 0]);
      const next = page.locator('.turns a[rel=next]');
      // eslint-disable-next-line no-await-in-loop
      if ((await next.count()) === 0) break;
      // eslint-disable-next-line no-await-in-loop
      const before = await page.locator('article').getAttribute('aria-label');
      // eslint-disable-next-line no-await-in-loop
      await next.press('Enter');
      // eslint-disable-next-line no-await-in-loop
      await page.waitForFunction(
        (title) => document.querySelector('article')?.getAttribute('aria-label') !== title,
        before,
      );
    }
  });
});

describe('the address of a place', () => {
  test.each([
    ['', {}, undefined],
    ['RSK-007', { post: 'REVIEWER' }, '2026-11-23'],
    ['source-A/B?c#1', { audience: 'audit', isTechnical: true }, undefined],
    ['table-x', { redLines: true, product: 'HOUSING', stage: 'a-b' }, undefined],
    ['', { checklists: true }, undefined],
  ] as const)('%s %o %s is read as it was written', (anchor, selection, day) => {
    const text = readAddressText({ anchor, selection, day });
    const behind = text.slice('#/read/'.length).split('?');
    const decoded = [decodeURIComponent(behind[0] ?? ''), ...behind.slice(1)];
    expect({ ...readAddressOf(behind.join('?')), anchor: decoded[0] }).toEqual({
      anchor,
      selection,
      day,
    });
  });

  test.each(['?day=yesterday', '?form=boss&technical=yes', '?post=', '?&&=&'])(
    '%s chooses nothing',
    (behind) => {
      expect(readAddressOf(behind)).toEqual({ anchor: '', selection: {}, day: undefined });
    },
  );
});

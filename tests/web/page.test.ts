import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { copied, put } from '../cli/harness.ts';
import {
  chromium,
  deskInBrowser,
  downloaded,
  graveFaults,
  openDesk,
  reason,
  writtenPage,
} from './harness.ts';

const desk = deskInBrowser();

describe.skipIf(chromium === undefined)(`the page of the shipped rulebook${reason}`, () => {
  test('is one file of at most 4 MB, and the same each time', () => {
    expect(statSync(desk.path).size).toBeLessThan(4_000_000);
    const again = writtenPage();
    expect(readFileSync(again.path).equals(readFileSync(desk.path))).toBe(true);
    again.remove();
  });

  test('opens from the disk without a complaint', async () => {
    const { page, complaints } = await desk.open();
    expect(await page.title()).toContain('守则检查台');
    expect(complaints).toEqual([]);
    expect(await graveFaults(page)).toEqual([]);
  });

  test('is dark where the system is, and light or dark where that is chosen', async () => {
    const { page } = await desk.open({ dark: true });
    const ground = async () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [dark, light] = ['rgb(18, 23, 28)', 'rgb(255, 255, 255)'];
    expect(await ground()).toBe(dark);
    await page.getByLabel('显示').selectOption('light');
    await expect.poll(ground).toBe(light);
    await page.getByLabel('显示').selectOption('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(ground).toBe(dark);
    await page.getByLabel('显示').selectOption('system');
    await expect.poll(ground).toBe(light);
  });

  test('the way to the content leaves the view as it is', async () => {
    const { page } = await desk.open({ hash: '#/teach' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(
      await page.evaluate(() => [
        location.hash,
        document.activeElement?.id,
        document.querySelector('header [aria-current]')?.getAttribute('href'),
      ]),
    ).toEqual(['#/teach', 'main', '#/teach']);
  });

  test.each(['zh-CN', 'en-GB'])(
    '%s: on a telephone the menu is one row, which keeps its height and shows where one is',
    async (locale) => {
      const { page } = await desk.open({ hash: '#/session', locale, width: 390 });
      const header = page.locator('#page > header');
      const height = async () => (await header.boundingBox())?.height ?? Infinity;
      expect(await height()).toBeLessThanOrEqual(120);
      const before = await height();
      await page.locator('header nav a').nth(3).click();
      expect(await height()).toBe(before);
      await page.locator('header nav a').last().click();
      const box = await page.locator('header [aria-current]').boundingBox();
      expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    },
  );

  test('asks nothing of any network, runs no script that was put into it', async () => {
    const { page } = await desk.open();
    const refused = await page.evaluate(async () => {
      const outcomes: string[] = [];
      const address = 'http://127.0.0.1:9/';
      await fetch(address).catch((error: unknown) => outcomes.push(String(error)));
      const script = document.createElement('script');
      script.textContent = 'globalThis.harmed = true';
      document.body.append(script);
      document.body.insertAdjacentHTML(
        'beforeend',
        '<img src=x onerror="globalThis.harmed = true">',
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      outcomes.push(String('harmed' in globalThis));
      try {
        // oxlint-disable-next-line typescript/no-implied-eval -- that it is refused is what is tested
        new Function('return 1')();
        outcomes.push('eval');
      } catch (error) {
        outcomes.push(String(error).slice(0, 9));
      }
      return outcomes;
    });
    expect(refused).toEqual(['TypeError: Failed to fetch', 'false', 'EvalError']);
  });

  test('its worker asks nothing of any network either', async () => {
    const { page } = await desk.open();
    const refused = await page.evaluate(
      async () =>
        new Promise((resolve) => {
          const code = `fetch('http://127.0.0.1:9/').then(() => postMessage('fetched'), (error) => postMessage(String(error)));`;
          const worker = new Worker(
            URL.createObjectURL(new Blob([code], { type: 'text/javascript' })),
          );
          worker.addEventListener('message', ({ data }) => resolve(data));
        }),
    );
    expect(refused).toBe('TypeError: Failed to fetch');
  });
});

describe.skipIf(chromium === undefined)(`a page of a rulebook whose cases fail${reason}`, () => {
  test('is a draft, which says so on every view and in names of downloads', async () => {
    const rules = copied('tests/manual/fixture');
    put(rules, 'stages/lending/assessment/ABC-001-own-share.cases.yaml', failing);
    const draft = writtenPage(['--rulebook', rules, '--draft']);
    onTestFinished(draft.remove);
    // where it lay on this machine is in none of it
    const { page } = await openDesk(desk.browser, draft.path, { hash: '#/read/' });
    const book = page.locator('.book');
    await book.getByText('下列1个校验示例未通过').waitFor();
    const place = await book.locator('td', { hasText: 'ABC-001-own-share.cases.yaml' }).innerText();
    expect(place).toBe(
      `${basename(rules)}/stages/lending/assessment/ABC-001-own-share.cases.yaml:2:18`,
    );
    for (const name of ['check', 'tables', 'book', 'checklist', 'gate', 'teach', 'session']) {
      // eslint-disable-next-line no-await-in-loop -- one view after the other
      await page.locator(`nav a[href="#/${name}"]`).first().click();
      // eslint-disable-next-line no-await-in-loop -- one view after the other
      await page.locator(`.view-${name}`).waitFor();
      // eslint-disable-next-line no-await-in-loop -- one view after the other
      await expect.poll(async () => page.getByText('草稿：本页面未定稿').isVisible()).toBe(true);
    }
    await page.locator('nav a[href="#/teach"]').click();
    const { name } = await downloaded(page, async () =>
      page.getByRole('button', { name: '保存组卷方案' }).click(),
    );
    expect(name).toMatch(/^草稿-/u);
    expect(await graveFaults(page)).toEqual([]);
  });
});

const failing = `base: base
cases: [{ title: { zh: 差一分, en: short }, with: { paid: 199.99 }, expect: pass }]
`;

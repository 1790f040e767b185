import { readFileSync, statSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { chromium, deskInBrowser, graveFaults, reason, writtenPage } from './harness.ts';

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

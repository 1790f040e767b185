import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Program } from '../../../src/program/ast.ts';
import { filesOf, shipped, small } from '../../manual/harness.ts';
import { chromium, openBrowser, type OpenPage, reason } from '../../report/chromium.ts';
import { graveFaults, idsWith, press, screen, type } from './hands.ts';

const out = mkdtempSync(join(tmpdir(), 'shouze-book-'));
const texts = new Map<string, string>();
let browser: OpenPage;

beforeAll(async () => {
  if (chromium === undefined) return;
  write('small', small);
  write('shipped', shipped);
  const zh = texts.get('shipped.zh') ?? '';
  const injected = zh.replace('</main>', `<script>document.title = 'harmed'</script></main>`);
  writeFileSync(pathOf('injected'), injected);
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  if (chromium !== undefined) await browser.close();
  rmSync(out, { recursive: true, force: true });
});

function write(name: string, program: Program): void {
  for (const [path, text] of filesOf(program, ['html'], '2026-11-23')) {
    const page = `${name}.${path.split('.')[1]}`;
    texts.set(page, text);
    writeFileSync(pathOf(page), text);
  }
}

function pathOf(page: string): string {
  return join(out, `${page}.html`);
}

const go = (page: string, hash?: string) => browser.goTo(pathOf(page), hash);
const ask = (expression: string) => browser.ask(expression);

/** Everything that is found for a query, in order. */
async function found(query: string): Promise<readonly string[]> {
  return (await ask(`(() => {
    const box = document.querySelector('#find');
    const more = document.querySelector('#found .more');
    box.value = ${JSON.stringify(query)};
    box.dispatchEvent(new Event('input'));
    while (!more.hidden) more.click();
    return [...document.querySelectorAll('#found a')].map((link) => decodeURIComponent(link.hash.slice(1)));
  })()`)) as readonly string[];
}

const shownIds = () =>
  ask(
    `[...document.querySelectorAll('main .rule:not([hidden]) > :first-child')].map(({ id }) => id)`,
  );

describe.skipIf(chromium === undefined)(`in a real browser${reason}`, () => {
  beforeEach(() => screen(browser, 1200, 'light'));

  test('首付 finds the rules on 首付款比例, titles first', async () => {
    await go('shipped.zh');
    const ids = await found('首付');
    expect(ids).toContain('RSK-007');
    expect(ids).toContain('definition-downPaymentRatio');
    expect((await found('首付款比例'))[0]).toBe('RSK-007');
    expect(await found('RSK-007')).toContain('RSK-007');
  }, 60_000);

  test.each([
    ['zh', ['首付', '抵押登记', 'LPR', 'lpr', '面谈', '５个工作日', '不得', '（住房）', '付', '÷']],
    ['en', ['down payment', 'Mortgage', 'INTERVIEW', 'working days', '15%', 'is not']],
  ] as const)(
    'in %s what is found is what a scan of the text finds',
    async (language, queries) => {
      const page = `shipped.${language}`;
      await go(page);
      const ids: (readonly [string, readonly string[]])[] = [];
      // eslint-disable-next-line no-await-in-loop -- one box
      for (const query of queries) ids.push([query, (await found(query)).toSorted()]);
      // several words need not stand together
      const expected = queries.map((query) => {
        const [first = [], ...others] = query
          .split(' ')
          .map((word) => idsWith(word, texts.get(page) ?? ''));
        return [query, first.filter((id) => others.every((ids) => ids.includes(id))).toSorted()];
      });
      expect(ids).toEqual(expected);
      expect(ids.filter(([, having]) => having.length === 0)).toEqual([]);
    },
    120_000,
  );

  test('the keyboard is enough', async () => {
    await go('shipped.zh');
    await press(browser, '/');
    await type(browser, '抵押登记按时');
    expect(await ask(`document.querySelector('#found').hidden`)).toBe(false);
    await press(browser, 'ArrowDown');
    expect(await ask(`document.activeElement.hash`)).toBe('#MRG-004');
    await press(browser, 'ArrowUp');
    expect(await ask(`document.activeElement.id`)).toBe('find');
    await press(browser, 'Escape');
    expect(await ask(`document.querySelector('#found').hidden`)).toBe(true);
    await press(browser, '/');
    await type(browser, '抵押登记按时');
    await press(browser, 'Enter');
    expect(await ask(`location.hash`)).toBe('#MRG-004');
    expect(await ask(`document.querySelector('#found').hidden`)).toBe(true);
    expect(
      await ask(`document.querySelector('#MRG-004').getBoundingClientRect().top`),
    ).toBeLessThan(200);
  }, 60_000);

  test('rules are chosen by post, and the contents and the address follow', async () => {
    await go('shipped.zh');
    const all = (await shownIds()) as readonly string[];
    await ask(`(() => {
      const select = document.querySelector('select[name=post]');
      select.value = 'REVIEWER';
      select.dispatchEvent(new Event('change'));
    })()`);
    const ids = (await shownIds()) as readonly string[];
    const told = [
      ...(texts.get('shipped.zh') ?? '').matchAll(
        /<section class="rule"[^>]* data-post="(?:[^"]* )?REVIEWER(?: [^"]*)?"[^>]*><h\d id="([^"]+)"/gu,
      ),
    ].map(([, id]) => id);
    expect(ids).toEqual(told);
    expect(ids.length).toBeGreaterThan(5);
    expect(await ask(`document.querySelector('.shown').textContent`)).toBe(
      `显示${ids.length}条规则，共${all.length}条：审查岗`,
    );
    expect(await ask(`location.hash`)).toBe('#?post=REVIEWER');
    const listed = await ask(
      `[...document.querySelectorAll('nav a')]
        .filter((link) => !link.closest('li[hidden]'))
        .map(({ hash }) => hash.slice(1))
        .filter((id) => document.getElementById(id)?.closest('.rule'))`,
    );
    expect((listed as readonly string[]).filter((id) => !ids.includes(id))).toEqual([]);
    expect(listed).toContain('RSK-007');
    await ask(`document.querySelector('.clear').click()`);
    expect(await shownIds()).toEqual(all);
    expect(await ask(`location.hash`)).toBe('');
  }, 60_000);

  test('an address chooses, and shows what it leads to though it was not chosen', async () => {
    await go('shipped.zh', '#INT-001?level=red-line&force=must-not');
    const ids = (await shownIds()) as readonly string[];
    expect(ids).toContain('INT-001');
    expect(await ask(`document.querySelectorAll('.outside').length`)).toBe(1);
    expect(
      await ask(`document.querySelector('#INT-001').getBoundingClientRect().top`),
    ).toBeLessThan(300);
    // a link inside the page keeps what is chosen
    await ask(`new Promise((done) => {
      addEventListener('hashchange', () => setTimeout(done), { once: true });
      location.hash = '#table-nationalMinimumDownPayment';
    })`);
    expect(await ask(`location.hash`)).toBe(
      '#table-nationalMinimumDownPayment?force=must-not&level=red-line',
    );
  }, 60_000);

  test.each(['RSK-007', 'table-nationalMinimumDownPayment', 'summary'])(
    '#%s leads where it always did',
    async (id) => {
      await go('shipped.zh', `#${id}`);
      const top = await ask(`document.getElementById('${id}').getBoundingClientRect().top`);
      expect(top).toBeGreaterThan(40);
      expect(top).toBeLessThan(200);
      expect(await ask(`location.hash`)).toBe(`#${id}`);
    },
    60_000,
  );

  test('what is read is marked in the contents, which are unfolded there', async () => {
    await go('shipped.zh', '#RSK-007');
    await ask(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
    expect(await ask(`document.querySelector('nav [aria-current]').hash`)).toBe('#RSK-007');
    expect(await ask(`document.querySelector('nav [aria-current]').offsetHeight`)).toBeGreaterThan(
      0,
    );
  }, 60_000);

  test.each(['small.zh', 'small.en', 'shipped.zh', 'shipped.en'])(
    '%s is no wider than a telephone',
    async (page) => {
      await screen(browser, 390, 'light');
      await go(page);
      expect(await ask(`document.documentElement.scrollWidth`)).toBeLessThanOrEqual(390);
    },
    60_000,
  );

  test('its policy lets its own script run, and no other', async () => {
    const before = browser.complaints().length;
    await go('small.zh');
    expect(await ask(`document.documentElement.className`)).toBe('scripted');
    expect(browser.complaints().slice(before)).toEqual([]);
    await go('injected');
    expect(await ask('document.title')).not.toBe('harmed');
    expect(browser.complaints().slice(before).join('')).toContain('Content Security Policy');
  }, 60_000);

  test('it can be read without a script', async () => {
    await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
    await go('shipped.zh');
    await browser.send('Emulation.setScriptExecutionDisabled', { value: false });
    expect(await ask(`document.querySelector('.tools').hidden`)).toBe(true);
    expect(await ask(`document.querySelector('nav details').open`)).toBe(true);
    expect(
      await ask(
        `[...document.querySelectorAll('main .rule')].every((one) => one.offsetHeight > 0)`,
      ),
    ).toBe(true);
  }, 60_000);

  test.each([
    ['small.zh', 1200, 'light'],
    ['small.zh', 390, 'dark'],
    ['small.en', 1200, 'dark'],
    ['small.en', 390, 'light'],
  ] as const)(
    '%s, %i pixels, %s: nothing serious stands in the way of anybody',
    async (page, width, scheme) => {
      await screen(browser, width, scheme);
      await go(page);
      await found('款');
      await ask(`document.querySelector('.filters')?.setAttribute('open', '')`);
      expect(await graveFaults(browser)).toEqual([]);
    },
    240_000,
  );
});

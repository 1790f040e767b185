import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Program } from '../../../src/program/ast.ts';
import { filesOf, shipped, small } from '../../manual/harness.ts';
import { chromium, openBrowser, type OpenPage, reason } from '../../report/chromium.ts';
import { graveFaults, idsWith, press, screen, type } from './hands.ts';

const out = mkdtempSync(join(tmpdir(), 'shouze-pages-'));
const texts = new Map<string, string>();
let browser: OpenPage;

beforeAll(async () => {
  if (chromium === undefined) return;
  write('small', small);
  write('shipped', shipped);
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  if (chromium !== undefined) await browser.close();
  rmSync(out, { recursive: true, force: true });
});

function write(name: string, program: Program): void {
  for (const [path, text] of filesOf(program, ['html-pages'], '2026-11-23')) {
    texts.set(`${name}/${path}`, text);
    mkdirSync(dirname(join(out, name, path)), { recursive: true });
    writeFileSync(join(out, name, path), text);
  }
}

/** Pages of a rulebook in a language. */
const pagesIn = (folder: string) =>
  [...texts.keys()].filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.html'));

const go = (page: string, hash?: string) => browser.goTo(join(out, page), hash);
const ask = (expression: string) => browser.ask(expression);

/** Waits until an expression comes to a value, on whichever page the browser then is. */
async function until(expression: string, value: unknown): Promise<void> {
  await expect
    .poll(() => ask(expression).catch(() => undefined), { timeout: 20_000 })
    .toEqual(value);
}

const here = `location.pathname.split('/').at(-1) + location.hash`;
const hasFound = `document.querySelectorAll('#found a').length > 0`;
const shownIds = `[...document.querySelectorAll('main .rule:not([hidden]) > :first-child')].map(({ id }) => id)`;

/** Ids that are found for a query on the page that is open, sorted. */
async function found(query: string): Promise<readonly string[]> {
  await ask(`(() => {
    const box = document.querySelector('#find');
    box.value = ${JSON.stringify(query)};
    box.dispatchEvent(new Event('input'));
  })()`);
  await until(`document.querySelector('#found .count').textContent !== ''`, true);
  return (await ask(`(() => {
    const more = document.querySelector('#found .more');
    while (!more.hidden) more.click();
    return [...document.querySelectorAll('#found a')].map((link) => decodeURIComponent(link.hash.slice(1))).sort();
  })()`)) as readonly string[];
}

describe.skipIf(chromium === undefined)(`many pages in a real browser${reason}`, () => {
  beforeEach(() => screen(browser, 1200, 'light'));

  test('from the page of a step the search finds a rule of another, and the keyboard goes there', async () => {
    await go('shipped/zh/step-signing.html');
    await press(browser, '/');
    await type(browser, '最低首付款比例');
    await until(hasFound, true);
    const first = await ask(`document.querySelector('#found a').getAttribute('href')`);
    expect(first).toBe('step-risk-assessment.html#RSK-007');
    await press(browser, 'Enter');
    await until(here, 'step-risk-assessment.html#RSK-007');
    await until(`document.querySelector('#RSK-007')?.getBoundingClientRect().top < 200`, true);
    expect(await ask(`document.querySelector('nav [aria-current]').hash`)).toBe('#RSK-007');
  }, 60_000);

  test.each([
    ['zh', ['首付', 'LPR', '５个工作日', '（住房）', '付']],
    ['en', ['down', 'Mortgage', 'INTERVIEW', '15%']],
  ] as const)(
    'in %s what is found from one page is what a scan of all pages finds',
    async (language, queries) => {
      const folder = `shipped/${language}`;
      await go(`${folder}/appendix-terms.html`);
      for (const query of queries) {
        const scanned = pagesIn(folder).flatMap((page) => idsWith(query, texts.get(page) ?? ''));
        expect(scanned.length).toBeGreaterThan(0);
        // eslint-disable-next-line no-await-in-loop -- one box
        expect([query, await found(query)]).toEqual([query, scanned.toSorted()]);
      }
    },
    120_000,
  );

  test.each([
    ['index.html', '#RSK-007', 'step-risk-assessment.html#RSK-007'],
    ['index.html', '#RSK-007?post=REVIEWER', 'step-risk-assessment.html#RSK-007?post=REVIEWER'],
    ['process.html', '#L-CIVIL', 'process.html#L-CIVIL'],
    ['appendix-clauses.html', '#source-S-GBT-45251', 'appendix-clauses-2.html#source-S-GBT-45251'],
    ['index.html', '#summary', 'index.html#summary'],
  ])(
    '%s%s leads to %s',
    async (page, hash, target) => {
      await go(`shipped/zh/${page}`, hash);
      await until(here, target);
    },
    60_000,
  );

  test('what is chosen narrows the contents of all pages, and is kept from page to page', async () => {
    await go('shipped/zh/step-signing.html');
    await ask(`(() => {
      const select = document.querySelector('select[name=post]');
      select.value = 'REVIEWER';
      select.dispatchEvent(new Event('change'));
    })()`);
    const rules = /<section class="rule"([^>]*)><h\d id="([^"]+)"/gu;
    const told = pagesIn('shipped/zh').map((page) => {
      const all = [...(texts.get(page) ?? '').matchAll(rules)];
      return [
        page,
        all
          .filter(
            ([, of = '']) =>
              !/data-post=/u.test(of) || / ?data-post="(?:[^"]* )?REVIEWER[ "]/u.test(of),
          )
          .map(([, , id]) => id),
        all.length,
      ] as const;
    });
    const inAll = told.flatMap(([, ids]) => ids);
    const [, signing = [], count] =
      told.find(([page]) => page.endsWith('/step-signing.html')) ?? [];
    await until(
      `document.querySelector('.shown').textContent`,
      `本页显示${signing.length}条规则（共${count}条），全书符合的有${inAll.length}条：审查岗`,
    );
    expect(await ask(shownIds)).toEqual(signing);
    const listed = (await ask(
      `[...document.querySelectorAll('nav li:not(:has(> ul)) > a')]
        .filter((link) => !link.closest('li[hidden]'))
        .map(({ hash }) => decodeURIComponent(hash.slice(1)))`,
    )) as readonly string[];
    expect(listed.filter((id) => /^[A-Z]+-\d/u.test(id) && !inAll.includes(id))).toEqual([]);
    expect(listed).toContain('RSK-007');
    await ask(`document.querySelector('a[rel=prev]').click()`);
    await until(here, 'step-approval.html#?post=REVIEWER');
    const approval = told.find(([page]) => page.endsWith('/step-approval.html'))?.[1];
    await until(shownIds, approval);
    await ask(`document.querySelector('.clear').click()`);
    await ask(`document.querySelector('a[rel=next]').click()`);
    await until(here, 'step-signing.html');
  }, 60_000);

  test('a page that was taken out of its folder searches itself, and says so', async () => {
    const page = 'shipped/en/step-signing.html';
    mkdirSync(join(out, 'alone'));
    copyFileSync(join(out, page), join(out, 'alone', basename(page)));
    await go(`alone/${basename(page)}`);
    expect(await found('contract')).toEqual(idsWith('contract', texts.get(page) ?? '').toSorted());
    expect(await ask(`document.querySelector('#found .count').textContent`)).toMatch(
      /^The text of the other pages cannot be read; on this page alone: \d+ found$/u,
    );
  }, 60_000);

  test('its policy lets in its own script and the text of the pages, and nothing else', async () => {
    const before = browser.complaints().length;
    await go('shipped/zh/step-valuation.html');
    await found('首付');
    expect(browser.complaints().slice(before)).toEqual([]);
    const loaded = (await ask(
      `performance.getEntriesByType('resource').map(({ name }) => name)`,
    )) as readonly string[];
    expect(loaded.filter((name) => !name.endsWith('/shipped/zh/search.js'))).toEqual([]);
    const harm = join(out, 'small/zh/harm.js');
    writeFileSync(harm, `document.title = 'harmed'`);
    const page = texts.get('small/zh/index.html') ?? '';
    const injected = `<script src="harm.js"></script><script>document.title = 'harmed'</script></main>`;
    writeFileSync(join(out, 'small/zh/injected.html'), page.replace('</main>', injected));
    await go('small/zh/injected.html');
    expect(await ask('document.title')).not.toBe('harmed');
    const refused = browser.complaints().slice(before);
    expect(refused.filter((one) => one.includes('Content Security Policy'))).toHaveLength(2);
  }, 60_000);

  test.each(['small/zh', 'small/en', 'shipped/zh', 'shipped/en'])(
    'no page of %s is wider than a telephone',
    async (folder) => {
      await screen(browser, 390, 'light');
      const wide: string[] = [];
      const isSample = folder.startsWith('shipped/');
      for (const [index, page] of pagesIn(folder).entries()) {
        if (isSample && index % 4 > 0) continue;
        // eslint-disable-next-line no-await-in-loop -- one browser
        await go(page);
        // eslint-disable-next-line no-await-in-loop -- one browser
        if (Number(await ask(`document.documentElement.scrollWidth`)) > 390) wide.push(page);
      }
      expect(wide).toEqual([]);
    },
    180_000,
  );

  test('it can be read, and turned, without a script', async () => {
    await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
    await go('shipped/zh/step-valuation.html');
    await browser.send('Emulation.setScriptExecutionDisabled', { value: false });
    expect(await ask(`document.querySelector('.tools').hidden`)).toBe(true);
    expect(await ask(`document.querySelector('nav details').open`)).toBe(true);
    expect(
      await ask(`['.trail h1 a', '.trail h2 a', 'a[rel=prev]', 'a[rel=next]']
        .map((one) => document.querySelector(one).getAttribute('href'))`),
    ).toEqual([
      'index.html',
      'investigate-and-close.html',
      'step-investigation.html',
      'step-risk-assessment.html',
    ]);
  }, 60_000);

  test.each([
    ['small/zh/index.html', 1200, 'light'],
    ['small/en/index.html', 390, 'dark'],
    ['shipped/zh/step-models.html', 1200, 'dark'],
    ['shipped/en/step-models.html', 390, 'light'],
    ['shipped/zh/investigate-and-close.html', 390, 'dark'],
    ['shipped/en/appendix-terms.html', 1200, 'light'],
  ] as const)(
    '%s, %i pixels, %s: nothing serious stands in the way of anybody',
    async (page, width, scheme) => {
      await screen(browser, width, scheme);
      await go(page);
      await found(page.includes('/zh/') ? '款' : 'loan');
      await ask(`document.querySelector('.filters')?.setAttribute('open', '')`);
      expect(await graveFaults(browser)).toEqual([]);
    },
    120_000,
  );
});

import { globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import type { Browser, Page } from 'playwright-core';

import { sharedChromium, shouze, writtenPage } from '../tests/web/harness.ts';

const samples = globSync('examples/dossiers/*');
const short = 'examples/dossiers/0002-down-payment-short.yaml';
const book = 'examples/exports/loan-book-faulty.xlsx';
const bookMapping = 'examples/exports/loan-book.mapping.yaml';

/** How a view is looked at; a language, a scheme of colours, a width in pixels. */
const looks = {
  zh: { locale: 'zh-CN', dark: false, width: 1280 },
  en: { locale: 'en-US', dark: false, width: 1280 },
  dark: { locale: 'zh-CN', dark: true, width: 1280 },
  narrow: { locale: 'zh-CN', dark: false, width: 390 },
} as const;
type Look = keyof typeof looks;

/** Each view: where it is, and what is done in it before it is looked at. */
const views: Readonly<
  Record<string, readonly [string, (page: Page, run: string) => Promise<void>]>
> = {
  check: [
    '#/check',
    async (page) => {
      await give(page, samples);
      await page.locator('#result').waitFor({ timeout: 90_000 });
    },
  ],
  finding: [
    '#/check',
    async (page) => {
      await give(page, [short]);
      await page.locator('.card.fail').first().waitFor({ timeout: 90_000 });
      await page.locator('.look').first().click();
      await placeShown(page);
    },
  ],
  mapping: [
    '#/tables',
    async (page) => {
      await give(page, [book]);
      await page.locator('.columns').waitFor({ timeout: 90_000 });
    },
  ],
  row: [
    '#/check',
    async (page) => {
      await give(page, [book, bookMapping]);
      await page.locator('.card.fail, table.files a').first().waitFor({ timeout: 90_000 });
      await page.locator('table.files a').first().click();
      await page.locator('.look').first().click();
      await placeShown(page);
    },
  ],
  checklist: [
    '#/check',
    async (page) => {
      await give(page, [short]);
      await page.locator('.card.fail').first().waitFor({ timeout: 90_000 });
      await page.locator('a[href="#/checklist"]').first().click();
      await page.locator('.line').nth(3).waitFor();
      await page.locator('#who').fill('S-QA1');
      await page.locator('#when').fill('2026-11-30');
      await page.locator('.line').first().focus();
      for (const key of ['1', '1', '1']) await page.keyboard.press(key);
    },
  ],
  gate: [
    '#/gate',
    async (page) => {
      await page.getByRole('radio').nth(2).check();
      await page
        .locator('main input[type=file]')
        .setInputFiles('examples/dossiers/0006-in-progress.yaml');
      await page.locator('.gate-acts').waitFor({ timeout: 90_000 });
    },
  ],
  book: [
    '#/book',
    async (page, run) => {
      await page.locator('.book input[type=file]').setInputFiles(run);
      await page.locator('.book-total').waitFor({ timeout: 90_000 });
    },
  ],
  read: [
    '#/read/RSK-007',
    async (page) => {
      await page.getByRole('heading', { name: 'RSK-007' }).first().waitFor({ timeout: 90_000 });
    },
  ],
  teach: [
    '#/teach',
    async (page) => {
      await page.locator('.kinds tbody tr').nth(6).waitFor();
      await page.getByRole('button', { name: /^(?:出题|Draw the papers|Draw)$/u }).click();
      await page.locator('.preview').waitFor({ timeout: 90_000 });
    },
  ],
  session: [
    '#/session',
    async (page) => {
      await page.locator('main h1, main h2').first().waitFor();
    },
  ],
};

/** What is committed; every look of every view goes to a folder of one's own. */
const committed: readonly (readonly [string, Look])[] = [
  ...Object.keys(views).map((view) => [view, 'zh'] as const),
  ['finding', 'en'],
  ['check', 'dark'],
];

/**
 * Takes pictures of the page's views for docs/page.md. `node scripts/page-images.ts FOLDER [VIEW…]`
 * takes each view in every look instead, to be looked at.
 */
const [folder = '', ...only] = process.argv.slice(2);
const wanted =
  folder !== ''
    ? Object.keys(views).flatMap((view) =>
        (Object.keys(looks) as readonly Look[]).map((look) => [view, look] as const),
      )
    : committed;
const into = folder === '' ? 'docs/images/page' : folder;
mkdirSync(into, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'shouze-page-'));
const written = writtenPage();
const browser = await sharedChromium();
try {
  const run = join(scratch, 'run.ndjson');
  shouze(['check', ...samples, '--format', 'ndjson', '--outcomes', 'all', '--out', run]);
  for (const [view, look] of wanted)
    if (only.length === 0 || only.includes(view)) await photograph(browser, view, look, run);
} finally {
  await browser.close();
  written.remove();
  rmSync(scratch, { recursive: true, force: true });
}

async function photograph(on: Browser, view: string, look: Look, run: string): Promise<void> {
  const { locale, dark, width } = looks[look];
  const [hash, act] = views[view]!;
  const context = await on.newContext({
    locale,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
  });
  try {
    const page = await context.newPage();
    await page.goto(`file://${written.path}${hash}`);
    await page.locator('[data-open="true"]').waitFor({ timeout: 60_000 });
    await act(page, run);
    // what was scrolled to is drawn a moment later
    await page.waitForTimeout(500);
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await page.screenshot({ path: join(into, `${view}.${look}.png`) });
  } catch (error) {
    console.error(`${view} ${look}: ${String(error)}`);
  } finally {
    await context.close();
  }
}

async function placeShown(page: Page): Promise<void> {
  await page.locator('aside.place').locator('.source-line, table.cells').first().waitFor();
  await page
    .getByText(/^(?:正在打开|Opening)/u)
    .first()
    .waitFor({ state: 'detached' });
}

async function give(page: Page, files: readonly string[]): Promise<void> {
  await page
    .locator('main input[type=file]')
    .first()
    .setInputFiles([...files]);
}

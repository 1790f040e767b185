import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

import { type Browser, chromium as playwright, type Page } from 'playwright-core';

import { beforeAll, onTestFinished } from 'vitest';

import { chromium, reason } from '../report/chromium.ts';

export { chromium, reason };

const root = process.cwd();

/** The command line, run on the program as it is built. */
export function shouze(args: readonly string[], cwd = root): { out: string; code: number } {
  try {
    const out = execFileSync(process.execPath, [join(root, 'bin', 'shouze.js'), ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { out, code: 0 };
  } catch (error) {
    const { stdout = '', status = -1 } = error as { stdout?: string; status?: number };
    return { out: stdout, code: status };
  }
}

/** A page of a rulebook. */
export interface SharedPage {
  readonly path: string;
  readonly folder: string;
}

/** One in a folder of its own. */
export interface Written extends SharedPage {
  readonly remove: () => void;
}

export function writtenPage(args: readonly string[] = []): Written {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-desk-'));
  const path = join(folder, 'desk.html');
  const { out, code } = shouze(['page', '--out', path, ...args]);
  if (code !== 0) throw new Error(`shouze page: ${code} ${out}`);
  return { path, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The same page for all tests that only read it, whichever file and worker they are in; it goes when all are done. */
export function sharedPage(args: readonly string[] = []): SharedPage {
  const pages = process.env['SHOUZE_PAGES'] ?? '';
  const folder = join(pages, createHash('sha256').update(args.join(' ')).digest('hex'));
  const path = join(folder, 'desk.html');
  if (!existsSync(path)) {
    const made = writtenPage(args);
    mkdirSync(pages, { recursive: true });
    try {
      renameSync(made.folder, folder);
    } catch {
      // another worker was first
      made.remove();
    }
  }
  return { path, folder };
}

let shared: Promise<Browser> | undefined;

/** One browser for all tests that open contexts of their own in it. */
export async function sharedChromium(): Promise<Browser> {
  shared ??= openChromium();
  return shared;
}

async function openChromium(): Promise<Browser> {
  return playwright.launch({
    executablePath: `/usr/bin/${chromium}`,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-features=OnDeviceModelService,OptimizationGuideOnDeviceModel',
    ],
  });
}

/** A page of a rulebook, and a browser, for all tests of a file. */
export interface DeskInBrowser extends SharedPage {
  readonly browser: Browser;
  readonly open: (how?: Parameters<typeof openDesk>[2]) => Promise<OpenDesk>;
}

/** Sees to a page and a browser before the tests of a file, where there is one. */
export function deskInBrowser(args: readonly string[] = []): DeskInBrowser {
  let written: SharedPage;
  let browser: Browser;
  beforeAll(async () => {
    if (chromium === undefined) return;
    written = sharedPage(args);
    browser = await sharedChromium();
  }, 120_000);
  return {
    get path() {
      return written.path;
    },
    get folder() {
      return written.folder;
    },
    get browser() {
      return browser;
    },
    open: async (how) => openDesk(browser, written.path, how),
  };
}

/** A page that is open, and all that it complained of. */
export interface OpenDesk {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a page from the disk until the test is finished: pages that are left open go on taking memory. */
export async function openDesk(...given: Parameters<typeof keptDesk>): Promise<OpenDesk> {
  const desk = await keptDesk(...given);
  onTestFinished(async () => desk.page.context().close());
  return desk;
}

/** Opens a page from the disk, in Chinese, and waits until its rulebook is open; who asks closes it. */
export async function keptDesk(
  browser: Browser,
  path: string,
  { hash = '', locale = 'zh-CN', width = 1280, dark = false } = {},
): Promise<OpenDesk> {
  const context = await browser.newContext({
    locale,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(pathToFileURL(path).href + hash);
  await page.locator('[data-open="true"]').waitFor({ timeout: 60_000 });
  return { page, complaints };
}

/** The bytes of a download that something sets off. */
export async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const name = download.suggestedFilename();
  return { name, bytes: readFileSync(await download.path()) };
}

/** Violations that axe finds serious or critical, as one line each. */
export async function graveFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: () => Promise<{
          violations: { id: string; impact: string; nodes: { html: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}

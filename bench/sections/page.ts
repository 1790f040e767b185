import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

import { chromium as playwright, type Page } from 'playwright-core';

import { engineOf } from '../../src/check/engine.ts';
import { judgeFiles } from '../../src/desk/work.ts';
import { fileBytesAt } from '../../src/io/file-bytes.ts';
import { loadRulebook } from '../../src/io/load-rulebook.ts';
import { packageRoot } from '../../src/io/rulebook.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { dossierTextsIn } from '../../src/streams/dossiers.ts';
import { chromium } from '../../tests/report/chromium.ts';
import { commandTook } from '../command.ts';
import { median } from '../measure.ts';
import { figure, type Section } from '../report.ts';

/** Fewer than those for which the page starts further workers. */
const few = 150;

/** Keeps how long tasks of the main thread take, those over 50 ms, from when files are given: what a browser makes of their paths is its own. */
const watching = `
  globalThis.tasks = [];
  let given = 0;
  addEventListener('change', () => { given = performance.now(); }, true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      globalThis.tasks.push(Math.min(duration, startTime + duration - given));
  }).observe({ type: 'longtask', buffered: true });
`;

/** The desk in a real browser: how soon it can be used, and what a dossier takes in it beside Node. */
export async function pageSection(many: number, passes: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'shouze-bench-'));
  const [path, some, all] = ['desk.html', 'some.ndjson', 'all.ndjson'].map((name) => join(folder, name)) as [string, string, string];
  execFileSync(process.execPath, [join(packageRoot, 'bin', 'shouze.js'), 'page', '--out', path]);
  commandTook(['sample', '--count', String(many), '--faulty', '5%', '--seed', '7', '--format', 'ndjson', '--out', all]);
  const each = readFileSync(all, 'utf8').split('\n').filter(Boolean).map((text, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, text);
    return file;
  });
  writeFileSync(some, `${readFileSync(all, 'utf8').split('\n').slice(0, few).join('\n')}\n`);
  const browser = await playwright.launch({ executablePath: `/usr/bin/${chromium}`, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.addInitScript({ content: watching });
    const begun = performance.now();
    await page.goto(pathToFileURL(path).href);
    await page.locator('[data-open="true"]').waitFor();
    const open = performance.now() - begun;
    const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
    const [inNode, inPage] = await taken(page, some, passes);
    const longest = async () => Math.max(0, ...(await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks.splice(0))));
    await longest();
    const whole = await judged(page, all);
    const longestOfOne = await longest();
    const apart = await judged(page, each);
    const longestOfMany = await longest();
    const name = (number: number) => number.toLocaleString('en-US');
    return {
      title: 'The desk in a browser',
      before: `Chromium, the page of the shipped rulebook opened from the disk. A dossier: ${name(few)} of them as one NDJSON file, from when it is given until the result is shown, beside the same files read and judged in Node by generated code, the two taking turns; times of a clock, medians.`,
      head: ['what', 'measured', 'goal'],
      rows: [
        ['the page on the disk', `${figure(statSync(path).size / 1e6)} MB`, '≤ 4 MB'],
        ['its first view', `${figure(painted / 1000)} s`, '≤ 1 s'],
        ['its rulebook open', `${figure(open / 1000)} s`, ''],
        ['a dossier in the page over one in Node', figure(inPage / inNode), '≤ 2'],
        [`${name(many)} dossiers in the page, its workers started`, `${figure(whole / 1000)} s`, ''],
        ['the longest task of the main thread meanwhile', `${figure(longestOfOne)} ms`, '≤ 100 ms'],
        ['as many files', `${figure(apart / 1000)} s`, ''],
        ['the longest task of the main thread meanwhile', `${figure(longestOfMany)} ms`, '≤ 100 ms'],
      ],
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds a pass in Node, and in the page. */
async function taken(page: Page, path: string, passes: number): Promise<readonly [number, number]> {
  const { program, digest } = loadRulebook('rules');
  const engine = engineOf(program, runGenerated);
  const by = { engine, kind: undefined, reporting: { program, rulebookDigest: digest, engine: '', options: {}, languages: ['zh', 'en'], unmasked: false } };
  const inNode: number[] = [];
  const inPage: number[] = [];
  // the first pass of each warms up
  for (let pass = 0; pass <= passes; pass += 1) {
    const begun = performance.now();
    await judgeFiles(by, dossierTextsIn([fileBytesAt(path)], nodePlatform));
    inNode.push(performance.now() - begun);
    inPage.push(await judged(page, path));
  }
  return [median(inNode.slice(1)), median(inPage.slice(1))];
}

/** Milliseconds from when files are given until their result is shown; they are taken away again. */
async function judged(page: Page, path: string | string[]): Promise<number> {
  const begun = performance.now();
  await page.locator('main input[type=file]').first().setInputFiles(path);
  await page.locator('main .tiles').waitFor({ timeout: 600_000 });
  const time = performance.now() - begun;
  await page.getByRole('button', { name: '全部移除' }).click();
  await page.locator('main .tiles').waitFor({ state: 'detached' });
  return time;
}

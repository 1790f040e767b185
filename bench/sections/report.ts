import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import type { CheckReport } from '../../src/report/json-format.ts';
import { chromium, openBrowser, type OpenPage } from '../../tests/report/chromium.ts';
import { checked, manyReport, pageOf, sampleFiles } from '../../tests/report/html/records.ts';
import { figure, type Section } from '../report.ts';

/** The page of a report: its size, what it takes to write, and what it takes a real browser to show it and to work with it. */
export async function reportSection(files: number): Promise<Section> {
  const { report } = await checked(sampleFiles, 'zh');
  const failing = report.dossiers.flatMap(({ outcomes }) => (outcomes.length > 0 ? [outcomes.length] : []));
  const perFile = failing.reduce((sum, count) => sum + count, 0) / failing.length;
  const sizes: readonly (readonly [string, number, number])[] = [
    [`${figure(files)} files, 5% with findings`, files, 20],
    [`${figure(files * 10)} findings`, Math.ceil((files * 10) / perFile), 1],
  ];
  const folder = mkdtempSync(join(tmpdir(), 'shouze-bench-'));
  const rows: (readonly string[])[] = [];
  for (const [title, count, every] of sizes) {
    const path = join(folder, 'report.html');
    const written = writing(manyReport(report, count, every), path);
    rows.push([title, ...written, ...(chromium === undefined ? ['—', '—', '—', '—', '—'] : await shown(path))]);
  }
  rmSync(folder, { recursive: true, force: true });
  return {
    title: 'The page of a report',
    before: `Records of the sample dossiers, each again and again with an id of its own (${figure(perFile)} outcomes a file that has any). Written: processor time of making the page over that of \`JSON.stringify\` of the same records. First view: from the start of navigation until the summary and the first fifty files are there, by the clock, in Chromium; processor: of the page’s main thread until then. Sort, find, open the files of a page of the list: processor, layout included. Goals: at most 15 MB and 2 s for 10,000 files.`,
    head: ['report', 'MB', 'written', 'first view, s', 'processor, s', 'sort, ms', 'find, ms', 'open, ms'],
    rows,
  };
}

/** Megabytes of a page, and what making it takes over writing the records as JSON. */
function writing(report: CheckReport, path: string): readonly string[] {
  const [page, making] = timed(() => pageOf(report, 'zh'));
  const [, plain] = timed(() => report.dossiers.map((record) => JSON.stringify(record)).join('\n').length);
  writeFileSync(path, page);
  return [figure(Buffer.byteLength(page) / 1e6), figure(making / plain)];
}

/** @returns what it comes to, and microseconds of the processor */
function timed<T>(run: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const value = run();
  return [value, process.cpuUsage(before).user];
}

async function shown(path: string): Promise<readonly string[]> {
  // what a page takes is counted by its process, so each has a browser of its own
  const browser = await openBrowser();
  await browser.send('Performance.enable', { timeDomain: 'threadTicks' });
  await browser.goTo(path);
  const taken = await processor(browser);
  const view = Number(await browser.ask(`performance.getEntriesByName('shown')[0].startTime`));
  const sort = await pressing(browser, `document.querySelector('[data-sort=id] button').click()`);
  const find = await pressing(
    browser,
    `const field = document.querySelector('input[type=search]');
     field.value = '首付款';
     field.dispatchEvent(new Event('input', { bubbles: true }))`,
  );
  const open = await pressing(browser, `document.querySelector('.openers button').click()`);
  await browser.close();
  return [view / 1000, taken, sort * 1000, find * 1000, open * 1000].map(figure);
}

/** Seconds of the processor until what was pressed is laid out. */
async function pressing(browser: OpenPage, steps: string): Promise<number> {
  const before = await processor(browser);
  await browser.ask(`{ ${steps}; document.body.offsetHeight; }`);
  return (await processor(browser)) - before;
}

/** Seconds of the processor that the page's main thread took so far. */
async function processor(browser: OpenPage): Promise<number> {
  const { metrics } = await browser.send('Performance.getMetrics');
  const all = metrics as readonly { readonly name: string; readonly value: number }[];
  return all.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

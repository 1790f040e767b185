import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { CheckReport, DossierJson } from '../../../src/report/json-format.ts';
import { chromium, openBrowser, type OpenPage, reason } from '../chromium.ts';
import { checked, manyReport, pageOf, sampleFiles } from './records.ts';

const out = mkdtempSync(join(tmpdir(), 'shouze-page-'));
const harm = `</script><img src=x onerror="document.title='harmed'"><b>\u202Etxt`;

let browser: OpenPage;

beforeAll(async () => {
  if (chromium === undefined) return;
  const { report } = await checked(sampleFiles, 'zh');
  const one = report.dossiers.filter(({ id }) => id === 'D-2026-000002');
  const pages: Readonly<Record<string, CheckReport>> = {
    samples: report,
    many: manyReport(report, 2000, 20),
    hostile: { ...report, dossiers: report.dossiers.map(hostile) },
    one: { ...report, dossiers: one },
  };
  for (const [name, content] of Object.entries(pages))
    writeFileSync(join(out, `${name}.html`), pageOf(content, 'zh'));
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  if (chromium !== undefined) await browser.close();
  rmSync(out, { recursive: true, force: true });
});

/** A record whose every text of its file's own tries to be markup. */
function hostile(record: DossierJson): DossierJson {
  return {
    ...record,
    id: `${record.id}${harm}`,
    file: `${harm}.yaml`,
    outcomes: record.outcomes.map((outcome) => ({
      ...outcome,
      element: harm,
      message: { zh: harm },
      because: outcome.because.map((one) => ({ ...one, text: { zh: harm }, value: harm })),
      seen: [{ path: harm, title: { zh: harm }, value: { zh: harm }, line: 1, column: 1 }],
    })),
  };
}

const go = (name: string, hash?: string) => browser.goTo(join(out, `${name}.html`), hash);
const ask = (expression: string) => browser.ask(expression);
const listed = () =>
  ask(`[...document.querySelectorAll('tr.file .opener')].map((one) => one.textContent)`);
const press = (selector: string) =>
  ask(`document.querySelector(${JSON.stringify(selector)}).click()`);
const named = (text: string) =>
  ask(
    `[...document.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(text)}).click()`,
  );
const status = () => ask(`document.querySelector('[role=status]').textContent`);
/** Sets a control as a person would. */
const choose = (selector: string, value: string) =>
  ask(
    `{ const control = document.querySelector(${JSON.stringify(selector)});
       control.value = ${JSON.stringify(value)};
       control.dispatchEvent(new Event('input', { bubbles: true })); }`,
  );
const shown = (selector: string) =>
  ask(`document.querySelectorAll(${JSON.stringify(selector)}).length`);

describe.skipIf(chromium === undefined)(`the page in a real browser${reason}`, () => {
  beforeEach(() => go('samples'));

  test('lists all files, the gravest first, and its own policy refuses nothing of it', async () => {
    expect(await shown('tr.file')).toBe(40);
    expect(await ask(`document.querySelector('tr.file').textContent`)).toContain('D-2026-000002');
    expect(await shown('.detail')).toBe(0);
    expect(browser.complaints()).toEqual([]);
  });

  test('a file opens and closes, by its button', async () => {
    await press('tr.file .opener');
    expect(await ask(`document.querySelector('.detail').innerText`)).toMatch(
      /RSK-007[^]*首付款149,999\.99[^]*依据[^]*整改[^]*所见数据[^]*待人工核查/u,
    );
    expect(await ask(`document.querySelector('.opener').getAttribute('aria-expanded')`)).toBe(
      'true',
    );
    await press('tr.file .opener');
    expect(await shown('.detail')).toBe(0);
  });

  test('by the keyboard alone: to the first file, and open it', async () => {
    await ask(`document.querySelector('tr.file .opener').focus()`);
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
    await browser.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
    await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    expect(await shown('.detail')).toBe(1);
    expect(await ask(`document.activeElement.textContent`)).toBe('D-2026-000002');
  });

  test('a text, a verdict and a rule leave the files that have them; clearing brings all back', async () => {
    await choose('input[type=search]', 'rsk-007');
    expect(await listed()).toEqual(['D-2026-000002']);
    await choose('input[type=search]', '');
    await choose('.controls select', 'pass');
    expect(await shown('tr.file')).toBe(10);
    await named('清除条件');
    expect(await shown('tr.file')).toBe(40);
    await choose('input[type=search]', 'no such thing');
    expect(await status()).toBe('没有符合条件的卷宗');
  });

  test('a tile and a count of the defects list the files that they count', async () => {
    await press('.tiles [data-verdict=pass] button');
    expect(await shown('tr.file')).toBe(10);
    const counts = `[...document.querySelectorAll('#defects td button')]`;
    const total = Number(await ask(`${counts}.length`));
    expect(total).toBeGreaterThan(20);
    for (const index of [0, 7, total - 1]) {
      const count = Number(await ask(`${counts}[${index}].textContent`));
      await ask(`${counts}[${index}].click()`);
      expect(await shown('tr.file')).toBe(count);
    }
  });

  test('heads sort, and say so', async () => {
    await press('[data-sort=id] button');
    const ids = (await listed()) as readonly string[];
    expect(ids).toEqual(ids.toSorted());
    await press('[data-sort=id] button');
    expect(await listed()).toEqual(ids.toReversed());
    expect(await ask(`document.querySelector('[data-sort=id]').getAttribute('aria-sort')`)).toBe(
      'descending',
    );
    expect(await shown('[aria-sort]')).toBe(1);
  });

  test('an address that names a finding opens it and stays with it; so does one that comes later', async () => {
    await go('samples', '#D-2026-000002/RSK-007');
    const target = () => ask(`document.querySelector('.target h4')?.innerText`);
    expect(await target()).toContain('RSK-007');
    expect(await ask(`document.activeElement === document.querySelector('.target')`)).toBe(true);
    await ask(`location.hash = '#D-2026-000002/process/approval/gate'`);
    await ask(`new Promise((done) => { setTimeout(done, 50); })`);
    expect(await target()).toContain('前置条件未满足');
    expect(await shown('.target')).toBe(1);
    await ask(`location.hash = '#%E0%A4%A'`);
    expect(browser.complaints()).toEqual([]);
  });

  test('every finding has a link that leads to it', async () => {
    await named('展开全部问题');
    const [links, led] = (await ask(`(() => {
      const links = [...document.querySelectorAll('.card .link')];
      const led = links.filter((link) => {
        const names = JSON.parse(link.closest('.card').dataset.findings);
        return names.includes(decodeURIComponent(link.hash.slice(1)));
      });
      return [links.length, led.length];
    })()`)) as readonly number[];
    expect(links).toBeGreaterThan(30);
    expect(led).toBe(links);
  });

  test('what is opened is printed, from whatever page of the list', async () => {
    await go('many');
    await press('tr.file .opener');
    await named('末页');
    expect(await shown('.detail')).toBe(0);
    const printed = await ask(`(() => {
      dispatchEvent(new Event('beforeprint'));
      const count = document.querySelectorAll('.detail').length;
      dispatchEvent(new Event('afterprint'));
      return count;
    })()`);
    expect(printed).toBe(1);
    const { data } = await browser.send('Page.printToPDF', {});
    expect(Buffer.from(String(data), 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a report of one file has it open, and nothing to choose among', async () => {
    await go('one');
    expect(await shown('.card')).toBeGreaterThan(0);
    expect(await shown('.controls, .bar, #defects')).toBe(0);
  });

  test('2,000 files: as many rows as a page of the list has, and pages that turn', async () => {
    await go('many');
    expect(await shown('tr.file')).toBe(50);
    expect(await status()).toBe('第 1 – 50 份，共 2000 份');
    await named('下一页');
    expect(await status()).toBe('第 51 – 100 份，共 2000 份');
    await named('末页');
    expect(await status()).toBe('第 1951 – 2000 份，共 2000 份');
    await go('many', '#D-2026-001999');
    expect(await ask(`document.querySelector('.target').textContent`)).toContain('D-2026-001999');
  });

  test('what a file says is text: it makes no element, runs nothing, and turns no line about', async () => {
    await go('hostile');
    await named('展开全部问题');
    expect(await shown('.card')).toBeGreaterThan(30);
    expect(await shown('img, b')).toBe(0);
    expect(await ask('document.title')).not.toContain('harmed');
    const text = String(await ask('document.querySelector("#files").innerText'));
    expect(text).toContain('[U+202E]txt');
    expect(text).not.toContain('\u202E');
    expect(text).toContain('<img src=x onerror=');
    expect(await shown('.opener:not(:has(bdi)), .seen td:nth-child(2):not(:has(bdi))')).toBe(0);
    expect(browser.complaints()).toEqual([]);
  });

  test('without scripts the counts and the defects are there, and it says that the rest needs them', async () => {
    await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
    await go('samples');
    await browser.send('Emulation.setScriptExecutionDisabled', { value: false });
    const text = String(await ask('document.body.innerText'));
    expect(text).toMatch(/汇总[^]*不合规 29[^]*RSK-007[^]*未启用脚本/u);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';

import { chromium, deskInBrowser, downloaded, graveFaults, reason, shouze } from './harness.ts';

const desk = deskInBrowser();
const folder = mkdtempSync(join(tmpdir(), 'shouze-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dossier = 'examples/dossiers/0004-investigator-approves.yaml';
const register = 'examples/staff/register.yaml';

/** Gives files to the page, and waits until they are judged. */
async function give(page: Page, ...paths: readonly string[]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(paths);
  await page.locator('#downloads').waitFor({ timeout: 60_000 });
}

describe.skipIf(chromium === undefined)(`a check in the page${reason}`, () => {
  test('is judged by the register of people that came with it, as the command line judges it', async () => {
    const { page, complaints } = await desk.open({ hash: '#/check' });
    await give(page, register, dossier);
    const { bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: '结果数据（JSON）', exact: true }).click(),
    );
    const [staff, file] = [register, dossier].map((path) => {
      const name = path.split('/').at(-1) ?? '';
      writeFileSync(join(folder, name), readFileSync(path));
      return name;
    });
    const { out } = shouze(
      [
        'check',
        file ?? '',
        '--staff',
        staff ?? '',
        '--format',
        'json',
        '--rulebook',
        join(process.cwd(), 'rules'),
      ],
      folder,
    );
    expect(bytes.toString()).toBe(out);
    await expect
      .poll(async () => page.locator('.beside-files', { hasText: '员工名册' }).isVisible())
      .toBe(true);
    expect(complaints).toEqual([]);
    expect(await graveFaults(page)).toEqual([]);
  }, 120_000);

  test('says what is wrong with a register, and is judged without it', async () => {
    const { page } = await desk.open({ hash: '#/check' });
    const wrong = join(folder, '名册.yaml');
    writeFileSync(wrong, readFileSync(register, 'utf8').replace(/asOfDate: .*/u, 'asOfDate: soon'));
    await give(page, wrong, dossier);
    await expect
      .poll(async () => page.locator('.beside-files [role=alert]').textContent())
      .toContain('名册.yaml');
    await page.locator('.given summary').click();
    await page.getByRole('button', { name: '移除名册.yaml' }).click();
    await page.locator('.beside-files').waitFor({ state: 'detached' });
  }, 120_000);

  test('gives papers, packed together where there are several', async () => {
    const { page } = await desk.open({ hash: '#/check' });
    await give(page, dossier, 'examples/dossiers/0005-income-proof-missing.yaml');
    const names: string[] = [];
    for (const name of ['检查底稿', '整改通知书', '问题台账（XLSX）', '待办清单（XLSX）']) {
      // eslint-disable-next-line no-await-in-loop -- one download after the other
      const saved = await downloaded(page, () =>
        page.getByRole('button', { name, exact: true }).click(),
      );
      expect(saved.bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
      names.push(saved.name.replace(/-personal-loan-.*(?=\.)/u, ''));
    }
    expect(names).toEqual([
      '检查底稿.zip',
      '整改通知书-0101.docx',
      '问题台账.xlsx',
      '待办清单.xlsx',
    ]);
  }, 120_000);
});

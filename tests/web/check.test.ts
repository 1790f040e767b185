import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { chromium, deskInBrowser, downloaded, graveFaults, reason, shouze } from './harness.ts';

const desk = deskInBrowser();
/** That of a rulebook of one rule: where it matters how many files there are, and not what is found of them. */
const slight = deskInBrowser(['--rulebook', 'tests/codes/fixture']);

/** Chooses files, and waits until they are judged. */
async function give(page: Page, files: Parameters<Page['setInputFiles']>[1]): Promise<void> {
  await page.locator('.drop input[type=file]').first().setInputFiles(files);
  await judged(page);
}

/** Drops a folder as the mouse does: its entries are those of the desk.browser. */
async function dropFolders(page: Page, ...paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const box = await page.locator('.drop').boundingBox();
  if (!box) throw new Error('files are dropped there');
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const at = { x: box.x + box.width / 2, y: box.y + 10, data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at });
  await judged(page);
}

async function judged(page: Page): Promise<void> {
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached', timeout: 180_000 });
  await page.locator('#result').waitFor({ timeout: 180_000 });
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached', timeout: 180_000 });
}

const dossiers = 'examples/dossiers';

/** Files that are given at once; a thousand where somebody asks for them. */
const many = Number(process.env['MANY'] ?? 250);

describe.skipIf(chromium === undefined)(`files are checked in the page${reason}`, () => {
  test('what is downloaded of dropped folders is the JSON of the command line', async () => {
    const { page, complaints } = await desk.open();
    const folders = ['customer-book', 'dossiers', 'situations'];
    await dropFolders(page, ...folders.map((name) => join(process.cwd(), 'examples', name)));
    const json = await downloaded(page, async () =>
      page.getByRole('button', { name: '结果数据', exact: false }).first().click(),
    );
    const examples = join(process.cwd(), 'examples');
    const { out } = shouze(['check', ...folders, '--format', 'json'], examples);
    expect(json.bytes.toString('utf8')).toBe(out);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('a finding leads to the value in its file, masked until asked for, beside its rule', async () => {
    const { page, complaints } = await desk.open();
    await give(page, `${dossiers}/0020-ids-003-screened-before-signing.yaml`);
    await page.locator('.check h2', { hasText: '不合规' }).waitFor();
    await expect.poll(async () => page.locator('.card.fail').count()).toBe(1);
    await page.locator('.seen').getByRole('button', { name: 'P3' }).last().click();
    const panel = page.locator('aside.place');
    await panel.locator('mark').waitFor();
    await expect.poll(async () => panel.locator('mark').textContent()).toBe('P3');
    await expect.poll(async () => panel.locator('.source-line.it').textContent()).toMatch(/^77/u);
    await panel.locator('.written').waitFor();
    await expect.poll(async () => panel.locator('.written').textContent()).toContain('IDS-003');
    const text = readFileSync(`${dossiers}/0020-ids-003-screened-before-signing.yaml`, 'utf8');
    const name = /name: (\p{Script=Han}+)/u.exec(text.split('\n').slice(76, 82).join('\n'))?.[1];
    expect(name).toBeDefined();
    expect(await panel.locator('.source-lines').textContent()).not.toContain(name);
    await panel.getByRole('button', { name: '显示个人信息' }).click();
    await panel.locator('.source-lines', { hasText: name ?? '' }).waitFor();
    expect(await graveFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    // one more click: the words of the clause
    await page.locator('.card details').first().locator('summary').click();
    await page.locator('blockquote.clause').first().waitFor();
    await expect
      .poll(async () => page.locator('blockquote.clause').first().textContent())
      .toMatch(/\p{Script=Han}{8}/u);
    expect(complaints).toEqual([]);
  }, 60_000);

  test('why a rule passed, or does not apply, is told on demand', async () => {
    const { page } = await desk.open();
    await give(page, `${dossiers}/0001-sound.yaml`);
    await page.locator('summary', { hasText: '全部规则的结果' }).click();
    const rules = page.locator('.findings > li');
    await rules.first().waitFor();
    await page.locator('.rules-asked select').selectOption('pass');
    await rules.first().locator('summary').click();
    await rules.first().locator('dt', { hasText: '要求' }).waitFor();
    await page.locator('.rules-asked select').selectOption('not-applicable');
    await rules.first().locator('summary').click();
    await rules.first().locator('dt', { hasText: '不适用的原因' }).waitFor();
  }, 60_000);

  test('files are found, sorted and listed by finding; options are said and change what comes', async () => {
    const { page } = await desk.open();
    await dropFolders(page, join(process.cwd(), dossiers));
    const rows = page.locator('table.files tbody tr');
    await expect.poll(async () => rows.count()).toBe(40);
    await page.getByRole('searchbox').fill('首付');
    await expect.poll(async () => rows.count()).toBeLessThan(10);
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.getByRole('button', { name: /^\S* ?合规 10$/u }).click();
    await expect.poll(async () => rows.count()).toBe(10);
    await page.getByRole('button', { name: '清除条件' }).click();
    for (const name of ['问题：由重到轻', '问题：按办理流程', '同类问题']) {
      await page.getByRole('link', { name }).click();
      await page.locator('.findings > li').first().waitFor();
    }
    await page.getByRole('button', { name: '列出' }).first().click();
    await expect.poll(async () => rows.count()).toBeLessThan(40);
    await page.locator('.options summary').click();
    await page.getByLabel('检查日').fill('2026-12-01');
    await page.getByRole('button', { name: '按此重新判定' }).click();
    await page.locator('.options summary', { hasText: '逾期算到 2026-12-01' }).waitFor();
    expect(await graveFaults(page)).toEqual([]);
  }, 120_000);

  test('by the keyboard alone a file is chosen, opened and looked into', async () => {
    const { page } = await desk.open();
    await give(page, [`${dossiers}/0001-sound.yaml`, `${dossiers}/0002-down-payment-short.yaml`]);
    await page.locator('table.files a').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.card.fail').first().waitFor();
    await page.locator('.look').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('aside.place h2:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.look:focus').waitFor();
  }, 60_000);
});

describe.skipIf(chromium === undefined)(`what is wrong with files is told at them${reason}`, () => {
  const file = (name: string, content: string | Uint8Array) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });
  const markup = '<img src=x onerror="globalThis.harmed = true"><b>.yaml';

  test('is said of its file, and the sound one beside it is judged', async () => {
    const bad: readonly (readonly [ReturnType<typeof file>, string])[] = [
      [file('空.yaml', ''), '没有内容'],
      [file('影像.pdf', '%PDF-1.7\n%\u00e2\u00e3\n'), 'PDF 不能判定'],
      [file('影像.png', Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, 0, 0)), '影像不能判定'],
      [file('数据.json', Uint8Array.of(123, 0, 1, 2, 255)), '文本'],
      [file('备忘.yaml', 'a: 1\nb: 2\n'), '卷宗'],
      [file('断.yaml', 'meta: [1,\n'), ''],
      [file(markup, 'a: 1\n'), '卷宗'],
    ];
    const sound = file('0001.yaml', readFileSync(`${dossiers}/0001-sound.yaml`, 'utf8'));
    const { page, complaints } = await desk.open();
    const rows = page.locator('table.files tbody tr');
    for (const [given, says] of bad) {
      const it = { message: given.name };
      await give(page, [given, sound]);
      const row = rows.filter({ hasText: '未能读取' });
      await row.first().waitFor();
      await expect.poll(async () => row.count(), it).toBe(1);
      await expect.poll(async () => row.locator('.problem').textContent(), it).toContain(says);
      await expect.poll(async () => rows.filter({ hasText: /^ *✓合规/u }).count(), it).toBe(1);
      await row.locator('a').click();
      await page.locator('.problems li').first().waitFor();
      expect(await page.evaluate(() => 'harmed' in globalThis)).toBe(false);
      await page.goBack();
      await page.getByRole('button', { name: '全部移除' }).click();
      await rows.first().waitFor({ state: 'detached' });
    }
    expect(complaints).toEqual([]);
  }, 180_000);

  test('the same file twice counts once, another of its name goes by a name of its own', async () => {
    const { page } = await desk.open();
    const text = readFileSync(`${dossiers}/0001-sound.yaml`, 'utf8');
    await give(page, file('一.yaml', text));
    await give(page, file('一.yaml', text));
    await page.locator('.drop', { hasText: '未重复计入' }).waitFor();
    await give(page, file('一.yaml', text.replaceAll('D-2026-000001', 'D-2026-000099')));
    await page.locator('table.files tbody tr', { hasText: '一 (2).yaml' }).waitFor();
    await expect.poll(async () => page.locator('table.files tbody tr').count()).toBe(2);
  }, 60_000);

  test('a file that is gone before it is read is told, one that was changed takes its place', async () => {
    const { page, complaints } = await desk.open();
    const folder = join(desk.folder, 'gone');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, '一.yaml');
    const text = readFileSync(`${dossiers}/0001-sound.yaml`, 'utf8');
    writeFileSync(path, text);
    await give(page, path);
    renameSync(path, join(folder, '二.yaml'));
    // judged again, it is not there
    await page.locator('.options summary').click();
    await page.getByRole('button', { name: '按此重新判定' }).click();
    await judged(page);
    await page.locator('.check', { hasText: '选定之后被改动、移走' }).waitFor();
    writeFileSync(path, text);
    await give(page, path);
    await page.locator('.check h2', { hasText: '合规' }).waitFor();
    await page.locator('.given summary', { hasText: '1 个文件' }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  test(`${many} files at once are judged, a page of them is listed`, async () => {
    const { page, complaints } = await slight.open();
    const folder = join(slight.folder, 'many');
    mkdirSync(folder, { recursive: true });
    const text = readFileSync('tests/codes/fixture/dossiers/loan.yaml', 'utf8');
    for (let index = 0; index < many; index += 1) {
      const id = `D-2027-${String(index).padStart(6, '0')}`;
      writeFileSync(join(folder, `${id}.yaml`), text.replace('D-1', id));
    }
    await dropFolders(page, folder);
    // the list is asked for once all are judged
    await page.locator('table.files tbody tr').nth(99).waitFor({ timeout: 60_000 });
    await expect.poll(async () => page.locator('table.files tbody tr').count()).toBe(100);
    await page.locator('.pager', { hasText: `共 ${many} 份` }).waitFor();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.locator('.pager', { hasText: '第 101 至 200 份' }).waitFor();
    expect(complaints).toEqual([]);
  }, 240_000);

  test('what is stopped keeps what was judged, and says that it is part', async () => {
    const { page } = await desk.open();
    const line = `${JSON.stringify(JSON.parse(readFileSync(`${dossiers}/0010-sound.json`, 'utf8')))}\n`;
    await page
      .locator('.drop input[type=file]')
      .first()
      .setInputFiles(file('台账.ndjson', line.repeat(400)));
    await page.getByRole('button', { name: '停止' }).click();
    await judged(page);
    const says = page.getByRole('alert').filter({ hasText: '已停止' });
    await says.filter({ hasText: /判定了 \d+ 份，读到全部内容的 \d+%/u }).waitFor();
    await page.getByRole('button', { name: '全部移除' }).click();
    await says.waitFor({ state: 'detached' });
    const names = Array.from({ length: 400 }, (_, index) => `${index}.json`);
    await page
      .locator('.drop input[type=file]')
      .first()
      .setInputFiles(names.map((name, index) => file(name, `${' '.repeat(index)}${line}`)));
    await page.getByText(/正在判定，已完成 \d+ 份（共 400 个文件，读到第 \d+ 个）/u).waitFor();
    await page.getByRole('button', { name: '停止' }).click();
    await judged(page);
    await says.filter({ hasText: /判定了 \d+ 份，共 400 个文件，读到第 \d+ 个/u }).waitFor();
  }, 120_000);
});

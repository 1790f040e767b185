import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { put, shouze, temporary } from '../cli/harness.ts';

const short = 'examples/dossiers/0002-down-payment-short.yaml';
const early = 'examples/dossiers/0003-signed-before-approval.yaml';
const waived = 'examples/dossiers/0009-waived.yaml';
const papers = 'examples/dossiers/0023-acc-012-papers-by-list.yaml';
const sound = 'examples/dossiers/0001-sound.yaml';

/** The same defect in files of two branches, among others: names from the folder they lie in, since they are printed. */
function manyFiles(): string {
  const folder = temporary();
  const text = readFileSync(short, 'utf8');
  for (const [number, branch] of ['0101', '0101', '0202'].entries()) {
    const own = text
      .replaceAll('D-2026-000002', `D-2026-90000${number}`)
      .replaceAll('A-2026-0002', `A-2026-900${number}`)
      .replace(/branchId: .*/u, `branchId: '${branch}'`);
    put(folder, `${number}.yaml`, own);
  }
  put(folder, 'papers.yaml', readFileSync(papers, 'utf8'));
  put(folder, 'sound.yaml', readFileSync(sound, 'utf8'));
  return folder;
}

/** All papers of a folder as Markdown, by their names. */
async function told(format: string, lang: string, ...paths: readonly string[]): Promise<string> {
  const out = join(temporary(), 'papers');
  const args = ['check', ...paths, '--format', format, '--paper', 'md', '--lang', lang];
  const { code } = await shouze(...args, '--out', out);
  expect(code).toBe(1);
  const names = readdirSync(out).toSorted();
  const texts = names.map((name) => `<!-- ${name} -->\n${readFileSync(join(out, name), 'utf8')}`);
  return texts
    .join('\n')
    .replaceAll(/\/\S*?\/shouze-\w+\//gu, '')
    .replaceAll(/(?<=0\.1\.0 · sha256:)[0-9a-f]+/gu, '…');
}

describe.each(['zh', 'en'])('in %s', (lang) => {
  test.each(['confirmation', 'notice'])('%s: one for each branch', async (format) => {
    const text = await told(format, lang, manyFiles());
    await expect(text).toMatchFileSnapshot(`expected/${format}.${lang}.md`);
  });

  test('workpaper: one for each dossier', async () => {
    const text = await told('workpaper', lang, early, waived);
    await expect(text).toMatchFileSnapshot(`expected/workpaper.${lang}.md`);
  });
});

test('rows of a table that could not be read are named, and not among the files', async () => {
  const folder = join(temporary(), 'papers');
  const [book, mapping] = ['loan-book-faulty.xlsx', 'loan-book.mapping.yaml'].map((name) =>
    join('examples/exports', name),
  ) as [string, string];
  const args = ['check', book, '--mapping', mapping, '--format', 'confirmation', '--paper', 'md'];
  await shouze(...args, '--out', folder);
  const [name = ''] = readdirSync(folder);
  const text = readFileSync(join(folder, name), 'utf8');
  expect(text).toContain('份卷宗进行了检查');
  expect(text).toMatch(/另有2行未能读取/u);
  expect(text).toMatch(/第12行.*公式没有算出结果/u);
  expect(text).toMatch(/第14行.*业务编号与前面的行重复/u);
});

describe('where papers go', () => {
  test('one may be a file', async () => {
    const out = join(temporary(), 'one.md');
    await shouze('check', short, '--format', 'notice', '--paper', 'md', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('整改通知');
  });

  test('many are no file, and nothing is written', async () => {
    const folder = temporary();
    const out = join(folder, 'many.docx');
    const { code, err } = await shouze(
      'check',
      early,
      short,
      '--format',
      'workpaper',
      '--out',
      out,
    );
    expect(code).toBe(2);
    expect(err).toContain('--out 应为文件夹');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('what is there may be signed: it is not written over', async () => {
    const out = join(temporary(), 'papers');
    const args = ['check', short, '--format', 'confirmation', '--out', out];
    await shouze(...args);
    const [name = ''] = readdirSync(out);
    const before = readFileSync(join(out, name));
    const { code } = await shouze(...args);
    expect(code).toBe(2);
    expect(readFileSync(join(out, name))).toEqual(before);
  });

  test('where nothing was found there is nothing to confirm', async () => {
    const out = join(temporary(), 'papers');
    const { code, err } = await shouze('check', sound, '--format', 'notice', '--out', out);
    expect(code).toBe(0);
    expect(err).toContain('没有发现问题');
  });

  test('the same check gives the same bytes', async () => {
    const bytes = await Promise.all(
      ['a.docx', 'b.docx'].map(async (name) => {
        const out = join(temporary(), name);
        await shouze('check', short, '--format', 'notice', '--out', out);
        return readFileSync(out);
      }),
    );
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true);
  });
});

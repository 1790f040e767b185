import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';

import { documentsOf, textFiles } from '../../src/cli/manual-files.ts';
import { unplannedOf } from '../../src/plan/from-program.ts';
import { loadRulebook } from '../../src/cli/load.ts';
import { invariant } from '../../src/base/invariant.ts';
import { copied, edit, put, shouze, temporary } from './harness.ts';

const example = 'examples/code-sets';

describe('the example of docs/code-sets.md', () => {
  test('is sound, and its cases are as it says', async () => {
    expect(await shouze('lint', '--rulebook', example, '--lang', 'en')).toMatchObject({
      code: 0,
      out: '3 rules, 16 cases: 0 errors, 0 warnings\n',
    });
    const cases = await shouze('test', '--rulebook', example, '--lang', 'en');
    expect(cases.out).toContain('16 passed, 0 failed');
  });

  test('has a plan for every rule', () => {
    const { program } = loadRulebook(example);
    invariant(program, 'the example is sound');
    expect(unplannedOf(program)).toEqual([]);
  });

  test('is quoted as it stands', () => {
    const page = readFileSync('docs/code-sets.md', 'utf8');
    const blocks = unified()
      .use(remarkParse)
      .parse(page)
      .children.flatMap((node) => (node.type === 'code' ? [node] : []));
    expect(blocks.length).toBe(3);
    for (const { meta, value } of blocks) {
      const text = readFileSync(join(example, meta ?? ''), 'utf8');
      const [shown = '', cut] = value.split(/\n…$/u);
      expect(cut === undefined ? text.trimEnd() : text.slice(0, shown.length)).toBe(shown);
    }
  });

  test('is judged by the year of the entry, and says why', async () => {
    const folder = temporary();
    put(folder, 'a.yaml', "id: R-1\nclosedOn: 2021-06-30\ntract: '06037101111'\n");
    put(folder, 'b.yaml', "id: R-2\nclosedOn: 2022-06-30\ntract: '06037101111'\ncounty: X\n");
    const ran = await shouze('check', folder, '--rulebook', example, '--lang', 'en');
    expect(ran.out).toContain('The tract 06037101111 is not in the code set of the year');
    expect(ran.out).toContain(
      'the county (X) is not the county of the tract (06037101111) in the code set “Census tracts” (Los Angeles)',
    );
    expect(ran.out).toContain(
      'Census tracts (censusTracts) on that day the code set does not list the code, or has that column blank',
    );
  });

  test('explain names the code sets behind a rule', async () => {
    const { out } = await shouze('explain', 'ARE-002', '--rulebook', example, '--lang', 'zh');
    expect(out).toContain('普查区在代码表《普查区》中');
    expect(out).toContain('censusTracts 普查区  2018-01-01、2022-01-01');
  });
});

test('the manual has a chapter of code sets: their first rows, never all of them', async () => {
  const { program } = loadRulebook(example);
  invariant(program, 'the example is sound');
  const run = {
    formats: ['md'],
    asOf: '2023-01-01',
    languages: ['en'],
    out: 'docs',
    rulebookAt: `../../${example}`,
  } as const;
  const files = textFiles(documentsOf(program, run), run);
  await expect(files.get('en/appendix-codes.md')).toMatchFileSnapshot('expected/appendix-codes.md');
  expect(files.get('en/register.md')).toContain(
    '[see the code set](appendix-codes.md#codes-censusTracts)',
  );
  expect(files.get('en/appendix-clauses.md')).toContain(
    '[Census tracts](appendix-codes.md#codes-censusTracts)',
  );
});

describe('a branch', () => {
  function branch(): string {
    const folder = join(copied(example), '..', 'branch');
    const title = '{ zh: 分行, en: Branch }';
    put(
      folder,
      'rulebook.yaml',
      `format: 1\nid: branch\nversion: 1.0.0\ntitle: ${title}\nissuer: ${title}\nlanguages: [zh, en]\nextends: ../rules\n`,
    );
    return folder;
  }

  test('may bring a code set of its own', async () => {
    const folder = branch();
    put(
      folder,
      'codes/own.yaml',
      'codes: own\ntitle: { zh: 自有, en: Own }\nkey: code\nfile: own.csv\n',
    );
    put(folder, 'codes/own.csv', 'code\nA\n');
    const { out } = await shouze('lint', '--rulebook', folder, '--lang', 'en');
    expect(out).toContain('0 errors, 1 warning');
    expect(out).toContain('[rulebook/digest]');
  });

  test.each(['codes/censusTracts.yaml', 'codes/census-tracts-2018.csv'])(
    'may not write %s again',
    async (path) => {
      const folder = branch();
      put(folder, path, readFileSync(join(example, path), 'utf8'));
      const { code, out } = await shouze('lint', '--rulebook', folder, '--lang', 'en');
      expect(code).toBe(2);
      expect(out).toContain('[rulebook/redefined]');
    },
  );
});

test('a CSV file that no code set names is told', async () => {
  const folder = copied(example);
  put(folder, 'codes/census-tracts-2019.csv', 'tract\nA\n');
  const { out } = await shouze('lint', '--rulebook', folder, '--lang', 'en');
  expect(out).toContain('[rulebook/unread]');
});

test('a rulebook with faults in a file of codes judges nothing', async () => {
  const folder = copied(example);
  edit(folder, 'codes/census-tracts-2018.csv', '121400', 'much');
  const { code, out, err } = await shouze(
    'check',
    `${example}/dossiers`,
    '--rulebook',
    folder,
    '--lang',
    'en',
  );
  expect(code).toBe(2);
  expect(out + err).toContain('[rulebook/csv-cell]');
});

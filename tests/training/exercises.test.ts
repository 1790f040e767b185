import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { samplePapers, samplesPath } from '../../scripts/exercises.ts';
import { readWorkbook } from '../../src/io/workbook.ts';
import { shouze, temporary } from '../cli/harness.ts';

const rulebook = 'tests/codes/fixture';

const small = `title: { zh: 测验 }
questions:
  - { kind: judgement, count: 1, points: 2 }
papers: 1
passMark: 1
seed: 7
asOf: 2026-11-23
`;

function folderWith(text: string) {
  const folder = temporary();
  const path = join(folder, 'paper.yaml');
  writeFileSync(path, text);
  return { path, out: join(folder, 'out') };
}

test('the sample papers are those that the rulebook gives', async () => {
  const made = await samplePapers();
  for (const [path, text] of made)
    await expect(text).toMatchFileSnapshot(`../../${samplesPath}/${path}`);
  const kept = readdirSync(samplesPath, { recursive: true, withFileTypes: true });
  expect(kept.filter((one) => one.isFile())).toHaveLength(made.size);
}, 120_000);

describe('shouze exercises', () => {
  test('writes papers, answer sheets, keys, the bank, the roster and what they rest on', async () => {
    const { path, out } = folderWith(small);
    const { code, out: said } = await shouze(
      'exercises',
      path,
      '--rulebook',
      rulebook,
      '--out',
      out,
    );
    expect([code, said]).toEqual([0, `${out}：1套试卷，1题\n`]);
    expect(readdirSync(out).toSorted()).toEqual([
      'answer-sheet-A.html',
      'answer-sheet-A.md',
      'bank.xlsx',
      'key-A.html',
      'key-A.md',
      'paper-A.html',
      'paper-A.md',
      'papers.json',
      'roster.html',
      'roster.md',
      'roster.xlsx',
    ]);
    const html = readFileSync(join(out, 'paper-A.html'), 'utf8');
    expect(html).toContain(`default-src 'none'`);
    expect(html).not.toMatch(/<script|<img|http-equiv="refresh"/u);
  });

  test('is what manual --exercises does', async () => {
    const { path, out } = folderWith(small);
    await shouze('exercises', path, '--rulebook', rulebook, '--out', out);
    const other = join(out, 'other');
    await shouze('manual', '--exercises', path, '--rulebook', rulebook, '--out', other);
    for (const name of ['paper-A.md', 'papers.json'])
      expect(readFileSync(join(other, name), 'utf8')).toBe(readFileSync(join(out, name), 'utf8'));
  });

  test('gives a bank with the columns that banks use, and no formula in it', async () => {
    const text = small.replace('测验', '=1+1');
    const { path, out } = folderWith(text);
    await shouze('exercises', path, '--rulebook', rulebook, '--out', out, '--format', 'xlsx');
    const bank = await readWorkbook(join(out, 'bank.xlsx'));
    const rows = 'sheets' in bank ? (bank.sheets[0]?.rows ?? []) : [];
    expect(rows[0]?.cells).toEqual([
      '题型',
      '题干',
      '选项',
      '答案',
      '解析',
      '难度',
      '知识点',
      '岗位',
      '依据',
    ]);
    expect(rows).toHaveLength(3);
    expect(rows[2]?.cells[0]).toBe('判断题');
    expect(existsSync(join(out, 'paper-A.md'))).toBe(false);
    for (const name of ['bank.xlsx', 'roster.xlsx']) {
      const sheets = await readWorkbook(join(out, name));
      expect(
        'sheets' in sheets &&
          sheets.sheets[0]?.rows
            .flatMap(({ cells }) => cells)
            .filter((cell) => cell.startsWith('=')),
      ).toEqual([]);
    }
  });

  test.each([
    [
      'post',
      small.replace('questions:', 'posts: [REVIEWERS]\nquestions:'),
      '2:9',
      '规则库没有岗位 `REVIEWERS`；您是否想写 `REVIEWER`',
    ],
    [
      'stage',
      small.replace('questions:', 'stages: [lendin]\nquestions:'),
      '2:10',
      '规则库没有阶段 `lendin`；您是否想写 `lending`',
    ],
    ['key', small.replace('points', 'point'), '3:34', '`point`'],
    ['kind', small.replace('judgement', 'essay'), '3:13', '`essay`'],
    ['day', small.replace('2026-11-23', '2026-11-31'), '7:7', '`2026-11-31`'],
    ['mark', small.replace('passMark: 1', 'passMark: 3'), '5:11', '及格分 `3` 高于满分 2'],
    ['number', small.replace('count: 1', 'count: 9'), '3:31', '合计要9道判断题，规则库只出得了'],
  ])('says where a wrong %s stands, what it is and what to do', async (_, text, place, says) => {
    const { path, out } = folderWith(text);
    const { code, err } = await shouze('exercises', path, '--rulebook', rulebook, '--out', out);
    expect(code).toBe(2);
    expect(err).toContain(`paper.yaml:${place}`);
    expect(err).toContain(says);
    expect(existsSync(out)).toBe(false);
  });

  test('names the questions that rest on what has changed, and ends with 1', async () => {
    const { path, out } = folderWith(small);
    await shouze('exercises', path, '--rulebook', rulebook, '--out', out);
    const saved = join(out, 'papers.json');
    const asked = ['exercises', '--check', saved, '--rulebook', rulebook];
    expect(await shouze(...asked)).toMatchObject({ code: 0, out: '1题，所依据的规定均未变动\n' });
    const text = readFileSync(saved, 'utf8').replace(
      '"edition": "2024-01-01"',
      '"edition": "2020-01-01"',
    );
    writeFileSync(saved, text);
    const { code, out: said } = await shouze(...asked);
    expect(code).toBe(1);
    expect(said).toContain('A-1 判断题：DEM-001 的版本由2020-01-01改为2024-01-01');
  });

  test.each([
    [['exercises'], '须带一个组卷方案'],
    [['exercises', 'a.yaml', 'b.yaml'], '须带一个组卷方案'],
    [['exercises', 'a.yaml', '--check', 'papers.json'], '不带组卷方案'],
    [['exercises', 'a.yaml', '--format', 'pdf'], '--format pdf'],
    [['exercises', 'nowhere.yaml'], '[io/missing-file]'],
  ])('%j is refused', async (args, says) => {
    const { code, err } = await shouze(...args);
    expect([code, err.includes(says)]).toEqual([2, true]);
  });
});

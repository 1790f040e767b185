import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { blueprintText, drawExam, type Exam, readBlueprint } from '../../src/desk/training/exam.ts';
import { engineOf } from '../../src/check/engine.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { BlueprintFile } from '../../src/rulebook/files.ts';
import { shouze } from '../cli/harness.ts';

const rulebook = 'tests/codes/fixture';
const { value: program } = readRulebook(rulebookFolder(rulebook).folder);
if (!program) throw new Error('the fixture has no errors');
const desk = { program, engine: engineOf(program) };

const small: BlueprintFile = {
  title: { zh: '测验', en: 'Quiz' },
  questions: [{ kind: 'judgement', count: 1, points: 2 }],
  papers: 1,
  passMark: 1,
  seed: 7,
};
const asked = { language: 'zh', day: '2026-11-23' };

function drawn(blueprint: BlueprintFile): ReturnType<typeof drawExam> {
  return drawExam(desk, { name: '组卷方案.yaml', text: blueprintText(blueprint) }, asked);
}

function saysOf(made: ReturnType<typeof drawExam> | ReturnType<typeof readBlueprint>) {
  return 'problems' in made ? made.problems.map(({ place, says }) => `${place} ${says}`) : [];
}

const sum = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

describe('papers', () => {
  let exam: Exam;
  const folder = mkdtempSync(join(tmpdir(), 'shouze-exam-'));
  const out = join(folder, 'out');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    const made = drawn(small);
    if (!('exam' in made)) throw new Error(saysOf(made).join('\n'));
    ({ exam } = made);
    const path = join(folder, '组卷方案.yaml');
    writeFileSync(path, blueprintText(small));
    const ran = [];
    for (const [formats, to] of [
      ['docx,xlsx', out],
      ['html', `${out}-html`],
    ]) {
      const asking = ['exercises', path, '--format', formats ?? '', '--out', to ?? ''];
      // eslint-disable-next-line no-await-in-loop -- one after the other
      ran.push(await shouze(...asking, '--rulebook', rulebook, '--as-of', asked.day));
    }
    if (ran.some(({ code }) => code !== 0)) throw new Error(ran.map(({ err }) => err).join('\n'));
  });

  test('have the files that the command line writes, to the byte', async () => {
    const written = readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(out.length + 1));
    expect([...exam.files].toSorted()).toEqual(written.toSorted());
    for (const path of written)
      // eslint-disable-next-line no-await-in-loop -- one after the other
      expect([path, sum(await exam.file(path))]).toEqual([
        path,
        sum(readFileSync(join(out, path))),
      ]);
    expect(await exam.file('other.docx')).toBeUndefined();
  });

  test('are looked at as they are printed', () => {
    expect(exam.pages.map(({ name }) => name)).toEqual([
      'paper-A',
      'answer-sheet-A',
      'key-A',
      'roster',
    ]);
    for (const { name } of exam.pages) {
      const html = readFileSync(join(`${out}-html`, `${name}.html`), 'utf8');
      expect(html).toContain(`<main>\n${exam.preview(name)}\n</main>`);
    }
    expect(exam.preview('other')).toBeUndefined();
  });

  test('come together in one archive, the same each time', async () => {
    const [one, other] = [await exam.archive(), await exam.archive()];
    expect(sum(one)).toBe(sum(other));
    expect(one.subarray(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b));
  });
});

describe('a blueprint', () => {
  test('is read as it was saved', () => {
    const text = blueprintText(small);
    expect(readBlueprint(desk, { name: '组卷方案.yaml', text }, 'zh')).toEqual({
      blueprint: small,
    });
  });

  test.each<readonly [string, BlueprintFile, readonly string[]]>([
    [
      'a pass mark above the points',
      { ...small, passMark: 5 },
      ['组卷方案.yaml:9:11 及格分 `5` 高于满分 2，没有人能及格'],
    ],
    [
      'a post that there is not',
      { ...small, posts: ['NOBODY'] },
      ['组卷方案.yaml:12:5 规则库没有岗位 `NOBODY`'],
    ],
  ])('with %s is told where and what', (_, blueprint, says) => {
    expect(saysOf(drawn(blueprint))).toEqual(says);
  });

  test('that asks for more than there is names the kind', () => {
    const many = { ...small, questions: [{ kind: 'judgement' as const, count: 90, points: 1 }] };
    expect(saysOf(drawn(many)).join()).toContain('判断题');
  });

  test('that is no blueprint is told so, and stops nothing', () => {
    expect(saysOf(readBlueprint(desk, { name: 'x.yaml', text: 'a: [' }, 'en')).length).toBe(1);
    expect(saysOf(readBlueprint(desk, { name: 'x.yaml', text: '1' }, 'en')).length).toBe(1);
  });
});

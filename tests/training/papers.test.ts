import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { blueprintFrom } from '../../src/blueprint/blueprint.ts';
import { engineOf } from '../../src/check/engine.ts';
import { exerciseFiles, sha256 } from '../../src/cli/exercise-files.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import type { Program } from '../../src/program/ast.ts';
import { readRulebook } from '../../src/program/read.ts';
import { clauseOf, isVerified } from '../../src/rulebook/ast.ts';
import { changedSince, manifestOf } from '../../src/training/manifest.ts';
import { type Paper, papersOf } from '../../src/training/paper.ts';
import type { Question } from '../../src/training/question.ts';
import { type Setting, settingOf } from '../../src/training/setting.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { shipped } from '../evaluate/shipped.ts';
import { sat } from './sit.ts';

const path = 'examples/exercises/risk-and-review.yaml';
const { program } = shipped();
const engine = engineOf(program, runGenerated);
const blueprint = blueprintOf(readFileSync(path, 'utf8'));
const { data } = blueprint;
const zh = settingIn('zh');
const { papers } = papersOf(blueprint, zh);
const [paperA, paperB] = papers as readonly [Paper, Paper];

function blueprintOf(text: string) {
  const { value } = blueprintFrom({ name: path, text }, program);
  if (!value) throw new Error('the blueprint is sound');
  return value;
}

function settingIn(language: string, of = engine): Setting {
  const setting = settingOf(of, { language, asOf: data.asOf ?? '', part: data });
  if (!setting) throw new Error('the shipped rulebook has subjects');
  return setting;
}

function questionsOf({ parts }: Paper): readonly Question[] {
  return parts.flatMap(({ questions }) => questions);
}

describe('papers of a blueprint', () => {
  test('have what it asks, and no question twice', () => {
    for (const { parts } of papers)
      expect(parts.map(({ questions }) => questions.length)).toEqual(
        data.questions.map(({ count }) => count),
      );
    const ids = papers.flatMap(questionsOf).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(100);
  });

  test('ask about red lines as often as they should', () => {
    const redLines = new Set(zh.rules.filter(({ isRedLine }) => isRedLine).map(({ id }) => id));
    for (const { asks, questions } of papers.flatMap(({ parts }) => parts)) {
      if (asks.kind === 'sequence' || asks.kind === 'post') continue;
      const about = questions.filter(({ rests }) => rests.rules.some((id) => redLines.has(id)));
      expect(about.length).toBeGreaterThanOrEqual(Math.ceil(0.3 * asks.count - 1e-9));
    }
  });

  test('rest on rules in force that somebody may be held to', () => {
    for (const id of papers.flatMap(questionsOf).flatMap(({ rests }) => rests.rules)) {
      const rule = program.rules.find((one) => one.id === id);
      expect(rule?.rule.entry.data.status).toBe('issued');
      const edition = rule?.editions.find(
        ({ from, until }) => from <= '2026-11-23' && (until === undefined || until >= '2026-11-23'),
      );
      const basis = (edition?.basis ?? []).map((ref) => clauseOf(program.rulebook, ref));
      expect(basis.some((clause) => clause && isVerified(clause.confidence))).toBe(true);
    }
  });

  test('are the same to the byte for the same seed, and others for another', async () => {
    const bytes = async (of: readonly Paper[]) =>
      [...(await exerciseFiles(of, data, zh, ['md', 'html', 'xlsx']))].map(([name, content]) => [
        name,
        typeof content === 'string' ? content : Buffer.from(content).toString('base64'),
      ]);
    const again = papersOf(blueprint, settingIn('zh', engineOf(program))).papers;
    expect(await bytes(again)).toEqual(await bytes(papers));
    const other = papersOf(blueprintOf(readFileSync(path, 'utf8').replace('20261123', '7')), zh);
    expect(other.papers.flatMap(questionsOf).map(({ id }) => id)).not.toEqual(
      papers.flatMap(questionsOf).map(({ id }) => id),
    );
  }, 120_000);

  test('ask the same in both languages, with the same key', () => {
    const keyed = (of: readonly Paper[]) =>
      of.flatMap(questionsOf).map(({ id, key }) => [id, key.kind === 'value' ? 'value' : key]);
    expect(keyed(papersOf(blueprint, settingIn('en')).papers)).toEqual(keyed(papers));
  }, 120_000);

  test('leave nothing unsaid in Chinese: no ids of codes, no English words', () => {
    for (const { id, stem, extract, options, explanation } of papers.flatMap(questionsOf)) {
      const words = [stem, ...extract, ...options, ...explanation].join('\n');
      expect([id, words.match(/undefined|\[object|[A-Z]+_[A-Z_]+|\b[a-z]{4,}\b/gu)]).toEqual([
        id,
        null,
      ]);
    }
  });
});

describe('a paper that is sat', () => {
  test.each([
    ['A', paperA],
    ['B', paperB],
  ])(
    '%s: every answer is found again from the rulebook and gets its points',
    (_, paper) => {
      const answers = questionsOf(paper).map((question) => [question.id, sat(question, zh)]);
      expect(answers).toEqual(questionsOf(paper).map(({ id, key }) => [id, key]));
      const points = paper.parts.map(
        ({ asks, questions }) =>
          questions.filter((one) => JSON.stringify(sat(one, zh)) === JSON.stringify(one.key))
            .length * asks.points,
      );
      expect(points.reduce((sum, one) => sum + one)).toBe(110);
    },
    120_000,
  );
});

describe('what changed since', () => {
  const manifest = manifestOf(papers, zh, sha256);

  test('is nothing in the same rulebook', () => {
    expect(changedSince(manifest, program, '2026-11-23', sha256)).toEqual([]);
  });

  test.each([
    [
      'a limit',
      'parameters/registrationWorkingDays.yaml',
      (text: string) => text.replace(/value: 5\b/u, 'value: 4'),
      { kind: 'limit', id: 'registrationWorkingDays', was: '5', now: '4' },
    ],
    [
      'a rule edited in place',
      'stages/investigate-and-close/risk-assessment/RSK-007-minimum-down-payment.yaml',
      (text: string) => text.replace('城市下限未收录的，不得', '城市下限没有收录的，不得'),
      { kind: 'edited', id: 'RSK-007' },
    ],
    [
      'a draft again',
      'stages/investigate-and-close/risk-assessment/RSK-007-minimum-down-payment.yaml',
      (text: string) => text.replace('status: issued', 'status: draft'),
      { kind: 'gone', id: 'RSK-007' },
    ],
  ])('%s names the questions that rest on it, and no other', (_, file, edit, change) => {
    const question = {
      place: 'A-1',
      id: 'x',
      kind: 'judgement' as const,
      rests: restsOn(change.id),
    };
    const untouched = { ...question, place: 'A-2', rests: restsOn('ACC-002') };
    const changed = changedSince(
      { ...manifest, questions: [question, untouched] },
      edited(file, edit),
      '2026-11-23',
      sha256,
    );
    expect(changed).toEqual([{ question, changes: [change] }]);
  });

  function restsOn(id: string) {
    const what = program.references.has(id) ? 'parameters' : 'rules';
    const question = questionsOf(paperA)[0] as Question;
    const rests = { rules: [], steps: [], parameters: [], posts: [], [what]: [id] };
    const part = { asks: data.questions[0] as never, questions: [{ ...question, rests }] };
    return manifestOf([{ letter: 'A', parts: [part] }], zh, sha256).questions[0]?.rests ?? [];
  }

  function edited(file: string, edit: (text: string) => string): Program {
    const { folder } = rulebookFolder('rules');
    const source = folder.files.get(file);
    if (!source || edit(source.text) === source.text) throw new Error(`nothing to edit in ${file}`);
    const files = new Map([...folder.files, [file, { ...source, text: edit(source.text) }]]);
    const { value } = readRulebook({ ...folder, files });
    if (!value) throw new Error('the edited rulebook is read');
    return value;
  }
});

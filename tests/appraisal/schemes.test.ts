import { describe, expect, test } from 'vitest';

import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { filesWith, scheme } from './setting.ts';

const { files } = rulebookFolder('tests/evaluate/fixture').folder;

/** What is wrong with a rulebook with this scheme. */
function problems(
  keys: Readonly<Record<string, unknown>>,
  others: Readonly<Record<string, string>> = {},
) {
  const own = Object.entries(filesWith(keys, others)).map(
    ([path, text]) => [path, { name: path, text }] as const,
  );
  const { value, diagnostics } = readRulebook({
    name: 'fixture',
    files: new Map([...files, ...own]),
  });
  const told = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, params }) => [code, ...Object.values(params)].join(' '));
  return { told, schemes: value?.appraisals.length };
}

const [clean, prompt, agreed] = scheme.measures;

describe('a scheme that is not fair, or cannot be computed, is refused', () => {
  test('sound as it is', () => {
    expect(problems({})).toEqual({ told: [], schemes: 1 });
  });

  test.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    [
      'weights of 99.9',
      { measures: [clean, { ...prompt, weight: 29.9 }, agreed] },
      'program/appraisal weights 99.9',
    ],
    [
      'weights of 100.1',
      { measures: [clean, { ...prompt, weight: 30.1 }, agreed] },
      'program/appraisal weights 100.1',
    ],
    [
      'a floor at the target',
      { measures: [{ ...clean, floor: 0.9 }, prompt, agreed] },
      'program/appraisal floor clean',
    ],
    [
      'a floor better than the target',
      { measures: [clean, { ...prompt, floor: 2 }, agreed] },
      'program/appraisal floor prompt',
    ],
    [
      'a measure twice',
      { measures: [clean, { ...prompt, weight: 10 }, agreed, { ...prompt, weight: 20 }] },
      'program/appraisal twice prompt',
    ],
    [
      'no such measure',
      { measures: [clean, prompt, { ...agreed, measure: 'agred' }] },
      'rulebook/unknown-reference measure agred agreed',
    ],
    ['no such post', { posts: ['MANAGR'] }, 'rulebook/unknown-reference post MANAGR MANAGER'],
    ['a cap below zero', { rewards: { most: -1 } }, 'program/appraisal negative most'],
    ['half a file', { minimumFiles: 0.5 }, 'program/appraisal negative minimumFiles'],
    [
      'grades from below',
      { grades: [...scheme.grades].toReversed() },
      'program/appraisal order grades',
    ],
  ])('%s', (_, keys, told) => {
    expect(problems(keys).told).toEqual([told]);
  });

  test('sales, where the post holds others in check', () => {
    const posts = JSON.stringify({
      incompatible: [],
      posts: ['CLERK', 'REVIEWER', 'MANAGER'].map((post) => ({
        post,
        title: { en: post },
        duties: { en: post },
        ...(post === 'MANAGER' && { withoutSales: true }),
      })),
    });
    expect(problems({}, { 'posts.yaml': posts })).toEqual({
      told: ['program/appraised-by-sales agreed MANAGER'],
      schemes: 0,
    });
  });

  test('a post in two schemes', () => {
    const again = { 'appraisals/others.yaml': JSON.stringify({ ...scheme, appraisal: 'others' }) };
    expect(problems({}, again).told).toEqual(['program/appraisal post-twice MANAGER']);
  });
});

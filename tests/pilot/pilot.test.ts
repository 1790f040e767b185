import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { pilotDocument } from '../../src/papers/pilot-paper.ts';
import { pilotReport } from '../../src/pilot/compare.ts';
import { differenceOfMeans, differenceOfShares } from '../../src/pilot/differences.ts';
import { type PilotPlan, planOf } from '../../src/pilot/plan.ts';
import { countedRecord } from '../../src/pilot/record.ts';
import { fileWriter } from '../../src/document/files.ts';
import { pilotSentences, pilotTelling } from '../../src/report/pilot.ts';
import { studentQuantile } from '../../src/values/student.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { programWith } from '../evaluate/fixture.ts';
import { yamlOf } from '../evaluate/shipped.ts';

const rulebook = readFileSync('tests/evaluate/fixture/rulebook.yaml', 'utf8').replace(
  'stages:',
  `    scorecard:
      day: day
      officer: product
      branch: kind
      customer: product
      known: withdrawn
      mix: [{ title: { en: product }, is: product, words: { A: { en: plain }, B: { en: fancy } } }]
    pilot:
      branches: remarks
      from: day
      until: withdrawn
      comparedWith: objections
      least: count
      sameMeasures: agreed
      writes: { pilotDuring: count, othersBefore: tier, counted: checked }
stages:`,
);

const measures = {
  cost: { value: 'count', unit: 'count', gather: 'mean', direction: 'lower' },
  good: { value: 'checked', unit: 'ratio', gather: 'share', direction: 'higher' },
  sold: { value: 'amount', unit: 'money', gather: 'sum', direction: 'higher' },
};

const program = programWith(
  { require: 'true' },
  {
    'rulebook.yaml': rulebook,
    ...Object.fromEntries(
      Object.entries(measures).map(([measure, keys]) => [
        `measures/${measure}.yaml`,
        JSON.stringify({ measure, title: { en: measure }, basis: ['T-1#all'], ...keys }),
      ]),
    ),
  },
);

function fileOf(text: string) {
  const subject = program.subjects.get('request');
  const dossier = subject && dossierFromYaml(yamlOf(text), subject.type).value;
  if (!subject || !dossier) throw new Error(text);
  return { subject, dossier };
}

const scheme =
  '{ id: P, remarks: [X], day: 2024-07-01, withdrawn: 2024-12-31, count: 2, agreed: true, objections: [Y] }';

function planned(text: string) {
  const { subject, dossier } = fileOf(text);
  return planOf(program, subject, dossier, 'P');
}

/** `X A 2024-01-01 5 true`: branch, product, day, count, checked. */
function compared(lines: readonly string[], text = scheme) {
  const plan = planned(text);
  if ('problem' in plan) throw new Error(plan.problem);
  const judged = lines.map((line, index) => {
    const [kind = '', product = '', day = '', count = '', checked = ''] = line.split(' ');
    const fields = { kind, product, day, count, checked };
    const known = Object.entries(fields).filter(([, value]) => value !== '-');
    const own = known.map(([key, value]) => `${key}: ${value}`).join(', ');
    const { subject, dossier } = fileOf(`{ id: F${index}, withdrawn: 2025-01-31, ${own} }`);
    return { id: `F${index}`, subject, dossier, judgement: judge(program, subject, dossier, {}) };
  });
  return pilotReport(program, judged, plan, 0);
}

function resultOf(report: ReturnType<typeof compared>, name: string) {
  const found = report.comparisons.find(({ measure }) => measure.name === name);
  if (!found) throw new Error(name);
  return found;
}

/**
 * By hand. In the pilot's time X has two files of A (4, 6: mean 5) and two of B (10, 12: 11), so both weigh a half: 8.
 * Before, X has 7 and 9 of A (8), 13 and 15 of B (14): 11. Y during: A 6, 8 (7), B 11, 13 (12): 9.5; before: A 7, 9 (8),
 * B 12, 14 (13): 10.5. Across 8 − 9.5 = −1.5; over 8 − 11 = −3; difference in differences −3 − (9.5 − 10.5) = −2.
 * Each stratum has squares of 2, each group 4 over 4 − 2 files: 2; its mean the variance 2 × (¼ ÷ 2 + ¼ ÷ 2) = ½. The
 * four add up to 2, with 2² ÷ (4 × ½² ÷ 2) = 8 degrees of freedom, so ± 2.306 × √2 = 3.2612.
 */
const byHand = [
  'X A 2024-07-01 4',
  'X A 2024-12-31 6',
  'X B 2024-08-01 10',
  'X B 2024-08-01 12',
  'X A 2024-06-30 7',
  'X A 2024-01-01 9',
  'X B 2024-03-01 13',
  'X B 2024-03-01 15',
  'Y A 2024-09-01 6',
  'Y A 2024-09-01 8',
  'Y B 2024-09-01 11',
  'Y B 2024-09-01 13',
  'Y A 2024-02-01 7',
  'Y A 2024-02-01 9',
  'Y B 2024-02-01 12',
  'Y B 2024-02-01 14',
].map((line) => `${line} true`);

test('a mean of a pilot, like for like, is what it comes to by hand', () => {
  const report = compared(byHand);
  expect(report.counts).toEqual({
    'pilot-before': 4,
    'pilot-during': 4,
    'others-before': 4,
    'others-during': 4,
  });
  expect(resultOf(report, 'cost').result).toMatchObject({
    kind: 'compared',
    evened: { 'pilot-before': 11, 'pilot-during': 8, 'others-before': 10.5, 'others-during': 9.5 },
    across: { value: -1.5 },
    over: { value: -3 },
    change: {
      value: -2,
      low: expect.closeTo(-2 - 3.2612, 3) as number,
      high: expect.closeTo(-2 + 3.2612, 3) as number,
    },
  });
});

test('a mix that differs makes no difference', () => {
  // only the pilot's own mix changes: A costs 1 and 3, B 21 and 23, whoever and whenever
  const of = (branch: string, day: string, a: number, b: number) => [
    ...Array.from({ length: a }, (_, index) => `${branch} A ${day} ${1 + 2 * (index % 2)} true`),
    ...Array.from({ length: b }, (_, index) => `${branch} B ${day} ${21 + 2 * (index % 2)} true`),
  ];
  const report = compared([
    ...of('X', '2024-08-01', 8, 2),
    ...of('X', '2024-02-01', 2, 8),
    ...of('Y', '2024-08-01', 4, 6),
    ...of('Y', '2024-02-01', 4, 6),
  ]);
  const { result, figures } = resultOf(report, 'cost');
  expect(result).toMatchObject({ across: { value: 0 }, over: { value: 0 }, change: { value: 0 } });
  expect(figures['pilot-during']?.value).toMatchObject({ n: 6n, d: 1n });
  expect(figures['pilot-before']?.value).toMatchObject({ n: 18n, d: 1n });
});

describe('intervals are those of their sources', () => {
  test('two shares: Newcombe 1998, table II (a), method 10', () => {
    const [yes, no] = [1, 0];
    const shares = (found: number, of: number) => [
      Array.from({ length: of }, (_, index) => (index < found ? yes : no)),
    ];
    const terms = [
      { sign: 1, strata: shares(56, 70) },
      { sign: -1, strata: shares(48, 80) },
    ] as const;
    expect(differenceOfShares(terms, [1])).toEqual({
      value: expect.closeTo(0.2, 10) as number,
      low: expect.closeTo(0.0524, 4) as number,
      high: expect.closeTo(0.3339, 4) as number,
    });
  });

  test.each([
    [1, 12.7062],
    [4, 2.776445],
    [10, 2.228139],
    [120, 1.97993],
    [1e6, 1.959966],
  ])('Student with %d degrees: %d', (freedom, expected) => {
    expect(studentQuantile(freedom)).toBeCloseTo(expected, 4);
  });

  test('without spread, or with a file a stratum, there is none', () => {
    const of = (...strata: number[][]) => differenceOfMeans([{ sign: 1, strata }], [0.5, 0.5]);
    expect(of([1, 1], [2, 2])).toBeUndefined();
    expect(of([1], [2])).toBeUndefined();
    expect(of([1, 2], [2])).toBeDefined();
  });
});

describe('what is not compared says why', () => {
  const without = (pattern: RegExp) => byHand.filter((line) => !pattern.test(line));
  test.each([
    ['no file before', without(/2024-0[1-6]/u), scheme, 'no-before'],
    ['nothing to compare with', without(/^Y/u), scheme, 'no-others'],
    ['no file of the pilot', without(/^X . 2024-(?:0[7-9]|1)/u), scheme, 'no-pilot'],
    ['another branch alone', byHand.map((line) => line.replace('Y', 'Z')), scheme, 'no-others'],
    ['too few', byHand, scheme.replace('count: 2', 'count: 5'), 'few'],
    ['another definition', byHand, scheme.replace('agreed: true', 'agreed: false'), 'definitions'],
    ['nobody says', byHand, scheme.replace(', agreed: true', ''), 'definitions'],
    [
      'nothing alike',
      byHand.map((line) => line.replace(/^Y ./u, 'Y B')).filter((line) => !line.startsWith('X B')),
      scheme,
      'no-stratum',
    ],
  ])('%s', (_, lines, text, why) => {
    expect(resultOf(compared(lines, text), 'cost').result).toEqual({ kind: 'not', why });
  });

  test('a sum', () => {
    const files = byHand.map((line) => line);
    expect(resultOf(compared(files), 'sold').result).toEqual({ kind: 'not', why: 'sum' });
  });

  test('a kind that one side lacks is left out with its share', () => {
    const report = compared(byHand.filter((line) => !line.startsWith('Y B 2024-02')));
    const { strata, used, during } = resultOf(report, 'cost');
    expect(strata.map(({ texts, isLeftOut }) => [...texts, isLeftOut])).toEqual([
      ['A', false],
      ['B', true],
    ]);
    expect([used, during]).toEqual([2, 4]);
    const { mayNot } = pilotSentences(report, pilotTelling(program, { language: 'en' }));
    expect(mayNot.join('\n')).toContain('no file of fancy; these are 50.0% of the pilot’s files');
  });
});

describe('a scheme that cannot be compared is refused', () => {
  test.each([
    ['both-sides', scheme.replace('[Y]', '[Y, X]')],
    ['backwards', scheme.replace('2024-12-31', '2024-06-30')],
    ['no-branch', scheme.replace('[X]', '[]')],
    ['incomplete', scheme.replace('day: 2024-07-01, ', '')],
  ])('%s', (problem, text) => {
    expect(planned(text)).toMatchObject({ problem });
  });

  test('without a comparison named all others are', () => {
    const plan = planned(scheme.replace(', objections: [Y]', '')) as PilotPlan;
    expect(plan.comparedWith).toBeUndefined();
  });
});

test('files without a day, a branch, or of other branches are counted apart', () => {
  const { grouped } = compared([
    ...byHand,
    'X A - 5 true',
    '- A 2024-08-01 5 true',
    'Z A 2024-08-01 5 true',
    'X A 2025-01-01 5 true',
  ]);
  const { undated, unplaced, apart, outside } = grouped;
  expect({ undated, unplaced, apart, outside }).toEqual({
    undated: ['F16'],
    unplaced: ['F17'],
    apart: 1,
    outside: 1,
  });
});

test('the sentences one may say and may not', () => {
  const report = compared([...byHand, 'X A 2024-08-01 - true']);
  const { may, mayNot } = pilotSentences(report, pilotTelling(program, { language: 'en' }));
  expect(may[0]).toBe(
    'Like for like (4 of 4 during), no difference is seen between the change of “cost” of the units in the pilot and the other units: −2, 95 % interval −5.26 to +1.26, which holds zero.',
  );
  expect(mayNot.some((text) => text.includes('not its cause'))).toBe(true);
  expect(mayNot.some((text) => text.includes('“cost, good got better (or worse).”'))).toBe(true);
  expect(mayNot.some((text) => text.includes('1 more files cannot be told'))).toBe(true);
});

test('the record is written with what was counted', () => {
  const { dossier, subject } = fileOf(scheme);
  const writes = subject.file.pilot?.writes ?? {};
  expect(plainOf(countedRecord(dossier.yaml, compared(byHand), writes))).toMatchObject({
    id: 'P',
    count: 4,
    tier: 4,
    checked: true,
  });
});

test('the page has its charts with their numbers as text and as a table', async () => {
  const report = compared(byHand);
  const document = pilotDocument(report, program, '2025-01-31', { language: 'en' });
  const page = String(await (await fileWriter('html', () => '00'))(document));
  expect(page.match(/<svg/gu)).toHaveLength(2);
  expect(page).toContain('−2（−5.26 to +1.26）');
  expect(page).not.toContain('NaN');
});

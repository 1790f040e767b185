import { describe, expect, test } from 'vitest';

import type { Band } from '../../src/appraisal/band.ts';
import type { Sheet } from '../../src/appraisal/sheet.ts';
import { scorecard } from '../../src/scorecard/compute.ts';
import { printRational, type Rational } from '../../src/values/rational.ts';
import {
  appraised,
  type Given,
  judgedFiles,
  ledgerOf,
  type Moves,
  october,
  program,
  sheetOf,
} from './setting.ts';

const issued: Moves = [['issued', '2024-10-20']];

function number(value: Rational): string {
  return printRational(value);
}

/** `48..79.25`, or `79.25` */
function band(of: Band | undefined): string {
  if (!of) return 'none';
  const [low, high] = [number(of.low), number(of.high)];
  return low === high ? low : `${low}..${high}`;
}

/** `clean 0..31.25, prompt 30, agreed 20` */
function points({ measures }: Sheet): string {
  return measures
    .map(({ of, points: own, ungraded }) => `${of.measure.name} ${ungraded ?? band(own)}`)
    .join(', ');
}

/*
 * S1 in October 2024, by hand.
 *
 * | file | day   | TST-001 | in the ledger         | clean | count | agreed |
 * | ---- | ----- | ------- | --------------------- | ----- | ----- | ------ |
 * | F1   | 10-08 | pass    |                       | 1     | 2     | 1      |
 * | F2   | 10-09 | fail    | confirmed on 10-20    | 0     | 4     | 0      |
 * | F3   | 10-15 | pass    |                       | 1     | 3     | 1      |
 * | F4   | 10-16 | fail    | in doubt              | 0 or 1| 3     | 1      |
 *
 * clean:  between 2/4 and 3/4; of 50 from 0.5 (nothing) to 0.9 (all): 50 x 0/0.4 = 0 to 50 x 0.25/0.4 = 31.25
 * prompt: (2+4+3+3)/4 = 3, the target: all of 30, and no full step of 1 better: no reward
 * agreed: 3/4, above the target of 0.5: all of 20
 * scored: 50 to 81.25 of 100; F2 costs 2 points of violation, 1 each: 48 to 79.25
 */
describe('an officer’s month, recomputed by hand', () => {
  test('a doubt leaves a range, and is held against nobody', () => {
    const sheet = sheetOf(appraised(october, { F2: issued, F4: [] }));
    expect(points(sheet)).toBe('clean 0..31.25, prompt 30, agreed 20');
    expect(band(sheet.scored)).toBe('50..81.25');
    expect(band(sheet.deductions.counted)).toBe('2');
    expect(band(sheet.result)).toBe('48..79.25');
    expect(sheet.violations.map(({ finding, why }) => [finding, why])).toEqual([
      ['F4/TST-001', 'doubt'],
      ['F2/TST-001', undefined],
    ]);
  });

  test('what two people found mistaken is none', () => {
    const mistaken: Moves = [['mistaken', '2024-10-21']];
    const sheet = sheetOf(appraised(october, { F2: issued, F4: mistaken }));
    expect(points(sheet)).toBe('clean 31.25, prompt 30, agreed 20');
    expect([band(sheet.result), sheet.grade, sheet.threshold]).toEqual(['79.25', 1, 0]);
  });

  test('without a ledger all is doubt: no violation, and nothing is deducted', () => {
    const sheet = sheetOf(appraised(october, undefined));
    expect(points(sheet)).toBe('clean 0..50, prompt 30, agreed 20');
    expect([sheet.violations.length, band(sheet.points.counted)]).toEqual([0, '0']);
  });

  test('lines objected to are held out: points with them and without', () => {
    const objected = (line: string) =>
      sheetOf(
        appraised(
          october,
          { F2: issued, F4: [['mistaken', '2024-10-21']] },
          { objections: new Map([['S1', new Map([[line, 'why']])]]) },
        ),
      );
    const finding = objected('finding:F2/TST-001@2024-10-20');
    expect(band(finding.result)).toBe('79.25..81.25');
    expect(finding.threshold).toBe('open');
    // without F2: 3/3 clean, all of 50
    const file = objected('file:clean:F2');
    expect(points(file)).toBe('clean 31.25..50, prompt 30, agreed 20');
  });
});

test('a branch, recomputed by hand: confirmed findings count, a doubt leaves a range', () => {
  // X has F1, F2, F4: clean is 1, 0 and open, so between 1/3 and 2/3; Y has F3 alone
  const of = program();
  const ledger = ledgerOf({ F2: issued, F4: [] });
  const card = (isByLedger: boolean, by: 'branch' | 'stage') =>
    scorecard(of, judgedFiles(of, october, isByLedger ? ledger : undefined), {
      by,
      unread: 0,
      isByLedger,
    }).groups.map(({ key, figures }) => {
      const clean = figures.find(({ measure }) => measure.name === 'clean');
      const ends = clean?.ends?.map(number).join('..');
      return `${key}: ${ends} ${clean?.points ? number(clean.points) : 'open'}`;
    });
  expect(card(true, 'branch')).toEqual([
    'X: 0.3333333333333333333333333333333333..0.6666666666666666666666666666666667 open',
    'Y: 1..1 0',
  ]);
  expect(card(true, 'stage')).toEqual(['work: 0.5..0.75 open']);
});

test('what fails costs nothing where no ledger tells what is confirmed', () => {
  const of = program();
  const files = judgedFiles(of, october).map((file) => ({ ...file, standing: undefined }));
  const [group] = scorecard(of, files, { by: 'stage', unread: 0 }).groups;
  const clean = group?.figures.find(({ measure }) => measure.name === 'clean');
  // 2 of 4, four steps of 0.1 below 0.9
  expect([clean?.points, clean?.withheld].map((one) => one && number(one))).toEqual(['0', '-4']);
});

describe('files that do not count are told with the reason', () => {
  const file = (id: string, day: string, more: Partial<Given> = {}): Given => ({
    id,
    day,
    count: 3,
    agreed: true,
    amount: 1,
    ...more,
  });

  test('no post on the day, posts of two schemes, outside the period', () => {
    const others = { 'appraisals/clerks.yaml': JSON.stringify(clerkScheme) };
    const [away, both] = [file('A', '2024-10-17'), file('B', '2024-10-18')];
    const sheet = sheetOf(
      appraised([away, both, file('C', '2024-09-30'), ...october], {}, { others }),
    );
    expect(sheet.uncounted.map(({ dossier, why, posts }) => [dossier, why, posts])).toEqual([
      ['A', 'post-not-held', []],
      ['B', 'two-schemes', ['MANAGER', 'CLERK']],
    ]);
    expect(sheet.outside).toBe(1);
  });

  test('nobody that the register knows', () => {
    const sheet = sheetOf(appraised([file('A', '2024-10-08', { who: 'S9' })], {}));
    expect(sheet.uncounted.map(({ why }) => why)).toEqual(['not-in-register']);
    expect(points(sheet)).toBe('clean no-files, prompt no-files, agreed no-files');
    expect([sheet.base, sheet.result, sheet.grade]).toEqual([undefined, undefined, undefined]);
  });

  test('too few files, and a period without a working day, give no figure', () => {
    const few = sheetOf(appraised([file('A', '2024-10-08')], {}));
    expect(points(few)).toBe('clean too-few, prompt too-few, agreed too-few');
    const holidays = appraised(
      [file('A', '2024-10-01'), file('B', '2024-10-02')],
      {},
      {
        until: '2024-10-07',
      },
    );
    expect([holidays.workingDays, points(sheetOf(holidays))]).toEqual([
      0,
      'clean no-working-day, prompt no-working-day, agreed no-working-day',
    ]);
    expect(sheetOf(holidays).result).toBeUndefined();
  });
});

const clerkScheme = {
  appraisal: 'clerks',
  title: { en: 'Clerks' },
  posts: ['CLERK'],
  family: 'C',
  officer: 'acts[post = "CLERK"].who',
  minimumFiles: 1,
  minimumWeight: 1,
  measures: [{ measure: 'clean', weight: 100, floor: 0 }],
  violations: { points: [{ title: { en: 'Any' }, points: 1 }], most: 1, countedMonths: 1 },
  rewards: { most: 0 },
  deductions: { perPoint: 0, most: 0 },
  grades: [{ from: 0, title: { en: 'Any' } }],
  basis: ['T-1#all'],
};

describe('points of violation', () => {
  test('again within the months costs more; earlier ones count towards thresholds alone', () => {
    const found: Readonly<Record<string, Moves>> = {
      F1: [['issued', '2024-06-01']],
      F2: issued,
      F3: [['issued', '2024-10-21']],
    };
    const { violations, points: own, accumulated } = sheetOf(appraised(october, found));
    expect(
      violations.map(({ points: one, isRepeat, why }) => [number(one), isRepeat, why]),
    ).toEqual([
      ['2', false, 'earlier'],
      ['5', true, undefined],
      ['5', true, undefined],
    ]);
    // 10 in the period, at most 10; of these no more than 5 deducted
    expect([band(own.counted), band(accumulated)]).toEqual(['10', '12']);
  });

  test('rewards, points and deductions stop at their caps', () => {
    const quick = october.map((one) => ({ ...one, count: 1 }));
    const { rewards, deductions } = sheetOf(appraised(quick, { F2: issued }));
    // 2 better than the target: two steps of 2, at most 3 by the measure, 2 by the scheme
    expect([band(rewards.sum), band(rewards.counted), band(deductions.counted)]).toEqual([
      '3',
      '2',
      '2',
    ]);
  });

  test('a red line takes reward and grade; while it is objected to they are open', () => {
    const quick = october.map((one) => ({ ...one, count: 1 }));
    const crossed = sheetOf(appraised(quick, { F2: issued }, { redLine: true }));
    expect([crossed.redLine, band(crossed.rewards.counted), crossed.grade]).toEqual([
      true,
      '0',
      undefined,
    ]);
    const objections = new Map([['S1', new Map([['finding:F2/TST-001@2024-10-20', 'no']])]]);
    const open = sheetOf(appraised(quick, { F2: issued }, { redLine: true, objections }));
    expect([open.redLine, band(open.rewards.counted)]).toEqual(['open', '0..2']);
  });

  test.each<readonly [string, Moves, string | undefined]>([
    ['an open objection', [...issued, ['disputed', '2024-10-22']], 'disputed'],
    [
      'an objection that was not upheld',
      [...issued, ['disputed', '2024-10-22'], ['issued', '2024-10-23']],
      undefined,
    ],
    ['mistaken after it was confirmed', [...issued, ['mistaken', '2024-10-22']], 'mistaken'],
  ])('%s', (_, moves, why) => {
    const { violations } = sheetOf(appraised(october, { F2: moves }));
    expect(violations.map((line) => [line.day, line.why])).toEqual([
      [why === undefined ? '2024-10-20' : '2024-10-22', why],
    ]);
  });
});

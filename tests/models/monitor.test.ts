import { expect, test } from 'vitest';

import { monitor, type MonitorSetting, periodOf } from '../../src/models/monitor.ts';
import { recordOf } from '../../src/models/record.ts';
import { plain } from '../../src/report/paint.ts';
import { csvMonitoring, jsonMonitoring, prettyMonitoring } from '../../src/report/model-monitor.ts';
import { csvScores, jsonScores, prettyScores } from '../../src/report/model-score.ts';
import { scored } from '../../src/models/score.ts';
import { printRational } from '../../src/values/rational.ts';
import { fileOf, markBook, modelOf } from './book.ts';

const book = markBook(['true'], {
  record: {
    subject: 'dossier',
    figures: { share: 'auc', late: 'overridesWithoutReason', overdue: 'psi', day: 'monitoredOn' },
    fixed: { kind: 'A' },
  },
});

/** A score of 100 and the points of its share; decided as the model has it, unless said otherwise. */
const file = (id: string, day: string, share: number | undefined, more: object = {}) =>
  fileOf(book, {
    id,
    day,
    ...(share !== undefined && { share }),
    kind: 'A',
    owner: true,
    late: null,
    seen: true,
    overdue: 0,
    ...more,
  });

const good = 'good';
const fair = 'fair';
const poor = 'poor';
const bad = { overdue: 91 };
const files = [
  // the baseline: 185 good, 185 good, 170.5 good, 135 fair
  file('b1', '2024-01-05', 0.1, { grade: good }),
  file('b2', '2024-01-06', 0.2, { grade: good }),
  file('b3', '2024-02-01', 0.3, { grade: good }),
  file('b4', '2024-02-02', 0.5, { grade: fair }),
  // what is monitored: two good, two fair
  file('m1', '2024-04-01', 0.1, { grade: good }),
  file('m2', '2024-04-30', 0.4, { grade: poor, reason: 'seen on site' }),
  file('m3', '2024-05-01', 0.6, { grade: fair, ...bad }),
  file('m4', '2024-06-30', 0.7, { grade: poor, reason: null, ...bad }),
  file('m5', '2024-06-30', undefined, { grade: good }),
  // too young, not disbursed, its outcome not on file
  file('m6', '2024-07-01', 0.1, { grade: good }),
  file('m7', '2024-06-01', 0.1, { grade: good, seen: false }),
  file('m8', '2024-06-02', 0.1, { overdue: undefined }),
];
const setting: MonitorSetting = {
  from: '2024-04-01',
  until: '2024-07-31',
  baselineFrom: '2024-01-01',
  baselineUntil: '2024-03-31',
  by: 'quarter',
};

test('every figure from the files, and every file that is in none counted', () => {
  const found = monitor(book.program, modelOf(book), files, setting);
  const { total, periods } = found;
  expect(periods.map(({ key, files: n }) => `${key} ${n}`)).toEqual(['2024Q2 7', '2024Q3 1']);
  expect([total.grades.baseline, total.grades.actual]).toEqual([
    [3, 1, 0],
    [5, 2, 0],
  ]);
  const psi =
    (5 / 7 - 3 / 4) * Math.log(5 / 7 / (3 / 4)) + (2 / 7 - 1 / 4) * Math.log(2 / 7 / (1 / 4));
  expect(total.grades.stability?.psi).toBeCloseTo(psi, 12);
  expect(total.unscored.map(({ id }) => id)).toEqual(['m5']);
  expect(total.outcome).toMatchObject({
    good: 3,
    bad: 2,
    young: 1,
    unknown: 1,
    none: 1,
    unscored: 1,
  });
  // 185 and 170.5 above 135 and 135: all four pairs, of six with the file without a score
  expect(total.outcome?.figures && printRational(total.outcome.figures.auc)).toBe('1');
  expect(total.outcome?.range?.map(({ n, d }) => `${n}/${d}`)).toEqual(['2/3', '1/1']);
  // m2 and m4 against, m5 without a grade and m8 without a decision cannot be told
  expect(total.decisions).toMatchObject({
    decided: 7,
    against: 2,
    unknown: 2,
    unreasoned: 1,
    unclearReason: 0,
  });
  expect(total.decisions?.range?.map(({ n, d }) => `${n}/${d}`)).toEqual(['2/7', '4/7']);
});

test('a month with too few has no figure', () => {
  const found = monitor(book.program, modelOf(book), files, { ...setting, by: 'month' });
  const may = found.periods.find(({ key }) => key === '2024-05');
  expect(may?.grades.stability).toEqual({ psi: undefined, why: 'few' });
  expect(may?.outcome).toMatchObject({ good: 0, bad: 1, figures: undefined });
  const nothing = monitor(book.program, modelOf(book), [], {});
  expect(nothing).toMatchObject({ edition: undefined, until: undefined, total: { files: 0 } });
  expect(periodOf('2024-12-31', 'quarter')).toBe('2024Q4');
});

test('the outcome of the same files as they stand later', () => {
  const later = new Map([['m1', file('m1', '2024-04-01', 0.1, bad).dossier]]);
  const found = monitor(
    book.program,
    modelOf(book),
    files.map((one) => ({ ...one, later: later.get(one.id) })),
    setting,
  );
  expect(found.total.outcome).toMatchObject({ good: 2, bad: 3 });
});

test('a record has what was computed, and leaves out what was not', () => {
  const found = monitor(book.program, modelOf(book), files, setting);
  expect(recordOf(found)).toEqual({
    subject: 'dossier',
    kind: 'A',
    share: 1,
    overdue: expect.closeTo(found.total.grades.stability?.psi ?? 0, 6) as number,
    day: '2024-07-31',
  });
});

test('as people, programs and spreadsheets read it', () => {
  const found = monitor(book.program, modelOf(book), files, setting);
  expect(prettyMonitoring(found, 'en', plain)).toMatchSnapshot('monitoring in English');
  expect(prettyMonitoring(found, 'zh', plain)).toMatchSnapshot('monitoring in Chinese');
  expect(csvMonitoring(found, 'en')).toMatchSnapshot('monitoring as a table');
  expect(jsonMonitoring(found, book.program, 'sha256:0')).toMatchSnapshot('monitoring as data');
  const all = ['m2', 'm5'].flatMap((id) => files.filter((one) => one.id === id));
  const scores = all.map((one) => ({
    dossier: one.dossier,
    scored: scored(book.program, modelOf(book), one).scored,
  }));
  expect(prettyScores(scores, book.program, 'en', plain)).toMatchSnapshot('scores in English');
  expect(csvScores(scores, book.program, 'en')).toMatchSnapshot('scores as a table');
  expect(jsonScores(scores, book.program, 'sha256:0')).toMatchSnapshot('scores as data');
});

import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { jsonService, prettyService } from '../../src/report/service.ts';
import { plain } from '../../src/report/paint.ts';
import { casesOf } from '../../src/service/cases.ts';
import { serviceReport } from '../../src/service/figures.ts';
import { programWith } from '../evaluate/fixture.ts';
import { yamlOf } from '../evaluate/shipped.ts';

const rulebook = readFileSync('tests/evaluate/fixture/rulebook.yaml', 'utf8').replace(
  'stages:',
  `    scorecard: { day: day, officer: 'acts[1].who', branch: kind, customer: remarks, known: day }
stages:`,
);

const answered = {
  promise: 'answered',
  title: { en: 'Answered' },
  service: { en: 'answers' },
  each: { item: 'items' },
  when: 'item.kind = "X"',
  from: 'item.day',
  to: 'withdrawn',
  within: '2',
  unit: 'working-days',
  basis: ['T-1#all'],
};

type Keys = Readonly<Record<string, unknown>>;

function told(keys: Keys, files: readonly string[], today?: string) {
  const program = programWith(
    { require: 'true' },
    {
      'rulebook.yaml': rulebook,
      'promises/answered.yaml': JSON.stringify({ ...answered, ...keys }),
    },
  );
  const subject = program.subjects.get('request');
  if (!subject) throw new Error('the fixture judges requests');
  const cases = files.flatMap((text, index) => {
    const { value: dossier } = dossierFromYaml(yamlOf(text), subject.type);
    if (!dossier) throw new Error(text);
    return casesOf(program, { id: `F${index + 1}`, subject, dossier }, today);
  });
  return { program, cases };
}

/** What is said of one file whose only item began on a day: `late over 1 by 2024-10-09`. */
function said(keys: Keys, file: string, today?: string): string {
  const { cases } = told(keys, [file], today);
  return cases
    .map(({ state, why, taken, over, limit, missing }) =>
      [
        state,
        ...(taken ? [`after ${Number(taken.n) / Number(taken.d)}`] : []),
        ...(over ? [`over ${Number(over.n) / Number(over.d)}`] : []),
        ...(limit === undefined ? [] : [`by ${limit}`]),
        ...(why === undefined ? [] : [why]),
        ...missing.map(({ pointer }) => pointer),
      ].join(' '),
    )
    .join(' | ');
}

const item = (day: string) => `items: [{ itemId: A, kind: X, day: ${day} }]`;

// 2024-09-30 is a Monday; 1 to 7 October are off, but for Saturday the 12th all weekends
test.each([
  ['on the last day', '2024-10-09', {}, 'kept after 2 by 2024-10-09'],
  ['a day late', '2024-10-10', {}, 'broken after 3 over 1 by 2024-10-09'],
  ['the same day', '2024-09-30', {}, 'kept after 0 by 2024-10-09'],
  ['before it began', '2024-09-29', {}, 'untold by 2024-10-09 backwards'],
  ['in days', '2024-10-03', { unit: 'days' }, 'broken after 3 over 1 by 2024-10-02'],
  ['before it was promised', '2024-10-10', { since: '2024-10-01' }, ''],
  ['after it was', '2024-10-10', { until: '2024-09-29' }, ''],
])('done %s (%s): %j', (_, done, keys, expected) => {
  expect(said(keys, `{ id: F, day: 2024-11-01, withdrawn: ${done}, ${item('2024-09-30')} }`)).toBe(
    expected,
  );
});

describe('what is open', () => {
  test.each([
    ['file told of the last day', '2024-10-09', undefined, 'open after 2 by 2024-10-09'],
    ['a day later', '2024-10-10', undefined, 'late after 3 over 1 by 2024-10-09'],
    ['asked of an earlier day', '2024-10-10', '2024-10-09', 'open after 2 by 2024-10-09'],
    ['asked after the limit', '2024-10-09', '2024-10-10', 'untold by 2024-10-09 stale'],
    ['still in time when asked', '2024-10-08', '2024-10-09', 'open after 1 by 2024-10-09'],
    ['late before it is asked', '2024-10-10', '2024-12-31', 'late after 3 over 1 by 2024-10-09'],
  ])('%s, known to %s, today %s', (_, known, today, expected) => {
    expect(said({}, `{ id: F, day: ${known}, ${item('2024-09-30')} }`, today)).toBe(expected);
  });

  test('what was done after the day that is asked of is open on it', () => {
    const file = `{ id: F, day: 2024-11-01, withdrawn: 2024-10-15, ${item('2024-09-30')} }`;
    expect(said({}, file, '2024-10-10')).toBe('late after 3 over 1 by 2024-10-09');
  });
});

describe('what cannot be told', () => {
  test.each([
    ['no day it began', {}, 'items: [{ itemId: A, kind: X }]', 'untold fields /items/0/day'],
    ['no kind', {}, 'items: [{ itemId: A, day: 2024-09-30 }]', 'untold fields /items/0/kind'],
    ['no list', {}, 'count: 1', 'untold fields /items'],
    ['another kind', {}, 'items: [{ itemId: A, kind: Y }]', ''],
    ['an empty list', {}, 'items: []', ''],
    [
      'a field that says nothing when it is absent',
      { to: 'seen' },
      item('2024-09-30'),
      'untold by 2024-10-09 fields /seen',
    ],
    [
      'the same where no record means not done',
      { to: 'seen', ifAbsent: 'open' },
      item('2024-09-30'),
      'late after 20 over 18 by 2024-10-09',
    ],
    ['a year without a calendar', {}, item('2023-12-29'), 'untold calendar'],
  ])('%s', (_, keys, rest, expected) => {
    expect(said(keys, `{ id: F, day: 2024-11-01, ${rest} }`)).toBe(expected);
  });

  test('the day up to which the file tells', () => {
    expect(said({}, `{ id: F, ${item('2024-09-30')} }`)).toBe('untold fields /day');
  });
});

test.each([
  ['2024-10-08T17:00:00+08:00', 'kept after 8'],
  ['2024-10-08T17:30:00+08:00', 'broken after 8.5 over 0.5'],
])('hours run from moment to moment: %s', (at, expected) => {
  const hours = { each: undefined, when: undefined, unit: 'elapsed-hours', within: '8' };
  const keys = { ...hours, from: 'acts[1].at', to: 'seen' };
  const file = `{ id: F, day: 2024-11-01, seen: ${at}, acts: [{ at: 2024-10-08T09:00:00+08:00 }] }`;
  expect(said(keys, file)).toBe(expected);
});

test.each([
  ['unit', { within: 'count(items) * 2', unit: 'days' }, 'program/promise'],
  ['moment', { unit: 'elapsed-hours' }, 'program/promise'],
  ['rule', { rules: ['TST-009'] }, 'rulebook/unknown-reference'],
  ['clause', { basis: ['T-1#none'] }, 'rulebook/unknown-reference'],
  ['day', { from: 'item.amount' }, 'feel/type'],
])('a promise with a wrong %s is refused', (_, keys, code) => {
  expect(() => told(keys, [])).toThrow(code);
});

/** Figures by hand: five done after 1, 2, 2, 3 and 5 working days with 2 promised, one late, one that cannot be told. */
test('figures of a group', () => {
  const done = ['2024-10-08', '2024-10-09', '2024-10-09', '2024-10-10', '2024-10-12'];
  const files = [
    ...done.map(
      (day) => `{ id: F, kind: X, day: 2024-11-01, withdrawn: ${day}, ${item('2024-09-30')} }`,
    ),
    `{ id: F, kind: X, day: 2024-11-01, ${item('2024-09-30')} }`,
    `{ id: F, kind: X, day: 2024-11-01, items: [{ itemId: A, kind: X }] }`,
    `{ id: F, kind: Y, day: 2024-10-08, ${item('2024-09-30')} }`,
  ];
  const { cases, program } = told({}, files);
  const setting = { by: 'branch', today: undefined, from: undefined, until: undefined } as const;
  const report = serviceReport(cases, program.promises, { ...setting, files: 8, unread: 0 });
  const options = { language: 'en', unmasked: false };
  expect(jsonService(report, [], program, 'd', options)).toMatchObject({
    groups: [
      {
        key: 'X',
        promises: [
          // 3 kept of 3 + 2 + 1; with the untold one between 3/7 and 4/7; the third of 1, 2, 2, 3, 5
          { kept: 3, broken: 2, open: 0, late: 1, untold: 1, share: '0.5', median: '2' },
        ],
      },
      { key: 'Y', promises: [{ kept: 0, open: 1, share: null, interval: null, median: null }] },
    ],
  });
  // Clopper–Pearson for 3 of 6, as tables give it
  expect(report.groups[0]?.figures[0]?.interval).toMatchObject({
    low: expect.closeTo(0.1181, 4) as number,
    high: expect.closeTo(0.8819, 4) as number,
  });
  expect(report.groups[0]?.figures[0]?.ninetieth).toBeUndefined();
  expect(report.late.map(({ file }) => file)).toEqual(['F6']);
  expect(prettyService(report, program, options, plain)).toContain(
    'share kept 50.0%（11.8%–88.2%） · 42.9% to 57.1% with those that cannot be told',
  );
});

test('without a case there is no figure', () => {
  const { program } = told({}, []);
  const setting = { by: 'promise', today: undefined, from: undefined, until: undefined } as const;
  const report = serviceReport([], program.promises, { ...setting, files: 0, unread: 0 });
  expect(report.groups).toEqual([]);
  expect(prettyService(report, program, { language: 'en', unmasked: false }, plain)).toContain(
    'no promise has a case',
  );
});

import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { plain } from '../../src/report/paint.ts';
import { csvScorecard, jsonScorecard, prettyScorecard } from '../../src/report/scorecard.ts';
import type { Scorecard } from '../../src/scorecard/card.ts';
import { scorecard, type ScorecardSetting } from '../../src/scorecard/compute.ts';
import { type Keys, programWith } from '../evaluate/fixture.ts';
import { yamlOf } from '../evaluate/shipped.ts';

const rulebook = readFileSync('tests/evaluate/fixture/rulebook.yaml', 'utf8').replace(
  'stages:',
  `    scorecard:
      day: day
      officer: acts[1].who
      branch: kind
      customer: remarks
stages:`,
);

const plainMeasure = {
  measure: 'tried',
  title: { en: 'Tried' },
  unit: 'ratio',
  gather: 'share',
  value: 'agreed',
  direction: 'higher',
  target: 0.5,
  reward: { step: 0.1, points: 1, most: 3 },
  deduction: { step: 0.1, points: 2, most: 7 },
  basis: ['T-1#all'],
};

function carded(
  measure: Keys,
  files: readonly string[],
  setting: Partial<ScorecardSetting> = {},
): { readonly card: Scorecard; readonly program: ReturnType<typeof programWith> } {
  const program = programWith(
    { require: 'agreed', asOf: 'day' },
    {
      'rulebook.yaml': rulebook,
      'measures/tried.yaml': JSON.stringify({ ...plainMeasure, ...measure }),
    },
  );
  const subject = program.subjects.get('request');
  if (!subject) throw new Error('the fixture judges requests');
  const judged = files.map((text, index) => {
    const { value: dossier } = dossierFromYaml(yamlOf(text), subject.type);
    if (!dossier) throw new Error(text);
    const judgement = judge(program, subject, dossier, {});
    return { id: `F${index + 1}`, subject, dossier, judgement };
  });
  return { card: scorecard(program, judged, { by: 'branch', unread: 0, ...setting }), program };
}

/** `X: 1/2 of 2+1, met, 3 points` for each group. */
function said(measure: Keys, files: readonly string[], setting?: Partial<ScorecardSetting>) {
  const { card, program } = carded(measure, files, setting);
  return jsonScorecard(card, program, '', { unmasked: false }).groups.map(({ key, figures }) => {
    const [figure] = figures;
    if (!figure) return `${key ?? '–'}: none`;
    const { value, known, unknown, met, points } = figure;
    return `${key ?? '–'}: ${value?.slice(0, 6) ?? null} of ${known}+${unknown}, ${met === null ? 'open' : met ? 'met' : 'missed'}, ${points}`;
  });
}

const file = (keys: string, kind = 'X') => `id: f\nday: 2024-01-02\nkind: ${kind}\n${keys}`;
const [yes, no, open] = [file('agreed: true'), file('agreed: false'), file('count: 1')];

describe('a share', () => {
  test.each([
    ['at the target', [yes, no], ['X: 0.5 of 2+0, met, 0']],
    ['a full step above', [yes, yes, yes, no, no], ['X: 0.6 of 5+0, met, 1']],
    ['less than a step above', [yes, yes, yes, yes, no, no, no], ['X: 0.5714 of 7+0, met, 0']],
    ['at most so many points', [yes], ['X: 1 of 1+0, met, 3']],
    [
      'a step below that has only begun',
      [yes, yes, yes, no, no, no, no],
      ['X: 0.4285 of 7+0, missed, -2'],
    ],
    ['deducted at most so much', [no], ['X: 0 of 1+0, missed, -7']],
    ['an unknown file that may decide', [yes, open], ['X: 1 of 1+1, met, null']],
    ['unknown files that cannot decide', [no, no, no, open], ['X: 0 of 3+1, missed, null']],
    ['an unknown file that may miss', [yes, no, open], ['X: 0.5 of 2+1, open, null']],
    ['nothing but unknown files', [open], ['X: null of 0+1, open, null']],
    [
      'each branch by itself',
      [yes, file('agreed: false', 'Y')],
      ['X: 1 of 1+0, met, 3', 'Y: 0 of 1+0, missed, -7'],
    ],
    [
      'a file without its branch',
      ['id: f\nday: 2024-01-02\nagreed: true'],
      ['–: 1 of 1+0, met, 3'],
    ],
  ])('%s', (_, files, groups) => {
    expect(said({}, files)).toEqual(groups);
  });
});

test('a mean is exact, and open while a value is unknown', () => {
  const mean = { unit: 'money', gather: 'mean', value: 'amount', direction: 'lower', target: 10 };
  const amounts = ['amount: 10', 'amount: 10', 'amount: 10.01'].map((keys) => file(keys));
  expect(said({ ...mean, deduction: undefined }, amounts)).toEqual(['X: 10.003 of 3+0, missed, 0']);
  expect(said(mean, [...amounts, file('agreed: true')])).toEqual(['X: 10.003 of 3+1, open, null']);
});

test('findings are counted from outcomes, and what cannot be told is unknown', () => {
  const outcomes = { value: undefined, outcomes: { status: 'fail', level: 'mandatory' } };
  const quiet = [yes, no, open].map((text) => `${text}\nchecked: true\namount: 1\nacts: []`);
  expect(said(outcomes, quiet)).toEqual(['X: 0.5 of 2+1, open, null']);
  const count = { ...outcomes, unit: 'count', gather: 'sum', direction: 'lower', target: 0 };
  // a doubt that nobody confirmed costs nothing
  expect(said(count, quiet.slice(0, 2))).toEqual(['X: 1 of 2+0, missed, 0']);
  expect(said(count, quiet.slice(0, 2), { isByLedger: true })).toEqual(['X: 1 of 2+0, missed, -7']);
});

test('a measure speaks only of the files that it is for, and an unknown condition is unknown', () => {
  const files = [yes, file('agreed: true\ncount: 2'), file('agreed: true\ncount: 0')];
  expect(said({ when: 'count > 1' }, files)).toEqual(['X: 1 of 1+1, met, null']);
});

test('a period takes its first and last day, and names files without a day', () => {
  const days = ['2024-01-01', '2024-01-31', '2024-02-01'].map(
    (day) => `id: f\nday: ${day}\nkind: X\nagreed: true`,
  );
  const { card } = carded({}, [...days, 'id: f\nkind: X\nagreed: true'], {
    from: '2024-01-01',
    until: '2024-01-31',
  });
  expect([card.groups[0]?.figures[0]?.known, card.outside, card.undated]).toEqual([2, 1, ['F4']]);
});

test('a pilot is set beside the others and beside the time before', () => {
  const on = (day: string, kind: string) => `id: f\nday: ${day}\nkind: ${kind}\nagreed: true`;
  const files = [
    on('2024-01-31', 'X'),
    on('2024-02-01', 'X'),
    on('2024-02-29', 'Y'),
    on('2024-03-01', 'Y'),
  ];
  const by = { branches: new Set(['X']), from: '2024-02-01', until: '2024-02-29' };
  expect(said({}, files, { by }).map((text) => text.split(':')[0])).toEqual([
    'pilot-during',
    'pilot-before',
    'others-during',
  ]);
});

test('by month, by officer and by post', () => {
  const acted = file('agreed: true\nacts: [{ what: ASKED, who: S1 }]');
  expect(said({}, [yes], { by: 'month' })).toEqual(['2024-01: 1 of 1+0, met, 3']);
  expect(said({}, [acted], { by: 'officer' })).toEqual(['S1: 1 of 1+0, met, 3']);
  expect(said({ posts: ['MANAGER'] }, [yes], { by: 'post' })).toEqual([
    'MANAGER: 1 of 1+0, met, 3',
  ]);
});

test('a cell of the table is never a formula, and the terminal says what is lacking', () => {
  const evil = file('agreed: true\nremarks: ["=HYPERLINK(1)", "@SUM(1)", "+1", " =2"]');
  const { card, program } = carded({}, [evil, open], { by: 'customer' });
  const options = { language: 'en', unmasked: false } as const;
  const cells = csvScorecard(card, program, options)
    .split('\r\n')
    .map((row) => row.split(',')[1]);
  expect(cells).toEqual(
    expect.arrayContaining(["'=HYPERLINK(1)", "'@SUM(1)", "' =2", '(not on file)']),
  );
  expect(cells.filter((cell) => /^\s*[=@]/u.test(cell ?? ''))).toEqual([]);
  expect(prettyScorecard(card, program, options, plain)).toContain('F2 lacks agreed');
});

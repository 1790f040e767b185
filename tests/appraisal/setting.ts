import { readFileSync } from 'node:fs';

import { appraise, type Appraising } from '../../src/appraisal/appraise.ts';
import type { Appraised, Sheet } from '../../src/appraisal/sheet.ts';
import type { NotHeld } from '../../src/checklist/problems.ts';
import type { People } from '../../src/check/people.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { Entry } from '../../src/ledger/entry.ts';
import { fold } from '../../src/ledger/fold.ts';
import { standingOf } from '../../src/ledger/standing.ts';
import type { State } from '../../src/ledger/states.ts';
import type { Program } from '../../src/program/ast.ts';
import type { Judged } from '../../src/scorecard/file-value.ts';
import { printDate } from '../../src/values/temporal-text.ts';
import { programWith } from '../evaluate/fixture.ts';
import { yamlOf } from '../evaluate/shipped.ts';
import { factsOf } from '../ledger/ledger.ts';

const rulebook = readFileSync('tests/evaluate/fixture/rulebook.yaml', 'utf8').replace(
  'stages:',
  `    scorecard:
      day: day
      officer: 'acts[post = "MANAGER"].who'
      branch: kind
      customer: remarks
stages:`,
);

const measures = {
  clean: {
    unit: 'ratio',
    gather: 'share',
    outcomes: { status: 'fail', level: 'mandatory' },
    direction: 'higher',
    target: 0.9,
    category: 'quality',
    deduction: { step: 0.1, points: 1, most: 5 },
  },
  prompt: {
    unit: 'count',
    gather: 'mean',
    value: 'count',
    direction: 'lower',
    target: 3,
    category: 'speed',
    stage: 'work',
    reward: { step: 1, points: 2, most: 3 },
  },
  agreed: {
    unit: 'ratio',
    gather: 'share',
    value: 'agreed',
    direction: 'higher',
    target: 0.5,
    category: 'sales',
    stage: 'work',
  },
} as const;

/** The scheme under test; keys of it may be replaced. */
export const scheme = {
  appraisal: 'managers',
  title: { en: 'Managers' },
  posts: ['MANAGER'],
  family: 'M',
  officer: 'acts[post = "MANAGER"].who',
  minimumFiles: 2,
  minimumWeight: 60,
  measures: [
    { measure: 'clean', weight: 50, floor: 0.5 },
    { measure: 'prompt', weight: 30, floor: 8 },
    { measure: 'agreed', weight: 20, floor: 0 },
  ],
  violations: {
    points: [
      { title: { en: 'Red line' }, redLine: true, points: 12 },
      { title: { en: 'Mandatory' }, level: 'mandatory', points: 2 },
    ],
    repeat: { withinMonths: 6, adds: 3 },
    most: 10,
    countedMonths: 12,
    thresholds: [
      { from: 2, says: { en: 'A talk' } },
      { from: 12, says: { en: 'A circular' } },
    ],
    redLine: { blocks: ['reward', 'grade'], says: { en: 'No reward and no grade' } },
  },
  rewards: { most: 2 },
  deductions: { perPoint: 1, most: 5 },
  grades: [
    { from: 90, title: { en: 'Good' } },
    { from: 0, title: { en: 'Poor' } },
  ],
  basis: ['T-1#all'],
};

/** The files of a rulebook with a scheme; other files of it by their path. */
export function filesWith(
  keys: Readonly<Record<string, unknown>> = {},
  others: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const ofMeasures = Object.entries(measures).map(([name, measure]) => [
    `measures/${name}.yaml`,
    JSON.stringify({ measure: name, title: { en: name }, ...measure, basis: ['T-1#all'] }),
  ]);
  return {
    'rulebook.yaml': rulebook,
    ...Object.fromEntries(ofMeasures),
    'appraisals/managers.yaml': JSON.stringify({ ...scheme, ...keys }),
    ...others,
  };
}

export function program(
  keys: Readonly<Record<string, unknown>> = {},
  others: Readonly<Record<string, string>> = {},
): Program {
  return programWith({ require: 'amount < 100', asOf: 'day' }, filesWith(keys, others));
}

/** A file of a day that S1 handled; `amount` of 100 or more breaks TST-001. */
export interface Given {
  readonly id: string;
  readonly day: string;
  readonly count: number;
  readonly agreed: boolean;
  readonly amount: number;
  readonly kind?: string;
  readonly who?: string;
}

/** The files of a month, which tests count by hand. */
export const october: readonly Given[] = [
  { id: 'F1', day: '2024-10-08', count: 2, agreed: true, amount: 1 },
  { id: 'F2', day: '2024-10-09', count: 4, agreed: false, amount: 100 },
  { id: 'F3', day: '2024-10-15', count: 3, agreed: true, amount: 1, kind: 'Y' },
  { id: 'F4', day: '2024-10-16', count: 3, agreed: true, amount: 100 },
];

/** Moves of a finding, each to a state on a day. */
export type Moves = readonly (readonly [State, string])[];

/** A ledger of findings of TST-001, by file. */
export function ledgerOf(found: Readonly<Record<string, Moves>>) {
  const entries = Object.entries(found).flatMap(([file, moves]): readonly Entry[] => {
    const finding = `${file}/TST-001`;
    let from: State = 'to-confirm';
    const moved = moves.flatMap(([to, day]): readonly Entry[] => {
      const entry = { kind: 'moved', day, finding, from, to, as: 'inspector' } as const;
      from = to;
      if (to === 'disputed') return [{ ...entry, as: 'branch', by: 'S-B', why: 'no' }];
      if (to !== 'mistaken' && to !== 'closed') return [{ ...entry, by: 'S-I', why: 'so' }];
      return [
        { ...entry, by: 'S-I', why: 'so', turn: 'first' },
        { ...entry, by: 'S-J', why: 'so', turn: 'second' },
      ];
    });
    const day = '2024-10-18';
    const facts = factsOf(finding);
    return [{ kind: 'found', day, by: 'S-I', finding, how: 'new', facts }, ...moved];
  });
  return fold(entries);
}

/** S1 was a manager all along but on 17 October, and a clerk too on the 18th. */
export const people = {
  stranger: () => undefined,
  posts: (id: string, day: Parameters<People['posts']>[1]): readonly string[] | NotHeld => {
    if (id === 'S9') return 'not-in-register';
    if (printDate(day) === '2024-10-17') return 'no-post';
    return printDate(day) === '2024-10-18' ? ['MANAGER', 'CLERK'] : ['MANAGER'];
  },
} as unknown as People;

export function judgedFiles(
  of: Program,
  files: readonly Given[],
  ledger?: ReturnType<typeof ledgerOf>,
): readonly Judged[] {
  const subject = of.subjects.get('request');
  if (!subject) throw new Error('the fixture judges requests');
  return files.map(({ id, who = 'S1', kind = 'X', ...fields }) => {
    const text = JSON.stringify({
      id,
      kind,
      ...fields,
      remarks: [],
      checked: true,
      acts: [{ what: 'NOTED', at: `${fields.day}T10:00:00+08:00`, who, post: 'MANAGER' }],
    });
    const { value: dossier } = dossierFromYaml(yamlOf(text), subject.type);
    if (!dossier) throw new Error(text);
    const judgement = judge(of, subject, dossier, {});
    const standing = ({ rule }: { readonly rule: string }) => {
      if (!ledger) return 'doubt';
      const known = ledger.findings.get(`${id}/${rule}`);
      return known ? standingOf(known) : 'unlisted';
    };
    return { id, subject, dossier, judgement, standing };
  });
}

/** The appraisal of October 2024. */
export function appraised(
  files: readonly Given[],
  found: Readonly<Record<string, Moves>> | undefined,
  {
    redLine,
    others,
    ...more
  }: Partial<Appraising> & {
    readonly redLine?: true;
    readonly others?: Readonly<Record<string, string>>;
  } = {},
): Appraised {
  const of = program({}, others);
  const ledger = found && ledgerOf(found);
  const managers = of.appraisals.find(({ name }) => name === 'managers');
  if (!managers) throw new Error('the fixture has a scheme');
  return appraise(of, managers, judgedFiles(of, files, ledger), {
    from: '2024-10-01',
    until: '2024-10-31',
    people,
    ledger,
    ruleOf: (rule) =>
      rule === 'TST-001'
        ? { title: { en: 'T' }, posts: ['MANAGER'], level: 'mandatory', kind: 'bank', redLine }
        : undefined,
    unread: 0,
    ...more,
  });
}

export function sheetOf({ sheets }: Appraised): Sheet {
  const [sheet] = sheets;
  if (!sheet) throw new Error('nobody was appraised');
  return sheet;
}

import { describe, expect, test } from 'vitest';

import { fold } from '../../src/ledger/fold.ts';
import { take } from '../../src/ledger/take.ts';
import type { DossierJson, ReportHead } from '../../src/report/json-format.ts';
import { runGathered } from '../../src/report/ledger-run.ts';

const rule = {
  kind: 'bank',
  level: 'mandatory',
  stage: 'S2',
  step: 'b',
  posts: [],
  title: {},
  remedy: null,
} as const;

const head = {
  rulebook: { id: 'r', version: '1', digest: 'd' },
  engine: '0',
  rules: { 'R-1': rule, 'R-2': rule },
  steps: { a: {}, b: {}, c: {} },
  clauses: {},
  stages: {},
  remedies: {},
  posts: {},
  about: {},
  scheme: null,
} as unknown as ReportHead;

const fails = (id: string, more = {}) => ({
  finding: `D-1/${id}`,
  rule: id,
  status: 'fail',
  element: null,
  edition: null,
  message: {},
  basis: [],
  missing: [],
  ...more,
});

function dossier(outcomes: readonly object[], more = {}): DossierJson {
  return {
    id: 'D-1',
    file: 'a',
    digest: 'd',
    subject: 'file',
    verdict: 'fail',
    part: 'whole',
    scope: null,
    outcomes,
    ...more,
  } as unknown as DossierJson;
}

/** What a second run makes of a finding of the first. */
function second(record: DossierJson, more: Partial<ReportHead> = {}) {
  const told = { day: '2026-11-25', by: 'S', run: '1' };
  const before = runGathered(head);
  before.add(dossier([fails('R-1')]));
  const { entries } = take(fold([]), before.taken(told));
  const now = runGathered({ ...head, ...more });
  now.add(record);
  const { gone, open, back, fresh } = take(fold(entries), now.taken({ ...told, run: '2' }));
  return { gone, open, back, fresh };
}

const id = 'D-1/R-1';
const none = { gone: [], open: [], back: [], fresh: [] };
const captured = { part: 'captured', scope: { uncaptured: 3 } };
const scheme = { id: 'S', rules: [], steps: [], inspectors: [], reviewers: [] };

describe('a finding goes only by evidence', () => {
  test.each([
    ['judged, and in order', dossier([]), {}, { gone: [id] }],
    ['it fails still', dossier([fails('R-1')]), {}, { open: [id] }],
    ['it cannot be told', dossier([fails('R-1', { status: 'cannot-tell' })]), {}, {}],
    [
      'an exception was approved',
      dossier([fails('R-1', { status: 'waived' })]),
      {},
      { gone: [id] },
    ],
    ['the file has no verdict', dossier([], { verdict: null }), {}, {}],
    ['its stage was held back', dossier([], { heldBack: [{ stage: 'S2' }] }), {}, {}],
    ['the file has not come so far', dossier([]), { step: 'a' }, {}],
    ['the file has come so far', dossier([]), { step: 'b' }, { gone: [id] }],
    ['the scheme leaves its rule out', dossier([]), { scheme: { ...scheme, rules: ['R-2'] } }, {}],
    ['the scheme leaves its step out', dossier([]), { scheme: { ...scheme, steps: ['a'] } }, {}],
    ['data were not captured', dossier([], captured), {}, {}],
    [
      'data were not captured, and it is told to be in order',
      dossier([fails('R-1', { status: 'pass' })], captured),
      {},
      { gone: [id] },
    ],
    [
      'a step that goes with another finding is none',
      dossier([fails('R-1'), fails('R-2', { gate: { step: 'b', rules: ['R-1'] } })]),
      {},
      { open: [id] },
    ],
  ])('%s', (_, record, more, says) => {
    expect(second(record, more as Partial<ReportHead>)).toEqual({ ...none, ...says });
  });
});

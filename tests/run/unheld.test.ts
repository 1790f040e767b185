import { expect, test } from 'vitest';

import {
  type EditionPlan,
  file,
  type Plan,
  type PlannedRule,
  type Truth,
} from '../../src/plan/plan.ts';
import { newFrame, verdicts } from '../../src/run/frame.ts';
import { leaverOf } from '../../src/run/unheld.ts';
import { usual } from '../setting.ts';

function rule(id: string, require: Truth): PlannedRule {
  const edition: EditionPlan = {
    from: -Infinity,
    until: Infinity,
    day: { kind: 'today' },
    when: undefined,
    whenever: undefined,
    require,
    byHand: false,
    ifAbsent: false,
    waived: undefined,
  };
  const sorts = { product: undefined, each: undefined, isOfRows: false, noList: undefined };
  return { kind: 'planned', id, ...sorts, editions: [edition], isNew: false, hasEnded: false };
}

function reads(...path: readonly string[]): Truth {
  const type = { kind: 'number' } as const;
  const slot = { row: file, path, as: 'number', field: undefined, type } as const;
  return { kind: 'present', of: { kind: 'slot', slot, positive: false, bits: 44 } };
}

test('a rule that hangs on the outcome of another is left with it, however far', () => {
  const plan: Plan = {
    rows: [{ id: file, list: undefined }],
    words: new Map(),
    rules: [
      rule('A', reads('inner', 'x')),
      rule('B', reads('inner', 'y')),
      rule('C', { kind: 'outcome', rule: 'A' }),
      rule('D', { kind: 'not', of: { kind: 'outcome', rule: 'C' } }),
      rule('E', { kind: 'outcome', rule: 'B' }),
    ],
    setting: usual,
    asWritten: new Set(),
  };
  const frame = newFrame(1, undefined);
  frame.told = new Uint8Array(plan.rules.length).fill(verdicts.pass);
  leaverOf(plan)(frame, new Map([['/inner/x', new Set([-1])]]));
  const { slow, pass } = verdicts;
  expect([...frame.told]).toEqual([slow, pass, slow, slow, pass]);
});

import { expect, test } from 'vitest';

import { filesOfCase } from '../../src/cases/files.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import { newSession } from '../../src/evaluate/session.ts';
import { casesOf } from '../../src/service/cases.ts';
import { shipped } from '../evaluate/shipped.ts';

/** Rules that ask for more than time: such a fail says nothing of the promise. */
const asksMore = new Set([
  // that the visitor is not the manager
  'EVA-007',
  // that a refusal has its reason
  'DEC-019',
]);

/** Each case that is written beside the rules is read as a promise too: both judge it alike. */
test('a promise is kept where its rule passes, and broken where that fails', () => {
  const { program, subject } = shipped();
  let compared = 0;
  const differ: string[] = [];
  for (const promise of program.promises)
    for (const id of promise.entry.data.rules ?? []) {
      const rule = program.rules.find((one) => one.id === id);
      const entry = rule?.rule.cases;
      if (!rule || !entry) throw new Error(`${promise.name}: ${id}`);
      for (const [index, one] of entry.data.cases.entries())
        for (const { yaml } of filesOfCase(program, rule, entry, one, index)) {
          const { value: dossier } = dossierFromYaml(yaml, subject.type);
          if (!dossier) continue;
          const outcomes = judgeRule(rule, newSession(program, dossier, subject), {});
          const cases = casesOf(program, { id: 'F', subject, dossier }, undefined).filter(
            (other) => other.promise === promise,
          );
          for (const outcome of outcomes) {
            const own = cases.find(({ element }) => (element ?? null) === outcome.element);
            const state = own?.state;
            const isKept = state === 'kept' || state === 'open';
            const isBroken = state === 'broken' || state === 'late';
            if (isKept || isBroken) compared += 1;
            if (
              (outcome.status === 'pass' && isBroken) ||
              (outcome.status === 'fail' && isKept && !asksMore.has(id))
            )
              differ.push(`${promise.name} ${state} · ${id} ${outcome.status}: ${one.title['zh']}`);
          }
        }
    }
  expect(differ).toEqual([]);
  expect(compared).toBeGreaterThan(90);
});

test('the promises cover every kind of service', () => {
  const { program } = shipped();
  const kinds = new Set(program.promises.map(({ entry }) => entry.data.service['zh']));
  const kindsAsked = ['催收', '咨询', '审批', '对账', '投诉', '提醒', '放款', '贷后维护'];
  expect(kinds).toEqual(new Set(kindsAsked));
  for (const { entry } of program.promises) expect(entry.data.rules?.length).toBeGreaterThan(0);
});

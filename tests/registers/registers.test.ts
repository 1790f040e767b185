import { describe, expect, test } from 'vitest';

import { runCases } from '../../src/cases/run.ts';
import { loadRulebook } from '../../src/cli/load.ts';
import { unplannedOf } from '../../src/plan/from-program.ts';
import { verify } from '../../src/verify/verify.ts';
import { isAtHand, scored } from './samples.ts';

describe.each([
  ['mortgages', 65],
  ['small-business', 28],
])('the rules of a public register, told anew: %s', (folder, rules) => {
  const { program, diagnostics } = loadRulebook(`tests/registers/${folder}`);
  if (!program) throw new Error(`${folder} is a rulebook`);

  test('nothing is to be said of them, and every one has a plan', () => {
    expect([...diagnostics, ...verify(program)].map(({ code }) => code)).toEqual([]);
    expect(program.rules.length).toBe(rules);
    expect(unplannedOf(program)).toEqual([]);
  });

  test('each has a case that it passes, one that it fails and one that it cannot tell', () => {
    for (const rule of program.rules) {
      const cases = runCases(program, rule);
      const wrong = cases.filter(({ passed }) => !passed);
      expect(wrong.map((one) => [rule.id, one.case.title])).toEqual([]);
      const asked = cases.map(({ case: { expect: said } }) =>
        typeof said === 'string' ? said : 'cannot-tell',
      );
      expect([rule.id, ...new Set(asked)]).toEqual(
        expect.arrayContaining([rule.id, 'pass', 'fail', 'cannot-tell']),
      );
    }
  });
});

test.skipIf(!isAtHand)(
  'every record of the public samples fails what it should, and nothing else (skipped where the samples are not at hand)',
  () => {
    const all = scored();
    expect(all.filter(({ wanted, found }) => wanted.join() !== found.join())).toEqual([]);
    expect(all.flatMap(({ wanted }) => wanted).length).toBeGreaterThan(100);
  },
);

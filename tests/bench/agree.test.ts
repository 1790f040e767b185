import { expect, test } from 'vitest';

import { bookOf } from '../../bench/book.ts';
import { madeFile } from '../../bench/dossier/generate.ts';
import { loanFileOf } from '../../bench/dossier/record.ts';
import { dossierOf, judgedByReference } from '../../bench/reference.ts';
import { benchRules } from '../../bench/rules/all.ts';
import { handJudge, type Verdict, verdicts } from '../../bench/rules/rule.ts';

test('150 rules written by hand say what their FEEL texts say, on 200 files', () => {
  expect(benchRules).toHaveLength(150);
  const book = bookOf(benchRules);
  const judgeByHand = handJudge(benchRules);
  const byHand = new Uint8Array(benchRules.length);
  const seen = benchRules.map(() => new Set<Verdict>());
  for (let number = 0; number < 200; number += 1) {
    const { plain } = madeFile(1, number);
    const told = judgedByReference(book, dossierOf(book, JSON.stringify(plain)));
    judgeByHand(loanFileOf(plain), byHand);
    const differing = benchRules
      .filter((_, index) => byHand[index] !== told[index])
      .map(({ id }) => id);
    expect({ number, differing }).toEqual({ number, differing: [] });
    for (const [index, verdict] of told.entries()) seen[index]?.add(verdict);
  }
  const neverPassed = benchRules
    .filter((_, index) => !seen[index]?.has(verdicts.pass))
    .map(({ id }) => id);
  expect(neverPassed).toEqual([]);
});

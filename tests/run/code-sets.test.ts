import fc from 'fast-check';
import { expect, test } from 'vitest';

import { compileToJavaScript } from '../../src/run/compile.ts';
import { dossier, others, planned, schema } from '../plan/fixture.ts';
import { agreement, bookOf, enginesOf } from './harness.ts';

/** Conditions that ask a code set, themselves or by a name. */
const conditions = planned.filter((one) => /places|where|placed/u.test(one));
const book = bookOf(conditions, schema, others);
if (!book) throw new Error('the rulebook is wrong');
const engines = enginesOf(book);

test('closures and generated code say of code sets what the evaluator says, of any file', () => {
  let [compared, left] = [0, 0];
  fc.assert(
    fc.property(dossier, (json) => {
      const found = agreement(book, engines, json);
      compared += found.compared;
      left += found.left;
      expect(found.differing).toEqual([]);
    }),
    { numRuns: 150 },
  );
  expect(conditions.length).toBeGreaterThan(20);
  expect(compared).toBeGreaterThan(5000);
  expect(left).toBe(0);
}, 120_000);

test('no code and no cell is written into generated code', () => {
  const { judge, loader } = compileToJavaScript(engines.plan, book.subject.type, undefined);
  for (const text of ['say', '99.99', '10001', 'places-2000', '急'])
    expect(judge + loader).not.toContain(text);
  expect(judge).toContain('rowOf(');
});

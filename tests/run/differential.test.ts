import fc from 'fast-check';
import { expect, test } from 'vitest';

import { agreement, type Book, bookOf, enginesOf } from './harness.ts';
import { condition, dossier, others, schema } from './random.ts';

/** Conditions that type, as one rulebook; the wrong ones are dropped. */
function bookFrom(conditions: readonly string[]): Book | undefined {
  const whole = bookOf(conditions, schema, others);
  if (whole) return whole;
  const typed = conditions.filter((one) => bookOf([one], schema, others));
  return typed.length > 0 ? bookOf(typed, schema, others) : undefined;
}

test('closures, generated code and the evaluator say the same of random conditions and files', () => {
  let compared = 0;
  let left = 0;
  fc.assert(
    fc.property(
      fc.array(condition, { minLength: 20, maxLength: 20 }),
      fc.array(dossier, { minLength: 8, maxLength: 8 }),
      (conditions, files) => {
        const book = bookFrom(conditions);
        if (!book) return;
        const engines = enginesOf(book);
        for (const file of files) {
          const found = agreement(book, engines, file);
          compared += found.compared;
          left += found.left;
          expect(
            found.differing.map((line) => {
              const place = Number(/TST-(\d+)/u.exec(line)?.[1] ?? 1) - 1;
              return `${line}: ${book.program.rules[place]?.editions[0]?.require?.yaml.text} of ${file}`;
            }),
          ).toEqual([]);
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
  // the comparison is worth something only where the fast path answers
  expect(compared).toBeGreaterThan(5000);
  expect(left / (left + compared)).toBeLessThan(0.3);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { blankDossier } from '../../src/dossier/dossier.ts';
import { momentOf, newSession } from '../../src/evaluate/session.ts';
import { tested } from '../../src/evaluate/tests.ts';
import { traceOf } from '../../src/evaluate/value.ts';
import type { Value } from '../../src/feel/value.ts';
import type { Program } from '../../src/program/ast.ts';
import { parseRational } from '../../src/values/rational.ts';
import { parseDate } from '../../src/values/temporal-text.ts';
import { probeOf, problemsOf, type Row, withTable } from './harness.ts';

/** Few limits, so that rows often meet at them. */
const numbers = ['0', '1', '1.5', '2'];
const days = ['2024-02-28', '2024-02-29', '2024-03-01'];

const limits = (texts: readonly string[]) => {
  const one = fc.constantFrom(...texts);
  const rest = [
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '!='), one).map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('[', '('), one, one, fc.constantFrom(']', ')'))
      .map(([low, from, to, high]) => `${low}${from}..${to}${high}`),
  ];
  const condition = fc.oneof(one, ...rest);
  return fc.oneof(
    fc.constant('-'),
    fc.array(condition, { minLength: 1, maxLength: 2 }).map((tests) => tests.join(', ')),
    fc.array(condition, { minLength: 1, maxLength: 2 }).map((tests) => `not(${tests.join(', ')})`),
  );
};

const words = fc.oneof(
  fc.constantFrom('-', '"X"', '"Y"', '"Z"', '"X", "Y"', 'not("X")', '["X", "Z"]', '!= "Y"'),
);
const texts = fc.constantFrom('-', '"a"', '"b"', 'not("a")', 'not("a", "b")', '"a", "b"');

/** An input, its cells, and values that lie at, beside and between its limits. */
const inputs = {
  count: {
    cells: limits(numbers),
    values: ['-1', '0', '0.5', '1', '1.2', '1.5', '1.7', '2', '3'].map((text) => number(text)),
  },
  day: {
    cells: limits(days.map((day) => `date("${day}")`)),
    values: ['2024-01-01', ...days, '2024-03-02'].map((text) => parseDate(text) ?? null),
  },
  kind: { cells: words, values: ['X', 'Y', 'Z'] },
  id: { cells: texts, values: ['a', 'b', 'c'] },
  agreed: { cells: fc.constantFrom('-', 'true', 'false', 'not(true)'), values: [true, false] },
} as const;
type Input = keyof typeof inputs;

const tables = fc
  .uniqueArray(fc.constantFrom<Input>('count', 'day', 'kind', 'id', 'agreed'), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((names) =>
    fc.record({
      names: fc.constant(names),
      rows: fc.array(fc.tuple(...names.map((name): fc.Arbitrary<string> => inputs[name].cells)), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
  );

/** The proof speaks of all values at once; here each is tried, and the evaluator says which rows match. */
test('a gap is where no row matches, an overlap where two do, and there is no other', () => {
  let tried = 0;
  fc.assert(
    fc.property(tables, ({ names, rows }) => {
      const read = tryTable(names, rows);
      if (!read) return;
      tried += 1;
      const found = problemsOf(read);
      const codes = new Set(found.map(({ code }) => code));
      expect(codes).not.toContain('verify/table-not-proved');
      const counts = everyInput(names).map((values) => matching(read, values).length);
      expect(codes.has('verify/table-gap')).toBe(counts.includes(0));
      expect(codes.has('verify/table-overlap')).toBe(counts.some((count) => count > 1));

      const region = found.find(({ code }) => code === 'verify/table-gap');
      const params = region?.params;
      if (!params || !('inputs' in params)) return;
      const shown = tryTable(names, [params.inputs.map(({ cell }) => cell)]);
      const inside = everyInput(names).filter((values) => shown && matching(shown, values).length);
      expect(inside.length).toBeGreaterThan(0);
      expect(inside.flatMap((values) => matching(read, values))).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(tried).toBeGreaterThan(100);
});

/** undefined for rows that the checker of types refuses, such as a range that is empty. */
function tryTable(names: readonly Input[], rows: readonly Row[]): Program | undefined {
  try {
    return withTable({ inputs: names, rows });
  } catch {
    return undefined;
  }
}

function everyInput(names: readonly Input[]): readonly (readonly Value[])[] {
  return names.reduce<readonly (readonly Value[])[]>(
    (all, name) => all.flatMap((before) => inputs[name].values.map((value) => [...before, value])),
    [[]],
  );
}

/** The rows that match, by the evaluator. */
function matching(program: Program, values: readonly Value[]): readonly number[] {
  const rows = probeOf(program).editions[0]?.rows ?? [];
  const subject = program.subjects.get('request');
  if (!subject) throw new Error('the fixture judges requests');
  const moment = momentOf(newSession(program, blankDossier, subject), '2024-05-01');
  return rows.flatMap(({ cells }, index) => {
    const all = cells.every(
      (cell, column) => tested(values[column] ?? null, cell, moment, traceOf).value === true,
    );
    return all ? [index] : [];
  });
}

function number(text: string): Value {
  return parseRational(text) ?? null;
}

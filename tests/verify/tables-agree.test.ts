import fc from 'fast-check';
import { expect, test } from 'vitest';

import { invariant } from '../../src/base/invariant.ts';
import { type Core, unwritten } from '../../src/feel/core.ts';
import { boolean } from '../../src/feel/types.ts';
import type { Value } from '../../src/feel/value.ts';
import type { Program } from '../../src/program/ast.ts';
import { parseRational } from '../../src/values/rational.ts';
import { parseDate } from '../../src/values/temporal-text.ts';
import { blank, valueKnowing } from '../../src/verify/known-so-far.ts';
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

/** The rows that match, by the reference evaluator. */
function matching(program: Program, values: readonly Value[]): readonly number[] {
  const table = probeOf(program);
  const subject = program.subjects.get(table.subject);
  invariant(subject, 'a table has a subject');
  const rows = table.editions[0]?.rows ?? [];
  return rows.flatMap(({ cells }, index) => {
    const all = cells.every(({ subject: cell, tests }, column) => {
      const of = { kind: 'variable', variable: cell, type: cell.type, span: unwritten } as const;
      const core: Core = {
        kind: 'membership',
        of,
        subject: cell,
        tests,
        type: boolean,
        span: unwritten,
      };
      const moment = { day: '2024-01-01', variables: new Map([[cell.id, values[column] ?? null]]) };
      return valueKnowing(core, blank, subject, moment, program) === true;
    });
    return all ? [index] : [];
  });
}

function number(text: string): Value {
  return parseRational(text) ?? null;
}

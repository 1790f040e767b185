import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bytesOfGraph, graphOf } from '../../src/io/graph.ts';

/** What is read again of what was written. */
function again(value: unknown, later: readonly string[] = []): unknown {
  const bytes = bytesOfGraph(value, new Set(later));
  if (!bytes) throw new Error('plain data');
  // wherever its bytes begin
  return graphOf(Uint8Array.from([0, ...bytes]).subarray(1));
}

const keys = fc.oneof(fc.constantFrom('a', 'b', 'later', '__proto__'), fc.string());
const leaves = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.bigInt(),
  fc.boolean(),
  fc.constantFrom(undefined, null, -0, Number.NaN, 2 ** 28, -(2 ** 28), 2 ** 53),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('借款人', 'é', '\uD800'),
);
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    leaves,
    fc.array(tie('data'), { maxLength: 5 }),
    fc.dictionary(keys, tie('data'), { maxKeys: 5 }),
    fc
      .uniqueArray(keys, { maxLength: 4 })
      .chain((names) =>
        fc
          .array(tie('data'), { minLength: names.length, maxLength: names.length })
          .map((values) => new Map(names.map((name, index) => [name, values[index]]))),
      ),
    fc.uniqueArray(leaves, { maxLength: 4 }).map((values) => new Set(values)),
    fc.float64Array({ maxLength: 4 }),
    fc.int32Array({ maxLength: 4 }),
    fc.uint8Array({ maxLength: 4 }),
  ),
}));

test('plain data is read as it was written, whether at once or later', () => {
  fc.assert(
    fc.property(data, (value) => {
      expect(again(value)).toStrictEqual(value);
      expect(again(value, ['a', 'later'])).toEqual(value);
    }),
    { numRuns: 500 },
  );
});

test('what two places point at is one, and what points at itself does', () => {
  const shared = { name: 'one' };
  const round: { self?: unknown; readonly shared: object; readonly later: object } = {
    shared,
    later: shared,
  };
  round.self = round;
  const read = again([round, shared], ['later']) as [typeof round, object];
  expect(read[0].self).toBe(read[0]);
  expect(read[0].shared).toBe(read[1]);
  expect(read[0].later).toBe(read[1]);
  expect({ ...read[0] }.later).toBe(read[1]);
  expect(Object.keys(read[0])).toStrictEqual(['shared', 'later', 'self']);
});

test('a function of nothing gives what it gave; an object keeps having no prototype', () => {
  const bare = Object.assign(Object.create(null) as object, { a: 1 });
  const read = again({ give: () => [1], bare }) as { give: () => unknown; bare: object };
  expect(read.give()).toStrictEqual([1]);
  expect(Object.getPrototypeOf(read.bare)).toBeNull();
});

test.each([
  ['a class', new (class Odd {})()],
  ['a function of something', (one: number) => one],
  ['a symbol', Symbol('odd')],
  ['a day', new Date(0)],
  ['a pattern', /a/u],
  ['an array with more than elements', Object.assign([1], { more: 2 })],
  ['floats of four bytes', new Float32Array(1)],
])('%s is no plain data', (_, odd) => {
  expect(bytesOfGraph({ inside: [odd] }, new Set())).toBeUndefined();
});

test('what can be made again is not written, and made once', () => {
  const source = { text: 'x'.repeat(10_000) };
  const tree = { large: Array.from({ length: 5000 }, (_, index) => ({ index })) };
  const made: object[] = [];
  const remade = {
    of: (object: object) => (object === tree ? source : undefined),
    make: (of: object) => {
      made.push(of);
      return { ...tree };
    },
  };
  const bytes = bytesOfGraph([tree, tree, source], new Set(), remade);
  expect(bytes?.length).toBeLessThan(11_000);
  const [one, other, of] = graphOf(bytes ?? new Uint8Array(), remade) as object[];
  expect(one).toStrictEqual(tree);
  expect(other).toBe(one);
  expect(made).toStrictEqual([of]);
});

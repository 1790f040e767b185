import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { binomialInterval, hypergeometricInterval } from '../../src/values/proportion.ts';

/** How many ways there are to choose some of so many, exactly. */
function choose(of: number, count: number): bigint {
  if (count < 0 || count > of) return 0n;
  let ways = 1n;
  for (let taken = 0; taken < count; taken += 1)
    ways = (ways * BigInt(of - taken)) / BigInt(taken + 1);
  return ways;
}

/** The same interval by its definition, counted with whole numbers. */
function counted(found: number, drawn: number, population: number): readonly [number, number] {
  const all = choose(population, drawn);
  const isLikely = (from: number, upTo: number, of: number) => {
    let ways = 0n;
    for (let count = from; count <= upTo; count += 1)
      ways += choose(of, count) * choose(population - of, drawn - count);
    return ways * 40n > all;
  };
  const most = population - (drawn - found);
  const numbers = Array.from({ length: most - found + 1 }, (_, index) => found + index);
  const low = numbers.find((of) => isLikely(found, drawn, of)) ?? found;
  const high = numbers.findLast((of) => isLikely(0, found, of)) ?? most;
  return [low, high];
}

describe('a share of a population that is known', () => {
  test.each([
    [0, 10, 100, 0, 29],
    [3, 40, 500, 9, 99],
    [10, 10, 20, 16, 20],
    [5, 60, 60, 5, 5],
    [0, 60, 3000, 0, 177],
    // a probability of 2.5 % exactly: 39 of 40 leave one that is not
    [0, 1, 40, 0, 38],
    [1, 1, 40, 2, 40],
    [2, 60, 3000, 13, 343],
  ])('%i of %i, out of %i: %i to %i', (found, drawn, population, low, high) => {
    const interval = hypergeometricInterval(found, drawn, population);
    expect(interval).toEqual({ low: low / population, high: high / population });
  });

  test('is as whole numbers count it', () => {
    const draw = fc.integer({ min: 1, max: 120 }).chain((population) =>
      fc.integer({ min: 1, max: population }).chain((drawn) =>
        fc.record({
          population: fc.constant(population),
          drawn: fc.constant(drawn),
          found: fc.integer({ min: 0, max: drawn }),
        }),
      ),
    );
    fc.assert(
      fc.property(draw, ({ population, drawn, found }) => {
        const [low, high] = counted(found, drawn, population);
        expect(hypergeometricInterval(found, drawn, population)).toEqual({
          low: low / population,
          high: high / population,
        });
      }),
    );
  });
});

/** Clopper and Pearson's table, and any other of binomial confidence limits. */
test.each([
  [0, 10, 0, 0.308_497],
  [10, 10, 0.691_503, 1],
  [3, 40, 0.015_742, 0.203_865],
  [5, 100, 0.016_432, 0.112_835],
])('%i of %i, of a population that is not known: %d to %d', (found, drawn, low, high) => {
  const interval = binomialInterval(found, drawn);
  expect(interval.low).toBeCloseTo(low, 6);
  expect(interval.high).toBeCloseTo(high, 6);
});

test('a larger population comes to what is not known', () => {
  const [known, unknown] = [hypergeometricInterval(3, 40, 1_000_000), binomialInterval(3, 40)];
  expect(known.low).toBeCloseTo(unknown.low, 4);
  expect(known.high).toBeCloseTo(unknown.high, 4);
});

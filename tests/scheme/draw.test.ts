import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { SampleDrawnFile } from '../../src/rulebook/files.ts';
import { drawSample, inProportion, type Unit } from '../../src/scheme/draw.ts';

function rankOf(seed: number): (id: string) => string {
  return (id) => createHash('sha256').update(`${seed}\n${id}`).digest('hex');
}

function population(sizes: Readonly<Record<string, number>>): readonly Unit[] {
  return Object.entries(sizes).flatMap(([stratum, files]) =>
    Array.from({ length: files }, (_, index) => {
      const id = `${stratum}-${index}`;
      return { id, file: `${id}.yaml`, stratum };
    }),
  );
}

function idsOf(units: readonly Unit[], sample: SampleDrawnFile): readonly string[] {
  return drawSample(units, sample, rankOf(sample.seed ?? 0)).drawn.map(({ id }) => id);
}

const stratified = { method: 'stratified', by: ['product'], size: 10, seed: 1 } as const;

test('everything is drawn where nothing is said of a sample', () => {
  const { drawn, strata } = drawSample(population({ A: 3 }), undefined, rankOf(0));
  expect(drawn.map(({ chance }) => chance)).toEqual(
    Array.from({ length: 3 }, () => ({ of: 3, drawn: 3 })),
  );
  expect(strata).toEqual([{ stratum: 'A', files: 3, drawn: 3 }]);
});

test('another seed draws others, the same seed the same', () => {
  const units = population({ A: 200 });
  const drawn = [1, 1, 2].map((seed) => idsOf(units, { method: 'random', size: 20, seed }));
  expect(drawn[0]).toEqual(drawn[1]);
  expect(drawn[0]).not.toEqual(drawn[2]);
  expect(new Set(drawn[0]).size).toBe(20);
});

test('strata get their share, or the size that is given', () => {
  const units = population({ A: 50, B: 30, C: 20 });
  const { strata } = drawSample(units, stratified, rankOf(1));
  expect(strata.map(({ drawn }) => drawn)).toEqual([5, 3, 2]);
  const given = drawSample(units, { ...stratified, sizes: { A: 1, C: 40, D: 1 } }, rankOf(1));
  expect(given.strata.map(({ drawn }) => drawn)).toEqual([1, 0, 20]);
  expect(given.unknown).toEqual(['D']);
});

test('files that are chosen are those, and have no chance', () => {
  const chosen = { method: 'discretionary', files: ['A-1', 'A-9'] } as const;
  const { drawn, unknown } = drawSample(population({ A: 3 }), chosen, rankOf(0));
  expect(drawn).toEqual([{ id: 'A-1', file: 'A-1.yaml', stratum: 'A', chance: undefined }]);
  expect(unknown).toEqual(['A-9']);
});

describe('of any population', () => {
  const sizes = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.nat(40));
  const cases = fc.record({ sizes, size: fc.integer({ min: 1, max: 60 }), seed: fc.nat() });

  test('the order of files changes nothing', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ sizes: given, size, seed }, moves) => {
        const units = population(given);
        const other = units
          .map((unit) => [moves.next().value ?? 0, unit] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, unit]) => unit);
        for (const method of ['random', 'stratified'] as const)
          expect(idsOf(other, { method, size, seed })).toEqual(
            idsOf(units, { method, size, seed }),
          );
      }),
    );
  });

  test('strata sum to the size, none more than one from its share, none beyond its files', () => {
    fc.assert(
      fc.property(cases, ({ sizes: given, size }) => {
        const strata = Object.entries(given);
        const all = strata.reduce((sum, [, files]) => sum + files, 0);
        const shares = inProportion(strata, size);
        const sum = [...shares.values()].reduce((a, b) => a + b, 0);
        expect(sum).toBe(Math.min(size, all));
        for (const [stratum, files] of strata) {
          const own = shares.get(stratum) ?? -1;
          expect(own).toBeLessThanOrEqual(files);
          expect(Math.abs(own - (files * sum) / Math.max(all, 1))).toBeLessThan(1);
        }
      }),
    );
  });

  test('a larger sample by the same seed holds the smaller one', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.nat(80), fc.nat(), (files, size, more, seed) => {
        const units = population({ A: files });
        const large = new Set(idsOf(units, { method: 'random', size: size + more, seed }));
        expect([...large]).toEqual(
          expect.arrayContaining([...idsOf(units, { method: 'random', size, seed })]),
        );
      }),
    );
  });
});

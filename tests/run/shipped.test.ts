import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { plainOf } from '../../src/yaml/tree.ts';
import { sampleYaml, samples, shipped } from '../evaluate/shipped.ts';
import { agreement, enginesOf } from './harness.ts';

const book = shipped();
const engines = enginesOf(book);

/** The samples of loan files, as plain data. */
const files = samples
  .map((name) => ({ name, plain: plainOf(sampleYaml(name)) }))
  .filter(({ plain }) => typeof plain === 'object' && plain !== null && 'application' in plain);

describe('the shipped rules, by closures and generated code as by the evaluator', () => {
  test.each(files)('on $name', ({ plain }) => {
    const { differing } = agreement(book, engines, JSON.stringify(plain));
    expect(differing).toEqual([]);
  });

  test('on samples with a value changed, taken away or made malformed', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(), edits, (file, a, b, edit) => {
        const plain: unknown = structuredClone(file.plain);
        edited(plain, a, edit);
        if (b % 3 === 0) edited(plain, b, null);
        const found = agreement(book, engines, JSON.stringify(plain));
        compared += found.compared;
        expect(found.differing).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(5000);
  }, 240_000);

  test('most rules have a fast path', () => {
    const { rules, slow } = engines.closures;
    expect(slow.length / rules.length).toBeLessThan(0.02);
  });
});

const edits = fc.constantFrom<unknown>(
  null,
  undefined,
  '',
  0,
  0.001,
  1,
  999_999_999.99,
  true,
  false,
  'x',
  '2024-02-30',
  '2026-08-28',
  '2026-08-28T00:00:00+08:00',
  [],
  {},
);

/** Puts a value in place of some scalar or list of a record. */
function edited(plain: unknown, at: number, value: unknown): void {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  collect(plain);
  const [record, key] = places[at % places.length] ?? [];
  if (record && key !== undefined) record[key] = value;

  function collect(of: unknown): void {
    if (Array.isArray(of)) for (const item of of) collect(item);
    else if (typeof of === 'object' && of !== null)
      for (const [name, inner] of Object.entries(of)) {
        places.push([of as Record<string, unknown>, name]);
        collect(inner);
      }
  }
}

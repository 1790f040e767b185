import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { plainOf } from '../../src/yaml/tree.ts';
import { sampleYaml, samples, shipped } from '../evaluate/shipped.ts';
import { edited, edits } from '../edits.ts';
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

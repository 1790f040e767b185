import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { failOpen, type Hole, judged, placesIn } from './holes.ts';
import { samples, sampleYaml, shipped } from './shipped.ts';

/** A hole as it is written, and as it may be written as well. */
const pairs: readonly (readonly [Hole, Hole])[] = [
  ['absent', 'null'],
  ['null', 'blank'],
  ['blank', 'absent'],
];

describe.each(samples)('%s', (name) => {
  test(
    'one to three random holes let nothing through, and empty is empty however it is written',
    { timeout: 60_000 },
    () => {
      const { program, subject } = shipped();
      const yaml = sampleYaml(name);
      const file = judged(yaml, program, subject);
      const places = placesIn(yaml, subject.type);
      const ways = fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 3 });
      fc.assert(
        fc.property(ways, fc.constantFrom(...pairs), (chosen, [hole, other]) => {
          const outcomes = file.withHoles(chosen, hole);
          expect(failOpen(file.complete, outcomes)).toEqual([]);
          expect(statuses(file.withHoles(chosen, other))).toEqual(statuses(outcomes));
        }),
        { seed: 20241008, numRuns: 4 },
      );
    },
  );
});

function statuses(outcomes: ReturnType<typeof judged>['complete']): readonly string[] {
  return outcomes.map(({ rule, element, status }) => `${rule} ${element ?? ''} ${status}`);
}

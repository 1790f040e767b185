import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { failOpen, type Hole, judged, placesIn } from './holes.ts';
import { samples, sampleYaml, shipped } from './shipped.ts';

const holes: readonly Hole[] = ['absent', 'null', 'blank'];

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
        fc.property(
          ways,
          fc.constantFrom(...holes),
          fc.constantFrom(...holes),
          (chosen, hole, other) => {
            const outcomes = file.withHoles(chosen, hole);
            expect(failOpen(file.complete, outcomes)).toEqual([]);
            expect(statuses(file.withHoles(chosen, other))).toEqual(statuses(outcomes));
          },
        ),
        { seed: 20241008, numRuns: 5 },
      );
    },
  );

  test(
    'what is judged anew for one hole is what judging everything gives',
    { timeout: 60_000 },
    () => {
      const { program, subject } = shipped();
      const yaml = sampleYaml(name);
      const file = judged(yaml, program, subject);
      const places = placesIn(yaml, subject.type);
      fc.assert(
        fc.property(fc.constantFrom(...places), (way) => {
          expect(statuses(file.withOneHole(way, 'absent'))).toEqual(
            statuses(file.withHoles([way], 'absent')),
          );
        }),
        { seed: 20250101, numRuns: 5 },
      );
    },
  );
});

function statuses(outcomes: ReturnType<typeof judged>['complete']): readonly string[] {
  return outcomes.map(({ rule, element, status }) => `${rule} ${element ?? ''} ${status}`);
}

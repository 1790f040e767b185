import { expect, test } from 'vitest';

import { failOpen, judged, placesIn } from './holes.ts';
import { samples, sampleYaml, shipped } from './shipped.ts';

/**
 * The promise that matters most: what is not filled in never lets a file through. Every field of every sample dossier is
 * taken out, one at a time; no rule may then pass, be waived or not apply that does otherwise for the whole file.
 */
test.each(samples)(
  '%s: no field, when it is missing, lets a file through',
  { timeout: 60_000 },
  (name) => {
    const { program, subject } = shipped();
    const yaml = sampleYaml(name);
    const file = judged(yaml, program, subject);
    const found = placesIn(yaml, subject.type).flatMap((way) =>
      failOpen(file.complete, file.withOneHole(way, 'absent')).map((outcome) => ({
        missing: way.join('.'),
        ...outcome,
      })),
    );
    expect(found).toEqual([]);
  },
);

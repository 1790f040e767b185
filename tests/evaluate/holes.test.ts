import process from 'node:process';

import { expect, test } from 'vitest';

import { failOpen, judged, placesIn } from './holes.ts';
import { samples, sampleYaml, shipped } from './shipped.ts';

/** One of each product, one under way, one waived; `HOLES=all npm test` takes every sample. */
const few = /^00(?:01|06|09|11|12|13)-/u;
const chosen = process.env['HOLES'] === 'all' ? samples : samples.filter((name) => few.test(name));

/**
 * The promise that matters most: what is not filled in never lets a file through. Every field of these samples is
 * taken out, one at a time; no rule may then pass, be waived or not apply that does otherwise for the whole file.
 */
test.each(chosen)(
  '%s: no field, when it is missing, lets a file through',
  { timeout: 180_000 },
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

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { shouze, temporary } from '../cli/harness.ts';

const sound = readFileSync('examples/dossiers/0001-sound.yaml', 'utf8');

/** The share of files with an offer freely accepted, of one file. */
async function accepted(text: string): Promise<string | null | undefined> {
  const file = join(temporary(), 'file.yaml');
  writeFileSync(file, text);
  const { out } = await shouze('scorecard', file, '--format', 'json');
  const { groups } = JSON.parse(out) as {
    groups: readonly {
      figures: readonly { readonly measure: string; readonly value: string | null }[];
    }[];
  };
  return groups[0]?.figures.find(({ measure }) => measure === 'offersAccepted')?.value;
}

test('a file with an offer that was tied is no success, whatever else was freely accepted', async () => {
  const second = sound.lastIndexOf('mandatory: false');
  const tied = `${sound.slice(0, second)}mandatory: true${sound.slice(second + 'mandatory: false'.length)}`;
  expect(sound.split('mandatory: false')).toHaveLength(3);
  expect(await accepted(sound)).toBe('1');
  expect(await accepted(tied)).toBe('0');
});

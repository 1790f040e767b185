import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { digestsOf, manifestOf } from '../../src/cli/manual-files.ts';
import { digestOf, rulebookFolder } from '../../src/io/rulebook.ts';
import { filesOf, runOf, shipped } from './harness.ts';

// `npm run manual` writes docs/manual; its manifest knows the day it was made for
const folder = 'docs/manual';
const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
const { asOf } = JSON.parse(manifest) as { readonly asOf: string };
const made = filesOf(shipped, ['md'], asOf, digestOf(rulebookFolder('rules').folder));

test('the manual in docs/manual is what the rulebook says', () => {
  const stale = [...made]
    .filter(([path, text]) => textAt(join(folder, path)) !== text)
    .map(([path]) => path);
  expect(stale).toEqual([]);
});

test('nothing else lies in docs/manual', () => {
  const found = globSync('**/*.*', { cwd: folder }).map((path) => path.replaceAll('\\', '/'));
  expect(found.toSorted()).toEqual([...made.keys(), 'manifest.json'].toSorted());
});

test('its manifest has the digest of every file', () => {
  expect(manifestOf(shipped, runOf(['md'], asOf), digestsOf(made), undefined)).toBe(manifest);
});

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

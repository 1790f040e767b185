import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { tidied } from '../../src/drafting/tidy.ts';
import { shouze, temporary } from './harness.ts';

test.each([
  ['a BOM and the line ends of another system', '\uFEFFa: 1\r\nb: 2\r\n', 'a: 1\nb: 2\n'],
  [
    'blanks at the end, lines without anything, no last line break',
    'a: 1  \n\n\n\nb: 2',
    'a: 1\n\nb: 2\n',
  ],
  [
    'blanks that a text needs',
    'a: "x  \n\n\n  y"\nb: |\n  1\n\n\n  2\n',
    'a: "x  \n\n\n  y"\nb: |\n  1\n\n\n  2\n',
  ],
])('%s', (_, text, wanted) => {
  expect(tidied('rules/R.yaml', text)).toBe(wanted);
});

test('the shipped rulebook is tidy', async () => {
  const { code, out } = await shouze('fmt', '--check');
  expect([code, out]).toEqual([0, expect.stringContaining('要整理的 0 个')]);
});

test('says what it would change, changes it, and has nothing to do then', async () => {
  const folder = join(temporary(), 'mine');
  await shouze('new', 'rulebook', folder, '--title', '试验');
  const path = join(folder, 'rules', 'R001.yaml');
  const sound = readFileSync(path, 'utf8');
  writeFileSync(path, sound.replace('price * 0.3', 'price * 30%').replaceAll('\n', '  \r\n'));
  const checked = await shouze('fmt', '--check', '--rulebook', folder);
  expect([checked.code, checked.out]).toEqual([1, expect.stringContaining(path)]);
  expect(readFileSync(path, 'utf8')).not.toBe(sound);
  expect((await shouze('fmt', '--rulebook', folder)).code).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(sound);
  const again = await shouze('fmt', '--check', '--migrate', '--rulebook', folder);
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('格式 1')]);
});

test('takes no path', async () => {
  expect((await shouze('fmt', 'rules')).code).toBe(2);
});

test('says that there is no rulebook, where there is none', async () => {
  const { code, err } = await shouze('fmt', '--rulebook', join(temporary(), 'nowhere'));
  expect([code, err]).toEqual([2, expect.stringContaining('nowhere')]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { shouze, temporary } from './harness.ts';

describe('sample', { timeout: 60_000 }, () => {
  test('writes a file each, which check passes', async () => {
    const out = join(temporary(), 'samples');
    expect(await shouze('sample', '--count', '3', '--seed', '4', '--out', out)).toMatchObject({
      code: 0,
      out: '',
      err: '',
    });
    expect(readdirSync(out)).toHaveLength(3);
    expect((await shouze('check', out)).code).toBe(0);
  });

  test('writes one line each, the same twice, and the same as to standard output', async () => {
    const file = join(temporary(), 'samples.ndjson');
    const call = ['sample', '--count', '2', '--seed', '4', '--fault', 'RSK-002'];
    expect((await shouze(...call, '--out', file)).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect((await shouze(...call)).out).toBe(text);
  });

  test.each([
    ['no number', ['--count', 'many'], '--count many'],
    ['none', ['--count', '0'], '--count 0'],
    ['too many', ['--count', '100001'], '--count 100001'],
    ['a seed below nothing', ['--seed=-1'], '--seed -1'],
    ['no such product', ['--product', 'CONSUMR'], 'CONSUMER'],
    ['no such rule', ['--fault', 'RSK-999'], 'RSK-999'],
    ['a rule no single file breaks', ['--fault', 'GRP-002'], 'GRP-002'],
    ['a path', ['somewhere'], '--out'],
  ])('is refused: %s', async (_, args, words) => {
    const ran = await shouze('sample', ...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(words);
  });
});

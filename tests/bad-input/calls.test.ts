import { expect, test } from 'vitest';

import { shouze, small } from '../cli/harness.ts';

const file = 'examples/dossiers/0001-sound.yaml';

test.each([
  ['no command', [], ['shouze <command> --help']],
  ['an unknown command', ['chekc', file], ['`chekc`', 'check']],
  ['an unknown option', ['check', file, '--langg', 'en'], ['--langg', '--lang']],
  ['an unknown option with a value', ['check', file, '--fromat=json'], ['--fromat', '--format']],
  ['an option without its value', ['check', file, '--format'], ['--format']],
  ['a flag with a value', ['check', file, '--unmask=yes'], ['--unmask']],
  ['a language', ['check', file, '--lang', 'zn'], ['--lang zn', 'zh | en']],
  ['a format', ['check', file, '--format', 'jason'], ['--format jason', 'json']],
  ['a day that does not exist', ['check', file, '--as-of', '2024-02-30'], ['--as-of 2024-02-30']],
  [
    'a day in another form',
    ['check', file, '--today', '30/02/2024'],
    ['--today 30/02/2024', '2026-09-01'],
  ],
  ['no file', ['check', '--rulebook', small], ['check PATH']],
  [
    'a rulebook that is not there',
    ['check', file, '--rulebook', 'rulez'],
    ['io/missing-file', 'rulez'],
  ],
  [
    'a folder that is no rulebook',
    ['check', file, '--rulebook', 'docs'],
    ['rulebook/no-manifest', 'docs'],
  ],
  ['a rule to explain', ['explain', 'TST-002', '--rulebook', small], ['`TST-002`', 'TST-001']],
  ['nothing to explain', ['explain', '--rulebook', small], ['explain']],
  ['a rule to test', ['test', 'TST-002', '--rulebook', small], ['`TST-002`', 'TST-001']],
  ['a folder to lint', ['lint', 'docs', '--rulebook', small], ['docs', '--rulebook']],
])('%s is told in one line, with what to write instead', async (_, args, words) => {
  const ran = await shouze(...args);
  const text = ran.code === 2 && ran.err === '' ? ran.out : ran.err;
  expect(ran.code).toBe(2);
  for (const word of words) expect(text).toContain(word);
  expect(text).not.toMatch(/内部错误|internal error|^\s+at .*:\d+:\d+/mu);
  if (args.length > 0 && !text.includes('[')) expect(text.trim().split('\n')).toHaveLength(1);
  expect(ran.milliseconds).toBeLessThan(3000);
});

test('a step that is not there is told in a line, and below it those that are', async () => {
  const { code, err } = await shouze('check', file, '--rulebook', small, '--step', 'decied');
  const [first, ...others] = err.trimEnd().split('\n');
  expect(code).toBe(2);
  expect(first).toContain('--step decied');
  expect(first).toContain('decide');
  expect(others.length).toBeGreaterThan(0);
  for (const other of others) expect(other).toMatch(/^ +[a-z-]+ +\S/u);
});

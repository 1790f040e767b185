import { expect, test } from 'vitest';

import { shouze, small } from '../cli/harness.ts';

const book = 'examples/code-sets';
const file = `${book}/dossiers`;
const check = ['check', file, '--rulebook', book];

/** A good call of each command: one that is wrong may take no longer than to do it. */
const good: Readonly<Record<string, readonly string[]>> = {
  check,
  explain: ['explain', 'TST-001', '--rulebook', small],
  test: ['test', '--rulebook', small],
  lint: ['lint', '--rulebook', small],
};
/** Milliseconds that nobody waits for: what the call before has read is not read again. */
const atOnce = 200;

const taken = new Map<readonly string[], number>();

/** What a call computes at the least, of three times: the machine may be at other work in one of them. */
async function least(args: readonly string[]): Promise<number> {
  const known = taken.get(args);
  if (known !== undefined) return known;
  const all: number[] = [];
  // eslint-disable-next-line no-await-in-loop -- one after the other
  for (let times = 0; times < 3; times += 1) all.push((await shouze(...args)).milliseconds);
  const found = Math.min(...all);
  taken.set(args, found);
  return found;
}

test.each([
  ['no command', [], ['shouze <command> --help']],
  ['an unknown command', ['chekc', file], ['`chekc`', 'check']],
  ['an unknown option', [...check, '--langg', 'en'], ['--langg', '--lang']],
  ['an unknown option with a value', [...check, '--fromat=json'], ['--fromat', '--format']],
  ['an option without its value', [...check, '--format'], ['--format']],
  ['a flag with a value', [...check, '--unmask=yes'], ['--unmask']],
  ['a language', [...check, '--lang', 'zn'], ['--lang zn', 'zh | en']],
  ['a format', [...check, '--format', 'jason'], ['--format jason', 'json']],
  ['a day that does not exist', [...check, '--as-of', '2024-02-30'], ['--as-of 2024-02-30']],
  [
    'a day in another form',
    [...check, '--today', '30/02/2024'],
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
    ['check', file, '--rulebook', 'scripts'],
    ['rulebook/no-manifest', 'scripts'],
  ],
  ['a rule to explain', ['explain', 'TST-002', '--rulebook', small], ['`TST-002`', 'TST-001']],
  ['nothing to explain', ['explain', '--rulebook', small], ['explain']],
  ['a rule to test', ['test', 'TST-002', '--rulebook', small], ['`TST-002`', 'TST-001']],
  ['a folder to lint', ['lint', 'docs', '--rulebook', small], ['docs', '--rulebook']],
])('%s is told in one line and at once, with what to write instead', async (_, args, words) => {
  const ran = await shouze(...args);
  const text = ran.code === 2 && ran.err === '' ? ran.out : ran.err;
  expect(ran.code).toBe(2);
  for (const word of words) expect(text).toContain(word);
  expect(text).not.toMatch(/内部错误|internal error|^\s+at .*:\d+:\d+/mu);
  if (args.length > 0 && !text.includes('[')) expect(text.trim().split('\n')).toHaveLength(1);
  const right = good[args[0] ?? ''] ?? check;
  expect(await least(args)).toBeLessThan(atOnce + 2 * (await least(right)));
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

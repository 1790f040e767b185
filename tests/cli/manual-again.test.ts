import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { edits } from '../manual/edits.ts';
import { anew, copied, edit, shouze, shouzeAs, temporary } from './harness.ts';

const fixture = 'tests/manual/fixture';
const rule = 'stages/lending/assessment/ABC-001-own-share.yaml';
const day = ['--as-of', '2026-11-23'];

test('files that say what they said before are not written', async () => {
  const [folder, out] = [copied(fixture), temporary()];
  const call = ['manual', '--rulebook', folder, '--out', out, '--format', 'md', ...day];
  const first = await shouze(...call);
  expect(first.out).toMatch(/：[0-9]+ 个文件 \/ files\n$/u);
  const [step, front] = [join(out, 'zh/lending.md'), join(out, 'zh/appendix-tables.md')];
  for (const path of [step, front]) utimesSync(path, 1, 1);
  edit(folder, rule, '自付比例达标', '自付比例足额');
  const second = await shouze(...call);
  expect(second.out).toMatch(/：[0-9]+ 个文件，[1-9] 个有变化 \/ [0-9]+ files, [1-9] changed\n$/u);
  expect(readFileSync(step, 'utf8')).toContain('自付比例足额');
  expect([step, front].map((path) => statSync(path).mtimeMs === 1000)).toEqual([false, true]);
});

describe('a manual that stands there as the same call left it', () => {
  const setting = async (...more: readonly string[]) => {
    const [folder, out, cache] = [copied(fixture), temporary(), temporary()];
    vi.stubEnv('SHOUZE_CACHE', cache);
    onTestFinished(() => void vi.unstubAllEnvs());
    const call = ['manual', '--rulebook', folder, '--out', out, ...more];
    await shouzeAs('one', ...call);
    return { folder, out, cache, call };
  };
  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);

  test('or that is made again by what was kept is the one that is made anew, and so is what lint says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...edits], { minLength: 2, maxLength: 4 }),
        async (some) => {
          const { folder, out, call } = await setting(
            '--draft',
            '--format',
            'md,html,html-pages',
            ...day,
          );
          const lint = ['lint', '--format', 'json', '--rulebook', folder];
          for (const [, path, behind, added] of some) {
            const file = filesIn(folder).find(([name]) => path.test(name ?? ''));
            const [name = '', text = ''] = file ?? [];
            writeFileSync(
              join(folder, name),
              text.replace(behind, (found) => found + added),
            );
            await shouzeAs('one', ...call);
            const other = temporary();
            await anew(...call, '--out', other);
            expect(filesIn(out)).toEqual(filesIn(other));
            expect((await shouzeAs('one', ...lint)).out).toBe((await anew(...lint)).out);
          }
        },
      ),
      { numRuns: 3 },
    );
  }, 120_000);

  test('is left alone, and its rulebook is not read', async () => {
    const { out, cache, call } = await setting(...day);
    const before = filesIn(out);
    for (const name of readdirSync(cache)) if (name.startsWith('memory')) rmSync(join(cache, name));
    const { code, out: said } = await shouzeAs('one', ...call);
    expect([code, said]).toEqual([0, expect.stringMatching(/，0 个有变化/u)]);
    expect(filesIn(out)).toEqual(before);
    expect(readdirSync(cache).filter((name) => name.startsWith('memory'))).toEqual([]);
  });

  test.each<[string, (of: Awaited<ReturnType<typeof setting>>) => unknown]>([
    ['a file was changed', ({ out }) => appendFileSync(join(out, 'zh/lending.md'), 'x')],
    ['a file was deleted', ({ out }) => rmSync(join(out, 'manual.en.html'))],
    ['the manifest was deleted', ({ out }) => rmSync(join(out, 'manifest.json'))],
    ['a rule was edited', ({ folder }) => edit(folder, rule, '自付比例达标', '自付比例足额')],
    ['it is another day', () => vi.setSystemTime(Date.now() + 86_400_000)],
    ['another part is wanted', ({ call }) => call.push('--red-lines')],
    ['it is to be a draft', ({ call }) => call.push('--draft')],
  ])('is made again where %s', async (_, disturb) => {
    onTestFinished(() => void vi.useRealTimers());
    const made = await setting();
    disturb(made);
    expect((await shouzeAs('one', ...made.call)).code).toBe(0);
    const other = temporary();
    await anew(...made.call, '--out', other);
    expect(filesIn(made.out)).toEqual(filesIn(other));
  });
});

test('--watch makes it again when the rulebook changes, and outlives what is wrong in it', async () => {
  const [folder, out] = [copied(fixture), temporary()];
  const call = [
    'manual',
    '--watch',
    '--rulebook',
    folder,
    '--out',
    out,
    '--format',
    'html',
    ...day,
  ];
  const child = spawn(process.execPath, ['bin/shouze.js', ...call, '--lang', 'zh']);
  const closed = once(child, 'close');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += String(text);
    });
  const until = async (words: string): Promise<void> => {
    await vi.waitFor(
      () => {
        expect(said).toContain(words);
      },
      { timeout: 20_000 },
    );
    said = '';
  };
  const page = () => readFileSync(join(out, 'manual.zh.html'), 'utf8');
  await until('Ctrl-C');
  edit(folder, rule, '自付比例达标', '自付比例足额');
  await until('个文件');
  expect(page()).toContain('自付比例足额');
  edit(folder, rule, 'require: share >= floor', 'require: share >= flor');
  await until('flor');
  expect(page()).toContain('自付比例足额');
  edit(folder, rule, 'require: share >= flor', 'require: share >= floor');
  edit(folder, rule, '自付比例足额', '自付达标');
  await until('个文件');
  expect(page()).toContain('自付达标');
  child.kill('SIGINT');
  expect(await closed).toEqual([0, null]);
}, 60_000);

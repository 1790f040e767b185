import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { expect, test, vi } from 'vitest';

import { copied, edit, shouze, temporary } from './harness.ts';

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

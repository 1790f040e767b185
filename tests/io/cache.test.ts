import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { cacheFolder, readCache, writeCache } from '../../src/io/cache.ts';

let folder = '';
const before = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shouze-cache-'));
  process.env['SHOUZE_CACHE'] = folder;
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['SHOUZE_CACHE', 'XDG_CACHE_HOME']) {
    const value = before[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);
const kept = (name: string) => join(folder, `${name}.shouze`);

test('what was written is read, under its own name', () => {
  writeCache('one', bytes);
  expect(readCache('one')).toStrictEqual(Buffer.from(bytes));
  expect(readCache('two')).toBeUndefined();
  writeCache('one', bytes.subarray(1));
  expect(readCache('one')).toStrictEqual(Buffer.from(bytes.subarray(1)));
  expect(readdirSync(folder)).toStrictEqual(['one.shouze']);
});

test('a file that is cut, changed anywhere, empty, foreign or renamed is not believed', () => {
  writeCache('one', bytes);
  const whole = readFileSync(kept('one'));
  for (const cut of [0, 1, 31, 32, 33, 2500, whole.length - 1]) {
    writeFileSync(kept('one'), whole.subarray(0, cut));
    expect(readCache('one')).toBeUndefined();
  }
  for (const place of [0, 31, 32, 2500, whole.length - 1]) {
    const flipped = Buffer.from(whole);
    flipped[place] = (flipped[place] ?? 0) ^ 1;
    writeFileSync(kept('one'), flipped);
    expect(readCache('one')).toBeUndefined();
  }
  writeFileSync(kept('one'), Buffer.concat([whole, Buffer.from('x')]));
  expect(readCache('one')).toBeUndefined();
  writeFileSync(kept('one'), whole);
  expect(readCache('one')).toBeDefined();
  renameSync(kept('one'), kept('two'));
  expect(readCache('two')).toBeUndefined();
});

test('a folder that cannot be made, read or written loses nothing and says nothing', () => {
  writeFileSync(join(folder, 'file'), '');
  process.env['SHOUZE_CACHE'] = join(folder, 'file', 'below');
  writeCache('one', bytes);
  expect(readCache('one')).toBeUndefined();
  process.env['SHOUZE_CACHE'] = folder;
  mkdirSync(kept('one'));
  writeCache('one', bytes);
  expect(readCache('one')).toBeUndefined();
  expect(readdirSync(folder).toSorted()).toStrictEqual(['file', 'one.shouze']);
  if (process.getuid?.() === 0) return; // root writes everywhere
  chmodSync(folder, 0o500);
  writeCache('two', bytes);
  expect(readCache('two')).toBeUndefined();
  chmodSync(folder, 0o700);
});

test('where it is, and how it is turned off', () => {
  expect(cacheFolder()).toBe(folder);
  delete process.env['SHOUZE_CACHE'];
  process.env['XDG_CACHE_HOME'] = folder;
  expect(cacheFolder()).toBe(join(folder, 'shouze'));
  process.env['SHOUZE_CACHE'] = 'off';
  expect(cacheFolder()).toBeUndefined();
  writeCache('one', bytes);
  expect(readdirSync(folder)).toStrictEqual([]);
});

test('only the files used last are kept, and no other file in the folder is touched', () => {
  const old = new Date(Date.now() - 7_200_000);
  for (const name of ['mine.txt', 'x.tmp', 'one.shouze.12-ab.tmp', 'two.shouze.12-ab.tmp']) {
    writeFileSync(join(folder, name), 'x');
    if (!name.startsWith('two')) utimesSync(join(folder, name), old, old);
  }
  for (let place = 0; place < 512; place += 1) {
    writeCache(`n${place}`, bytes);
    const day = new Date(Date.now() - 1_000_000 + place * 1000);
    utimesSync(kept(`n${place}`), day, day);
  }
  expect(readCache('n0')).toBeDefined(); // used again
  writeCache('last', bytes);
  expect(existsSync(kept('n0'))).toBe(true);
  expect(existsSync(kept('n1'))).toBe(false);
  expect(existsSync(kept('n2'))).toBe(true);
  const others = readdirSync(folder).filter((name) => !name.endsWith('.shouze'));
  expect(others.toSorted()).toStrictEqual(['mine.txt', 'two.shouze.12-ab.tmp', 'x.tmp']);
});

test('processes that write and read the same name at once see it whole or not at all', async () => {
  const module = new URL('../../src/io/cache.ts', import.meta.url).href;
  const program = `
    const { readCache, writeCache } = await import(${JSON.stringify(module)});
    for (let turn = 0; turn < 60; turn += 1) {
      writeCache('one', new Uint8Array(200_000).fill(Number(process.argv[1]) + turn));
      const bytes = readCache('one');
      if (!bytes || bytes.length !== 200_000 || bytes.some((byte) => byte !== bytes[0])) process.exit(3);
    }`;
  const run = (seed: number) =>
    promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', program, '--', String(seed)],
      { env: { ...process.env, SHOUZE_CACHE: folder } },
    );
  await expect(Promise.all([run(1), run(100)])).resolves.toHaveLength(2);
  expect(readdirSync(folder)).toStrictEqual(['one.shouze']);
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';

import { tarred, zipped } from '../../scripts/release/archive.ts';
import { licencesText, licensedParts } from '../../scripts/release/licences.ts';
import { type Files, type Packed, sumsOf } from '../../scripts/release/package.ts';
import { chineseReadme, englishReadme, starterOf } from '../../scripts/release/texts.ts';

const folder = mkdtempSync(join(tmpdir(), '守则 发布-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const files: Files = new Map<string, Packed>([
  ['说明.txt', { bytes: Buffer.from('守则\n') }],
  ['app/bin/tool.js', { bytes: Buffer.from('1\n') }],
  ['node/node', { bytes: Buffer.from('#!/bin/sh\necho "$@"\n'), isProgram: true }],
  ['README.txt', { bytes: Buffer.from('') }],
]);

/** In the folder of the test, without a network or a `node` of any kind on the path. */
function run(command: string, from = folder) {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' };
  const { status, stdout } = spawnSync('sh', ['-c', command], { cwd: from, env, encoding: 'utf8' });
  return { status, stdout };
}

function unpack(name: string): string {
  writeFileSync(join(folder, `${name}.tar.gz`), tarred(name, withSums(files)));
  expect(run(`tar -xzf ${name}.tar.gz`).status).toBe(0);
  return join(folder, name);
}

function withSums(all: Files): Files {
  return new Map([...all, ['SHA256SUMS', { bytes: Buffer.from(sumsOf(all)) }]]);
}

test('the sums are what sha256sum reads, and tell a file that was changed', () => {
  const home = unpack('sums');
  expect(run('sha256sum -c --quiet SHA256SUMS', home)).toEqual({ status: 0, stdout: '' });
  writeFileSync(join(home, '说明.txt'), '守则。\n');
  expect(run('sha256sum -c --quiet SHA256SUMS', home).stdout).toContain('说明.txt: FAILED');
});

test('the sums are in the order of the paths, and lead to every file', () => {
  const paths = sumsOf(files)
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(66));
  expect(paths).toEqual(['README.txt', 'app/bin/tool.js', 'node/node', '说明.txt']);
});

test.each([
  ['tar.gz', tarred],
  ['zip', zipped],
] as const)('%s: the same files in any order give the same bytes', (_, pack) => {
  const turned = new Map([...files].toReversed());
  expect(Buffer.from(pack('p', files)).equals(pack('p', turned))).toBe(true);
});

test('tar keeps what is a program, of nobody in particular', () => {
  writeFileSync(join(folder, 'modes.tar.gz'), tarred('modes', files));
  const lines = run('tar --numeric-owner -tvzf modes.tar.gz').stdout.trimEnd().split('\n');
  const modes = lines.map((line) => line.replace(/ +\d+ 1980-01-01 00:00/u, ''));
  expect(modes).toContain('-rwxr-xr-x 0/0 modes/node/node');
  expect(modes).toContain('-rw-r--r-- 0/0 modes/app/bin/tool.js');
});

test('zip holds every file under its name', () => {
  const found = unzipSync(zipped('p', files));
  expect(Object.keys(found)).toEqual([
    'p/README.txt',
    'p/app/bin/tool.js',
    'p/node/node',
    'p/说明.txt',
  ]);
  expect(Buffer.from(found['p/说明.txt'] ?? []).toString('utf8')).toBe('守则\n');
});

test('the starter runs its own node, from anywhere and by a link', () => {
  const home = unpack('start');
  const [name, text] = starterOf('linux-x64');
  writeFileSync(join(home, name), text, { mode: 0o755 });
  symlinkSync(join(home, name), join(folder, 'linked'));
  const expected = `${home}/app/bin/shouze.js check a b\n`;
  mkdirSync(join(folder, 'elsewhere'));
  expect(run("./shouze check 'a b'", home).stdout).toBe(expected);
  expect(run("../linked check 'a b'", join(folder, 'elsewhere')).stdout).toBe(expected);
});

test('what starts on Windows is of its lines', () => {
  const [name, text] = starterOf('win-x64');
  expect(name).toBe('shouze.cmd');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
});

test('everything installed is listed once with its licence, and Node', () => {
  const parts = licensedParts([], { version: '24.0.0', licence: 'Node.js is licensed …' });
  const names = parts.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['saxes', 'unified', 'Node.js']));
  const text = licencesText(parts);
  expect(text).toMatch(/^saxes 6\.0\.0 +ISC$/mu);
  expect(text).toContain('Node.js 24.0.0 (MIT)\n\nNode.js is licensed …');
});

test('a part of a bundle without a licence is no part of a release', () => {
  const path = join(folder, 'bundled.json');
  writeFileSync(
    path,
    JSON.stringify([{ name: 'stray', version: '1.0.0', identifier: null, text: 'All mine' }]),
  );
  expect(() => licensedParts([path], { version: '24.0.0', licence: 'x' })).toThrow(
    /stray 1\.0\.0/u,
  );
});

test.each([
  ['zh', chineseReadme],
  ['en', englishReadme],
])('the readme in %s', async (language, readme) => {
  const told = {
    version: '0.1.0',
    platform: 'linux-x64',
    node: '24.0.0',
    made: '2026-11-30',
    optional: { hyparquet: '1.33.0', '@resvg/resvg-wasm': '2.6.2' },
  } as const;
  await expect(readme(told)).toMatchFileSnapshot(`expected/readme.${language}.txt`);
});

import { execFile } from 'node:child_process';
import { appendFileSync, chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { anew, copied, shouzeAs, small, temporary } from './harness.ts';

let cache = '';

beforeEach(() => {
  cache = temporary();
  vi.stubEnv('SHOUZE_CACHE', cache);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const kinds = () => readdirSync(cache).map((name) => name.replace(/-.*$/u, ''));
const programs = () => kinds().filter((kind) => kind === 'program').length;
const programFile = () =>
  join(cache, readdirSync(cache).find((name) => name.startsWith('program-')) ?? '');

test.each([
  [
    'the shipped rulebook',
    'rules',
    [
      'examples/dossiers/0003-signed-before-approval.yaml',
      'examples/dossiers/0006-in-progress.yaml',
      'examples/customer-book',
    ],
  ],
  ['a register', 'examples/register', ['examples/register/files']],
  ['code sets', 'examples/code-sets', ['examples/code-sets/dossiers']],
  ['a branch', 'examples/branch', ['examples/dossiers/0001-sound.yaml']],
])(
  'by what was kept every report is the same, byte for byte: %s',
  { timeout: 240_000 },
  async (_, rulebook, given) => {
    const asked = [
      ['check', ...given, '--format', 'json', '--outcomes', 'all', '--explain', 'all'],
      ['check', ...given, '--lang', 'en'],
    ];
    const told = async (run: typeof anew) => {
      const all: unknown[] = [];
      for (const args of asked) {
        const { code, out, err } = await run(...args, '--rulebook', rulebook);
        all.push({ code, out, err });
      }
      return all;
    };
    const without = await told(anew);
    const engine = async (...args: readonly string[]) => shouzeAs('one', ...args);
    expect(await told(engine)).toStrictEqual(without);
    expect(programs()).toBe(1);
    expect(await told(engine)).toStrictEqual(without);
    expect(programs()).toBe(1);
  },
);

/** A small rulebook, a dossier of it and a check of that. */
function smallBook() {
  const book = copied(small);
  const dossier = join(temporary(), 'one.yaml');
  writeFileSync(dossier, 'subject: dossier\nid: L-1\n');
  const args = ['check', dossier, '--rulebook', book, '--format', 'json'];
  return {
    book,
    args,
    check: async (engine = 'one') => shouzeAs(engine, ...args),
    anew: async () => anew(...args),
  };
}

const ruleFile = (book: string) =>
  readdirSync(book, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/[A-Z]+-\d+.*\.yaml$/u.test(name) && !name.endsWith('.cases.yaml'))
    .toSorted()[0] ?? '';

test('after an edit of a rule nothing of before is believed', async () => {
  const { book, check, anew } = smallBook();
  const before = await check();
  expect(await check()).toMatchObject({ code: before.code, out: before.out });
  const path = join(book, ruleFile(book));
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replaceAll('en: ', 'en: Edited '));
  const after = await check();
  expect(after.out).not.toBe(before.out);
  expect(after.out).toBe((await anew()).out);
  writeFileSync(path, text);
  expect((await check()).out).toBe(before.out);
  appendFileSync(path, '\nno: [\n');
  expect(await check()).toMatchObject({ code: 2, out: '' });
});

test('what another engine kept is not believed', async () => {
  const { check } = smallBook();
  await check('one');
  expect(programs()).toBe(1);
  await check('two');
  expect(programs()).toBe(2);
});

test.each([
  ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  [
    'flipped',
    (bytes: Buffer) => Buffer.from(bytes.map((one, at) => (at === 5000 ? one ^ 1 : one))),
  ],
  ['emptied', () => Buffer.alloc(0)],
])('a kept program that was %s is made anew', async (_, change) => {
  const { check } = smallBook();
  const before = await check();
  const whole = readFileSync(programFile());
  writeFileSync(programFile(), change(whole));
  expect(await check()).toMatchObject({ code: before.code, out: before.out, err: before.err });
  expect(readFileSync(programFile()).equals(whole)).toBe(true);
});

test('generated code that was changed is not run', async () => {
  const { check } = smallBook();
  const before = await check();
  for (const name of readdirSync(cache)) {
    if (!name.startsWith('code-')) continue;
    const bytes = readFileSync(join(cache, name));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(join(cache, name), bytes);
  }
  expect(await check()).toMatchObject({ code: before.code, out: before.out, err: before.err });
});

test('a rulebook with errors is never kept', async () => {
  const { book, check } = smallBook();
  appendFileSync(join(book, ruleFile(book)), '\nno: such field\n');
  expect(await check()).toMatchObject({ code: 2 });
  expect(programs()).toBe(0);
});

test('where nothing can be kept, everything is as it would be', async () => {
  const { check, anew } = smallBook();
  process.env['SHOUZE_CACHE'] = join(cache, 'file', 'below');
  writeFileSync(join(cache, 'file'), '');
  const { code, out, err } = await anew();
  expect(await check()).toMatchObject({ code, out, err });
  chmodSync(cache, 0o700);
});

test('two processes at once say the same, and leave what a third one believes', async () => {
  const { args, anew } = smallBook();
  const { out } = await anew();
  const run = async () =>
    promisify(execFile)(process.execPath, ['bin/shouze.js', ...args], {
      env: { ...process.env, SHOUZE_CACHE: cache },
    }).then(
      ({ stdout }) => stdout,
      // a dossier with findings ends with 1
      ({ stdout }: { stdout: string }) => stdout,
    );
  expect(await Promise.all([run(), run()])).toStrictEqual([out, out]);
  expect(programs()).toBe(1);
  expect(await run()).toBe(out);
});

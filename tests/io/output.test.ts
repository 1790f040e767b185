import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';

import { describe, expect, test } from 'vitest';

import { openOutput } from '../../src/io/output.ts';
import { CannotWrite, type Inputs } from '../../src/io/target.ts';
import { writeText } from '../../src/io/write.ts';
import { put, spawned, temporary } from '../cli/harness.ts';

/** The two ways to write: whole, and in pieces. */
const ways: readonly {
  readonly way: string;
  readonly write: (path: string, content: string, inputs?: Inputs) => Promise<void>;
}[] = [
  { way: 'whole', write: async (...given) => writeText(...given) },
  {
    way: 'in pieces',
    write: async (path, content, inputs) => {
      const output = await openOutput(path, inputs);
      for (const piece of content.match(/[^]{1,1000}/gu) ?? []) {
        // eslint-disable-next-line no-await-in-loop -- one piece after the other
        await output.write(piece);
      }
      await output.finish();
    },
  },
];

const long = '首付款 149,999.99 元\n'.repeat(20_000);
const full = existsSync('/dev/full');

describe.each(ways)('$way', ({ write }) => {
  test('a file that was not there, in folders that were not there', async () => {
    const folder = temporary();
    await write(join(folder, 'a/b/报告.txt'), long);
    expect(readFileSync(join(folder, 'a/b/报告.txt'), 'utf8')).toBe(long);
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['报告.txt']);
  });

  test('a file that was there keeps its permissions', async () => {
    const path = put(temporary(), 'report.txt', 'old');
    chmodSync(path, 0o600);
    await write(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test.each(['there', 'not there'])('through links to links, their file %s', async (is) => {
    const folder = temporary();
    if (is === 'there') put(folder, 'deep/real.txt', 'old');
    mkdirSync(join(folder, 'deep'), { recursive: true });
    symlinkSync('deep/second', join(folder, 'first'));
    symlinkSync('real.txt', join(folder, 'deep/second'));
    await write(join(folder, 'first'), 'new');
    expect(readlinkSync(join(folder, 'first'))).toBe('deep/second');
    expect(readFileSync(join(folder, 'deep/real.txt'), 'utf8')).toBe('new');
  });

  test('another name of the file, by a hard link, keeps what it had', async () => {
    const folder = temporary();
    const path = put(folder, 'report.txt', 'old');
    linkSync(path, join(folder, 'kept.txt'));
    await write(path, 'new');
    expect(readFileSync(join(folder, 'kept.txt'), 'utf8')).toBe('old');
  });

  test('a pipe with a name, which stays one', async () => {
    const path = join(temporary(), 'pipe');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    const reader = spawn('cat', [path]);
    const [read] = await Promise.all([text(reader.stdout), write(path, long.slice(0, 30_000))]);
    expect(read).toBe(long.slice(0, 30_000));
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  test.runIf(full)('a device that is full, which stays one', async () => {
    // by a link, so that whatever goes wrong replaces the link
    const path = join(temporary(), 'link');
    symlinkSync('/dev/full', path);
    await expect(write(path, long)).rejects.toThrow('io/unwritable');
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
  });

  const inputs = [
    ['itself', (folder: string) => join(folder, 'loan.yaml')],
    ['another spelling', (folder: string) => `${folder}/x/../loan.yaml`],
    ['from here', (folder: string) => relative('.', join(folder, 'loan.yaml'))],
    ['a link to it', (folder: string) => join(folder, 'link')],
    ['a hard link to it', (folder: string) => join(folder, 'hard')],
  ] as const;
  test.each(inputs)('an input is never replaced: %s', async (_, nameIn) => {
    const folder = temporary();
    const path = put(folder, 'loan.yaml', 'id: D-1\n');
    mkdirSync(join(folder, 'x'));
    symlinkSync('loan.yaml', join(folder, 'link'));
    linkSync(path, join(folder, 'hard'));
    await expect(write(nameIn(folder), 'new', () => [path])).rejects.toThrow('io/out-is-input');
    expect(readFileSync(path, 'utf8')).toBe('id: D-1\n');
  });

  test.each([
    ['a folder', '', 'io/out-is-folder'],
    ['a folder that is not there', 'new/', 'io/out-is-folder'],
    ['a link to a folder', 'link', 'io/out-is-folder'],
    ['a name that is too long', `${'长'.repeat(100)}.txt`, 'io/unwritable'],
    ['a file as folder', 'file/report.txt', 'io/unwritable'],
    ['a link to itself', 'loop', 'io/unwritable'],
    ['a name with a NUL', 'a\0b', 'io/unwritable'],
  ])('%s is refused, and nothing is left', async (_, name, code) => {
    const folder = temporary();
    put(folder, 'file', 'old');
    symlinkSync('.', join(folder, 'link'));
    symlinkSync('loop', join(folder, 'loop'));
    const before = readdirSync(folder);
    await expect(write(`${folder}/${name}`, long)).rejects.toThrow(code);
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
  });

  test('no name is refused', async () => {
    await expect(write('', long)).rejects.toThrow('io/unwritable');
    await expect(write('  ', long)).rejects.toThrow('io/unwritable');
  });

  test('folders made for a file that fails are gone', async () => {
    const folder = temporary();
    await expect(write(join(folder, 'a/b', '长'.repeat(100)), long)).rejects.toThrow(CannotWrite);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('in pieces', () => {
  test('what was there is there until the end, and still after giving up', async () => {
    const folder = temporary();
    const path = put(folder, 'report.txt', 'old');
    const output = await openOutput(path);
    await output.write(long);
    expect(readFileSync(path, 'utf8')).toBe('old');
    output.abandon();
    output.abandon();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['report.txt']);
  });

  test('a reader that has gone is told, where it has a name', async () => {
    const path = join(temporary(), 'pipe');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    const reader = spawn('head', ['-c', '1', path]);
    const output = await openOutput(path);
    const write = async () => {
      await output.write(long);
      await once(reader, 'exit');
      await output.write(long);
      await output.finish();
    };
    await expect(write()).rejects.toThrow('io/unwritable');
  });
});

/** A program that writes in pieces for ever, or until nobody reads, and how it was asked to. */
const endless = `
import { openOutput, standardFailure } from ${JSON.stringify(join(process.cwd(), 'src/io/output.ts'))};
const output = await openOutput(process.argv[1]);
let count = 0;
try {
  while (!output.isClosed() && count < 1e5) { count += 1; await output.write('x'.repeat(1000)); }
  await output.finish();
  process.exitCode = output.isClosed() ? 3 : 4;
} catch (error) {
  process.stderr.write(error.message + (await standardFailure() ? ' and told' : ''));
  process.exitCode = 2;
}
`;

/** @param redirect - how a shell is to redirect it */
function shell(redirect: string, path = '') {
  const script = `"$NODE" --input-type=module-typescript -e "$PROGRAM" ${path} ${redirect}; echo "exit $?" >&2`;
  const env = { ...process.env, NODE: process.execPath, PROGRAM: endless };
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { env, encoding: 'utf8' });
  return { stdout, stderr };
}

describe('standard output', () => {
  test('a reader that has seen enough is no error', () => {
    const script = `"$NODE" --input-type=module-typescript -e "$PROGRAM" | head -c 5; echo ",\${PIPESTATUS[0]}"`;
    const env = { ...process.env, NODE: process.execPath, PROGRAM: endless };
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { env, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['xxxxx,3\n', '']);
  });

  test.runIf(full)('a full disk is told once', () => {
    expect(shell('> /dev/full').stderr).toBe('io/unwritable <stdout> and toldexit 2\n');
  });

  test('by its own name, appended to a file', () => {
    const folder = temporary();
    const path = put(folder, 'log.txt', 'before\n');
    const command = `"$NODE" bin/shouze.js trace --rulebook tests/codes/fixture --out /dev/stdout >> ${path}`;
    const env = { ...process.env, NODE: process.execPath };
    expect(spawnSync('bash', ['-c', command], { env }).status).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^before\n.*B-EXAMPLE/u);
  });
});

describe('commands', () => {
  const run = (redirect: string, ...args: readonly string[]) => {
    const script = `"$NODE" bin/shouze.js "$@" ${redirect}`;
    const env = { ...process.env, NODE: process.execPath };
    return spawnSync('bash', ['-c', script, 'bash', ...args], { env, encoding: 'utf8' });
  };

  test
    .runIf(full)
    .each([
      ['feel', '1 + 1'],
      ['trace', '--rulebook', 'tests/codes/fixture'],
      ['--help'],
      ['feel', '--help'],
    ])('%s to a full disk: one line and exit code 2', (...args) => {
    const { status, stderr } = run('> /dev/full', ...args);
    expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toMatch(/磁盘已满.*the disk is full.*\[io\/unwritable\]/u);
  });

  test.runIf(full)('complaints to a full disk change no exit code', () => {
    expect(run('2> /dev/full', 'feel', '1 + + 1').status).toBe(2);
    expect(run('2> /dev/full', 'feel', '1 + 1').status).toBe(0);
  });

  test('a reader that has seen enough changes no exit code', () => {
    const { status, stderr } = run(
      '| head -1 > /dev/null; exit ${PIPESTATUS[0]}',
      'feel',
      '--help',
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  test('a dossier on standard input is an input too', () => {
    const folder = temporary();
    const path = put(folder, 'loan.yaml', readFileSync('tests/codes/fixture/dossiers/loan.yaml'));
    const args = ['check', '-', '--format', 'json', '--out', path];
    const ran = run(`< ${path}`, ...args, '--rulebook', 'tests/codes/fixture');
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('[io/out-is-input]')]);
    expect(readdirSync(folder)).toEqual(['loan.yaml']);
  });

  test.each(['rulebook.yaml', 'documents.yaml'])(
    'a file of the rulebook is an input: %s',
    (name) => {
      const path = `tests/codes/fixture/${name}`;
      const before = readFileSync(path, 'utf8');
      const { code, err } = spawned(['trace', '--rulebook', 'tests/codes/fixture', '--out', path]);
      expect([code, err]).toEqual([2, expect.stringContaining('[io/out-is-input]')]);
      expect(readFileSync(path, 'utf8')).toBe(before);
    },
  );

  test('a report is written over the one before', () => {
    const path = put(temporary(), 'trace.txt', 'old');
    const { code } = spawned(['trace', '--rulebook', 'tests/codes/fixture', '--out', path]);
    expect([code, readFileSync(path, 'utf8')]).toEqual([0, expect.stringContaining('B-EXAMPLE')]);
    writeFileSync(path, '');
  });
});

import { Buffer } from 'node:buffer';
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  openSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { dossierTexts } from '../../src/io/dossiers.ts';
import type { Progress, ReadingOptions } from '../../src/streams/dossiers.ts';
import type { TextRead } from '../../src/streams/records.ts';
import { put, temporary } from '../cli/harness.ts';
import { told } from '../streams/read-pieces.ts';

async function read(
  paths: readonly string[],
  options: ReadingOptions = {},
): Promise<readonly TextRead[]> {
  const all: TextRead[] = [];
  for await (const batch of dossierTexts(paths, options)) all.push(...batch);
  return all;
}

async function toldOf(...paths: readonly string[]): Promise<readonly string[]> {
  const progress: Progress = { bytes: 0, total: undefined, records: 0, file: '' };
  return (await read(paths, { progress })).map(told);
}

/** Records with their numbers. */
function lines(from: number, to: number): string {
  let all = '';
  for (let number = from; number <= to; number += 1) all += `{"id":"D-${number}"}\n`;
  return all;
}

describe('files', () => {
  test('one after the other, what is wrong with one stopping none', async () => {
    const folder = temporary();
    const paths = [
      put(folder, 'a.yaml', 'a: 1\n'),
      join(folder, 'gone.yaml'),
      join(folder, 'a.yaml', 'x.yaml'),
      folder,
      put(folder, 'b.ndjson', '{"b":1}\n{"b":2}\n'),
      put(folder, 'c.json', '[]'),
      put(folder, 'd.json', '{"d":1}'),
    ];
    expect(await toldOf(...paths)).toEqual([
      '= "a: 1\\n"',
      '= io/missing-file',
      '= io/missing-file',
      '= io/is-folder',
      '#1 1:1 "{\\"b\\":1}"',
      '#2 2:1 "{\\"b\\":2}"',
      '= io/no-records',
      '= "{\\"d\\":1}"',
    ]);
  });

  test('many records, one of them malformed, are batches of a few hundred kilobytes', async () => {
    const path = put(
      temporary(),
      'a.ndjson',
      `${lines(1, 99_999)}{"id":\n${lines(100_001, 200_000)}`,
    );
    const progress: Progress = { bytes: 0, total: undefined, records: 0, file: '' };
    let [count, last, malformed] = [0, 0, 0];
    for await (const batch of dossierTexts([path], { progress })) {
      let length = 0;
      for (const one of batch) {
        if (!('source' in one)) throw new Error(told(one));
        count += 1;
        length += one.source.text.length;
        if (one.source.text === '{"id":') malformed = one.record?.line ?? 0;
        else if (one.source.text !== `{"id":"D-${count}"}`) throw new Error(told(one));
        last = one.record?.line ?? 0;
      }
      expect(length).toBeLessThan(1_000_000);
    }
    expect({ count, last, malformed }).toEqual({
      count: 200_000,
      last: 200_000,
      malformed: 100_000,
    });
    expect(progress.records).toBe(200_000);
    expect(progress.bytes).toBe(progress.total);
    expect(progress.file).toBe(path);
  });

  test('a line of 100 MB is passed over', async () => {
    const path = join(temporary(), 'a.ndjson');
    const file = openSync(path, 'w');
    writeSync(file, '{}\n{"id":"');
    for (let count = 0; count < 100; count += 1) writeSync(file, 'x'.repeat(1_000_000));
    writeSync(file, '"}\n{}\n');
    closeSync(file);
    expect(await toldOf(path)).toEqual([
      '#1 1:1 "{}"',
      '#2 2:1 io/record-too-large',
      '#3 3:1 "{}"',
    ]);
  });
});

describe('gzip', () => {
  const text = lines(1, 1000);

  test.each(['a.ndjson.gz', 'a.json.gz', 'a.gz', 'a.ndjson'])('%s', async (name) => {
    const path = join(temporary(), name);
    writeFileSync(path, gzipSync(text));
    const all = await read([path]);
    expect(all.map((one) => ('source' in one ? one.source.text : told(one)))).toEqual(
      text.trimEnd().split('\n'),
    );
    expect(all[999]?.record).toEqual({ number: 1000, line: 1000 });
  });

  test('several in one file, as they are when put behind each other', async () => {
    const path = join(temporary(), 'a.yaml.gz');
    writeFileSync(path, Buffer.concat([gzipSync('a: 1\n'), gzipSync('---\na: 2\n')]));
    expect(await toldOf(path)).toEqual(['#1 1:1 "a: 1\\n"', '#2 2:1 "---\\na: 2\\n"']);
  });

  test('a file called so that is none', async () => {
    const path = put(temporary(), 'a.ndjson.gz', '{}\n{}\n');
    expect(await toldOf(path)).toEqual(['#1 1:1 "{}"', '#2 2:1 "{}"']);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -20), 'cut'],
    ['cut off in its head', (bytes: Buffer) => bytes.subarray(0, 5), 'cut'],
    [
      'damaged',
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from([0x1f, 0x8b, 9, 9, 9])]),
      'damaged',
    ],
    [
      'with something else behind it',
      (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('{}\n')]),
      'damaged',
    ],
  ])('%s', async (_, change, how) => {
    const path = join(temporary(), 'a.ndjson.gz');
    writeFileSync(path, change(gzipSync(text)));
    const all = await read([path, put(temporary(), 'b.json', '{}')]);
    expect(all.at(-1)).toMatchObject({ source: { text: '{}' } });
    expect(all.at(-2)).toMatchObject({ problem: { code: 'io/damaged-gzip', params: { how } } });
    expect(all.slice(0, -2).every((one) => 'source' in one)).toBe(true);
  });

  test('a bomb', async () => {
    const path = join(temporary(), 'a.ndjson.gz');
    writeFileSync(path, gzipSync(Buffer.alloc(50_000_000, 'x')));
    const progress: Progress = { bytes: 0, total: undefined, records: 0, file: '' };
    const all = await read([path, put(temporary(), 'b.json', '{}')], { progress });
    expect(all).toMatchObject([{ problem: { code: 'io/gzip-bomb' } }, { source: { text: '{}' } }]);
  });

  test('the same dossier over and over is none', async () => {
    const path = join(temporary(), 'a.ndjson.gz');
    const one = `{"id":"D-1","note":"${Array.from({ length: 900 }, (_, index) => index).join(' ')}"}\n`;
    writeFileSync(path, gzipSync(one.repeat(2500)));
    let count = 0;
    for await (const batch of dossierTexts([path]))
      count += batch.filter((each) => 'source' in each).length;
    expect(count).toBe(2500);
  });
});

describe('a file that does not stay as it is while it is read', () => {
  const changes: readonly (readonly [string, (path: string) => void])[] = [
    ['changed', (path) => appendFileSync(path, '{}\n')],
    ['shrunk', (path) => truncateSync(path, 500_000)],
    ['replaced', (path) => renameSync(put(join(path, '..'), 'other', '{}\n'), path)],
    ['gone', (path) => rmSync(path)],
  ];
  test.each(changes)('%s', async (how, change) => {
    const path = put(temporary(), 'a.ndjson', lines(1, 100_000));
    const problems: TextRead[] = [];
    let batches = 0;
    for await (const batch of dossierTexts([path])) {
      batches += 1;
      if (batches === 1) change(path);
      problems.push(...batch.filter((one) => 'problem' in one && !one.record));
    }
    expect(batches).toBeGreaterThan(1);
    expect(problems).toMatchObject([
      { file: path, problem: { code: 'io/changed', params: { path, how } } },
    ]);
  });
});

describe('what runs', () => {
  const reader = `
    const { dossierTexts } = await import(process.argv[1]);
    for await (const batch of dossierTexts([process.argv[2]]))
      for (const one of batch) console.log('source' in one ? one.source.text : one.problem.code);`;
  const args = (path: string) => [
    '--input-type=module',
    '--eval',
    reader,
    join(import.meta.dirname, '../../src/io/dossiers.ts'),
    path,
  ];

  test('standard input that is slow is read as it comes', async () => {
    const child = spawn(process.execPath, args('-'), { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
    for (const text of ['{"a":1}\n', '{"a":2}\n', '{"a":3}\n']) {
      child.stdin.write(text); // the next is not written before this one is read
      expect((await answers.next()).value).toBe(text);
    }
    child.stdin.end('{"a":');
    expect((await answers.next()).value).toBe('io/half-written\n');
  });

  test.each([
    ['nothing', Buffer.from(''), '\n'],
    ['compressed', gzipSync('{"a":1}\n{"a":2}\n'), '{"a":1}\n{"a":2}\n'],
    ['documents', Buffer.from('a: 1\n---\na: 2\n'), 'a: 1\n\n---\na: 2\n\n'],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), 'io/not-text\n'],
  ])('standard input: %s', (_, input, output) => {
    expect(execFileSync(process.execPath, args('-'), { input, encoding: 'utf8' })).toBe(output);
  });

  test('a pipe with a name, and noughts without an end', async () => {
    const path = join(temporary(), 'pipe');
    execFileSync('mkfifo', [path]);
    const child = spawn(process.execPath, args(path), { stdio: ['ignore', 'pipe', 'inherit'] });
    const writer = spawn('sh', ['-c', 'cat /dev/zero > "$0"', path], { stdio: 'ignore' });
    expect(await textOf(child.stdout)).toBe('io/not-text\n');
    writer.kill();
  });

  // asked while it reads: the most a process ever had begins, on Linux, with what its parent had
  test('200 MB in little memory', () => {
    const path = join(temporary(), 'a.ndjson');
    const file = openSync(path, 'w');
    const one = `{"id":"住房","note":"${'x'.repeat(8000)}"}\n`;
    for (let count = 0; count < 100; count += 1) writeSync(file, one.repeat(250));
    closeSync(file);
    const script = `
      const { dossierTexts } = await import(process.argv[1]);
      let [records, problems, most] = [0, 0, 0];
      for await (const batch of dossierTexts([process.argv[2]])) {
        for (const one of batch) if ('source' in one) records += 1; else problems += 1;
        most = Math.max(most, process.memoryUsage.rss());
      }
      console.log(JSON.stringify({ records, problems, megabytes: most / 1e6 }));`;
    const [flag, evaluate, , source] = args(path);
    const output = execFileSync(
      process.execPath,
      // A young generation of a fixed size: it grows with the load of the machine otherwise.
      [
        '--max-old-space-size=64',
        '--max-semi-space-size=4',
        flag ?? '',
        evaluate ?? '',
        script,
        source ?? '',
        path,
      ],
      { encoding: 'utf8' },
    );
    const found: unknown = JSON.parse(output);
    expect(found).toMatchObject({ records: 25_000, problems: 0 });
    expect(found).toSatisfy(({ megabytes }: { megabytes: number }) => megabytes < 200);
  });
});

describe('a signal ends the reading', () => {
  test('between two batches', async () => {
    const path = put(temporary(), 'a.ndjson', lines(1, 100_000));
    const stop = new AbortController();
    let batches = 0;
    for await (const batch of dossierTexts([path, path], { signal: stop.signal })) {
      expect(batch.length).toBeGreaterThan(0);
      batches += 1;
      stop.abort();
    }
    expect(batches).toBe(1);
  });

  test.each([
    ['nobody writes to it yet', ''],
    ['nothing comes', 'exec sleep 60 > "$0"'],
  ])('at a pipe: %s', async (_, command) => {
    const path = join(temporary(), 'pipe');
    execFileSync('mkfifo', [path]);
    const writer = command === '' ? undefined : spawn('sh', ['-c', command, path]);
    const stop = new AbortController();
    const reading = read([path], { signal: stop.signal });
    await setTimeout(100);
    stop.abort();
    expect(await reading).toEqual([]);
    writer?.kill();
  });
});

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { nodePlatform } from '../../src/io/platform.ts';
import { openZip } from '../../src/xlsx/zip.ts';
import { put, shouze, small, temporary } from './harness.ts';

interface Digests {
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}

const files = () =>
  put(
    temporary(),
    'files.ndjson',
    [10, 500, 20]
      .map((amount, index) =>
        JSON.stringify({ id: `R${index}`, product: 'A', day: '2024-05-01', amount, acts: [] }),
      )
      .join('\n'),
  );

test('an archive has the reports, all that was judged by, and the digest of each', async () => {
  const [input, folder] = [files(), temporary()];
  const call = ['check', input, '--rulebook', small, '--today', '2024-06-01'];
  const [zip, again, json] = ['run.zip', 'again.zip', 'run.json'].map((name) => join(folder, name));
  const { code } = await shouze(...call, '--format', 'archive', '--out', String(zip));
  expect(code).toBe(1);
  const bytes = readFileSync(String(zip));
  await shouze(...call, '--format', 'archive', '--out', String(again));
  expect(readFileSync(String(again)).equals(bytes)).toBe(true);
  await shouze(...call, '--format', 'json', '--out', String(json));
  const unpack = openZip(bytes, nodePlatform);
  const text = async (name: string) => Buffer.from((await unpack(name)) ?? []).toString();
  expect(await text('report.json')).toBe(readFileSync(String(json), 'utf8'));
  expect(await text('report.html')).toMatch(/^<!doctype html>[^]*<\/html>\n$/iu);
  const rule = 'stages/work/decide/TST-001-under-test.yaml';
  expect(await text(`inputs/rulebook/${rule}`)).toBe(readFileSync(join(small, rule), 'utf8'));
  const digests = JSON.parse(await text('digests.json')) as Digests;
  expect(digests.files.slice(0, 2).map(({ name }) => name)).toEqual(['report.html', 'report.json']);
  for (const { name, bytes: length, sha256 } of digests.files) {
    const content = (await unpack(name)) ?? Buffer.from('');
    expect({ name, length: content.length }).toEqual({ name, length });
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(await text('清单.txt')).toContain(`${sha256}  ${name}\n`);
  }
  expect(await text('清单.txt')).toContain('digests.json');
});

test('an archive of a recorded run names it', async () => {
  const [input, folder] = [files(), temporary()];
  const [zip, record] = [join(folder, 'run.zip'), join(folder, 'record.db')];
  const call = ['check', input, '--rulebook', small, '--record', record];
  const { err } = await shouze(...call, '--format', 'archive', '--out', zip);
  const hash = /sha256:[0-9a-f]{64}/u.exec(err)?.[0] ?? 'none';
  const unpack = openZip(readFileSync(zip), nodePlatform);
  for (const name of ['report.json', 'report.html', '清单.txt'])
    expect(Buffer.from((await unpack(name)) ?? []).toString()).toContain(hash);
});

test('an archive needs the name of a file', async () => {
  const { code, err } = await shouze('check', files(), '--rulebook', small, '--format', 'archive');
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('--out') });
  expect(existsSync('undefined')).toBe(false);
});

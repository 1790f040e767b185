import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { checkFaults } from '../../src/cli/sample-faults.ts';
import { type Format, sampleOut, sampleTarget } from '../../src/cli/sample-out.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { groundOf } from '../../src/samples/patterns.ts';
import { seriesOf, whole } from '../../src/samples/series.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { shipped, yamlOf } from '../evaluate/shipped.ts';
import { shouze, temporary } from './harness.ts';

describe('sample', { timeout: 120_000 }, () => {
  test('writes a file each, which check passes', async () => {
    const out = join(temporary(), 'samples');
    expect(await shouze('sample', '--count', '3', '--seed', '4', '--out', out)).toMatchObject({
      code: 0,
      out: '',
      err: '',
    });
    expect(readdirSync(out)).toHaveLength(3);
    expect((await shouze('check', out)).code).toBe(0);
  });

  test('writes one line each, the same twice, and the same as to standard output', async () => {
    const file = join(temporary(), 'samples.ndjson');
    const call = ['sample', '--count', '2', '--seed', '4', '--fault', 'RSK-002'];
    expect((await shouze(...call, '--out', file)).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text.trim().split('\n')).toHaveLength(2);
    expect((await shouze(...call)).out).toBe(text);
  });

  test('stops where nobody reads on', () => {
    const command =
      'node bin/shouze.js sample --count 100000 --seed 4 | head -c 100 | wc -c; exit ${PIPESTATUS[0]}';
    const { status, stdout } = spawnSync('bash', ['-c', command], {
      encoding: 'utf8',
      timeout: 100_000,
    });
    expect({ status, bytes: stdout.trim() }).toEqual({ status: 0, bytes: '100' });
  });

  test.each([
    ['no number', ['--count', 'many'], '--count many'],
    ['none', ['--count', '0'], '--count 0'],
    ['too many', ['--count', '100001'], '--count 100001'],
    ['a seed below nothing', ['--seed=-1'], '--seed -1'],
    ['no share', ['--faulty', 'some'], '--faulty some'],
    ['more than all', ['--faulty', '101%'], '--faulty 101%'],
    ['no such format', ['--format', 'yml'], 'yaml'],
    ['a format other than the ending', ['--format', 'yaml', '--out', 'all.ndjson'], 'all.ndjson'],
    ['lines to a folder', ['--format', 'ndjson', '--out', 'tests'], 'tests'],
    ['a path', ['somewhere'], '--out'],
  ])('is refused: %s', async (_, args, words) => {
    const ran = await shouze('sample', ...args);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(words);
  });
});

const { program } = shipped();
const ground = groundOf(engineOf(program));

/** Two sound files and two that break a rule, to one place. */
async function writtenTo(out: string, format?: Format): Promise<void> {
  if (!ground) throw new Error('the shipped rulebook has a subject');
  const options = { count: 4, seed: 4, faults: ['RSK-002'], faulty: whole / 2 };
  const to = await sampleOut(sampleTarget(out, format), options.count, 'meta.dossierId');
  for (const one of seriesOf(ground, options)) await to.add(one);
  await to.finish();
}

describe('the same dossiers', { timeout: 120_000 }, () => {
  test('are in one file as JSON, YAML and NDJSON, and nothing else is left', async () => {
    const folder = temporary();
    for (const name of ['all.json', 'all.yaml', 'all.ndjson']) await writtenTo(join(folder, name));
    await writtenTo(join(folder, 'lines'), 'ndjson');
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(text('lines')).toBe(text('all.ndjson'));
    const lines = text('all.ndjson').trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(JSON.parse(text('all.json'))).toEqual(lines.map((line) => JSON.parse(line) as unknown));
    const documents = text('all.yaml').split('---\n');
    expect(documents.map((one) => plainOf(yamlOf(one)))).toEqual(
      lines.map((line) => plainOf(yamlOf(line))),
    );
    expect(readdirSync(folder)).toHaveLength(4);
  });

  test('are in a folder as YAML, which reads as the JSON does', async () => {
    const folder = temporary();
    await writtenTo(join(folder, 'yaml'), 'yaml');
    await writtenTo(join(folder, 'json'));
    const names = readdirSync(join(folder, 'yaml'));
    expect(names).toHaveLength(4);
    const type = ground?.subject.type;
    for (const name of names) {
      const [yaml, json] = [name, name.replace('.yaml', '.json')].map((one) =>
        yamlOf(readFileSync(join(folder, one.slice(-4), one), 'utf8')),
      );
      expect(yaml && plainOf(yaml)).toEqual(json && plainOf(json));
      expect(yaml && type && dossierFromYaml(yaml, type).diagnostics).toEqual([]);
    }
  });

  test('leave nothing behind where they are given up', async () => {
    const folder = temporary();
    const to = await sampleOut(
      sampleTarget(join(folder, 'all.ndjson'), undefined),
      2,
      'meta.dossierId',
    );
    await to.add({ number: 0, text: '{}', fault: undefined });
    to.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a fault', { timeout: 120_000 }, () => {
  test.each([
    ['no such rule', 'RSK-999', 100, whole, 'RSK-999'],
    ['no such part of the process', 'process/approval/ordr', 100, whole, 'process/approval/order'],
    ['a rule for files of another kind', 'PRC-001', 100, whole, 'PRC-001'],
    ['a rule that only a person can tell', 'MKT-101', 100, whole, 'MKT-101'],
    [
      'nobody can be held to it',
      'process/settlement/order',
      100,
      whole,
      'process/settlement/order',
    ],
    ['broken by two files, and there is one', 'GRP-002', 1, whole, '--count'],
    ['broken by two files, and one is to break it', 'GRP-002', 30, 500, '--faulty'],
  ])('is refused: %s', (_, fault, count, faulty, words) => {
    if (!ground) throw new Error('the shipped rulebook has a subject');
    expect(() => checkFaults(ground, [fault], count, faulty)).toThrow(words);
  });
});

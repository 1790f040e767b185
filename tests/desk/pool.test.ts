import { readdirSync, readFileSync } from 'node:fs';

import { beforeAll, expect, test } from 'vitest';

import { digestOfBytes } from '../../src/io/digest.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { type Desk, openDesk } from '../../src/desk/desk.ts';
import { packedFolder } from '../../src/desk/pack.ts';
import { type BatchWorker, poolOf } from '../../src/desk/pool.ts';
import { batchMaker, type BatchSetting } from '../../src/report/batch.ts';
import { plain } from '../../src/report/paint.ts';
import { type Elsewhere, type Incoming, newRun } from '../../src/report/run.ts';

const setting: BatchSetting = {
  options: {},
  languages: ['zh'],
  unmasked: false,
  isWhole: false,
  kind: undefined,
};

let desk: Desk;
let texts: readonly Incoming[];

beforeAll(() => {
  const folder = packedFolder(rulebookFolder('rules').folder);
  desk = openDesk({ engine: '1', digest: 'sha256:0', folder, days: { made: '2026-11-30' } });
  texts = readdirSync('examples/dossiers').map((name) => {
    const text = readFileSync(`examples/dossiers/${name}`, 'utf8');
    return { source: { name, text, digest: digestOfBytes(text) } };
  });
}, 60_000);

/** A worker as the pool sees it, in this thread; what it is asked crosses as it would to another one. */
function worker(judged: string[], { opened = Promise.resolve() } = {}): BatchWorker {
  const { digest: rulebookDigest, version } = desk;
  const maker = batchMaker(desk.engine, { rulebookDigest, engine: version }, setting, plain);
  return {
    opened,
    judge: async (batch) => {
      judged.push(...batch.map(({ source }) => source.name));
      await new Promise((resolve) => setTimeout(resolve, 1));
      return structuredClone(maker.ofTexts(structuredClone(batch)));
    },
    end: () => {},
  };
}

async function* batches(): AsyncGenerator<readonly Incoming[]> {
  for (let at = 0; at < texts.length; at += 5) {
    yield texts.slice(at, at + 5);
    // as reading does, it lets others come to their turn
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function records(elsewhere: Elsewhere | undefined): Promise<string> {
  const { engine, digest: rulebookDigest, version, program } = desk;
  const { options, languages, unmasked } = setting;
  const reporting = { program, rulebookDigest, engine: version, options, languages, unmasked };
  const run = newRun({ engine, reporting, elsewhere });
  const made: unknown[] = [];
  for await (const { record } of run.results(batches())) made.push(record);
  return JSON.stringify([made, run.summary()]);
}

test('what workers make is what is made without them, in the same order', async () => {
  const judged: string[] = [];
  const pool = poolOf(3, 10, () => worker(judged));
  expect(await records(pool)).toBe(await records(undefined));
  pool.close();
  expect(judged.length).toBeGreaterThan(texts.length / 2);
});

test('a worker that cannot be opened is done without', async () => {
  const judged: string[] = [];
  const pool = poolOf(2, 1, () => worker(judged, { opened: Promise.reject(new Error('full')) }));
  expect(await records(pool)).toBe(await records(undefined));
  expect(judged).toEqual([]);
});

test('little work starts none, and ended workers leave nobody waiting', async () => {
  let started = 0;
  const pool = poolOf(1, 20, () => {
    started += 1;
    return { opened: Promise.resolve(), judge: async () => new Promise(() => {}), end: () => {} };
  });
  const text = { source: { name: 'a', text: '{}' } };
  expect(pool.ofTexts([text])).toBeUndefined();
  expect(started).toBe(0);
  void pool.ofTexts(Array.from({ length: 20 }, () => text));
  await Promise.resolve();
  const waiting = pool.ofTexts([text]);
  pool.close();
  await expect(waiting).rejects.toThrow('ended');
});

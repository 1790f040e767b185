import { digestOfBytes } from '../../src/io/digest.ts';
import { globSync } from 'node:fs';

import { beforeAll, describe, expect, test } from 'vitest';

import { type Engine, engineOf } from '../../src/check/engine.ts';
import { judgeAll } from '../../src/check/judge-all.ts';
import type { Kept } from '../../src/check/kept.ts';
import { readDossier } from '../../src/check/read.ts';
import { readText } from '../../src/io/read.ts';

import type { Program } from '../../src/program/ast.ts';
import { merged } from '../../src/report/gather.ts';
import { headOf, type Reporting } from '../../src/report/head.ts';
import type { DossierJson } from '../../src/report/json-format.ts';
import { recorderOf } from '../../src/report/record.ts';
import { type Incoming, newRun } from '../../src/report/run.ts';
import { shipped } from '../evaluate/shipped.ts';

const paths = globSync('examples/{dossiers,customer-book,records}/*.{yaml,json}').toSorted();
let program: Program;
let engine: Engine;
let reporting: Reporting;

beforeAll(() => {
  ({ program } = shipped());
  engine = engineOf(program);
  reporting = {
    program,
    rulebookDigest: '',
    engine: '',
    options: {},
    languages: ['zh', 'en'],
    unmasked: false,
  };
}, 60_000);

function sourceOf(path: string) {
  const read = readText(path);
  if ('problem' in read) throw new Error(path);
  return { ...read.source, digest: digestOfBytes(read.source.text) };
}

async function* incoming(given: readonly string[]): AsyncGenerator<readonly Incoming[]> {
  for (const path of given) yield [{ source: sourceOf(path) }];
}

async function streamed(
  given: readonly string[],
  again?: (kept: Kept) => ReturnType<typeof sourceOf>,
): Promise<readonly DossierJson[]> {
  const run = newRun({ engine, reporting, isWhole: true, again });
  const records: DossierJson[] = [];
  const kept: number[] = [];
  for await (const result of run.results(incoming(given))) {
    if (result.kept) kept.push(records.length);
    // what is kept may be handed to another thread
    structuredClone(result);
    records.push(result.record);
  }
  for (const [index, together] of [...run.together()].entries()) {
    const place = kept[index] ?? -1;
    const record = records[place];
    if (record) records[place] = merged(record, together, run.head);
  }
  return records;
}

describe('files judged as they come, then together', () => {
  test('come to what they come to when all are in memory, outcome by outcome', async () => {
    const recorder = recorderOf(headOf(reporting), reporting, true);
    const whole = judgeAll(
      paths.map((path) => readDossier(sourceOf(path), engine)),
      engine,
      {},
    ).map((file) => recorder.dossier(file, 0));
    const found = await streamed(paths, ({ file }) => sourceOf(file));
    expect(found.length).toBe(paths.length);
    for (const [index, record] of found.entries())
      expect(withoutNames(record)).toEqual(withoutNames(whole[index]));
  }, 120_000);

  test('a stream that cannot be read again has its places where dossiers begin', async () => {
    const book = paths.filter((path) => path.includes('customer-book'));
    const found = await streamed(book);
    const places = found.flatMap(({ outcomes }) =>
      outcomes.filter(({ rule, status }) => rule === 'GRP-002' && status === 'fail'),
    );
    expect(places.map(({ at }) => [at.line, at.column])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('of each only what such rules read is kept', async () => {
    const run = newRun({ engine, reporting });
    for await (const { kept } of run.results(incoming(['examples/dossiers/0001-sound.yaml']))) {
      const text = JSON.stringify(kept?.fields, (_, value: unknown) =>
        value instanceof Map ? [...value] : typeof value === 'bigint' ? String(value) : value,
      );
      expect(text).toContain('customerNo');
      expect(text).not.toContain('screenings');
      const size = text.length;
      expect(size).toBeLessThan(14_000);
    }
  });
});

/** Numbers behind equal names depend on the order in which they were given. */
function withoutNames(record: DossierJson | undefined): unknown {
  return record && { ...record, outcomes: record.outcomes.map((one) => ({ ...one, finding: '' })) };
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { engineVersion } from '../../src/cli/sound.ts';
import { type BesideFile, type BesideKind, readBeside } from '../../src/desk/beside.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { type Asked, settingOf } from '../../src/desk/setting.ts';
import { judgeFiles, reportOfWork } from '../../src/desk/work.ts';
import { fileBytesAt } from '../../src/io/file-bytes.ts';
import { nodePlatform } from '../../src/io/platform.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { shouze } from '../cli/harness.ts';
import { fileOf } from './bytes.ts';
import { again, textsAt } from './judged.ts';
import { shippedDesk } from './shipped.ts';

const samples = [
  'examples/dossiers/0001-sound.yaml',
  'examples/dossiers/0004-investigator-approves.yaml',
  'examples/dossiers/0009-waived.yaml',
  'examples/dossiers/0010-sound.json',
];
/** Behind the last day that the register of people speaks of. */
const today = '2026-12-28';

let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), 'shouze-'));
const checklist = join(folder, '核查表.xlsx');
const ledger = join(folder, 'ledger.ndjson');
const picked = join(folder, '样本.xlsx');
const pickedRecords = join(folder, '样本.yaml');

beforeAll(async () => {
  desk = { ...shippedDesk(), version: engineVersion() };
  await shouze('check', ...samples, '--format', 'checklist', '--out', checklist);
  const run = join(folder, 'run.ndjson');
  await shouze('check', ...samples, '--format', 'ndjson', '--out', run);
  await shouze('ledger', 'take', run, '--ledger', ledger, '--by', 'S-IA1', '--today', today);
  const drawing = join(folder, 'scheme.yaml');
  writeFileSync(
    drawing,
    'scheme: S\ntitle: { zh: 抽查, en: Drawn }\nsample: { method: random, seed: 7, size: 2 }\n',
  );
  for (const out of [picked, pickedRecords])
    await shouze('pick', ...samples, '--scheme', drawing, '--out', out);
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const optionOf: Readonly<Record<BesideKind, string>> = {
  staff: '--staff',
  waivers: '--waivers',
  scheme: '--scheme',
  picked: '--picked',
  checklist: '--answers',
  ledger: '--ledger',
};

type Given = readonly (readonly [BesideKind, string])[];

async function ofPage(given: Given, asked: Partial<Asked>): Promise<string> {
  const files = given.map(([kind, path]): BesideFile => ({ kind, file: fileBytesAt(path) }));
  const { beside, problems } = await readBeside(files, desk, nodePlatform, asked.today);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { languages } = desk;
  const setting = await settingOf(desk, beside, { languages, unmasked: false, ...asked });
  const work = await judgeFiles(setting, textsAt(...samples), { again });
  return [...jsonText(reportOfWork(work))].join('');
}

describe('what comes of files is the JSON of the command line, byte for byte', () => {
  const staff = ['staff', 'examples/staff/register.yaml'] as const;
  const scheme = ['scheme', 'examples/inspection/scheme.yaml'] as const;
  const waivers = ['waivers', 'examples/inspection/waivers.csv'] as const;
  test.each<[string, Given, Partial<Asked>, readonly string[]]>([
    ['nothing beside them', [], {}, []],
    ['a step, and days', [], { step: 'approval', asOf: '2026-09-01', today }, []],
    ['a register of people', [staff], { today }, []],
    ['a register of waivers', [waivers], {}, []],
    ['a scheme', [scheme], {}, []],
    ['a check-list without answers', [['checklist', checklist]], { today }, []],
    ['a list that was drawn', [['picked', picked]], {}, []],
    ['the same as records', [['picked', pickedRecords]], {}, []],
    ['a ledger', [['ledger', ledger]], {}, []],
    ['all of them', [staff, scheme, waivers, ['checklist', checklist]], { today }, []],
    ['reasons', [staff], { explain: new Set(['RSK-007']) }, ['--explain', 'RSK-007']],
    ['personal data', [], { unmasked: true }, ['--unmask']],
  ])('%s', { timeout: 60_000 }, async (_, given, asked, more) => {
    const { step, asOf, today: day } = asked;
    const options = [
      ...given.flatMap(([kind, path]) => [optionOf[kind], path]),
      ...(step === undefined ? [] : ['--step', step]),
      ...(asOf === undefined ? [] : ['--as-of', asOf]),
      ...(day === undefined ? [] : ['--today', day]),
      ...more,
    ];
    const { out } = await shouze('check', ...samples, '--format', 'json', ...options);
    expect(out).not.toBe('');
    expect(await ofPage(given, asked)).toBe(out);
  });
});

describe('what is wrong with what came beside them', () => {
  test.each<[BesideKind, string, string]>([
    ['staff', 'meta: {}', 'dossier/not-a-register'],
    ['staff', ': {', 'yaml/syntax'],
    ['waivers', 'a: 1', 'waivers/not-a-register'],
    ['scheme', 'scheme: A\ntitle: { zh: 甲 }\nproducts: [nowhere]\n', 'scheme/unknown-name'],
    ['picked', 'a: 1', 'scheme/not-a-list'],
    ['ledger', '{"hash":"sha256:0","entry":{}}\n', 'ledger/not-an-entry'],
    ['checklist', 'PK\u0003\u0004', 'io/not-a-workbook'],
  ])('%s: %s', async (kind, text, code) => {
    const name = kind === 'checklist' ? 'a.xlsx' : 'a.yaml';
    const { beside, problems } = await readBeside(
      [{ kind, file: fileOf(name, text) }],
      desk,
      nodePlatform,
    );
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(beside).toEqual({});
  });

  test('of two of a kind the later counts, even where it is wrong', async () => {
    const file = fileBytesAt('examples/staff/register.yaml');
    const sound: BesideFile = { kind: 'staff', file };
    const wrong: BesideFile = { kind: 'staff', file: fileOf('a.yaml', 'meta: {}') };
    const read = async (...files: readonly BesideFile[]) => readBeside(files, desk, nodePlatform);
    expect((await read(wrong, sound)).problems).toEqual([]);
    expect((await read(wrong, sound)).beside.staff?.staff.file).toBe(file.name);
    expect((await read(sound, wrong)).beside).toEqual({});
  });

  test('a list that a scheme names and nobody gave is asked for', async () => {
    const text = 'scheme: A\ntitle: { zh: 甲, en: A }\npicked: 样本.yaml\n';
    const files: readonly BesideFile[] = [{ kind: 'scheme', file: fileOf('a.yaml', text) }];
    const { beside } = await readBeside(files, desk, nodePlatform);
    const asked = { languages: ['zh'], unmasked: false };
    expect(await settingOf(desk, beside, asked)).toMatchObject({ wantsPicked: '样本.yaml' });
  });
});

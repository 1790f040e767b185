import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { runCases } from '../../src/cases/run.ts';
import { loadRulebook } from '../../src/cli/load.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { unplannedOf } from '../../src/plan/from-program.ts';
import { verify } from '../../src/verify/verify.ts';
import { shouze } from '../cli/harness.ts';

const loaded = loadRulebook('examples/register');
const { program, diagnostics } = loaded;
if (!program) throw new Error('the example is a rulebook');

test('the example is in order: nothing to say of it, every rule planned, every case right', () => {
  expect([...diagnostics, ...verify(program)].map(({ code }) => code)).toEqual([]);
  expect(unplannedOf(program)).toEqual([]);
  const cases = program.rules.flatMap((rule) => runCases(program, rule));
  expect(cases.filter(({ passed }) => !passed).map((one) => [one.rule.id, one.case.title])).toEqual(
    [],
  );
  expect(cases.length).toBeGreaterThan(15);
});

const check = [
  'check',
  'examples/register/files/2026-01.json',
  '--rulebook',
  'examples/register',
] as const;

test('places are told as row and column', async () => {
  const { out } = await shouze(...check, '--format', 'json');
  const [file] = (JSON.parse(out) as CheckReport).dossiers;
  const places = file?.outcomes
    .filter(({ status }) => status === 'fail')
    .map(({ rule, at }) => [rule, at]);
  expect(places).toEqual([
    [
      'LSE-001',
      {
        pointer: '/rows/1/deposit',
        path: 'rows[2].deposit',
        line: 5,
        column: 110,
        row: 2,
        field: { name: 'deposit', title: { zh: '押金', en: 'Deposit' } },
      },
    ],
    [
      'LSE-002',
      {
        pointer: '/rows/2/signedOn',
        path: 'rows[3].signedOn',
        line: 6,
        column: 72,
        row: 3,
        field: { name: 'signedOn', title: { zh: '签约日期', en: 'Signing date' } },
      },
    ],
  ]);
});

test.each(['zh', 'en'] as const)('what a person reads in %s', async (language) => {
  const { out } = await shouze(...check, '--lang', language);
  await expect(out.replace(/sha256:\w+/u, 'sha256:…')).toMatchFileSnapshot(
    `expected/report.${language}.txt`,
  );
});

test('the page about registers shows the example as it is', () => {
  const page = readFileSync('docs/registers.md', 'utf8');
  for (const path of [
    'rulebook.yaml',
    'stages/form/rows/LSE-001-deposit.yaml',
    'stages/form/rows/LSE-001-deposit.cases.yaml',
  ])
    expect(page).toContain(readFileSync(`examples/register/${path}`, 'utf8').trim());
});

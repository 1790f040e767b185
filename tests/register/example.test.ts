import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { runCases } from '../../src/cases/run.ts';
import { loadRulebook } from '../../src/cli/load.ts';
import { runCheck } from '../../src/cli/run-check.ts';
import { jsonReport } from '../../src/report/json.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import { plain } from '../../src/report/paint.ts';
import { unplannedOf } from '../../src/plan/from-program.ts';
import { verify } from '../../src/verify/verify.ts';

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

const run = runCheck(
  { ...loaded, program, engine: engineOf(program) },
  ['examples/register/files/2026-01.json'],
  {},
);

test('places are told as row and column', () => {
  const [file] = jsonReport(run, { unmasked: false }).dossiers;
  const places = file?.outcomes
    .filter(({ status }) => status === 'fail')
    .map(({ rule, at }) => [rule, at]);
  expect(places).toEqual([
    [
      'LSE-001',
      {
        pointer: '/rows/1/deposit',
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
        line: 6,
        column: 72,
        row: 3,
        field: { name: 'signedOn', title: { zh: '签约日期', en: 'Signing date' } },
      },
    ],
  ]);
});

test.each(['zh', 'en'] as const)('what a person reads in %s', async (language) => {
  const text = prettyReport(run, { language, unmasked: false }, plain);
  await expect(text.replace(/sha256:\w+/u, 'sha256:…')).toMatchFileSnapshot(
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

import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { loadRulebook } from '../../src/cli/load.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { joinedProcess } from '../../src/program/joined.ts';
import { processJson, processRecord } from '../../src/report/process.ts';
import { yamlOf } from '../evaluate/shipped.ts';
import { shouze } from './harness.ts';

const folder = 'examples/wealth-centre';
const { program: loaded, diagnostics } = loadRulebook(folder);
if (!loaded) throw new Error('the wealth centre does not load');
const program = loaded;

function outcomesOf(text: string, kind = 'dossier') {
  const subject = program.subjects.get(kind);
  const read = subject && dossierFromYaml(yamlOf(text, 'file'), subject.type);
  if (!subject || !read?.value) throw new Error('it is not read');
  expect(read.diagnostics).toEqual([]);
  const { outcomes } = judge(program, subject, read.value, {});
  const once = outcomes
    .filter(({ element }) => element === null)
    .map(({ rule, group }) => `${rule} ${group?.key ?? ''}`);
  expect(once.filter((one, index) => once.indexOf(one) !== index)).toEqual([]);
  return outcomes;
}

test('the wealth centre is well formed', () => {
  expect(diagnostics.map(({ code }) => code)).toEqual([]);
});

test.each([
  ['both-processes', []],
  ['out-of-order', ['process/acceptance/order']],
  ['funded-by-loan', ['WLT-004']],
])('%s, each rule judged once', (name, failed) => {
  const outcomes = outcomesOf(readFileSync(`examples/wealth-files/${name}.yaml`, 'utf8'));
  expect(outcomes.filter(({ status }) => status === 'fail').map(({ rule }) => rule)).toEqual(
    failed,
  );
  // rules of both, and the order of both
  expect(outcomes.find(({ rule }) => rule === 'WLT-001')?.status).toBe('pass');
  expect(outcomes.find(({ rule }) => rule === 'RSK-007')?.status).toBe('pass');
  expect(outcomes.find(({ rule }) => rule === 'process/wealth-closing/time')?.status).toBe('pass');
});

test('a file that never came to the wealth centre has nothing to answer to it', () => {
  const outcomes = outcomesOf(readFileSync('examples/dossiers/0001-sound.yaml', 'utf8'));
  const own = outcomes.filter(({ rule }) => /^WLT|wealth|guiding/u.test(rule));
  expect(own.length).toBeGreaterThan(4);
  expect(new Set(own.map(({ status }) => status))).toEqual(new Set(['not-applicable']));
  expect(outcomes.filter(({ status }) => status === 'fail')).toEqual([]);
});

test('its record is made of the rulebook, and head office’s rules on plug-ins judge it', () => {
  const joined = joinedProcess(program, '2026-11-23');
  const outcomes = outcomesOf(processRecord(joined), 'process');
  expect(outcomes.map(({ rule, status }) => `${rule} ${status}`)).toEqual([
    'PRC-001 pass',
    ...Array.from({ length: 5 }, () => 'PRC-010 pass'),
    ...Array.from({ length: 5 }, () => 'PRC-011 pass'),
    'PRC-012 pass',
  ]);
  const { steps, plugIns } = JSON.parse(processJson(joined)) as {
    steps: readonly { id: string; isPlugIn: boolean; phase?: { phase: string } }[];
    plugIns: readonly unknown[];
  };
  expect(plugIns).toHaveLength(5);
  const closing = steps.filter(({ phase }) => phase?.phase === 'close').map(({ id }) => id);
  expect(closing).toContain('acceptance');
  expect([closing[0], closing.at(-1)]).toEqual(['wealth-order', 'wealth-closing']);
});

test('every sample has its own comment and number', () => {
  const texts = globSync('examples/wealth-files/*.yaml').map((path) => readFileSync(path, 'utf8'));
  expect(texts.every((text) => text.startsWith('# 用途：'))).toBe(true);
  const ids = texts.map((text) => /dossierId: (\S+)/u.exec(text)?.[1]);
  expect(new Set(ids).size).toBe(texts.length);
});

test.each([
  [['process', '--format', 'recrd'], 'record'],
  [['process', 'examples/wealth-centre'], '--rulebook examples/wealth-centre'],
  [['process', '--rulebook', 'docs/leasing', '--format', 'record'], 'process'],
])('a call that is wrong: %j', async (args, said) => {
  const { code, err } = await shouze(...args);
  expect(code).toBe(2);
  expect(err).toContain(said);
});

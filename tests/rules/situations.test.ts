import { globSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { examples, type Situation, situations, textsOf } from '../../scripts/situations.ts';
import { type Engine, engineOf } from '../../src/check/engine.ts';
import { judgeOne } from '../../src/check/judge-all.ts';
import { readDossier } from '../../src/check/read.ts';
import { loadRulebook } from '../../src/cli/load.ts';

const engines = new Map<string, Engine>();

function engineFor(rulebook: string): Engine {
  const known = engines.get(rulebook);
  if (known) return known;
  const { program } = loadRulebook(rulebook);
  if (!program) throw new Error(`${rulebook} does not load`);
  const engine = engineOf(program);
  engines.set(rulebook, engine);
  return engine;
}

/** The verdict, and what of it somebody must act on; what waits for a person is none of it. */
function judged({ file }: Situation, name: string, text: string) {
  const engine = engineFor(file.rulebook ?? 'rules');
  const { judged: found, diagnostics } = judgeOne(readDossier({ name, text }, engine), engine, {});
  const findings = found?.judgement.findings ?? [];
  return {
    diagnostics: diagnostics.map(({ code }) => code),
    verdict: found?.judgement.verdict,
    findings: findings.map(({ rule, status }) => `${rule} ${status}`),
  };
}

test('no file lies in the examples that no situation makes', () => {
  const names = situations().flatMap(({ name }) => [`${name}.yaml`, `${name}-faulty.yaml`]);
  expect(globSync('*.yaml', { cwd: examples }).toSorted()).toEqual(names.toSorted());
});

describe.each(situations())('$name', { timeout: 60_000 }, (situation) => {
  const { sound, faulty } = textsOf(situation);
  const { name } = situation;

  test('lies in the examples as it is made', () => {
    expect(readFileSync(`${examples}/${name}.yaml`, 'utf8')).toBe(sound);
    expect(readFileSync(`${examples}/${name}-faulty.yaml`, 'utf8')).toBe(faulty);
  });

  test('is sound: it passes, and nothing is wanting', () => {
    expect(judged(situation, `${name}.yaml`, sound)).toEqual({
      diagnostics: [],
      verdict: 'pass',
      findings: [],
    });
  });

  test('its twin draws the finding that it was made for, and no other', () => {
    const { findings } = judged(situation, `${name}-faulty.yaml`, faulty);
    expect([...new Set(findings)]).toEqual([`${situation.file.faulty.rule} fail`]);
  });
});

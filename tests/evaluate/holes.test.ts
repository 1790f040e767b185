import process from 'node:process';

import { expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { Outcome, Status } from '../../src/evaluate/outcome.ts';
import { newSession, type Session } from '../../src/evaluate/session.ts';
import { verdicts } from '../../src/run/frame.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { plainOf, type Yaml } from '../../src/yaml/tree.ts';
import { enginesOf, nameOf, worstOf } from '../run/harness.ts';
import { failOpen, placesIn, type Said, withHole } from './holes.ts';
import { samples, sampleYaml, shipped } from './shipped.ts';

/** A sound one, one waived, one of a business; `HOLES=all npm test` takes every sample. */
const few = /^00(?:01|09|13)-/u;
const chosen = process.env['HOLES'] === 'all' ? samples : samples.filter((name) => few.test(name));

/**
 * The promise that matters most: what is not filled in never lets a file through. Every field of these samples is
 * taken out, one at a time; no rule may then pass, be waived or not apply that does otherwise for the whole file.
 *
 * By plans, as every command judges; that the evaluator says the same is held by other tests.
 */
test.each(chosen)('%s: no field, when it is missing, lets a file through', (name) => {
  const yaml = sampleYaml(name);
  const complete = saidOf(yaml);
  expect(complete.length).toBeGreaterThan(300);
  const found = placesIn(yaml, subject.type).flatMap((way) =>
    failOpen(complete, saidOf(withHole(yaml, way, 'absent'))).map((one) => ({
      missing: way.join('.'),
      ...one,
    })),
  );
  expect(found).toEqual([]);
});

const { program, subject } = shipped();
const { closures } = enginesOf({ program, subject });
const rules = new Map(program.rules.map((rule) => [rule.id, rule]));

/** What the rules say of a file; the evaluator, where plans leave it to it. */
function saidOf(yaml: Yaml): readonly Said[] {
  const loaded = closures.load(JSON.stringify(plainOf(yaml)));
  if (loaded instanceof Unfit) throw new Error('a file with a hole is still a file');
  const evaluated = evaluatorOf(yaml);
  return [...closures.judge(loaded)].map((verdict, place) => {
    const rule = closures.rules[place] ?? '';
    const told = verdict === verdicts.slow ? evaluated(rule) : verdict;
    return { rule, element: null, status: statusOf(told) };
  });
}

/** What the evaluator says by a rule; what a step says rests on all rules before it. */
function evaluatorOf(yaml: Yaml): (id: string) => number {
  let read: Session | undefined;
  let whole: readonly Outcome[] | undefined;
  return (id) => {
    const session = (read ??= sessionOf(yaml));
    const rule = rules.get(id);
    if (rule) return worstOf(judgeRule(rule, session, {}));
    whole ??= judge(program, subject, session.dossier, {}).outcomes;
    return worstOf(whole.filter((one) => one.rule === id));
  };
}

function sessionOf(yaml: Yaml): Session {
  const { value: dossier } = dossierFromYaml(yaml, subject.type);
  if (!dossier) throw new Error('a file with a hole is still a file');
  return newSession(program, dossier, subject);
}

function statusOf(verdict: number): Status {
  const name = nameOf(verdict);
  return name === 'waiting' || name === 'slow' ? 'cannot-tell' : name;
}

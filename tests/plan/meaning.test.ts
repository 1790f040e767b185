import fc from 'fast-check';
import { expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judgeRule } from '../../src/evaluate/judge-rule.ts';
import { newSession } from '../../src/evaluate/session.ts';
import { planOf } from '../../src/plan/from-program.ts';
import { compileToClosures } from '../../src/run/compile.ts';
import { verdicts } from '../../src/run/frame.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { bookOf } from './book.ts';
import { dossier, others, planned, schema } from './fixture.ts';

const { program, subject } = bookOf(planned, schema, others);
const engine = compileToClosures(planOf(program, subject), subject.type, program.calendar);

function byEvaluator(json: string): readonly number[] {
  const { value } = parseYaml({ name: 'file.json', text: json });
  const read = value && dossierFromYaml(value, subject.type);
  if (!read?.value || read.diagnostics.length > 0) throw new Error(`a file is malformed: ${json}`);
  const session = newSession(program, read.value, subject);
  return program.rules.map((rule) => {
    const [outcome] = judgeRule(rule, session, {});
    const { status } = outcome ?? {};
    return status === undefined || status === 'not-due' ? verdicts.slow : verdicts[status];
  });
}

test('plans come to what the evaluator says, of any file', () => {
  let [compared, left] = [0, 0];
  fc.assert(
    fc.property(dossier, (json) => {
      const loaded = engine.load(json);
      if (loaded instanceof Unfit) return;
      const told = engine.judge(loaded);
      const wanted = byEvaluator(json);
      const differing = planned.flatMap((condition, place) => {
        if (told[place] === verdicts.slow) left += 1;
        else compared += 1;
        const isSame = told[place] === verdicts.slow || told[place] === wanted[place];
        return isSame ? [] : [`${condition}: plan ${told[place]}, evaluator ${wanted[place]}`];
      });
      expect(differing).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(10_000);
  expect(left).toBeLessThan(compared / 100);
}, 120_000);

import { expect, test } from 'vitest';

import { dossierOfJson, engineOf, type FileToJudge } from '../../src/check/engine.ts';
import { planOf } from '../../src/plan/from-program.ts';
import { compiling, runGenerated } from '../../src/run/compile.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { samples, sampleYaml, shipped } from '../evaluate/shipped.ts';

const { program, subject } = shipped();
const texts = samples.flatMap((name) => {
  const sound = JSON.stringify(plainOf(sampleYaml(name)));
  return [
    sound,
    sound.replace('"idOriginalSeen":true', '"idOriginalSeen":false'),
    // more digits than plans keep
    sound.replace(/(?<=:)0\.\d+/u, '$&0000000000000000000000001'),
  ];
});

const compiled = compiling(planOf(program, subject), subject.type, program.calendar);
const engines = {
  closures: compiled.toClosures(),
  'generated code': compiled.toJavaScript().link(runGenerated),
};

test.each(Object.entries(engines))('files judged at a time as one by one, by %s', (_, engine) => {
  const files = texts.flatMap((text) => {
    const loaded = engine.load(text);
    return loaded instanceof Unfit ? [] : [loaded];
  });
  expect(files.some(({ unheld }) => unheld)).toBe(true);
  expect(files.length).toBeGreaterThan(10);
  for (const today of [undefined, 20_777]) {
    const each = engine.judgeEach(files, today);
    expect(each).toHaveLength(files.length);
    for (const [index, file] of files.entries()) {
      expect([...engine.judge(file, today)]).toEqual([...(each[index]?.verdicts ?? [])]);
      expect([...engine.editions]).toEqual([...(each[index]?.editions ?? [])]);
      expect(engine.rows()).toEqual(each[index]?.rows);
      const dated = [...engine.editions.keys()].filter(
        (rule) => (engine.editions[rule] ?? -1) >= 0,
      );
      expect(dated.map((rule) => engine.days[rule])).toEqual(
        dated.map((rule) => each[index]?.days[rule]),
      );
    }
  }
});

test('what one way lays out the other judges', () => {
  const { closures, 'generated code': generated } = engines;
  for (const text of texts) {
    const [one, other] = [closures.load(text), generated.load(text)];
    if (one instanceof Unfit || other instanceof Unfit) throw new Error('the samples are sound');
    expect(generated.judge(one)).toEqual(closures.judge(one));
    expect(closures.judge(other)).toEqual(generated.judge(other));
  }
});

test('the same is told before code is generated, in the batch that it is in, and after', () => {
  const engine = engineOf(program, runGenerated, 9);
  const closures = engineOf(program);
  const files = texts.map((text): FileToJudge => {
    const parsed = JSON.parse(text) as object;
    const loaded = engine.load(text, subject, parsed);
    return {
      subject,
      dossier: dossierOfJson({ name: 'file.json', text }, parsed, subject.type, loaded),
      loaded,
    };
  });
  const linesOf = (of: typeof engine, some: readonly FileToJudge[]) =>
    of.judgeEach(some, {}).map(({ verdict, scope, findings }) => [
      verdict,
      scope,
      ...findings.map(({ rule, element, status, at, toPass }) => ({
        rule,
        element,
        status,
        at,
        toPass,
      })),
    ]);
  const expected = linesOf(closures, files);
  for (const size of [4, 6, files.length - 10]) {
    const some = files.slice(0, size);
    expect(linesOf(engine, some)).toEqual(expected.slice(0, size));
  }
  expect(linesOf(engine, files)).toEqual(expected);
});

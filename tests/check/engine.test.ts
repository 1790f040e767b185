import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dossierOfJson, engineOf, type FileToJudge } from '../../src/check/engine.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { FileOptions, Judgement } from '../../src/evaluate/outcome.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { edited, edits } from '../edits.ts';
import { samples, sampleYaml, shipped } from '../evaluate/shipped.ts';
import { readDossier } from '../run/harness.ts';

const { program, subject } = shipped();
const engines = { closures: engineOf(program), generated: engineOf(program, runGenerated) };

const asked: readonly (readonly [string, FileOptions])[] = [
  ['by itself', {}],
  ['on a day, for lateness', { today: '2026-11-20' }],
  ['as of a day', { asOf: '2024-06-03' }],
  ['up to a step', { step: 'approval' }],
  ['with no answers of a check-list', { answers: () => undefined }],
];

/** What a judgement says, without the traces behind it. */
function said({ verdict, part, scope, outcomes, findings }: Judgement) {
  return {
    verdict,
    part,
    scope,
    outcomes: outcomes.map(lineOf),
    findings: findings.map(lineOf),
  };
}

function lineOf(one: Judgement['outcomes'][number]): string {
  const { rule, element, status, edition, day, missing, manual, at, related, inapplicable } = one;
  const places = missing.map(({ why, pointer }) => `${why} ${pointer}`);
  const why = inapplicable?.kind ?? '';
  return [rule, element, status, edition, day, manual, why, at, ...related, ...places].join(' ');
}

/** What every engine says of a JSON text, as it was laid out and as it was read with care, beside the evaluator. */
function compare(json: string, options: FileOptions): number {
  const { dossier } = readDossier({ program, subject }, json);
  if (!dossier) return 0;
  const expected = said(judge(program, subject, dossier, options));
  let compared = 0;
  for (const engine of Object.values(engines)) {
    const parsed = JSON.parse(json) as object;
    const loaded = engine.load(json, subject, parsed);
    const source = { name: 'file.json', text: json };
    const files: FileToJudge[] = [{ subject, dossier, ...options }];
    const asJson = dossierOfJson(source, parsed, subject.type);
    if (loaded) files.push({ subject, dossier: asJson, loaded, ...options });
    for (const file of files) {
      const [judgement] = engine.judge([file], options);
      expect(judgement && said(judgement)).toEqual(expected);
      compared += 1;
    }
  }
  return compared;
}

describe('judged by plans and explained by the evaluator, as by the evaluator alone', () => {
  const files = samples.map((name) => ({ name, plain: plainOf(sampleYaml(name)) }));

  // every sample is judged by itself, and in one more way
  test.each(asked.map(([way, options], at) => [way, options, at] as const))(
    'the samples, %s',
    (_, options, at) => {
      let compared = 0;
      for (const [index, { plain }] of files.entries())
        if (at === 0 || index % (asked.length - 1) === at - 1)
          compared += compare(JSON.stringify(plain), options);
      expect(compared).toBeGreaterThan(at === 0 ? 40 : 9);
    },
  );

  test('a sample with more digits than plans keep, in one number after the other', () => {
    const text = JSON.stringify(files[0]?.plain);
    const fractions = [...text.matchAll(/(?<=:)0\.\d+/gu)];
    expect(fractions.length).toBeGreaterThan(5);
    for (const [index, { 0: written, index: at }] of fractions.entries()) {
      const end = at + written.length;
      const more = ['000000001', '0000000000000000000000001'][index % 2] ?? '';
      // each engine by the values, and by the text as well
      expect(compare(text.slice(0, end) + more + text.slice(end), {})).toBe(4);
    }
  }, 120_000);

  test('samples with a value changed, taken away or made malformed', () => {
    let compared = 0;
    const each = fc.property(
      fc.constantFrom(...files),
      fc.constantFrom(...asked),
      fc.nat(),
      edits,
      ({ plain }, [, options], at, value) => {
        const copy: unknown = structuredClone(plain);
        edited(copy, at, value);
        compared += compare(JSON.stringify(copy), options);
      },
    );
    fc.assert(each, { numRuns: 25 });
    expect(compared).toBeGreaterThan(25);
  });
});

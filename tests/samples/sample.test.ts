import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { checkSource } from '../check/check-source.ts';
import { evaluate } from '../../src/feel/calculator/evaluate.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import { residentId } from '../../src/samples/people.ts';
import { randomFrom } from '../../src/samples/random.ts';
import { patternsFor, type Sample, sampleOf } from '../../src/samples/sample.ts';
import { shipped } from '../evaluate/shipped.ts';
import { usual } from '../setting.ts';

const { program } = shipped();

function made(count: number, seed: number, fault?: string, product?: string): readonly Sample[] {
  const rule = program.rules.find(({ id }) => id === fault);
  const patterns = patternsFor(program, rule, product);
  return Array.from({ length: count }, (_, number) =>
    sampleOf(patterns, seed, number, program),
  ).flatMap((sample) => sample ?? []);
}

function judged({ id, file }: Sample) {
  const source = { name: `${id}.json`, text: JSON.stringify(file) };
  const { judged: one, diagnostics } = checkSource(source, program, {});
  const failed = one?.judgement.outcomes.filter(({ status }) => status === 'fail') ?? [];
  return {
    problems: diagnostics.length,
    verdict: one?.judgement.verdict,
    failed: [...new Set(failed.map(({ rule }) => rule))],
  };
}

describe('sound samples', { timeout: 60_000 }, () => {
  const samples = made(12, 5);

  test('pass, with nothing wrong in them', () => {
    expect(samples).toHaveLength(12);
    for (const sample of samples)
      expect(judged(sample)).toEqual({ problems: 0, verdict: 'pass', failed: [] });
  });

  test('are of every product, and no two are alike', () => {
    const texts = samples.map(({ file }) => JSON.stringify(file));
    for (const product of ['HOUSING', 'COMMERCIAL_PROPERTY', 'CONSUMER', 'BUSINESS'])
      expect(texts.some((text) => text.includes(`"productCode":"${product}"`))).toBe(true);
    const all = (key: string) =>
      texts.map((text) => new RegExp(`"${key}":"?([^",]*)`, 'u').exec(text)?.[1]);
    for (const key of ['dossierId', 'applicationId', 'customerNo', 'idNumber'])
      expect(new Set(all(key)).size).toBe(12);
    expect(new Set(all('receivedAt')).size).toBeGreaterThan(4);
    expect(new Set(all('requestedAmount')).size).toBeGreaterThan(6);
  });

  test('are the same for the same seed, and others for another', () => {
    expect(made(2, 5)).toEqual(samples.slice(0, 2));
    expect(made(1, 6)[0]?.file).not.toEqual(samples[0]?.file);
  });

  test('may be of one product only', () => {
    for (const { file } of made(2, 1, undefined, 'CONSUMER'))
      expect(JSON.stringify(file)).toContain('"productCode":"CONSUMER"');
  });
});

test.each(['RSK-002', 'IDS-010', 'PLM-003'])(
  'samples with a fault break %s',
  { timeout: 60_000 },
  (rule) => {
    const samples = made(2, 9, rule);
    expect(samples).toHaveLength(2);
    for (const sample of samples) {
      expect(judged(sample).failed).toContain(rule);
      expect(judged(sample).verdict).toBe('fail');
    }
  },
);

test('there is no pattern for a rule that no case of one file fails', () => {
  const group = program.rules.find((rule) => rule.group);
  expect(patternsFor(program, group, undefined)).toEqual([]);
});

test('resident ids have the check digit that the engine asks for', () => {
  const { value } = parseExpression('is valid resident id(id)', { dialect: 'rule' });
  if (!value) throw new Error('the expression is read');
  const births = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(births, fc.integer({ min: 1, max: 999 }), (birth, order) => {
      const id = residentId('990101', birth, order);
      expect(evaluate(value, { get: () => id }, { nulls: 'rules', setting: usual })).toBe(true);
    }),
  );
});

test('random numbers are within their bounds, reach both, and follow the seed', () => {
  const draw = (seed: string) => {
    const random = randomFrom(seed);
    return Array.from({ length: 2000 }, () => random.whole(3, 7));
  };
  expect(new Set(draw('a'))).toEqual(new Set([3, 4, 5, 6, 7]));
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('1/1')).not.toEqual(draw('1/2'));
});

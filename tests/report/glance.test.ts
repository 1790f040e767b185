import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { glancing } from '../../src/report/glance.ts';
import { glanceText } from '../../src/report/glance-text.ts';
import { percent, shownAmount } from '../../src/report/glance-titles.ts';
import type {
  DossierJson,
  OutcomeJson,
  ReportHead,
  SchemeJson,
} from '../../src/report/json-format.ts';
import { plain } from '../../src/report/paint.ts';

const rule = (level: 'mandatory' | 'advisory', more = {}) => ({
  kind: 'bank' as const,
  level,
  stage: 'S1',
  step: 'a',
  posts: ['P1', 'P2'],
  title: { zh: '题', en: 'Title' },
  remedy: null,
  ...more,
});

const head = {
  format: 2,
  rulebook: { id: 'r', version: '1', digest: 'd', title: {}, issuer: {} },
  engine: '0',
  languages: ['zh', 'en'],
  masked: true,
  rules: {
    'R-1': rule('mandatory', { redLine: true }),
    'R-2': rule('mandatory', { stage: 'S2', posts: [] }),
    'R-3': rule('advisory'),
  },
  clauses: {},
  kinds: { bank: { zh: '制度', en: 'own rule' } },
  levels: { advisory: { zh: '提示', en: 'advisory' } },
  remedies: {},
  steps: {},
  stages: { S1: { zh: '一', en: 'One' }, S2: { zh: '二', en: 'Two' } },
  posts: { P1: { zh: '岗一', en: 'Post 1' }, P2: { zh: '岗二', en: 'Post 2' } },
  about: { file: { product: { title: {}, codes: { A: { zh: '甲', en: 'Alpha' } } } } },
  scheme: null,
} satisfies ReportHead;

function outcome(id: string, more: Partial<OutcomeJson> = {}): OutcomeJson {
  return {
    finding: `F/${id}`,
    rule: id,
    element: null,
    edition: null,
    asOf: null,
    status: 'fail',
    manual: false,
    message: {},
    because: [],
    missing: [],
    basis: [],
    related: [],
    seen: [],
    toPass: [],
    at: { pointer: '', path: '', line: 1, column: 1 },
    ...more,
  };
}

function dossier(number: number, outcomes: readonly OutcomeJson[], more = {}): DossierJson {
  return {
    id: `D-${number}`,
    file: `${number}.yaml`,
    digest: 'd',
    subject: 'file',
    about: { branch: '01', product: 'A', amount: '100.10', day: '2026-09-01' },
    verdict: 'fail',
    part: 'whole',
    scope: null,
    counts: null,
    diagnostics: [],
    outcomes,
    wanting: [],
    waiting: [],
    ...more,
  };
}

function glanceOf(records: readonly DossierJson[], scheme: SchemeJson | null = null, is = false) {
  const { add, glance } = glancing({ ...head, scheme }, is);
  for (const record of records) add(record);
  return glance();
}

const gate = { step: 'b', rules: ['R-1'] };

describe('a book at a glance', () => {
  const records = [
    dossier(1, [outcome('R-1'), outcome('R-1'), outcome('R-3')]),
    dossier(2, [outcome('R-1'), outcome('process/b/gate', { gate })], {
      about: { branch: '02', product: 'A', amount: '0.90', day: '2026-10-01' },
    }),
    dossier(3, [], { verdict: 'pass', about: {} }),
    dossier(4, [outcome('R-2', { status: 'cannot-tell' })], { verdict: 'cannot-tell' }),
    dossier(5, [outcome('R-1')], { verdict: null }),
  ];

  test('counts a file once in each group, its amount too, and what follows from another finding never', () => {
    const { judged, files, findings, amount, by } = glanceOf(records);
    expect({ judged, files, findings, amount }).toEqual({
      judged: 4,
      files: 2,
      findings: 4,
      amount: '101',
    });
    expect(by.rule).toEqual([
      { key: 'R-1', files: 2, findings: 3, amount: '101' },
      { key: 'R-3', files: 1, findings: 1, amount: '100.1' },
    ]);
    expect(by.post.map(({ key, files: of }) => [key, of])).toEqual([
      ['P1', 2],
      ['P2', 2],
    ]);
    expect(by.branch).toEqual([
      { key: '01', judged: 2, files: 1, findings: 3, amount: '100.1' },
      { key: '02', judged: 1, files: 1, findings: 1, amount: '0.9' },
      { key: null, judged: 1, files: 0, findings: 0, amount: '0' },
    ]);
    expect(by.month.map(({ key }) => key)).toEqual(['2026-09', '2026-10', null]);
    expect(by.amount.map(({ key }) => key)).toEqual(['0', '100', null]);
  });

  test('tells rates by how grave findings are', () => {
    const { rates } = glanceOf(records);
    expect(rates.map(({ severity, files, rate }) => [severity, files, rate])).toEqual([
      ['all', 2, '0.5'],
      ['red-line', 2, '0.5'],
      ['bank', 0, '0'],
      ['advisory', 1, '0.25'],
    ]);
    expect(rates.every(({ interval, met }) => interval === null && met === null)).toBe(true);
  });

  test('after rebuttal what a ledger suppresses is left out, and gross it is not', () => {
    const all = [dossier(1, [outcome('R-1', { suppressed: true })]), dossier(2, [outcome('R-2')])];
    const { files, after, rates, by } = glanceOf(all, null, true);
    expect([files, after?.files]).toEqual([2, 1]);
    expect([rates[0]?.rate, rates[0]?.after?.rate]).toEqual(['1', '0.5']);
    expect(by.rule.map(({ key, after: of }) => [key, of?.files])).toEqual([
      ['R-1', 0],
      ['R-2', 1],
    ]);
  });

  test('files that are judged with others count once, whoever finds what', () => {
    const { add, addTogether, glance } = glancing(head, false);
    add(dossier(1, [outcome('R-1')], { later: 1 }));
    add(dossier(2, [], { later: 1, verdict: 'pass' }));
    for (const number of [1, 2]) addTogether({ ...dossier(number, [outcome('R-2')]) } as never);
    const { files, findings, judged } = glance();
    expect({ files, findings, judged }).toEqual({ files: 2, findings: 3, judged: 2 });
  });
});

describe('a sample', () => {
  const scheme = (method: string, population: number | null, target = '0.05') =>
    ({
      id: 'S',
      title: {},
      file: 's',
      digest: 'd',
      day: null,
      branches: [],
      products: [],
      steps: [],
      rules: [],
      period: null,
      captured: null,
      population,
      sample: { method, size: 40, seed: 1, reason: null },
      inspectors: [],
      reviewers: [],
      targets: { all: target },
    }) as SchemeJson;
  const of = (found: number) =>
    Array.from({ length: 40 }, (_, index) =>
      dossier(index, index < found ? [outcome('R-1')] : [], {}),
    );

  test.each([
    ['random', 500, 3, '0.05', ['0.018000', '0.198000', 'hypergeometric'], 'open'],
    ['random', null, 3, '0.05', ['0.015742', '0.203865', 'binomial'], 'open'],
    ['random', 500, 20, '0.05', ['0.344000', '0.656000', 'hypergeometric'], 'missed'],
    ['random', 500, 0, '0.1', ['0.000000', '0.084000', 'hypergeometric'], 'met'],
    ['random', 40, 3, '0.05', undefined, 'missed'],
    ['all', 40, 2, '0.05', undefined, 'met'],
    ['stratified', 500, 3, '0.05', undefined, 'missed'],
    ['discretionary', 500, 3, '0.1', undefined, 'met'],
  ] as const)('%s, of %s, %i found, target %s', (method, population, found, target, says, met) => {
    const { rates } = glanceOf(of(found), scheme(method, population, target));
    const [all] = rates;
    const { low, high, by } = all?.interval ?? {};
    expect(all?.interval ? [low, high, by] : undefined).toEqual(says);
    expect(all?.met).toBe(met);
  });

  test.each(['zh', 'en'] as const)('on a screen: %s', async (language) => {
    const told = { ...head, scheme: scheme('random', 500) };
    const glance = glanceOf(of(3), told.scheme, true);
    const before = { rulebook: 'r 1', day: '2026-06-30', judged: 40, rules: [] };
    const against = { ...before, rates: glanceOf(of(2)).rates };
    const text = glanceText({ ...glance, against }, told, {
      language,
      paint: plain,
      isWhole: true,
    });
    await expect(text).toMatchFileSnapshot(`expected/glance.${language}.txt`);
  });
});

test('a share in percent is rounded once, halves up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (hundredThousandths) => {
      const share = (hundredThousandths / 100_000).toFixed(5);
      const rounded = Math.floor((hundredThousandths + 5) / 10);
      expect(percent(share)).toBe(`${(rounded / 100).toFixed(2)}%`);
    }),
  );
  expect(shownAmount('1234567.5')).toBe('1,234,567.5');
});

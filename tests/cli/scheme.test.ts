import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { CheckReport, DossierJson } from '../../src/report/json-format.ts';
import { htmlText } from '../html-text.ts';
import { put, shouze, temporary } from './harness.ts';

const example = 'examples/inspection/scheme.yaml';
const sound = 'examples/dossiers/0001-sound.yaml';
const unsound = 'examples/dossiers/0002-down-payment-short.yaml';

async function reportOf(...args: readonly string[]): Promise<CheckReport> {
  const { out } = await shouze('check', ...args, '--format', 'json');
  return JSON.parse(out) as CheckReport;
}

function scheme(text: string): string {
  const title = 'title: { zh: 专项检查, en: Inspection }';
  return put(temporary(), 'scheme.yaml', `scheme: JC-1\n${title}\n${text}\n`);
}

function one({ dossiers }: CheckReport): DossierJson {
  const [dossier, second] = dossiers;
  if (!dossier || second) throw new Error('not one dossier');
  return dossier;
}

describe('what an inspection covers', () => {
  test('of the rules those of its steps; every other is out of scope, and none of them is told', async () => {
    const [whole, part] = [await reportOf(unsound), await reportOf(unsound, '--scheme', example)];
    const rules = (report: CheckReport) => one(report).outcomes.map(({ rule }) => rule);
    expect(rules(part)).toEqual(['process/approval/gate']);
    expect(rules(whole)).toEqual(expect.arrayContaining(['RSK-007', ...rules(part)]));
    const sum = ({ scope }: DossierJson) =>
      scope ? scope.data + scope.person + scope.manual + scope.uncaptured + scope.outOfScope : 0;
    expect(sum(one(part))).toBe(sum(one(whole)));
    expect(one(part).scope?.notCovered).toBeGreaterThan(400);
    expect(one(part).scope?.outOfScope).toBeGreaterThanOrEqual(one(part).scope?.notCovered ?? 0);
    expect(one(whole).scope).not.toHaveProperty('notCovered');
  });

  test('what is not covered says so where everything is told', async () => {
    const { out } = await shouze(
      'check',
      sound,
      '--scheme',
      example,
      '--outcomes',
      'all',
      '--explain',
      'all',
      '--format',
      'json',
    );
    const { outcomes } = one(JSON.parse(out) as CheckReport);
    const left = outcomes.find(({ rule }) => rule === 'INT-101');
    expect([left?.status, left?.inapplicable?.['zh'], left?.inapplicable?.['en']]).toEqual([
      'not-applicable',
      '不在检查方案的检查范围内',
      'the inspection scheme does not cover it',
    ]);
  });

  test('a scheme of which nothing can be judged passes no file', async () => {
    const late = scheme('rules: [IDS-008]');
    expect(one(await reportOf(sound, '--scheme', late)).verdict).toBe('cannot-tell');
  });

  test.each([
    ['branches: ["0199"]', 'branch'],
    ['products: [CONSUMER]', 'product'],
    ['period: { from: 2026-09-01 }', 'period'],
    ['period: { until: 2026-08-27 }', 'period'],
  ])('%s leaves a file out', async (text, why) => {
    const report = await reportOf(sound, '--scheme', scheme(text));
    expect(one(report)).toMatchObject({ verdict: null, outside: why, diagnostics: [] });
    expect(report.summary).toMatchObject({ dossiers: 0, unread: 0, outside: { [why]: 1 } });
  });

  test.each(['branches: ["0101"]', 'period: { from: 2026-08-28, until: 2026-08-28 }'])(
    '%s takes it in',
    async (text) => {
      const report = await reportOf(sound, '--scheme', scheme(text));
      expect(one(report).verdict).toBe('pass');
    },
  );

  test('a file without the field that would tell is judged', async () => {
    const file = put(temporary(), 'one.yaml', 'meta: { dossierId: D-1 }\n');
    const report = await reportOf(file, '--scheme', scheme('branches: ["0101"]'));
    expect(one(report).outside).toBe(undefined);
    expect(one(report).verdict).toBe('cannot-tell');
  });
});

test('what a scheme says was not captured is no fail by absence', async () => {
  const file = 'examples/dossiers/0005-income-proof-missing.yaml';
  const fails = (report: CheckReport) =>
    one(report).outcomes.filter(({ status }) => status === 'fail').length;
  expect(fails(await reportOf(file))).toBeGreaterThan(0);
  const part = await reportOf(file, '--scheme', scheme('captured: [meta, application]'));
  expect(fails(part)).toBe(0);
  expect(one(part).part).toBe('captured');
  expect(part.scheme?.captured).toEqual(['meta', 'application']);
  const more = 'captured: [meta, application, documents, parties, events]';
  const all = await reportOf(file, '--scheme', scheme(more));
  expect(fails(all)).toBeGreaterThan(0);
});

test('the day of check is today, where no other is given', async () => {
  const today = async (...args: readonly string[]) =>
    (await reportOf(sound, '--scheme', example, ...args)).today;
  expect(await today()).toBe('2026-11-25');
  expect(await today('--today', '2026-12-01')).toBe('2026-12-01');
});

test('a report says what it covers, and that no scheme was given', async () => {
  for (const [lang, none, given] of [
    ['zh', '未指定检查方案', '按检查方案“2026年第四季度个人住房贷款审批检查”（JC-2026-04）检查'],
    ['en', 'no inspection scheme was given', 'inspected by the scheme “Approval of home loans'],
  ] as const) {
    for (const format of ['pretty', 'html']) {
      const args = ['check', sound, '--format', format, '--lang', lang];
      expect(htmlText((await shouze(...args)).out)).toContain(none);
      expect(htmlText((await shouze(...args, '--scheme', example)).out)).toContain(given);
    }
  }
}, 60_000);

test('several threads judge by the same scheme', async () => {
  const args = ['examples/dossiers', '--scheme', example, '--format', 'ndjson'];
  const [one1, two] = [
    await shouze('check', ...args, '--jobs', '1'),
    await shouze('check', ...args, '--jobs', '2'),
  ];
  expect(two.out).toBe(one1.out);
}, 60_000);

test('a scheme that cannot be read judges nothing', async () => {
  const { code, out, err } = await shouze('check', sound, '--scheme', scheme('steps: [批审]'));
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('规则库的流程节点中没有 `批审`；您是否想写 `审批`');
  expect((await shouze('check', sound, '--scheme', join(temporary(), 'none.yaml'))).code).toBe(2);
});

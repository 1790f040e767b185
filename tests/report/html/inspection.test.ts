import { expect, test } from 'vitest';

import { inspectionFacts, verdictsSay } from '../../../src/report/html/inspection.ts';
import { pageOf } from '../../../src/report/html/setting.ts';
import type { ReportHead, SchemeJson, SummaryJson } from '../../../src/report/json-format.ts';
import { checked, sampleFiles } from './records.ts';

const { report } = await checked(sampleFiles.slice(0, 1), 'zh');

const scheme: SchemeJson = {
  id: 'S-1',
  title: { zh: '三季度检查', en: 'Third quarter' },
  file: 'scheme.yaml',
  digest: 'sha256:1',
  day: '2026-10-12',
  branches: ['0101'],
  products: [],
  steps: ['approval'],
  rules: [],
  period: { from: '2026-07-01', until: null },
  captured: ['a', 'b'],
  population: 900,
  sample: { method: 'random', size: 40, seed: 7, reason: null },
  inspectors: ['S-1'],
  reviewers: ['S-2'],
  targets: {},
};

const head = (more: Partial<ReportHead>): ReportHead => ({ ...report, ...more });

test('the head tells of the inspection, its scope and its sample', () => {
  const facts = new Map(inspectionFacts(pageOf(head({ scheme }), 'zh')));
  expect(facts.get('检查方案')).toBe('三季度检查 · sha256:1');
  expect(facts.get('检查人、复核人')).toBe('S-1、S-2');
  expect(facts.get('检查范围')).toBe(
    '机构 0101；节点 审批；期间 2026-07-01 至 …；取数字段 2 个，其余未取数',
  );
  expect(facts.get('样本')).toBe('随机抽样，总体 900 份，抽取 40 份，随机种子 7');
});

test('the head says that no scheme was given', () => {
  expect(inspectionFacts(pageOf(head({ scheme: null }), 'en'))).toEqual([
    ['Scheme of inspection', expect.stringContaining('none was given')],
  ]);
});

test('verdicts are explained, those that there are, and what was waived is added up', () => {
  const none = { fail: 0, 'cannot-tell': 0, dossiers: [] };
  const summary: SummaryJson = {
    dossiers: 3,
    pass: 3,
    fail: 0,
    'cannot-tell': 0,
    unread: 0,
    defects: [
      { ...none, rule: 'A', waived: 2 },
      { ...none, rule: 'B', waived: 1 },
      { ...none, rule: 'C', waived: 0 },
    ],
  };
  expect(verdictsSay(summary, pageOf(head({}), 'zh'))).toEqual([
    expect.stringMatching(/^合规：/u),
    '经批准的例外：涉及 2 条规则，共 3 份次，不计入不合规。',
  ]);
});

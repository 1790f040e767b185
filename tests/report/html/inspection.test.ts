import { expect, test } from 'vitest';

import { sayIn } from '../../../src/base/language.ts';
import { pageOf } from '../../../src/report/html/setting.ts';
import { verdictsSay } from '../../../src/report/html/summary.ts';
import type { ReportHead, SchemeJson, SummaryJson } from '../../../src/report/json-format.ts';
import { schemeLines } from '../../../src/report/scheme-line.ts';
import { wordbooks } from '../../../src/words/messages/messages.ts';
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

const said = (more: Partial<ReportHead>, language: 'zh' | 'en') =>
  schemeLines({ ...report, ...more }, sayIn(wordbooks, language).terms, language);

test('a report tells of the inspection, its scope and its sample', () => {
  expect(said({ scheme }, 'zh')).toEqual([
    '按检查方案“三季度检查”（S-1）检查，检查日 2026-10-12；机构 0101；流程节点 审批；业务日期 2026-07-01 至 不限；已取数字段 2 项，其余视为未取数；检查人 S-1；复核人 S-2',
    '随机抽样，总体 900 份，抽取 40 份，种子 7',
  ]);
});

test('a report says that no scheme was given', () => {
  expect(said({ scheme: null }, 'en')).toEqual([
    expect.stringContaining('no inspection scheme was given'),
  ]);
});

test('verdicts are explained, those that there are', () => {
  const summary: SummaryJson = { ...report.summary, pass: 3, fail: 0, 'cannot-tell': 0 };
  expect(verdictsSay(summary, pageOf(report, 'zh'))).toEqual([expect.stringMatching(/^合规：/u)]);
});

import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { put, shouze, temporary } from './harness.ts';

const waived = readFileSync('examples/dossiers/0009-waived.yaml', 'utf8');
const sound = JSON.parse(readFileSync('examples/dossiers/0010-sound.json', 'utf8')) as object;

const valid = {
  waiverId: 'LW1',
  ruleId: 'APR-005',
  approvedOn: '2026-09-02',
  approvedBy: 'S-RV1',
  post: 'REVIEWER',
  validFrom: '2026-09-02',
  validUntil: '2026-10-02',
  reason: '成交价平稳，已书面复核',
};

async function reportOf(text: string, ...args: readonly string[]): Promise<CheckReport> {
  const file = put(temporary(), 'loan.yaml', text);
  const { out } = await shouze('check', file, '--format', 'json', ...args);
  return JSON.parse(out) as CheckReport;
}

/** The sample with other waivers, of which one alone would cover the fail. */
function withWaivers(...waivers: readonly object[]): string {
  return waived.replace(/^waivers:\n(?: .*\n)+/mu, `waivers: ${JSON.stringify(waivers)}\n`);
}

function told({ dossiers }: CheckReport): readonly string[] {
  return dossiers.flatMap(({ outcomes }) =>
    outcomes
      .filter(({ rule }) => rule.startsWith('waiver/') || rule === 'APR-005')
      .map(({ rule, element, status }) => [rule, element, status].filter(Boolean).join(' ')),
  );
}

describe('an exception', () => {
  test('that is as it should be covers its fail, and is counted', async () => {
    const report = await reportOf(withWaivers(valid));
    expect(told(report)).toEqual(['APR-005 waived']);
    expect(report.summary.waivers).toEqual({ valid: 1, refused: {} });
  });

  test.each([
    ['without a reason', { reason: null }, ['no-reason']],
    ['with a blank one', { reason: '' }, ['no-reason']],
    ['that runs for 79 years', { validFrom: '2020-01-01', validUntil: '2099-01-01' }, ['too-long']],
    ['for who handles the file', { approvedBy: 'S-CM3' }, ['by-the-officer']],
    ['by another post', { post: 'ARCHIVIST' }, ['wrong-post']],
    ['that has ended', { validUntil: '2026-09-02' }, ['out-of-period']],
    ['approved afterwards', { approvedOn: '2026-09-20' }, ['approved-late']],
  ])('%s covers nothing, and is a finding', async (_, change, problems) => {
    const report = await reportOf(withWaivers({ ...valid, ...change }));
    expect(told(report)).toEqual(
      expect.arrayContaining([
        'APR-005 fail',
        ...problems.map((problem) => `waiver/${problem} LW1 fail`),
      ]),
    );
    expect(report.dossiers[0]?.verdict).toBe('fail');
    expect(report.summary.waivers).toEqual({
      valid: 0,
      refused: Object.fromEntries(problems.map((problem) => [problem, 1])),
    });
  });

  test.each([
    ['a rule that does not exist', 'APR-05', 'unknown-rule'],
    ['a regulation', 'RSK-007', 'regulation'],
    ['a check of the process', 'process/approval/order', 'not-waivable'],
  ])('of %s is a finding, whatever that rule says', async (_, ruleId, problem) => {
    const other = { ...valid, waiverId: 'LW2', ruleId };
    const report = await reportOf(withWaivers(valid, other));
    expect(told(report)).toContain(`waiver/${problem} LW2 fail`);
    expect(told(report)).toContain('APR-005 waived');
  });

  test('is judged in a file that has nothing else wrong, read in one go', async () => {
    const text = (waivers: readonly object[]) => JSON.stringify({ ...sound, waivers });
    expect((await reportOf(text([]))).dossiers[0]?.verdict).toBe('pass');
    const report = await reportOf(text([{ ...valid, ruleId: 'NONE-1' }]));
    expect(told(report)).toEqual(['waiver/unknown-rule LW1 fail']);
    expect(report.dossiers[0]?.verdict).toBe('fail');
  });

  test('by the staff register is by the post that its approver held', async () => {
    const report = await reportOf(
      withWaivers({ ...valid, approvedBy: 'S-AR1' }),
      '--staff',
      'examples/staff/register.yaml',
    );
    expect(told(report)).toEqual(['APR-005 fail', 'waiver/wrong-post LW1 fail']);
  });
});

test('such a finding is told as any other: place, clause, both languages, and what all come to', async () => {
  const file = put(temporary(), 'loan.yaml', withWaivers({ ...valid, ruleId: 'APR-05' }));
  const report = JSON.parse((await shouze('check', file, '--format', 'json')).out) as CheckReport;
  const found = report.dossiers[0]?.outcomes.find(({ rule }) => rule.startsWith('waiver/'));
  expect(found).toMatchObject({
    finding: 'D-2026-000009/waiver/unknown-rule/LW1',
    message: {
      zh: '例外审批（所涉规则 APR-05）：所涉规则不存在，是否应为 APR-005',
      en: 'An exception (of rule APR-05): the rule that it names does not exist; perhaps APR-005 is meant',
    },
    basis: [{ clause: 'B-DEMO-CREDIT#exception-approval' }],
    at: { path: 'waivers[LW1]' },
  });
  expect(report.rules['waiver/unknown-rule']?.title).toEqual({
    zh: '例外审批：所涉规则不存在',
    en: 'Exception: the rule that it names does not exist',
  });
  for (const [lang, says] of [
    ['zh', '例外审批：有效 0 项；不予采信：所涉规则不存在 1 项'],
    ['en', 'exceptions: 0 valid; not taken: the rule that it names does not exist (1)'],
  ] as const)
    for (const format of ['pretty', 'html'])
      expect((await shouze('check', file, '--format', format, '--lang', lang)).out).toContain(says);
});

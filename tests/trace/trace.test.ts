import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { statusOf } from '../../src/rulebook/clause-status.ts';
import type { TraceReport } from '../../src/trace/format.ts';
import { copied, edit, put, shouze, small } from '../cli/harness.ts';

async function traced(folder: string): Promise<TraceReport> {
  const { out } = await shouze('trace', '--rulebook', folder, '--format', 'json');
  return JSON.parse(out) as TraceReport;
}

describe('the line of status', () => {
  test.each([
    ['状态：人工，谁做 | Status: manual, who', { kind: 'manual', says: { zh: '谁做', en: 'who' } }],
    [
      '状态：不适用，为何 |\nStatus: not applicable, why, and why',
      { kind: 'not-applicable', says: { zh: '为何', en: 'why, and why' } },
    ],
    ['状态：待办 | Status: pending', { kind: 'pending', says: { zh: '', en: '' } }],
    ['状态：人工 | Status: manual', undefined],
    ['状态：人工，谁做', undefined],
    ['状态：人工，谁做 | Status: pending, who', undefined],
    ['状态：自动，有规则 | Status: automated, by rules', undefined],
  ])('%j', (text, expected) => {
    expect(statusOf(text, ['zh', 'en'])).toEqual(expected);
  });

  test.each([
    [['en'], 'Status: manual, who', { kind: 'manual', says: { en: 'who' } }],
    [['zh'], '状态：人工，谁做', { kind: 'manual', says: { zh: '谁做' } }],
    [
      ['fr', 'de'],
      'Status: manual, qui | Status: manual, wer',
      { kind: 'manual', says: { fr: 'qui', de: 'wer' } },
    ],
    [['fr', 'de'], 'Status: manual, qui', undefined],
    [['en'], '状态：人工，谁做', undefined],
  ])('in %j: %s', (languages, text, expected) => {
    expect(statusOf(text, languages)).toEqual(expected);
  });
});

const source = 'sources/T-1.md';
const more = `
## draft Draft

Status: manual, someone compares each year

Text.

## nobody Nobody

Text.
`;

function rulebook(): string {
  const folder = copied(small);
  edit(folder, source, '> Whatever the tests need.', `> Whatever the tests need.\n${more}`);
  return folder;
}

test('rules make a clause automated; else its source says, or it is pending', async () => {
  const { totals, clauses } = await traced(rulebook());
  expect(
    clauses.map(({ clause, status, says, rules }) => [clause, status, says['en'], rules]),
  ).toEqual([
    ['T-1#all', 'automated', '', ['GAT-001', 'TST-001']],
    ['T-1#draft', 'manual', 'someone compares each year', []],
    ['T-1#nobody', 'pending', '', []],
  ]);
  expect(totals).toEqual({ clauses: 3, automated: 1, manual: 1, 'not-applicable': 0, pending: 1 });
});

test('a draft rule automates nothing', async () => {
  const folder = rulebook();
  const rule = 'stages/work/decide/TST-001-under-test.yaml';
  edit(folder, rule, 'basis: [T-1#all]', 'basis: [T-1#nobody]');
  expect((await traced(folder)).clauses[2]?.status).toBe('automated');
  edit(folder, rule, 'status: issued', 'status: draft');
  expect((await traced(folder)).clauses[2]?.status).toBe('pending');
});

describe('drift', () => {
  const run = (folder: string, ...more_: readonly string[]) =>
    shouze('trace', '--rulebook', folder, '--lang', 'en', ...more_);

  test('a text that changed after its review is found, until the review is repeated', async () => {
    const folder = rulebook();
    expect(await run(folder)).toMatchObject({ code: 0, err: '' });
    expect(await run(folder, '--accept')).toMatchObject({ code: 0 });
    expect((await traced(folder)).reviews).toMatchObject({ current: 1, changed: 0, never: 0 });

    edit(folder, source, 'Whatever the tests need.', 'Whatever the\n> tests  need.');
    expect(await run(folder)).toMatchObject({ code: 0 });

    edit(folder, source, 'tests  need.', 'tests want.');
    const changed = await run(folder);
    expect(changed.code).toBe(1);
    expect(changed.err).toContain('[rulebook/clause-changed]');
    expect(changed.err).toContain('GAT-001, TST-001');
    expect(await shouze('lint', '--rulebook', folder)).not.toMatchObject({ code: 2 });

    await run(folder, '--accept');
    expect(await run(folder)).toMatchObject({ code: 0 });
  });

  test('a clause that no rule rests on may change', async () => {
    const folder = rulebook();
    await run(folder, '--accept');
    edit(folder, source, '## nobody Nobody\n\nText.', '## nobody Nobody\n\nAnother.');
    expect(await run(folder)).toMatchObject({ code: 0 });
  });

  test('a branch answers for its own sources alone', async () => {
    const folder = copied('examples/branch');
    edit(folder, 'rulebook.yaml', 'extends: ../../rules', 'extends: ../head');
    cpSync('rules', join(folder, '../head'), { recursive: true });
    await run(folder, '--accept');
    const { clauses } = await traced(folder);
    const current = clauses.filter(({ review }) => review === 'current');
    expect(new Set(current.map((one) => one.source))).toEqual(new Set(['B-MZ-2026']));
  });
});

test.each([
  ['a source that is not there', ['NOPE'], /no source `NOPE`/u],
  ['a format that is not there', ['--format', 'xml'], /--format xml/u],
  ['--accept of some', ['T-1', '--accept'], /--accept/u],
])('%s is refused', async (_, args, says) => {
  const ran = await shouze('trace', '--rulebook', small, ...args);
  expect(ran.code).toBe(2);
  expect(ran.err).toMatch(says);
});

test('a review record that is not one is refused', async () => {
  const folder = copied(small);
  put(folder, 'reviewed.yaml', 'reviewed: { "T-1#all": yes }\n');
  expect(await shouze('trace', '--rulebook', folder)).toMatchObject({ code: 2, out: '' });
});

test('the Markdown matrix keeps its columns whatever titles hold', async () => {
  const folder = rulebook();
  edit(folder, source, '## nobody Nobody', '## nobody No<b>body');
  const { out } = await shouze('trace', '--rulebook', folder, '--format', 'md');
  expect(out).not.toContain('<b>');
});

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { shouze } from './harness.ts';

type Edit = readonly [path: string, from: string | RegExp, to: string];

const day = '2025-06-01';
const rule = (id: string) => `stages/lending/assessment/${id}.yaml`;
const folder = mkdtempSync(join(tmpdir(), 'shouze-issue-'));
const last = join(folder, 'last', 'manifest.json');

beforeAll(async () => {
  cpSync('tests/manual/fixture', join(folder, 'before'), { recursive: true });
  const made = await manual('before', 'last');
  if (made.code !== 0) throw new Error(made.err);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what is the same is no revision', async () => {
  expect(await recordAfter('same', [])).toContain(
    '与上次发布相比，规则、限额和流程节点都没有改动。',
  );
});

test.each<readonly [name: string, edits: readonly Edit[], row: string]>([
  [
    'a criterion edited in place',
    [
      [
        rule('ABC-001-own-share'),
        'require: share >= floor',
        'require: share >= floor and price > 1',
      ],
    ],
    '改动 | [ABC-001](lending.md#ABC-001) 自付比例达标：判定标准（版本未变，就地修改）',
  ],
  [
    'an action',
    [[rule('ABC-001-own-share'), '1. 看凭证', '1. 先看凭证']],
    '改动 | [ABC-001](lending.md#ABC-001) 自付比例达标：办理要求与说明（版本未变，就地修改）',
  ],
  [
    'a title, and whom it binds',
    [
      [rule('ABC-002-ceiling'), 'zh: 金额不超过上限', 'zh: 金额守住上限'],
      [rule('ABC-002-ceiling'), 'level: advisory', 'level: mandatory'],
    ],
    '改动 | [ABC-002](lending.md#ABC-002) 金额守住上限：名称、性质与级别（版本未变，就地修改）',
  ],
  [
    'for what it holds',
    [[rule('ABC-002-ceiling'), 'when: grade = "A"', 'when: grade in ("A", "B")']],
    '改动 | [ABC-002](lending.md#ABC-002) 金额不超过上限：适用范围（版本未变，就地修改）',
  ],
  [
    'a limit changed in place is old and new, and no change of the rule that reads it',
    [['parameters/floor.yaml', 'value: 0.20', 'value: 0.22']],
    '限额调整 | [最低自付比例](appendix-parameters.md#parameter-floor)：20% → 22%（[ABC-001](lending.md#ABC-001)）',
  ],
  [
    'a row of a table',
    [['tables/ceiling.yaml', '800', '900']],
    '限额调整 | [金额上限](appendix-tables.md#table-ceiling)：修订（[ABC-002](lending.md#ABC-002)）',
  ],
  [
    'a step',
    [[rule('step'), 'zh: 看清风险。', 'zh: 看清并写明风险。']],
    '流程节点 | [评价](lending.md#step-assessment)',
  ],
  [
    'another clause alone is a line of its source, and no change of the rule',
    [[rule('ABC-002-ceiling'), 'basis: [R-ONE#2]', 'basis: [R-ONE#1]']],
    '依据更新 | 依据改引《小额规则》，1条规则的判定标准不变：[ABC-002](lending.md#ABC-002)',
  ],
  [
    'a new edition of the same criterion is of its clauses too',
    [
      [
        rule('ABC-002-ceiling'),
        '    basis: [R-ONE#2]',
        '    until: 2025-01-31\n    basis: [R-ONE#2]\n  - from: 2025-02-01\n    basis: [R-ONE#1, R-ONE#2]',
      ],
    ],
    '依据更新 | ',
  ],
  [
    'a rule that is repealed',
    [
      [rule('ABC-002-ceiling'), 'status: issued', 'status: repealed'],
      [
        rule('ABC-002-ceiling'),
        '    note: { zh: 按等级。, en: By grade. }',
        '    until: 2025-05-31\nended: { by: R-ONE#2, why: { zh: 不再要求, en: No longer asked } }',
      ],
    ],
    '停用或者撤下 | ABC-002 金额不超过上限 |',
  ],
  [
    'a rule that was repealed before',
    [
      [rule('ABC-003-witness'), 'status: repealed', 'status: issued'],
      [rule('ABC-003-witness'), 'until: 2018-12-31', ''],
      [rule('ABC-003-witness'), /ended:[^]*$/u, ''],
    ],
    '新增 | [ABC-003](lending.md#ABC-003) 须有见证人 |',
  ],
])('%s', async (name, edits, row) => {
  const record = await recordAfter(name.replaceAll(/\W/gu, '-'), edits);
  const rows = record.split('\n').filter((line) => /^\| (?!类别|-)/u.test(line));
  expect(rows.filter((line) => !line.startsWith(`| ${row}`))).toEqual([]);
  expect(rows).toHaveLength(1);
});

test('the manifest of the new issue is the last of the next', async () => {
  const made = await manual('before', 'again', '--last-issue', last);
  expect(made.code).toBe(0);
  expect(issuesOf(join(folder, 'again', 'manifest.json'))).toEqual(issuesOf(last));
});

test.each([
  ['a file that is not there', 'gone.json', undefined, 'io/missing-file'],
  ['no JSON', 'text.json', 'editions: []', 'io/last-issue'],
  ['no manifest', 'other.json', '{"files": {}}', 'io/last-issue'],
  [
    'of another rulebook',
    'foreign.json',
    '{"rulebook": {"id": "big"}, "issues": {}}',
    'io/last-issue',
  ],
  [
    'of a time when nothing was recorded',
    'old.json',
    '{"rulebook": {"id": "small"}, "files": {}}',
    'io/last-issue',
  ],
  [
    'half a record',
    'half.json',
    '{"rulebook": {"id": "small"}, "issues": {"zh": {"version": "1.2.0", "asOf": "2025-01-01", "rules": {"ABC-001": {"title": 7}}, "limits": {}, "steps": {}}}}',
    'io/last-issue',
  ],
])('%s is refused, and nothing is written', async (_, name, text, code) => {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  const made = await manual('before', `refused-${name}`, '--last-issue', path);
  expect(made.code).toBe(2);
  expect(made.err).toContain(code);
  expect(existsSync(join(folder, `refused-${name}`))).toBe(false);
});

/** The revision record of a copy of the rulebook in which texts were replaced, against the last issue. */
async function recordAfter(name: string, edits: readonly Edit[]): Promise<string> {
  cpSync('tests/manual/fixture', join(folder, name), { recursive: true });
  for (const [path, from, to] of edits) {
    const file = join(folder, name, path);
    const text = readFileSync(file, 'utf8');
    if (text.replace(from, to) === text) throw new Error(`${path} lacks ${from}`);
    writeFileSync(file, text.replace(from, to));
  }
  // a limit that moves breaks cases, which a draft bears
  const made = await manual(name, `${name}-out`, '--draft', '--last-issue', last);
  expect(made).toMatchObject({ code: 0 });
  const page = readFileSync(join(folder, `${name}-out`, 'zh', 'README.md'), 'utf8');
  return page.split('### 与上次发布相比')[1]?.split('更早的变更见')[0] ?? '';
}

function issuesOf(manifest: string): unknown {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly issues: unknown }).issues;
}

function manual(rulebook: string, out: string, ...more: readonly string[]) {
  const at = (name: string) => join(folder, name);
  return shouze(
    'manual',
    '--format',
    'md',
    '--rulebook',
    at(rulebook),
    '--out',
    at(out),
    '--as-of',
    day,
    ...more,
  );
}

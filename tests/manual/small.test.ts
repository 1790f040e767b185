import { expect, test } from 'vitest';

import { filesOf, small } from './harness.ts';

const files = filesOf(small, ['md', 'html'], '2025-06-01');

test.each([
  'zh/README.md',
  'zh/process.md',
  'zh/lending.md',
  'en/lending.md',
  'zh/appendix-tables.md',
  'zh/appendix-clauses.md',
  'zh/appendix-terms.md',
  'en/appendix-terms.md',
])('%s reads as expected', async (path) => {
  await expect(files.get(path)).toMatchFileSnapshot(`expected/${path.replace('/', '-')}`);
});

test('the same rulebook makes the same bytes', () => {
  expect(filesOf(small, ['md', 'html'], '2025-06-01')).toEqual(files);
});

test.each([
  ['2021-06-01', '自付比例不低于最低自付比例（30%）'],
  ['2023-12-31', '自付比例不低于最低自付比例（30%）'],
  ['2024-01-01', '自付比例不低于最低自付比例（20%）'],
  ['2030-01-01', '自付比例超过最低自付比例（25%）'],
])('on %s the criterion is %s', (asOf, criterion) => {
  const made = filesOf(small, ['md', 'html'], asOf);
  expect(made.get('zh/lending.md')).toContain(criterion);
  expect(made.get('manual.zh.html')).toContain(criterion);
});

test('before its first edition a rule is a line, and announced', () => {
  const made = filesOf(small, ['md'], '2019-12-31');
  const text = made.get('zh/lending.md') ?? '';
  expect(text).toContain('#### ABC-001 自付比例达标（尚未施行，自2020-01-01起施行）');
  expect(text).not.toContain('操作要点');
  expect(text).not.toContain('自查清单');
  expect(made.get('zh/README.md')).toMatch(/### 待生效的变更\n\n\| 日期/u);
});

test('a limit yet to come is among the changes to come, and not among those of the past', () => {
  const [, coming = '', recent = ''] =
    files.get('zh/README.md')?.split(/### (?:待生效的变更|近两年的变更)/u) ?? [];
  expect(coming).toContain('20% → 25%');
  expect(recent).toContain('30% → 20%');
  expect(recent).not.toContain('25%');
});

test('a red line gives the consequence before the action', () => {
  const text = files.get('zh/lending.md') ?? '';
  expect(text.indexOf('**先看后果**（放款前整改）：补足自付。')).toBeGreaterThan(
    text.indexOf('### ABC-001'),
  );
  expect(text.indexOf('先看后果')).toBeLessThan(text.indexOf('#### 操作要点'));
});

test('a clause nobody verified says so wherever it is the basis', () => {
  const [, page = ''] = files.get('zh/lending.md')?.split('### ABC-002') ?? [];
  expect(page).toContain('依据待核，不得作为问责依据');
  expect(files.get('zh/appendix-clauses.md')).toMatch(
    /R-ONE#2` 第二条“上限” \| 不超过上限。 \| \*\*依据待核/u,
  );
});

test('examples are what came of the cases', () => {
  const text = files.get('zh/lending.md') ?? '';
  expect(text).toContain('| ✓ 合规 | 恰好 | 自付比例：20%；最低自付比例：20% |');
  expect(text).toContain('| ✗ 不合规 | 差一分 | 自付199.99元，比例19.999%，低于20% |');
  expect(text).toContain('| ? 资料不足，待核实 | 价格缺失 | 缺少：价格 |');
});

test('what changes next stands at the rule, with its day', () => {
  const [, page = ''] = files.get('zh/lending.md')?.split('### ABC-001') ?? [];
  const [card = ''] = page.split('### ABC-002');
  expect(card).toContain('自2030-01-01起，判定标准改为：自付比例超过最低自付比例');
  expect(card).toContain('起，[最低自付比例](appendix-parameters.md#parameter-floor)改为25%');
});

test('a clause without a rule is shown as such', () => {
  expect(files.get('en/appendix-clauses.md')).toMatch(/R-ONE#3`[^\n]*no rule yet/u);
});

test('a repealed rule has no page, and stands in the index with its last day', () => {
  expect(files.get('zh/lending.md')).not.toContain('ABC-003');
  expect(files.get('zh/appendix-rules.md')).toContain(
    '| ABC-003 | 须有见证人 | 已废止，编号不再使用；最后适用日2018-12-31 |',
  );
});

test('its last page tells the digest of the rulebook, where it is known', () => {
  const told = filesOf(small, ['md', 'html'], '2025-06-01', 'sha256:0123');
  const last = [...told].filter(([path]) => path.startsWith('zh/')).at(-1)?.[1] ?? '';
  expect(last).toMatch(/## 规则库摘要[^#]+\| 规则库摘要 \| `sha256:0123` \|\n\n\[返回目录\]/u);
  expect(told.get('manual.en.html')).toContain('sha256:0123');
  expect([...files.values()].join('\n')).not.toContain('规则库摘要');
});

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { copied, edit, put, shouze, temporary } from './harness.ts';

const fixture = 'tests/manual/fixture';
const cases = 'stages/lending/assessment/ABC-001-own-share.cases.yaml';
const ceiling = 'stages/lending/assessment/ABC-002-ceiling';
const day = ['--as-of', '2026-11-23'];
const failing = `base: base
cases:
  - title: { zh: 恰好, en: Exactly }
    expect: pass
  - title: { zh: 差一分仍算够, en: A cent short and enough }
    with: { paid: 199.99 }
    expect: pass
`;

const failed = (): string => {
  const folder = copied(fixture);
  put(folder, cases, failing);
  return folder;
};

describe('cases that fail', () => {
  test('are named, and nothing is written', async () => {
    const [folder, out] = [failed(), join(temporary(), 'manual')];
    const call = ['manual', '--rulebook', folder, '--out', out, ...day];
    const zh = await shouze(...call, '--lang', 'zh');
    expect({ code: zh.code, out: zh.out }).toEqual({ code: 1, out: '' });
    expect(zh.err.replaceAll(folder, 'rules')).toBe(
      `✗ ABC-001 差一分仍算够
    rules/${cases}:5:12
    应为 合规，实为 不合规
1 个校验示例未通过，手册没有生成；改好规则或示例再生成，或者用 --draft 生成标有“草稿”的手册
`,
    );
    expect(existsSync(out)).toBe(false);
    const en = await shouze(...call, '--lang', 'en');
    expect(en.err).toContain('1 case failed, and no manual was written');
  });

  test('are told again of what was kept, until they are mended', async () => {
    const [folder, out] = [failed(), join(temporary(), 'manual')];
    const call = ['manual', '--rulebook', folder, '--out', out, ...day];
    const [first, second] = [await shouze(...call), await shouze(...call)];
    expect(second).toMatchObject({ code: 1, err: first.err });
    edit(folder, cases, '    expect: pass\n  -', '    expect: pass\n  # mended\n  -');
    expect((await shouze(...call)).code).toBe(1);
    put(folder, cases, failing.replace(/pass\n$/u, 'fail\n'));
    expect((await shouze(...call)).code).toBe(0);
  });

  test('do not keep a draft back, which says so on every page', async () => {
    const [folder, out] = [failed(), temporary()];
    const ran = await shouze('manual', '--rulebook', folder, '--out', out, ...day, '--draft');
    expect(ran.code).toBe(0);
    const read = (path: string) => readFileSync(join(out, path), 'utf8');
    for (const path of globSync('**/*.md', { cwd: out }))
      expect(read(path)).toMatch(
        path.startsWith('zh') ? /^> \*\*草稿\*\*\n/u : /^> \*\*DRAFT\*\*\n/u,
      );
    expect(read('manual.zh.html')).toContain('<div class="stamp" role="note">草稿</div>');
    expect(read('manual.en.html')).toContain('<div class="stamp" role="note">DRAFT</div>');
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ draft: true });
    const front = read('zh/README.md');
    expect(front).toContain('下列1个校验示例未通过，未印作正误示例。');
    expect(front).toContain(`| ABC-001 | 差一分仍算够 | \`${folder}/${cases}:5:12\` |`);
    expect(read('zh/lending.md')).not.toContain('差一分仍算够');
    expect(read('zh/lending.md')).toContain('恰好');
  });

  test('a manual that is no draft has no stamp', async () => {
    const out = temporary();
    expect((await shouze('manual', '--rulebook', fixture, '--out', out, ...day)).code).toBe(0);
    for (const path of globSync('**/*.{md,html}', { cwd: out }))
      expect(readFileSync(join(out, path), 'utf8')).not.toMatch(
        /class="stamp"|^> \*\*草稿|^> \*\*DRAFT/u,
      );
  });
});

test('a rule that is a draft stands in a draft alone, and its cases keep nothing back', async () => {
  const [folder, out] = [copied(fixture), temporary()];
  edit(folder, `${ceiling}.yaml`, 'status: issued', 'status: draft');
  edit(folder, `${ceiling}.cases.yaml`, 'expect: not-applicable', 'expect: pass');
  const call = ['manual', '--rulebook', folder, '--out', out, ...day, '--format', 'md'];
  const chapter = () => readFileSync(join(out, 'zh/lending.md'), 'utf8');
  expect((await shouze(...call)).code).toBe(0);
  expect(chapter()).not.toContain('### ABC-002');
  expect((await shouze(...call, '--draft')).code).toBe(0);
  expect(chapter()).toContain('### ABC-002');
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { copied, put, shouze, temporary } from './harness.ts';

test.each([
  [['--expires', '2026-02-30'], '--expires 2026-02-30：不是有效日期'],
  [['--as-of', 'today'], '--as-of today：不是有效日期'],
  [
    ['--as-of', '2026-11-30', '--expires', '2026-11-29'],
    '--expires 2026-11-29：早于制作日 2026-11-30',
  ],
  [['examples/dossiers'], '不接受文件'],
])('a wrong call: %j', async (args, says) => {
  const { code, err } = await shouze('page', ...args);
  expect(code).toBe(2);
  expect(err).toContain(says);
});

test('cases that fail are named, and keep the page from being written', async () => {
  const folder = copied('tests/manual/fixture');
  const cases = 'stages/lending/assessment/ABC-001-own-share.cases.yaml';
  put(
    folder,
    cases,
    'base: base\ncases: [{ title: { zh: 差一分, en: short }, with: { paid: 199.99 }, expect: pass }]\n',
  );
  const out = join(temporary(), 'desk.html');
  const call = ['page', '--rulebook', folder, '--out', out, '--lang', 'zh'];
  const refused = await shouze(...call);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('✗ ABC-001 差一分\n');
  expect(refused.err).toContain('1 个校验示例未通过，页面没有生成；');
  expect(existsSync(out)).toBe(false);
});

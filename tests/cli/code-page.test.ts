import { globSync } from 'node:fs';

import { expect, test } from 'vitest';

import { shouze } from './harness.ts';

const codes = globSync('docs/codes/*/*.md').map((path) => path.slice('docs/codes/'.length, -3));

test.each([
  [['yaml/alias'], '锚点', 'anchor'],
  [['yaml/alias', '--lang', 'en'], 'anchor', '锚点'],
])('explain %s prints the page of a message', async (args, has, not) => {
  const { out, code } = await shouze('explain', ...args);
  expect(code).toBe(0);
  expect(out).toContain(has);
  expect(out).not.toContain(not);
});

test('every page is told in both languages, with both examples', async () => {
  for (const code of codes) {
    const [zh, en] = [await shouze('explain', code), await shouze('explain', code, '--lang', 'en')];
    expect(zh.out).toContain(`# ${code}\n`);
    // what a browser refuses has no example that can be written down
    const isOfBrowser = code.startsWith('desk/') && !zh.out.includes('## 错误示例');
    if (isOfBrowser) continue;
    expect(zh.out).toMatch(/\n## 错误示例\n[^]*\n## 正确示例\n/u);
    expect(en.out).toMatch(/^# \S+\n\n\S[^]*\n## Wrong\n[^]*\n## Right\n/u);
  }
});

test('what is no code is a rule that there is not', async () => {
  const { code, err } = await shouze(
    'explain',
    'io/../../package',
    '--rulebook',
    'tests/evaluate/fixture',
  );
  expect(code).toBe(2);
  expect(err).toContain('no rule');
});

import { expect, test } from 'vitest';

import { shouze } from './harness.ts';

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

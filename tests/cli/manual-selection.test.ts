import { join } from 'node:path';

import { expect, test } from 'vitest';

import { copied, shouze } from './harness.ts';

const small = 'tests/manual/fixture';

test.each([
  ['--post', 'ASSESOR', '您是否想写 / did you mean ASSESSOR', 'ASSESSOR  评价岗'],
  ['--stage', 'lend', '规则库中没有 / not in the rulebook', 'lending  '],
  ['--product', 'HOUSING', '规则库中没有 / not in the rulebook', ''],
  ['--audience', 'boss', 'operation | inspection | audit', ''],
])('%s %s is told what there is', async (option, given, says, listed) => {
  const out = join(copied(small), 'out');
  const ran = await shouze('manual', '--rulebook', small, '--out', out, option, given);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(says);
  expect(ran.err).toContain(listed);
});

test('an audience has no short edition', async () => {
  const ran = await shouze('manual', '--rulebook', small, '--audience', 'audit', '--red-lines');
  expect(ran.code).toBe(2);
  expect(ran.err).toContain('--red-lines');
});

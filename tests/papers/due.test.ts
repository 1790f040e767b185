import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { copied, edit, shouze, temporary } from '../cli/harness.ts';

test('a day due is reckoned in working days from the day of check', async () => {
  const rulebook = copied('rules');
  const before = 'before-payout: { title: { zh: 放款前整改, en: before disbursement }';
  edit(rulebook, 'rulebook.yaml', before, `${before}, workingDays: 5`);
  const out = join(temporary(), 'notice.md');
  const file = 'examples/dossiers/0002-down-payment-short.yaml';
  const args = ['check', file, '--rulebook', rulebook, '--format', 'notice', '--paper', 'md'];
  await shouze(...args, '--today', '2026-09-28', '--out', out);
  const text = readFileSync(out, 'utf8');
  // two working days are left before the holidays of October
  expect(text).toContain('于2026年10月10日前完成');
  expect(text).toContain('检查组于2026年9月28日依据');
});

import { describe, expect, test } from 'vitest';

import { put, shouze, small, temporary } from '../cli/harness.ts';

const base = 'id: R1\nproduct: A\nday: 2024-05-01\nchecked: true\n';

async function shown(text: string, ...args: readonly string[]): Promise<string> {
  const folder = temporary();
  const path = put(folder, 'a.yaml', base + text);
  const { out } = await shouze('check', path, '--rulebook', small, '--lang', 'en', ...args);
  return out
    .replaceAll(`${folder}/`, '')
    .replace(/sha256:\w+/u, 'sha256:…')
    .replace(/R1 {2}(.*?) {2}a\.yaml/u, 'R1  $1  a.yaml');
}

describe('a check on a terminal', () => {
  test('a sound file is one line', async () => {
    expect(await shown('amount: 5\nacts: []\n')).toBe(
      'R1  pass  a.yaml\n1 dossier: 1 pass, 0 fail, 0 cannot tell\nrulebook fixture 1.0.0 · sha256:…\n',
    );
  });

  test('a finding has its message, reason, basis and place', async () => {
    expect(await shown('amount: 500\nacts: []\n', '--step', 'decide')).toBe(
      [
        'R1  fail  a.yaml',
        '  rules and checks of the process: 24; 2 judged by data, 0 by hand, 0 lacking data, 0 waiting for a person, 22 not applicable or not due',
        '  ✗ TST-001 The amount is within the limit internal rule',
        '      The amount 500 Chinese yuan is above the limit 200 Chinese yuan',
        '      because  amount (500 Chinese yuan) is more than the limit (200 Chinese yuan); by 300 Chinese yuan',
        '      basis    Test source, “Everything”',
        '      place    a.yaml:5:9  amount',
        '      to pass  by 300 Chinese yuan; not to be put right by changing entries',
        '',
        '1 dossier: 0 pass, 1 fail, 0 cannot tell',
        'rulebook fixture 1.0.0 · sha256:…',
        '',
      ].join('\n'),
    );
  });

  test('what cannot be told names what is missing', async () => {
    const text = await shown('acts: []\n', '--step', 'decide');
    expect(text).toContain('  ? to fetch:\n      amount (amount) not filled in: decides TST-001\n');
  });

  test('--as-of is said', async () => {
    expect(await shown('amount: 150\nacts: []\n', '--as-of', '2023-05-01')).toContain(
      'everything is judged as of 2023-05-01 (--as-of)',
    );
  });
});

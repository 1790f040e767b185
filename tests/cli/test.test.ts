import { describe, expect, test } from 'vitest';

import { copied, edit, put, shouze } from './harness.ts';

/** A small rulebook with a rule and its cases. */
const small = 'tests/codes/fixture';
const cases = 'stages/lending/review/DEM-001-loan-share.cases.yaml';

describe('test', () => {
  test('tells of failing cases rule by rule, with places, and counts them all', async () => {
    const folder = copied(small);
    const sound = await shouze('test', '--rulebook', folder, '--lang', 'en', '--format', 'json');
    expect(sound.code).toBe(0);
    const { passed } = JSON.parse(sound.out) as { readonly passed: number };
    expect(passed).toBeGreaterThan(1);
    edit(folder, cases, 'expect: fail', 'expect: pass');
    const wrong = await shouze('test', '--rulebook', folder, '--lang', 'en');
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain(`${cases}:`);
    expect(wrong.out).toContain(`${passed - 1} passed, 1 failed`);
    const json = await shouze('test', '--rulebook', folder, '--lang', 'en', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({ passed: passed - 1, failed: 1, stricter: 0 });
  });

  test('tells what is malformed in the file of a failing case', async () => {
    const folder = copied(small);
    put(
      folder,
      cases,
      'base: loan\ncases:\n  - title: { zh: 错 }\n    with: { loan.amount: x }\n    expect: pass\n',
    );
    const { code, out } = await shouze('test', '--rulebook', folder, '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('dossier/wrong-type');
  });
});

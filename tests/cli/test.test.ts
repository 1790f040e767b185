import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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

describe('test --together', () => {
  const step = 'stages/lending/review/step.yaml';
  const other = 'stages/lending/review/DEM-002-same-share.yaml';
  const rule = 'stages/lending/review/DEM-001-loan-share.yaml';

  test('names two rules for one fact, until one of them says why', async () => {
    const folder = copied(small);
    const run = (...more: readonly string[]) =>
      shouze('test', '--together', '--rulebook', folder, '--lang', 'en', ...more);
    expect(await run()).toMatchObject({ code: 0 });
    const text = readFileSync(join(folder, rule), 'utf8');
    put(folder, other, text.replace('rule: DEM-001', 'rule: DEM-002'));
    edit(folder, step, '[DEM-001]', '[DEM-001, DEM-002]');
    const found = await run();
    expect(found.code).toBe(1);
    expect(found.out).toContain(
      'DEM-001, DEM-002 fail in the same files: 1\n  DEM-001 贷款成数上限\n  DEM-002 贷款成数上限\n    DEM-001 多一分\n',
    );
    put(
      folder,
      other,
      `${text.replace('rule: DEM-001', 'rule: DEM-002')}together: { DEM-001: { zh: 一条监管，一条行内 } }\n`,
    );
    const told = await run();
    expect(told.code).toBe(0);
    expect(told.out).not.toContain('DEM-002');
    const { together } = JSON.parse((await run('--format', 'json')).out) as { together: unknown };
    expect(together).toMatchObject([
      { rules: ['DEM-001', 'DEM-002'], with: [], outOf: 1, isExplained: true },
    ]);
  });

  test('counts dossiers besides the cases', async () => {
    const folder = copied(small);
    const text = readFileSync(join(folder, rule), 'utf8');
    const wider = text
      .replace('rule: DEM-001', 'rule: DEM-002')
      .replace('<= maximumLoanShare', '<= 0.9');
    put(folder, other, wider);
    edit(folder, step, '[DEM-001]', '[DEM-001, DEM-002]');
    const loan = readFileSync(join(folder, 'dossiers/loan.yaml'), 'utf8');
    const path = put(folder, '../loan.yaml', loan.replace('amount: 800000', 'amount: 950000'));
    const args = ['--together', '--rulebook', folder, '--lang', 'en'];
    expect((await shouze('test', ...args)).code).toBe(0);
    const found = await shouze('test', ...args, '--dossiers', path);
    expect(found.code).toBe(1);
    expect(found.out).toContain('DEM-002 never fails without DEM-001: 1 of 2 files');
    expect((await shouze('test', '--dossiers', path)).code).toBe(2);
  });

  test('a reason names a rule that there is', async () => {
    const folder = copied(small);
    const text = readFileSync(join(folder, rule), 'utf8');
    put(folder, rule, `${text}together: { DEM-010: { zh: 无 } }\n`);
    const { code, out } = await shouze('lint', '--rulebook', folder, '--lang', 'en');
    expect(code).toBe(2);
    expect(out).toContain('rulebook/unknown-reference');
  });
});

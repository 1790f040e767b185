import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { CheckReport } from '../../src/report/json-format.ts';
import { copied, edit, put, shouze, small } from './harness.ts';

const rule = 'stages/work/decide/TST-001-under-test.yaml';
const cases = 'stages/work/decide/TST-001-under-test.cases.yaml';
const base = 'dossiers/plain.yaml';

/** The small rulebook with cases for its rules, so that nothing is left to say of it. */
function tested(expectation = 'pass'): string {
  const folder = copied(small);
  put(folder, base, 'day: 2024-05-01\namount: 200\nchecked: true\n');
  const fails = '  - { title: { en: A fen more }, with: { amount: 200.01 }, expect: fail }\n';
  const unknown =
    '  - { title: { en: Not filled in }, without: [amount], expect: { cannot-tell: [amount] } }\n';
  put(
    folder,
    cases,
    `base: plain\ncases:\n  - { title: { en: At the limit }, expect: ${expectation} }\n${fails}${unknown}`,
  );
  const gate = unknown.replaceAll('amount', 'checked');
  const no = fails.replace('amount: 200.01', 'checked: false');
  put(
    folder,
    'stages/work/review/GAT-001-checked.cases.yaml',
    `base: plain\ncases:\n  - { title: { en: Checked }, expect: pass }\n${no}${gate}`,
  );
  return folder;
}

describe('lint', () => {
  test('all well is 0', async () => {
    expect(await shouze('lint', '--rulebook', tested(), '--lang', 'en')).toMatchObject({
      code: 0,
      out: '2 rules, 6 cases: 0 errors, 0 warnings\n',
      err: '',
    });
  });

  test('warnings only are 1', async () => {
    const ran = await shouze('lint', '--rulebook', small, '--lang', 'en');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('0 errors, 2 warnings');
  });

  test('names rules that have no plan, and why', async () => {
    const folder = tested();
    const all = await shouze('lint', '--unplanned', '--rulebook', folder, '--lang', 'en');
    expect(all.out).toMatch(/^every rule has a plan\n/u);
    edit(folder, rule, '  <= limit', '  <= limit and median([amount, 1]) > 0');
    const en = await shouze('lint', '--unplanned', '--rulebook', folder, '--lang', 'en');
    expect(en.out).toContain(
      'rules without a plan, left to the evaluator: 1\n  TST-001\n    `median([amount, 1])`: a use that is not planned\n',
    );
    const zh = await shouze('lint', '--unplanned', '--rulebook', folder, '--lang', 'zh');
    expect(zh.out).toContain('  TST-001\n    `median([amount, 1])`：这种用法没有数值形式\n');
  });

  test('errors are 2, and the rest is said too', async () => {
    const folder = tested();
    edit(folder, rule, 'level: mandatory', 'level: mandatry');
    edit(folder, 'parameters/limit.yaml', 'until: 2023-12-31', 'until: 2023-11-30');
    const ran = await shouze('lint', '--rulebook', folder, '--lang', 'en');
    expect(ran.code).toBe(2);
    for (const code of ['rulebook/unknown-word', 'rulebook/edition-gap'])
      expect(ran.out).toContain(`[${code}]`);
  });

  test('the shipped rulebook is sound', async () => {
    expect((await shouze('lint')).code).toBe(0);
  });
});

describe('lint --fix', () => {
  test('mends full-width signs in expressions and half-width punctuation between Chinese, and nothing else', async () => {
    const folder = copied('rules');
    const path = 'stages/investigate-and-close/valuation/APR-005-valuation-validity.yaml';
    const before = readFileSync(join(folder, path), 'utf8');
    edit(folder, path, '<= valuationValidDays', '＜＝ valuationValidDays');
    edit(folder, path, 'date(lastDecidedAt)\n  and', 'date（lastDecidedAt）\n  and');
    edit(folder, path, '登记价值时点，计算', '登记价值时点,计算');
    edit(folder, path, '书面意见，重新', '书面意见,重新');
    const ran = await shouze('lint', '--fix', '--rulebook', folder, '--format', 'json');
    const { mended }: { mended: number } = JSON.parse(ran.out);
    expect({ mended, code: ran.code, text: readFileSync(join(folder, path), 'utf8') }).toEqual({
      mended: 6,
      code: 0,
      text: before,
    });
    for (const other of [
      'rulebook.yaml',
      'definitions.yaml',
      'posts.yaml',
      'stages/investigate-and-close/signing/step.yaml',
    ]) {
      expect(readFileSync(join(folder, other), 'utf8')).toBe(
        readFileSync(join('rules', other), 'utf8'),
      );
    }
  });

  test('leaves alone what it is not sure of', async () => {
    const folder = tested();
    edit(folder, rule, '<= limit', '<= limitt');
    const before = readFileSync(join(folder, rule), 'utf8');
    expect((await shouze('lint', '--fix', '--rulebook', folder)).code).toBe(2);
    expect(readFileSync(join(folder, rule), 'utf8')).toBe(before);
  });
});

describe('test', () => {
  test('all cases pass: 0', async () => {
    expect(await shouze('test', '--rulebook', tested(), '--lang', 'en')).toMatchObject({
      code: 0,
      out: 'cases: 6 passed, 0 failed\n',
      err: '',
    });
  });

  test('one that fails is told with what was expected and found: 1', async () => {
    const ran = await shouze('test', '--rulebook', tested('fail'), '--lang', 'en');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('TST-001 At the limit');
    expect(ran.out).toContain('expected fail, found pass');
    expect(ran.out).toContain('TST-001-under-test.cases.yaml:3:');
    expect(ran.out).toContain('cases: 5 passed, 1 failed');
  });

  test('coverage names what no case shows, and fails only below the minimum', async () => {
    const folder = tested();
    const plain = await shouze('test', '--coverage', '--rulebook', folder, '--lang', 'en');
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toContain('conditions seen 100.0%: 2 conditions in 2 rules');
    edit(
      folder,
      cases,
      '  - { title: { en: Not filled in }, without: [amount], expect: { cannot-tell: [amount] } }\n',
      '',
    );
    const less = await shouze('test', '--coverage', '--rulebook', folder, '--lang', 'en');
    expect(less.code).toBe(0);
    expect(less.out).toContain(
      'TST-001 1 of 1 condition falls short\n  never unknown  amount <= limit',
    );
    const minimum = (share: string) =>
      shouze('test', '--coverage-min', share, '--rulebook', folder, '--lang', 'en');
    expect((await minimum('80')).code).toBe(0);
    const below = await minimum('90');
    expect(below.code).toBe(1);
    expect(below.out).toContain('conditions seen are below --coverage-min 90%');
    const json = await shouze('test', '--coverage', '--rulebook', folder, '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      coverage: { conditions: 2, whole: 1, short: [{ rule: 'TST-001', never: ['unknown'] }] },
    });
  });

  test.each(['101', '-5', 'many', ''])('a minimum of `%s` is refused', async (share) => {
    const ran = await shouze('test', `--coverage-min=${share}`, '--rulebook', small);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('--coverage-min');
  });

  test('missing fields must be exactly those named', async () => {
    const folder = tested();
    edit(folder, cases, 'cannot-tell: [amount]', 'cannot-tell: [amount, day]');
    expect((await shouze('test', 'TST-001', '--rulebook', folder)).code).toBe(1);
  });

  test.each([
    ['a path that leads nowhere', '200.01', 'amuont', '`amuont`'],
    [
      'a path into a list that is not there',
      '200.01',
      'items[A].amount',
      '`items` of this dossier has no elements, and so no `A`',
    ],
  ])('%s fails the case', async (_, _from, path, words) => {
    const folder = tested();
    edit(folder, cases, 'with: { amount: 200.01 }', `with: { "${path}": 200.01 }`);
    const ran = await shouze('test', 'TST-001', '--rulebook', folder, '--lang', 'en');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('cases: 2 passed, 1 failed');
    expect(ran.out).toContain(words);
  });

  test('a rule by its id, as JSON', async () => {
    const ran = await shouze('test', 'GAT-001', '--rulebook', tested(), '--format', 'json');
    expect(JSON.parse(ran.out)).toMatchObject({
      passed: 3,
      failed: 0,
      cases: [{ rule: 'GAT-001', passed: true, status: 'pass' }, {}, {}],
    });
  });

  test('every case of the shipped rulebook passes', async () => {
    const ran = await shouze('test', '--lang', 'en');
    expect(ran.out).toMatch(/^cases: \d{3,} passed, 0 failed\n$/u);
    expect(ran.code).toBe(0);
  });
});

describe('explain', () => {
  test('a rule: what it asks, its editions, clauses and cases', async () => {
    const ran = await shouze('explain', 'RSK-007', '--lang', 'en');
    expect(ran).toMatchObject({ code: 0, err: '' });
    for (const words of [
      'RSK-007',
      'downPaymentRatio >= nationalMinimumDownPayment and downPaymentRatio >= cityMinimumDownPayment',
      'P-2024-0924#1',
      '2024',
    ])
      expect(ran.out).toContain(words);
  });

  test('a file: why the rule judged it so, and the exit code of the outcome', async () => {
    const short = await shouze(
      'explain',
      'RSK-007',
      'examples/dossiers/0002-down-payment-short.yaml',
      '--lang',
      'en',
    );
    expect(short.code).toBe(1);
    expect(short.out).toContain('149,999.99');
    expect(short.out).toContain('0002-down-payment-short.yaml');
    expect((await shouze('explain', 'RSK-007', 'examples/dossiers/0001-sound.yaml')).code).toBe(0);
  });

  test('a fail: by which clause it is punished, in words and in JSON', async () => {
    const file = 'examples/dossiers/0026-crd-001-authorised-query.yaml';
    const told = await shouze('explain', 'CRD-001', file, '--lang', 'en');
    // its other report passes, and has none
    expect(told.out.match(/^ {2}penalty +.+$/gmu)).toEqual([
      expect.stringContaining('Article 40 “Penalties” R-CREDIT#40'),
    ]);
    const { out } = await shouze('check', file, '--format', 'json');
    const report = JSON.parse(out) as CheckReport;
    const fails = report.dossiers.flatMap(({ outcomes }) =>
      outcomes.filter(({ rule, status }) => rule === 'CRD-001' && status === 'fail'),
    );
    expect(fails.map(({ penalties }) => penalties)).toEqual([
      [{ clause: 'R-CREDIT#40', confidence: 'V1', verified: true }],
    ]);
    expect(report.clauses['R-CREDIT#40']?.title).toMatchObject({
      en: expect.stringContaining('Penalties'),
    });
  });

  test('a step: who does what, the limit and its parameter, what sends back, what ends it', async () => {
    const ran = await shouze('explain', 'disbursement', '--lang', 'en');
    expect(ran).toMatchObject({ code: 0, err: '' });
    for (const words of [
      'disbursement Disbursement',
      'Booking checker',
      '2 working days after “Registration of security” is complete',
      'disbursementWorkingDays: 2026-01-01 2 working days',
      'DISBURSE_REVIEW',
      'to “Cost disclosure and signing”',
      'DIS-014',
    ])
      expect(ran.out).toContain(words);
    const models = await shouze('explain', 'models', '--lang', 'en');
    expect(models.out).toContain('the model record: ');
  });

  test('what the process asks, too', async () => {
    const ran = await shouze(
      'explain',
      'process/approval/separation',
      'examples/dossiers/0004-investigator-approves.yaml',
      '--lang',
      'en',
    );
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('S-INV1');
  });
});

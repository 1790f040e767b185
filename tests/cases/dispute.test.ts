import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { newFiction } from '../../src/cases/fictional.ts';
import {
  isValidCreditCode,
  isValidResidentId,
} from '../../src/feel/operations/builtins/identifiers.ts';
import { copied, shouze, temporary } from '../cli/harness.ts';

const short = 'examples/dossiers/0002-down-payment-short.yaml';
const sound = 'examples/dossiers/0001-sound.yaml';
const cases =
  'stages/investigate-and-close/risk-assessment/RSK-007-minimum-down-payment.cases.yaml';
const why = '首付款含公积金提取额';

describe('a dispute', () => {
  test('is a case of what the rule reads, and of nothing else', async () => {
    const { code, out, err } = await shouze(
      'dispute',
      'RSK-007',
      short,
      '--expect',
      'pass',
      '--why',
      why,
    );
    expect(code).toBe(0);
    expect(err).toContain('RSK-007：应为 合规，实为 不合规');
    expect(out).toContain('transaction.downPaymentAmount: 149999.99');
    expect(out).toContain(`dispute: { says: fail, why: "${why}" }`);
    expect(out).toContain('expect: pass');
    const real = readFileSync(short, 'utf8');
    const names = [...real.matchAll(/^\s*(?:- )?(?:name|idNumber|phone): "?([^"\n]+)/gmu)];
    expect(names.length).toBeGreaterThan(2);
    for (const [, text = ''] of names) expect(out).not.toContain(text);
  });

  test('stands in the cases of the rule, where running it shows the difference', async () => {
    const folder = copied('rules');
    const file = join(folder, cases);
    const before = readFileSync(file, 'utf8');
    const args = ['--rulebook', folder];
    const made = await shouze(
      'dispute',
      'RSK-007',
      short,
      '--expect',
      'pass',
      '--why',
      why,
      ...args,
      '--out',
      file,
    );
    expect(made.code).toBe(0);
    expect(readFileSync(file, 'utf8').startsWith(before.trimEnd())).toBe(true);
    const run = await shouze('test', 'RSK-007', ...args);
    expect(run.code).toBe(1);
    expect(run.out).toContain(`争议：${why}`);
    expect(run.out).toContain('应为 合规，实为 不合规');
    const lint = await shouze('lint', ...args);
    expect(lint.out).not.toContain('RSK-007');
  });

  test('makes a file that is not there', async () => {
    const file = join(temporary(), 'new.cases.yaml');
    await shouze('dispute', 'RSK-007', short, '--expect', 'pass', '--why', why, '--out', file);
    expect(readFileSync(file, 'utf8')).toMatch(/^base: mortgage\ncases:\n {2}- title:\n/u);
  });

  test('gives elements and those who act new ids, the same ones everywhere', async () => {
    const { out } = await shouze(
      'dispute',
      'INT-001',
      sound,
      '--expect',
      'fail',
      '--element',
      'P1',
      '--why',
      why,
    );
    const id = /element: (\S+)/u.exec(out)?.[1] ?? '';
    expect(id).not.toBe('P1');
    expect(out).toMatch(new RegExp(`parties:\n +- \\{ partyId: ${id}, role: BORROWER \\}`, 'u'));
    expect(out).toMatch(new RegExp(`interviewId: \\w+, partyId: ${id}`, 'u'));
  });
});

describe('wrong calls', () => {
  test.each([
    ['no reason', ['RSK-007', short, '--expect', 'pass'], '--why'],
    ['no expectation', ['RSK-007', short, '--why', why], '--expect'],
    [
      'a word that is none',
      ['RSK-007', short, '--expect', 'passs', '--why', why],
      'did you mean pass',
    ],
    [
      'nothing said to be missing',
      ['RSK-007', short, '--expect', 'cannot-tell', '--why', why],
      '--missing',
    ],
    ['no such rule', ['RSK-070', short, '--expect', 'pass', '--why', why], 'did you mean RSK-0'],
    [
      'no such dossier',
      ['RSK-007', 'none.yaml', '--expect', 'pass', '--why', why],
      'io/missing-file',
    ],
    [
      'no such element',
      ['INT-001', sound, '--element', 'P9', '--expect', 'fail', '--why', why],
      '无可争议',
    ],
    ['a rule for a person', ['INT-101', sound, '--expect', 'fail', '--why', why], '由人核查'],
    ['what the rule says already', ['RSK-007', short, '--expect', 'fail', '--why', why], '已经是'],
    [
      'no such base',
      ['RSK-007', short, '--expect', 'pass', '--why', why, '--base', 'mortage'],
      'did you mean mortgage',
    ],
  ])('%s', async (_, args, said) => {
    const { code, err, out } = await shouze('dispute', ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(out).toBe('');
  });

  test('what is malformed in the file is said to be so on purpose', async () => {
    const file = join(temporary(), 'short.yaml');
    const text = readFileSync(short, 'utf8').replace(
      /downPaymentAmount: .*/u,
      'downPaymentAmount: 十五万',
    );
    writeFileSync(file, text);
    const args = ['dispute', 'RSK-007', file, '--expect', 'pass', '--why', why];
    expect((await shouze(...args)).out).toContain('malformed: [transaction.downPaymentAmount]');
  });

  test('a file that is no cases file stays as it is', async () => {
    const file = join(temporary(), 'note.yaml');
    writeFileSync(file, 'a: 1\n');
    const { code } = await shouze(
      'dispute',
      'RSK-007',
      short,
      '--expect',
      'pass',
      '--why',
      why,
      '--out',
      file,
    );
    expect(code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('a: 1\n');
  });
});

describe('fiction', () => {
  test.each([
    ['王小明', 'name', /^\p{Script=Han}{3}$/u],
    ['John Smith', 'name', /^A{4} A{5}\d*$/u],
    ['13912345678', 'phone', /^\d{11}$/u],
    ['示范路12号301室', 'address', /^某某某\d{2}某\d{3}某$/u],
    ['6222020200112233445', 'account', /^\d{19}$/u],
  ] as const)('%s has the shape of a %s', (text, personal, shape) => {
    const made = newFiction()(text, personal);
    expect(made).toMatch(shape);
    expect(made).not.toBe(text);
  });

  test('a valid number stays valid, and a wrong one wrong', () => {
    const fiction = newFiction();
    expect(isValidResidentId(fiction('11010519491231002X', 'id'))).toBe(true);
    expect(isValidResidentId(fiction('110105194912310021', 'id'))).toBe(false);
    expect(isValidCreditCode(fiction('91350100M000100Y43', undefined))).toBe(true);
  });

  test('equal texts stay equal, and different ones differ', () => {
    const fiction = newFiction();
    const names = Array.from(
      { length: 300 },
      (_, index) => `王${String.fromCodePoint(0x4e00 + index)}`,
    );
    const made = names.map((name) => fiction(name, 'name'));
    expect(new Set(made).size).toBe(names.length);
    expect(names.map((name) => fiction(name, 'name'))).toEqual(made);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { copied, edit, put, shouze, small } from '../cli/harness.ts';

const source = 'sources/T-1.md';
const limit = 'parameters/limit.yaml';

interface Own {
  readonly kind: string;
  readonly name: string;
  readonly number: string;
  readonly unit: string | null;
  readonly since: string;
  readonly clauses: readonly string[];
  readonly rules: readonly string[];
  readonly file: string;
  readonly line: number;
}

async function ownNumbers(folder: string): Promise<readonly Own[]> {
  const { out, code } = await shouze(
    'trace',
    '--bank-set',
    '--rulebook',
    folder,
    '--format',
    'json',
  );
  expect(code).toBe(0);
  return (JSON.parse(out) as { readonly numbers: readonly Own[] }).numbers;
}

test('a limit of the institution is told with its readers and its place', async () => {
  const folder = copied(small);
  expect(
    (await ownNumbers(folder)).filter(({ kind, name }) => kind === 'parameter' && name === 'limit'),
  ).toEqual([
    {
      kind: 'parameter',
      name: 'limit',
      title: { en: 'Limit' },
      number: '200',
      unit: 'money',
      since: '2024-01-01',
      clauses: ['T-1#all'],
      rules: ['TST-001'],
      file: expect.stringMatching(/parameters\/limit\.yaml$/u) as string,
      line: 6,
    },
  ]);
});

test('a limit of a regulation is not', async () => {
  const folder = copied(small);
  edit(folder, source, 'kind: bank', 'kind: regulation');
  expect(await ownNumbers(folder)).toEqual([]);
});

test('nor is a number that a regulation clause gives, where the rule rests on both', async () => {
  const folder = copied(small);
  const other = `# Other\n\n\`\`\`yaml\nsource: R-1\ntitle: { en: Other }\nkind: regulation\nconfidence: V2\n\`\`\`\n\n## 1 Most\n\nFigures: 200 money\n\nAt most two hundred.\n`;
  put(folder, 'sources/R-1.md', other);
  edit(folder, limit, 'value: 200, basis: [T-1#all]', 'value: 200, basis: [T-1#all, R-1#1]');
  expect(
    (await ownNumbers(folder)).filter(({ kind, name }) => kind === 'parameter' && name === 'limit'),
  ).toEqual([]);
});

test('the positions of a loop are no numbers of anybody, and a rule reads what its finding tells', async () => {
  const folder = copied(small);
  const is = 'sum(for n in 1..480 return if n <= amountShare then n * 7 else 0)';
  const added = [
    `  - definition: amountShare\n    title: { en: S }\n    editions: [{ from: 2000-01-01, is: '9 * amount / price' }]\n`,
    `  - definition: looped\n    title: { en: L }\n    editions: [{ from: 2000-01-01, is: '${is}' }]\n`,
  ];
  put(
    folder,
    'definitions.yaml',
    readFileSync(join(folder, 'definitions.yaml'), 'utf8') + added.join(''),
  );
  const rule = 'stages/work/decide/TST-001-under-test.yaml';
  edit(folder, rule, 'The amount {amount}', 'The amount {looped}');
  const numbers = await ownNumbers(folder);
  const own = numbers.filter(({ name }) => name === 'looped' || name === 'amountShare');
  expect(own.map(({ name, number, rules }) => [name, number, ...rules])).toEqual([
    ['amountShare', '9', 'TST-001'],
    ['looped', '480', 'TST-001'],
    ['looped', '7', 'TST-001'],
  ]);
});

test('the limit of a step is read by the step, points by their model, the least of files by the comparison', async () => {
  const numbers = await ownNumbers('rules');
  const unread = numbers.filter(({ rules }) => rules.length === 0);
  expect(unread.map(({ name }) => name)).toEqual([]);
  const limit = numbers.find(({ name }) => name === 'disbursementWorkingDays');
  expect(limit?.rules).toContain('process/disbursement/time');
  const points = numbers.filter(({ name }) => name === 'behaviourScoreOverdue');
  expect(points.map(({ rules }) => rules)).toContainEqual(['model/behaviourScore']);
  const least = numbers.find(({ name }) => name === 'minimumComparedFiles');
  expect(least?.rules).toEqual(['subject/pilot']);
}, 30_000);

test('a person reads them as one table, in either language', async () => {
  const zh = await shouze('trace', '--bank-set', '--rulebook', small, '--lang', 'zh');
  expect(zh.out).toMatch(/\d{4}-\d{2}-\d{2} 有效的本机构自定数值共 \d+ 处/u);
  expect(zh.out).toMatch(/种类 +名称 +数值 +自 +条款 +读它的规则 +在哪里改/u);
  const en = await shouze(
    'trace',
    '--bank-set',
    '--rulebook',
    small,
    '--format',
    'md',
    '--lang',
    'en',
  );
  expect(en.out).toContain('| parameter | limit Limit |');
  expect(await shouze('trace', 'T-1', '--bank-set', '--rulebook', small)).toMatchObject({
    code: 2,
  });
});

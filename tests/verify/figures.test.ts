import { expect, test } from 'vitest';

import { problemsOf } from '../codes/run.ts';

const source = (figures: string, kind = 'regulation') => ({
  language: 'markdown',
  kind: 'sources/P-NEW.md',
  text: `# 新通知\n\n\`\`\`yaml\nsource: P-NEW\ntitle: { zh: 新通知 }\nkind: ${kind}\nconfidence: V2\n\`\`\`\n\n## 1 贷款成数\n${figures}\n贷款金额不得超过成交价的一定比例。\n`,
});
const rule = (text: string) => ({ language: 'yaml', kind: 'rule', text });
const limit = (text: string) => ({ language: 'yaml', kind: 'parameter', text });

function found(...blocks: Parameters<typeof problemsOf>[0]): readonly string[] {
  return problemsOf(blocks).flatMap((one) =>
    one.code === 'verify/figure-not-in-clause'
      ? [`${one.params.of} ${one.params.number}`]
      : [one.code],
  );
}

const editions = (require: string) =>
  rule(
    `kind: regulation\nrequire: ${require}\neditions:\n  - { from: 2024-01-01, basis: ['P-NEW#1'] }\n`,
  );

test.each([
  [
    'a number that the clause gives',
    '\n数值：85%\n',
    'loan.amount <= transaction.contractPrice * 0.85',
    [],
  ],
  [
    'one that it does not give',
    '\n数值：80%\n',
    'loan.amount <= transaction.contractPrice * 0.85',
    ['DEM-001 0.85'],
  ],
  ['an amount in another scale', '\n数值：20 万元\n', 'loan.amount <= 200000', []],
  [
    'a duration',
    '\n数值：30 日\n',
    'transaction.onlineSigningDate + duration("P30D") > date("2024-01-01")',
    [],
  ],
  [
    'another duration',
    '\n数值：30 日\n',
    'transaction.onlineSigningDate + duration("P31D") > date("2024-01-01")',
    ['DEM-001 31'],
  ],
  ['what nobody decides on', '', 'round(loan.amount / 12, 2) > 0 and loan.amount * 100 > 1', []],
])('%s', (_, figures, require, expected) => {
  expect(found(source(figures), editions(require))).toEqual(expected);
});

test('a limit of the institution that a regulation rule reads', () => {
  const reads = editions('loan.amount / transaction.contractPrice <= maximumLoanShare');
  expect(found(source(''), reads)).toEqual(['DEM-001 85%']);
  expect(found(source('\n数值：85%\n'), reads)).toEqual([]);
});

test('a limit that rests on a regulation alone, whatever reads it', () => {
  const share = limit(`editions:\n  - { from: 2024-01-01, value: 0.85, basis: ['P-NEW#1'] }\n`);
  expect(found(source('\n数值：80%\n'), share)).toEqual(['maximumLoanShare 85%']);
  expect(found(source('\n数值：85%\n'), share)).toEqual([]);
  expect(found(source('\n数值：80%\n', 'bank'), share)).toEqual([]);
});

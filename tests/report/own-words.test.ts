import { digestOfBytes } from '../../src/io/digest.ts';
import { describe, expect, test } from 'vitest';

import { explainRule } from '../../src/report/explain.ts';
import { plain } from '../../src/report/paint.ts';
import { reviewSheet } from '../../src/report/trace-sheet.ts';
import { digestsOf, trace } from '../../src/trace/trace.ts';
import { shipped } from '../evaluate/shipped.ts';

const { program } = shipped();
const ruleOf = (id: string) => {
  const rule = program.rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no ${id}`);
  return rule;
};

describe.each(['zh', 'en'] as const)('%s', (language) => {
  test.each(program.rules.filter(({ rule }) => rule.entry.data.check === 'both'))(
    'explain tells both halves of $id',
    (rule) => {
      const told = explainRule(program, rule, [], language, plain);
      const label = { zh: ['判定标准', '人工判断'], en: ['criterion', 'by hand'] }[language];
      for (const one of label) expect(told).toMatch(new RegExp(`^ {2}${one} +\\S`, 'mu'));
      expect(told).toContain(rule.rule.entry.data.question?.[language]?.trim());
    },
  );
});

test('an edition is explained in its own words, another by its expression', () => {
  const told = explainRule(program, ruleOf('CON-014'), [], 'zh', plain);
  expect(told.split('\n').filter((line) => /判定标准|^ +\d\. /u.test(line))).toEqual([
    '  判定标准  LPR数值为LPR报价日的相应期限的LPR公布数，且LPR数值为相应期限的LPR公布数',
    '  判定标准  同时满足下列各项：',
    '            1. 在报价日、签约日，LPR数值均与相应期限的LPR公布数一致',
    '            2. 个人住房贷款以外的，LPR期限品种与贷款期限相应，且LPR数值与加点之和等于执行利率',
  ]);
});

test('the verification sheet shows them to who compares clauses', () => {
  const clauses = trace(program, digestOfBytes);
  const options = { language: 'zh', asOf: '2026-11-23' };
  const { sheets } = reviewSheet(program, clauses, digestsOf(program, digestOfBytes), options);
  const cells = (sheets[0]?.rows ?? [])
    .flat()
    .filter((cell) => typeof cell === 'string' && cell.includes('MKT-007'));
  expect(cells).toContainEqual(
    expect.stringContaining('：除去否定说法，宣传文字不含“低门槛”“低利率”“秒到账”“零成本”字样'),
  );
});

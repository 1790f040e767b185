import { said, type Said, spoken } from '../base/language.ts';
import type { OwnNumber } from '../trace/bank-set.ts';

/** What the table of the institution's own numbers says. */
export const bankSetWords = spoken({
  head: said<readonly string[]>(
    ['种类', '名称', '数值', '自', '条款', '读它的规则', '在哪里改'],
    ['kind', 'name', 'value', 'since', 'clause', 'read by', 'where to replace it'],
  ),
  kinds: {
    parameter: { zh: '参数', en: 'parameter' },
    table: { zh: '判定表', en: 'table' },
    definition: { zh: '口径', en: 'definition' },
    rule: { zh: '规则', en: 'rule' },
  } satisfies Readonly<Record<OwnNumber['kind'], Said<string>>>,
  always: { zh: '一直', en: 'always' },
  nobody: { zh: '无', en: 'none' },
  more: said(
    (first: string, others: number) => `${first} 等 ${others + 1} 条`,
    (first, others) => `${first} and ${others} more`,
  ),
  count: said(
    (numbers: number, day: string) =>
      `${day} 有效的本机构自定数值共 ${numbers} 处；没有任何监管条款给出这些数`,
    (numbers, day) =>
      numbers === 1
        ? `1 number of the institution’s own as in force on ${day}, which no regulation clause on record gives`
        : `${numbers} numbers of the institution’s own as in force on ${day}, which no regulation clause on record gives`,
  ),
});

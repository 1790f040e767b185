import { expect, test } from 'vitest';

import { clauseNumber } from '../../src/words/clauses.ts';
import { chineseNumeral } from '../../src/values/chinese-number.ts';

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [35, '三十五'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [301, '三百零一'],
  [496, '四百九十六'],
  [1000, '一千'],
  [1005, '一千零五'],
  [1064, '一千零六十四'],
  [1100, '一千一百'],
  [9999, '九千九百九十九'],
])('%i is counted %s', (number, says) => {
  expect(chineseNumeral(number)).toBe(says);
});

const law = {
  title: { zh: '中华人民共和国商业银行法（2015年修正）', en: 'Law on commercial banks' },
};
const measures = { title: { zh: '商业地产贷款管理办法（试行）（2026）' } };
const notice = { title: { zh: '关于调整优化差别化住房信贷政策的通知（2023年）' } };
const announcement = { title: { zh: '关于新发放商业性个人住房贷款利率的公告' } };
const standard = {
  title: { zh: '贷后催收风控指引' },
  number: { zh: 'GB/T 45251-2025', en: 'GB/T 45251-2025' },
};
const foreign = { title: { en: 'Consumer Credit Act' } };

test.each([
  ['35', law, '第三十五条', 'Article 35'],
  ['35-2', law, '第三十五条第二款', 'Article 35(2)'],
  ['35-2-1', law, '第三十五条第二款第（一）项', 'Article 35(2)(1)'],
  ['1064', law, '第一千零六十四条', 'Article 1064'],
  ['3', measures, '第三条', 'Article 3'],
  ['2', notice, '第二点', 'point 2'],
  ['2.1', announcement, '第二之一点', 'point 2.1'],
  ['5', standard, '第5章', 'clause 5'],
  ['5.2', standard, '第5.2条', 'clause 5.2'],
  ['12', foreign, '第十二条', 'Article 12'],
  ['down-payment', notice, '', ''],
  ['2026-terms', notice, '', ''],
])('clause %s of %o is %s, %s', (id, source, zh, en) => {
  expect(clauseNumber(id, source, 'zh')).toBe(zh);
  expect(clauseNumber(id, source, 'en')).toBe(en);
});

import { describe, expect, test } from 'vitest';

import { articlesIn } from '../../src/drift/articles.ts';
import { chineseNumber, chineseNumeral } from '../../src/values/chinese-number.ts';

function told(text: string): readonly string[] {
  return articlesIn(text).map(
    ({ number, text: says }) => `${number}: ${says.replaceAll('\n', '/')}`,
  );
}

describe('articles', () => {
  test.each([
    [
      'what a notice issues as its annex',
      '现将办法印发给你们。\n\n附件\n园林办法\n\n第一条 甲。\n第二条 乙。\n附件：表',
      ['1: 甲。', '2: 乙。'],
    ],
    [
      'points that begin as references do',
      '一、及时报送。\n二、中长期的，甲。\n三、规定乙。',
      ['1: 及时报送。', '2: 中长期的，甲。', '3: 规定乙。'],
    ],
    [
      'an article of the country',
      '第一条 甲。\n第二条中华人民共和国境内，乙。',
      ['1: 甲。', '2: 中华人民共和国境内，乙。'],
    ],
    [
      'Chinese numerals',
      '第一百二十三条　甲。\n第一千零六十四条 乙。',
      ['123: 甲。', '1064: 乙。'],
    ],
    ['Arabic ones, full width too', '第12条 甲。\n第１３条：乙。', ['12: 甲。', '13: 乙。']],
    [
      'articles put in between',
      '第三条 甲。\n第三条之一 乙。\n第四条 丙。',
      ['3: 甲。', '3-1: 乙。', '4: 丙。'],
    ],
    [
      'no blank behind the number',
      '第一条为了甲。\n第二条本办法乙。',
      ['1: 为了甲。', '2: 本办法乙。'],
    ],
    [
      'paragraphs and items',
      '第一条 甲：\n（一）乙；\n（二）丙。\n\n丁。',
      ['1: 甲：/（一）乙；/（二）丙。//丁。'],
    ],
    [
      'lines that end within a sentence',
      '第一条 依照\n第九条规定办理。\n第二条 乙。',
      ['1: 依照/第九条规定办理。', '2: 乙。'],
    ],
    [
      'what refers back',
      '第五条 依照\n第三条 办理。\n第六条 乙。',
      ['5: 依照/第三条 办理。', '6: 乙。'],
    ],
    ['titles in brackets', '第八条【期限】甲。', ['8: 甲。']],
    ['chapters', '第一章 总则\n第一条 甲。\n第二章 分则\n第二条 乙。', ['1: 甲。', '2: 乙。']],
    ['an annex', '第一条 甲。\n附件1：表\n第二条 乙', ['1: 甲。']],
    [
      'Markdown',
      '---\nid: x\n---\n# 题\n\n**第一条** 甲。\n\n- **第二条**：乙。\n\n## 说明\n\n丙',
      ['1: 甲。', '2: 乙。'],
    ],
    [
      'points of a notice',
      '各行：\n一、甲。\n（一）乙。\n二、丙。',
      ['1: 甲。/（一）乙。', '2: 丙。'],
    ],
    [
      'English',
      'Article 1 Purpose.\nSee\nArticle 9 of the law\nSection 2. Scope',
      ['1: Purpose./See', '9: of the law/Section 2. Scope'],
    ],
    [
      'a standard',
      '5 总则\n5.1 甲\n5.1.1 乙\n5.2 丙',
      ['5: 总则', '5.1: 甲', '5.1.1: 乙', '5.2: 丙'],
    ],
    ['none', '全行员工应当遵守。\n特此通知。', [': 全行员工应当遵守。/特此通知。']],
    ['nothing', ' \n\n', []],
  ])('%s', (_, text, articles) => {
    expect(told(text)).toEqual(articles);
  });

  test('know their chapter, line and heading', () => {
    expect(articlesIn('办法\n第二章　入园\n\n第 三 条　甲。')).toEqual([
      { number: '3', heading: '第 三 条', chapter: '第二章　入园', text: '甲。', line: 4 },
    ]);
  });
});

test('numerals are read as they are written, from 1 to 9999', () => {
  const numbers = Array.from({ length: 9999 }, (_, index) => index + 1);
  expect(numbers.filter((one) => chineseNumber(chineseNumeral(one)) !== one)).toEqual([]);
  expect([chineseNumber('两千'), chineseNumber('二〇二六'), chineseNumber('甲')]).toEqual([
    2000,
    2026,
    Number.NaN,
  ]);
});

import { expect, test } from 'vitest';

import { soughtWords } from '../../src/feel/sought-words.ts';

test.each([
  ['甲|乙', '“甲”、“乙”'],
  ['“(甲|乙)”', '“甲”、“乙”'],
  ['(不|未)(甲|乙)', '“不甲”、“不乙”、“未甲”、“未乙”'],
  ['甲(的)?乙', '“甲（的）乙”'],
  ['丙|(甲|乙)[^。]*丁', '“丙”；“甲”、“乙”之后有“丁”'],
  ['最低利率|降低利率', '“最低利率”、“降低利率”'],
  ['(并非|不是)(低利率|零成本)', '“并非低利率”、“并非零成本”、“不是低利率”、“不是零成本”'],
  ['银行(账户)?流水', '“银行（账户）流水”'],
  ['(理财(产品)?)质押', undefined],
  ['^\\d{18}$', undefined],
  ['[0-9]+', undefined],
  ['甲.乙', undefined],
  ['^甲$', undefined],
  ['(一|二|三|四|五)(一|二|三|四|五)', undefined],
])('%s', (pattern, words) => {
  expect(soughtWords(pattern, 'zh')).toBe(words);
});

test('in English', () => {
  expect(soughtWords('(buy|take)[^.]*fund', 'en')).toBe('“buy”, “take” followed by “fund”');
});

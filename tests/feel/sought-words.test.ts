import { expect, test } from 'vitest';

import { soughtWords } from '../../src/feel/sought-words.ts';

test.each([
  ['甲|乙', '“甲”、“乙”'],
  ['“(甲|乙)”', '“甲”、“乙”'],
  ['(不|未)(甲|乙)', '“不甲”、“不乙”、“未甲”、“未乙”'],
  ['甲(的)?乙', '“甲（的）乙”'],
  ['丙|(甲|乙)[^。]*丁', '“丙”；“甲”、“乙”之后有“丁”'],
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

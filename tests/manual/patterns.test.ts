import { expect, test } from 'vitest';

import type { CallCore } from '../../src/feel/core.ts';
import { unwritten } from '../../src/feel/core.ts';
import { withoutPatterns } from '../../src/manual/patterns.ts';

const text = { kind: 'text' } as const;

function matching(pattern: string): CallCore {
  const constant = { kind: 'constant', value: pattern, type: text, span: unwritten } as const;
  return {
    kind: 'call',
    builtin: 'matches',
    args: [{ ...constant, value: '' }, constant],
    type: { kind: 'boolean' },
    span: unwritten,
  };
}

test.each([
  ['最低利率|降低利率', '文字含“最低利率”、“降低利率”'],
  ['(并非|不是)(低利率|零成本)', '文字含“并非低利率”、“并非零成本”、“不是低利率”、“不是零成本”'],
  ['银行(账户)?流水', '文字含“银行账户流水”、“银行流水”'],
  // more than plain words
  ['(理财(产品)?)质押', '文字含规定的用语'],
  ['^\\d{18}$', '文字含规定的用语'],
  // more words than a reader takes in
  ['(一|二|三|四|五)(六|七|八|九)', '文字含规定的用语'],
  // no pattern
  ['最低利率', '文字含“最低利率”'],
])('%s is said in words', (pattern, says) => {
  expect(withoutPatterns(`文字含“${pattern}”`, matching(pattern), 'zh')).toBe(says);
});

test('a form that is more than words is one that is laid down', () => {
  const pattern = '^\\d{18}$';
  const said = (text: string, language: string) =>
    withoutPatterns(text, matching(pattern), language);
  expect(said(`号码符合格式“${pattern}”`, 'zh')).toBe('号码符合规定格式');
  expect(said(`the number has the form “${pattern}”`, 'en')).toBe(
    'the number has the form laid down',
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Sought, wordFinder } from '../../src/rulebook/word-search.ts';

/** What is found, in its place, with what to write instead behind it. */
function marked(text: string, sought: readonly Sought[]): string {
  return wordFinder(sought)(text)
    .toReversed()
    .reduce(
      (marking, { start, end, instead }) =>
        `${marking.slice(0, start)}«${marking.slice(start, end)}→${instead}»${marking.slice(end)}`,
      text,
    );
}

const sought: readonly Sought[] = [
  { word: '卷宗' },
  { word: '案卷', instead: '卷宗' },
  { word: '案卷目录' },
  { word: '偿债比', instead: '债务收入比' },
  { word: '偿债比例', instead: '债务收入比' },
  { word: 'file' },
  { word: 'case file', instead: 'file' },
  { word: 'LTV', instead: 'loan-to-value ratio' },
  { word: 'post-loan officer' },
  { word: 'loan officer', instead: 'customer manager' },
];

describe('a word that must not stand in a text', () => {
  test.each([
    ['is found where it stands', '移交案卷，登记案卷', '移交«案卷→卷宗»，登记«案卷→卷宗»'],
    ['is not found in a term', '移交卷宗', '移交卷宗'],
    ['is let be in a phrase that is right', '更新案卷目录和案卷', '更新案卷目录和«案卷→卷宗»'],
    [
      'is found whole where another begins it',
      '偿债比例与偿债比',
      '«偿债比例→债务收入比»与«偿债比→债务收入比»',
    ],
    [
      'is let be where a phrase that is right began before it',
      'the post-loan officer',
      'the post-loan officer',
    ],
    ['is found in whatever case', 'Loan Officer', '«Loan Officer→customer manager»'],
    ['is found over the end of a line', 'a case\n  file', 'a «case\n  file→file»'],
    ['is found with an s', 'case files', '«case files→file»'],
    ['is found before a mark', "case file's", "«case file→file»'s"],
    [
      'is a whole word',
      'showcase file, LTVA, case filesystem',
      'showcase file, LTVA, case filesystem',
    ],
    ['is a whole word, digits being letters', 'LTV2 and 2LTV', 'LTV2 and 2LTV'],
    ['is found between Chinese characters', '按LTV计', '按«LTV→loan-to-value ratio»计'],
    ['is passed over in an expression', '{案卷} 案卷 {a.案卷', '{案卷} «案卷→卷宗» {a.«案卷→卷宗»'],
    ['is found behind a letter that grows when it is small', 'İ case file', 'İ «case file→file»'],
    ['is not found in nothing', '', ''],
  ])('%s', (_, text, expected) => {
    expect(marked(text, sought)).toBe(expected);
  });
});

test('patterns are no patterns', () => {
  expect(marked('a.b acb', [{ word: 'a.b', instead: 'c' }])).toBe('«a.b→c» acb');
});

test('a text of nothing but openings is gone through once', { timeout: 5_000 }, () => {
  expect(marked('{'.repeat(2_000_000), sought)).toHaveLength(2_000_000);
});

test('what is found are texts that were sought, from left to right, none inside another', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 3 });
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '{', '}'), maxLength: 30 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), text, (words, given) => {
      const found = wordFinder(words.map((one) => ({ word: one, instead: 'x' })))(given);
      let last = 0;
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(words).toContain(given.slice(start, end));
        last = end;
      }
      // outside expressions nothing is left over
      const rest = found.toReversed().reduce((left, { start, end }) => {
        return `${left.slice(0, start)}x${left.slice(end)}`;
      }, given);
      const open = rest.replaceAll(/\{[^}]*\}/gu, 'x');
      for (const one of words) expect(open).not.toContain(one);
    }),
  );
});

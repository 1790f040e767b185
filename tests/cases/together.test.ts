import { describe, expect, test } from 'vitest';

import { type Failed, failingTogether } from '../../src/cases/together.ts';
import { togetherText } from '../../src/report/together.ts';
import { wordbooks } from '../../src/words/messages/messages.ts';

/** `A: B` says that the file is of a case of A that passes, in which B fails. */
function failed(...files: readonly string[]): readonly Failed[] {
  return files.map((file, index) => {
    const [passes, rules = ''] = file.includes(':') ? file.split(': ') : [undefined, file];
    const name = String(index + 1);
    return { name, rules: rules.split(' '), ...(passes !== undefined && { passes }) };
  });
}

/** `A B: 1 2`, `A with B: 1 of 2`; what is explained in brackets. */
function told(files: readonly Failed[], ...reasons: readonly string[]): readonly string[] {
  const isExplained = (one: string, other: string) =>
    reasons.includes(`${one} ${other}`) || reasons.includes(`${other} ${one}`);
  return failingTogether(files, isExplained).map(
    ({ rules, with: others, files: where, outOf, isExplained: is }) => {
      const text =
        others.length === 0
          ? `${rules.join(' ')}: ${where.join(' ')}`
          : `${rules.join(' ')} with ${others.join(' ')}: ${where.length} of ${outOf}`;
      return is ? `(${text})` : text;
    },
  );
}

describe('rules that always fail together', () => {
  test.each([
    ['two in the same files', ['A B', 'A B', 'C'], ['A B: 1 2']],
    ['three', ['A B C', 'D'], ['A B C: 1']],
    ['one never without another', ['A B', 'B'], ['A with B: 1 of 2']],
    ['equals come first', ['A B', 'B', 'C D'], ['C D: 3', 'A with B: 1 of 2']],
    ['not those that fail alone once each', ['A B', 'A', 'B'], []],
    ['not those that never meet', ['A', 'B'], []],
    ['of a chain its links', ['A B C', 'B C', 'C'], ['A with B: 1 of 2', 'B with C: 2 of 3']],
    [
      'one with two that are not in line',
      ['A B C', 'B', 'C'],
      ['A with B: 1 of 2', 'A with C: 1 of 2'],
    ],
    ['not one that fails beside a case that passes', ['A B', 'A: B'], []],
    ['not so for the case of another', ['A B', 'C: B'], ['A with B: 1 of 2']],
  ])('%s', (_, files, found) => {
    expect(told(failed(...files))).toEqual(found);
  });

  test.each([
    ['a pair', ['A B'], ['B A'], ['(A B: 1)']],
    ['a group that reasons join', ['A B C'], ['A B', 'B C'], ['(A B C: 1)']],
    ['not one of which a rule is left', ['A B C'], ['A B'], ['A B C: 1']],
    ['not two pairs that nothing joins', ['A B C D'], ['A B', 'C D'], ['A B C D: 1']],
    ['what is never without another', ['A B', 'B'], ['A B'], ['(A with B: 1 of 2)']],
  ])('a reason explains %s', (_, files, reasons, found) => {
    expect(told(failed(...files), ...reasons)).toEqual(found);
  });
});

test('a group is told whole: its rules by their titles, and every file', () => {
  const files = ['f1', 'f2', 'f3', 'f4', 'f5'];
  const found = failingTogether(
    files.map((name) => ({ name, rules: ['A-1', 'B-1'] })),
    () => false,
  );
  const titles: Readonly<Record<string, string>> = { 'A-1': '甲', 'B-1': '乙' };
  const text = togetherText(found, (rule) => titles[rule] ?? '', wordbooks.zh);
  expect(text.split('\n').slice(0, 8)).toEqual([
    'A-1、B-1：5 次不合规都在一起',
    '  A-1 甲',
    '  B-1 乙',
    ...files.map((name) => `    ${name}`),
  ]);
});

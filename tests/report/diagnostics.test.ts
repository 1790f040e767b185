import { describe, expect, test } from 'vitest';

import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { diagnosticsText } from '../../src/report/diagnostics.ts';
import { type Problems, wordbooks } from '../../src/words/messages/messages.ts';

/** The frame under the message, for the text between « and ». */
function frame(marked: string, quote?: 'part' | 'none'): readonly string[] {
  const [before = '', inside = '', after = ''] = marked.split(/[«»]/u);
  const source = { name: 'a.yaml', text: before + inside + after };
  const span = { source, start: before.length, end: before.length + inside.length };
  const diagnostic: Diagnostic<Problems> = {
    code: 'yaml/duplicate-key',
    severity: 'error',
    span,
    params: { key: 'k' },
    ...(quote && { quote }),
  };
  return diagnosticsText([diagnostic], wordbooks.en).split('\n').slice(1, -1);
}

describe('a frame', () => {
  test.each([
    ['first line', '«a»: 1', ['  a.yaml:1:1', '      1 │ a: 1', '        │ ^']],
    ['later line', 'a: 1\nb: «two»\n', ['  a.yaml:2:4', '      2 │ b: two', '        │    ^^^']],
    [
      'double width',
      '金额: «五»十',
      ['  a.yaml:1:5', '      1 │ 金额: 五十', '        │       ^^'],
    ],
    ['an end without text', 'a: «»', ['  a.yaml:1:4', '      1 │ a: ', '        │    ^']],
    [
      'several lines are marked in the first',
      'a: «b\nc»\n',
      ['  a.yaml:1:4', '      1 │ a: b', '        │    ^'],
    ],
    ['CRLF', 'a: 1\r\nb: «2»\r\n', ['  a.yaml:2:4', '      2 │ b: 2', '        │    ^']],
  ])('%s', (_, marked, expected) => {
    expect(frame(marked)).toEqual(expected);
  });

  test('a long line is cut on both sides', () => {
    const [, line = '', mark = ''] = frame(`${'x'.repeat(5000)}«bad»${'y'.repeat(5000)}`);
    expect(line.length).toBeLessThan(120);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('bad');
  });
});

describe('of a dossier no more is quoted than what is wrong', () => {
  test.each([
    ['a key, not its value', '    «nmae»: 张三', '    nmae …'],
    ['a value behind its key', '    - name: «x»', '    - name: x'],
    ['nothing of its neighbours', '{ name: 张三, «nmae»: 李四 }', '… nmae …'],
    ['quotes', '"name": "«x»",', '"name": "x",'],
  ])('%s', (_, marked, expected) => {
    expect(frame(marked, 'part')[1]).toBe(`      1 │ ${expected}`);
  });

  test('or nothing at all', () => {
    expect(frame('{ «name: 张三» }', 'none')).toEqual(['  a.yaml:1:3']);
  });
});

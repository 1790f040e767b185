import { describe, expect, test } from 'vitest';

import { computed } from '../clock.ts';
import { positionOf, textOf } from '../../src/base/source.ts';
import { message, wordbooks } from '../../src/words/messages/messages.ts';
import { verify } from '../../src/verify/verify.ts';
import { shipped } from '../evaluate/shipped.ts';
import { problemsOf, type Row, said, type TableKeys, withTable } from './harness.ts';

const gap = (where: string, row: string) =>
  `verify/table-gap the table lacks a row: ${where}; add \`when: [${row}]\`, with \`then: [null]\` and a note where no rule says`;

describe('a gap', () => {
  test.each<[string, TableKeys, string]>([
    [
      'a word without a row',
      { inputs: ['kind'], rows: [['"X"'], ['"Y"']] },
      gap('from 2000-01-01, there is no value where kind is "Z"', `'"Z"'`),
    ],
    [
      'a truth value',
      { inputs: ['agreed'], rows: [['true']] },
      gap('from 2000-01-01, there is no value where agreed is false', `'false'`),
    ],
    [
      'the limit itself',
      { inputs: ['count'], rows: [['< 90'], ['> 90']] },
      gap('from 2000-01-01, there is no value where count is 90', `'90'`),
    ],
    [
      'between two rows, one fen wide',
      { inputs: ['amount'], rows: [['<= 100'], ['>= 100.02']] },
      gap('from 2000-01-01, there is no value where amount is (100..100.02)', `'(100..100.02)'`),
    ],
    [
      'at the ends of days',
      { inputs: ['day'], rows: [['<= date("2024-02-28")'], ['>= date("2024-03-01")']] },
      gap(
        'from 2000-01-01, there is no value where day is (date("2024-02-28")..date("2024-03-01"))',
        `'(date("2024-02-28")..date("2024-03-01"))'`,
      ),
    ],
    [
      'texts that no row names',
      { inputs: ['id'], rows: [['"a"'], ['"b"']] },
      gap('from 2000-01-01, there is no value where id is not("a", "b")', `'not("a", "b")'`),
    ],
    [
      'a code that is not listed, where any may stand',
      { inputs: ['route'], rows: [['"A"'], ['"B"']] },
      gap('from 2000-01-01, there is no value where route is not("A", "B")', `'not("A", "B")'`),
    ],
    [
      'a number that is not listed, where any may stand',
      { inputs: ['tier'], rows: [['1'], ['2'], ['> 2']] },
      gap('from 2000-01-01, there is no value where tier < 1', `'< 1'`),
    ],
    [
      'a blank that is a value',
      { inputs: ['fee'], rows: [['5'], ['not(5, "")']] },
      gap('from 2000-01-01, there is no value where fee is ""', `'""'`),
    ],
    [
      'a corner of two inputs',
      {
        inputs: ['kind', 'amount'],
        rows: [
          ['"X"', '-'],
          ['"Y", "Z"', '< 100'],
          ['"Y"', '>= 100'],
        ],
      },
      gap('from 2000-01-01, there is no value where kind is "Z", amount >= 100', `'"Z"', '>= 100'`),
    ],
    [
      'two regions are counted',
      { inputs: ['kind', 'agreed'], rows: [['"X"', 'true']] },
      gap(
        'from 2000-01-01, there is no value where kind is "Y", "Z" (further regions: 1)',
        `'"Y", "Z"', '-'`,
      ),
    ],
    [
      'in a later edition only',
      {
        inputs: ['agreed'],
        editions: [
          { from: '2000-01-01', until: '2009-12-31', rows: [['-']] },
          { from: '2010-01-01', until: '2019-12-31', rows: [['true']] },
          { from: '2020-01-01', rows: [['-']] },
        ],
      },
      gap('from 2010-01-01 to 2019-12-31, there is no value where agreed is false', `'false'`),
    ],
    [
      'from the day on which a parameter in a cell changes',
      { inputs: ['amount'], rows: [['<= limit'], ['> 100']] },
      'verify/table-overlap rows 1 and 2 of the table overlap: from 2024-01-01, both are for amount is (100..200]; narrow one of them, or say `hit: first`',
    ],
    [
      'a field that may be none',
      { inputs: ['withdrawn'], rows: [['< date("2024-01-01")'], ['>= date("2024-01-01")']] },
      gap('from 2000-01-01, there is no value where withdrawn is null', `'null'`),
    ],
  ])('%s', (_, keys, expected) => {
    expect(said(keys)).toEqual([expected]);
  });

  test('none, though rows end and begin a fen or a day apart', () => {
    expect(said({ inputs: ['amount'], rows: [['<= 100'], ['>= 100.01']] })).toEqual([]);
    const days = [['< date("2024-03-01")'], ['> date("2024-02-29")']];
    expect(said({ inputs: ['day'], rows: days })).toEqual([]);
  });

  test('none where only the number of the day is different', () => {
    const rows = [['null'], ['not(null)']];
    expect(said({ inputs: ['withdrawn'], rows })).toEqual([]);
  });

  test('is told at the rows of its edition, in Chinese too', () => {
    const [problem] = problemsOf(withTable({ inputs: ['kind'], rows: [['"X"']] }));
    expect(problem && positionOf(problem.span).line).toBe(27);
    expect(problem && message(wordbooks.zh, problem)).toBe(
      '判定表缺一行：2000-01-01 起，kind为 "Y", "Z"的情形没有取值；可补 `when: [\'"Y", "Z"\']`，确无规定的写 `then: [null]` 并加 note',
    );
  });
});

describe('an overlap', () => {
  test.each<[string, readonly Row[], string]>([
    ['a shared limit', [['<= 5'], ['>= 5']], 'count is 5'],
    ['a range in another', [['-'], ['(1..2)']], 'count is (1..2)'],
    ['one number twice', [['1, 2'], ['not(1)']], 'count is 2'],
  ])('%s', (_, rows, where) => {
    const found = said({ inputs: ['count'], rows });
    expect(found).toEqual([
      `verify/table-overlap rows 1 and 2 of the table overlap: from 2000-01-01, both are for ${where}; narrow one of them, or say \`hit: first\``,
    ]);
  });

  test('stands at the later row and points to the earlier', () => {
    const [problem] = problemsOf(withTable({ inputs: ['agreed'], rows: [['-'], ['true']] }));
    expect(problem && textOf(problem.span)).toContain('true');
    expect(problem?.related?.map(textOf).join()).toContain('-');
  });

  test('is what `first` allows, as long as the later row is still reached', () => {
    const rows = [['true'], ['-'], ['false']];
    expect(said({ hit: 'first', inputs: ['agreed'], rows })).toEqual([
      'verify/table-dead-row row 3 of the table is never reached: earlier rows take all it is for, or no input can be so',
    ]);
  });
});

describe('what cannot be proved is said', () => {
  test.each<[string, TableKeys, string]>([
    [
      'a limit that the file sets',
      { inputs: ['amount'], rows: [['<= price'], ['> price']] },
      'what the cell `<= price` asks only a file can tell',
    ],
    [
      'a test of its own',
      { inputs: ['id'], rows: [['starts with(?, "a")'], ['-']] },
      'asks only a file can tell',
    ],
    [
      'a moment',
      {
        inputs: ['seen'],
        rows: [['< date and time("2024-01-01T00:00:00+08:00")'], ['-']],
      },
      'asks only a file can tell',
    ],
  ])('%s', (_, keys, expected) => {
    const found = said(keys);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^verify\/table-not-proved /u);
    expect(found[0]).toContain(expected);
  });

  test('an input that no row asks after may be anything', () => {
    expect(
      said({
        inputs: ['seen', 'agreed'],
        rows: [
          ['-', 'true'],
          ['-', 'false'],
        ],
      }),
    ).toEqual([]);
  });

  test('a table whose gaps have no end, before long', () => {
    const inputs = Array.from({ length: 12 }, () => 'count');
    const rows = Array.from({ length: 40 }, (_, row) =>
      inputs.map((__, column) => `not(${row * 31 + column * 7})`),
    );
    const started = computed();
    expect(said({ hit: 'first', inputs, rows })[0]).toContain('too big');
    expect(computed() - started).toBeLessThan(20_000);
  });
});

test('a table of a thousand rows is proved in seconds', () => {
  const limits = Array.from({ length: 251 }, (_, index) => index * 10);
  const rows = limits
    .slice(1)
    .flatMap((high, index) =>
      ['"X"', '"Y"', '"Z"'].flatMap((kind) =>
        kind === '"Z"'
          ? [[kind, `[${limits[index]}..${high})`, '-']]
          : ['true', 'false'].map((agreed) => [kind, `[${limits[index]}..${high})`, agreed]),
      ),
    );
  const whole = [...rows, ['-', '< 0', '-'], ['-', '>= 2500', '-']];
  expect(whole.length).toBeGreaterThan(1000);
  const program = withTable({ inputs: ['kind', 'amount', 'agreed'], rows: whole });
  const started = computed();
  expect(problemsOf(program)).toEqual([]);
  expect(computed() - started).toBeLessThan(10_000);
  const holed = whole.filter((_, index) => index !== 777);
  expect(said({ inputs: ['kind', 'amount', 'agreed'], rows: holed })).toHaveLength(1);
});

test('every table that is shipped is complete and free of overlap, on every day', () => {
  expect(verify(shipped().program).map(({ code, params }) => ({ code, params }))).toEqual([]);
});

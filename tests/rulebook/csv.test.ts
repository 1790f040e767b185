import { describe, expect, test } from 'vitest';

import { cellText, csvOf, rowsBy } from '../../src/rulebook/csv.ts';

/** The rows of a text, cell by cell, and what is wrong with it, `why start..end`. */
function read(text: string) {
  const csv = csvOf({ name: 'codes.csv', text });
  const rows = Array.from({ length: csv.rows }, (_, row) =>
    csv.header.map((__, column) => cellText(csv, row, column)),
  );
  const faults = csv.faults.map(({ why, start, end }) => `${why} ${start}..${end}`);
  return { header: csv.header, rows, faults };
}

describe('a sound text', () => {
  test.each([
    [
      'plain',
      'a,b\n1,2\n3,4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['no line end at its end', 'a,b\n1,2', [['1', '2']]],
    ['lines that end in CRLF', 'a,b\r\n1,2\r\n', [['1', '2']]],
    ['a byte order mark', '\uFEFFa,b\n1,2\n', [['1', '2']]],
    [
      'blank cells',
      'a,b\n,\n"",x\n',
      [
        ['', ''],
        ['', 'x'],
      ],
    ],
    ['a comma in quotes', 'a,b\n"1,5",2\n', [['1,5', '2']]],
    ['a quote written twice', 'a,b\n"say ""a""",""""\n', [['say "a"', '"']]],
    ['a line end in quotes', 'a,b\n"1\n2","3\r\n"\n', [['1\n2', '3\r\n']]],
    ['blanks belong to their cell', 'a,b\n 1 , 2\n', [[' 1 ', ' 2']]],
    ['any characters', 'a,b\n急,😀\n', [['急', '😀']]],
  ])('%s', (_, text, rows) => {
    expect(read(text)).toEqual({ header: ['a', 'b'], rows, faults: [] });
  });

  test('a header in quotes', () => {
    expect(read('"a","b,c"\n1,2\n').header).toEqual(['a', 'b,c']);
  });

  test('one column, in which a line is a code', () => {
    expect(read('code\nA\nB\n').rows).toEqual([['A'], ['B']]);
  });
});

describe('a fault is told where it is', () => {
  test.each([
    ['nothing at all', '', 'empty 0..0'],
    ['a header alone', 'a,b\n', 'empty 4..4'],
    ['a quote that nothing closes', 'a,b\n1,"2\n3,4\n', 'open-quote 6..7'],
    ['text behind a closing quote', 'a,b\n"1"x,2\n', 'after-quote 7..8'],
    ['a quote inside a cell', 'a,b\n1"x,2\n', 'quote-inside 5..6'],
    ['a carriage return alone', 'a,b\r1,2\n', 'line-end 3..4'],
    ['a cell too few', 'a,b\n1\n3,4\n', 'cells 4..5'],
    ['a cell too many', 'a,b\n1,2,3\n3,4\n', 'cells 4..9'],
    ['a line with nothing', 'a,b\n\n3,4\n', 'cells 4..4'],
  ])('%s', (_, text, fault) => {
    expect(read(text).faults).toEqual([fault]);
  });

  test('rows with too many or too few cells are left out, and the rest is read', () => {
    expect(read('a,b\n1\n3,4\n5,6,7\n8,9\n').rows).toEqual([
      ['3', '4'],
      ['8', '9'],
    ]);
  });

  test('too many columns, and too large a text', () => {
    expect(read(`${'a,'.repeat(200)}a\n1\n`).faults).toEqual(['columns 0..0']);
    expect(read('a'.repeat(16_000_001)).faults).toEqual(['size 0..0']);
  });

  test('no more of them than a page', () => {
    expect(read(`a,b\n${'1\n'.repeat(1000)}`).faults.length).toBe(50);
  });
});

test('time and memory grow with the text alone, whatever is in it', () => {
  const [quotes, commas] = ['"'.repeat(4_000_000), ','.repeat(4_000_000)];
  for (const text of [`a\n${quotes}`, `a\n${commas}`, `a\n${'""\n'.repeat(500_000)}`])
    expect(read(text).header).toEqual(['a']);
}, 20_000);

test('rows are found by the text of a column', () => {
  const csv = csvOf({ name: 'codes.csv', text: 'a,b\nx,"q,1"\ny,2\n' });
  expect([...rowsBy(csv, 1)]).toEqual([
    ['q,1', 0],
    ['2', 1],
  ]);
  expect(rowsBy(csv, 1)).toBe(rowsBy(csv, 1));
});

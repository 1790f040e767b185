import { describe, expect, test } from 'vitest';

import type { RowBlock, RuleData } from '../../../src/report/html/page-data.ts';
import { byName, type File, fileNamed, filesOf } from '../../../src/report/html/page/files.ts';
import {
  type Filter,
  gravestFirst,
  noFilter,
  selected,
  type Sort,
} from '../../../src/report/html/page/select.ts';

const rules: readonly RuleData[] = [
  { id: 'RSK-007', title: '最低首付款比例', weight: 0, badges: [], redLine: true },
  { id: 'RSK-002', title: '月所有债务支出收入比', weight: 1, badges: [] },
  { id: 'SVC-001', title: 'Complaints answered', weight: 13, badges: [] },
];

const blocks: readonly RowBlock[] = [
  {
    shared: ['loans.ndjson'],
    rows: [
      { id: 'D-3', file: 'c.yaml', verdict: 'pass', waiting: 12 },
      { id: 'D-1', file: 'a.yaml', verdict: 'fail', fail: [1, 1], findings: 2 },
      { id: 'D-2', file: 'b.yaml', verdict: 'fail', fail: [0], findings: 1, untold: [2] },
      { file: 'x.json', problems: 1 },
    ],
  },
  {
    shared: [],
    rows: [
      { id: 'D-4', file: 0, record: 1, verdict: 'cannot-tell', untold: [0, 1] },
      { id: 'D-5/A', file: 0, record: 2, verdict: 'pass', waived: [1] },
      { file: 0, record: 3, verdict: 'pass' },
    ],
    together: [
      { id: 'D-3', file: 'c.yaml', verdict: 'fail', fail: [2], findings: 1 },
      { file: 0, record: 3, verdict: 'pass' },
    ],
  },
];

const files = filesOf(blocks, { rules }, ['loans.ndjson']);
const names = (list: readonly File[]) => list.map(({ id, file }) => id ?? file);

describe('files', () => {
  test('are those of all blocks, each with what came of it together with others', () => {
    expect(files.map(({ verdict }) => verdict)).toEqual([
      'fail',
      'fail',
      'fail',
      undefined,
      'cannot-tell',
      'pass',
      'pass',
    ]);
    const [first] = files;
    expect([first?.fail, first?.findings, first?.waiting]).toEqual([[2], 1, 12]);
    expect(first?.details).toEqual([
      { block: 0, index: 0 },
      { block: 1, index: 3 },
    ]);
    expect(files[6]?.details).toEqual([
      { block: 1, index: 2 },
      { block: 1, index: 4 },
    ]);
  });

  test.each([
    ['D-1', 'D-1'],
    ['D-1/RSK-002', 'D-1'],
    ['D-1/RSK-002/P/1', 'D-1'],
    ['D-5/A', 'D-5/A'],
    ['D-5/A/RSK-002', 'D-5/A'],
    ['x.json', 'x.json'],
    ['loans.ndjson#3', 'loans.ndjson'],
    ['D-5', undefined],
    ['', undefined],
    ['/', undefined],
  ])('a link to %s names %s', (link, name) => {
    const file = fileNamed(link, byName(files));
    expect(file && (file.id ?? file.file)).toBe(name);
  });

  test('of two that share an id the first is named', () => {
    const twice = filesOf(
      [{ shared: [], rows: ['a', 'b'].map((file) => ({ id: 'D', file })) }],
      { rules },
      [],
    );
    expect(fileNamed('D/RSK-007', byName(twice))?.file).toBe('a');
  });
});

describe('which are listed', () => {
  const asked = (filter: Partial<Filter>, sort: Sort = { by: 'id', descending: false }) =>
    names(selected(files, rules, { ...noFilter, ...filter }, sort));

  test.each<[string, Partial<Filter>, readonly string[]]>([
    ['an id', { text: 'd-1' }, ['D-1']],
    ['a file', { text: 'b.yaml' }, ['D-2']],
    [
      'a rule that fails, is waived, or cannot be told',
      { text: 'rsk-002' },
      ['D-1', 'D-4', 'D-5/A'],
    ],
    ['the title of a rule', { text: '首付款' }, ['D-2', 'D-4']],
    ['every word', { text: 'loans 首付款' }, ['D-4']],
    ['nothing that is there', { text: 'zzz' }, []],
    ['a verdict', { verdict: 'cannot-tell' }, ['D-4']],
    ['no verdict', { verdict: 'none' }, ['x.json']],
    ['a rule', { rule: 1 }, ['D-1', 'D-4', 'D-5/A']],
    ['a rule that fails', { rule: 1, outcome: 'fail' }, ['D-1']],
    ['a rule that is waived', { rule: 1, outcome: 'waived' }, ['D-5/A']],
    ['a rule and a verdict', { rule: 2, verdict: 'fail' }, ['D-2', 'D-3']],
  ])('by %s', (_, filter, found) => {
    expect(asked(filter)).toEqual(found);
  });

  test.each<[string, Sort, readonly string[]]>([
    [
      'the gravest first: what fails, by its gravest rule, what was not read, what cannot be told, the rest',
      gravestFirst,
      ['D-2', 'D-1', 'D-3', 'x.json', 'D-4', 'D-5/A', 'loans.ndjson'],
    ],
    [
      'by findings, equal ones in the order of the check',
      { by: 'findings', descending: true },
      ['D-1', 'D-3', 'D-2', 'x.json', 'D-4', 'D-5/A', 'loans.ndjson'],
    ],
    [
      'by file and place in it',
      { by: 'file', descending: false },
      ['D-1', 'D-2', 'D-3', 'D-4', 'D-5/A', 'loans.ndjson', 'x.json'],
    ],
  ])('%s', (_, sort, found) => {
    expect(asked({}, sort)).toEqual(found);
  });
});

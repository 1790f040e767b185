import { describe, expect, test } from 'vitest';

import type { Book, BookEdition, BookRule, BookTable } from './book.ts';
import { randomLimits } from './limits.ts';
import { drawFrom } from './draw.ts';
import { evaluator } from './evaluator.ts';
import { calculator, type Engine } from './laws.ts';
import { closures, closuresOfValues, generatedCode } from './plans.ts';
import { mistakesIn, typed } from './program.ts';
import type { FieldShape, NumberShape, RecordShape, Shape } from './shapes.ts';
import type { Term } from './term.ts';
import type { Status } from './verdicts.ts';

const engines: readonly Engine[] = [
  calculator,
  evaluator,
  closures,
  closuresOfValues,
  generatedCode,
];

const money: NumberShape = { kind: 'number', unit: 'money', whole: false, positive: false };
const count: NumberShape = { kind: 'number', unit: 'count', whole: true, positive: false };
const flag: Shape = { kind: 'boolean' };
const text: Shape = { kind: 'text' };
const kind: Shape = { kind: 'word', words: ['A', 'B'] };
const part: RecordShape = { kind: 'record', fields: [field('ok', flag), field('size', count)] };
const group: RecordShape = {
  kind: 'record',
  fields: [field('key', text), field('n', count), field('x', money), field('parts', listOf(part))],
};

/** Fields inside records have names of fields outside, as those that once stood in for one another. */
const shape: RecordShape = {
  kind: 'record',
  fields: [
    field('id', text),
    field('product', { kind: 'word', words: ['P', 'Q', 'R'] }),
    field('asOfDay', { kind: 'date' }),
    field('n', count),
    field('amount', money),
    field('price', money),
    field('vip', flag, true),
    field('either', { kind: 'union', of: [count, { kind: 'word', words: ['NA'] }] }, true),
    field(
      'spouse',
      {
        kind: 'record',
        fields: [
          field('agreed', flag),
          field('cls', kind),
          field('note', text),
          field('homes', listOf(part)),
        ],
      },
      true,
    ),
    field('tags', listOf(kind)),
    field('groups', listOf(group)),
    field('deeds', listOf(part)),
  ],
};

function field(name: string, of: Shape, none = false): FieldShape {
  return { name, shape: of, none };
}

function listOf(of: Shape): Shape {
  return { kind: 'list', of, key: undefined };
}

function term(text_: string): Term {
  return { sort: 'truth', bare: false, parts: [text_] };
}

function edition(keys: Partial<BookEdition>): BookEdition {
  return {
    from: '2000-01-01',
    asOf: term('asOfDay'),
    when: undefined,
    require: term('true'),
    ...keys,
  };
}

function bookOf(editions: readonly BookEdition[], more: Partial<Book & BookRule> = {}): Book {
  const { each, since = false, ended = false, tables = [], parameters = [] } = more;
  return {
    seed: 'found',
    shape,
    limits: randomLimits(drawFrom('found'), 2),
    definitions: [],
    parameters,
    tables,
    codes: [],
    rules: [{ id: 'TST-001', products: undefined, each, editions, since, ended, ifAbsent: false }],
  };
}

/** What all engines say of each file in turn, which they have to agree on. */
function said(book: Book, files: readonly object[]): readonly Status[] {
  const one = typed(book);
  if (!one)
    throw new Error(
      mistakesIn(book)
        .map((mistake) => mistake.said)
        .join('\n'),
    );
  const [expected = [], ...others] = engines.map((engine) => {
    const judge = engine.of(one);
    return files.map((file) => {
      const texts = JSON.stringify({ id: 'F', asOfDay: '2024-05-01', ...file });
      const [status = 'cannot-tell'] =
        judge(texts)?.flatMap(({ elements }) => elements.map((element) => element.status)) ?? [];
      return status;
    });
  });
  for (const other of others) expect(other).toEqual(expected);
  return expected;
}

describe('a null element lets no outer name stand in', () => {
  test.each([
    ['count(groups[n > 5]) = 0', [{ n: 9 }], 'fail'],
    ['count(groups[n > 5]) = 0', [null], 'cannot-tell'],
    ['count(groups[n > 5]) = 0', [{}], 'cannot-tell'],
    ['every g in groups[n > 5] satisfies g.x > 100', [{ n: 9, x: 50 }], 'fail'],
    ['every g in groups[n > 5] satisfies g.x > 100', [null], 'cannot-tell'],
    ['sum(groups[n > 5].x) <= 100', [{ n: 9, x: 200 }], 'fail'],
    ['sum(groups[n > 5].x) <= 100', [null], 'cannot-tell'],
  ])('%s of %j is %s', (require, groups, expected) => {
    const own = said(bookOf([edition({ require: term(require) })]), [{ n: 1, groups }]);
    expect(own).toEqual([expected]);
  });
});

test.each([
  'every p in groups[n].parts satisfies p.ok',
  'count(groups[n].parts) = 0',
  'not(some p in groups[n].parts satisfies p.ok)',
])('an unknown position is none of an empty list: %s', (require) => {
  const book = bookOf([edition({ require: term(require) })]);
  expect(said(book, [{ groups: [] }, { n: 1, groups: [] }])).toEqual([
    'cannot-tell',
    'cannot-tell',
  ]);
});

test.each([
  [
    'price / (amount / price) >= -1',
    [
      { price: 0, amount: 5 },
      { price: 5, amount: 0 },
    ],
  ],
  [
    'floor(amount / (price / amount)) <= 1',
    [
      { price: 0, amount: 0 },
      { price: 0, amount: 5 },
    ],
  ],
  ['amount / (price / none) > 15', [{ price: -0.01, amount: 63 }]],
])('a division by nought inside a division cannot be told: %s', (require, files) => {
  const parameters: Book['parameters'] = [
    { name: 'none', unit: 'money', editions: [{ from: '2000-01-01', value: 0 }] },
  ];
  const own = said(bookOf([edition({ require: term(require) })], { parameters }), files);
  expect(own).toEqual(files.map(() => 'cannot-tell'));
});

describe('what was verified to be none is neither true nor false', () => {
  test.each([
    ['vip', 'cannot-tell'],
    ['spouse.agreed', 'cannot-tell'],
    // it is found among others that are none, and nowhere else
    ['list contains(tags, spouse.cls)', 'not-applicable'],
    ['list contains([spouse.note], spouse.note)', 'pass'],
    ['list contains(tags, string join([spouse.note, id], ","))', 'cannot-tell'],
    ['spouse.cls = "A"', 'cannot-tell'],
    ['spouse.cls != null', 'not-applicable'],
  ])('when %s is %s', (when, expected) => {
    const book = bookOf([edition({ when: term(when), require: term('amount > 100') })]);
    expect(said(book, [{ amount: 500, tags: ['A'] }])).toEqual([expected]);
  });

  test('and of no kind, whatever kinds are left', () => {
    const when = term('not(either instance of string)');
    const book = bookOf([edition({ when, require: term('either instance of number') })]);
    expect(said(book, [{}, { either: 3 }, { either: 'NA' }, { either: [] }])).toEqual([
      'fail',
      'pass',
      'not-applicable',
      'cannot-tell',
    ]);
  });

  test('nor has its list elements', () => {
    const each = { variable: 'home', list: term('spouse.homes') };
    const book = bookOf([edition({ require: term('home.ok') })], { each });
    expect(said(book, [{}, { spouse: {} }, { spouse: { homes: [] } }])).toEqual([
      'not-applicable',
      'cannot-tell',
      'not-applicable',
    ]);
  });
});

test('a file says nothing of the file before it', () => {
  const book = bookOf([edition({ require: term('spouse != null') })]);
  const files = [{ spouse: { agreed: true } }, {}, { spouse: { agreed: true } }];
  expect(said(book, files)).toEqual(['pass', 'fail', 'pass']);
});

test('lists of an element go on with lists of the file', () => {
  const require = 'list contains((for p in groups[1].parts, d in deeds return d.size), 1)';
  const book = bookOf([edition({ require: term(require) })]);
  const deeds = [{ size: 1 }];
  expect(said(book, [{}, { deeds }, { deeds, groups: [{ parts: [{}] }] }])).toEqual([
    'cannot-tell',
    'cannot-tell',
    'pass',
  ]);
});

test('rows of a table agree where the values that they give do', () => {
  const tables: readonly BookTable[] = [
    {
      name: 'table',
      hit: 'unique',
      inputs: [term('n')],
      outputs: [
        { name: 'high', sort: 'truth' },
        { name: 'limit', sort: 'money' },
      ],
      editions: [
        {
          from: '2000-01-01',
          rows: [
            { when: ['-'], gives: [term('true'), term('amount')] },
            { when: ['not(2)'], gives: [term('true'), term('5')] },
          ],
        },
      ],
    },
  ];
  const book = bookOf([edition({ require: term('table.high') })], { tables });
  expect(said(book, [{ amount: 5 }, { amount: 6 }, { amount: 6, n: 2 }])).toEqual([
    'pass',
    'cannot-tell',
    'pass',
  ]);
});

describe('no edition in force', () => {
  test.each([
    ['is no way out', {}, 'amount > 0', 'cannot-tell'],
    ['and the rule began with its source', { since: true }, 'amount > 0', 'not-applicable'],
    ['and none could apply', {}, 'amount < 0', 'not-applicable'],
  ])('%s', (_, keys, when, expected) => {
    const editions = [edition({ from: '2024-06-01', when: term(when) })];
    expect(said(bookOf(editions, keys), [{ amount: 1 }])).toEqual([expected]);
  });
});

import { describe, expect, test } from 'vitest';

import { Unfit } from '../../src/run/scalars.ts';
import {
  bookOf,
  engineNames,
  enginesOf,
  loads as loadsIn,
  reference,
  verdictsOf,
} from './harness.ts';
import { schema } from './schema.ts';

const book = bookOf(
  [
    'amount <= price',
    'kind = "A"',
    'every i in items satisfies i.done',
    'note = "a"',
    'list contains(words, "A")',
  ],
  schema,
);
if (!book) throw new Error('the rulebook is wrong');
const engines = enginesOf(book);

const whole = {
  id: 'T1',
  day: '2024-10-08',
  amount: 100.01,
  price: 200,
  kind: 'A',
  note: 'a',
  agreed: true,
  items: [
    { key: 'K1', done: true, parts: [] },
    { key: 'K2', done: true },
  ],
  words: ['A'],
};

function loads(json: string): readonly boolean[] {
  return loadsIn(engines, json);
}

test('a whole file is loaded, however it is laid out', () => {
  for (const json of [
    JSON.stringify(whole),
    JSON.stringify(whole, null, 2),
    JSON.stringify(whole, null, '\t'),
  ]) {
    expect(loads(json)).toEqual([true, true]);
    expect(reference(book, json)).toEqual([1, 1, 1, 1, 1]);
  }
});

/** What the fast path must not take for a well-formed file. */
const malformed: Readonly<Record<string, string>> = {
  'no JSON': '{"id":',
  'a list': '[]',
  'a number': '1',
  'an empty record': '{}',
  'an unknown field': '{"id":"T1","amuont":1}',
  'an unknown field in a record inside': '{"id":"T1","inner":{"x":1}}',
  'an unknown field in an element': '{"id":"T1","items":[{"key":"K","x":null}]}',
  'a key given twice': '{"id":"T1","amount":1,"amount":2}',
  'a key given twice, the colon after a space': '{"id":"T1","amount" :1,"amount":2}',
  'a key given twice, once in escapes': String.raw`{"id":"T1","amount":1,"\u0061mount":2}`,
  'a key that reaches for the prototype': '{"id":"T1","__proto__":{"amount":1}}',
  'a text for a number': '{"id":"T1","amount":"1"}',
  'a number for a text': '{"id":"T1","note":1}',
  'a number for a truth value': '{"id":"T1","agreed":1}',
  'a record for a list': '{"id":"T1","items":{}}',
  'a list for a record': '{"id":"T1","inner":[]}',
  'an unknown word': '{"id":"T1","kind":"Z"}',
  'an unknown word in a list': '{"id":"T1","words":["Z"]}',
  'a day that does not exist': '{"id":"T1","day":"2023-02-29"}',
  'a day written another way': '{"id":"T1","day":"2023-2-28"}',
  'a moment without an offset': '{"id":"T1","seen":"2024-02-29T10:00:00"}',
  'a moment that does not exist': '{"id":"T1","seen":"2024-02-29T25:00:00+08:00"}',
  'a day before the first believable one': '{"id":"T1","born":"1899-12-31"}',
  'a day after the last believable one': '{"id":"T1","born":"2061-01-01"}',
  'a moment before the first believable day': '{"id":"T1","seen":"0026-02-28T10:00:00+08:00"}',
  'a moment after the last believable day': '{"id":"T1","seen":"2061-01-01T00:00:00Z"}',
  'parts of a fen': '{"id":"T1","amount":0.001}',
  'too many digits': `{"id":"T1","share":0.${'1234567890'.repeat(10)}1}`,
  'parts of a fen that its double lacks': '{"id":"T1","amount":1.00000000000000000001}',
  'a price below its minimum by less than its double tells':
    '{"id":"T1","price":-0.00000000000000000000000000000000000001}',
  'a price below its minimum': '{"id":"T1","price":-0.01}',
  'two elements of one key': '{"id":"T1","items":[{"key":"K"},{"key":"K"}]}',
  'two of many elements of one key': `{"id":"T1","items":[${Array.from({ length: 40 }, (_, n) => `{"key":"K${n % 39}"}`).join(',')}]}`,
};

describe('the loaders leave to the reference path', () => {
  test.each(Object.entries(malformed))('%s', (_, json) => {
    expect(reference(book, json)).toBeUndefined();
    expect(loads(json)).toEqual([false, false]);
  });

  test.each([
    ['a list of over a million elements', `{"id":"T1","items":[${'{},'.repeat(2 ** 20)}{}]}`],
  ])('%s, which may be well formed', (_, json) => {
    expect(loads(json)).toEqual([false, false]);
  });

  test.each([
    ['more digits than are kept', '0.123456789'],
    ['more digits than doubles have', '0.12345678901234567'],
    ['digits that its double rounds to one that is kept', '0.70000000000000000001'],
    ['an exponent', '1e-20'],
  ])('what reads a number of %s, and nothing else', (_, share) => {
    const own = bookOf(['share < 0.7', 'amount <= price', 'share < amount / price'], schema);
    if (!own) throw new Error('the rulebook is wrong');
    const [all, json] = [enginesOf(own), JSON.stringify(whole).replace('{', `{"share":${share},`)];
    const told = engineNames.map((name) => verdictsOf(all[name], json));
    expect(told).toEqual([
      [255, 1, 255],
      [255, 1, 255],
    ]);
  });

  test('nothing where a double tells a number of many digits', () => {
    const json = '{"id":"T1","day":"2024-10-08","amount":1.000000000000000000,"price":100e-2}';
    for (const name of engineNames) expect(verdictsOf(engines[name], json)?.[0]).toBe(1);
  });
});

describe('what a schema may be called', () => {
  test.each(['toString', 'hasOwnProperty', 'valueOf'])('a field named %s', (name) => {
    const odd = bookOf([`${name} > 0`], {
      type: 'object',
      properties: {
        id: { type: 'string' },
        day: { type: 'string', format: 'date' },
        [name]: { type: 'number', 'x-unit': 'count' },
      },
    });
    if (!odd) throw new Error('the rulebook is wrong');
    const own = enginesOf(odd);
    for (const name of engineNames) {
      // nothing inherited stands in for what is not on file
      expect(verdictsOf(own[name], '{"day":"2024-10-08"}')?.[0] ?? 255).toBe(255);
    }
  });
});

test.each(['verifiedNone', 'notCaptured'])(
  'a file that lists paths under %s is for the reference path',
  (name) => {
    const paths = { type: 'array', 'x-absence': 'none', items: { type: 'string' } } as const;
    const properties = { ...schema.properties, [name]: paths };
    const listing = bookOf(['amount <= price'], { ...schema, properties });
    if (!listing) throw new Error('the rulebook is wrong');
    const own = enginesOf(listing);
    const loaded = (listed: readonly string[]) => {
      const json = JSON.stringify({ ...whole, [name]: listed });
      return engineNames.map((engine) => !(own[engine].load(json) instanceof Unfit));
    };
    expect(loaded([])).toEqual([true, true]);
    expect(loaded(['until'])).toEqual([false, false]);
  },
);

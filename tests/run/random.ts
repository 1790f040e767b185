import fc from 'fast-check';

import type { JsonSchema } from '../../src/dossier/schema.ts';

/** Every kind of field that the fast path lays out. */
export const schema: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    amount: { type: 'number', 'x-unit': 'money' },
    price: { type: 'number', 'x-unit': 'money', minimum: 0 },
    rate: { type: 'number', 'x-unit': 'rate' },
    share: { type: 'number', 'x-unit': 'ratio' },
    term: { type: 'number', 'x-unit': 'months' },
    homes: { type: 'number', 'x-unit': 'count' },
    kind: { type: 'string', enum: ['A', 'B', 'C'] },
    other: { type: 'string', enum: ['B', 'C', 'D'] },
    note: { type: 'string' },
    agreed: { type: 'boolean' },
    born: { type: 'string', format: 'date', 'x-earliest': '1900-01-01', 'x-latest': '2060-12-31' },
    seen: {
      type: 'string',
      format: 'date-time',
      'x-earliest': '1900-01-01',
      'x-latest': '2060-12-31',
    },
    gone: { type: 'string', format: 'date', 'x-absence': 'none' },
    inner: {
      type: 'object',
      properties: {
        amount: { type: 'number', 'x-unit': 'money' },
        day: { type: 'string', format: 'date' },
        checked: { type: 'boolean' },
      },
    },
    items: {
      type: 'array',
      'x-key': 'key',
      items: {
        type: 'object',
        properties: {
          key: { type: 'string' },
          kind: { type: 'string', enum: ['A', 'B', 'C'] },
          amount: { type: 'number', 'x-unit': 'money' },
          day: { type: 'string', format: 'date' },
          done: { type: 'boolean' },
          number: { type: 'number', 'x-unit': 'count' },
          parts: {
            type: 'array',
            'x-absence': 'none',
            items: {
              type: 'object',
              properties: {
                amount: { type: 'number', 'x-unit': 'money' },
                kind: { type: 'string', enum: ['A', 'B'] },
              },
            },
          },
        },
      },
    },
    words: { type: 'array', items: { type: 'string', enum: ['A', 'B', 'C'] } },
    notes: { type: 'array', items: { type: 'string' } },
    grade: {
      anyOf: [
        { type: 'number', 'x-unit': 'ratio' },
        { type: 'string', enum: ['NA', 'X'] },
      ],
    },
    none: { type: 'number', 'x-unit': 'money', 'x-absence': 'none' },
  },
};

const one = (...texts: readonly string[]) => fc.constantFrom(...texts);
const join = (pattern: string, ...parts: readonly fc.Arbitrary<string>[]) =>
  fc
    .tuple(...parts)
    .map((found) =>
      pattern.replaceAll(/#(\d)/gu, (_, index: string) => found[Number(index)] ?? ''),
    );

/** Conditions of well-typed expressions, by kind of value; most of them are. */
export const condition: fc.Arbitrary<string> = fc.letrec<Record<string, string>>((tie) => {
  const amountLimits = one(
    '100',
    '100.01',
    '99.99',
    '0',
    '850000',
    '1000000',
    '0.01',
    '123456789.12',
  );
  const element = one('i.amount', 'sum(i.parts.amount)', 'sum(i.parts[kind = "A"].amount)');
  const lists = fc.oneof({ weight: 3, arbitrary: one('items') }, join('items[#0]', tie('inItem')));
  const money = fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    one('amount', 'price', 'inner.amount'),
    amountLimits,
    join('(#0 #1 #2)', tie('money'), one('+', '-'), tie('money')),
    join('#0 * #1', tie('money'), one('0.85', '0.15', '2', '0.123456', '1.5', 'share', 'rate')),
    join('#0(#1, #2)', one('min', 'max'), tie('money'), tie('money')),
    join('abs(#0 - #1)', tie('money'), tie('money')),
    join('#0(#1.amount)', one('sum', 'min', 'max'), lists),
    join('sum(for i in #0 return #1)', lists, element),
    join('items[#0].amount', one('1', '2')),
    join('(if #0 then #1 else #2)', tie('truth'), tie('money'), tie('money')),
    join('items[-#0].amount', one('1', '2')),
    join(
      '#0(#1, #2)',
      one('round', 'round up', 'round down', 'decimal'),
      tie('money'),
      one('0', '1', '2'),
    ),
    join('#0(#1)', one('floor', 'ceiling'), tie('money')),
    join('modulo(#0, #1)', tie('money'), one('7', '100.5', 'price')),
    join('monthly payment(#0, rate, #1)', tie('money'), one('12', '360')),
    one('half', 'cheaper', 'largest', 'none'),
  );
  const ratio = fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    one('share', '0.15', '0.7', '0.85', '0.3333'),
    join('#0 / #1', tie('money'), tie('money')),
    join('(#0 #1 #2)', tie('ratio'), one('+', '-'), tie('ratio')),
    one('limit', 'part', 'band'),
  );
  const day = fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    one(
      'day',
      'born',
      'inner.day',
      'date(seen)',
      'date("2024-02-29")',
      'date("2024-09-24")',
      'gone',
    ),
    join('#0(#1.day)', one('min', 'max'), lists),
    join('(if #0 then #1 else #2)', tie('truth'), tie('day'), tie('day')),
    join('add working days(#0, #1)', tie('day'), one('1', '-2', '5')),
    join('#0 + duration("#1")', tie('day'), one('P1M', 'P1Y', 'P3D')),
    join('items[#0].day', one('1', '-1')),
  );
  const text = fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    one('note', '"急"', '"ab"', '""', 'notes[1]', 'string(homes)', 'string(kind)', 'rank', 'label'),
    join('substring(#0, #1)', tie('text'), one('1', '2', '-1', '1, 1')),
    join('#0(#1)', one('upper case', 'lower case'), tie('text')),
    join('#0 + #1', tie('text'), tie('text')),
    join('replace(#0, "#1", "z")', tie('text'), one('a', '[ab]', '急')),
    one('string join(notes, "-")', 'string join(items.key)'),
    join('(if #0 then #1 else #2)', tie('truth'), tie('text'), tie('text')),
  );
  const operator = one('<', '<=', '>', '>=', '=', '!=');
  const inItem = fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    join('amount #0 #1', operator, amountLimits),
    one('done', 'kind = "A"', 'kind in ("A", "B")', 'day <= date("2024-02-29")', 'number >= 2'),
    join('#0 #1 #2', tie('inItem'), one('and', 'or'), tie('inItem')),
  );
  const ofItem = fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    join('#0 #1 #2', element, operator, tie('money')),
    one(
      'i.done',
      'i.kind = "A"',
      'i.kind = kind',
      'i.day <= day',
      'i.kind != other',
      'i.number in [1..2]',
    ),
    one('i.key = note', 'some p in i.parts satisfies p.kind = i.kind', 'count(i.parts) >= 1'),
    join('#0 #1 #2', tie('ofItem'), one('and', 'or'), tie('ofItem')),
    join('not(#0)', tie('ofItem')),
  );
  const truth = fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    join('#0 #1 #2', tie('money'), operator, tie('money')),
    join('#0 #1 #2', tie('ratio'), operator, tie('ratio')),
    join('#0 #1 #2', tie('day'), operator, tie('day')),
    join('rate #0 #1', one('>=', '=', '<'), one('0.0335', '0.0315 + 0.002', '0.0491')),
    join(
      '#0(#1, #2) #3 #4',
      one('months between', 'days between', 'age at', 'working days between'),
      tie('day'),
      tie('day'),
      operator,
      one('0', '1', '12', '18', '-1', '29'),
    ),
    join('count(#0) #1 #2', lists, operator, one('0', '1', '2')),
    join('#0 i in #1 satisfies #2', one('some', 'every'), lists, tie('ofItem')),
    one(
      'agreed',
      'inner.checked',
      'kind = "A"',
      'kind in ("A", "C")',
      'kind = other',
      'not(kind in ("B"))',
    ),
    one(
      'homes in [1..2]',
      'homes in (> 2, 0)',
      'term between 12 and 360',
      'agreed = inner.checked',
      'gone = null',
      'gone != null',
    ),
    one(
      'note = "急"',
      'contains(note, "急")',
      'starts with(note, "a")',
      'string length(note) <= 2',
      'list contains(words, "A")',
      'list contains(words, kind)',
      'rank = "low"',
    ),
    one(
      'count(distinct values(items.key)) = count(items)',
      'seen >= date and time("2024-02-29T10:00:00+08:00")',
      'strict',
    ),
    one(
      'none = null',
      'none != null and none > 10',
      'grade = "NA"',
      'if grade instance of number then grade > 0.5 else grade = "X"',
      'grade in ("NA", "X")',
      'count(distinct values(items.amount)) = count(items)',
      'count(distinct values(notes)) >= 2',
      'every w in words satisfies w = kind',
      'some n in notes satisfies contains(n, "急")',
      'every i in items satisfies some j in items satisfies i.amount = j.amount and i.key != j.key',
      'some i in items satisfies every p in i.parts satisfies p.amount <= i.amount',
      'every p in items[1].parts satisfies p.kind = "A"',
      'some part in split(note, "[,;]") satisfies part = "a"',
      'count(split(note, "b")) = 2',
    ),
    join('#0 = #1', tie('text'), tie('text')),
    join(
      '#0(#1, "#2")',
      one('contains', 'starts with', 'matches'),
      tie('text'),
      one('a', '急', 'b'),
    ),
    join('string length(#0) #1 #2', tie('text'), operator, one('0', '1', '2')),
    join(
      '(#0).#1 #2 #3',
      tie('day'),
      one('year', 'month', 'day', 'weekday'),
      operator,
      one('1', '2', '29', '2024'),
    ),
    join('seen.#0 #1 #2', one('hour', 'minute'), operator, one('0', '10', '30')),
    join('(#0 #1 #2)', tie('truth'), one('and', 'or'), tie('truth')),
    join('not(#0)', tie('truth')),
    join('(if #0 then #1 else #2)', tie('truth'), tie('truth'), tie('truth')),
  );
  return { money, ratio, day, text, inItem, ofItem, truth };
})['truth'] as fc.Arbitrary<string>;

const title = { en: 'Test' };
const from = '2000-01-01';

function row(when: readonly string[], then: readonly unknown[]) {
  // oxlint-disable-next-line no-thenable -- the format's own word
  return { when, then };
}

/** Definitions, parameters and tables that the conditions name. */
export const others: Readonly<Record<string, unknown>> = {
  'definitions.yaml': {
    definitions: [
      { definition: 'half', title, editions: [{ from, is: 'price * 0.5' }] },
      {
        definition: 'cheaper',
        title,
        editions: [
          { from, until: '2023-12-31', is: 'min(amount, price)' },
          { from: '2024-01-01', is: 'min(amount, price) - 0.01' },
        ],
      },
      { definition: 'part', title, editions: [{ from, is: 'amount / price' }] },
      { definition: 'largest', title, editions: [{ from, is: 'max(items[done].amount)' }] },
      { definition: 'strict', title, editions: [{ from, is: 'homes > 1 or agreed' }] },
    ],
  },
  'parameters/limit.yaml': {
    parameter: 'limit',
    title,
    unit: 'ratio',
    editions: [
      { from, until: '2024-02-28', value: 0.2, basis: [] },
      { from: '2024-02-29', value: 0.15, basis: [] },
    ],
  },
  'tables/band.yaml': {
    table: 'band',
    title,
    hit: 'first',
    inputs: [{ is: 'kind' }, { is: 'homes' }],
    outputs: [{ output: 'share', title, unit: 'ratio' }],
    editions: [
      {
        from,
        basis: [],
        rows: [row(['"A"', '1'], [0.85]), row(['"A"', '> 1'], [0.7]), row(['-', '-'], [0.7])],
      },
    ],
  },
  'tables/label.yaml': {
    table: 'label',
    title,
    hit: 'unique',
    inputs: [{ is: 'kind' }, { is: 'agreed' }],
    outputs: [{ output: 'label', title }],
    editions: [
      {
        from,
        until: '2024-02-28',
        basis: [],
        rows: [row(['"A"', '-'], ['"急"']), row(['"B"', 'true'], ['"ab"'])],
      },
      {
        from: '2024-02-29',
        basis: [],
        rows: [row(['-', 'true'], ['note']), row(['"C"', 'false'], ['"急"'])],
      },
    ],
  },
  'tables/rank.yaml': {
    table: 'rank',
    title,
    hit: 'unique',
    inputs: [{ is: 'amount' }],
    outputs: [{ output: 'rank', title }],
    editions: [
      {
        from,
        basis: [],
        rows: [row(['<= 100'], ['"low"']), row(['> 100'], ['"high"'])],
      },
    ],
  },
};

/** A hole one time in six; elsewhere a value on a boundary of something. */
function holed<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof({ weight: 10, arbitrary: values }, fc.constantFrom(null, undefined));
}

const money = fc.oneof(
  fc.constantFrom(
    0,
    0.01,
    99.99,
    100,
    100.01,
    15,
    85,
    150_000,
    850_000,
    1_000_000,
    -5,
    123_456_789.12,
    92_592_591.84,
  ),
  // past what the fast path keeps in doubles when multiplied
  fc.constantFrom(150_000_000_000.01, 150_000_000_000.02, 127_500_000_000.01, 999_999_999_999.99),
  fc.integer({ min: 0, max: 100_000_000 }).map((fen) => fen / 100),
);
const day = fc.constantFrom(
  '2023-12-29',
  '2023-12-31',
  '2024-01-01',
  '2024-01-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-03-31',
  '2024-04-30',
  '2006-02-28',
  '2006-03-01',
  '1999-12-31',
  '2025-01-01',
);
const kind = fc.constantFrom('A', 'B', 'C');
const flag = fc.boolean();

/** A file with holes and values on boundaries. */
export const dossier: fc.Arbitrary<string> = fc
  .record({
    id: fc.constant('T1'),
    day: fc.oneof({ weight: 9, arbitrary: day }, fc.constant(undefined)),
    amount: holed(money),
    price: holed(money.map(Math.abs)),
    rate: holed(fc.constantFrom(0.0335, 0.0315, 0.033_499_99, 0.0491)),
    share: holed(fc.constantFrom(0.15, 0.7, 0.85, 0.333_333_33)),
    term: holed(fc.constantFrom(11, 12, 360, 361)),
    homes: holed(fc.integer({ min: 0, max: 3 })),
    kind: holed(kind),
    other: holed(fc.constantFrom('B', 'C', 'D')),
    note: holed(fc.constantFrom('急', '加急件', 'ab', '', ' ', '😀急', 'K1', 'a,b;a', 'bab')),
    agreed: holed(flag),
    born: holed(day),
    seen: holed(
      fc.constantFrom(
        '2024-02-28T23:30:00+08:00',
        '2024-02-29T02:00:00Z',
        '2024-02-28T16:00:00.5Z',
        '2024-02-29T10:00:00+08:00',
      ),
    ),
    gone: holed(day),
    inner: holed(fc.record({ amount: holed(money), day: holed(day), checked: holed(flag) })),
    items: holed(
      fc
        .array(
          fc.record({
            kind: holed(kind),
            amount: holed(money),
            day: holed(day),
            done: holed(flag),
            number: holed(fc.integer({ min: 0, max: 3 })),
            parts: holed(
              fc.array(
                fc.record({ amount: holed(money), kind: holed(fc.constantFrom('A', 'B')) }),
                { maxLength: 2 },
              ),
            ),
          }),
          { maxLength: 4 },
        )
        .chain((items) =>
          fc
            .array(fc.constantFrom('whole', 'whole', 'whole', 'whole', 'null', 'empty'), {
              minLength: items.length,
              maxLength: items.length,
            })
            .map((kinds) =>
              items.map((item, index) => {
                if (kinds[index] === 'null') return null;
                return kinds[index] === 'empty' ? {} : { key: `K${index + 1}`, ...item };
              }),
            ),
        ),
    ),
    words: holed(
      fc.array(fc.oneof({ weight: 9, arbitrary: kind }, fc.constant(null)), { maxLength: 3 }),
    ),
    notes: holed(fc.array(holed(fc.constantFrom('急', 'ab', 'a', '')), { maxLength: 3 })),
    grade: holed(fc.constantFrom('NA', 'X', 0.5, 0.51, 1)),
    none: holed(money),
  })
  .map((file) => JSON.stringify(file));

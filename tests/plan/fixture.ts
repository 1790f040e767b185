import fc from 'fast-check';

import type { JsonSchema } from '../../src/dossier/schema.ts';

const money = { type: 'number', 'x-unit': 'money' } as const;
const day = { type: 'string', format: 'date' } as const;
const kinds = { type: 'string', enum: ['A', 'B', 'C'] } as const;

/** A field of every kind, at every depth. */
export const schema: JsonSchema = {
  type: 'object',
  'x-units': { kWh: { title: { zh: '千瓦时', en: 'kWh' } } },
  properties: {
    id: { type: 'string' },
    day,
    amount: money,
    price: { ...money, minimum: 0 },
    share: { type: 'number', 'x-unit': 'ratio' },
    rate: { type: 'number', 'x-unit': 'rate', minimum: 0, maximum: 1 },
    homes: { type: 'integer', 'x-unit': 'count' },
    term: { type: 'integer', 'x-unit': 'months', minimum: 1, maximum: 480 },
    kind: kinds,
    note: { type: 'string' },
    agreed: { type: 'boolean' },
    born: day,
    seen: { type: 'string', format: 'date-time' },
    gone: { ...day, 'x-absence': 'none' },
    nick: { type: 'string', 'x-absence': 'none' },
    either: {
      anyOf: [
        { type: 'number', 'x-unit': 'ratio' },
        { type: 'string', enum: ['NA', 'Exempt'] },
      ],
    },
    loose: { anyOf: [{ type: 'number', 'x-unit': 'count' }, { type: 'string' }] },
    inner: {
      type: 'object',
      properties: { amount: money, day, gone: { ...day, 'x-absence': 'none' } },
    },
    items: {
      type: 'array',
      'x-key': 'key',
      items: {
        type: 'object',
        properties: {
          key: { type: 'string' },
          kind: kinds,
          amount: money,
          count: { type: 'integer', 'x-unit': 'count' },
          day,
          done: { type: 'boolean' },
          nick: { type: 'string', 'x-absence': 'none' },
          parts: {
            type: 'array',
            items: { type: 'object', properties: { amount: money, kind: kinds } },
          },
        },
      },
    },
    part0: { type: 'number', 'x-unit': 'none' },
    cltv: { type: 'number', 'x-unit': 'percent' },
    used: { type: 'number', 'x-unit': 'kWh' },
    built: { type: 'number', 'x-unit': 'kWh', minimum: 0 },
    on: { type: 'string' },
    words: { type: 'array', items: kinds },
    names: { type: 'array', items: { type: 'string' } },
  },
};

const title = { en: 'Test' };
const from = '2000-01-01';

function row(when: readonly string[], then: readonly unknown[]) {
  // oxlint-disable-next-line no-thenable -- the format's own word
  return { when, then };
}

function definition(name: string, is: string, more: readonly unknown[] = []) {
  return {
    definition: name,
    title,
    editions: [...more, { from: more.length > 0 ? '2024-01-01' : from, is }],
  };
}

/** A code set of two editions, of which the second has other rows and finer numbers. */
const places = {
  codes: 'places',
  title,
  key: 'code',
  columns: [
    { column: 'limit', unit: 'money' },
    { column: 'weight', type: 'number' },
    { column: 'opened', type: 'date' },
    { column: 'open', type: 'boolean' },
    { column: 'area' },
  ],
  editions: [
    { from, until: '2024-02-28', file: 'places-2000.csv', basis: [] },
    { from: '2024-02-29', file: 'places-2024.csv', basis: [] },
  ],
};

/** Definitions, parameters, tables and code sets that the expressions name. */
export const others: Readonly<Record<string, unknown>> = {
  'definitions.yaml': {
    definitions: [
      definition('half', 'price * 0.5'),
      definition('part', 'amount / price'),
      definition('moving', 'amount / price', [
        { from, until: '2023-12-31', is: 'amount / inner.amount' },
      ]),
      definition('kept', 'items[done]'),
      definition('first', 'items[1]'),
      definition('lately', 'date(seen)'),
      definition('placed', 'if nick in places then places(nick).limit else amount'),
    ],
  },
  'codes/places.yaml': places,
  'codes/places-2000.csv': `code,limit,weight,opened,open,area
a,100,1,2006-02-28,true,A
b,99.99,,2024-01-01,,"b, c"
A,-5,-3,,false,
`,
  'codes/places-2024.csv': `area,code,open,weight,limit,opened
急,急,false,0.125,150,2023-12-31
A,a,true,2.5,100.01,1999-12-31
"say ""a""",ab,true,1,,2024-02-29
`,
  'parameters/limit.yaml': {
    parameter: 'limit',
    title,
    unit: 'ratio',
    editions: [
      { from, until: '2024-02-28', value: 0.2, basis: [] },
      { from: '2024-02-29', value: 0.15, basis: [] },
    ],
  },
  'parameters/ever.yaml': {
    parameter: 'ever',
    title,
    unit: 'ratio',
    editions: [{ from, value: 0.3, basis: [] }],
  },
  'tables/rank.yaml': {
    table: 'rank',
    title,
    hit: 'unique',
    inputs: [{ is: 'amount' }],
    outputs: [{ output: 'rank', title }],
    editions: [{ from, basis: [], rows: [row(['<= 100'], ['"low"']), row(['> 100'], ['"high"'])] }],
  },
  'tables/where.yaml': {
    table: 'where',
    title,
    hit: 'first',
    inputs: [{ is: 'nick' }],
    outputs: [{ output: 'where', title }],
    editions: [
      {
        from,
        basis: [],
        rows: [
          row(['"A"'], ['"A"']),
          row(['places(date("2024-01-01"))'], ['"in"']),
          row(['not(places, "a")'], ['"out"']),
        ],
      },
    ],
  },
  'tables/bounds.yaml': {
    table: 'bounds',
    title,
    hit: 'unique',
    inputs: [{ is: 'kind' }],
    outputs: [
      { output: 'low', title, unit: 'money' },
      { output: 'high', title, unit: 'money' },
    ],
    editions: [
      {
        from,
        basis: [],
        rows: [row(['"A"'], [1, 100]), row(['"B"'], [1, 200]), row(['"C"'], [1, 200])],
      },
    ],
  },
  'tables/wanted.yaml': {
    table: 'wanted',
    title,
    hit: 'first',
    inputs: [{ is: 'homes' }],
    outputs: [{ output: 'wanted', title }],
    editions: [
      {
        from,
        basis: [],
        rows: [row(['0'], ['["A", "B"]']), row(['1'], ['["A"]']), row(['-'], ['["A", "B"]'])],
      },
    ],
  },
};

/** Conditions of every kind that is planned. */
export const planned: readonly string[] = [
  // numbers
  'amount <= price',
  'amount / price <= 0.7',
  'price / (amount / price) >= -1',
  '(amount + 1) / price = part',
  'amount / 3 <= price / 7',
  '(if agreed then amount / price else price / amount) <= 0.5',
  '(if agreed then amount / price else price / amount) * share > 0',
  '(if agreed then 1 else 2) <= homes',
  'max(amount / price, share) <= 0.7',
  'min(amount / price, share, 1) < max(part, 0.1)',
  'min(amount, price) <= 100',
  'moving <= 0.5',
  'abs(amount / price - 1) <= 0.05',
  'abs(amount - price) <= 0.01',
  '-amount < price',
  'round(amount, 0) = amount',
  'round half up(amount / 3, 2) = price',
  'round down(amount / price, 1) = 0.1',
  'floor(amount / 10) = ceiling(price / 10)',
  'modulo(amount, 100) = 0',
  'share ** 2 > 0.1',
  'mean(items.amount) >= 50',
  'sum(items.amount) <= price',
  'sum(items[done].amount) <= price',
  'sum(for i in items return if i.done then i.amount else 0) <= price',
  'sum(for i in items return i.amount / 2) <= price',
  'max(items.amount) <= price',
  'min(items.count) >= 1',
  'min(homes, 2) = 2',
  'items[1].amount <= price',
  'items[-1].amount <= price',
  'items[kind = "A"][2].day <= day',
  'words[1] = "A"',
  'sum(items[1].parts.amount) >= 0',
  'count(items) >= 1',
  'count(items[amount > 100]) = 0',
  'count(distinct values(items.key)) = count(items)',
  'count(distinct values(words)) >= 2',
  'count(distinct values(words[item != "A"])) >= 1',
  'count(distinct values(items.nick)) <= 1',
  'count(distinct values(names)) = 1',
  'count(concatenate(words, ["A"])) >= 2',
  'sum(for i in items, p in i.parts return p.amount) <= price',
  'count(for i in items, p in i.parts return p.kind) >= 1',
  // days
  'born + duration("P1M") <= day',
  'day - duration("P1D") >= born',
  'seen + duration("PT2H") >= date and time("2024-02-29T10:00:00+08:00")',
  'day - born <= duration("P30D")',
  '(day - born).days >= 30',
  'day - born + duration("P1D") > duration("P2D")',
  'day.year = 2024 and day.month >= 2',
  'day.weekday in [1..5]',
  'seen.hour >= 9 and seen.minute < 30',
  'date(seen).day = 29',
  'lately <= day',
  'months between(born, day) >= 12',
  'age at(born, day) >= 18',
  'working days between(born, day) <= 5',
  'add working days(day, 1) >= born',
  'max(items.day) <= day',
  'max(for i in items return date(i.day)) <= day',
  '(if gone = null then day else gone) <= day',
  // truths
  'agreed = (amount > 100)',
  'if agreed then amount > 100 else amount > 0',
  'gone = null',
  'gone != null and gone <= day',
  'inner.gone = null',
  'items[1].nick = null',
  'every i in items satisfies i.nick != null',
  '(if agreed then gone else born) = null',
  'lately = null',
  // words and texts
  'kind in ("A", "B")',
  'kind in (["A", "C"])',
  '(if agreed then kind else "A") = "A"',
  '(if agreed then note else "a") = "ab"',
  'rank = "low"',
  'rank in ("low", "none")',
  'note = kind',
  'note + "x" = "abx"',
  'matches(note, "^a")',
  'replace(note, "a", "b") = "bb"',
  'substring(note, 2) = "b"',
  'substring(note, 1, 1) = "a"',
  'string(day) = "2024-02-29"',
  'string join(names, "-") = "ab-ab"',
  'upper case(note) = "AB"',
  'string length(note + "x") <= 3',
  'is valid resident id(note)',
  'some s in split(note, "b") satisfies s = "a"',
  'contains(note, "a") and starts with(note, "a") and ends with(note, "b")',
  'mod 97(note) = 1',
  'mod 97(note) < 0',
  // texts that write numbers and dates
  'is number(note)',
  'number(note) > 5',
  'if is number(note) then number(note) <= amount else false',
  'if is number(note) then number(note) + 0.1 = part0 else agreed',
  'number(note) * number(nick) > number(nick) - number(note)',
  'round(number(note), 2) = amount',
  'is date(on, "yyyymmdd")',
  'is date(on)',
  'if is date(on, "yyyymmdd") then date(on, "yyyymmdd") <= born else false',
  'date(on, "yyyy年m月d日") < date("2024-03-01")',
  'date(on) = born',
  'days between(date(on, "mm/dd/yyyy"), born) > 0',
  'date(on, "yyyymmdd").month = 2',
  'scale of(note) <= 2',
  '(if is number(note) then note else nick) = "12.50"',
  'upper case(substring(note, 1, 1)) + on = "A20240229"',
  // units
  'cltv >= 100 * amount / price',
  'cltv > 80',
  'cltv / 100 <= share',
  'share * 100 = cltv',
  'part0 >= 100 * amount / price',
  'part0 = amount or part0 < share',
  'part0 / amount < 2',
  'used / built <= 0.5',
  'used + 1.5 > built * share',
  'used * homes > 3',
  'sum([used, built]) >= 10',
  // kinds
  'either = "NA"',
  'not(either in ("NA", "Exempt")) and either > 0.5',
  'either instance of number',
  'either in ("NA", "Exempt")',
  'if either in ("NA", "Exempt") then true else either <= share',
  // lists
  'every w in ["A", "B"] satisfies list contains(words, w)',
  'some n in [1, 2, 3] satisfies homes = n',
  'some n in 1..4 satisfies homes * n = 6',
  'list contains(words, kind)',
  'list contains(names, nick)',
  'list contains(items.kind, kind)',
  'list contains(items.nick, nick)',
  'list contains(wanted, kind)',
  'every w in wanted satisfies list contains(words, w)',
  'every w in concatenate(wanted, words) satisfies w != "C"',
  'kind in wanted',
  'count(wanted) = 2',
  'bounds.low <= amount and amount <= bounds.high',
  'first.amount <= price',
  'every i in kept satisfies i.amount > 0',
  'some i in items[done] satisfies i.amount > 0',
  'some a in (for i in items[done] return i.amount) satisfies a > 0',
  'every i in items satisfies some p in i.parts satisfies p.kind = i.kind',
  'every i in items, p in i.parts satisfies p.amount <= i.amount',
  'every a in (for i in items, p in i.parts return p.amount) satisfies a > 0',
  'some i in items satisfies sum(i.parts[kind = i.kind].amount) > 0',
  'all(items.done)',
  'any(for i in items return i.amount > 100)',
  'homes in (> 2, 0)',
  'amount in [1..100)',
  'amount between 1 and 100',
  'amount in (100, 5)',
  // code sets
  'note in places',
  'not(note in places)',
  'kind in places',
  'nick in (places, "ab")',
  'where = "in"',
  'loose in places',
  'nick in places(born)',
  'every n in names satisfies n in places',
  'some i in items satisfies i.nick in places and places(i.nick).open',
  'places(note).limit <= amount',
  'places(loose).limit <= amount',
  'places(note, born).limit <= amount',
  'places(note).weight * homes > 2',
  'places(note).opened < born',
  'places(note).open',
  'places(note).open = agreed',
  'places(note).area = nick',
  'places(note).area in places',
  'places(places(note).area).limit > 0',
  'places(note).limit != null',
  'count(items[nick in places]) <= homes',
  'sum(for i in items return places(i.nick).limit) > 50',
  'if note in places then places(note).limit > price else amount > price',
  'placed <= 100',
  // money
  'monthly payment(amount, rate, term) <= price',
  'monthly payment(amount, max(rate - 0.01, 0), term, "EQUAL_PRINCIPAL") <= price',
  'annual cost(amount, for n in 1..24 return if n <= term then price else 0) <= 0.5',
  // references
  'part <= limit',
  'share <= limit(born)',
  'share <= ever',
  'share <= ever(born)',
  'half >= amount',
];

/** Conditions that are left to the evaluator, with the reason. */
export const unplanned: readonly (readonly [string, string, string])[] = [
  ['median(items.amount) > 0', 'function', 'median(items.amount)'],
  ['note < "b"', 'function', 'note'],
  [
    'sum(for i in items return i.amount / i.count) > 0',
    'fraction',
    'for i in items return i.amount / i.count',
  ],
  ['amount > 12345678901234567890', 'digits', '12345678901234567890'],
  ['words = ["A"]', 'list', 'words'],
  ['sort(words)[1] = "A"', 'function', 'sort(words)'],
  ['similar(note, nick) > 0.5', 'function', 'similar(note, nick)'],
  ['seen + duration("P1M") > seen', 'kind', 'seen + duration("P1M")'],
  ['some n in 1..900 satisfies some m in 1..900 satisfies n * m = homes', 'size', '1..900'],
];

/** A hole one time in six. */
function holed<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof({ weight: 10, arbitrary: values }, fc.constantFrom(null, undefined));
}

const aMoney = fc.constantFrom(
  0,
  0.01,
  1,
  5,
  99.99,
  100,
  100.01,
  150,
  200,
  -5,
  1_000_000,
  123_456_789.12,
);
const aDay = fc.constantFrom(
  '2023-12-29',
  '2023-12-31',
  '2024-01-01',
  '2024-01-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2006-02-28',
  '1999-12-31',
);
const aNumber = fc.constantFrom(0, 0.15, 80, 24.24, 50.1, -3.5, 12.6, 1.5, 0.3, 5.1, 1_000_000);
const aDayText = fc.constantFrom(
  '20240229',
  '20230229',
  '2024-02-29',
  '2024年2月9日',
  '02/29/2024',
  '20060228',
  '2024/1/8',
  '0000-01-01',
  '00000101',
  '99999-01-01',
  'x',
);
const aKind = fc.constantFrom('A', 'B', 'C');
const aText = fc.constantFrom(
  'ab',
  'a',
  'b',
  'ba',
  '急',
  ' ',
  'A',
  '11010519491231002X',
  '12.50',
  '1e3',
  '-5',
  '.5',
  '1,000',
  '12.6',
  '3214282912345698765432161182',
  '0.123456789',
  '5.00000000000000001',
  '1e400',
  '99999999999999',
  '1e12',
);

/** A file with holes, and values on boundaries. */
export const dossier: fc.Arbitrary<string> = fc
  .record({
    id: fc.constant('T1'),
    day: fc.oneof({ weight: 9, arbitrary: aDay }, fc.constant(undefined)),
    amount: holed(aMoney),
    price: holed(aMoney.map(Math.abs)),
    share: holed(fc.constantFrom(0, 0.15, 0.2, 0.3, 0.5, 0.7, 1)),
    rate: holed(fc.constantFrom(0, 0.0335, 0.0491, 0.12)),
    homes: holed(fc.integer({ min: -1, max: 6 })),
    term: holed(fc.constantFrom(1, 11, 12, 24, 360)),
    kind: holed(aKind),
    note: holed(aText),
    agreed: holed(fc.boolean()),
    born: holed(aDay),
    seen: holed(
      fc.constantFrom(
        '2024-02-28T23:30:00+08:00',
        '2024-02-29T02:00:00Z',
        '2024-02-28T16:00:00.5Z',
        '2024-02-29T10:00:00+08:00',
      ),
    ),
    gone: holed(aDay),
    nick: holed(aText),
    loose: holed(fc.constantFrom(3, 'a', 'ab', '急')),
    either: holed(fc.constantFrom(0.2, 0.6, 'NA', 'Exempt')),
    inner: holed(fc.record({ amount: holed(aMoney), day: holed(aDay), gone: holed(aDay) })),
    items: holed(
      fc
        .array(
          fc.record({
            kind: holed(aKind),
            amount: holed(aMoney),
            count: holed(fc.integer({ min: 0, max: 3 })),
            day: holed(aDay),
            done: holed(fc.boolean()),
            nick: holed(aText),
            parts: holed(
              fc.array(fc.record({ amount: holed(aMoney), kind: holed(aKind) }), { maxLength: 2 }),
            ),
          }),
          { maxLength: 3 },
        )
        .map((items) => items.map((item, index) => ({ ...item, key: `K${index + 1}` }))),
    ),
    part0: holed(aNumber),
    cltv: holed(aNumber),
    used: holed(aNumber),
    built: holed(aNumber.map(Math.abs)),
    on: holed(aDayText),
    words: holed(fc.array(aKind, { maxLength: 3 })),
    names: holed(fc.array(fc.constantFrom('ab', 'a', 'b'), { maxLength: 3 })),
  })
  .map((file) => JSON.stringify(file));

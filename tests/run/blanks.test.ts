import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { JsonSchema } from '../../src/dossier/schema.ts';
import { verdicts } from '../../src/run/frame.ts';
import { bookOf } from '../plan/book.ts';
import { agreement, engineNames, enginesOf, reference, verdictsOf } from './harness.ts';

const day = { type: 'string', format: 'date' } as const;
const money = { type: 'number', 'x-unit': 'money' } as const;

const schema: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day,
    memo: { type: 'string', 'x-blank': 'value' },
    note: { anyOf: [{ type: 'string' }, { enum: [''] }] },
    fee: { ...money, 'x-blank': 'value' },
    due: { ...day, 'x-blank': 'value' },
    seen: { type: 'string', format: 'date-time', 'x-blank': 'value' },
    done: { type: 'boolean', 'x-blank': 'value' },
    strict: { enum: ['A', 'B'], 'x-blank': 'value' },
    route: { enum: ['A', 'B', 'C'], 'x-lenient': true, 'x-blank': 'value' },
    other: { enum: ['B', 'C', 'D'], 'x-lenient': true },
    tier: { enum: [1, 2, 3], 'x-lenient': true },
    mixed: { anyOf: [money, { enum: ['NA', 'EX'], 'x-lenient': true }] },
    three: { anyOf: [day, money, { enum: ['NA'] }], 'x-blank': 'value' },
    both: { anyOf: [day, { type: 'string', format: 'date-time' }, { enum: ['NA'] }] },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: { enum: ['A', 'B'], 'x-lenient': true, 'x-blank': 'value' },
          amount: { ...money, 'x-blank': 'value' },
        },
      },
    },
    codes: { type: 'array', items: { type: 'string', 'x-blank': 'value' } },
  },
};

const definitions = {
  'definitions.yaml': {
    definitions: [
      ['doubled', 'if is number(fee) then fee * 2 else "NA"'],
      ['feeOrNought', 'if fee = "" then 0 else fee'],
      ['either', 'if is date(three) then three else if is number(three) then three else "none"'],
      ['chosen', 'if done = true then fee else three'],
    ].map(([definition, is]) => ({
      definition,
      title: { en: definition },
      editions: [{ from: '2000-01-01', is }],
    })),
  },
};

function row(when: readonly string[], then: readonly string[]) {
  // oxlint-disable-next-line no-thenable -- the format's own word
  return { when, then };
}

const tables = {
  'tables/picked.yaml': {
    table: 'picked',
    title: { en: 'Picked' },
    hit: 'unique',
    inputs: [
      { is: 'route', title: { en: 'Route' } },
      { is: 'fee', title: { en: 'Fee' } },
    ],
    outputs: [{ output: 'value', title: { en: 'Value' } }],
    editions: [
      {
        from: '2000-01-01',
        basis: [],
        rows: [
          row(['"A", ""', '-'], ['fee']),
          row(['"B"', '""'], ['three']),
          row(['not("A", "B", "")', '-'], ['"NA"']),
        ],
      },
    ],
  },
};

/** A condition of each form on what may be blank, unlisted or of several kinds. */
const conditions = [
  'memo = ""',
  'memo != "" and string length(memo) > 2',
  'string length(memo) = 0',
  'matches(memo, "^a*$")',
  'note = "" or note = memo',
  'contains(memo, "")',
  'count(split(memo, ",")) = 1',
  'fee = ""',
  'fee != "" and fee > 5',
  'fee in ("", 5)',
  'is number(fee)',
  'is number(fee) and fee * 2 > 10',
  'feeOrNought >= 5',
  'doubled = "NA"',
  'doubled != "NA" and doubled > 10',
  'is number(doubled)',
  'doubled = fee',
  'doubled in (10, "NA")',
  'either = "none"',
  'either = three',
  'either instance of date or either = 5',
  'is date(either) and either <= date("2024-06-30")',
  'chosen = ""',
  'chosen = fee',
  'is number(chosen)',
  'chosen in (5, "NA", "", date("2024-01-01"))',
  '(if done = true then fee else three) = ""',
  'picked = ""',
  'is number(picked)',
  'picked = fee',
  'picked in (5, "NA")',
  'is number(picked) and picked > 4',
  'due = "" or due < date("2024-06-30")',
  'seen = "" or date(seen) < date("2024-06-30")',
  'done = ""',
  'done = true or done = ""',
  'strict in ("A", "")',
  'strict = route',
  'route = "A"',
  'route != "A"',
  'route in ("A", "B")',
  'not(route in ("A", ""))',
  'is listed(route)',
  'not(is listed(route)) and route != ""',
  'route = other',
  'route != other',
  'upper case(route) = route',
  'is listed(other)',
  'is listed(tier)',
  'tier in (1, 2)',
  'tier > 2',
  'mixed in ("NA", 5)',
  'is listed(mixed)',
  'mixed != "NA" and mixed != "EX" and not(is number(mixed))',
  'is number(mixed) and mixed > 4',
  'three = fee',
  'three = due',
  'three = both',
  'both = seen',
  'both = due',
  'both != "NA"',
  'every x in [strict, route] satisfies x in ("A", "B")',
  'some x in [fee, three] satisfies x = ""',
  'count([fee, three][item = ""]) = 1',
  'count([fee, three, mixed][item instance of number]) >= 1',
  'sum(for x in [fee, feeOrNought] return if x = "" then 0 else x) > 5',
  'list contains([route, other, memo], "")',
  'count(distinct values([route, other, strict])) = 3',
  'count(distinct values([fee, three, mixed])) = 3',
  'every row in rows satisfies row.code in ("A", "B", "")',
  'every row in rows satisfies is listed(row.code)',
  'some row in rows satisfies row.amount = ""',
  'sum(rows[is number(amount)].amount) > 5',
  'count(rows[code = ""]) = 1',
  'count(distinct values(rows.code)) = count(rows)',
  'count(distinct values(rows.amount)) = count(rows)',
  'count(distinct values(rows[code != ""].amount)) = 2',
  'rows[1].code = route',
  'rows[1].amount = fee',
  'list contains(codes, "")',
  'every c in codes satisfies c != ""',
  'count(distinct values(codes)) = count(codes)',
];

const book = bookOf(conditions, schema, { ...definitions, ...tables });
const engines = enginesOf(book);

const whole = {
  id: 'T1',
  day: '2024-10-08',
  memo: '',
  note: '',
  fee: '',
  due: '',
  seen: '',
  done: '',
  strict: '',
  route: '',
  other: 'X',
  tier: 9,
  mixed: 'zz',
  three: '',
  both: 'NA',
  rows: [],
  codes: [''],
};

test('each of them has a plan', () => {
  const unplanned = engines.plan.rules.filter(({ kind }) => kind === 'unplanned');
  expect(unplanned.flatMap((rule) => (rule.kind === 'unplanned' ? rule.parts : []))).toEqual([]);
});

describe('what blanks and unlisted codes come to', () => {
  test.each([
    ['memo = ""', {}, 'pass'],
    ['memo = ""', { memo: '  \t' }, 'pass'],
    ['memo = ""', { memo: null }, 'cannot-tell'],
    ['memo = ""', { memo: undefined }, 'cannot-tell'],
    ['memo = ""', { memo: 'a' }, 'fail'],
    ['string length(memo) = 0', {}, 'pass'],
    ['fee = ""', {}, 'pass'],
    ['fee = ""', { fee: ' ' }, 'pass'],
    ['fee = ""', { fee: 0 }, 'fail'],
    ['fee = ""', { fee: null }, 'cannot-tell'],
    ['fee != "" and fee > 5', {}, 'fail'],
    ['due = "" or due < date("2024-06-30")', { due: '2024-01-01' }, 'pass'],
    ['strict in ("A", "")', {}, 'pass'],
    ['strict in ("A", "")', { strict: '   ' }, 'pass'],
    ['every x in [strict, route] satisfies x in ("A", "B")', {}, 'fail'],
    ['every x in [strict, route] satisfies x in ("A", "B")', { strict: null }, 'fail'],
    [
      'every x in [strict, route] satisfies x in ("A", "B")',
      { strict: null, route: 'A' },
      'cannot-tell',
    ],
    ['route in ("A", "B")', { route: 'Z' }, 'fail'],
    ['route != "A"', { route: 'Z' }, 'pass'],
    ['is listed(route)', { route: 'Z' }, 'fail'],
    ['is listed(route)', { route: 'C' }, 'pass'],
    ['is listed(route)', {}, 'fail'],
    ['is listed(route)', { route: null }, 'cannot-tell'],
    ['route = other', { route: 'Z', other: 'Z' }, 'pass'],
    ['route = other', { route: 'Z', other: 'Y' }, 'fail'],
    ['is listed(tier)', {}, 'fail'],
    ['is listed(tier)', { tier: 2 }, 'pass'],
    ['tier > 2', {}, 'pass'],
    ['mixed in ("NA", 5)', {}, 'fail'],
    ['mixed != "NA" and mixed != "EX" and not(is number(mixed))', {}, 'pass'],
    ['doubled = "NA"', {}, 'pass'],
    ['doubled = "NA"', { fee: 3 }, 'fail'],
    ['doubled != "NA" and doubled > 10', { fee: 5.01 }, 'pass'],
    ['feeOrNought >= 5', {}, 'fail'],
    ['chosen = ""', { done: null }, 'pass'],
    ['chosen = ""', { done: null, fee: 3 }, 'cannot-tell'],
    ['is number(chosen)', { done: null, fee: 3, three: 4 }, 'cannot-tell'],
    ['both = due', { both: '2024-01-01T10:00:00+08:00', due: '2024-01-01' }, 'cannot-tell'],
    ['both = due', { due: '2024-01-01' }, 'fail'],
  ] as const)('%s of %j: %s', (condition, more, outcome) => {
    const json = JSON.stringify({ ...whole, ...more });
    const place = conditions.indexOf(condition);
    expect(reference(book, json)?.[place]).toBe(verdicts[outcome]);
    for (const name of engineNames)
      expect(verdictsOf(engines[name], json)?.[place]).toBe(verdicts[outcome]);
  });
});

const holed = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary }, fc.constantFrom(null, undefined));
const amount = fc.constantFrom(0, 4, 5, 5.01, 10, '', ' ');
const word = fc.constantFrom('A', 'B', 'C', 'D', 'Z', '', '  ', 'NA');
const text = fc.constantFrom('', ' ', 'a', 'aa', 'A', 'abc', 'a,b');
const aDay = fc.constantFrom('2024-01-01', '2024-06-30', '2024-12-31');
const aMoment = fc.constantFrom('2024-01-01T10:00:00+08:00', '2024-06-30T23:00:00Z');

const file = fc
  .record({
    id: fc.constant('T1'),
    day: fc.constant('2024-10-08'),
    memo: holed(text),
    note: holed(text),
    fee: holed(amount),
    due: holed(fc.oneof(aDay, fc.constant(''))),
    seen: holed(fc.oneof(aMoment, fc.constant(''))),
    done: holed(fc.constantFrom(true, false, '')),
    strict: holed(fc.constantFrom('A', 'B', '')),
    route: holed(word),
    other: holed(word),
    tier: holed(fc.constantFrom(0, 1, 2, 3, 9)),
    mixed: holed(fc.constantFrom(4, 5, 'NA', 'EX', 'zz', '', '2024-01-01')),
    three: holed(fc.oneof(aDay, fc.constantFrom(4, 5, 'NA', ''))),
    both: holed(fc.oneof(aDay, aMoment, fc.constant('NA'))),
    rows: holed(
      fc.array(fc.record({ code: holed(word), amount: holed(amount) }), { maxLength: 3 }),
    ),
    codes: holed(fc.array(holed(text), { maxLength: 3 })),
  })
  .map((value) => JSON.stringify(value));

test('every engine says what the evaluator says, of any file', () => {
  let compared = 0;
  fc.assert(
    fc.property(file, (json) => {
      const agreed = agreement(book, engines, json);
      expect(agreed.differing).toEqual([]);
      compared += agreed.compared;
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(60_000);
}, 120_000);

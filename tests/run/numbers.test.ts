import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { JsonSchema } from '../../src/dossier/schema.ts';
import { verdicts } from '../../src/run/frame.ts';
import { Unfit } from '../../src/run/scalars.ts';
import {
  agreement,
  type Book,
  bookOf,
  engineNames,
  type Engines,
  enginesOf,
  judged,
  loads,
  nameOf,
  readDossier,
  verdictsOf,
} from './harness.ts';

const schema: JsonSchema = {
  type: 'object',
  'x-units': { kWh: { title: { zh: '千瓦时', en: 'kWh' } } },
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    plain: { type: 'number', 'x-unit': 'none' },
    other: { type: 'number', 'x-unit': 'none' },
    share: { type: 'number', 'x-unit': 'ratio' },
    cltv: { type: 'number', 'x-unit': 'percent' },
    used: { type: 'number', 'x-unit': 'kWh' },
    homes: { type: 'integer' },
    amount: { type: 'number', 'x-unit': 'money' },
    note: { type: 'string' },
    either: { anyOf: [{ type: 'number', 'x-unit': 'none' }, { enum: ['NA'] }] },
    items: {
      type: 'array',
      items: { type: 'object', properties: { figure: { type: 'number', 'x-unit': 'none' } } },
    },
  },
};

function book(...conditions: readonly string[]): Book {
  const made = bookOf(conditions, schema);
  if (!made) throw new Error(`it does not type: ${conditions.join('; ')}`);
  return made;
}

/** What each way to judge a file says of the one condition: the evaluator, and both engines by text and by values. */
function told(condition: string, text: string): ReadonlySet<string> {
  const one = book(condition);
  const engines = enginesOf(one);
  const { dossier, isSound } = readDossier(one, text);
  if (!dossier || !isSound) throw new Error(`the file is malformed: ${text}`);
  const loaded = engineNames.flatMap((name) => {
    const engine = engines[name];
    return [engine.load(text), engine.loadValues(dossier.root)].flatMap((file) =>
      file instanceof Unfit
        ? []
        : [...engine.judge(file)].filter((verdict) => verdict !== verdicts.slow),
    );
  });
  const verdict = judged(one, dossier, engines.plan);
  return new Set([...verdict, ...loaded.filter((one_) => one_ !== verdicts.slow)].map(nameOf));
}

const yaml = (fields: string) => `id: T1\nday: 2024-01-01\n${fields}\n`;
const json = (fields: string) => `{"id":"T1","day":"2024-01-01",${fields}}`;

describe('a number is exactly what is written, by every way to read and judge it', () => {
  test.each([
    ['plain = 24.240000000000002', '24.240000000000002', 'pass'],
    ['plain = 24.24', '24.240000000000002', 'fail'],
    ['plain > 24.24', '24.240000000000002', 'pass'],
    ['plain <= 0.3', '0.30000000000000004', 'fail'],
    ['plain <= 0.3', '0.3', 'pass'],
    // doubles take these two for the same
    ['plain > 0.1', '0.1000000000000000055511151231257827', 'pass'],
    ['plain = 0.1', '0.1000000000000000055511151231257827', 'fail'],
    ['plain = 9007199254740993', '9007199254740993', 'pass'],
    ['plain = 9007199254740992', '9007199254740993', 'fail'],
    ['homes > 9007199254740992', '9007199254740993', 'pass'],
    ['homes = 12345678901234567890123', '12345678901234567890123', 'pass'],
    ['share <= 0.7', '0.700000001', 'fail'],
    ['share <= 0.7', '0.70000000', 'pass'],
    ['cltv <= 80', '80.0000000000000001', 'fail'],
    ['cltv / 100 <= 0.8', '80.00', 'pass'],
    ['used <= 17592186', '17592186.044417', 'fail'],
    ['used * 2 = 0.0000002', '0.0000001', 'pass'],
    [`plain = 0.${'1234567890'.repeat(9)}1`, `0.${'1234567890'.repeat(9)}1`, 'pass'],
    [`plain = 0.${'1234567890'.repeat(9)}1`, `0.${'1234567890'.repeat(9)}2`, 'fail'],
  ])('%s of %s: %s', (condition, written, verdict) => {
    const [field = ''] = condition.split(' ');
    expect(told(condition, yaml(`${field}: ${written}`))).toEqual(new Set([verdict]));
    expect(told(condition, json(`"${field}":${written}`))).toEqual(new Set([verdict]));
  });

  test('what a plan would have to round is left to the evaluator', () => {
    const engines = enginesOf(book('plain > 1', 'share > 0'));
    const isKept = (fields: string) =>
      engineNames.map((name) => !verdictsOf(engines[name], json(fields))?.includes(verdicts.slow));
    expect(isKept('"plain":24.24')).toEqual([true, true]);
    expect(isKept('"plain":24.240000000000002')).toEqual([false, false]);
    expect(isKept('"plain":0.0000001')).toEqual([false, false]);
    expect(isKept('"share":0.12345678')).toEqual([true, true]);
    expect(isKept('"share":0.123456789')).toEqual([false, false]);
  });
});

describe('how a number is written', () => {
  test.each([
    ['scale of(plain) = 2', '"plain":1.50', 'pass'],
    ['scale of(plain) = 1', '"plain":1.50', 'fail'],
    ['scale of(plain) = 1', '"plain":1.5', 'pass'],
    ['scale of(plain) = 0', '"plain":150', 'pass'],
    ['scale of(plain) = 2', '"plain":0.00', 'pass'],
    ['scale of(plain) = 3', '"plain":12.5e-2', 'pass'],
    ['scale of(plain) = 0', '"plain":1.50e3', 'pass'],
    ['scale of(plain) = 15', '"plain":24.240000000000002', 'pass'],
    ['scale of(plain) = 2', '"plain":null', 'cannot-tell'],
    ['scale of(amount) = 2', '"amount":850000.00', 'pass'],
    ['either instance of number and scale of(either) = 2', '"either":1.50', 'pass'],
    ['either instance of number and scale of(either) = 2', '"either":"NA"', 'fail'],
    ['every i in items satisfies scale of(i.figure) = 2', '"items":[{"figure":1.50}]', 'pass'],
    ['scale of(items[1].figure) = 2', '"items":[{"figure":1.50}]', 'pass'],
    ['count(items[scale of(figure) = 2]) = 1', '"items":[{"figure":1.5},{"figure":2.50}]', 'pass'],
    ['some i in items satisfies scale of(i.figure) = 0', '"items":[{"figure":2.50}]', 'fail'],
    ['scale of(note) = 2', '"note":"1.50"', 'pass'],
    ['scale of(note) = 3', '"note":"12.5e-2"', 'pass'],
    ['scale of(note) <= 2', '"note":"x"', 'cannot-tell'],
    ['is number(note) and scale of(note) <= 2', '"note":"x"', 'fail'],
    // arithmetic and equality know nothing of it
    ['plain = 1.5', '"plain":1.50', 'pass'],
    ['plain = other', '"plain":1.50,"other":1.5', 'pass'],
  ])('%s of %s: %s', (condition, fields, verdict) => {
    expect(told(condition, json(fields))).toEqual(new Set([verdict]));
  });

  test('a file is read with care where a field of it is asked for, also by a rule without a plan', () => {
    const file = json('"plain":1.50,"other":1');
    expect(loads(enginesOf(book('scale of(plain) = 2')), file)).toEqual([false, false]);
    expect(loads(enginesOf(book('scale of(items[1].figure) = 2')), file)).toEqual([true, true]);
    expect(loads(enginesOf(book('median([scale of(plain), 1]) = 2')), file)).toEqual([
      false,
      false,
    ]);
    expect(loads(enginesOf(book('scale of(plain) = 2')), json('"other":1.50'))).toEqual([
      true,
      true,
    ]);
  });
});

describe('texts that write numbers and dates', () => {
  test.each([
    ['is number(note)', '12.50', 'pass'],
    ['is number(note)', '1e3', 'pass'],
    ['is number(note)', '-.5', 'pass'],
    ['is number(note)', '1,000', 'fail'],
    ['is number(note)', 'x', 'fail'],
    ['is number(note)', '１２', 'fail'],
    ['number(note) = 12.5', '12.50', 'pass'],
    ['number(note) > 5', 'x', 'cannot-tell'],
    ['if is number(note) then number(note) > 5 else false', 'x', 'fail'],
    ['number(note) > 5', '5.000000000000000000001', 'pass'],
    ['number(note) = 9007199254740993', '9007199254740993', 'pass'],
    ['number(note) > 9007199254740992', '9007199254740993', 'pass'],
    ['number(note) - 9007199254740992 = 1', '9007199254740993', 'pass'],
    ['number(note) * 0 = 0', '1e400', 'pass'],
    ['number(note) * 1000000 = 99999999999999000000', '99999999999999', 'pass'],
    ['is date(note)', '2024-02-29', 'pass'],
    ['is date(note)', '2023-02-29', 'fail'],
    ['is date(note)', '20240229', 'fail'],
    ['is date(note, "yyyymmdd")', '20240229', 'pass'],
    ['is date(note, "yyyymmdd")', '20240230', 'fail'],
    ['is date(note, "yyyymmdd")', '2024022', 'fail'],
    ['is date(note, "yyyymmdd")', '202402291', 'fail'],
    ['is date(note, "yyyymmdd")', 'NA', 'fail'],
    ['is date(note, "yyyy/m/d")', '2024/1/8', 'pass'],
    ['is date(note, "yyyy/m/d")', '2024/01/08', 'pass'],
    ['is date(note, "yyyy/m/d")', '2024/001/8', 'fail'],
    ['is date(note, "yyyy年m月d日")', '2024年2月29日', 'pass'],
    ['is date(note, "mm/dd/yyyy")', '02/29/2024', 'pass'],
    ['is date(note, "mm/dd/yyyy")', '29/02/2024', 'fail'],
    ['is date(note, "d.m.yyyy")', '8.1.2024', 'pass'],
    ['date(note, "yyyymmdd") = date("2024-02-29")', '20240229', 'pass'],
    ['date(note, "yyyymmdd") <= day', '20240101', 'pass'],
    ['date(note, "yyyymmdd") <= day', '20240102', 'fail'],
    ['date(note, "yyyymmdd") <= day', 'NA', 'cannot-tell'],
    ['if is date(note, "yyyymmdd") then date(note, "yyyymmdd") <= day else false', 'NA', 'fail'],
    ['date(note) < day', '0000-02-29', 'pass'],
    ['date(note).year = 99999', '99999-01-01', 'pass'],
    ['date(note) < day', '2023-12-31', 'pass'],
    ['mod 97(note) = 1', '3214282912345698765432161182', 'pass'],
    ['mod 97(note) = 1', '3214282912345698765432161183', 'fail'],
    ['mod 97(note) = 1', 'GB82west12345698765432', 'fail'],
    ['mod 97(note) = -1', 'ab', 'pass'],
    ['mod 97(note) = 1', '1'.repeat(5000), 'fail'],
    ['mod 97(note) >= 0', '1'.repeat(5000), 'pass'],
  ])('%s of %s: %s', (condition, text, verdict) => {
    expect(told(condition, json(`"note":"${text}"`))).toEqual(new Set([verdict]));
  });
});

/** Rules that mix them, judged over random files on the edges by everyone. */
const mixed = [
  'plain >= 100 * amount / other',
  'cltv >= 100 * used / (other * used)',
  'cltv / 100 * amount <= other',
  'cltv - 100 * share > 0.5',
  'plain + other = cltv or plain < used',
  'used / 2 + used * share <= plain',
  'used * homes >= 3 or used / homes < 1',
  'round(plain, 2) = plain',
  'min(plain, other) < max(used, 3)',
  'sum(items.figure) <= plain',
  'some i in items satisfies i.figure = plain',
  'if is number(note) then number(note) >= plain else cltv > 80',
  'if is number(note) then number(note) * 100 = cltv else false',
  'number(note) + plain - number(note) = plain',
  'if is date(note, "yyyymmdd") then date(note, "yyyymmdd") < day else mod 97(note) = -1',
  'scale of(other) <= 2',
  'is number(note) and scale of(note) > 1',
  'upper case(note) = note and string length(note) < 9',
  'every s in split(note, "[.]") satisfies is number(s)',
  'matches(note, "^[0-9]+$") or contains(note, ".")',
  '(if is number(note) then note else "none") + "!" != "none!"',
];

const edges = fc.constantFrom(
  '0',
  '1',
  '1.5',
  '1.50',
  '80',
  '80.00',
  '80.000001',
  '24.24',
  '24.240000000000002',
  '0.3',
  '0.30000000000000004',
  '1e-7',
  '17592186.044416',
  '17592186.044417',
  '9007199254740993',
  '-3.5',
  '0.15',
  '100',
  '0.1000000000000000055',
  '3',
);
const texts = fc.constantFrom(
  '1.50',
  '0.8',
  'x',
  '20240229',
  '20240230',
  '1e3',
  '9007199254740993',
  'ab',
  '1.2.3',
  'AB1',
  '80.000000001',
  '1e30',
  '-5',
  '99999999999999999999',
);

test('everyone agrees on files on the edges', () => {
  const one = book(...mixed);
  const engines: Engines = enginesOf(one);
  const field = (name: string, value: fc.Arbitrary<string>) =>
    fc.option(
      value.map((text) => `"${name}":${text}`),
      { freq: 6, nil: `"${name}":null` },
    );
  const file = fc
    .tuple(
      ...['plain', 'other', 'cltv', 'used', 'share'].map((name) => field(name, edges)),
      field('homes', fc.constantFrom('0', '1', '3', '9007199254740993')),
      field('amount', fc.constantFrom('0', '1.5', '100.01', '850000.00', '12.60')),
      field(
        'note',
        texts.map((text) => JSON.stringify(text)),
      ),
      field(
        'items',
        fc
          .array(edges, { maxLength: 3 })
          .map((figures) => `[${figures.map((one_) => `{"figure":${one_}}`).join(',')}]`),
      ),
    )
    .map((fields) => json(fields.join(',')));
  let [compared, left] = [0, 0];
  fc.assert(
    fc.property(file, (text) => {
      const found = agreement(one, engines, text);
      compared += found.compared;
      left += found.left;
      expect(found.differing).toEqual([]);
    }),
    { numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(1000);
  expect(left).toBeLessThan(compared);
}, 120_000);

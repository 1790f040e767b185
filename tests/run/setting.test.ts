import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { JsonSchema } from '../../src/dossier/schema.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { formatValue } from '../../src/feel/sentence/format.ts';
import { lexiconOf } from '../../src/feel/sentence/lexicon.ts';
import { sentence } from '../../src/feel/sentence/sentence.ts';
import { currencyCodes, currencyLike, currencyOf } from '../../src/values/currency.ts';
import { parseRational } from '../../src/values/rational.ts';
import { parseDateTime, zoneOf } from '../../src/values/temporal-text.ts';
import { Unfit } from '../../src/run/scalars.ts';
import {
  bookOf,
  enginesOf,
  judged,
  nameOf,
  readDossier,
  reference,
  verdictsOf,
} from './harness.ts';

const title = { en: 'Test' };
const money = { type: 'number', 'x-unit': 'money' } as const;
const moment = { type: 'string', format: 'date-time' } as const;
const schema: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    amount: { ...money, 'x-correctable': true },
    parts: { type: 'array', items: money },
    loan: money,
    rate: { type: 'number', 'x-unit': 'rate' },
    term: { type: 'integer', 'x-unit': 'months' },
    seen: moment,
    since: moment,
  },
};

/** A rulebook of one currency and zone. */
function bookIn(currency: unknown, zone: string, conditions: readonly string[], keys: object = {}) {
  const manifest = {
    format: 1,
    id: 'test',
    version: '1.0.0',
    title,
    issuer: title,
    languages: ['en'],
    currency,
    zone,
    subjects: { dossier: { title, schema: 'schema.json', id: 'id' } },
    stages: [{ stage: 'all', title, steps: ['check'] }],
  };
  const book = bookOf(conditions, schema, { 'rulebook.yaml': manifest }, { ...keys });
  if (!book) throw new Error('the rulebook does not load');
  return book;
}

/** What evaluator, closures and generated code say, in one voice. */
function saying(book: ReturnType<typeof bookIn>) {
  const engines = enginesOf(book);
  return (file: object): readonly string[] => {
    const json = JSON.stringify({ id: 'A', day: '2024-01-01', ...file });
    const { dossier, isSound } = readDossier(book, json);
    if (!dossier || !isSound) return ['malformed'];
    const expected = judged(book, dossier, engines.plan);
    for (const engine of [engines.closures, engines.javascript]) {
      const loaded = engine.loadValues(dossier.root);
      expect(loaded instanceof Unfit ? 'unfit' : [...engine.judge(loaded)]).toEqual(expected);
      // a list of numbers is read with care alone
      if (!json.includes('[')) expect(verdictsOf(engine, json)).toEqual(expected);
    }
    return expected.map(nameOf);
  };
}

describe('money has the decimals of its currency', () => {
  test.each([
    // the smallest unit, half of it, the most there is, and one more than that
    ['JPY', 1, 0.5, '9007199254740992', '9007199254740993'],
    ['EUR', 0.01, 0.005, '90071992547409.92', '90071992547409.93'],
    ['KWD', 0.001, 0.0005, '9007199254740.992', '9007199254740.993'],
  ])('%s to %d, and no finer', (currency, unit, half, most, beyond) => {
    const limit = 1000;
    const book = bookIn(currency, 'Z', [`amount <= ${limit}`, `sum(parts) < ${unit}`]);
    const say = saying(book);
    expect(say({ amount: limit, parts: [unit] })).toEqual(['pass', 'fail']);
    expect(say({ amount: limit + unit, parts: [-unit, unit] })).toEqual(['fail', 'pass']);
    expect(say({ amount: limit - unit, parts: [] })).toEqual(['pass', 'pass']);
    expect(say({ amount: half })).toEqual(['malformed']);
    expect(say({ parts: [half] })).toEqual(['malformed']);
    // so much money plans leave to the evaluator; written out, since doubles do not hold it
    const kept = (text: string) =>
      reference(book, `{"id":"A","day":"2024-01-01","amount":${text},"parts":[]}`)?.map(nameOf);
    expect(kept(most)).toEqual(['fail', 'pass']);
    expect(kept(`-${most}`)).toEqual(['pass', 'pass']);
    expect(kept(beyond)).toBeUndefined();
    expect(kept(`-${beyond}`)).toBeUndefined();
  });

  test('what is too fine is told with the number of decimals, in JSON as in YAML', () => {
    for (const [currency, text, decimals] of [
      ['JPY', '1.5', 0],
      ['KWD', '1.0005', 3],
    ] as const) {
      const { program, subject } = bookIn(currency, 'Z', ['amount > 0']);
      const { isSound } = readDossier({ program, subject }, `{"id":"A","amount":${text}}`);
      expect(isSound).toBe(false);
      expect(subject.type.fields.get('amount')?.type).toMatchObject({ decimals });
    }
  });

  test('an instalment is rounded to it', () => {
    const ask = (payment: string) =>
      `monthly payment(loan, rate, term, "EQUAL_INSTALMENT") = ${payment}`;
    const file = { loan: 1_000_000, rate: 0.0345, term: 360 };
    // 1,000,000 · i / (1 − (1 + i)^−360) with i = 0.0345 / 12 is 4,462.58294…
    const whole = { JPY: '4463', EUR: '4462.58', KWD: '4462.583' } as const;
    for (const [currency, payment] of Object.entries(whole)) {
      const others = Object.values(whole).filter((one) => one !== payment);
      const say = saying(bookIn(currency, 'Z', [ask(payment), ...others.map(ask)]));
      expect(say(file)).toEqual(['pass', 'fail', 'fail']);
    }
  });

  test('what would pass is said in its smallest unit', () => {
    for (const [currency, value] of [
      ['JPY', '1001'],
      ['EUR', '1000.01'],
      ['KWD', '1000.001'],
    ] as const) {
      const { program, subject } = bookIn(currency, 'Z', ['amount > 1000']);
      const { dossier } = readDossier(
        { program, subject },
        '{"id":"A","day":"2024-01-01","amount":500}',
      );
      if (!dossier) throw new Error('no dossier');
      const [outcome] = judge(program, subject, dossier, {}).outcomes;
      expect(outcome?.toPass).toEqual([{ pointer: '/amount', side: 'at-least', value }]);
    }
  });
});

describe('money reads as its currency is called', () => {
  test.each([
    ['JPY', '1500', '1,500 Japanese yen', '1,500日元'],
    ['EUR', '1500.5', '1,500.50 euros', '1,500.50欧元'],
    ['EUR', '1500', '1,500 euros', '1,500欧元'],
    ['KWD', '0.005', '0.005 Kuwaiti dinars', '0.005科威特第纳尔'],
  ])('%s %s', (code, written, en, zh) => {
    const book = bookIn(code, 'Z', [`amount < ${written}`]);
    const core = book.program.rules[0]?.editions[0]?.require?.core;
    const value = parseRational(written);
    if (!core || !value) throw new Error('no rule');
    for (const [language, text] of Object.entries({ en, zh })) {
      const lexicon = lexiconOf(language, book.program.setting);
      expect(formatValue(value, { kind: 'number', unit: 'money' }, lexicon)).toBe(text);
      expect(sentence(core, { lexicon, titleOf: () => ({}) })).toContain(text);
    }
  });

  test('or as the rulebook calls it', () => {
    const { setting } = bookIn({ code: 'CNY', title: { zh: '元' } }, 'Z', ['amount > 0']).program;
    expect(setting.currency?.title).toEqual({ zh: '元', en: 'Chinese yuan' });
  });

  test('every currency that is known has a whole number of decimals and names', () => {
    expect(currencyCodes().size).toBeGreaterThan(100);
    for (const code of currencyCodes()) {
      const currency = currencyOf(code);
      expect(currency?.decimals).toBeOneOf([0, 1, 2, 3, 4]);
      expect(currency?.title['en']).not.toBe('');
    }
    expect(currencyOf('eur')).toBeUndefined();
  });

  test.each([
    ['euro', 'EUR'],
    ['eur', 'EUR'],
    ['人民币', 'CNY'],
    ['yen', 'JPY'],
    ['CNX', 'CNY'],
  ])('%s may mean %s', (text, code) => {
    expect(currencyLike(text)).toContain(code);
  });
});

/** The clock of a place, as the platform itself tells it. */
function clockAt(zone: string, millis: number) {
  const { year, month, day, hour, minute } = Object.fromEntries(
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(millis)
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${year}-${month}-${day}`, hour: Number(hour), minute: Number(minute) };
}

describe('a moment has its day and its hour by the clock of the rulebook', () => {
  /** Conditions that hold where the clock shows this. */
  const shows = ({ day, hour, minute }: ReturnType<typeof clockAt>) => [
    `date(seen) = date("${day}")`,
    `seen.hour = ${hour}`,
    `seen.minute = ${minute}`,
    `days between(date("${day}"), seen) = 0`,
    `seen.day = ${Number(day.slice(8))}`,
  ];

  test.each([
    ['the last minute of a winter day', '2024-01-16T04:59:59Z', '2024-01-15', 23, 59],
    ['midnight of a winter day', '2024-01-16T05:00:00Z', '2024-01-16', 0, 0],
    ['the last minute of a summer day', '2024-07-16T03:59:59Z', '2024-07-15', 23, 59],
    ['midnight of a summer day', '2024-07-16T04:00:00Z', '2024-07-16', 0, 0],
    ['before the hour that is skipped', '2024-03-10T06:59:59Z', '2024-03-10', 1, 59],
    ['after the hour that is skipped', '2024-03-10T07:00:00Z', '2024-03-10', 3, 0],
    ['the hour that comes twice, first', '2024-11-03T05:30:00Z', '2024-11-03', 1, 30],
    ['the hour that comes twice, again', '2024-11-03T06:30:00Z', '2024-11-03', 1, 30],
    ['the evening of the day that has 25 hours', '2024-11-04T04:59:00Z', '2024-11-03', 23, 59],
    ['the same with another offset', '2024-11-04T12:59:00+08:00', '2024-11-03', 23, 59],
  ])('New York: %s', (_, seen, day, hour, minute) => {
    const say = saying(bookIn('EUR', 'America/New_York', shows({ day, hour, minute })));
    expect(new Set(say({ seen }))).toEqual(new Set(['pass']));
  });

  test('in any zone, as the platform tells it, by every engine', () => {
    const zones = [
      'America/New_York',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Shanghai',
      'Europe/Dublin',
      'Pacific/Apia',
    ];
    const year = 365.25 * 86_400_000;
    const at = fc.oneof(
      fc.integer({ min: -90 * year, max: 90 * year }),
      // near the changes of the clock of 2024, and the day that Samoa left out
      fc
        .tuple(
          fc.constantFrom('2024-03-10T07', '2024-11-03T06', '2024-04-06T15', '2011-12-30T10'),
          fc.integer({ min: -7200, max: 7200 }),
        )
        .map(([hour, seconds]) => Date.parse(`${hour}:00:00Z`) + 1000 * seconds),
    );
    const each = fc.property(fc.constantFrom(...zones), at, (zone, millis) => {
      const seen = new Date(Math.floor(millis / 1000) * 1000).toISOString().replace('.000', '');
      const say = saying(bookIn('EUR', zone, shows(clockAt(zone, Date.parse(seen)))));
      expect([seen, zone, ...new Set(say({ seen }))]).toEqual([seen, zone, 'pass']);
    });
    fc.assert(each, { numRuns: 150 });
  });

  test('the governing day is its day, so that an edition ends with the day there', () => {
    const editions = [
      { from: '2024-01-01', until: '2024-07-15' },
      { from: '2024-07-16', require: 'amount > 5' },
    ];
    const book = bookIn('EUR', 'America/New_York', ['amount > 1'], { asOf: 'seen', editions });
    const say = saying(book);
    expect(say({ amount: 3, seen: '2024-07-16T03:59:59Z' })).toEqual(['pass']);
    expect(say({ amount: 3, seen: '2024-07-16T04:00:00Z' })).toEqual(['fail']);
    expect(judged(book, dossierOf(book, '2024-07-16T03:59:59Z'), enginesOf(book).plan)).toEqual([
      1,
    ]);
  });

  test('it is shown without its offset where that is the one of the clock at that moment', () => {
    const { setting } = bookIn('EUR', 'America/New_York', ['amount > 1']).program;
    const shown = (text: string) => {
      const value = parseDateTime(text);
      return value && formatValue(value, { kind: 'date-time' }, lexiconOf('en', setting));
    };
    expect(shown('2024-07-16T09:00:00-04:00')).toBe('2024-07-16 09:00:00');
    expect(shown('2024-01-16T09:00:00-05:00')).toBe('2024-01-16 09:00:00');
    expect(shown('2024-01-16T09:00:00-04:00')).toBe('2024-01-16 09:00:00-04:00');
    expect(shown('2024-01-16T09:00:00Z')).toBe('2024-01-16 09:00:00Z');
  });

  test.each([
    ['+05:45', { kind: 'offset', offset: 20_700 }],
    ['-03:30', { kind: 'offset', offset: -12_600 }],
    ['Z', { kind: 'offset', offset: 0 }],
    ['Europe/Paris', { kind: 'named', name: 'Europe/Paris' }],
    ['+25:00', undefined],
    ['+8', undefined],
    ['Paris', undefined],
    ['', undefined],
  ])('%s', (text, zone) => {
    expect(zoneOf(text)).toEqual(zone);
  });
});

function dossierOf(book: ReturnType<typeof bookIn>, seen: string) {
  const { dossier } = readDossier(book, JSON.stringify({ id: 'A', amount: 3, seen }));
  if (!dossier) throw new Error('no dossier');
  return dossier;
}

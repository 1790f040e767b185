import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  agreement,
  type Book,
  bookOf,
  enginesOf,
  loads,
  reference,
  verdictsOf,
} from './harness.ts';
import type { JsonSchema } from '../../src/dossier/schema.ts';
import { monthlyPayment } from '../../src/feel/operations/builtins/payments.ts';
import { newBudget } from '../../src/feel/operations/limits.ts';
import { verdicts } from '../../src/run/frame.ts';
import { rational, whole } from '../../src/values/rational.ts';

const money = { type: 'number', 'x-unit': 'money' } as const;
const rate = { type: 'number', 'x-unit': 'rate' } as const;
const schema: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    loan: money,
    price: money,
    down: money,
    total: money,
    rate,
    lpr: rate,
    plan: { type: 'array', items: { type: 'object', properties: { amount: money } } },
  },
};

/** A limit, a file that lies exactly on it, and how a double's arithmetic would have judged that file. */
interface Limit {
  readonly name: string;
  readonly condition: string;
  readonly file: (number: number) => Readonly<Record<string, unknown>>;
  readonly byDoubles: (file: Readonly<Record<string, number>>) => boolean;
}

const limits: readonly Limit[] = [
  {
    name: 'loan-to-value of exactly 0.70',
    condition: 'loan / price <= 0.7',
    file: (number) => ({
      price: (1_000_000_00 + number * 10) / 100,
      loan: (700_000_00 + number * 7) / 100,
    }),
    byDoubles: ({ price = 0, loan = 0 }) => loan <= price * 0.7,
  },
  {
    name: 'down payment of exactly 20%',
    condition: 'down / price >= 0.2',
    file: (number) => ({
      price: (500_000_00 + number * 20) / 100,
      down: (100_000_00 + number * 4) / 100,
    }),
    byDoubles: ({ price = 0, down = 0 }) => down >= price * 0.2,
  },
  {
    name: 'rate of exactly LPR + 0.2 points',
    condition: 'rate >= lpr + 0.002',
    file: (number) => ({ lpr: (30_000 + number) / 1e6, rate: (32_000 + number) / 1e6 }),
    byDoubles: ({ rate: own = 0, lpr = 0 }) => own >= lpr + 0.002,
  },
  {
    name: 'price that is exactly down payment and loan',
    condition: 'price = down + loan',
    file: (number) => ({
      down: (300_000_00 + number * 7) / 100,
      loan: (700_000_01 + number * 11) / 100,
      price: (1_000_000_01 + number * 18) / 100,
    }),
    byDoubles: ({ price = 0, down = 0, loan = 0 }) => price === down + loan,
  },
  {
    name: 'twelve instalments that are exactly the total',
    condition: 'sum(plan.amount) = total',
    file: (number) => ({
      plan: Array.from({ length: 12 }, () => ({ amount: (5_000_01 + number * 3) / 100 })),
      total: (12 * (5_000_01 + number * 3)) / 100,
    }),
    byDoubles: ({ total = 0, amount = 0 }) => {
      let sum = 0;
      for (let month = 0; month < 12; month += 1) sum += amount;
      return sum === total;
    },
  },
];

const filesOfEach = 2000;
const book = bookOf(
  limits.map(({ condition }) => condition),
  schema,
);

describe('files exactly on a limit', () => {
  test.each([...limits.entries()])('%i: all of them meet it', (place, { file, byDoubles }) => {
    const { closures, javascript } = enginesOf(book ?? missing());
    let misjudged = 0;
    let byFast = 0;
    for (let number = 0; number < filesOfEach; number += 1) {
      const values = file(number);
      const json = JSON.stringify({ id: 'T', day: '2024-10-08', ...values });
      for (const engine of [closures, javascript]) {
        if (verdictsOf(engine, json)?.[place] === 1) byFast += 1;
      }
      if (number % 100 === 0) expect(reference(book ?? missing(), json)?.[place]).toBe(1);
      const [first] = (values['plan'] ?? []) as readonly { readonly amount: number }[];
      const flat = { ...values, amount: first?.amount ?? 0 } as Readonly<Record<string, number>>;
      if (!byDoubles(flat)) misjudged += 1;
    }
    expect(byFast).toBe(2 * filesOfEach);
    // the files are worth judging: doubles get many of them wrong
    expect(misjudged / filesOfEach).toBeGreaterThan(0.04);
  });

  test.each([...limits.entries()])('%i: one step beyond, none does', (place, { file }) => {
    const { closures, javascript } = enginesOf(book ?? missing());
    for (let number = 0; number < filesOfEach; number += 7) {
      const { loan, down, rate: own, total, ...rest } = file(number) as Record<string, number>;
      const beyond = {
        ...rest,
        ...(loan !== undefined && { loan: fen(loan, 1) }),
        ...(down !== undefined && { down: fen(down, -1) }),
        ...(loan !== undefined && down !== undefined && { down }),
        ...(own !== undefined && { rate: (Math.round(own * 1e6) - 1) / 1e6 }),
        ...(total !== undefined && { total: fen(total, -1) }),
      };
      const json = JSON.stringify({ id: 'T', day: '2024-10-08', ...beyond });
      for (const engine of [closures, javascript]) {
        expect(verdictsOf(engine, json)?.[place]).toBe(0);
      }
    }
  });
});

describe('numbers that doubles do not hold', () => {
  const wide = bookOf(
    [
      'loan * 0.12345678 <= price',
      'loan * rate = price * lpr',
      'price * rate - loan * rate < total * lpr',
      'loan * rate * lpr > 0',
    ],
    schema,
  );

  test('products beyond 2^53 are compared by big integers', () => {
    const { closures, javascript } = enginesOf(wide ?? missing());
    const files = [
      {
        loan: 100_000_000_000.01,
        price: 12_345_678_000.01,
        rate: 0.123_456_78,
        lpr: 0.123_456_78,
        total: 0.01,
      },
      {
        loan: 100_000_000_000,
        price: 12_345_678_000,
        rate: 0.123_456_78,
        lpr: 1,
        total: 12_345_678_000,
      },
      { loan: 100_000_000_000, price: 12_345_677_999.99, rate: 0.123_456_78, lpr: 1, total: -0.01 },
      {
        loan: 99_999_999_999.99,
        price: 99_999_999_999.98,
        rate: 0.999_999_99,
        lpr: 0.999_999_98,
        total: 0,
      },
      {
        loan: 99_999_999_999.99,
        price: 99_999_999_999.99,
        rate: 0.999_999_99,
        lpr: 0.999_999_99,
        total: 0.01,
      },
    ];
    for (const file of files) {
      const json = JSON.stringify({ id: 'T', day: '2024-10-08', ...file });
      const expected = reference(wide ?? missing(), json);
      for (const engine of [closures, javascript]) {
        expect(verdictsOf(engine, json)).toEqual(expected);
      }
    }
  });

  test.each([
    ['0.1500000000000000000001', true],
    ['1e-3', true],
    ['175921860444.17', true],
    ['0.123456789', true],
    ['1e400', false],
    ['-1e3', true],
  ])('what reads %s is told exactly or left to the reference path', (written, isSound) => {
    const [own, engines] = [wide ?? missing(), enginesOf(wide ?? missing())];
    const json = `{"id":"T","day":"2024-10-08","rate":${written}}`;
    expect(loads(engines, json)).toEqual([isSound, isSound]);
    expect(agreement(own, engines, json).differing).toEqual([]);
  });
});

function fen(yuan: number, more: number): number {
  return (Math.round(yuan * 100) + more) / 100;
}

function missing(): Book {
  throw new Error('the rulebook is wrong');
}

test('an instalment is that of the evaluator to the fen', () => {
  const conditions = [
    'monthly payment(loan, rate, 240) = price',
    'monthly payment(loan, rate, 1) = price',
  ];
  const book = bookOf(conditions, schema);
  if (!book) throw new Error('the conditions type');
  const engines = enginesOf(book);
  const sides = new Set<number>();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000 }),
      fc.integer({ min: 0, max: 360_000 }),
      fc.constantFrom(1, 240),
      fc.integer({ min: -1, max: 1 }),
      (fen, millionths, months, off) => {
        const payment = monthlyPayment(
          rational(BigInt(fen), 100n),
          rational(BigInt(millionths), 1_000_000n),
          whole(months),
          'EQUAL_INSTALMENT',
          { decimals: 2, budget: newBudget() },
        );
        const price = payment && Number(payment.n * (100n / payment.d)) + off;
        if (price === undefined || price < 0) return;
        const file = {
          id: 'A',
          day: '2024-01-01',
          loan: fen / 100,
          rate: millionths / 1e6,
          price: price / 100,
        };
        const { differing } = agreement(book, engines, JSON.stringify(file));
        expect(differing).toEqual([]);
        const [verdict] = verdictsOf(engines.closures, JSON.stringify(file)) ?? [];
        if (months === 240 && verdict !== undefined) sides.add(verdict);
      },
    ),
    { numRuns: 300 },
  );
  expect(sides).toEqual(new Set([verdicts.pass, verdicts.fail]));
});

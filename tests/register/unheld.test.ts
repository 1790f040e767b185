import { describe, expect, test } from 'vitest';

import { dossierOfJson } from '../../src/check/engine.ts';
import { planOf } from '../../src/plan/from-program.ts';
import { compileToClosures, compileToJavaScript, runGenerated } from '../../src/run/compile.ts';
import { verdicts } from '../../src/run/frame.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { bookOf, byEngines, judged, type Keys, lines } from './book.ts';

const schema = {
  type: 'object',
  properties: {
    head: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        filedOn: { type: 'string', format: 'date' },
        most: { type: 'number', 'x-unit': 'ratio' },
      },
    },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          uid: { type: 'string' },
          amount: { type: 'number', 'x-unit': 'money', minimum: 0 },
          rate: { type: 'number', 'x-unit': 'ratio', minimum: 0, maximum: 10 },
          factor: { type: ['number', 'string'] },
          parts: {
            type: 'array',
            items: { type: 'object', properties: { weight: { type: 'number' } } },
          },
        },
      },
    },
  },
};

const others = { 'schema.json': schema };

/** A register whose rows have these fields more, as JSON texts. */
function registerOf(rows: readonly string[], head = ''): string {
  const written = rows.map((more, index) => `{"uid":"U${index}","amount":100${more}}`);
  return `{"head":{"id":"R-1","filedOn":"2025-03-01"${head}},"rows":[${written.join(',')}]}`;
}

/** What the evaluator says of a register, which every engine has to say too, laid out in one go as well. */
function said(rules: readonly Keys[], text: string): readonly string[] {
  const book = bookOf(rules, others);
  const expected = lines(judged(book, text));
  const engines = byEngines(book, text);
  expect(engines).toHaveLength(4);
  for (const [name, judgement] of engines)
    expect([name, ...lines(judgement)]).toEqual([name, ...expected]);
  return expected;
}

/** Digits that the double of a number lacks, and those that plans have no room for. */
const numbers: readonly (readonly [string, Keys, string, string])[] = [
  [
    'beyond its double, on a limit',
    { require: 'rate <= 0.1' },
    '"rate":0.1',
    '"rate":0.10000000000000000001',
  ],
  ['beyond plans', { require: 'rate <= 0.1' }, '"rate":0.1', '"rate":0.100000001'],
  [
    'beyond plans, without a unit',
    { require: 'not(is number(factor)) or factor = 24.24' },
    '"factor":24.24',
    '"factor":24.240000000000002',
  ],
  ['with an exponent', { require: 'rate = 0.01' }, '"rate":1e-2', '"rate":1e-20'],
  [
    'in a list of the row',
    { require: 'sum(parts.weight) = 0.3' },
    '"parts":[{"weight":0.1},{"weight":0.2}]',
    '"parts":[{"weight":0.1},{"weight":0.20000000000000000001}]',
  ],
];

describe('a number of more digits than plans keep', () => {
  test.each(numbers)('%s', (_, rule, passes, fails) => {
    const text = registerOf([`,${passes}`, `,${fails}`, `,${passes}`]);
    const found = said([rule], text);
    expect(found[0]).toBe('TST-001 pass ×2');
    expect(found[1]).toMatch(/^TST-001 2 fail /u);
  });

  test('of the head, by which every row is judged', () => {
    const rules = [{ require: 'rate < head.most' }, { require: 'amount > 0' }];
    const text = registerOf([',"rate":1', ',"rate":0'], ',"most":1.00000000000000000001');
    expect(said(rules, text)).toEqual(['TST-001 pass ×2', 'TST-002 pass ×2']);
  });

  test('of one row, which others are judged by', () => {
    const rules: readonly Keys[] = [
      { require: 'rate <= 0.5 * sum(rows.rate)' },
      { subject: 'register', require: 'sum(rows.rate) <= 0.4' },
      { subject: 'register', require: 'count(rows) = 3' },
      { subject: 'register', require: 'count(distinct values(rows.rate)) = 3' },
    ];
    const text = registerOf([',"rate":0.2', ',"rate":0.20000000000000000001', ',"rate":0']);
    expect(said(rules, text).map((line) => line.slice(0, 12))).toEqual([
      'TST-001 pass',
      'TST-001 2 fa',
      'TST-002 fail',
      'TST-003 pass',
      'TST-004 pass',
    ]);
  });

  test('of money, whose limit is its own', () => {
    const rules = [{ require: 'amount <= 176000000000' }];
    const row = (amount: string) => `{"uid":"A","amount":${amount}}`;
    const text = registerOf([]).replace(
      '[]',
      `[${row('176000000000')},${row('176000000000.01')},${row('90071992547409.92')}]`,
    );
    expect(said(rules, text).map((line) => line.slice(0, 14))).toEqual([
      'TST-001 pass ×',
      'TST-001 2 fail',
      'TST-001 3 fail',
    ]);
  });

  test.each(['10.00000000000000000001', '-1e-50', '1e400', `0.${'1234567890'.repeat(10)}1`])(
    'which its field does not allow: %s',
    (rate) => {
      const { engines, subject } = bookOf([{ require: 'rate <= 1' }], others);
      for (const [name, engine] of engines)
        expect([name, engine.load(registerOf([`,"rate":${rate}`]), subject)]).toEqual([
          name,
          undefined,
        ]);
    },
  );
});

const ways = [
  ['closures', compileToClosures],
  [
    'generated',
    (...args: Parameters<typeof compileToJavaScript>) =>
      compileToJavaScript(...args).link(runGenerated),
  ],
] as const;

const rules: readonly Keys[] = [
  { require: 'rate <= 0.5' },
  { require: 'amount > 0' },
  { require: 'amount <= sum(rows.amount)' },
  { require: 'rate <= sum(rows.rate)' },
  { subject: 'register', require: 'sum(rows.rate) > 0' },
  { subject: 'register', require: 'count(distinct values(rows.uid)) = count(rows)' },
];

/** One row in so many has a rate of too many digits, the first one too. */
const sparse = 100;

function longRegister(length: number): string {
  return registerOf(
    Array.from({ length }, (_, index) => `,"rate":${index % sparse === 0 ? 0.1 + 0.2 : 0.25}`),
  );
}

test.each(ways)('what does not read it is told by plans: %s', (_, compile) => {
  const { program, subject } = bookOf(rules, others);
  const compiled = compile(planOf(program, subject), subject.type, undefined);
  const loaded = compiled.load(longRegister(1000));
  if (loaded instanceof Unfit) throw new Error('the register is sound');
  const { slow, pass } = verdicts;
  expect([...compiled.judge(loaded)]).toEqual([slow, pass, pass, slow, slow, pass]);
  const [rate, amount, sum, shared] = compiled.rows();
  const open = Array.from({ length: 1000 / sparse }, (__, index) => index * sparse);
  expect(rate).toMatchObject({ pass: 990, open });
  expect(amount).toMatchObject({ pass: 1000, open: [] });
  expect(sum).toMatchObject({ pass: 1000, open: [] });
  expect(shared).toBeUndefined();
});

test('only the rows that have it are evaluated', () => {
  const { engines, subject } = bookOf(rules.slice(0, 3), others);
  const text = longRegister(5000);
  const parsed = JSON.parse(text) as object;
  for (const [name, engine] of engines) {
    let evaluated = 0;
    const loaded = engine.load(text, subject, parsed);
    const dossier = dossierOfJson({ name: 'r.json', text }, parsed, subject.type);
    const options = { watch: () => (evaluated += 1) };
    const [judgement] = engine.judge([{ subject, dossier, loaded }], options);
    expect([name, evaluated]).toEqual([name, 5000 / sparse]);
    expect(judgement?.outcomes.map(({ rows }) => rows)).toEqual([5000, 5000, 5000]);
  }
});

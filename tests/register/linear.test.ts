import { describe, expect, test } from 'vitest';

import { dossierOfJson } from '../../src/check/engine.ts';
import { mostExact } from '../../src/plan/plan.ts';
import { planOf } from '../../src/plan/from-program.ts';
import { compileToClosures, compileToJavaScript, runGenerated } from '../../src/run/compile.ts';
import { type Loaded, verdicts } from '../../src/run/frame.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { bookOf, byEngines, judged, type Keys, lines } from './book.ts';

const head = { id: 'R-1', year: 2024, filedOn: '2025-03-01', limit: 500 };

function registerOf(length: number, change: (index: number) => object = () => ({})): string {
  const rows = Array.from({ length }, (_, index) => ({
    uid: `U${index}`,
    kind: index % 2 === 0 ? 'LOAN' : 'LEASE',
    amount: 100,
    balance: 50,
    signedOn: '2024-02-01',
    ...change(index),
  }));
  return JSON.stringify({ head, rows });
}

const rules: readonly Keys[] = [
  { require: 'amount <= 0.5 * sum(rows.amount) or amount > balance' },
  { require: 'amount - balance < sum(rows.amount) - sum(rows.balance)' },
  { when: 'kind = "LOAN"', require: 'count(rows[kind = "LEASE"]) >= 1 and balance <= amount' },
  { require: 'occurrences(rows.uid, uid) = 1' },
  { require: 'some row in rows satisfies row.amount >= 100' },
  { subject: 'register', require: 'count(distinct values(rows.uid)) = count(rows)' },
  { subject: 'register', require: 'is sorted(rows.signedOn)' },
  { subject: 'register', require: 'sum(rows[kind = "LOAN"].amount) / sum(rows.amount) >= 0.1' },
];

/** How often an array is read, and the array. */
function counting<T extends object>(of: T): { readonly array: T; readonly reads: () => number } {
  let reads = 0;
  const array = new Proxy(of, {
    get: (target, key) => {
      reads += 1;
      return Reflect.get(target, key, target) as unknown;
    },
  });
  return { array, reads: () => reads };
}

const ways = [
  ['closures', compileToClosures],
  [
    'generated',
    (...args: Parameters<typeof compileToJavaScript>) =>
      compileToJavaScript(...args).link(runGenerated),
  ],
] as const;

describe.each(ways)('by %s', (_, compile) => {
  test('what a register takes grows with its length, whatever a rule asks of all rows', () => {
    const { program, subject } = bookOf(rules);
    const compiled = compile(planOf(program, subject), subject.type, undefined);
    expect(compiled.slow).toEqual([]);
    const readsOf = (length: number): number => {
      const loaded = compiled.load(registerOf(length));
      if (loaded instanceof Unfit) throw new Error('the register is sound');
      const [numbers, texts] = [counting(loaded.numbers), counting(loaded.texts)];
      const told = compiled.judge({ numbers: numbers.array, texts: texts.array });
      expect([...told].every((verdict) => verdict === verdicts.pass)).toBe(true);
      return numbers.reads() + texts.reads();
    };
    const [few, many] = [readsOf(100), readsOf(400)];
    expect(many / few).toBeGreaterThan(3);
    expect(many / few).toBeLessThan(4.2);
  });

  test('rows compared with one another are left to the evaluator where there are too many', () => {
    const { program, subject } = bookOf([
      { require: 'count(rows[uid = entry.uid]) = 1' },
      { require: 'amount > 0' },
    ]);
    const compiled = compile(planOf(program, subject), subject.type, undefined);
    const loaded = compiled.load(registerOf(8_000)) as Loaded;
    const told = compiled.judge(loaded);
    expect([...told]).toEqual([verdicts.slow, verdicts.pass]);
    const [first, second] = compiled.rows();
    expect(first?.pass).toBeGreaterThan(1000);
    expect((first?.pass ?? 0) + (first?.open.length ?? 0)).toBe(8_000);
    expect(second).toMatchObject({ pass: 8_000, open: [] });
  });

  test('a sum that doubles may not hold is left to the evaluator', () => {
    const { program, subject } = bookOf([
      { subject: 'register', require: 'sum(rows.balance) > 0' },
      { subject: 'register', require: 'sum(rows.amount) + sum(rows.balance) > 0' },
    ]);
    const compiled = compile(planOf(program, subject), subject.type, undefined);
    const most = 170_000_000_000;
    const told = (length: number) => [
      ...compiled.judge(compiled.load(registerOf(length, () => ({ balance: most }))) as Loaded),
    ];
    expect(512 * most * 100).toBeLessThan(mostExact);
    expect(told(512)).toEqual([verdicts.pass, verdicts.pass]);
    expect(told(1024)[0]).toBe(verdicts.slow);
  });
});

test('long lists sum up exactly, by every engine, up to the fen', () => {
  const amounts = [170_000_000_000.01, -170_000_000_000, 0.01];
  const book = bookOf([
    { subject: 'register', require: 'sum(rows.amount) = 20.48' },
    { subject: 'register', require: 'sum(rows.amount) < 20.48' },
    { subject: 'register', require: 'sum(rows.balance) < 99999999999999.99' },
  ]);
  const text = registerOf(3 * 1024, (index) => ({
    amount: amounts[index % 3],
    balance: 100_000_000_000,
  }));
  const expected = lines(judged(book, text));
  expect(expected.map((line) => line.slice(0, 12))).toEqual([
    'TST-001 pass',
    'TST-002 fail',
    'TST-003 fail',
  ]);
  for (const [name, judgement] of byEngines(book, text))
    expect([name, ...lines(judgement)]).toEqual([name, ...expected]);
});

test('of a long register only the rows that do not pass are evaluated', () => {
  const { engines, subject } = bookOf([
    { require: 'amount <= 500' },
    { require: 'occurrences(rows.uid, uid) = 1' },
  ]);
  const text = registerOf(5000, (index) =>
    index % 1000 === 999 ? { amount: 501, uid: 'twice' } : {},
  );
  const parsed = JSON.parse(text) as object;
  for (const [name, engine] of engines) {
    let evaluated = 0;
    const loaded = engine.load(text, subject, parsed);
    const dossier = dossierOfJson({ name: 'r.json', text }, parsed, subject.type);
    const options = { watch: () => (evaluated += 1) };
    const [judgement] = engine.judge([{ subject, dossier, loaded }], options);
    expect([name, evaluated, judgement?.findings.length]).toEqual([name, 10, 10]);
    expect(judgement?.outcomes.map(({ rows }) => rows ?? 1)).toEqual([
      4995, 1, 1, 1, 1, 1, 4995, 1, 1, 1, 1, 1,
    ]);
  }
});

test('of the places of a finding only the first are told', () => {
  const book = bookOf([{ subject: 'register', require: 'sum(rows.amount) = 0' }]);
  const [line = ''] = lines(judged(book, registerOf(100)));
  expect(line.split(' ').filter((word) => word.startsWith('/'))).toHaveLength(21);
  expect(line).toMatch(/and 79 more$/u);
});

import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { compareRules } from '../../src/proof/compare.ts';
import { askPair } from '../../src/proof/questions.ts';
import { provedByForm } from '../../src/proof/structure.ts';
import { judgeWith, programWith } from '../evaluate/fixture.ts';
import { asked, proved, ruleWith, solverOrNone } from './harness.ts';

const z3 = solverOrNone();

afterAll(async () => z3?.close());

describe.skipIf(z3 === undefined)('of one rule', () => {
  test.each([
    ['a limit', { require: 'amount <= 100' }, []],
    ['always so', { require: 'amount > 12 or amount <= 12' }, ['never-fails']],
    ['equal to itself', { require: 'amount = amount' }, ['never-fails']],
    ['never so', { require: 'amount > 12 and amount < 6' }, ['never-passes']],
    ['a condition that is never true', { when: 'count > 12 and count < 6' }, ['never-applies']],
    [
      'a condition that the products exclude',
      { products: ['A'], when: 'product = "B"', require: 'agreed' },
      ['never-applies'],
    ],
    [
      'a limit that another makes idle',
      { require: 'amount <= 100 and amount <= 200' },
      ['idle-part amount <= 200'],
    ],
    [
      'a word that another excludes',
      { require: 'kind = "X" and kind != "Y"' },
      ['idle-part kind != "Y"'],
    ],
    ['both of two flags', { require: 'agreed and checked' }, []],
    ['a ratio', { require: 'amount / price <= 0.8' }, []],
    ['days', { require: 'withdrawn = null or withdrawn > day' }, []],
    ['months between days', { require: 'months between(day, withdrawn) <= 12' }, []],
    [
      'a total that is never below a part of it',
      { require: 'count(items) >= count(items[done])' },
      ['never-fails'],
    ],
    ['each element', { each: { item: 'items' }, require: 'item.amount > 0' }, []],
    [
      'each element, never',
      { each: { item: 'items' }, require: 'item.amount > 1 and item.amount < 1' },
      ['never-passes'],
    ],
    ['so many elements', { require: 'count(items) <= 4' }, []],
    ['a text', { require: 'string length(id) > 3 and contains(id, "合同")' }, []],
  ])('%s', { timeout: 60_000 }, async (_, keys, findings) => {
    if (!z3) return;
    const answers = await asked(keys, z3);
    expect(answers.filter(({ answer }) => answer === 'undecided')).toEqual([]);
    expect(proved(answers).filter((one) => !one.startsWith('idle') || findings.length < 2)).toEqual(
      expect.arrayContaining([...findings]),
    );
    const expected = new Set<string>(findings);
    const kinds = proved(answers).filter((one) => !one.startsWith('idle'));
    expect(kinds.filter((one) => !expected.has(one))).toEqual([]);
    if (findings.length === 0) expect(proved(answers)).toEqual([]);
  });

  test('a witness is a file that the engine judges so', { timeout: 60_000 }, async () => {
    if (!z3) return;
    const keys = { when: 'kind = "X"', require: 'amount / price <= 0.8' };
    const answers = await asked(keys, z3);
    const verdicts = answers
      .filter(({ kind }) => kind !== 'idle-part')
      .map(({ kind, witness }) => [
        kind,
        judgeWith(programWith(keys), witness?.text ?? '')
          .of('TST-001')
          .split(':')[0],
      ]);
    expect(verdicts).toEqual([
      ['never-applies', expect.not.stringContaining('not-applicable')],
      ['never-passes', 'pass'],
      ['never-fails', 'fail'],
    ]);
  });

  test('answers are those of the engine over a grid', { timeout: 300_000 }, async () => {
    if (!z3) return;
    await fc.assert(
      fc.asyncProperty(condition, async (require) => {
        const answers = await asked({ require }, z3);
        const program = programWith({ require });
        const said = new Set(grid.map((file) => judgeWith(program, file).of('TST-001')));
        const isProved = (kind: string) =>
          answers.find((one) => one.kind === kind)?.answer === 'proved';
        expect([isProved('never-passes'), isProved('never-fails')]).toEqual([
          !said.has('pass'),
          !said.has('fail'),
        ]);
      }),
      { numRuns: 20, seed: 17 },
    );
  });
});

/** Comparisons on whole and half numbers, which the grid tells apart. */
const comparison = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('amount', 'price', 'amount + price', 'amount - price'),
      fc.constantFrom('<', '<=', '=', '>', '>='),
      fc.constantFrom('0', '1', '2'),
    )
    .map((parts) => parts.join(' ')),
  fc.constantFrom('agreed', 'amount <= price', 'kind = "X"', 'kind in ("X", "Y")'),
);

const condition = fc.oneof(
  comparison,
  fc.tuple(comparison, comparison).map(([a, b]) => `${a} and ${b}`),
  fc.tuple(comparison, comparison).map(([a, b]) => `${a} or ${b}`),
  fc.tuple(comparison, comparison).map(([a, b]) => `not(${a}) and ${b}`),
  fc.tuple(comparison, comparison, comparison).map(([a, b, c]) => `if ${a} then ${b} else ${c}`),
);

const numbers = ['', '-0.5', '0', '0.5', '1', '1.5', '2', '2.5'];
const grid = numbers.flatMap((amount) =>
  numbers.flatMap((price) =>
    ['', 'true', 'false'].flatMap((agreed) =>
      ['', 'X', 'Z'].map((kind) =>
        Object.entries({ day: '2024-05-01', amount, price, agreed, kind })
          .filter(([, value]) => value !== '')
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n'),
      ),
    ),
  ),
);

describe.skipIf(z3 === undefined)('of two rules', () => {
  test.each([
    ['contradict', 'amount > 100', 'amount < 50', 'proved'],
    ['may both pass', 'amount > 100', 'amount < 150', 'refuted'],
  ])('that %s', { timeout: 60_000 }, async (_, one, other, answer) => {
    if (!z3) return;
    const { program, rule } = ruleWith({ require: one });
    const second = ruleWith({ require: other }).rule;
    const renamed = { ...second, id: 'TST-002', subject: rule.subject };
    const [contradiction] = await askPair(program, [rule, renamed], z3);
    expect(contradiction?.answer).toBe(answer);
  });

  test.each([
    ['a lower limit', 'amount <= 100', 'amount <= 50', 'some', 'none'],
    ['a higher limit', 'amount <= 100', 'amount <= 150', 'none', 'some'],
    ['another way to say it', 'amount <= 100', 'not(amount > 100)', 'none', 'none'],
    ['another thing', 'amount <= 100', 'price <= 100', 'some', 'some'],
  ])('%s', { timeout: 60_000 }, async (_, before, after, stricter, looser) => {
    if (!z3) return;
    const found = await compareRules(
      ruleWith({ require: before }),
      ruleWith({ require: after }),
      z3,
    );
    expect([found.stricter.kind, found.looser.kind]).toEqual([stricter, looser]);
  });
});

describe('of the form of a rulebook', () => {
  test.each([
    ['higher', 'amount >= limit', []],
    ['lower', 'amount >= limit', ['proof/stricter']],
    ['lower', 'amount <= limit', []],
  ])('a parameter that is stricter %s, read by %s', (stricter, require, codes) => {
    const limit = JSON.stringify({
      parameter: 'limit',
      title: { en: 'Limit' },
      unit: 'money',
      stricter,
      editions: [{ from: '2000-01-01', value: 100, basis: ['T-1#all'] }],
    });
    const program = programWith({ require }, { 'parameters/limit.yaml': limit });
    expect(provedByForm(program).map(({ code }) => code)).toEqual(codes);
  });
});

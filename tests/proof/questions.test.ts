import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { compareRules } from '../../src/proof/compare.ts';
import { findingsOf } from '../../src/proof/prove.ts';
import { askPair, askRule } from '../../src/proof/questions.ts';
import type { ProgramRule } from '../../src/program/ast.ts';
import { type Keys, judgeWith, programWith } from '../evaluate/fixture.ts';
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
      ['always-applies', 'not-applicable'],
      ['never-passes', 'pass'],
      ['never-fails', 'fail'],
    ]);
  });

  test('of a rule that a person tells too the data are asked', { timeout: 60_000 }, async () => {
    if (!z3) return;
    const keys = {
      check: 'both',
      question: { en: 'Was it so?' },
      how: { en: 'Look' },
      standard: { en: 'It was so' },
      require: 'agreed and (kind != "X" or amount > 1)',
    };
    const answers = await asked(keys, z3);
    expect(answers.map(({ answer }) => answer)).toEqual(answers.map(() => 'refuted'));
    expect(answers.map(({ kind }) => kind)).toContain('idle-part');
  });

  test('a rule over several files is one of a record of them', { timeout: 60_000 }, async () => {
    if (!z3) return;
    const scope = { groupBy: 'kind', title: { en: 'Kind' } };
    const keys = { scope, asOf: 'max(dossiers.day)' };
    const some = await asked({ ...keys, require: 'sum(dossiers.amount) <= 100' }, z3);
    expect(some.map(({ answer }) => answer)).toEqual(['refuted', 'refuted', 'refuted']);
    const none = await asked({ ...keys, require: 'count(dossiers) >= 0' }, z3);
    expect(proved(none)).toEqual(['never-fails']);
  });

  test('what is so in several editions is told once', { timeout: 60_000 }, async () => {
    if (!z3) return;
    const editions = [{ from: '2000-01-01', until: '2009-12-31' }, { from: '2010-01-01' }];
    const { program, rule } = ruleWith({ require: 'amount = amount', editions });
    const findings = findingsOf(rule, await askRule(program, rule, z3));
    expect(findings.map(({ code, params }) => [code, params])).toEqual([
      [
        'proof/never-fails',
        { rule: 'TST-001', editions: ['2000-01-01', '2010-01-01'], within: undefined },
      ],
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

/** A second rule on the files of the first. */
function another(keys: Keys, { subject }: ProgramRule): ProgramRule {
  return { ...ruleWith(keys).rule, id: 'TST-002', subject };
}

describe.skipIf(z3 === undefined)('of two rules', () => {
  test.each([
    ['contradict', 'amount > 100', 'amount < 50', ['contradiction of TST-001']],
    ['may both pass', 'amount > 100', 'amount < 150', []],
    ['the first of which is stricter', 'amount < 50', 'amount < 100', ['implied of TST-002']],
    ['the second of which is stricter', 'amount < 50', 'amount < 20', ['implied of TST-001']],
  ])('that %s', { timeout: 60_000 }, async (_, one, other, found) => {
    if (!z3) return;
    const { program, rule } = ruleWith({ require: one });
    const answers = await askPair(program, [rule, another({ require: other }, rule)], z3);
    const provedOf = answers.filter(({ answer }) => answer === 'proved');
    expect(provedOf.map((asked) => `${asked.kind} of ${asked.rule}`)).toEqual(found);
  });

  test('a file of many records passes both, or nobody knows', { timeout: 120_000 }, async () => {
    if (!z3) return;
    const asksFor = (records: number) =>
      Array.from(
        { length: records },
        (_, index) => `(some item in items satisfies item.amount = ${index})`,
      ).join(' and ');
    const ask = async (records: number) => {
      const { program, rule } = ruleWith({ require: asksFor(records) });
      const [contradiction] = await askPair(
        program,
        [rule, another({ require: 'agreed' }, rule)],
        z3,
      );
      return [contradiction?.answer, contradiction?.why];
    };
    expect(await ask(6)).toEqual(['refuted', undefined]);
    expect(await ask(9)).toEqual(['undecided', [{ kind: 'records', records: 8 }]]);
  });

  test('what fails for want of a date is one that is absent', { timeout: 60_000 }, async () => {
    if (!z3) return;
    const { program, rule } = ruleWith({ require: 'withdrawn = null or amount > 1' });
    const other = another({ require: 'withdrawn <= day', ifAbsent: 'fail' }, rule);
    const answers = await askPair(program, [rule, other], z3);
    const undecided = answers.filter(({ answer }) => answer === 'undecided');
    expect(undecided).toEqual([]);
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

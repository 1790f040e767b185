import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { sameRule } from '../../src/proof/same.ts';
import { judgeWith, type Keys, programWith } from '../evaluate/fixture.ts';
import { ruleWith, solverOrNone } from './harness.ts';

const z3 = solverOrNone();

afterAll(async () => z3?.close());

describe.skipIf(z3 === undefined)('two versions of a rule', () => {
  async function same(before: Keys, after: Keys, day?: string): Promise<string> {
    if (!z3) return '';
    const found = await sameRule(ruleWith(before), ruleWith(after), z3, day);
    return found.kind === 'solver' && found.within !== undefined
      ? `solver, ${found.within} records`
      : found.kind;
  }

  const sides = { from: '2000-01-01', until: '2019-12-31', require: 'amount <= limit' };

  test.each<[string, Keys, Keys, string]>([
    ['the same text', { require: 'agreed' }, { require: 'agreed' }, 'plan'],
    ['the same in other words', { require: 'agreed' }, { require: 'not(not(agreed))' }, 'plan'],
    [
      'a limit between whole numbers',
      { require: 'count > 5' },
      { require: 'count >= 6' },
      'solver',
    ],
    ['a limit between others', { require: 'amount > 5' }, { require: 'amount >= 6' }, 'open'],
    [
      'a limit that another part implies',
      { require: 'amount > 5 and amount > 1' },
      { require: 'amount > 5 and amount >= 1' },
      'solver',
    ],
    [
      'what is unknown more often',
      { require: 'agreed' },
      { require: 'agreed and amount = amount' },
      'open',
    ],
    [
      'what does not apply any more',
      { require: 'agreed' },
      { when: 'agreed', require: 'agreed' },
      'open',
    ],
    ['for other products', { require: 'agreed' }, { products: ['A'], require: 'agreed' }, 'open'],
    [
      'of elements of a list',
      { require: 'some i in items satisfies i.amount > 5' },
      { require: 'some i in items satisfies (i.amount > 5 and i.amount > 4)' },
      'solver, 8 records',
    ],
    [
      'what is not on file counts as not done',
      { require: 'agreed' },
      { require: 'agreed', ifAbsent: 'fail' },
      'open',
    ],
  ])('%s', { timeout: 60_000 }, async (_, before, after, expected) => {
    expect(await same(before, after)).toBe(expected);
  });

  test.each<[string, Keys, Keys, string, string]>([
    [
      'what begins a day earlier and asks the same by then',
      { editions: [sides, { from: '2020-01-01', require: 'amount <= 100' }] },
      {
        editions: [
          { ...sides, until: '2019-12-30' },
          { from: '2019-12-31', require: 'amount <= 100' },
        ],
      },
      '2019-12-31',
      'plan',
    ],
    [
      'what begins a day earlier and asks something else',
      { editions: [sides, { from: '2020-01-01', require: 'amount <= 101' }] },
      {
        editions: [
          { ...sides, until: '2019-12-30' },
          { from: '2019-12-31', require: 'amount <= 101' },
        ],
      },
      '2019-12-31',
      'open',
    ],
    [
      'what is new, and asks nothing on its first day',
      { since: 'new', when: '1 > 2', require: 'agreed', editions: [{ from: '2000-01-01' }] },
      { since: 'new', when: '1 > 2', require: 'agreed', editions: [{ from: '1999-12-31' }] },
      '1999-12-31',
      'plan',
    ],
    [
      'what is new, and asks something',
      { since: 'new', require: 'agreed', editions: [{ from: '2000-01-01' }] },
      { since: 'new', require: 'agreed', editions: [{ from: '1999-12-31' }] },
      '1999-12-31',
      'open',
    ],
  ])('%s', { timeout: 60_000 }, async (_, before, after, day, expected) => {
    expect(await same(before, after, day)).toBe(expected);
  });

  test(
    'that are proved the same are judged the same over a grid',
    { timeout: 300_000 },
    async () => {
      if (!z3) return;
      let proved = 0;
      await fc.assert(
        fc.asyncProperty(condition, condition, fc.boolean(), async (one, other, isWhen) => {
          const keys = (text: string): Keys =>
            isWhen ? { when: text, require: 'agreed' } : { require: text };
          const found = await same(keys(one), keys(other));
          if (found === 'open') return;
          proved += 1;
          const [a, b] = [one, other].map((text) => programWith(keys(text)));
          for (const file of grid) expect(a && statusOf(a, file)).toBe(b && statusOf(b, file));
        }),
        { numRuns: 80, seed: 23 },
      );
      expect(proved).toBeGreaterThan(5);
    },
  );
});

function statusOf(program: ReturnType<typeof programWith>, file: string): string | undefined {
  return judgeWith(program, file).of('TST-001').split(':')[0];
}

/** Few values, so that two conditions are often the same. */
const comparison = fc
  .tuple(
    fc.constantFrom('count', 'count', 'count', 'amount'),
    fc.constantFrom('<', '<=', '=', '!=', '>', '>='),
    fc.constantFrom('1', '2'),
  )
  .map((parts) => parts.join(' '));

const condition = fc.oneof(
  comparison,
  fc.tuple(comparison, comparison).map(([a, b]) => `${a} and ${b}`),
  fc.tuple(comparison, comparison).map(([a, b]) => `${a} or ${b}`),
  comparison.map((a) => `not(${a})`),
);

const grid = ['', '0', '1', '2', '3'].flatMap((count) =>
  ['', '0.5', '1', '1.5', '2', '2.5'].flatMap((amount) =>
    ['', 'true', 'false'].map((agreed) =>
      Object.entries({ day: '2024-05-01', count, amount, agreed })
        .filter(([, value]) => value !== '')
        .map(([key, value]) => `${key}: ${value}\n`)
        .join(''),
    ),
  ),
);

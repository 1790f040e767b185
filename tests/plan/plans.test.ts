import { describe, expect, test } from 'vitest';

import { planOf } from '../../src/plan/from-program.ts';
import type { RulePlan } from '../../src/plan/plan.ts';
import { printTruth } from '../../src/plan/print.ts';
import { bookOf } from './book.ts';
import { others, planned, schema, unplanned } from './fixture.ts';

const conditions = [...planned, ...unplanned.map(([condition]) => condition)];
const { program, subject } = bookOf(conditions, schema, others);

/** The plan of a condition by itself, so that its rows are numbered from 1. */
function planAlone(condition: string): RulePlan {
  const rule = program.rules[conditions.indexOf(condition)];
  const [plan] = planOf({ ...program, rules: rule ? [rule] : [] }, subject).rules;
  if (!plan) throw new Error(`no such condition: ${condition}`);
  return plan;
}

function printed(condition: string): string {
  const plan = planAlone(condition);
  if (plan.kind === 'unplanned') return JSON.stringify(plan.parts);
  const require = plan.editions[0]?.require;
  return require ? printTruth(require) : '';
}

describe('a condition is planned', () => {
  test.each([
    ['a ratio is multiplied out', 'amount / price <= 0.7', 'over(price, amount * 10 <= price * 7)'],
    ['what is taken off is added', '-amount < price', '0 < (price + amount)'],
    [
      'each divisor on the way is asked',
      'price / (amount / price) >= -1',
      'unless-zero(price, over(amount, 0 <= (price * price + amount * 100), (price * price + amount * 100) <= 0))',
    ],
    [
      'rows that may match have to agree on every output',
      'count(wanted) = 2',
      'if(first(homes = 0 -> 0; homes = 1 -> 1; yes -> 0) = first(homes = 0 -> 0; homes = 1 -> 1; yes -> 0), first(homes = 0 -> 2; homes = 1 -> 1; yes -> 2), ?) = 2',
    ],
    [
      'a limit by the days it is in force',
      'part <= limit',
      'over(price, amount * 100 <= on(day:day: 10957..19781 20; 19782..1000000000 15) * price)',
    ],
    ['the only edition that there is', 'share <= ever', 'share <= 30000000'],
    [
      'the only edition on another day, which may be before it',
      'share <= ever(born)',
      'share <= on(born:day: 10957..1000000000 3) * 10000000',
    ],
    [
      'a written list is unrolled',
      'every w in ["A", "B"] satisfies list contains(words, w)',
      '(some(#1 in words: #1:word in [0]) and some(#2 in words: #2:word in [1]))',
    ],
    [
      'a loop over elements that may be there is not told',
      'some a in (for i in items[done] return i.amount) satisfies a > 0',
      'if(every(#1 in items: (#1.done:flag or not(#1.done:flag))), some(#1 in items[#1.done:flag]: 0 < #1.amount), untold)',
    ],
    [
      'a value of several kinds',
      'either = "NA"',
      'if(either:kind in [1], either:word in [0], if(either:kind = either:kind, no, untold))',
    ],
    ['verified to be none', 'inner.gone = null', 'inner.gone:none'],
  ])('%s: %s', (_, condition, plan) => {
    expect(printed(condition)).toBe(plan);
  });

  test('as all of them are', async () => {
    const lines = planned.map((condition) => `${condition}\n  ${printed(condition)}\n`);
    await expect(lines.join('')).toMatchFileSnapshot('expected/plans.txt');
  });
});

describe('a condition without a plan names the part and the reason', () => {
  test.each(unplanned)('%s: %s', (condition, why, written) => {
    const plan = planAlone(condition);
    expect(plan.kind === 'unplanned' && plan.parts).toContainEqual(
      expect.objectContaining({ why, written }),
    );
  });

  test('and what is around it is planned all the same', () => {
    const book = bookOf(
      ['amount > 0', 'median(items.amount) > 0 and amount > 0', 'agreed'],
      schema,
    );
    const kinds = planOf(book.program, book.subject).rules.map(({ kind }) => kind);
    expect(kinds).toEqual(['planned', 'unplanned', 'planned']);
  });

  test('in the definition that it is written in', () => {
    const title = { en: 'Middle' };
    const is = 'median(items.amount)';
    const middle = { definition: 'middle', title, editions: [{ from: '2000-01-01', is }] };
    const definitions = { 'definitions.yaml': { definitions: [middle] } };
    // the second rule reads what was planned already
    const book = bookOf(['middle > 0', 'middle > 1'], schema, definitions);
    for (const plan of planOf(book.program, book.subject).rules) {
      const parts = [
        { why: 'function', written: is, reference: 'middle', span: { start: 0, end: is.length } },
      ];
      expect(plan).toMatchObject({ kind: 'unplanned', parts });
    }
  });
});

test('of a schema with a name that every object answers to nothing is planned', () => {
  const odd = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      day: { type: 'string', format: 'date' },
      toString: { type: 'number', 'x-unit': 'count' },
    },
  } as const;
  const book = bookOf(['toString > 0'], odd);
  const [plan] = planOf(book.program, book.subject).rules;
  expect(plan).toMatchObject({ kind: 'unplanned', parts: [{ why: 'name' }] });
});

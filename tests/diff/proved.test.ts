import { afterAll, describe, expect, test } from 'vitest';

import { provedFurther } from '../../src/diff/proved.ts';
import { solverOrNone } from '../proof/harness.ts';
import { diffWith, type Edits, paths } from './harness.ts';

const z3 = solverOrNone();

afterAll(async () => z3?.close());

const is = (text: string): Edits => ({ [paths.rule]: ['amount\n  <= limit', text] });

describe.skipIf(z3 === undefined)('what searching left open', () => {
  test.each<[string, Edits, 'same' | 'stricter' | 'looser', string, string]>([
    ['the same in other words', is('not(amount > limit)'), 'same', 'proved', 'proved'],
    [
      'stricter by what no file shows that differs from one there is in one field',
      is('amount <= limit and not(amount = 31.37 and price = 27182.81)'),
      'stricter',
      'witness',
      'proved',
    ],
    [
      'looser in the same way',
      is('amount <= limit or amount = 3137.31 and price = 27182.81'),
      'looser',
      'proved',
      'witness',
    ],
  ])('%s', async (_, edits, effect, tightens, loosens) => {
    const diff = diffWith(edits);
    expect(diff.rules.map((one) => one.effect)).toEqual(['unknown']);
    const [rule] = z3 ? (await provedFurther(diff, z3)).rules : [];
    expect([rule?.effect, rule?.evidence.tightens.kind, rule?.evidence.loosens.kind]).toEqual([
      effect,
      tightens,
      loosens,
    ]);
  });
});

import { describe, expect, test } from 'vitest';

import { planOf, planOfGroup, unplannedOf } from '../../src/plan/from-program.ts';
import { shipped } from '../evaluate/shipped.ts';

const { program } = shipped();

/** Judged by the evaluator alone: shares of any denominator, lists put together, lists within other files, times. */
const slow: ReadonlySet<string> = new Set(['CON-010', 'CON-036', 'GRP-004', 'ORG-031']);

describe('the shipped rules', () => {
  test.each([...program.subjects])('of a %s all have plans', (_, subject) => {
    const { rules } = planOf(program, subject);
    const own = program.rules.filter((rule) => rule.subject === subject && !rule.group);
    expect(rules.slice(0, own.length).map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    const without = rules.filter(({ kind }) => kind === 'unplanned').map(({ id }) => id);
    expect(without.filter((id) => !slow.has(id))).toEqual([]);
  });

  test('that judge files together have plans, and their keys too', () => {
    const groups = program.rules.flatMap((rule) => planOfGroup(program, rule) ?? []);
    expect(groups.length).toBeGreaterThan(0);
    for (const { key, plan } of groups) {
      expect(key.kind).toBe('key');
      const without = plan.rules.filter(({ id, kind }) => kind !== 'planned' && !slow.has(id));
      expect(without).toEqual([]);
    }
  });

  test('and the steps: nothing is left to the evaluator', () => {
    expect(program.process.length).toBeGreaterThan(0);
    expect(
      unplannedOf(program)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...slow]);
  });
});

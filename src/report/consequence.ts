import type { OutcomeJson } from './json-format.ts';

type Said = Pick<OutcomeJson, 'rule' | 'status' | 'gate' | 'suppressed'>;

/**
 * What fails by itself: not the steps that went ahead in spite of a gate which is closed by another finding of the same
 * file. That one is put right, and they with it.
 */
export function ownFindings<T extends Said>(outcomes: readonly T[]): readonly T[] {
  const fails = outcomes.filter(({ status }) => status === 'fail');
  const causes = new Set(fails.flatMap(({ rule, gate }) => (gate ? [] : [rule])));
  return fails.filter(
    ({ gate }) => !gate || gate.rules.length === 0 || !gate.rules.every((rule) => causes.has(rule)),
  );
}

import type { Value } from '../feel/value.ts';
import type { Outcome } from './outcome.ts';
import type { ToldRows } from './told.ts';

/**
 * What a rule says of the rows of a register: those that pass, and those that it does not apply to, in one outcome
 * each with their number; all else one by one.
 *
 * @param isWhole - every row by itself
 * @param told - what is known of the rows already: only the open ones are judged
 */
export function rowOutcomes(
  base: Outcome,
  items: readonly Value[],
  isWhole: boolean,
  told: ToldRows | undefined,
  judge: (item: Value, index: number) => Outcome,
): readonly Outcome[] {
  if (isWhole) return items.map(judge);
  const counts = { pass: told?.pass ?? 0, 'not-applicable': told?.notApplicable ?? 0 };
  const found: Outcome[] = [];
  for (const index of told?.open ?? items.keys()) {
    const outcome = judge(items[index] ?? null, index);
    const { status, by } = outcome;
    if ((status === 'pass' || status === 'not-applicable') && !by) counts[status] += 1;
    else found.push(outcome);
  }
  const counted = (['pass', 'not-applicable'] as const).flatMap((status) =>
    counts[status] > 0 ? [{ ...base, status, rows: counts[status] }] : [],
  );
  return [...counted, ...found];
}

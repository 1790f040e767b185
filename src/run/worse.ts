import { verdicts } from './frame.ts';

/** Not applicable, pass, waived, waiting, cannot tell, fail: by verdict, the worse the higher. */
const rank = [6, 2, 5, 1, 3, 4] as const;

/** The worse of two verdicts of elements: one that is left to the evaluator leaves the rule to it. */
export function worse(a: number, b: number): number {
  if (a === verdicts.slow || b === verdicts.slow) return verdicts.slow;
  return (rank[a] ?? 0) >= (rank[b] ?? 0) ? a : b;
}

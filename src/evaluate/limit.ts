import { pointerTo } from '../base/pointer.ts';
import { EvaluationLimit } from '../feel/operations/limits.ts';
import { unknown } from '../feel/operations/unknown.ts';
import type { Unknown } from '../feel/value.ts';
import type { Work } from './session.ts';

/** The result of some work; where that would take too much, what is unknown by it, at the place it read last. */
export function withinWork<T, E>(
  { work }: { readonly work: Work },
  doing: () => T,
  otherwise: (unknown: Unknown) => E,
): T | E {
  const { budget } = work;
  const { depth } = budget;
  try {
    return doing();
  } catch (error) {
    // the host's stack may be smaller than the limit of depth allows for
    if (!(error instanceof EvaluationLimit || error instanceof RangeError)) throw error;
    budget.depth = depth;
    const { record, field } = work;
    return otherwise(unknown('limit', record === undefined ? '' : pointerTo(record, field)));
  }
}

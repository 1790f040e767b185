import { distinct } from '../feel/operations/unknown.ts';
import type { Missing } from '../feel/value.ts';
import type { Outcome } from './outcome.ts';

/** The outcome as one that cannot be told, and exactly what would tell. */
export function cannotTell(outcome: Outcome, missing: readonly Missing[]): Outcome {
  const wanted = distinct(missing);
  const [first] = wanted;
  return {
    ...outcome,
    status: 'cannot-tell',
    inapplicable: undefined,
    missing: wanted,
    at: first?.pointer.startsWith('/') ? first.pointer : outcome.at,
  };
}

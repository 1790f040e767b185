import type { Missing } from '../feel/value.ts';
import type { Outcome } from './outcome.ts';
import { unknown } from './unknown.ts';

/** The outcome as one that cannot be told, and exactly what would tell. */
export function cannotTell(outcome: Outcome, missing: readonly Missing[]): Outcome {
  const distinct = missing.length > 0 ? unknown(...missing).missing : [];
  return {
    ...outcome,
    status: 'cannot-tell',
    missing: distinct,
    at: distinct[0]?.pointer.startsWith('/') ? distinct[0].pointer : outcome.at,
  };
}

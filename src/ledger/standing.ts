import type { LedgerFinding } from './fold.ts';

/**
 * How far a finding of a ledger may be held against somebody. `doubt`: nobody has confirmed it (疑点). `disputed`: an
 * objection is not answered. `mistaken`: two people found that it is none. Only what is `confirmed` counts.
 */
export type LedgerStanding = 'confirmed' | 'doubt' | 'disputed' | 'mistaken';

/** Likewise of something that a check finds; `unlisted` where the ledger does not have it. */
export type Standing = LedgerStanding | 'unlisted';

export const standings = ['confirmed', 'doubt', 'disputed', 'mistaken', 'unlisted'] as const;

export function standingOf({ state }: Pick<LedgerFinding, 'state'>): LedgerStanding {
  switch (state) {
    case 'to-confirm':
      return 'doubt';
    case 'disputed':
    case 'mistaken':
      return state;
    default:
      return 'confirmed';
  }
}

/**
 * The days on which somebody confirmed a finding, ISO, the earliest first: one, and one more each time that it came back
 * and was confirmed again. What was taken back since, as mistaken or to be confirmed anew, is not among them, nor the
 * last where an objection against it is open.
 */
export function confirmations({ history, state }: LedgerFinding): readonly string[] {
  const days: string[] = [];
  for (const entry of history) {
    if (entry.kind !== 'moved' || entry.turn === 'first') continue;
    const { from, to, day } = entry;
    if (from === 'to-confirm' && to === 'issued') days.push(day);
    // found mistaken after it was confirmed, or to be looked at again
    else if (to === 'mistaken' ? from !== 'to-confirm' : from === 'closed' && to === 'to-confirm')
      days.pop();
  }
  return state === 'disputed' ? days.slice(0, -1) : days;
}

/** Why something cannot be drafted. */
export type DraftFault =
  | { readonly fault: 'no-day'; readonly day: string }
  /** It has no list of editions to add to. */
  | { readonly fault: 'no-editions' }
  /** The last edition begins on this day, or later than the new one would. */
  | { readonly fault: 'too-early'; readonly from: string }
  /** The last edition has a last day already. */
  | { readonly fault: 'ended'; readonly until: string }
  /** It is written in a way in which nothing can be added. */
  | { readonly fault: 'not-written' };

import type { Status } from '../evaluate/outcome.ts';

/** A sign for each outcome beside its word, so that a print without colour tells them apart. */
export const marks: Readonly<Record<Status, string>> = {
  fail: '✗',
  'cannot-tell': '?',
  waived: '◇',
  pass: '✓',
  'not-applicable': '–',
  'not-due': '·',
};

/** Where there is nothing to say. */
export const nothing = '—';

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

/** A sign for how a rule binds, beside its word: 必须, 不得, 应当, 可以. */
export const shapes = {
  must: '■',
  'must-not': '✕',
  should: '●',
  may: '○',
} as const;

/** At a rule that nobody may approve an exception of. */
export const redLineShape = '▲';

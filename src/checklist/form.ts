import type { Answered } from '../rulebook/files.ts';

/** The columns of a check-list, by the key that stands in its hidden row. */
export const keys = [
  'rule',
  'element',
  'dossier',
  'rulebook',
  'answer',
  'page',
  'remark',
  'checker',
  'date',
  'digest',
] as const;

export type Key = (typeof keys)[number];

/** Those without which a table is no check-list: the others came later, or may be left out by hand. */
export const neededKeys: readonly Key[] = keys.filter((key) => key !== 'digest');

/** What an inspector may answer, in the order they are offered. */
export const answers: readonly Answered[] = ['pass', 'fail', 'not-applicable'];

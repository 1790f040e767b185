/**
 * The columns of a register of findings (问题台账), by the key that stands in the hidden row right above their titles:
 * what writes the workbook and what reads it back go by these, never by titles. A register of many rows goes on in
 * further sheets, each with its own row of keys.
 */
export const registerKeys = [
  'number',
  'finding',
  'branch',
  'product',
  'business',
  'customer',
  'amount',
  'officer',
  'posts',
  'rule',
  'problem',
  'clause',
  'standing',
  'severity',
  'remedy',
  'due',
  'measures',
  'done',
  'evidence',
  'opinion',
  'dossier',
  'file',
  'digest',
  'record',
] as const;

export type RegisterKey = (typeof registerKeys)[number];

/** What is filled in by those who put findings right; everything else is protected. */
export const openKeys = [
  'measures',
  'done',
  'evidence',
  'opinion',
] as const satisfies readonly RegisterKey[];

/** For machines alone: the columns are hidden. */
export const hiddenKeys = [
  'dossier',
  'file',
  'digest',
  'record',
] as const satisfies readonly RegisterKey[];

import type { Dossier } from '../dossier/dossier.ts';
import { isKind } from '../feel/value.ts';
import { mainSubject, type Program, type Subject } from '../program/ast.ts';
import { printDate } from '../values/temporal-text.ts';
import { type AboutKey, aboutValue } from './about.ts';
import type { ReadFile } from './read.ts';

/** Which files an inspection covers; a list that is empty leaves none out. */
export interface Bounds {
  readonly branches: readonly string[];
  readonly products: readonly string[];
  /** ISO days, both inclusive. */
  readonly period: { readonly from: string | null; readonly until: string | null } | null;
  /** Ids of the files that were drawn for it; absent where all are inspected. */
  readonly picked?: ReadonlySet<string> | undefined;
}

/** Why an inspection does not cover a file: what of it is elsewhere, or that it was not drawn. */
export type Outside = 'branch' | 'product' | 'period' | 'not-picked';

/**
 * Why an inspection does not cover a file; undefined where it does. What is not filled in leaves no file out: whether it
 * is covered cannot be told, and it is judged.
 */
export function outsideOf(
  { branches, products, period, picked }: Bounds,
  { dossier, subject, id }: Pick<ReadFile, 'dossier' | 'subject' | 'id'>,
  program: Pick<Program, 'subjects' | 'setting'>,
): Outside | undefined {
  if (!dossier || !subject || subject !== mainSubject(program.subjects)) return undefined;
  const of = (key: AboutKey) => told(key, dossier, subject, program);
  if (isElsewhere(of('branch'), branches)) return 'branch';
  if (isElsewhere(of('product'), products)) return 'product';
  const day = period ? of('day') : undefined;
  const { from, until } = period ?? {};
  if (day !== undefined && ((from && day < from) || (until && day > until))) return 'period';
  return picked && (id === undefined || !picked.has(id)) ? 'not-picked' : undefined;
}

function told(
  key: AboutKey,
  dossier: Dossier,
  subject: Subject,
  { setting }: Pick<Program, 'setting'>,
): string | undefined {
  const value = aboutValue(key, dossier, subject, setting.zone)?.value;
  if (typeof value === 'string') return value;
  return isKind(value, 'date') ? printDate(value) : undefined;
}

function isElsewhere(value: string | undefined, among: readonly string[]): boolean {
  return value !== undefined && among.length > 0 && !among.includes(value);
}

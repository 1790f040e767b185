import { epochDayOf } from '../dossier/days.ts';
import type { Plain, PlainValue } from '../dossier/generate.ts';

/** A file with its days as numbers since 1970-01-01, the kindest form for engines without dates. */
export function withDayNumbers(plain: Plain): unknown {
  return withDays(plain, epochDayOf);
}

/** A file with each day replaced by what the engine has for days. */
export function withDays(value: PlainValue, dayOf: (iso: string) => unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? dayOf(value) : value;
  if (Array.isArray(value)) return value.map((item) => withDays(item, dayOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withDays(item, dayOf)]));
}

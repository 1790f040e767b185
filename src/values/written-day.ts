import { parseDate, printDate } from './temporal-text.ts';
import { addDays, type PlainDate } from './temporal.ts';

/**
 * Days as people and spreadsheets write them, as ISO text: `2026-11-25`, `2026/11/5`, `2026年11月25日`, `20261125`, each
 * with the time of the day behind it or without, and days since 1899-12-30.
 */
export function dayWritten(text: string): string | undefined {
  const counted = /^([2-6]\d{4})(\.\d+)?$/u.exec(text);
  const since = counted && addDays(firstDay, Number(counted[1]));
  if (since) return printDate(since);
  const parts =
    /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})[日号]?(?:[ T]?\d{1,2}:\d{2}(?::\d{2})?)?$/u.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDate(iso) ? iso : undefined;
}

/** Day 0 of spreadsheets. */
const firstDay: PlainDate = { kind: 'date', year: 1899, month: 12, day: 30 };

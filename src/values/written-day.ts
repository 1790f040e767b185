import { parseDate, printDate } from './temporal-text.ts';
import { addDays, type PlainDate } from './temporal.ts';

/** Days as people and spreadsheets write them, as ISO text: `2026-11-25`, `2026/11/5`, `2026年11月25日`, days since 1899-12-30. */
export function dayWritten(text: string): string | undefined {
  const counted = /^[2-6]\d{4}$/u.test(text) ? addDays(firstDay, Number(text)) : undefined;
  if (counted) return printDate(counted);
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text);
  if (!parts) return undefined;
  const [, year = '', month = '', day = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDate(iso) ? iso : undefined;
}

/** Day 0 of spreadsheets. */
const firstDay: PlainDate = { kind: 'date', year: 1899, month: 12, day: 30 };

import type { Unknown, Value } from '../feel/value.ts';
import { printDate } from '../values/temporal-text.ts';
import { atOffset, bankOffset } from '../values/zone.ts';

/** The day of a date or date-time in the bank's time, ISO; unknown when the value is no day. */
export function bankDay(value: Value): string | Unknown {
  if (typeof value === 'object' && value !== null) {
    if (value.kind === 'date') return printDate(value);
    if (value.kind === 'unknown') return value;
    if (value.kind === 'date-time') {
      const local = atOffset(value, bankOffset);
      if (local) return printDate(local.date);
    }
  }
  return { kind: 'unknown', missing: [{ why: 'undefined', pointer: '' }] };
}

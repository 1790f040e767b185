import type { Unknown, Value } from '../feel/value.ts';
import { printDate } from '../values/temporal-text.ts';
import { dayAtZone, type Zone } from '../values/zone.ts';

/** The day of a date, ISO; of a date-time by the clock of the rulebook; unknown when the value is no day. */
export function dayOf(value: Value, zone: Zone): string | Unknown {
  if (typeof value === 'object' && value !== null) {
    if (value.kind === 'date') return printDate(value);
    if (value.kind === 'unknown') return value;
    if (value.kind === 'date-time') {
      const day = dayAtZone(value, zone);
      if (day) return printDate(day);
    }
  }
  return { kind: 'unknown', missing: [{ why: 'undefined', pointer: '' }] };
}

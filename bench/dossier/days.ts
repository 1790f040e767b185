const millisecondsPerDay = 86_400_000;

/** `2024-09-24` to days since 1970-01-01. */
export function epochDayOf(iso: string): number {
  return Date.parse(iso) / millisecondsPerDay;
}

/** Days since 1970-01-01 to `2024-09-24`. */
export function isoOf(epochDay: number): string {
  return new Date(epochDay * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The same day of the month so many months later, or the last of that month where it is shorter. */
export function monthsLater(epochDay: number, months: number): number {
  const date = new Date(epochDay * millisecondsPerDay);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  return epochDayOf(isoOf(Math.round(last.getTime() / millisecondsPerDay))) - last.getUTCDate() + Math.min(date.getUTCDate(), last.getUTCDate());
}

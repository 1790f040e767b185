/** True, false, or unknown. */
export type Truth = boolean | undefined;
type Quantity = number | undefined;

export function atMost(a: Quantity, b: Quantity): Truth {
  return a === undefined || b === undefined ? undefined : a <= b;
}

export function atLeast(a: Quantity, b: Quantity): Truth {
  return a === undefined || b === undefined ? undefined : a >= b;
}

export function below(a: Quantity, b: Quantity): Truth {
  return a === undefined || b === undefined ? undefined : a < b;
}

export function above(a: Quantity, b: Quantity): Truth {
  return a === undefined || b === undefined ? undefined : a > b;
}

export function equals(a: Quantity, b: Quantity): Truth {
  return a === undefined || b === undefined ? undefined : a === b;
}

export function within(low: Quantity, a: Quantity, high: Quantity): Truth {
  return both(atLeast(a, low), atMost(a, high));
}

export function isWord(word: string | undefined, wanted: string | undefined): Truth {
  return word === undefined || wanted === undefined ? undefined : word === wanted;
}

export function isAnother(word: string | undefined, other: string | undefined): Truth {
  return word === undefined || other === undefined ? undefined : word !== other;
}

export function negated(a: Truth): Truth {
  return a === undefined ? undefined : !a;
}

export function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

export function either(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  return a === undefined || b === undefined ? undefined : false;
}

/** `yes` or `no` by the condition; with the condition unknown, what both agree on. */
export function choose(condition: Truth, yes: Truth, no: Truth): Truth {
  if (condition === undefined) return yes === no ? yes : undefined;
  return condition ? yes : no;
}

export function plus(a: Quantity, b: Quantity): Quantity {
  return a === undefined || b === undefined ? undefined : a + b;
}

export function minus(a: Quantity, b: Quantity): Quantity {
  return a === undefined || b === undefined ? undefined : a - b;
}

export function times(a: Quantity, b: Quantity): Quantity {
  return a === undefined || b === undefined ? undefined : a * b;
}

export function lesser(a: Quantity, b: Quantity): Quantity {
  return a === undefined || b === undefined ? undefined : Math.min(a, b);
}

/** Whole months from one day to another, both days since 1970-01-01; negative backwards. */
export function monthsBetween(from: Quantity, to: Quantity): Quantity {
  if (from === undefined || to === undefined) return undefined;
  if (to < from) return -completed(to, from);
  return completed(from, to);
}

/** Whole years of age. */
export function ageAt(birthday: Quantity, day: Quantity): Quantity {
  const months = monthsBetween(birthday, day);
  return months === undefined ? undefined : Math.trunc(months / 12);
}

function completed(from: number, to: number): number {
  const a = monthAndDay(from);
  const b = monthAndDay(to);
  const months = (b >> 5) - (a >> 5);
  // the last day of a shorter month completes it
  return (b & 31) < (a & 31) && (monthAndDay(to + 1) & 31) !== 1 ? months - 1 : months;
}

/**
 * Months since year 0, times 32, plus the day of the month; for days after year 0, in whole 32-bit numbers.
 *
 * @see Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days
 */
function monthAndDay(epochDay: number): number {
  const z = (epochDay + 719_468) | 0;
  const era = (z / 146_097) | 0;
  const dayOfEra = z - Math.imul(era, 146_097);
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  const shifted = ((5 * dayOfYear + 2) / 153) | 0;
  const day = dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1;
  return (Math.imul(yearOfEra + Math.imul(era, 400), 12) + shifted + 2) * 32 + day;
}

/** A comparison with something divided by this, multiplied out: unknown where it is 0. */
export function dividedBy(divisor: Quantity, comparison: Truth): Truth {
  return divisor === 0 ? undefined : comparison;
}

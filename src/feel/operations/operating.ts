import type { Setting } from '../../values/setting.ts';
import type { DateTime, PlainDate } from '../../values/temporal.ts';
import { atZone } from '../../values/zone.ts';
import type { Unknown, Value } from '../value.ts';
import type { Budget } from './limits.ts';
import { unknown, isUnknown, unknownWithin } from './unknown.ts';

/**
 * How what is missing or wrong is read.
 *
 * `dmn`: as DMN 1.5 says; it is null.
 * `rules`: as verdicts need it; it is unknown, and says what would settle it. Null is a field verified to be none.
 */
export type Reading =
  | { readonly nulls: 'dmn' }
  | { readonly nulls: 'rules'; readonly setting: Setting };

/** What operations and functions may need besides the values that they are given. */
export interface Operating {
  readonly reading: Reading;
  /** What all of the evaluation is paid from. */
  readonly budget: Budget;
  /** Undefined where the calendar does not say. */
  readonly calendar?: { readonly isWorkingDay: (day: PlainDate) => boolean | undefined };
  /** For today() and now(); absent, they are unknown. */
  readonly now?: DateTime;
}

/** What a test comes to; null and Unknown both stand for "neither", each in its own reading. */
export type Truth = boolean | null | Unknown;

export function isRules({ reading }: Pick<Operating, 'reading'>): boolean {
  return reading.nulls === 'rules';
}

/** What the rulebook says of all amounts and moments; the calculator has none. */
export function settingOf({ reading }: Pick<Operating, 'reading'>): Setting | undefined {
  return reading.nulls === 'rules' ? reading.setting : undefined;
}

/** A moment on the rulebook's clock; as it is written for the calculator, and where it says of no place. */
export function onClock(
  moment: DateTime,
  within: Pick<Operating, 'reading'>,
): DateTime | undefined {
  const setting = settingOf(within);
  return setting ? atZone(moment, setting.zone) : moment;
}

/** The result of an operation that has none for these values; what is unknown inside them may be why. */
export function nothing(
  within: Pick<Operating, 'reading' | 'budget'>,
  ...values: readonly Value[]
): null | Unknown {
  if (!isRules(within)) return null;
  return unknownWithin({ kind: 'list', items: values }, within.budget) ?? undefinedHere;
}

/** One object, so that many of them are told apart from others at once. */
const undefinedHere = unknown('undefined', '');

/**
 * A value where a truth is wanted.
 *
 * In rules a null, of a field verified to be none, is neither true nor false: it is unknown, at the field's place.
 *
 * @param place - JSON pointer of the value, where it is a field of a dossier
 */
export function truthOf(
  value: Value,
  within: Pick<Operating, 'reading' | 'budget'>,
  place?: string,
): Truth {
  if (typeof value === 'boolean' || isUnknown(value)) return value;
  if (value === null && place !== undefined && isRules(within)) return unknown('undefined', place);
  return nothing(within, value);
}

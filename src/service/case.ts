import type { Missing } from '../feel/value.ts';
import type { ServicePromise } from '../program/ast.ts';
import type { Rational } from '../values/rational.ts';

/**
 * How a case stands: kept or broken once it is done, open in time or late while it is not. `untold` where the file does
 * not say.
 */
export type CaseState = 'kept' | 'broken' | 'open' | 'late' | 'untold';

/** One thing that was promised to somebody within a time. */
export interface ServiceCase {
  readonly promise: ServicePromise;
  /** Id of the file. */
  readonly file: string;
  /** The key of the element that it is about, or its position. */
  readonly element: string | undefined;
  /** JSON pointer to that element; empty for the file. */
  readonly pointer: string;
  readonly branch: string | undefined;
  readonly customer: string | undefined;
  readonly officer: string | undefined;
  /** Who holds it, by number of staff; undefined where nobody can tell. */
  readonly holder: string | undefined;
  readonly state: CaseState;
  /** The day it began, ISO. */
  readonly began?: string | undefined;
  /** The day it was done, ISO. */
  readonly done?: string | undefined;
  /** The last day on which it is in time, ISO; undefined for a time in hours, and where the calendar does not know it. */
  readonly limit?: string | undefined;
  /** The day that this is told of, ISO: no later than that which the file tells of. */
  readonly asOf?: string | undefined;
  /** The time promised, in the unit of the promise. */
  readonly within?: Rational | undefined;
  /** What it took until it was done, or until `asOf`. */
  readonly taken?: Rational | undefined;
  /** Of `taken`, what is beyond the time promised; above 0. */
  readonly over?: Rational | undefined;
  /**
   * Why it is untold: fields that lack, `stale` where the file tells of days before its limit only, `backwards` where it
   * was done before it began, `calendar` where the working days of a year are not announced.
   */
  readonly why?: 'fields' | 'stale' | 'backwards' | 'calendar' | undefined;
  readonly missing: readonly Missing[];
}

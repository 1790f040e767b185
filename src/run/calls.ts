import type { Builtin } from '../feel/builtins.ts';
import { callOfRules } from '../feel/operations/builtins.ts';
import { EvaluationLimit, newBudget } from '../feel/operations/limits.ts';
import type { Operating } from '../feel/operations/operating.ts';
import { isKind, type Value } from '../feel/value.ts';
import type { Setting } from '../values/setting.ts';
import { epochDay } from '../values/temporal.ts';
import { instantOf } from '../values/zone.ts';
import { mostTextBits } from '../plan/plan.ts';
import { isNear } from './numbers.ts';

/** What a call came to. */
export interface Called {
  /** Undefined where it has no result for these values. */
  readonly value: Value | undefined;
  /** It would take too long or too much memory, which the evaluator can put into words. */
  readonly beyond: boolean;
}

/** Calls a built-in; an argument left out is undefined. */
export function called(
  builtin: Builtin,
  args: readonly (Value | undefined)[],
  setting: Setting,
): Called {
  const within: Operating = { reading: { nulls: 'rules', setting }, budget: newBudget() };
  try {
    const given = args.map((arg) => arg ?? null);
    const length = args.findLastIndex((arg) => arg !== undefined) + 1;
    const value = callOfRules(builtin, given.slice(0, length), within);
    return { value: isKind(value, 'unknown') ? undefined : value, beyond: false };
  } catch (error) {
    if (error instanceof EvaluationLimit) return { value: undefined, beyond: true };
    throw error;
  }
}

/** The parts of a text between what a pattern matches. */
export function piecesOf(
  text: string,
  by: string,
  setting: Setting,
): { readonly pieces: readonly string[] | undefined; readonly beyond: boolean } {
  const { value, beyond } = called('split', [text, by], setting);
  if (!isKind(value, 'list')) return { pieces: undefined, beyond };
  const pieces = value.items.filter((item) => typeof item === 'string');
  return { pieces, beyond };
}

const mostOfText = 2n ** BigInt(mostTextBits);

/** A number with so many digits after the point, beyond what doubles hold too; undefined where it does not fit. */
export function bigOfValue(value: Value, scale: number): bigint | undefined {
  if (!isKind(value, 'number')) return undefined;
  const units = value.n * 10n ** BigInt(scale);
  const whole = units / value.d;
  const fits = units % value.d === 0n && whole <= mostOfText && whole >= -mostOfText;
  return fits ? whole : undefined;
}

/** A number, day or moment with so many digits after the point; undefined where it does not fit. */
export function wholeOfValue(value: Value, scale: number): number | undefined {
  // beyond these years days are not counted in plans
  if (isKind(value, 'date')) {
    return value.year >= 1 && value.year <= 9999 ? epochDay(value) : undefined;
  }
  if (isKind(value, 'date-time')) {
    const nanos = instantOf(value);
    return nanos % 1_000_000n === 0n ? Number(nanos / 1_000_000n) : undefined;
  }
  if (!isKind(value, 'number')) return undefined;
  const units = value.n * 10n ** BigInt(scale);
  const fits = units % value.d === 0n ? Number(units / value.d) : undefined;
  return fits !== undefined && isNear(fits) ? fits : undefined;
}

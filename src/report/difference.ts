import { formatNumber } from '../feel/sentence/format.ts';
import type { Lexicon } from '../feel/sentence/lexicon.ts';
import type { Type } from '../feel/types.ts';
import type { Unit } from '../feel/units.ts';
import { isKind, type Value } from '../feel/value.ts';
import { sayIn } from '../base/language.ts';
import { rational, type Rational, subtract } from '../values/rational.ts';
import { epochDay } from '../values/temporal.ts';
import { wordbooks } from '../words/messages/messages.ts';

/**
 * By how much two values differ, in the unit of either: 差0.01元, 差0.5个百分点, 差3天; undefined where they are of kinds
 * that have no difference, or where they are the same.
 */
export function differenceText(
  left: Value | undefined,
  right: Value | undefined,
  leftType: Type,
  rightType: Type,
  lexicon: Lexicon,
): string | undefined {
  const { terms } = sayIn(wordbooks, lexicon.language);
  if (isKind(left, 'number') && isKind(right, 'number')) {
    const apart = size(subtract(left, right));
    if (apart.n === 0n) return undefined;
    const unit = unitOf(leftType) ?? unitOf(rightType);
    if (unit === 'hours') return undefined;
    const isShare = unit === 'ratio' || unit === 'rate' || unit === 'rate-per-month';
    return isShare
      ? terms.apartInPoints(formatNumber(rational(apart.n * 100n, apart.d), 'count', lexicon))
      : terms.apart(formatNumber(apart, unit, lexicon));
  }
  const days = daysApart(left, right);
  return days === undefined || days === 0
    ? undefined
    : terms.apart(formatNumber(rational(BigInt(days), 1n), 'days', lexicon));
}

function unitOf(type: Type): Unit | undefined {
  return type.kind === 'number' ? type.unit : undefined;
}

function size({ n, d, ...rest }: Rational): Rational {
  return { ...rest, n: n < 0n ? -n : n, d };
}

function daysApart(left: Value | undefined, right: Value | undefined): number | undefined {
  if (isKind(left, 'date') && isKind(right, 'date'))
    return Math.abs(epochDay(left) - epochDay(right));
  if (isKind(left, 'date-time') && isKind(right, 'date-time'))
    return Math.abs(epochDay(left.date) - epochDay(right.date));
  return undefined;
}

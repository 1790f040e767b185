import { mostExact, type Rounding, type TextTest } from '../plan/plan.ts';

/** Whether a double is a whole number to the last digit. */
export function isNear(value: number): boolean {
  return value < mostExact && value > -mostExact;
}

/**
 * The whole number nearest to `of / over`, both whole and below 2^53: the remainder of doubles is exact, and so is
 * the division of what is left.
 */
export function rounded(of: number, over: number, to: Rounding): number {
  const by = Math.abs(over);
  const value = over < 0 ? -of : of;
  const rest = value % by;
  const quotient = (value - rest) / by;
  if (rest === 0 || Number.isNaN(rest)) return quotient;
  const away = quotient + (value < 0 ? -1 : 1);
  const twice = 2 * Math.abs(rest);
  return isAway(to, value < 0, twice < by ? -1 : twice > by ? 1 : 0, quotient % 2 !== 0)
    ? away
    : quotient;
}

/** Whether what has a rest is rounded away from 0. */
export function isAway(
  to: Rounding,
  isNegative: boolean,
  /** Below, at or above the half. */
  half: -1 | 0 | 1,
  isOdd: boolean,
): boolean {
  switch (to) {
    case 'down':
      return false;
    case 'up':
      return true;
    case 'floor':
      return isNegative;
    case 'ceiling':
      return !isNegative;
    case 'half-up':
      return half >= 0;
    case 'half-down':
      return half > 0;
    case 'half-even':
      return half > 0 || (half === 0 && isOdd);
  }
}

/** What is left of a number after whole times another, with the sign of that; NaN where it is 0. */
export function remainder(of: number, by: number): number {
  const rest = of % by;
  return rest !== 0 && rest < 0 !== by < 0 ? rest + by : rest;
}

/** Characters of a text, one for each code point; NaN without a text. */
export function lengthOf(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  let length = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    const high = text.charCodeAt(at);
    if (high < 0xd800 || high >= 0xdc00) continue;
    const low = text.charCodeAt(at + 1);
    if (low >= 0xdc00 && low < 0xe000) length -= 1;
  }
  return length;
}

/** The tests of texts, by name. */
export const textTests: Readonly<Record<TextTest, (of: string, part: string) => boolean>> = {
  contains: (of, part) => of.includes(part),
  'starts with': (of, part) => of.startsWith(part),
  'ends with': (of, part) => of.endsWith(part),
};

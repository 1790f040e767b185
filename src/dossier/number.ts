import { asWritten, parseRational, type Rational, zero } from '../values/rational.ts';

/** Digits that count in a number, at most: beyond them it is a slip, and work with it would cost too much. */
export const mostDigits = 100;
/** Largest power of ten in a number, and places after the point, at most. */
const mostPower = 100;

/** The most that a number may be. */
export const mostNumber: string = `1e${mostPower}`;

/** A number of a file, exact, or why it is not kept. */
export type NumberRead =
  | { readonly value: Rational }
  | { readonly why: 'digits'; readonly digits: number }
  | { readonly why: 'big' | 'small' };

const form = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d+))?$/u;

/**
 * Reads a number of YAML's core schema, such as `+1860000`, `007.50` or `1e6`.
 *
 * Zeros in front and behind do not count as digits, whether written out or as an exponent; zeros behind the point are
 * kept as the number's `written` places.
 */
export function readNumber(text: string): NumberRead {
  const [, sign = '', before = '', after = '', exponent = '0'] = form.exec(text) ?? [];
  const written = before + after;
  const first = indexOfDigit(written, 0, 1);
  const places = Math.max(0, after.length - Number(exponent));
  if (first === written.length) return { value: asWritten(zero, places) };
  const last = indexOfDigit(written, written.length - 1, -1);
  const digits = last - first + 1;
  if (digits > mostDigits) return { why: 'digits', digits };
  const kept = written.slice(first, last + 1);
  const lowest = Number(exponent) + before.length - 1 - last;
  const highest = lowest + digits - 1;
  if (highest > mostPower || (highest === mostPower && kept !== '1')) return { why: 'big' };
  const value =
    lowest < -mostPower ? undefined : parseRational(`${sign.replace('+', '')}${kept}e${lowest}`);
  return value ? { value: asWritten(value, places) } : { why: 'small' };
}

/** Where the next digit above 0 stands, or the end; a regular expression would try each of a million zeros anew. */
function indexOfDigit(digits: string, from: number, step: 1 | -1): number {
  let at = from;
  while (digits[at] === '0') at += step;
  return at;
}

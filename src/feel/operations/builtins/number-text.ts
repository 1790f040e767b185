import { parseRational, type Rational } from '../../../values/rational.ts';

/** The number that a text writes, with a separator of groups of digits and a decimal point of its own. */
export function numberOf(from: string, grouping?: string, point = '.'): Rational | undefined {
  if (grouping !== undefined && !/^[ ,.]$/u.test(grouping)) return undefined;
  if (!/^[,.]$/u.test(point) || grouping === point) return undefined;
  const joined = grouping === undefined ? from : from.replaceAll(grouping, '');
  if (point === ',' && joined.includes('.')) return undefined;
  return parseRational(joined.replace(point, '.'));
}

/** Digits after the point of the number that a text writes, `1.50` and `150e-2`; undefined where it is none. */
export function placesWritten(text: string): number | undefined {
  if (numberOf(text) === undefined) return undefined;
  const [, after = '', exponent = '0'] = /^[^.eE]*(?:\.(\d*))?(?:[eE](.*))?$/u.exec(text) ?? [];
  return Math.max(0, after.length - Number(exponent));
}

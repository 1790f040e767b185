import {
  compare,
  divide,
  parseRational,
  printRational,
  type Rational,
  whole,
} from '../values/rational.ts';
import type { CellFault } from './problems.ts';

/** Units of which a share may be written as a percentage. */
const shares: ReadonlySet<string> = new Set(['ratio', 'rate', 'rate-per-month']);
/** All that spreadsheets keep. */
const mostDigits = 15;

export type NumberRead = { readonly number: Rational } | { readonly fault: CellFault };

/** Whether a cell holds no value but a formula, or an error that one came to. */
export function isFormula(text: string): boolean {
  return /^(?:=|#(?:REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL)\b)/u.test(text);
}

/**
 * The number of a cell: `0.35`, or `35%` of a share; `1,000,000`.
 *
 * @param known - what it was until now: 35 of a share that was 0.3 is a percentage without its sign
 */
export function numberIn(text: string, unit: string, known: readonly Rational[]): NumberRead {
  if (isFormula(text)) return { fault: 'formula' };
  const [, written = '', percent] = /^(.*?)\s*([%％])?$/u.exec(text.normalize('NFKC')) ?? [];
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(written)
    ? written.replaceAll(',', '')
    : written;
  const number = parseRational(plain);
  if (!number) return { fault: 'number' };
  if (plain.replace(/e.*$/iu, '').replaceAll(/\D/gu, '').replace(/^0+/u, '').length > mostDigits)
    return { fault: 'digits' };
  if (percent !== undefined) {
    if (unit === 'percent') return { number };
    const share = divide(number, whole(100n));
    return share && shares.has(unit) ? { number: share } : { fault: 'percent' };
  }
  const isShare = shares.has(unit) && known.every((one) => compare(one, whole(2n)) < 0);
  if (isShare && compare(number, whole(2n)) >= 0) return { fault: 'hundredfold' };
  return { number };
}

/** The number that YAML is to say; its 15 digits are those of the double. */
export function yamlNumber(number: Rational): number {
  return Number(printRational(number));
}

/** A cell of a table as YAML is to say it: a number, a truth value, nothing, or an expression. */
export function yamlCell(text: string): string | number | boolean | null {
  if (text === '') return null;
  if (/^(?:TRUE|FALSE)$/iu.test(text)) return text.toLowerCase() === 'true';
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : text;
}

/** Whether two cells say the same: numbers by what they are worth. */
export function isSameCell(a: string, b: string): boolean {
  const [x, y] = [yamlCell(a.trim()), yamlCell(b.trim())];
  return x === y;
}

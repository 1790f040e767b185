import { parseRational } from '../values/rational.ts';
import { cleaned, digitsOf } from './cells.ts';

/** Digits after the point that sums keep. */
const scale = 4;
const unit = 10n ** BigInt(scale);

/** An amount as a cell has it, in ten-thousandths; undefined for what is none, or finer. */
export function amountOf(cell: string): bigint | undefined {
  const digits = digitsOf(cleaned(cell));
  if (digits === undefined || digits.endsWith('%')) return undefined;
  const value = parseRational(digits);
  if (!value || (value.n * unit) % value.d !== 0n) return undefined;
  return (value.n * unit) / value.d;
}

/** `1,234,567.50` */
export function printAmount(amount: bigint): string {
  const whole = (amount < 0n ? -amount : amount) / unit;
  const parts = String((amount < 0n ? -amount : amount) % unit)
    .padStart(scale, '0')
    .replace(/0{1,2}$/u, '');
  const grouped = String(whole).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return `${amount < 0n ? '-' : ''}${grouped}.${parts}`;
}

import { inLanguage, type Language, said, sayIn, spoken } from '../../base/language.ts';
import type { Currency } from '../../values/currency.ts';
import { floor, type Rational, rational } from '../../values/rational.ts';

/** `60天`, `3 kWh` */
export function joined(digits: string, unit: string): string {
  return /^[A-Za-z]/u.test(unit) ? `${digits} ${unit}` : digits + unit;
}

const words = spoken({
  withCurrency: said(joined, (digits: string, currency: string) => `${digits} ${currency}`),
});

/** An amount of money with what its currency is called: `1,740,000元`, `7,344.01元`. */
export function formatAmount(
  value: Rational,
  currency: Currency | undefined,
  language: Language,
): string {
  const digits = moneyDigits(value, currency?.decimals, ',');
  const title = inLanguage(currency?.title, language);
  return title === '' ? digits : sayIn(words, language).withCurrency(digits, title);
}

/** A whole amount has no digits after the point, any other has all of its currency. */
export function moneyDigits(
  value: Rational,
  decimals: number | undefined,
  separator: string,
): string {
  const least = value.d === 1n && separator !== '' ? 0 : (decimals ?? 0);
  return grouped(value, least, decimals ?? places, separator);
}

/** Digits after the point that a fraction shows before it ends in `…`. */
export const places = 6;

/** Thousands in groups; digits beyond `most` are cut and shown as `…`, never rounded across a limit. */
export function grouped(value: Rational, least: number, most: number, separator: string): string {
  const negative = value.n < 0n;
  const size = rational(negative ? -value.n : value.n, value.d);
  const scale = 10n ** BigInt(most);
  const cut = floor(rational(size.n * scale, size.d));
  const exact = cut * size.d === size.n * scale;
  const digits = cut.toString().padStart(most + 1, '0');
  const whole = digits.slice(0, digits.length - most).replaceAll(/\B(?=(\d{3})+$)/gu, separator);
  let fraction = digits.slice(digits.length - most);
  if (exact)
    while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}${exact ? '' : '…'}`;
}

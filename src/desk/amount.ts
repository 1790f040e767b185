import type { Language } from '../base/language.ts';
import { formatAmount } from '../feel/sentence/amount.ts';
import type { Currency } from '../values/currency.ts';
import { parseRational } from '../values/rational.ts';

/** An amount of a record, a plain decimal number, as findings say it. */
export function amountText(
  amount: string,
  currency: Currency | undefined,
  language: Language,
): string {
  const value = parseRational(amount);
  return value ? formatAmount(value, currency, language) : amount;
}

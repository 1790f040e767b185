import { formatAmount } from '../../feel/sentence/amount.ts';
import { parseRational } from '../../values/rational.ts';
import { facts, language } from './state.ts';

/** An amount of a record, a plain decimal number, as findings say it. */
export function amountSaid(amount: string): string {
  const value = parseRational(amount);
  return value ? formatAmount(value, facts.value?.currency, language.value) : amount;
}

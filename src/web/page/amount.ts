import { amountText } from '../../desk/amount.ts';
import { facts, language } from './state.ts';

/** An amount of a record, a plain decimal number, as findings say it. */
export function amountSaid(amount: string): string {
  return amountText(amount, facts.value?.currency, language.value);
}

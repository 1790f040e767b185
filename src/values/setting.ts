import type { Currency } from './currency.ts';
import type { Zone } from './zone.ts';

/** What a rulebook says once of all amounts and moments. */
export interface Setting {
  /** Absent where it speaks of no money. */
  readonly currency: Currency | undefined;
  /** Where the clock hangs by which a moment has a day and an hour. */
  readonly zone: Zone;
}

/** Digits after the point to which an amount is rounded that belongs to no currency: as most currencies have. */
const usualDecimals = 2;

/** Digits after the point of the smallest unit of money. */
export function moneyDecimals(setting: Pick<Setting, 'currency'> | undefined): number {
  return setting?.currency?.decimals ?? usualDecimals;
}

import type { CurrencyFile, RulebookFile } from './files.ts';

type Given = Pick<RulebookFile, 'currency' | 'zone'>;

/** The currency that a manifest names, and its own words for it. */
export function currencyGiven({ currency }: Given): Partial<CurrencyFile> {
  return typeof currency === 'object' ? currency : currency === undefined ? {} : { code: currency };
}

/** Where a currency or zone is another than that of the rulebook that is built on. */
export interface OtherSetting {
  readonly key: 'currency' | 'zone';
  readonly given: string;
  readonly inherited: string;
}

export function otherSettings(own: Given, base: Given): readonly OtherSetting[] {
  const settings = [
    ['currency', currencyGiven(own).code, currencyGiven(base).code],
    ['zone', own.zone, base.zone],
  ] as const;
  return settings.flatMap(([key, given, inherited]) =>
    given === undefined || inherited === undefined || given === inherited
      ? []
      : [{ key, given, inherited }],
  );
}

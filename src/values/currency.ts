import type { Texts } from '../base/language.ts';

/** What amounts are in, as the platform knows it: it keeps the list of ISO 4217 and the names, and so we keep neither. */
export interface Currency {
  /** Of ISO 4217, `EUR`. */
  readonly code: string;
  /** Digits after the point of its smallest unit: 2 of the euro, none of the yen, 3 of the Kuwaiti dinar. */
  readonly decimals: number;
  /** What follows an amount. */
  readonly title: Texts;
}

let known: ReadonlySet<string> | undefined;

/** The codes that are known. */
export function currencyCodes(): ReadonlySet<string> {
  known ??= new Set(Intl.supportedValuesOf('currency'));
  return known;
}

/**
 * The currency of a code; undefined for a code that is not known.
 *
 * @param titles - what it is called, where that is not its full name
 */
export function currencyOf(code: string, titles: Texts = {}): Currency | undefined {
  if (!currencyCodes().has(code)) return undefined;
  const { maximumFractionDigits: decimals = 0 } = format('en', code).resolvedOptions();
  return {
    code,
    decimals,
    title: { zh: nameIn('zh', code), en: nameIn('en', code), ...titles },
  };
}

/** In the plural where the language has one, as it stands behind an amount. */
function nameIn(language: 'zh' | 'en', code: string): string {
  const parts = format(language, code).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? code;
}

function format(language: 'zh' | 'en', currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
  });
}

/** Currencies that a slip may mean, at most. */
const mostLike = 5;

/** Codes of currencies that are called so in either language; else those with one letter of three another. */
export function currencyLike(text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  const codes = [...currencyCodes()];
  const letters = (code: string) => [...code.toLowerCase()].filter((one, at) => one !== wanted[at]);
  const named = codes.filter((code) =>
    [code, nameIn('zh', code), nameIn('en', code)].some((name) => isAlike(name.toLowerCase())),
  );
  const like = wanted.length === 3 ? codes.filter((code) => letters(code).length === 1) : [];
  return (named.length > 0 ? named : like).slice(0, mostLike);

  function isAlike(name: string): boolean {
    return (
      name === wanted ||
      (wanted.length > 2 && name.split(' ').some((one) => one.startsWith(wanted)))
    );
  }
}

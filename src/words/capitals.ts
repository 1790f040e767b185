import type { Said } from '../base/language.ts';

/** The same words where they begin a line: English ones with a capital. */
export function capitals<K extends string>(
  words: Readonly<Record<K, Said<string>>>,
): Readonly<Record<K, Said<string>>> {
  const entries = Object.entries<Said<string>>(words).map(([key, { zh, en }]) => {
    return [key, { zh, en: en.charAt(0).toUpperCase() + en.slice(1) }] as const;
  });
  return Object.fromEntries(entries) as Record<K, Said<string>>;
}

import type { Said } from '../base/language.ts';

/** The same words where they begin a line: English ones with a capital. */
export function capitals<K extends string>(
  words: Readonly<Record<K, Said<string>>>,
): Readonly<Record<K, Said<string>>> {
  const entries = Object.entries<Said<string>>(words).map(([key, { zh, en }]) => {
    return [key, { zh, en: capital(en) }] as const;
  });
  return Object.fromEntries(entries) as Record<K, Said<string>>;
}

/** A text where it begins a line; one in a script without capitals stays as it is. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

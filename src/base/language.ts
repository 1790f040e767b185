/** A language by its code (BCP 47): `zh`, `fr`, `de-CH`. A rulebook may be written in any. */
export type Language = string;

/** What a code of a language looks like. */
export const languageCode = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u;

/** A text in each language that it was written in. */
export interface Texts {
  readonly [language: Language]: string;
}

/** The languages that the engine itself speaks, neither before the other. */
export type Spoken = 'zh' | 'en';

/** The same in each language that the engine speaks: a text, or a function or list of texts. */
export type Said<T> = Readonly<Record<Spoken, T>>;

/** What a table says in one language. */
export type In<T> = T extends Said<infer Spoke> ? Spoke : { readonly [Key in keyof T]: In<T[Key]> };

/** What takes or holds more than a text: the Chinese side says its type. */
export function said<T>(zh: T, en: NoInfer<T>): Said<T> {
  return { zh, en };
}

/** A table with both languages beside each other, as one table for each language. */
export function spoken<T extends object>(table: T): Said<In<T>> {
  return { zh: sideOf(table, 'zh') as In<T>, en: sideOf(table, 'en') as In<T> };
}

function sideOf(table: object, language: Spoken): unknown {
  if ('zh' in table && 'en' in table) return table[language];
  const sides = Object.entries(table).map(
    ([key, inner]: [string, object]) => [key, sideOf(inner, language)] as const,
  );
  return Object.fromEntries(sides);
}

/** In which of its own languages the engine speaks to readers of a language: in English where it has none. */
export function spokenTo(language: Language): Spoken {
  return language === 'zh' || language.startsWith('zh-') ? 'zh' : 'en';
}

/** What the engine says to readers of a language. */
export function sayIn<T>(table: Said<T>, language: Language): T {
  return table[spokenTo(language)];
}

/**
 * A text in a language; where it has none, in the language that the engine would speak, else in any that it has;
 * empty where there is none.
 */
export function inLanguage(text: Texts | undefined, language: Language): string {
  if (!text) return '';
  const found = text[language] ?? text[spokenTo(language)] ?? text['zh'] ?? text['en'];
  return (found ?? Object.values(text)[0] ?? '').trim();
}

/** The same text in each of some languages, by `say`. */
export function textsIn(
  languages: readonly Language[],
  say: (language: Language) => string,
): Texts {
  return Object.fromEntries(languages.map((language) => [language, say(language)]));
}

/** The languages that people are spoken to in, neither before the other. */
export type Language = 'zh' | 'en';

/** The same in each language: a text, or a function or list of texts. */
export type Said<T> = Readonly<Record<Language, T>>;

/** What a table says in one language. */
export type In<T> =
  T extends Said<infer Spoken> ? Spoken : { readonly [Key in keyof T]: In<T[Key]> };

/** What takes or holds more than a text: the Chinese side says its type. */
export function said<T>(zh: T, en: NoInfer<T>): Said<T> {
  return { zh, en };
}

/** A table with both languages beside each other, as one table for each language. */
export function spoken<T extends object>(table: T): Said<In<T>> {
  return { zh: sideOf(table, 'zh') as In<T>, en: sideOf(table, 'en') as In<T> };
}

function sideOf(table: object, language: Language): unknown {
  if ('zh' in table && 'en' in table) return table[language];
  const sides = Object.entries(table).map(
    ([key, inner]: [string, object]) => [key, sideOf(inner, language)] as const,
  );
  return Object.fromEntries(sides);
}

/** A text in a language; in the other where it has none; empty where there is neither. */
export function inLanguage(text: Partial<Said<string>> | undefined, language: Language): string {
  return (text?.[language] ?? text?.zh ?? text?.en ?? '').trim();
}

/** Control characters, and those that turn the direction of writing: they can make a line read as what it is not. */
const hidden = /(?![\t\n])[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/** A text in which such characters are seen: `[U+202E]`. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(
      hidden,
      (char) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}

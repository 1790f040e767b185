import type { Language } from '../../base/language.ts';
import type { Title } from '../../feel/types.ts';

/** A message for who has no file with names of fields in it, but a table: what is quoted stands in quotation marks. */
export function withoutNames(text: string): string {
  return text
    .replaceAll(/（`\w+`）| \(`\w+`\)/gu, '')
    .replaceAll(/`([^`]*)`/gu, '“$1”')
    .replaceAll(/(?<=\p{Script=Han}) (?=“)|(?<=”) (?=\p{Script=Han})/gu, '')
    .replaceAll(/(?<=[（、])[A-Z][A-Z_]+ (?=\p{Script=Han})/gu, '');
}

/**
 * How messages name fields and codes: by what people call them, with the name that the file writes.
 *
 * @param behindCode - what follows a name that people have no other for
 */
export function fieldNaming(
  language: Language,
  [open, close]: readonly [string, string],
  behindCode = '',
) {
  return {
    /** `` 产品（`product`） `` */
    called: (field: string, title: Title | undefined): string => {
      const name = title?.[language];
      return name === undefined || name === field
        ? `\`${field}\`${behindCode}`
        : `${name}${open}\`${field}\`${close}`;
    },
    /** `A 甲类` */
    worded: (
      words: readonly string[],
      titles: ReadonlyMap<string, Title> | undefined,
    ): readonly string[] =>
      words.map((word) => {
        const name = titles?.get(word)?.[language];
        return name === undefined || name === word ? word : `${word} ${name}`;
      }),
  };
}

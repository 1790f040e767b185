import { inLanguage, type Language, textsIn } from '../base/language.ts';
import { type AboutKey, aboutKeys, aboutValue } from '../check/about.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { mask, plainNumber } from '../feel/sentence/format.ts';
import { isKind } from '../feel/value.ts';
import { aboutField } from '../program/about-fields.ts';
import type { Program, Subject } from '../program/ast.ts';
import { printDate } from '../values/temporal-text.ts';
import type { AboutHeadJson, AboutJson, Multilingual } from './json-format.ts';

/** What registers tell of a file: codes as they are, amounts as plain numbers, days as ISO; personal ones masked. */
export function aboutJson(
  dossier: Dossier,
  subject: Subject,
  { setting }: Pick<Program, 'setting'>,
  unmasked: boolean,
): AboutJson {
  const entries = aboutKeys.flatMap((key) => {
    const found = aboutValue(key, dossier, subject, setting.zone);
    if (!found) return [];
    const { value, field } = found;
    if (typeof value === 'string') {
      const shown = field.personal && !unmasked ? mask(value, field.personal) : value;
      return [[key, shown] as const];
    }
    if (isKind(value, 'date')) return [[key, printDate(value)] as const];
    return isKind(value, 'number') && field.type.kind === 'number'
      ? [[key, plainNumber(value, field.type)] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

/** What the fields are called that files are told apart by, and their codes, by kind of file. */
export function aboutHead(
  { subjects }: Pick<Program, 'subjects'>,
  languages: readonly Language[],
): AboutHeadJson {
  const told = [...subjects.values()].filter(({ file }) => file.about !== undefined);
  return Object.fromEntries(told.map((subject) => [subject.name, ofSubject(subject, languages)]));
}

function ofSubject({ file, type }: Subject, languages: readonly Language[]): AboutHeadJson[string] {
  const entries = aboutKeys.flatMap((key: AboutKey) => {
    const [place] = file.about?.[key] ?? [];
    const field = place === undefined ? undefined : aboutField(place, type);
    if (!field) return [];
    const texts = (title: Parameters<typeof inLanguage>[0]): Multilingual =>
      textsIn(languages, (language) => inLanguage(title, language));
    const words = field.type.kind === 'text' ? field.type.words : undefined;
    const codes = words && [...words].map(([word, title]) => [word, texts(title)] as const);
    return [
      [key, { title: texts(field.title), ...(codes && { codes: Object.fromEntries(codes) }) }],
    ] as const;
  });
  return Object.fromEntries(entries);
}

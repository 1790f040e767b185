import { inLanguage, sayIn } from '../base/language.ts';
import type { Field, NumberType, Type } from '../feel/types.ts';
import { nameOfUnit } from '../feel/units.ts';
import { labelsIn } from '../words/manual.ts';
import { measures } from '../words/units.ts';
import type { FieldKind } from './model.ts';
import type { Speaker } from './speaker.ts';

/** Of what kind the values of a field are, in words: an amount in yuan, a day, one of some words. */
export function fieldKind(
  { type, facts }: Pick<Field, 'type' | 'facts'>,
  { language, lexicon, words }: Pick<Speaker, 'language' | 'lexicon' | 'words'>,
): FieldKind {
  const labels = sayIn(labelsIn, language);
  const said = kindOf(type);
  return facts ? { ...said, words: [words(facts.yes), words(facts.no)] } : said;

  function kindOf(of: Type): FieldKind {
    switch (of.kind) {
      case 'number':
        return numberKind(of);
      case 'text':
        return of.words
          ? plain(
              'word',
              [...of.words].map(([word, title]) => words(title) || word),
            )
          : plain('text');
      case 'list': {
        const one = kindOf(of.of);
        return { ...one, title: labels.manyOf(one.title) };
      }
      case 'union': {
        const all = of.of.map(kindOf);
        return {
          title: [...new Set(all.map(({ title }) => title))].join(labels.orElse),
          unit: all.find(({ unit }) => unit !== '')?.unit ?? '',
          words: all.flatMap((one) => one.words),
        };
      }
      case 'boolean':
      case 'date':
      case 'date-time':
      case 'time':
        return plain(of.kind);
      case 'days-duration':
      case 'months-duration':
        return plain('duration');
      default:
        return plain('other');
    }
  }

  function plain(kind: keyof typeof labels.fieldKinds, among: readonly string[] = []): FieldKind {
    return { title: labels.fieldKinds[kind], unit: '', words: among };
  }

  function numberKind({ unit, values }: NumberType): FieldKind {
    const among = values ?? [];
    if (unit === undefined) return plain('number', among);
    if (typeof unit !== 'string')
      return { ...plain('number', among), unit: nameOfUnit(unit, language) };
    const { title, mark } = measures[unit];
    const currency = unit === 'money' ? inLanguage(lexicon.setting?.currency?.title, language) : '';
    return { title: sayIn(title, language), unit: currency || sayIn(mark, language), words: among };
  }
}

import { type Language, said } from '../base/language.ts';
import { lexicons } from '../feel/sentence/lexicon.ts';

/** A language for the `lang` attribute. */
export function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : language;
}

export const punctuation = {
  colon: { zh: '：', en: ': ' },
  /** The title of a law or a document. */
  sourceTitle: said(
    (title: string) => `《${title}》`,
    (title) => title,
  ),
  /** Between the title of a source and a clause of it. */
  beforeClause: { zh: '', en: ', ' },
  comma: { zh: lexicons.zh.comma, en: lexicons.en.comma },
  semicolon: { zh: '；', en: '; ' },
  brackets: said(
    (text: string) => `（${text}）`,
    (text) => ` (${text})`,
  ),
};

import { said } from '../base/language.ts';
import { lexicons } from '../feel/sentence/lexicon.ts';

export const punctuation = {
  /** For the `lang` attribute. */
  tag: { zh: 'zh-CN', en: 'en' },
  colon: { zh: '：', en: ': ' },
  /** The title of a law or a document. */
  sourceTitle: said(
    (title: string) => `《${title}》`,
    (title) => title,
  ),
  /** Between the title of a source and a clause of it. */
  beforeClause: { zh: ' ', en: ', ' },
  comma: { zh: lexicons.zh.comma, en: lexicons.en.comma },
  semicolon: { zh: '；', en: '; ' },
  brackets: said(
    (text: string) => `（${text}）`,
    (text) => ` (${text})`,
  ),
};

import { type In, said, spoken } from '../base/language.ts';

const table = {
  contents: { zh: '目录', en: 'Contents' },
  backToContents: { zh: '返回目录', en: 'Contents' },
  /** Around the number of a page and the number of pages. */
  page: said(
    { before: '第 ', between: ' 页，共 ', after: ' 页' },
    { before: 'Page ', between: ' of ', after: '' },
  ),
  inWords: { zh: '图示的文字说明', en: 'The chart in words' },
};

/** What writers of documents say themselves. */
export type DocumentWords = In<typeof table>;

export const documentWords = spoken(table);

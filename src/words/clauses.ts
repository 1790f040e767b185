import {
  inLanguage,
  type Language,
  said,
  sayIn,
  spoken,
  spokenTo,
  type Texts,
} from '../base/language.ts';
import { chineseNumeral } from '../values/chinese-number.ts';

/** How the parts of a source are numbered: laws and measures by articles, notices by points, standards by chapters. */
type Numbering = 'article' | 'point' | 'chapter';

const words = spoken({
  article: said(
    ([article = 0, paragraph, item]: readonly number[]) =>
      [
        `第${chineseNumeral(article)}条`,
        paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`,
        item === undefined ? '' : `第（${chineseNumeral(item)}）项`,
      ].join(''),
    ([article = 0, paragraph, item]) =>
      [
        `Article ${article}`,
        paragraph === undefined ? '' : `(${paragraph})`,
        item === undefined ? '' : `(${item})`,
      ].join(''),
  ),
  point: said(
    (numbers: readonly number[]) => `第${numbers.map(chineseNumeral).join('之')}点`,
    (numbers) => `point ${numbers.join('.')}`,
  ),
  chapter: said(
    (numbers: readonly number[]) =>
      numbers.length === 1 ? `第${numbers.join('')}章` : `第${numbers.join('.')}条`,
    (numbers) => `clause ${numbers.join('.')}`,
  ),
});

/**
 * A clause as the regulation itself numbers it: 第三十五条第二款, Article 35(2); empty for one that goes by its heading.
 *
 * @param id - of the clause: `35`, `35-2`, `35-2-1` for article, paragraph and item
 */
export function clauseNumber(
  id: string,
  source: { readonly title: Texts; readonly number?: Texts },
  language: Language,
): string {
  if (!/^\d{1,4}(?:[.-]\d{1,4})*$/u.test(id)) return '';
  return sayIn(words, language)[numberingOf(source)](id.split(/[.-]/u).map(Number));
}

function numberingOf({
  title,
  number,
}: {
  readonly title: Texts;
  readonly number?: Texts;
}): Numbering {
  if (/^(?:GB|JR|ISO)\b/u.test(inLanguage(number, 'zh'))) return 'chapter';
  const name = inLanguage(title, 'zh').replace(/[（(][^（）()]*[）)]$/u, '');
  return /(?:通知|意见|公告|方案|批复|函)$/u.test(name) ? 'point' : 'article';
}

/** A clause by its number and heading, 第三十五条“登记”; one that has no number goes by its heading. */
export function clauseName(
  id: string,
  source: { readonly title: Texts; readonly number?: Texts },
  title: string,
  language: Language,
): string {
  const heading = title.replace(/（条号未核实）$| \(article number unverified\)$/u, '');
  const quoted = heading && `“${heading}”`;
  return [clauseNumber(id, source, language), quoted]
    .filter((part) => part !== '')
    .join(spokenTo(language) === 'zh' ? '' : ' ');
}

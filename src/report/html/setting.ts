import { inLanguage, type Language } from '../../base/language.ts';
import { remedyTitle, type Rulebook } from '../../rulebook/ast.ts';
import type { Wordbook } from '../../words/messages/messages.ts';
import { pageWordsOf, wordbookOf } from '../../words/own.ts';
import type { PageWords } from '../../words/page.ts';
import type { Multilingual, ReportHead, RuleJson } from './format-2.ts';

/** What every part of the page is written with. */
export interface Page {
  readonly head: ReportHead;
  readonly language: Language;
  readonly words: PageWords;
  readonly book: Wordbook;
  readonly text: (texts: Multilingual | undefined) => string;
  readonly postTitle: (id: string) => string;
  /** `整改：补足首付款`: when, and how. */
  readonly remedyText: (remedy: RuleJson['remedy']) => string;
  /** Its kind, where it says so, and how grave it is. */
  readonly badgesOf: (rule: Pick<RuleJson, 'kind' | 'level' | 'severity'>) => readonly string[];
  readonly severityTitle: (name: string) => string;
}

/** Of a rulebook, what has a title of its own. */
export type PageBook = Pick<Rulebook, 'manifest' | 'posts'>;

export function pageOf(head: ReportHead, language: Language, rulebook: PageBook): Page {
  const own = rulebook.manifest.data;
  const book = wordbookOf(own, language);
  const text = (texts: Multilingual | undefined) => inLanguage(texts, language);
  return {
    head,
    language,
    words: pageWordsOf(own, language),
    book,
    text,
    postTitle,
    remedyText,
    badgesOf,
    severityTitle,
  };

  function postTitle(id: string): string {
    return text(rulebook.posts?.data.posts.find(({ post }) => post === id)?.title) || id;
  }

  function remedyText(remedy: RuleJson['remedy']): string {
    if (!remedy) return '';
    const { when, ...texts } = remedy;
    return `${text(remedyTitle(rulebook, when))}${book.terms.colon}${text(texts)}`;
  }

  function badgesOf({
    kind,
    level,
    severity,
  }: Pick<RuleJson, 'kind' | 'level' | 'severity'>): readonly string[] {
    const grave = severity === undefined ? book.terms.level[level] : severityTitle(severity);
    return kind === null ? [grave] : [book.terms.kind[kind], grave];
  }

  function severityTitle(name: string): string {
    return text(own.severities?.[name]?.title) || name;
  }
}

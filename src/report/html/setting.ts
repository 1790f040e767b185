import { inLanguage, type Language } from '../../base/language.ts';
import type { Rulebook } from '../../rulebook/ast.ts';
import type { Wordbook } from '../../words/messages/messages.ts';
import { pageWordsOf, wordbookOf } from '../../words/own.ts';
import type { PageWords } from '../../words/page.ts';
import type { Multilingual, ReportHead, RuleJson } from '../json-format.ts';

/** What every part of the page is written with. */
export interface Page {
  readonly head: ReportHead;
  readonly language: Language;
  readonly words: PageWords;
  readonly book: Wordbook;
  readonly text: (texts: Multilingual | undefined) => string;
  readonly postTitle: (id: string) => string;
  readonly stageTitle: (id: string) => string;
  /** When to put it right, and how: `整改：补录`. */
  readonly remedyText: (remedy: RuleJson['remedy']) => string;
  /** Its kind, where it says so, and how grave it is. */
  readonly badgesOf: (rule: RuleJson) => readonly string[];
  readonly severityTitle: (name: string) => string;
}

/** Of a rulebook, what a report's head does not say: its own words, and what posts are called. */
export type PageBook = Pick<Rulebook, 'manifest' | 'posts'>;

export function pageOf(head: ReportHead, language: Language, rulebook?: PageBook): Page {
  const own = rulebook?.manifest.data ?? {};
  const book = wordbookOf(own, language);
  const text = (texts: Multilingual | undefined) => inLanguage(texts, language);
  const severityTitle = (name: string) => text(head.severities?.[name]) || name;
  return {
    head,
    language,
    words: pageWordsOf(own, language),
    book,
    text,
    postTitle: (id) =>
      text(rulebook?.posts?.data.posts.find(({ post }) => post === id)?.title) || id,
    stageTitle: (id) => text(head.stages[id]) || id,
    remedyText: (remedy) => {
      if (!remedy) return '';
      const { when, ...texts } = remedy;
      return `${text(head.remedies[when]) || when}${book.terms.colon}${text(texts)}`;
    },
    badgesOf: ({ kind, level, severity }) => {
      const grave =
        severity === undefined
          ? text(head.levels[level]) || book.terms.level[level]
          : severityTitle(severity);
      return kind === null ? [grave] : [text(head.kinds[kind]) || book.terms.kind[kind], grave];
    },
    severityTitle,
  };
}

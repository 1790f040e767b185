import type { ReviewedFile, ReviewFile } from '../rulebook/files.ts';
import { type Digest, type Digests, short } from '../trace/trace.ts';
import { articlesIn, type Article } from './articles.ts';
import { asPasted } from './compare.ts';
import type { SourcesReport } from './format.ts';
import type { TextGiven } from './whose.ts';

/** What reviews are made from. */
export interface AcceptSetting {
  /** Of the clauses of the rulebook's own sources. */
  readonly digests: ReadonlyMap<string, Digests>;
  readonly reviewed: ReviewedFile['reviewed'];
  readonly digest: Digest;
  /** ISO */
  readonly today: string;
}

/** Every clause that stands at an article as compared with that article; one that was compared with the very same keeps its review. */
export function reviewsOf(
  { sources }: SourcesReport,
  texts: readonly TextGiven[],
  { digests, reviewed, digest, today }: AcceptSetting,
): ReviewedFile['reviewed'] {
  const entries = sources.flatMap(({ file, clauses }) => {
    const articles = articlesIn(texts.find((text) => text.file === file)?.text ?? '');
    return clauses.flatMap(({ clause, standing, article }) => {
      const is = digests.get(clause);
      const own = articles.find(({ line }) => line === article?.line);
      if (!is || !own || standing === 'moved') return [];
      return [[clause, reviewOf(is, own, reviewed[clause], file)] as const];
    });
  });
  return Object.fromEntries(entries);

  function reviewOf(
    is: Digests,
    article: Article,
    was: ReviewFile | undefined,
    file: string,
  ): ReviewFile {
    const isUnchanged = was?.digest === is.digest && was.rules === is.rules;
    // what a reviewer found wrong stays so until one of the two changes
    if (isUnchanged && (was.says ?? 'agrees') !== 'agrees') return was;
    const pasted = asPasted(article).map((one) => short(digest(one)));
    if (isUnchanged && was.original !== undefined && pasted.includes(was.original)) return was;
    const where = [file, article.heading].filter((part) => part !== '').join(' ');
    return { ...is, on: today, where, original: pasted[0] ?? '' };
  }
}

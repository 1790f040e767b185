import { inLanguage, spokenTo } from '../base/language.ts';
import { type Run, wordChanges } from '../base/word-changes.ts';
import type { Clause, SourceDocument } from '../rulebook/ast.ts';
import type { ReviewFile } from '../rulebook/files.ts';
import { isAmong } from '../rulebook/figures.ts';
import { compare, type Rational, whole } from '../values/rational.ts';
import type { TracedClause } from '../trace/format.ts';
import { type Digest, short } from '../trace/trace.ts';
import { amountsIn } from '../verify/amounts.ts';
import { type Article, articlesIn } from './articles.ts';
import type { ArticleChange, ArticleTold, ClauseDrift, SourceDrift, Standing } from './format.ts';
import { compared, isChinese, likeness, withoutEnd } from './text.ts';

/** What clauses are compared with. */
export interface DriftSetting {
  readonly traced: ReadonlyMap<string, TracedClause>;
  readonly reviewed: ReadonlyMap<string, ReviewFile>;
  /** As that of the originals that were pasted into a verification sheet. */
  readonly digest: Digest;
}

/** So alike, and the words of a clause are meant to be those of its article; below, they are its writer's own. */
const meantAlike = 0.8;
/** Fewer characters than this stand anywhere by chance. */
const fewest = 12;

/**
 * The clauses of a source beside a text of it.
 *
 * @param before - the text as it was, where what changed since is asked for
 */
export function driftOf(
  source: SourceDocument,
  {
    file,
    text,
    before,
  }: { readonly file: string; readonly text: string; readonly before?: string | undefined },
  setting: DriftSetting,
): SourceDrift {
  const articles = articlesIn(text);
  const language = isChinese(text)
    ? 'zh'
    : (source.languages.find((one) => spokenTo(one) !== 'zh') ?? 'en');
  const clauses = [...source.clauses.values()].map((clause) =>
    clauseDrift(clause, articles, language, setting),
  );
  const told = new Set(clauses.map(({ article }) => article?.number));
  const changes = before === undefined ? [] : changesOf(articlesIn(before), articles, language);
  return {
    source: source.id,
    file,
    articles: articles.length,
    clauses,
    uncovered: articles.filter(({ number }) => !told.has(number)).map(articleTold),
    changes: changes.map((change) => {
      const own = clauses.filter(({ clause, article }) =>
        article
          ? article.number === change.now?.number
          : numberIn(clause.slice(source.id.length + 1)) === (change.before?.number ?? ''),
      );
      return {
        ...change,
        clauses: own.map(({ clause }) => clause),
        rules: [...new Set(own.flatMap(({ rules }) => rules))],
      };
    }),
  };
}

function clauseDrift(
  clause: Clause,
  articles: readonly Article[],
  language: string,
  { traced, reviewed, digest }: DriftSetting,
): ClauseDrift {
  const text = inLanguage(clause.text, language);
  const number = numberIn(clause.id);
  const whole = articles.length === 1 && articles[0]?.number === '' ? articles[0] : undefined;
  const own = whole ?? articles.find((one) => one.number === number);
  const review = reviewed.get(clause.ref);
  const isPasted = (one: Article) =>
    asPasted(one).some((pasted) => short(digest(pasted)) === review?.original);
  const { standing, article } = standingOf({ text, number, own, articles, review, isPasted });
  const { status = 'pending', rules = [], others = [] } = traced.get(clause.ref) ?? {};
  const isOther =
    standing === 'differs' ||
    standing === 'changed' ||
    (standing === 'moved' && !isWithin(text, article));
  const isOwnWords = isOther || standing === 'restated';
  return {
    clause: clause.ref,
    title: clause.title,
    standing,
    status,
    rules,
    others,
    article: article ? articleTold(article) : null,
    // words of its own have nothing to be held to word by word
    words:
      isOther && article && likeness(compared(text), compared(article.text)) >= meantAlike / 2
        ? withoutEnds(changed(text, article.text, language))
        : [],
    missing: isOwnWords && article ? missingIn(clause, text, article.text, language) : [],
  };
}

interface Placed {
  readonly standing: Standing;
  readonly article?: Article | undefined;
}

function standingOf({
  text,
  number,
  own,
  articles,
  review,
  isPasted,
}: {
  readonly text: string;
  readonly number: string | undefined;
  /** The article of its number, or the whole text that has none. */
  readonly own: Article | undefined;
  readonly articles: readonly Article[];
  readonly review: ReviewFile | undefined;
  /** Whether an article is the original that was reviewed. */
  readonly isPasted: (article: Article) => boolean;
}): Placed {
  const words = withoutEnd(compared(text));
  const elsewhere = articles.filter((one) => one !== own);
  // a heading that stands for what was not read
  if (words === '' && number === undefined) return { standing: 'unplaced' };
  if (own && withoutEnd(compared(own.text)) === words) return { standing: 'same', article: own };
  if (own && isWithin(text, own)) return { standing: 'part', article: own };
  if (review?.original !== undefined) {
    const article = [...(own ? [own] : []), ...elsewhere].find(isPasted);
    if (article && article !== own && number !== undefined) return { standing: 'moved', article };
    const isAgreed = (review.says ?? 'agrees') === 'agrees';
    if (article) return { standing: isAgreed ? 'agreed' : 'differs', article };
    return own ? { standing: 'changed', article: own } : { standing: 'gone' };
  }
  const alike = own ? likeness(words, compared(own.text)) : 0;
  if (words.length >= fewest && alike < meantAlike) {
    const verbatim = elsewhere.find((one) => isWithin(text, one));
    const article = verbatim ?? (own ? undefined : nearestTo(words, elsewhere));
    if (article && number !== undefined) return { standing: 'moved', article };
    // without a number of its own it is where its words are
    if (article) return { standing: verbatim ? 'part' : 'differs', article };
  }
  if (own) return { standing: alike >= meantAlike ? 'differs' : 'restated', article: own };
  return { standing: number === undefined ? 'unplaced' : 'gone' };
}

/** The article that has nearly all of some words. */
function nearestTo(words: string, articles: readonly Article[]): Article | undefined {
  const [best] = articles
    .map((article) => ({ article, alike: likeness(words, compared(article.text)) }))
    .toSorted((a, b) => b.alike - a.alike);
  return best && best.alike >= meantAlike ? best.article : undefined;
}

function isWithin(text: string, article: Article | undefined): boolean {
  const words = withoutEnd(compared(text));
  return article !== undefined && words !== '' && compared(article.text).includes(words);
}

/** As somebody may have pasted an article, or a paragraph of it, into a verification sheet, where blanks and line breaks are one blank. */
export function asPasted({ heading, text }: Pick<Article, 'heading' | 'text'>): readonly string[] {
  const plain = (one: string) => one.replaceAll(/\s+/gu, ' ').trim();
  const whole = plain(text);
  const ways = [whole, `${heading} ${whole}`, `${heading}${whole}`, ...text.split('\n').map(plain)];
  // blanks and widths say nothing: the first is the same however the lines are broken
  return [compared(text), ...ways].filter((one) => one !== '');
}

/** The number that a clause goes by: its id, or that with a name behind it, `25-terms`. */
function numberIn(id: string): string | undefined {
  return /^(\d{1,4}(?:\.\d{1,3}){0,3}(?:-\d{1,2})?[A-Z]?)(?:-[a-z].*)?$/u.exec(id)?.[1];
}

function missingIn(
  clause: Clause,
  text: string,
  article: string,
  language: string,
): readonly string[] {
  const given = amountsIn(article, language).map(({ number, unit }) => ({
    kind: 'number' as const,
    number,
    unit,
  }));
  const missing = amountsIn(text, language).filter(
    ({ number, unit }) => !isAmong(given, number, unit) && !isYear(number, unit),
  );
  return [...new Set(missing.map(({ start, end }) => text.slice(start, end)))];
}

/** 2026年 is a day's, and no length of time. */
function isYear(number: Rational, unit: string): boolean {
  return unit === 'years' && compare(number, whole(1000n)) > 0;
}

/** What an article says before and behind the words of a clause is no difference. */
function withoutEnds(runs: readonly Run[]): readonly Run[] {
  const isCome = ({ is }: Run) => is === 'come';
  const first = runs.findIndex((run) => !isCome(run));
  const last = runs.findLastIndex((run) => !isCome(run));
  return runs.slice(first, last + 1);
}

function changed(before: string, after: string, language: string): readonly Run[] {
  return wordChanges(oneLine(before), oneLine(after), language);
}

/** Where lines end says nothing; Chinese has no blanks for them. */
function oneLine(text: string): string {
  return text
    .replaceAll(/(?<=[\p{Script=Han}\p{P}])\s*\n\s*|\s*\n\s*(?=[\p{Script=Han}（])/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** A change of which it is not said yet what rests on it. */
type Unrested = Omit<ArticleChange, 'clauses' | 'rules'>;

/** Articles of two texts: by their numbers where the words are alike, else by their words. */
function changesOf(
  before: readonly Article[],
  now: readonly Article[],
  language: string,
): readonly Unrested[] {
  const same = new Map(now.map((one) => [one.number, one]));
  const byWords = new Map(now.map((one) => [compared(one.text), one]));
  const taken = new Set<Article>();
  const pairs = before.map((was) => {
    const [here, words] = [same.get(was.number), compared(was.text)];
    const there = byWords.get(words);
    const isHere =
      here && (compared(here.text) === words || likeness(words, compared(here.text)) >= 0.5);
    const found = isHere
      ? here
      : (there ??
        nearestTo(
          words,
          now.filter((one) => !taken.has(one)),
        ));
    if (found) taken.add(found);
    return { was, is: found };
  });
  const changes = pairs.flatMap(({ was, is }): readonly Unrested[] => {
    if (!is) return [{ is: 'gone', before: articleTold(was), now: null, words: [] }];
    const isSame = compared(was.text) === compared(is.text);
    if (isSame && was.number === is.number) return [];
    const kind = was.number === is.number ? 'changed' : 'moved';
    const words = isSame ? [] : changed(was.text, is.text, language);
    return [{ is: kind, before: articleTold(was), now: articleTold(is), words }];
  });
  const come = now
    .filter((one) => !taken.has(one))
    .map((one) => ({ is: 'new' as const, before: null, now: articleTold(one), words: [] }));
  return [...changes, ...come];
}

function articleTold({ number, heading, chapter, text, line }: Article): ArticleTold {
  const plain = oneLine(text);
  const opening = plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
  return { number, heading, chapter: chapter ?? null, line, opening };
}

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
  const old = before === undefined ? [] : articlesIn(before);
  const pairs = pairsOf(old, articles);
  const clauses = [...source.clauses.values()].map((clause) => {
    const number = numberIn(clause.id);
    const was = old.find((one) => one.number === number);
    const earlier = was && { was, is: pairs.get(was) };
    return clauseDrift(clause, { articles, language, earlier }, setting);
  });
  const told = new Set(clauses.map(({ article }) => article?.number));
  const changes = before === undefined ? [] : changesOf(old, articles, pairs, language);
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

/** A text, and the article of a clause's number in the text before, with what became of it. */
interface TextAsked {
  readonly articles: readonly Article[];
  readonly language: string;
  readonly earlier: Earlier | undefined;
}

interface Earlier {
  readonly was: Article;
  readonly is: Article | undefined;
}

function clauseDrift(
  clause: Clause,
  { articles, language, earlier }: TextAsked,
  { traced, reviewed, digest }: DriftSetting,
): ClauseDrift {
  const text = inLanguage(clause.text, language);
  const number = numberIn(clause.id);
  const whole = articles.length === 1 && articles[0]?.number === '' ? articles[0] : undefined;
  const own = whole ?? articles.find((one) => one.number === number);
  const review = reviewed.get(clause.ref);
  const isPasted = (one: Article) =>
    asPasted(one).some((pasted) => short(digest(pasted)) === review?.original);
  const { standing, article } = standingOf({
    text,
    number,
    own,
    articles,
    review,
    isPasted,
    earlier: isOf(text, earlier?.was, own) ? earlier : undefined,
  });
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
  earlier,
}: {
  readonly text: string;
  readonly number: string | undefined;
  /** The article of its number, or the whole text that has none. */
  readonly own: Article | undefined;
  readonly articles: readonly Article[];
  readonly review: ReviewFile | undefined;
  /** Whether an article is the original that was reviewed. */
  readonly isPasted: (article: Article) => boolean;
  /** The article that the clause told of in the text before. */
  readonly earlier: Earlier | undefined;
}): Placed {
  const words = withoutEnd(compared(text));
  const elsewhere = articles.filter((one) => one !== own);
  const isElsewhere = earlier !== undefined && earlier.is !== own;
  // a heading that stands for what was not read
  if (words === '' && number === undefined) return { standing: 'unplaced' };
  if (own && withoutEnd(compared(own.text)) === words) return { standing: 'same', article: own };
  if (own && isWithin(text, own)) return { standing: 'part', article: own };
  if (review?.original !== undefined) {
    const article = [...(own ? [own] : []), ...elsewhere].find(isPasted);
    if (article && article !== own && number !== undefined) return { standing: 'moved', article };
    const isAgreed = (review.says ?? 'agrees') === 'agrees';
    if (article) return { standing: isAgreed ? 'agreed' : 'differs', article };
    if (isElsewhere) return { standing: earlier.is ? 'moved' : 'gone', article: earlier.is };
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
  if (isElsewhere) return { standing: earlier.is ? 'moved' : 'gone', article: earlier.is };
  if (own) return { standing: alike >= meantAlike ? 'differs' : 'restated', article: own };
  return { standing: number === undefined ? 'unplaced' : 'gone' };
}

/** Whether a clause tells of an article rather than of the one that has its number now. */
function isOf(text: string, was: Article | undefined, own: Article | undefined): boolean {
  const words = withoutEnd(compared(text));
  const likeTo = (one: Article | undefined) => likeness(words, compared(one?.text ?? ''));
  return was !== undefined && likeTo(was) >= likeTo(own);
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

/** So alike, and an article of the same number is the same, changed. */
const changedAlike = 0.5;

/** Which article each of an older text became: the one of the same words, else, the most alike first, of words alike. */
function pairsOf(
  before: readonly Article[],
  now: readonly Article[],
): ReadonlyMap<Article, Article> {
  const pairs = new Map<Article, Article>();
  const taken = new Set<Article>();
  const pair = (was: Article, is: Article | undefined) => {
    if (!is || pairs.has(was) || taken.has(is)) return;
    pairs.set(was, is);
    taken.add(is);
  };
  const texts = new Map([...before, ...now].map((one) => [one, compared(one.text)]));
  const isSame = (a: Article, b: Article) => texts.get(a) === texts.get(b);
  for (const was of before) {
    pair(
      was,
      now.find((is) => is.number === was.number && isSame(was, is)),
    );
  }
  const left = () => before.filter((one) => !pairs.has(one));
  for (const was of left().filter((one) => texts.get(one) !== '')) {
    pair(
      was,
      now.find((is) => !taken.has(is) && isSame(was, is)),
    );
  }
  const free = now.filter((one) => !taken.has(one));
  const alike = left().flatMap((was) =>
    free.flatMap((is) => {
      const isHere = was.number === is.number;
      const by = likeness(texts.get(was) ?? '', texts.get(is) ?? '');
      return by >= (isHere ? changedAlike : meantAlike) ? [{ was, is, by, isHere }] : [];
    }),
  );
  for (const { was, is } of alike.toSorted(
    (a, b) => b.by - a.by || Number(b.isHere) - Number(a.isHere),
  ))
    pair(was, is);
  return pairs;
}

function changesOf(
  before: readonly Article[],
  now: readonly Article[],
  pairs: ReadonlyMap<Article, Article>,
  language: string,
): readonly Unrested[] {
  const changes = before.flatMap((was): readonly Unrested[] => {
    const is = pairs.get(was);
    if (!is) return [{ is: 'gone', before: articleTold(was), now: null, words: [] }];
    const isSame = compared(was.text) === compared(is.text);
    if (isSame && was.number === is.number) return [];
    const kind = was.number === is.number ? 'changed' : 'moved';
    const words = isSame ? [] : changed(was.text, is.text, language);
    return [{ is: kind, before: articleTold(was), now: articleTold(is), words }];
  });
  const taken = new Set(pairs.values());
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

import type { Language } from '../../base/language.ts';
import type { Span } from '../../base/source.ts';
import { nearest } from '../../base/suggest.ts';
import { type Entry, type Rulebook, spanOf } from '../ast.ts';
import type { GlossaryFile } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';
import { wordFinder } from '../word-search.ts';

/** A glossary can be kept: no term has a barred word in it, nor is one, and no word is barred for two terms.
 *
 * Whoever wrote the term would be told to write it otherwise, or to write two things at once. */
export function* glossary({ glossary: entry, layers }: Rulebook): ProblemsFound {
  if (!entry) return;
  yield* strangeLanguages(entry, [...new Set(layers.flatMap(({ languages }) => languages))]);
  const terms = new Map(termsOf(entry).map((term) => [keyOf(term), term]));
  const firsts = new Map<string, Barred>();
  for (const barred of barredIn(entry)) {
    const { word, term, span } = barred;
    const key = keyOf(barred);
    const isOwn = wordFinder([{ word, instead: term }])(term).length > 0;
    const same = terms.get(key);
    const other = isOwn ? undefined : (same ?? firsts.get(key));
    if (!firsts.has(key)) firsts.set(key, barred);
    if (!isOwn && !other) continue;
    const why = isOwn ? 'own' : same ? 'other' : 'twice';
    yield {
      code: 'rulebook/glossary-word',
      severity: 'error',
      span,
      params: { word, term, why, other: other?.term },
      related: other ? [other.span] : [],
    };
  }
}

/** A word that must not stand for a term, or a term, which stands for itself. */
interface Barred {
  readonly word: string;
  readonly term: string;
  readonly language: Language;
  readonly span: Span;
}

function termsOf(entry: Entry<GlossaryFile>): readonly Barred[] {
  return entry.data.terms.flatMap(({ title }, index) =>
    Object.entries(title).map(([language, word]) => {
      const span = spanOf(entry, 'terms', index, 'title', language);
      return { word, term: word, language, span };
    }),
  );
}

function barredIn(entry: Entry<GlossaryFile>): readonly Barred[] {
  return entry.data.terms.flatMap(({ title, not = {} }, index) =>
    Object.entries(not).flatMap(([language, words]) =>
      words.map((word, at) => {
        const span = spanOf(entry, 'terms', index, 'not', language, at);
        return { word, term: title[language] ?? '', language, span };
      }),
    ),
  );
}

function keyOf({ language, word }: Barred): string {
  return `${language} ${word.toLowerCase()}`;
}

function* strangeLanguages(
  entry: Entry<GlossaryFile>,
  languages: readonly Language[],
): ProblemsFound {
  for (const [index, { not = {}, except = {} }] of entry.data.terms.entries())
    for (const [key, lists] of Object.entries({ not, except }))
      for (const word of Object.keys(lists)) {
        if (languages.includes(word)) continue;
        const span = spanOf(entry, 'terms', index, key, word);
        const params = { word, words: languages, near: nearest(word, languages) };
        yield { code: 'rulebook/unknown-word', severity: 'error', span, params };
      }
}

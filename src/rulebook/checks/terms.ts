import { type Memory, noMemory } from '../../base/memory.ts';
import type { Language } from '../../base/language.ts';
import { textOf } from '../../base/source.ts';
import { spanWithin } from '../../yaml/tree.ts';
import { type Entry, entriesOf, levelOf, type Rulebook, spanOf } from '../ast.ts';
import type { GlossaryFile, TermFile } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';
import { type Sought, wordFinder } from '../word-search.ts';

/** In every text for people a thing is called by its term: no word stands there that the glossary bars for it.
 *
 * Readers take two words for two things. A rulebook's terms hold for its own texts and those of rulebooks built on it,
 * not for those below it, which its authors cannot mend. */
export function* terms(rulebook: Rulebook, memory: Memory = noMemory): ProblemsFound {
  const { glossary, layers, schemaFiles } = rulebook;
  if (!glossary) return;
  const finders = layers.map((_, level) => findersOf(glossary, rulebook, level));
  for (const entry of [...entriesOf(rulebook), ...schemaFiles])
    yield* memory.of('terms', [entry, glossary, layers.length], () => [...ofEntry(entry)]);

  function* ofEntry(entry: Entry<unknown>): ProblemsFound {
    for (const { yaml } of entry.texts()) {
      const { entries, span } = yaml;
      const finderIn = finders[levelOf(rulebook, span)];
      for (const { key, value } of entries) {
        if (value.kind !== 'text') continue;
        for (const { start, end, instead } of finderIn?.get(key.text)?.(value.text) ?? []) {
          const place = spanWithin(value, start, end);
          const params = { word: textOf(place), term: instead };
          yield { code: 'rulebook/not-the-term', severity: 'warning', span: place, params };
        }
      }
    }
  }
}

/** What finds barred words in each language, of the terms of rulebooks up to one level. */
function findersOf(
  glossary: Entry<GlossaryFile>,
  rulebook: Rulebook,
  level: number,
): ReadonlyMap<Language, ReturnType<typeof wordFinder>> {
  const known = glossary.data.terms.filter(
    (_, index) => levelOf(rulebook, spanOf(glossary, 'terms', index)) <= level,
  );
  const languages = new Set(known.flatMap(({ not = {} }) => Object.keys(not)));
  return new Map(
    [...languages].map((language) => [language, wordFinder(soughtIn(language, known))]),
  );
}

/** Terms and exceptions first: a word that is right and barred is told of in the glossary alone. */
function soughtIn(language: Language, terms: readonly TermFile[]): readonly Sought[] {
  const right = terms.flatMap(({ title, except }) => [
    ...(title[language] === undefined ? [] : [title[language]]),
    ...(except?.[language] ?? []),
  ]);
  const barred = terms.flatMap(({ title, not }): readonly Sought[] => {
    const instead = title[language];
    return instead === undefined ? [] : (not?.[language] ?? []).map((word) => ({ word, instead }));
  });
  return [...right.map((word) => ({ word })), ...barred];
}

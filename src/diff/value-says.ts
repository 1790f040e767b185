import { isObject } from '../base/json.ts';
import { languageCode, sayIn } from '../base/language.ts';
import { productsOf } from '../manual/products.ts';
import type { Speaker } from '../manual/speaker.ts';
import { stepsOf } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { diffWords } from '../words/diff.ts';
import type { Side } from './side.ts';

/** A value of a file as people say it. */
export function valueSays(key: string, value: unknown, side: Side, speaker: Speaker): string {
  const { lexicon, words, language } = speaker;
  const says = sayIn(diffWords, language);
  if (typeof value === 'string') return wordSays(key, value, side, speaker);
  if (isWords(value)) return words(value);
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => !isObject(one) || isWords(one));
    const parts = value.map((one) => valueSays(key, one, side, speaker));
    return parts.join(isPlain ? lexicon.comma : says.between);
  }
  if (isObject(value)) {
    if (key === 'remedy' && isWords(value['text'])) return words(value['text']);
    return Object.entries(value)
      .map(([inner, own]) =>
        says.named(partSays(inner, language), valueSays(inner, own, side, speaker)),
      )
      .join(lexicon.comma);
  }
  return typeof value === 'boolean' ? says.truths[value ? 'yes' : 'no'] : String(value);
}

/** What a thing is called by its own file; by its name where that has no title. */
export function titleIn({ title }: Readonly<Record<string, unknown>>, id: string) {
  return ({ words }: Speaker): string => words(title as Words | undefined) || id;
}

/** What a key of a file is called. */
export function partSays(key: string, language: string): string {
  const known: Readonly<Record<string, string>> = sayIn(diffWords, language).parts;
  return known[key] ?? `\`${key}\``;
}

function wordSays(key: string, word: string, { program }: Side, speaker: Speaker): string {
  const { rulebook, subjects } = program;
  const { language, words } = speaker;
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = sayIn(
    diffWords,
    language,
  ).values;
  const titles: Readonly<Record<string, () => string | undefined>> = {
    post: () => words(rulebook.posts?.data.posts.find(({ post }) => post === word)?.title),
    document: () =>
      words(rulebook.documents?.data.documents.find(({ document }) => document === word)?.title),
    product: () =>
      [...subjects.values()]
        .flatMap((subject) => productsOf(subject, speaker))
        .find(({ id }) => id === word)?.title,
    step: () => words(stepsOf(rulebook).find(({ id }) => id === word)?.entry.data.title),
    stage: () => words(rulebook.stages.find(({ id }) => id === word)?.data.title),
  };
  return values[key]?.[word] ?? (titles[named[key] ?? key]?.() || word);
}

/** What the names under a key are of. */
const named: Readonly<Record<string, string>> = {
  posts: 'post',
  documents: 'document',
  evidence: 'document',
  products: 'product',
  after: 'step',
  steps: 'step',
  onlyAfter: 'stage',
  stages: 'stage',
};

function isWords(value: unknown): value is Words {
  return (
    isObject(value) &&
    Object.entries(value).length > 0 &&
    Object.entries(value).every(([key, text]) => languageCode.test(key) && typeof text === 'string')
  );
}

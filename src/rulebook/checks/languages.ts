import type { Diagnostic } from '../../base/diagnostic.ts';
import { type Span, textOf } from '../../base/source.ts';
import type { Yaml, YamlMap } from '../../yaml/tree.ts';
import { type Entry, type Rulebook, rulesOf, type SourceDocument, stepsOf } from '../ast.ts';
import type { Words } from '../files.ts';
import type { ProblemsFound, RulebookProblems } from '../problems.ts';

type Language = keyof Words;

/** A text is there in every language that the rulebook lists, and its Chinese has Chinese punctuation.
 *
 * A half-width comma between Chinese characters prints wrong, and in flow style it splits the text. */
export function* languages(rulebook: Rulebook): ProblemsFound {
  const wanted = rulebook.manifest.data.languages;
  for (const { yaml } of everyEntry(rulebook)) {
    for (const map of mapsIn(yaml)) {
      const words = map.entries.filter(({ key }) => key.text === 'zh' || key.text === 'en');
      if (words.length === 0 || words.length < map.entries.length) continue;
      for (const language of wanted) {
        const text = words.find(({ key }) => key.text === language)?.value;
        if (text?.kind === 'text' && text.text.trim() !== '') continue;
        const span = { ...map.span, end: map.span.start };
        yield missing(span, language);
      }
      for (const { key, value } of words) {
        if (key.text === 'zh') yield* halfWidth(value);
      }
    }
  }
  for (const source of rulebook.sources) yield* ofSource(source, wanted);
}

/** A heading that lacks a title is marked whole; at its end, that the text below it is missing. */
function* ofSource(
  { title, issuer, number, span, clauses }: SourceDocument,
  wanted: readonly Language[],
): ProblemsFound {
  for (const language of wanted) {
    const lacking = [title, issuer, number].some((words) => words && isMissing(words, language));
    if (lacking) yield missing(span, language);
    for (const clause of clauses.values()) {
      const end = { ...clause.span, start: clause.span.end };
      if (isMissing(clause.title, language)) yield missing(clause.span, language);
      if (isMissing(clause.text, language)) yield missing(end, language);
    }
  }
}

function isMissing(words: Words, language: Language): boolean {
  return (words[language] ?? '').trim() === '';
}

function missing(span: Span, language: Language): Diagnostic<RulebookProblems> {
  return { code: 'rulebook/language', severity: 'error', span, params: { language } };
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const between = /(?<=\p{Script=Han})[,;:?!()](?=\p{Script=Han})/gu;

function* halfWidth(value: Yaml): ProblemsFound {
  if (value.kind !== 'text') return;
  const { source, start } = value.span;
  for (const match of textOf(value.span).matchAll(between)) {
    const at = start + match.index;
    const [found] = match;
    const wanted = fullWidth[found] ?? found;
    yield {
      code: 'rulebook/half-width',
      severity: 'warning',
      span: { source, start: at, end: at + 1 },
      params: { found, wanted },
      fix: { start: at, end: at + 1, text: wanted },
    };
  }
}

function everyEntry(rulebook: Rulebook): readonly Entry<unknown>[] {
  const { manifest, posts, documents, definitions, parameters, tables, codes, calendars } =
    rulebook;
  return [
    manifest,
    ...[posts, documents, definitions].flatMap((entry) => entry ?? []),
    ...parameters,
    ...tables,
    ...codes,
    ...calendars,
    ...rulebook.measures,
    ...stepsOf(rulebook).map(({ entry }) => entry),
    ...rulesOf(rulebook).flatMap(({ entry, cases }) => (cases ? [entry, cases] : [entry])),
  ];
}

function* mapsIn(yaml: Yaml): Generator<YamlMap> {
  if (yaml.kind === 'list') for (const item of yaml.items) yield* mapsIn(item);
  if (yaml.kind !== 'map') return;
  yield yaml;
  for (const { value } of yaml.entries) yield* mapsIn(value);
}

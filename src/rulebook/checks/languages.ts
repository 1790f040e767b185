import type { Diagnostic } from '../../base/diagnostic.ts';
import { type Language, spokenTo } from '../../base/language.ts';
import { type Memory, noMemory } from '../../base/memory.ts';
import { type Span, textOf, startOf } from '../../base/source.ts';
import { nearest } from '../../base/suggest.ts';
import type { Yaml, YamlMap } from '../../yaml/tree.ts';
import {
  entriesOf,
  type Entry,
  languagesOf,
  type Rulebook,
  type SourceDocument,
  spanOf,
} from '../ast.ts';
import type { Words } from '../files.ts';
import type { ProblemsFound, RulebookProblems } from '../problems.ts';

/** A text is there in every language that the rulebook lists and in no other, and its Chinese has Chinese punctuation.
 *
 * A half-width comma between Chinese characters prints wrong, and in flow style it splits the text. */
export function* languages(rulebook: Rulebook, memory: Memory = noMemory): ProblemsFound {
  const { manifest } = rulebook;
  const { languages: wanted, writer } = manifest.data;
  if (writer !== undefined && !wanted.includes(writer))
    yield unknown(spanOf(manifest, 'writer'), writer, wanted);
  const known = [...new Set(rulebook.layers.flatMap((layer) => layer.languages))];
  const asked = [wanted.join(' '), known.join(' ')];
  for (const entry of entriesOf(rulebook)) {
    yield* memory.of('texts', [entry, ...asked], () => [...ofTexts(entry, wanted, known)]);
  }
  const own = languagesOf(manifest.data);
  for (const source of rulebook.sources) {
    const from = [source, own.join(' ')];
    yield* memory.of('source texts', from, () => [...ofSource(source, own)]);
  }
}

function* ofTexts(
  entry: Entry<unknown>,
  wanted: readonly Language[],
  known: readonly Language[],
): ProblemsFound {
  for (const { yaml } of entry.texts()) yield* ofText(yaml, wanted, known);
}

function* ofText(
  { entries, span }: YamlMap,
  wanted: readonly Language[],
  known: readonly Language[],
): ProblemsFound {
  for (const language of wanted) {
    const text = entries.find(({ key }) => key.text === language)?.value;
    if (text?.kind === 'text' && text.text.trim() !== '') continue;
    yield missing(startOf(span), language);
  }
  for (const { key, value } of entries) {
    yield* inOther(key.text, value);
    yield* cutOff(value);
    if (spokenTo(key.text) === 'zh') yield* halfWidth(value);
    // a text in a language that the engine speaks may stand where the rulebook does without it
    if (!known.includes(key.text) && key.text !== 'zh' && key.text !== 'en')
      yield unknown(key.span, key.text, known);
  }
}

const [han, latinWord] = [/\p{Script=Han}/u, /[A-Za-z]{3,}/gu];

/** A text whose letters are those of another language: pasted into the wrong line, or not translated. */
function* inOther(language: string, value: Yaml): ProblemsFound {
  if (value.kind !== 'text') return;
  const { text, span } = value;
  const says = text.replaceAll(/\{[^}]*\}|`[^`]*`/gu, '');
  const [isHan, words] = [han.test(says), [...says.matchAll(latinWord)].length];
  const isOther =
    language === 'en' ? isHan && words === 0 : language === 'zh' && !isHan && words > 2;
  if (!isOther) return;
  yield { code: 'rulebook/other-language', severity: 'warning', span, params: { language } };
}

/** What YAML takes for a remark behind a text: `第 #1 号` without quotes is `第`. */
function* cutOff(value: Yaml): ProblemsFound {
  if (value.kind !== 'text' || !value.plain) return;
  const { source, start, end } = value.span;
  const rest = /^[ \t]+#.*/u.exec(source.text.slice(end, end + 200));
  if (!rest) return;
  const span = { source, start, end: end + rest[0].length };
  yield { code: 'rulebook/cut-text', severity: 'warning', span, params: { kept: value.text } };
}

/**
 * A source is in the writer's language, whole; and whole in each other that its own title is in.
 *
 * A heading that lacks a title is marked whole; at its end, that the text below it is missing.
 */
function* ofSource(
  { title, issuer, number, span, clauses, languages: own }: SourceDocument,
  [writer, ...others]: readonly Language[],
): ProblemsFound {
  for (const language of own) {
    if (language !== writer && !others.includes(language)) continue;
    const lacking = [title, issuer, number].some((words) => words && isMissing(words, language));
    if (lacking) yield missing(span, language);
    for (const clause of clauses.values()) {
      const end = { ...clause.span, start: clause.span.end };
      if (isMissing(clause.title, language)) yield missing(clause.span, language);
      // one that waits for its text says nothing yet
      if (clause.status?.kind === 'pending' && own.every((one) => isMissing(clause.text, one)))
        continue;
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

function unknown(
  span: Span,
  word: Language,
  words: readonly Language[],
): Diagnostic<RulebookProblems> {
  const params = { word, words, near: nearest(word, words) };
  return { code: 'rulebook/unknown-word', severity: 'error', span, params };
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

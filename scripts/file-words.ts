import { readFileSync } from 'node:fs';

import { load } from 'js-yaml';

import type { Said } from '../src/base/language.ts';

interface Words {
  readonly common: Readonly<Record<string, Said<string>>>;
  readonly [type: string]: Readonly<Record<string, string | Said<string>>>;
}

/** What the keys of files and of reports mean: in Chinese, or in both languages where the types do not say it in English. */
const [files, reports] = ['files.yaml', 'json.yaml'].map(
  (name) => load(readFileSync(new URL(name, import.meta.url), 'utf8')) as Words,
) as [Words, Words];

/**
 * What a key of a type of rulebook file means; the type itself where the key is `''`.
 *
 * @param description - what its schema says: in English, or in both languages as {@link inBoth} has it
 */
export function meaningOf(type: string, key: string, description: unknown): Said<string> {
  return meaningIn(files, type, key, description);
}

/** The same of a type of report in JSON. */
export function meaningInReport(type: string, key: string, description: unknown): Said<string> {
  return meaningIn(reports, type, key, description);
}

function meaningIn(words: Words, type: string, key: string, description: unknown): Said<string> {
  const own = wordsOf(words, type, key);
  const common = Object.hasOwn(words.common, key) ? words.common[key] : undefined;
  const zh = (typeof own === 'string' ? own : own?.zh) ?? common?.zh ?? '';
  const text = typeof description === 'string' ? description : '';
  const said = text.endsWith(zh) ? text.slice(0, text.length - zh.length).trimEnd() : text;
  const en = typeof own === 'object' ? own.en : said === '' ? (common?.en ?? '') : said;
  return { zh, en };
}

/** The text of a schema in both languages, the English first, for editors that show but one text. */
export function inBoth(type: string, key: string, description: unknown): string {
  const { zh, en } = meaningOf(type, key, description);
  return [en, zh].filter((text) => text !== '').join('\n\n');
}

/** The types and keys that words are there for. */
export function spokenOf(
  of: 'files' | 'reports',
): readonly (readonly [type: string, key: string])[] {
  return Object.entries(of === 'files' ? files : reports)
    .filter(([type]) => type !== 'common')
    .flatMap(([type, keys]) => Object.keys(keys).map((key) => [type, key] as const));
}

/** An addition has the keys of a rule, an extension those of a rulebook. */
const like: Readonly<Record<string, string>> = {
  AdditionFile: 'RuleFile',
  ExtensionFile: 'RulebookFile',
};

function wordsOf(words: Words, type: string, key: string): string | Said<string> | undefined {
  const own = Object.hasOwn(words, type) ? words[type]?.[key] : undefined;
  const other = like[type];
  return own ?? (other === undefined || key === '' ? undefined : wordsOf(words, other, key));
}

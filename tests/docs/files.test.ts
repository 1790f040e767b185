import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { meaningOf, spokenOf } from '../../scripts/file-words.ts';
import { filesPages, filesText } from '../../scripts/files.ts';

interface Schema {
  readonly definitions: Readonly<
    Record<
      string,
      {
        readonly description?: string;
        readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
      }
    >
  >;
}

/** Types whose files are written by hand. */
const types = globSync('schemas/*.schema.json')
  .filter((path) => !/report|check-line/u.test(path))
  .map((path) => (JSON.parse(readFileSync(path, 'utf8')) as Schema).definitions);

test.each(['zh', 'en'] as const)('the page in %s is as it is made', (language) => {
  expect(readFileSync(filesPages[language], 'utf8')).toBe(filesText(language));
});

test.each(['zh', 'en'] as const)('every key that the page in %s shows is told', (language) => {
  const untold = filesText(language)
    .split('\n')
    .filter((line) => /^\|.*\|\s*\|$/u.test(line));
  expect(untold).toEqual([]);
});

test('words are those of types and keys that there are', () => {
  const strange = spokenOf('files').filter(
    ([type, key]) =>
      !types.some((all) =>
        key === '' ? all[type] : (all[type]?.properties?.[key] ?? unnamed(all, type)?.[key]),
      ),
  );
  expect(strange).toEqual([]);
});

test('an addition and an extension say what a rule and a rulebook say', () => {
  expect(meaningOf('AdditionFile', 'companion', '').zh).toBe(
    meaningOf('RuleFile', 'companion', '').zh,
  );
  expect(meaningOf('RuleFile', 'title', '')).toEqual({ zh: '名称', en: 'What it is called.' });
});

function unnamed(all: Schema['definitions'], type: string) {
  return type === 'AdditionFile' || type === 'ExtensionFile' ? all[type]?.properties : undefined;
}

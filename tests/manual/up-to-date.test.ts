import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { digestsOf, manifestOf } from '../../src/cli/manual-files.ts';
import { digestOf, rulebookFolder } from '../../src/io/rulebook.ts';
import { filesOf, runOf, shipped } from './harness.ts';

// `npm run manual` writes docs/manual; its manifest knows the day it was made for
const folder = 'docs/manual';
const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
const { asOf } = JSON.parse(manifest) as { readonly asOf: string };
const made = filesOf(shipped, ['md'], asOf, digestOf(rulebookFolder('rules').folder));

test('the manual in docs/manual is what the rulebook says', () => {
  const stale = [...made]
    .filter(([path, text]) => textAt(join(folder, path)) !== text)
    .map(([path]) => path);
  expect(stale).toEqual([]);
});

test('nothing else lies in docs/manual', () => {
  const found = globSync('**/*.*', { cwd: folder }).map((path) => path.replaceAll('\\', '/'));
  expect(found.toSorted()).toEqual([...made.keys(), 'manifest.json'].toSorted());
});

test('its manifest has the digest of every file', () => {
  expect(manifestOf(shipped, runOf(['md'], asOf), digestsOf(made), undefined)).toBe(manifest);
});

/** What the editor of a rulebook would strike, by what it is. */
const struck: Readonly<Record<'zh' | 'en', Readonly<Record<string, RegExp>>>> = {
  zh: {
    'a code': /“[A-Z]{2,}(?:_[A-Z]+)*”|(?<![\w/.-])[A-Z]+_[A-Z_]+(?![\w/.-])/u,
    'a function': /(?:每|均|，|；|：)[a-z]+\(/u,
    'a truth in quotes': /(?:为|\| \**)“[是否]”/u,
    'an item without a name': /(?:\| |；)该项(?:[已不没在]|没有)|(?<![单表])中的每一项均/u,
    'what is before nothing': /(?:\| |；)以[前后][^，|]*(?:；| \|)/u,
    'a length of text': /的字数/u,
    'the least of some': /最小者|最大者/u,
    'digits that tell nothing': /\d\.\d{5,}%|\.\d*0%/u,
    'an amount in two pieces': /\d 元/u,
    'the edition before': /同上一版/u,
    'for all without saying of what': /一律适用/u,
  },
  en: {
    'a code': /“[A-Z]{3,}(?:_[A-Z]+)*”|(?<![\w/.-])[A-Z]+_[A-Z_]+(?![\w/.-])/u,
    'a truth in quotes': /(?:is|\|) \**“(?:yes|no)”/u,
    'digits that tell nothing': /\d\.\d{5,}%|\.\d*0%/u,
    'a word twice': /\bthe the\b|\bof of\b|undefined/u,
    'one of many': /\b1 (?:working )?days\b/u,
  },
};

test.each(['zh', 'en'] as const)('an editor would strike nothing of it: %s', (language) => {
  const lines = [...made]
    .filter(([path]) => path.startsWith(`${language}/`))
    .flatMap(([, text]) => text.split('\n'))
    .map((line) => line.replaceAll(/`[^`]*`|\]\([^)]*\)|<[^>]*>/gu, ''));
  const found = Object.entries(struck[language]).flatMap(([what, form]) =>
    lines.filter((line) => form.test(line)).map((line) => `${what}: ${line}`),
  );
  expect(found).toEqual([]);
});

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

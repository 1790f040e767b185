import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

import { rulebookFolder } from '../../src/io/rulebook.ts';
import { parseExpression, pathIn } from '../../src/feel/parse.ts';

/** By the grammar: names in scope, of which there are none here, keep the short way from being taken. */
function byGrammar(text: string) {
  return parseExpression(text, { dialect: 'rule', names: [] });
}

function agrees(text: string): boolean {
  const path = pathIn(text);
  if (!path) return false;
  expect(byGrammar(text)).toEqual({ value: path, problems: [] });
  return true;
}

test('a path is read as the grammar reads it, wherever it stands in a rulebook', () => {
  const texts = [...rulebookFolder('rules').folder.files.values()].map(({ text }) => text);
  const found = texts.flatMap((text) =>
    [...text.matchAll(/(?:asOf: |\{)([A-Za-z_][\w.]*\n?)/gu)].map(([, path = '']) => path),
  );
  expect([...new Set(found)].filter(agrees).length).toBeGreaterThan(100);
});

test('so is every word that the grammar itself knows', () => {
  const grammar = readFileSync(createRequire(import.meta.url).resolve('lezer-feel'), 'utf8');
  const words = new Set([
    ...(grammar.match(/[A-Za-z_]\w*/gu) ?? []),
    ...'and or not if then else for in return some every satisfies between instance of function'.split(
      ' ',
    ),
    ...'date time duration days years months item partial list context range null true false'.split(
      ' ',
    ),
  ]);
  for (const word of words)
    for (const text of [word, `${word}.a`, `a.${word}`, `a.${word}.b`, `${word}\n`]) agrees(text);
  for (const word of ['if', 'null', 'true', 'not', 'for', 'between', 'function', 'satisfies', 'in'])
    expect([word, pathIn(word)]).toEqual([word, undefined]);
});

test.each([
  'a .b',
  'a. b',
  '(a)',
  'a.b.',
  '.a',
  'a..b',
  '1',
  'a-b',
  'a b',
  '',
  ' ',
  'a.1',
  '甲.乙',
  '" a"',
  ' a',
])('%j is left to the grammar', (text) => expect(pathIn(text)).toBe(undefined));

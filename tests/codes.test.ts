import { globSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { Diagnostic } from '../src/base/diagnostic.ts';
import { sessionWords } from '../src/words/desk/session.ts';
import { message, type Problems, wordbooks } from '../src/words/messages/messages.ts';
import { contentsOf } from './codes/contents.ts';
import { type Block, readPage } from './codes/page.ts';
import { problemsOf, shellOutput } from './codes/run.ts';
import { codesOfSession } from './codes/session.ts';

const paths = globSync('docs/codes/*/*.md').toSorted();
const pages = paths.map(readPage);

test('every code has its page, and no page is left over', () => {
  const codes = [...Object.keys(wordbooks.zh.messages), ...deskCodes];
  expect(paths).toEqual(codes.map((code) => `docs/codes/${code}.md`).toSorted());
});

test('the list of pages is up to date', async () => {
  await expect(contentsOf(pages)).toMatchFileSnapshot('../docs/codes/README.md');
});

test('the rulebook that examples change has nothing wrong', () => {
  expect(problemsOf([])).toEqual([]);
});

/** What the page says of itself. */
const deskCodes = [
  'desk/engine-failed',
  ...Object.keys(sessionWords.zh.problem).map((kind) => `desk/${kind}`),
];

/** What a browser, or a fault of the program, has to bring about: no text is an example of it. */
const withoutExample: ReadonlySet<string> = new Set(
  ['engine-failed', 'unavailable', 'full', 'closed', 'blocked', 'taken', 'gone']
    .concat('file-gone', 'files-too-large', 'not-kept', 'failed')
    .map((kind) => `desk/${kind}`),
);

/** What cannot be wrong alone: that there is too much of another. */
const beside: Readonly<Record<string, string>> = { 'dossier/too-big': 'dossier/wrong-type' };

describe.each(pages.map((page, index) => ({ ...page, path: paths[index] })))('$path', (page) => {
  const { title, wrong, right } = page;

  test('is headed by its code, and says in both languages what is wrong', () => {
    expect(`docs/codes/${title}.md`).toBe(page.path);
    expect(page.says.zh).toMatch(/[。）]$/u);
    expect(page.says.en).toMatch(/[.)]$/u);
  });

  // some examples start the program several times, others wait until a limit is reached
  test.skipIf(withoutExample.has(title))(
    'shows what has this problem and no other, and what has none',
    { timeout: 60_000 },
    async () => {
      const codes = new Set(await codesOf(wrong));
      expect([...codes].filter((code) => code !== beside[title])).toEqual([title]);
      expect(await codesOf(right)).toEqual([]);
    },
  );

  test('its problem reads as one sentence without a full stop', { timeout: 60_000 }, () => {
    for (const book of Object.values(wordbooks)) {
      for (const sentence of inProcess(wrong).map((problem) => message(book, problem))) {
        expect(sentence).not.toMatch(/undefined|\[object|[。.]$/u);
      }
    }
  });
});

function inProcess(blocks: readonly Block[]): readonly Diagnostic<Problems>[] {
  return isShell(blocks) || isSession(blocks) ? [] : problemsOf(blocks);
}

/** The codes of all that is wrong with an example; that there is none, or that a command failed, is a text of its own. */
async function codesOf(blocks: readonly Block[]): Promise<readonly string[]> {
  if (blocks.length === 0) return ['there is no example'];
  if (isSession(blocks)) return blocks.flatMap(({ text }) => codesOfSession(text));
  if (!isShell(blocks)) return problemsOf(blocks).map(({ code }) => code);
  const codes: string[] = [];
  for (const block of blocks) {
    // eslint-disable-next-line no-await-in-loop -- calls run in the folder of their example
    const { output, exit } = await shellOutput(block);
    const found = [...output.matchAll(/\[([a-z]+\/[a-z-]+)\]/gu)].map(([, code = '']) => code);
    codes.push(...(found.length > 0 || exit === 0 ? found : [`exit ${exit}: ${output}`]));
  }
  return codes;
}

function isSession(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind }) => kind === 'session');
}

function isShell(blocks: readonly Block[]): boolean {
  return blocks.some(({ language }) => language === 'sh');
}

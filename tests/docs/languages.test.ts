import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from 'vitest';

const pages = [
  ...globSync(['docs/*.md', 'docs/decisions/*.md']),
  'examples/README.md',
  'README.md',
  'README.zh.md',
].toSorted();

const bothInOne = '中文 · English：逐段对照 / side by side';

describe.each(pages)('%s', (page) => {
  const text = readFileSync(page, 'utf8');
  const [title = '', says = ''] = text.split(/\n\s*\n/u);
  const links = [...says.matchAll(/\[(中文|English)\]\(([^)]+)\)/gu)].map(
    ([, language = '', to = '']) => ({
      language,
      to,
    }),
  );

  test('says below its title where its languages are', () => {
    expect(title).toMatch(/^# \S/u);
    if (says === bothInOne) return;
    const isOfTwoFiles = links.length === 1;
    const isPartOfOne = links.map(({ language }) => language).join(' ') === '中文 English';
    expect(isOfTwoFiles || isPartOfOne).toBe(true);
  });

  test('and they are there', () => {
    for (const { to } of links) {
      if (to.startsWith('#')) {
        const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
          anchorOf(heading),
        );
        expect(headings).toContain(to.slice(1));
        continue;
      }
      const other = join(dirname(page), to);
      expect(existsSync(other)).toBe(true);
      const back =
        /\]\(([^)]+)\)/u.exec(readFileSync(other, 'utf8').split(/\n\s*\n/u)[1] ?? '')?.[1] ?? '';
      expect(join(dirname(other), back)).toBe(page);
    }
  });
});

/** Pages in two files have the same chapters, so that neither is left behind. */
describe.each(pages.filter((page) => page.endsWith('.zh.md')))('%s', (page) => {
  const other = page.replace('.zh.md', '.md');
  const headings = (path: string) => readFileSync(path, 'utf8').match(/^#+ /gmu);
  const rows = (path: string) => readFileSync(path, 'utf8').match(/^\|/gmu)?.length;
  const codes = (path: string) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /^\|[^\n]*\| (`tests\/[^\n]*|`rules\/stages[^\n]*) \|$/gmu,
      ),
    ].map(([, where]) => where?.replaceAll('、', ', '));

  test('has the chapters, tables and paths of the English page', () => {
    expect(headings(page)).toEqual(headings(other));
    expect(rows(page)).toBe(rows(other));
    expect(codes(page)).toEqual(codes(other));
  });
});

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';

import { manual } from '../../src/manual/from-program.ts';
import { headingsIn } from '../../src/document/places.ts';
import { plainText } from '../../src/document/prose.ts';
import { documentOf } from '../../src/manual/document.ts';
import { filesOf, shipped, small } from './harness.ts';

const asOf = '2026-11-23';
const parser = unified().use(remarkParse).use(remarkGfm);

describe.each([
  ['small', small],
  ['shipped', shipped],
])('%s', (_, program) => {
  const files = filesOf(program, ['md'], asOf);
  const parsed = new Map([...files].map(([path, text]) => [path, parser.parse(text)]));

  test.each(['zh', 'en'] as const)('headings read back as they were meant: %s', (language) => {
    const { parts } = documentOf(manual(program, { language, asOf, examples: new Map() }));
    for (const { name, blocks } of parts) {
      const tree = parsed.get(`${language}/${name}.md`);
      const meant = headingsIn(blocks).map((node) => `${node.depth} ${plainText(node)}`);
      const read = tree?.children
        .filter((node) => node.type === 'heading')
        .map((node) => `${node.depth} ${plainText(node)}`);
      // examples and contents come from elsewhere
      expect(
        read?.filter((heading) => !/^(?:4 (?:示例|Examples)|2 (?:目录|Contents))$/u.test(heading)),
      ).toEqual(meant);
    }
  });

  test('every link leads somewhere', () => {
    const anchors = new Set(
      [...files].flatMap(([path, text]) =>
        [...text.matchAll(/<a id="([^"]+)"><\/a>/gu)].map(([, id = '']) => `${path}#${id}`),
      ),
    );
    const broken = [...parsed].flatMap(([path, tree]) =>
      linksIn(tree)
        .filter((url) => !url.startsWith('http') && !url.startsWith('../../../rules/'))
        .map((url) => (url.startsWith('#') ? path + url : `${path.split('/')[0]}/${url}`))
        .filter((url) => !anchors.has(url)),
    );
    expect(broken).toEqual([]);
  });

  test('no anchor is there twice in a file', () => {
    for (const text of files.values()) {
      const ids = [...text.matchAll(/<a id="([^"]+)">/gu)].map(([, id]) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  test('the only HTML is anchors', () => {
    const html = [...parsed.values()]
      .flatMap(htmlIn)
      .filter((value) => !/^<a id="[\w-]+">$|^<\/a>$/u.test(value));
    expect(html).toEqual([]);
  });

  test('no half-width punctuation stands between Chinese characters', () => {
    const prose = [...parsed]
      .filter(([path]) => path.startsWith('zh/'))
      .flatMap(([, tree]) => textsIn(tree));
    expect(prose.filter((text) => /\p{Script=Han}[,;?!]\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

function linksIn(node: Nodes): readonly string[] {
  const own = node.type === 'link' ? [node.url] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linksIn)] : own;
}

function htmlIn(node: Nodes): readonly string[] {
  if (node.type === 'html')
    return [node.value.replace(/<\/a>$/u, '')].filter((value) => value !== '');
  return 'children' in node ? (node as Root).children.flatMap(htmlIn) : [];
}

function textsIn(node: Nodes): readonly string[] {
  if (node.type === 'text') return [node.value];
  return 'children' in node ? (node as Root).children.flatMap(textsIn) : [];
}

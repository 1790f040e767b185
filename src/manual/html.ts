import type { BlockContent, Nodes, Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

import { tagOf } from '../words/punctuation.ts';
import type { Manual } from './model.ts';
import { anchorOf, type Page, pagesOf, type PagePlace, placesIn, rewritten } from './pages.ts';
import { style } from './style.ts';
import { fileScheme, list, see } from './tree/nodes.ts';

export interface HtmlOptions {
  /** SHA-256 of `style`, base64: the only style that the page may use. */
  readonly styleDigest: string;
}

const writer = unified().use(remarkRehype).use(rehypeStringify).freeze();

/** The whole manual as one page that needs nothing else: no script, no font, no picture, no network. */
export function htmlPage(manual: Manual, { styleDigest }: HtmlOptions): string {
  const { labels } = manual;
  const pages = pagesOf(manual);
  const known = new Set(
    pages.flatMap(({ blocks }) => placesIn(blocks).map(({ anchor }) => anchor)),
  );
  const body = pages.flatMap(({ name, blocks }) =>
    name === 'README' ? blocks : blocks.map(lower),
  );
  const afterCover = body.findIndex((node) => node.type === 'heading' && node.depth === 2);
  const policy = `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    `<html lang="${tagOf(manual.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="shouze">',
    `<title>${escaped(labels.bookTitle(manual.title))}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...(manual.draft ? [`<div class="stamp">${escaped(labels.draft)}</div>`] : []),
    '<header>',
    written(body.slice(0, afterCover)),
    '</header>',
    `<nav aria-label="${escaped(labels.contents)}">`,
    `<h2 id="contents">${escaped(labels.contents)}</h2>`,
    written([contents(pages, manual)]),
    '</nav>',
    '<main>',
    written(body.slice(afterCover)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');

  function written(blocks: readonly BlockContent[]): string {
    const root: Root = { type: 'root', children: [...blocks] };
    const tree = rewritten(root, changed);
    return writer.stringify(writer.runSync(tree));
  }

  function changed(node: Nodes): Nodes | readonly Nodes[] | undefined {
    if (node.type === 'code' && node.lang === 'mermaid') return undefined;
    if (node.type !== 'link') return node;
    if (node.url.startsWith(fileScheme)) return node.children;
    const anchor = anchorOf(node.url);
    if (anchor === undefined) return node;
    return known.has(anchor) ? { ...node, url: `#${anchor}` } : node.children;
  }
}

/** A heading one level further down: chapters of the manual are parts of one page. */
function lower(node: BlockContent): BlockContent {
  if (node.type !== 'heading') return node;
  const depth = ([2, 3, 4, 5, 6, 6] as const)[node.depth - 1] ?? 6;
  return { ...node, depth };
}

/** Front matter, chapters, steps and rules, each inside the one before. */
function contents(pages: readonly Page[], manual: Manual): BlockContent {
  const stages = new Set(manual.stages.map(({ id }) => id));
  const items = pages.flatMap(({ name, blocks }) => {
    const places = placesIn(blocks).filter(
      ({ depth }) => depth <= (stages.has(name) ? 3 : name === 'README' ? 2 : 1),
    );
    if (name === 'README') return places.slice(1).map((place) => [place]);
    return [places];
  });
  return list(items.map((places) => nested(places)));
}

function nested([first, ...rest]: readonly PagePlace[]): readonly BlockContent[] {
  if (!first) return [];
  const groups: PagePlace[][] = [];
  const [next] = rest;
  for (const place of rest) {
    if (place.depth === next?.depth) groups.push([place]);
    else groups.at(-1)?.push(place);
  }
  const inner: readonly BlockContent[] = groups.length === 0 ? [] : [list(groups.map(nested))];
  return [{ type: 'paragraph', children: [see(first.anchor, first.title)] }, ...inner];
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

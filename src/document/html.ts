import type { BlockContent, Nodes, Root, Table, TableCell } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';

import { sayIn } from '../base/language.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { documentWords } from '../words/document.ts';
import { tagOf } from '../words/punctuation.ts';
import type { Document } from './document.ts';
import { escaped } from './escaped.ts';
import { fileScheme, list, paragraph, see, text } from './nodes.ts';
import type { Chart } from './own-nodes.ts';
import {
  anchorOf,
  anchorsOf,
  classesOf,
  contentsOf,
  type Entry,
  isForHosts,
  rewritten,
} from './places.ts';
import { plainText } from './prose.ts';
import { script, scriptDigest } from './script.ts';
import { sectioned } from './sections.ts';
import { style } from './style.ts';
import { toolsOf } from './tools.ts';

export interface HtmlOptions {
  /** SHA-256 of `style`, base64: the only style that the page may use. */
  readonly styleDigest: string;
}

/**
 * The whole document as one page that needs nothing else: no font, no picture, no network. One with contents can be
 * searched and chosen from by its script; all of it can be read without.
 *
 * @param memory - of pages that were made before: the same blocks are the same markup
 */
export function htmlPage(
  document: Document,
  { styleDigest }: HtmlOptions,
  memory: Memory = noMemory,
): string {
  const words = sayIn(documentWords, document.language);
  const known = anchorsOf(document);
  const ground = [document.language, [...known].join(' ')];
  const [front, ...parts] = document.parts;
  const blocks = [
    ...front.blocks,
    ...parts.flatMap((part) =>
      part.blocks.map((node) => memory.of('lower', [node], () => lower(node))),
    ),
  ];
  const isBook = blocks.some(({ type }) => type === 'contents');
  const policy = [
    `default-src 'none'`,
    ...(isBook ? [`script-src 'sha256-${scriptDigest}'`] : []),
    `style-src 'sha256-${styleDigest}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const writer = unified()
    .use(remarkRehype, {
      handlers: {
        // the picture, and the same in words to unfold
        chart: (state, node: Chart) => [
          element('figure', [
            { type: 'raw', value: node.svg },
            element('figcaption', [text(node.title)]),
          ]),
          element('details', [element('summary', [text(words.inWords)]), ...state.all(node)]),
        ],
        // a wide one moves in its own box
        table: (state, node: Table) =>
          element('div', [defaultHandlers.table(state, node)], { className: ['scroll'] }),
      },
    })
    // nothing but the pictures of charts is passed on as it is
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
  return [
    '<!doctype html>',
    `<html lang="${tagOf(document.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="shouze">',
    `<title>${escaped(document.title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...(document.stamp === undefined
      ? []
      : [`<div class="stamp" role="note">${escaped(document.stamp)}</div>`]),
    ...(isBook ? [toolsOf(document)] : []),
    '<header>',
    written(blocks.flatMap((node) => (node.type === 'cover' ? node.children : []))),
    '</header>',
    `<nav aria-label="${escaped(words.contents)}">`,
    `<details open><summary><h2 id="contents">${escaped(words.contents)}</h2></summary>`,
    written([list(contentsOf(document).map(lines))]),
    '</details>',
    '</nav>',
    '<main>',
    written(sectioned(blocks.filter(({ type }) => type !== 'cover' && type !== 'contents'))),
    '</main>',
    ...(isBook ? [`<script>${script}</script>`] : []),
    '</body>',
    '</html>',
    '',
  ].join('\n');

  function written(children: readonly BlockContent[]): string {
    return children
      .map((node) => memory.of('markup', [...ground, ...keyOf(node)], () => markup(node)))
      .join('\n');
  }

  function markup(node: BlockContent): string {
    const root: Root = { type: 'root', children: [node] };
    return writer.stringify(writer.runSync(rewritten(root, linked)));
  }

  function linked(node: Nodes): Nodes | readonly Nodes[] | undefined {
    if (isForHosts(node)) return undefined;
    if (node.type === 'table' && classesOf(node).includes('checklist')) return ticked(node);
    if (node.type !== 'link') return node;
    if (node.url.startsWith(fileScheme)) return node.children;
    const anchor = anchorOf(node.url);
    if (anchor === undefined) return node;
    return known.has(anchor) ? { ...node, url: `#${anchor}` } : node.children;
  }
}

/** What the markup of a block hangs on: of a section, which is made anew for each page, on what is in it. */
function keyOf(node: BlockContent): readonly unknown[] {
  return node.type === 'card' ? node.children : [node];
}

function element<Inner>(
  tagName: string,
  children: Inner[],
  properties: { readonly className?: string[] } = {},
) {
  return { type: 'element' as const, tagName, properties, children };
}

/** A check-list with boxes that can be ticked on the screen, each named by what stands beside it. */
function ticked(table: Table): Table {
  const [head, ...rows] = table.children;
  return {
    ...table,
    children: [
      ...(head ? [head] : []),
      ...rows.map((row) => {
        const [, what, ...rest] = row.children;
        if (!what) return row;
        return { ...row, children: [box(plainText(what)), what, ...rest] };
      }),
    ],
  };
}

function box(name: string): TableCell {
  return {
    type: 'tableCell',
    children: [
      {
        type: 'text',
        value: '',
        data: { hName: 'input', hProperties: { type: 'checkbox', ariaLabel: name } },
      },
    ],
  };
}

function lines({ anchor, title, inner }: Entry): readonly BlockContent[] {
  return [paragraph(see(anchor, title)), ...(inner.length === 0 ? [] : [list(inner.map(lines))])];
}

/** Headings one level further down: chapters of the document are parts of one page. */
function lower(node: BlockContent): BlockContent {
  if (node.type === 'card') return { ...node, children: node.children.map(lower) };
  if (node.type !== 'heading') return node;
  const depth = ([2, 3, 4, 5, 6, 6] as const)[node.depth - 1] ?? 6;
  return { ...node, depth };
}

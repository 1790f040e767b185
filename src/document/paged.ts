import type { BlockContent, Nodes, Root } from 'mdast';

import { lineWidth, narrowed, widthOf } from './columns.ts';
import type { Document, Part } from './document.ts';
import { fileScheme, paragraph } from './nodes.ts';
import { anchorOf, anchorsOf, classesOf, isForHosts, rewritten } from './places.ts';
import { plainText } from './prose.ts';

/** Blocks inside blocks, at most; what is deeper becomes plain text, so that writers need no care. */
const deepest = 12;

/**
 * A document for formats that have pages: the sections of the front stand as high as chapters, links lead to places
 * that there are or to the web, tables are as wide as a page at most, and nothing is left that only hosts of Markdown draw.
 */
export function paged(document: Document): Document {
  const known = anchorsOf(document);
  const [front, ...others] = document.parts;
  return {
    ...document,
    parts: [changed(front, true), ...others.map((part) => changed(part, false))],
  };

  function changed(part: Part, isFront: boolean): Part {
    const raised = isFront ? part.blocks.map(raise) : part.blocks;
    const root: Root = { type: 'root', children: raised.flatMap((node) => shallow(node, 1)) };
    const { children } = rewritten(root, linked);
    return { ...part, listed: isFront ? 1 : part.listed, blocks: children as BlockContent[] };
  }

  function linked(node: Nodes): Nodes | readonly Nodes[] | undefined {
    if (isForHosts(node)) return undefined;
    if (node.type === 'table') return narrowed(node);
    if (node.type !== 'link') return node;
    if (node.url.startsWith(fileScheme)) return node.children;
    const anchor = anchorOf(node.url);
    if (anchor === undefined) return node;
    return known.has(anchor) ? { ...node, url: `#${anchor}` } : node.children;
  }
}

function raise(node: BlockContent): BlockContent {
  if (node.type === 'card') return { ...node, children: node.children.map(raise) };
  if (node.type !== 'heading' || node.depth === 1) return node;
  return { ...node, depth: (node.depth - 1) as 1 | 2 | 3 | 4 | 5 };
}

function shallow(node: BlockContent, depth: number): readonly BlockContent[] {
  if (depth > deepest) return [paragraph(plainText(node))];
  switch (node.type) {
    case 'blockquote':
      return [{ ...node, children: node.children.flatMap(inside) }];
    case 'list':
      return [
        {
          ...node,
          children: node.children.map((item) => ({
            ...item,
            children: item.children.flatMap(inside),
          })),
        },
      ];
    default:
      return [node];
  }

  function inside(child: Nodes): BlockContent[] {
    return [...shallow(child as BlockContent, depth + 1)];
  }
}

/**
 * Whether a block is about the one behind it, and not to be parted from it: what introduces a list or table, and what
 * stands before such an introduction of a table.
 */
export function leadsOn(nodes: readonly Nodes[], at: number): boolean {
  const [node, next, after] = nodes.slice(at, at + 3);
  if (node?.type !== 'paragraph') return false;
  return (
    next?.type === 'list' ||
    next?.type === 'table' ||
    (next?.type === 'paragraph' && after?.type === 'table')
  );
}

/** Whether a block begins a page: a chapter, unless its part runs on, and a sheet that no heading stands right above. */
export function startsPage(nodes: readonly Nodes[], at: number, { runsOn }: Part): boolean {
  const [before, node] = [nodes[at - 1], nodes[at]];
  if (node?.type !== 'heading') return false;
  if (classesOf(node).includes('sheet')) return before?.type !== 'heading';
  return node.depth === 1 && (runsOn !== true || before?.type === 'contents');
}

/** Whether a row of a table fits on half a page, and so need not be parted. */
export function isShortRow(row: Nodes): boolean {
  return widthOf(plainText(row)) < 600;
}

/** Whether blocks fit on half a page, and so need not be parted. */
export function isShort(blocks: readonly BlockContent[]): boolean {
  return linesOf(blocks) <= 12;
}

/** About how many lines blocks take. */
function linesOf(blocks: readonly Nodes[]): number {
  return blocks.reduce((sum, node) => {
    if (node.type === 'table') return sum + linesOf(node.children) * 1.3;
    if (node.type === 'list' || node.type === 'blockquote') return sum + linesOf(node.children);
    const lines = Math.ceil(widthOf(plainText(node)) / lineWidth);
    return sum + lines + (node.type === 'heading' || node.type === 'paragraph' ? 0.5 : 0);
  }, 0);
}

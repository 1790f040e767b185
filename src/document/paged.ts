import type { BlockContent, Nodes, Root, Table } from 'mdast';

import type { Document, Part } from './document.ts';
import { fileScheme, paragraph } from './nodes.ts';
import { anchorOf, anchorsOf, classesOf, isForHosts, rewritten } from './places.ts';
import { plainText } from './prose.ts';

/** Blocks inside blocks, at most; what is deeper becomes plain text, so that writers need no care. */
const deepest = 12;

/**
 * A document for formats that have pages: the sections of the front stand as high as chapters, links lead to places
 * that there are or to the web, and nothing is left that only hosts of Markdown draw.
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

/** Whether a table is of facts, with what each is in its first column: its head says nothing. */
export function isOfFacts(table: Table): boolean {
  const classes = classesOf(table);
  return classes.includes('particulars') || classes.includes('cover');
}

/** Whether a block is about the one behind it, and not to be parted from it. */
export function leadsOn(node: Nodes, next: Nodes | undefined): boolean {
  return node.type === 'paragraph' && (next?.type === 'list' || next?.type === 'table');
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

/** Half-width characters that a line of a table holds on A4. */
const lineWidth = 100;
/** What a column needs beside its text. */
const padding = 4;
/** A column is not made narrower than this because of its neighbours. */
const comfortable = 12;

/**
 * Widths of the columns: what the longest cell needs where there is room for all, else more for columns in which there
 * is more to read, and for none less than its longest word.
 *
 * @returns shares of the whole, which sum to 1 but for rounding
 */
export function sharesOf(table: Table): readonly number[] {
  const columns = table.children[0]?.children.length ?? 0;
  const rows = table.children.slice(isOfFacts(table) ? 1 : 0);
  const texts = Array.from({ length: columns }, (_, at) =>
    rows.map(({ children }) => (children[at] ? plainText(children[at]) : '')),
  );
  const natural = texts.map((cells) => Math.max(1, ...cells.map(widthOf)) + padding);
  const least = texts.map(
    (cells, at) =>
      Math.min(
        Math.max(...cells.map(longestWord), Math.min(natural[at] ?? 0, comfortable)),
        lineWidth / columns,
      ) + padding,
  );
  const weights = texts.map((cells) =>
    Math.sqrt(cells.reduce((sum, cell) => sum + widthOf(cell), 1)),
  );
  const widths = fitted(natural, least, weights);
  const sum = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => width / sum);
}

/** Room is given out by weight; who needs less than that gets what it needs, and the others share the rest. */
function fitted(
  natural: readonly number[],
  least: readonly number[],
  weights: readonly number[],
): readonly number[] {
  if (natural.reduce((sum, width) => sum + width, 0) <= lineWidth) return natural;
  const fixed = new Map<number, number>();
  for (let pass = 0; pass < natural.length; pass += 1) {
    const room = lineWidth - [...fixed.values()].reduce((sum, width) => sum + width, 0);
    const open = weights.map((weight, at) => (fixed.has(at) ? 0 : weight));
    const all = open.reduce((sum, weight) => sum + weight, 0);
    const given = open.map((weight) => (all === 0 ? 0 : (room * weight) / all));
    const bound = given.findIndex(
      (width, at) => !fixed.has(at) && (width > (natural[at] ?? 0) || width < (least[at] ?? 0)),
    );
    if (bound < 0) return given.map((width, at) => fixed.get(at) ?? width);
    fixed.set(bound, Math.min(natural[bound] ?? 0, Math.max(least[bound] ?? 0, given[bound] ?? 0)));
  }
  return natural.map((_, at) => fixed.get(at) ?? 0);
}

const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/gu;

/** In half-width characters: those of Chinese, Japanese and Korean count for two. */
export function widthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

function longestWord(text: string): number {
  const words = text.replaceAll(wide, ' ').split(/[\s/.[\]]+/u);
  return Math.max(...words.map((word) => word.length));
}

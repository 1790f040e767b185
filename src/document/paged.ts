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

/** Half-width characters that a line of a table holds on A4. */
const lineWidth = 105;
/** What a column needs beside its text. */
const padding = 4;
/** A column is not made narrower than this because of its neighbours. */
const comfortable = 12;

/**
 * Widths of the columns, for none less than its longest word: what the longest cell needs where there is room for all,
 * else those with which the table comes out lowest.
 *
 * @returns shares of the whole, which sum to 1 but for rounding
 */
export function sharesOf(table: Table): readonly number[] {
  const rows = table.children.slice(isOfFacts(table) ? 1 : 0);
  const columns = (table.children[0]?.children ?? []).map((_, at) =>
    columnOf(rows.map(({ children }) => (children[at] ? plainText(children[at]) : ''))),
  );
  const widths = fitted(columns);
  const sum = sumOf(widths);
  return widths.map((width) => width / sum);
}

interface Column {
  /** Of its longest cell. */
  readonly natural: number;
  readonly least: number;
  /** Lines that each of its cells takes at a width. */
  readonly linesAt: (width: number) => readonly number[];
}

function columnOf(cells: readonly string[]): Column {
  const natural = Math.max(1, ...cells.map(widthOf));
  const words = cells.map(wordsOf);
  const longest = Math.max(...words.flat(), Math.min(natural, comfortable));
  const known = new Map<number, readonly number[]>();
  return {
    natural: natural + padding,
    least: Math.min(longest, lineWidth / 2) + padding,
    linesAt: (width) => {
      const lines = known.get(width) ?? words.map((cell) => linesOfWords(cell, width - padding));
      known.set(width, lines);
      return lines;
    },
  };
}

/** From the least widths, room goes step by step to where it saves most lines for its width. */
function fitted(columns: readonly Column[]): readonly number[] {
  const natural = columns.map((column) => column.natural);
  if (sumOf(natural) <= lineWidth) return natural;
  const widths = columns.map(({ least }) => least);
  for (;;) {
    const room = lineWidth - sumOf(widths);
    const height = heightAt(widths);
    let best = { at: -1, by: 0, saves: 0 };
    for (const [at, most] of natural.entries()) {
      const own = widths[at] ?? 0;
      for (let by = 1; by <= Math.min(room, most - own); by += 1) {
        const saves = (height - heightAt(widths.with(at, own + by))) / by;
        if (saves > best.saves) best = { at, by, saves };
      }
    }
    if (best.at < 0) return widths;
    widths[best.at] = (widths[best.at] ?? 0) + best.by;
  }

  function heightAt(given: readonly number[]): number {
    const lines = columns.map(({ linesAt }, at) => linesAt(given[at] ?? 0));
    const rows = (lines[0] ?? []).map((_, row) => Math.max(...lines.map((of) => of[row] ?? 1)));
    // two columns that are too narrow save nothing one by one
    return sumOf(rows) + sumOf(lines.map(sumOf)) / 100;
  }
}

function linesOfWords(words: readonly number[], width: number): number {
  let lines = 1;
  let at = 0;
  for (const word of words) {
    if (at + word > width && at > 0) {
      lines += 1;
      at = 0;
    }
    at += word;
  }
  return lines;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/gu;
const unbroken = new RegExp(
  `${wide.source}|[^${wide.source.slice(1, -1)}\\s/.[\\]]*[\\s/.[\\]]*`,
  'gu',
);

/** In half-width characters: those of Chinese, Japanese and Korean count for two. */
export function widthOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/** Widths of what a line is not broken inside, with the spaces behind. */
function wordsOf(text: string): readonly number[] {
  return (text.match(unbroken) ?? []).map(widthOf);
}

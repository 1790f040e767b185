import type { BlockContent, Data, Nodes, Parent } from 'mdast';

import { heading, type Line, paragraph, type Properties } from './nodes.ts';
import { plainText } from './prose.ts';

/**
 * Blocks that Markdown has not. Each has plain blocks as its children: what a writer that draws no such thing
 * writes instead.
 */
export type OwnBlock = Cover | Contents | Card | Chart;

/** The first page; its children are the title as a heading of depth 1, and what stands below it. */
export interface Cover extends Parent {
  readonly type: 'cover';
  children: BlockContent[];
  data?: Data;
}

/** The place of the contents, which each writer makes of the headings; no children. */
export interface Contents extends Parent {
  readonly type: 'contents';
  children: BlockContent[];
  data?: Data;
}

/** Blocks that belong together, and on one page where they fit. Its headings are headings of the document. */
export interface Card extends Parent {
  readonly type: 'card';
  children: BlockContent[];
  data?: Data;
}

/** A picture; its children say the same in words. A fence of Mermaid among them is for Markdown alone. */
export interface Chart extends Parent {
  readonly type: 'chart';
  /** What it shows, in a few words. */
  readonly title: string;
  /**
   * A whole `<svg>` with `viewBox`, `width` and `height` in pixels. Attributes only: no `style`, script, link, `id`
   * or picture in it, and its texts are escaped; it goes into the page as it is.
   */
  readonly svg: string;
  children: BlockContent[];
  data?: Data;
}

declare module 'mdast' {
  interface BlockContentMap {
    cover: Cover;
    contents: Contents;
    card: Card;
    chart: Chart;
  }
  interface RootContentMap {
    cover: Cover;
    contents: Contents;
    card: Card;
    chart: Chart;
  }
}

export function cover(children: readonly BlockContent[]): Cover {
  return { type: 'cover', children: [...children] };
}

export function contents(): Contents {
  return { type: 'contents', children: [] };
}

/** @param className - what kind of card, for the writers' looks */
export function card(children: readonly BlockContent[], className: string): Card {
  return block('section', { className: ['card', ...className.split(' ')] }, children);
}

/** Blocks in an element of their own, which a page’s script or look finds by its properties. */
export function block(
  hName: 'section' | 'details' | 'noscript',
  hProperties: Properties,
  children: readonly BlockContent[],
): Card {
  return { type: 'card', children: [...children], data: { hName, hProperties } };
}

/** Blocks under a title of theirs, which names them to who hears the page. */
export function section(id: string, title: Line, blocks: readonly BlockContent[]): Card {
  const named = `${id}-t`;
  const properties = { id, ariaLabelledBy: named };
  return block('section', properties, [heading(2, title, named), ...blocks]);
}

/** Blocks that are folded on a screen to a line above them. */
export function fold(title: Line, blocks: readonly BlockContent[]): Card {
  const summary: BlockContent = { ...paragraph(title), data: { hName: 'summary' } };
  return block('details', {}, [summary, ...blocks]);
}

/** What a picture is called and shows, for readers who cannot see it: a line a paragraph. */
export function alternativeOf({ title, children }: Chart): string {
  return [title, ...children.flatMap(lines)].join('\n');
}

function lines(node: Nodes): readonly string[] {
  return node.type === 'list' || node.type === 'listItem'
    ? node.children.flatMap(lines)
    : [plainText(node)];
}

/** @param inWords - the same for who cannot see it: a list, as a rule */
export function chart(title: string, svg: string, inWords: readonly BlockContent[]): Chart {
  return { type: 'chart', title, svg, children: [...inWords] };
}

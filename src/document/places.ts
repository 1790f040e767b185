import type { BlockContent, Heading, Nodes } from 'mdast';

import type { Document, Part } from './document.ts';
import { anchorScheme } from './nodes.ts';
import { plainText } from './prose.ts';

/** A heading that can be linked to. */
export interface Place {
  readonly anchor: string;
  readonly title: string;
  readonly depth: number;
}

/** The headings of blocks, those inside covers and cards too. */
export function headingsIn(blocks: readonly BlockContent[]): readonly Heading[] {
  return blocks.flatMap((node) => {
    if (node.type === 'heading') return [node];
    return node.type === 'cover' || node.type === 'card' ? headingsIn(node.children) : [];
  });
}

export function placesIn(blocks: readonly BlockContent[]): readonly Place[] {
  return headingsIn(blocks).flatMap((node) => {
    const anchor = anchorAt(node);
    return anchor === undefined ? [] : [{ anchor, title: plainText(node), depth: node.depth }];
  });
}

/** Every place that a link may lead to. */
export function anchorsOf({ parts }: Document): ReadonlySet<string> {
  return new Set(parts.flatMap(({ blocks }) => placesIn(blocks).map(({ anchor }) => anchor)));
}

/** A line of the contents, with the lines inside it. */
export interface Entry extends Place {
  readonly inner: readonly Entry[];
}

/** The contents of a whole document; the front has no title of its own in them. */
export function contentsOf({ parts: [front, ...parts] }: Document): readonly Entry[] {
  return [...within(listedIn(front).slice(1)), ...parts.flatMap((part) => entriesOf(part))];
}

/**
 * The lines of a part in the contents: what is deeper goes inside what stands before it.
 *
 * @param deepest - of any part, whatever its own depth is
 */
export function entriesOf(part: Part, deepest: number = part.listed): readonly Entry[] {
  return within(listedIn(part).filter(({ depth }) => depth <= deepest));
}

function listedIn({ blocks, listed }: Part): readonly Place[] {
  return placesIn(blocks).filter(({ depth }) => depth <= listed);
}

function within(places: readonly Place[]): readonly Entry[] {
  const [first] = places;
  if (!first) return [];
  const end = places.findIndex(({ depth }, index) => index > 0 && depth <= first.depth);
  const at = end < 0 ? places.length : end;
  return [{ ...first, inner: within(places.slice(1, at)) }, ...within(places.slice(at))];
}

/** A copy of a tree in which every node was asked after; `undefined` drops the node. */
export function rewritten<T extends Nodes>(
  node: T,
  change: (node: Nodes) => Nodes | readonly Nodes[] | undefined,
): T {
  if (!('children' in node)) return node;
  const children = (node.children as readonly Nodes[]).flatMap((child): readonly Nodes[] => {
    const changed = change(child);
    const list: readonly Nodes[] =
      changed === undefined ? [] : isMany(changed) ? changed : [changed];
    return list.map((one) => rewritten(one, change));
  });
  return { ...node, children };
}

function isMany(nodes: Nodes | readonly Nodes[]): nodes is readonly Nodes[] {
  return Array.isArray(nodes);
}

/** The place that a heading is. */
export function anchorAt(node: Nodes): string | undefined {
  const id = node.type === 'heading' ? node.data?.hProperties?.['id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** The place that an address leads to, where it leads to one in the document. */
export function anchorOf(url: string): string | undefined {
  return url.startsWith(anchorScheme) ? url.slice(anchorScheme.length) : undefined;
}

/** Whether a block is drawn by hosts of Markdown and by nobody else. */
export function isForHosts(node: Nodes): boolean {
  return node.type === 'code' && node.lang === 'mermaid';
}

/** What kind of paragraph, table, quotation … a node is, for writers that show it. */
export function classesOf(node: Nodes): readonly string[] {
  const names = node.data?.hProperties?.['className'];
  return Array.isArray(names) ? names.map(String) : [];
}

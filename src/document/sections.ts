import type { BlockContent, Heading } from 'mdast';

import { type About, type Facet, facets } from './about.ts';
import type { Card } from './own-nodes.ts';
import { classesOf } from './places.ts';

/**
 * Blocks in which every heading that says what it is about is one section with what belongs to it. A card that begins
 * with such a heading is one already.
 */
export function sectioned(blocks: readonly BlockContent[]): readonly BlockContent[] {
  const out: BlockContent[] = [];
  let open: { readonly depth: number; readonly section: Card } | undefined;
  for (const node of blocks) {
    const of = aboutOf(node);
    if (node.type === 'card' && of !== undefined) {
      open = undefined;
      out.push(telling(node, of));
      continue;
    }
    if (node.type === 'heading' && of !== undefined) {
      open = { depth: node.depth, section: sectionOf(node, of) };
      out.push(open.section);
      continue;
    }
    if (open && node.type === 'heading' && node.depth <= open.depth) open = undefined;
    if (open) open.section.children.push(node);
    else out.push(node);
  }
  return out;
}

function sectionOf(node: Heading, of: About): Card {
  const hProperties = { className: ['rule'], ...dataOf(of) };
  return { type: 'card', children: [node], data: { hName: 'section', hProperties } };
}

/** What a heading says that it is about, or a card by the heading that it begins with. */
function aboutOf(node: BlockContent): About | undefined {
  const head = node.type === 'card' ? node.children[0] : node;
  return head?.type === 'heading' ? head.data?.about : undefined;
}

/** A card that tells what its heading does. */
function telling(card: Card, of: About): Card {
  const hProperties = {
    ...card.data?.hProperties,
    className: [...classesOf(card), 'rule'],
    ...dataOf(of),
  };
  return { ...card, data: { ...card.data, hProperties } };
}

function dataOf(of: About): Readonly<Record<string, string>> {
  const told = Object.entries(toldOf(of)).map(([facet, values]) => [`data-${facet}`, values]);
  return Object.fromEntries(told) as Readonly<Record<string, string>>;
}

/** What a section tells the script of the page: of each facet that it has, the values with spaces between. */
export function toldOf(of: About): Readonly<Partial<Record<Facet, string>>> {
  const told = facets.flatMap((facet) => {
    const choices = of[facet];
    return choices === undefined
      ? []
      : [[facet, choices.map(({ id }) => valueOf(id)).join(' ')] as const];
  });
  return Object.fromEntries(told);
}

/** An id as it stands among others with spaces between, and in addresses. */
export function valueOf(id: string): string {
  return encodeURIComponent(id);
}

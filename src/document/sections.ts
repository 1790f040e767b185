import type { BlockContent, Heading } from 'mdast';

import { type About, facets } from './about.ts';
import type { Card } from './own-nodes.ts';

/** Blocks in which every heading that says what it is about is one section with what belongs to it. */
export function sectioned(blocks: readonly BlockContent[]): readonly BlockContent[] {
  const out: BlockContent[] = [];
  let open: { readonly depth: number; readonly section: Card } | undefined;
  for (const node of blocks) {
    const of = node.type === 'heading' ? node.data?.about : undefined;
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
  const told = facets.flatMap((facet) => {
    const choices = of[facet];
    return choices === undefined
      ? []
      : [[`data-${facet}`, choices.map(({ id }) => valueOf(id)).join(' ')] as const];
  });
  const hProperties = { className: ['rule'], ...Object.fromEntries(told) };
  return { type: 'card', children: [node], data: { hName: 'section', hProperties } };
}

/** An id as it stands among others with spaces between, and in addresses. */
export function valueOf(id: string): string {
  return encodeURIComponent(id);
}

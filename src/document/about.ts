import type { Heading } from 'mdast';

/** By what readers of a page choose among its rules. */
export const facets = ['product', 'post', 'force', 'level'] as const;
export type Facet = (typeof facets)[number];

/** One of what can be chosen. */
export interface Choice {
  readonly id: string;
  readonly title: string;
}

/** What the section of a heading is of; of whatever there is where a facet is not told. */
export type About = Readonly<Partial<Record<Facet, readonly Choice[] | undefined>>>;

declare module 'mdast' {
  interface HeadingData {
    /** For pages on a screen: printed documents are chosen from before they are made. */
    about?: About;
  }
}

export function about(node: Heading, of: About): Heading {
  return { ...node, data: { ...node.data, about: of } };
}

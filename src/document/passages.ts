import type { BlockContent } from 'mdast';

import type { Facet } from './about.ts';
import type { Elements } from './html-writer.ts';
import { headingsIn, anchorAt } from './places.ts';
import { toldOf } from './sections.ts';

/** A heading that can be linked to, with the text from it down to the next one. */
export interface Passage {
  readonly id: string;
  /** Of the element, 1 to 6. */
  readonly depth: number;
  readonly title: string;
  /** What follows the title, as it is read. */
  readonly text: string;
  /** What it tells of a rule, where it is one. */
  readonly told?: Readonly<Partial<Record<Facet, string>>>;
}

/** What can be found on a page. */
export interface PageText {
  /** Its file. */
  readonly page: string;
  readonly passages: readonly Passage[];
}

type Element = Extract<Elements['children'][number], { readonly type: 'element' }>;
type Inside = Elements['children'][number] | Element['children'][number];

const heading = /^h([1-6])$/u;

/** Elements whose text is not run together with what stands before and behind. */
export const blockNames: ReadonlySet<string> = new Set(
  'h1 h2 h3 h4 h5 h6 p li td th tr caption div section blockquote dt dd figcaption br'.split(' '),
);

/** What is found in a part of a page. */
export interface Found {
  /** Belongs to the passage that was begun before it. */
  readonly before: string;
  /** Those that begin in it; the text of each with its title in front, and as it stands there. */
  readonly begun: readonly Passage[];
}

/** The passages of a page, by what was found in its parts, in order. */
export function passagesIn(parts: readonly Found[]): readonly Passage[] {
  const passages: Passage[] = [];
  for (const { before, begun } of parts) {
    const last = passages.pop();
    if (last) passages.push({ ...last, text: `${last.text}\n${before}` });
    passages.push(...begun);
  }
  return passages.map((one) => ({
    ...one,
    text: one.text.slice(one.title.length).replaceAll(/\s*\n\s*/gu, '\n'),
  }));
}

/**
 * The text of elements as a reader of the page has it, cut at every heading with an id. Pictures are left out, since
 * the same stands beside them in words.
 *
 * @param blocks - what the elements were made of
 */
export function foundIn(elements: Elements, blocks: readonly BlockContent[]): Found {
  const told = new Map(
    headingsIn(blocks).flatMap((node) => {
      const id = anchorAt(node);
      return id === undefined || !node.data?.about ? [] : [[id, toldOf(node.data.about)] as const];
    }),
  );
  const begun: Passage[] = [];
  let before = '';
  let open: Omit<Passage, 'text'> | undefined;
  let text: string[] = [];
  for (const node of elements.children) visit(node);
  end();
  return { before, begun };

  function visit(node: Inside): void {
    if (node.type === 'text') text.push(node.value);
    if (node.type !== 'element') return;
    const depth = heading.exec(node.tagName)?.[1];
    const { id } = node.properties;
    const isBlock = blockNames.has(node.tagName);
    if (isBlock) text.push('\n');
    if (depth !== undefined && typeof id === 'string') begin(id, Number(depth), textIn(node));
    for (const child of node.children) visit(child);
    if (isBlock) text.push('\n');
  }

  function begin(id: string, depth: number, title: string): void {
    end();
    const of = told.get(id);
    open = { id, depth, title, ...(of && { told: of }) };
  }

  function end(): void {
    if (open) begun.push({ ...open, text: text.join('') });
    else before = text.join('');
    text = [];
  }
}

function textIn(node: Inside): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textIn).join('') : '';
}

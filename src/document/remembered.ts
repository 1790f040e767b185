import type { BlockContent } from 'mdast';

import { type Memory, noMemory } from '../base/memory.ts';
import type { Card } from './own-nodes.ts';

/** What writers may go by so that what they wrote before is not written again. */
export interface Writings {
  readonly memory: Memory;
  /** A digest, for a text that says all of a block. */
  readonly digestOf: (text: string) => string;
}

/** Nothing is remembered. */
export const noWritings: Writings = { memory: noMemory, digestOf: () => '' };

/**
 * What was written of blocks before, on the same ground. A section is known by the blocks in it, where these are the
 * same objects; that, and all else, by what it says.
 *
 * @param blocks - as `sectioned` has them
 */
export function writtenBefore<T>(
  { memory, digestOf }: Writings,
  what: string,
  ground: readonly unknown[],
  blocks: readonly BlockContent[],
  write: () => T,
): T {
  if (memory === noMemory) return write();
  const keys = blocks.flatMap((block): readonly unknown[] =>
    block.type === 'card' ? endsOf(block) : [saying(block)],
  );
  const bySaying = () => memory.of(`${what} by saying`, [...ground, saying(blocks)], write);
  return memory.of(what, [...ground, ...keys], bySaying);

  function saying(of: unknown): string {
    return digestOf(JSON.stringify(of));
  }
}

/** A section is made in one go, with what else may come to stand at its end: what is between is the same. */
function endsOf({ children }: Card): readonly unknown[] {
  return [children[0], children.at(-1), children.length];
}

import type { BlockContent } from 'mdast';

import { type Memory, noMemory } from '../base/memory.ts';

/** What writers may go by so that what they wrote before is not written again. */
export interface Writings {
  readonly memory: Memory;
  /** A digest, for a text that says all of a block. */
  readonly digestOf: (text: string) => string;
}

/** Nothing is remembered. */
export const noWritings: Writings = { memory: noMemory, digestOf: () => '' };

/**
 * What was written of a block before, on the same ground. A section is known by the blocks in it, where these are the
 * same objects; that, and all else, by what it says.
 */
export function writtenBefore<T>(
  { memory, digestOf }: Writings,
  what: string,
  ground: readonly unknown[],
  block: BlockContent,
  write: () => T,
): T {
  if (memory === noMemory) return write();
  const bySaying = () =>
    memory.of(`${what} by saying`, [...ground, digestOf(JSON.stringify(block))], write);
  return block.type === 'card'
    ? memory.of(what, [...ground, ...block.children], bySaying)
    : bySaying();
}

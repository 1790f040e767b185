/**
 * What was worked out before from the very same things, told apart by identity; texts by what they say.
 *
 * Whoever asks it promises that `make` reads nothing that changes but `from`, and that nobody changes what it gave.
 */
export interface Memory {
  readonly of: <T>(what: string, from: readonly unknown[], make: () => T) => T;
}

/** Remembers nothing. */
export const noMemory: Memory = { of: (_what, _from, make) => make() };

/** A memory that lasts, and forgets what was not asked for between two turns. */
export interface LastingMemory extends Memory {
  readonly turn: () => void;
}

interface Node {
  readonly next: Map<unknown, Node>;
  made?: { readonly value: unknown };
}

export function lastingMemory(): LastingMemory {
  let before = newNode();
  let now = newNode();
  return {
    of: <T>(what: string, from: readonly unknown[], make: () => T) => {
      const way = [what, ...from];
      const here = nodeAt(now, way);
      const made = here.made ?? found(before, way)?.made ?? { value: make() };
      here.made = made;
      return made.value as T;
    },
    turn: () => {
      before = now;
      now = newNode();
    },
  };
}

function newNode(): Node {
  return { next: new Map() };
}

function nodeAt(root: Node, way: readonly unknown[]): Node {
  let node = root;
  for (const key of way) {
    const next = node.next.get(key) ?? newNode();
    node.next.set(key, next);
    node = next;
  }
  return node;
}

function found(root: Node, way: readonly unknown[]): Node | undefined {
  let node: Node | undefined = root;
  for (const key of way) node = node?.next.get(key);
  return node;
}

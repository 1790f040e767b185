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

/** A memory that lasts, and in time forgets what is not asked for any more. */
export interface LastingMemory extends Memory {
  /** Says that all that is still of use was asked for since the last turn. */
  readonly turn: () => void;
  /** The same as it is: what is asked of it besides is not remembered. */
  readonly full: Memory;
}

/** Turns between two sweeps: each walks through all that is remembered. */
const betweenSweeps = 16;

interface Node {
  readonly next: Map<unknown, Node>;
  made?: { readonly value: unknown };
  /** The turn in which it was last asked for. */
  asked: number;
}

export function lastingMemory(): LastingMemory {
  const root: Node = { next: new Map(), asked: 0 };
  let now = 0;
  return {
    of: <T>(what: string, from: readonly unknown[], make: () => T) => {
      let node = step(root, what);
      for (const key of from) node = step(node, key);
      node.made ??= { value: make() };
      return node.made.value as T;
    },
    turn: () => {
      now += 1;
      if (now % betweenSweeps === 0) forgetOld(root, now - 1);
    },
    full: {
      of: <T>(what: string, from: readonly unknown[], make: () => T) => {
        let node = root.next.get(what);
        for (const key of from) node = node?.next.get(key);
        return node?.made ? (node.made.value as T) : make();
      },
    },
  };

  function step({ next }: Node, key: unknown): Node {
    let node = next.get(key);
    if (!node) next.set(key, (node = { next: new Map(), asked: now }));
    node.asked = now;
    return node;
  }
}

function forgetOld({ next }: Node, since: number): void {
  for (const [key, node] of next) {
    if (node.asked < since) next.delete(key);
    else forgetOld(node, since);
  }
}

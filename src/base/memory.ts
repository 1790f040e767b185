/**
 * What was worked out before from the very same things, told apart by identity; texts by what they say.
 *
 * Whoever asks it promises that `make` reads nothing that changes but `from`, and that nobody changes what it gave.
 */
export interface Memory {
  /** Of plain data, and functions of nothing: it may be kept for a process to come. */
  readonly of: Remember;
  /** The same of what only this process can have. */
  readonly here: Remember;
}

type Remember = <T>(what: string, from: readonly unknown[], make: () => T) => T;

/** Remembers nothing. */
export const noMemory: Memory = {
  of: (_what, _from, make) => make(),
  here: (_what, _from, make) => make(),
};

/** A memory that lasts, and in time forgets what is not asked for any more. */
export interface LastingMemory extends Memory {
  /** Says that all that is still of use was asked for since the last turn. */
  readonly turn: () => void;
  /** What it is made of, but for what only this process can have; another memory goes on from it. */
  readonly held: () => HeldMemory;
}

/** Plain data. */
export interface HeldMemory {
  readonly root: Node;
  readonly now: number;
  /** How much of it was worked out since it began, or went on from another. */
  readonly fresh: number;
  readonly all: number;
}

/** Turns between two sweeps: each walks through all that is remembered. */
const betweenSweeps = 16;

interface Node {
  readonly next: Map<unknown, Node>;
  made?: { readonly value: unknown };
  /** The turn in which it was last asked for. */
  asked: number;
}

/** @param before - what a memory held: nobody else goes on from it */
export function lastingMemory(before?: HeldMemory): LastingMemory {
  const root: Node = before?.root ?? { next: new Map(), asked: 0 };
  const own: Node = { next: new Map(), asked: 0 };
  let now = before?.now ?? 0;
  let fresh = 0;
  return {
    of: (what, from, make) => remembered(root, what, from, make),
    here: (what, from, make) => remembered(own, what, from, make),
    turn: () => {
      now += 1;
      if (now % betweenSweeps === 0) for (const tree of [root, own]) forgetOld(tree, now - 1);
    },
    held: () => ({ root, now, fresh, all: (before?.all ?? 0) + fresh }),
  };

  function remembered<T>(tree: Node, what: string, from: readonly unknown[], make: () => T): T {
    let node = step(tree, what);
    for (const key of from) node = step(node, key);
    if (!node.made) {
      node.made = { value: make() };
      fresh += 1;
    }
    return node.made.value as T;
  }

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

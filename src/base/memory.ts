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
  /** How much of what it holds was worked out since it began, or went on from another: 0 to 1. */
  readonly freshShare: () => number;
  /**
   * What it is made of, but for what only this process can have; another memory goes on from it. What was not asked for
   * since that was done a few times is left out.
   */
  readonly held: () => HeldMemory;
  /** The same as it is: what is asked of it besides is not remembered. */
  readonly full: Memory;
}

/** Plain data. */
export interface HeldMemory {
  readonly root: Node;
  readonly now: number;
  /** Of what was worked out. */
  readonly count: number;
}

/** Turns between two sweeps: each walks through all that is remembered. */
const betweenSweeps = 16;
/** How often something may be handed on without having been asked for: commands ask for different things. */
const handedOn = 4;

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
  let turns = 0;
  let fresh = 0;
  return {
    of: (what, from, make) => remembered(root, what, from, make),
    here: (what, from, make) => remembered(own, what, from, make),
    turn: () => {
      now += 1;
      turns += 1;
      if (turns % betweenSweeps === 0) for (const tree of [root, own]) forgetOld(tree, now - 1);
    },
    freshShare: () => fresh / ((before?.count ?? 0) + fresh),
    held: () => {
      forgetOld(root, now - handedOn);
      return { root, now, count: countOf(root) };
    },
    full: {
      of: (what, from, make) => known(root, what, from, make),
      here: (what, from, make) => known(own, what, from, make),
    },
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

  function known<T>(tree: Node, what: string, from: readonly unknown[], make: () => T): T {
    let node = tree.next.get(what);
    for (const key of from) node = node?.next.get(key);
    return node?.made ? (node.made.value as T) : make();
  }

  function step({ next }: Node, key: unknown): Node {
    let node = next.get(key);
    if (!node) next.set(key, (node = { next: new Map(), asked: now }));
    node.asked = now;
    return node;
  }
}

function countOf({ made, next }: Node): number {
  let count = made ? 1 : 0;
  for (const node of next.values()) count += countOf(node);
  return count;
}

function forgetOld({ next }: Node, since: number): void {
  for (const [key, node] of next) {
    if (node.asked < since) next.delete(key);
    else forgetOld(node, since);
  }
}

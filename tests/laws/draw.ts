import { randomFrom } from '../../src/samples/random.ts';

/** Choices that look random and are the same for the same seed. */
export interface Draw {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** True `of` times in a hundred. */
  readonly chance: (of: number) => boolean;
  /** So many of them, each once, in their order. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[];
  /** One of them, the heavier the likelier. */
  readonly weighted: <T>(choices: readonly (readonly [number, T])[]) => T;
}

export function drawFrom(seed: string): Draw {
  const { whole } = randomFrom(seed);
  const one = <T>(list: readonly T[]): T => {
    const found = list[whole(0, list.length - 1)];
    if (found === undefined) throw new Error('there is nothing to draw from');
    return found;
  };
  const chance = (of: number) => whole(1, 100) <= of;
  return { whole, one, chance, some, weighted };

  function some<T>(list: readonly T[], count: number): readonly T[] {
    const kept = new Set<number>();
    while (kept.size < Math.min(count, list.length)) kept.add(whole(0, list.length - 1));
    return list.filter((_, index) => kept.has(index));
  }

  function weighted<T>(choices: readonly (readonly [number, T])[]): T {
    let left = whole(
      1,
      choices.reduce((sum, [weight]) => sum + weight, 0),
    );
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left <= 0) return choice;
    }
    throw new Error('weights are above nought');
  }
}

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly one: <T>(list: readonly [T, ...T[]]) => T;
}

/** @param seed - any text; two that differ in one character give unrelated numbers */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  // the first numbers of seeds that are alike are alike
  for (let round = 0; round < 8; round += 1) next();
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { whole, one: (list) => list[whole(0, list.length - 1)] ?? list[0] };

  /**
   * From 0 up to, not including, 1.
   *
   * @see mulberry32, Tommy Ettinger, in the public domain
   */
  function next(): number {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/**
 * Each number below `size` once, in an order that looks random and follows the seed: the place of a number in it.
 *
 * @param size - at most 10^8, so that products stay whole
 */
export function shuffled(seed: string, size: number): (number: number) => number {
  const random = randomFrom(`${seed}/order`);
  let factor = random.whole(2 ** 20, 2 ** 26);
  while (divisor(factor, size) !== 1) factor += 1;
  const start = random.whole(0, size - 1);
  return (number) => ((number % size) * factor + start) % size;
}

/** The greatest number that divides both. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

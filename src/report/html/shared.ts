import type { Shared } from './page-data.ts';

/** Values that come up again and again, each told once. */
export interface SharedTable {
  /** The number of a value; the value itself where the table is full. */
  readonly share: <T extends string | readonly unknown[]>(value: T) => Shared<T>;
  /** What was added since this was last asked. */
  readonly added: () => readonly unknown[];
}

/** Values kept, at most: a table may not grow with the number of files. */
const mostShared = 20_000;

/** Shorter texts cost no more than their numbers. */
const shortest = 5;

export function sharedTable(): SharedTable {
  const numbers = new Map<string, number>();
  let fresh: unknown[] = [];
  return { share, added };

  function share<T extends string | readonly unknown[]>(value: T): Shared<T> {
    if (value.length === 0 || (typeof value === 'string' && value.length < shortest)) return value;
    const key = JSON.stringify(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (numbers.size >= mostShared) return value;
    const number = numbers.size;
    numbers.set(key, number);
    fresh.push(value);
    return number;
  }

  function added(): readonly unknown[] {
    const taken = fresh;
    fresh = [];
    return taken;
  }
}

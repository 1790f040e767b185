import type { Value } from '../feel/value.ts';

/** Entries of a record, each made when somebody first looks at it. */
export abstract class Entries implements ReadonlyMap<string, Value> {
  #all: ReadonlyMap<string, Value> | undefined;

  abstract get(name: string): Value | undefined;

  /** What they may be called, in their order. */
  protected abstract names(): Iterable<string>;

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  get size(): number {
    return this.#whole().size;
  }

  forEach(use: (value: Value, name: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [name, value] of this) use(value, name, this);
  }

  keys(): MapIterator<string> {
    return this.#whole().keys();
  }

  values(): MapIterator<Value> {
    return this.#whole().values();
  }

  entries(): MapIterator<[string, Value]> {
    return this.#whole().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  #whole(): ReadonlyMap<string, Value> {
    if (this.#all) return this.#all;
    const all = new Map<string, Value>();
    for (const name of this.names()) {
      const value = this.get(name);
      if (value !== undefined) all.set(name, value);
    }
    this.#all = all;
    return all;
  }
}

import type { Missing, Unknown } from '../feel/value.ts';

/** A value that these would settle, each place once. */
export function unknown(...missing: readonly Missing[]): Unknown {
  const distinct = new Map(missing.map((one) => [one.pointer, one]));
  return { kind: 'unknown', missing: [...distinct.values()] };
}

import type { Type } from '../feel/types.ts';
import { slotKinds } from './plan.ts';

/** The kinds that a value of several may be of. */
export type KindOfSeveral = (typeof slotKinds)[number];

export function isOneOfSeveral(kind: Type['kind']): kind is KindOfSeveral {
  return slotKinds.some((one) => one === kind);
}

/** In a form of values of some kinds, one of another is unknown. */
export function onlyOf<T extends object>(
  unknown: T,
  ...kinds: readonly Type['kind'][]
): (kind: KindOfSeveral) => T | undefined {
  return (kind) => (kinds.includes(kind) ? undefined : unknown);
}

import type { List, Value } from '../value.ts';
import { atMost } from './limits.ts';

/** A list with elements of the same kind as another's. */
export function listLike({ fields }: List, items: readonly Value[]): List {
  const made = list(items);
  return fields ? { ...made, fields } : made;
}

/** A list of no more elements than a list may have. */
export function list(items: readonly Value[]): List {
  atMost('elements', items.length);
  return { kind: 'list', items };
}

export function isList(value: Value | undefined): value is List {
  return typeof value === 'object' && value !== null && value.kind === 'list';
}

import type { List, Value } from '../value.ts';
import { atMost } from './limits.ts';

/** A list of no more elements than a list may have. */
export function list(items: readonly Value[]): List {
  atMost('elements', items.length);
  return { kind: 'list', items };
}

export function isList(value: Value | undefined): value is List {
  return typeof value === 'object' && value !== null && value.kind === 'list';
}

import type { List, Value } from '../value.ts';
import { atMost } from './limits.ts';

/** A list with elements of the same kind as another's. */
export function listLike(of: List, items: readonly Value[]): List {
  const made = chosenFrom(of, items);
  return of.fields ? { ...made, fields: of.fields } : made;
}

/** Elements of a list, or what was read of each: where there are none, it says where one is wanting. */
export function chosenFrom(of: List, items: readonly Value[]): List {
  const made = list(items);
  const place = placeOfList(of);
  return items.length > 0 || place === '' ? made : { ...made, chosenFrom: place };
}

/** JSON pointer of a list of a dossier, or of the one of which nothing was chosen; empty where it is none of a dossier. */
export function placeOfList({ pointer, chosenFrom: place }: List): string {
  return pointer ?? place ?? '';
}

/** A list of no more elements than a list may have. */
export function list(items: readonly Value[]): List {
  atMost('elements', items.length);
  return { kind: 'list', items };
}

export function isList(value: Value | undefined): value is List {
  return typeof value === 'object' && value !== null && value.kind === 'list';
}
